// `npm run lock`: refresh package-lock.json after a change of package.json.
// Some packages name platform builds (optional dependencies) that were never published, or that a registry does not
// carry. npm leaves those out of the lock and `npm ci` then refuses the whole lock. Taking the unmet names out of the
// lock makes it whole again; nothing that could have been installed is lost.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const install = spawnSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { stdio: 'inherit' });
if (install.status !== 0) process.exit(install.status ?? 1);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const present = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
const dropped = [];
for (const entry of Object.values(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (present.has(name)) continue;
    delete entry.optionalDependencies[name];
    dropped.push(name);
  }
}
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
console.log(`lock: ${present.size} packages, ${dropped.length} platform builds that cannot be had were left out`);
