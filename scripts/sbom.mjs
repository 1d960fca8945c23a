// `npm run sbom`: what the product is made of, for those who ask. dist/sbom.cdx.json (CycloneDX, by npm from the lock)
// and dist/NOTICE.txt: every package that runs in service, with its licence and the licence's text.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './tools.mjs';

const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 27 });
if (made.status !== 0) {
  console.error(made.stderr);
  process.exit(1);
}
const bom = JSON.parse(made.stdout);
mkdirSync(path.join(root, 'dist'), { recursive: true });
writeFileSync(path.join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const parts = Object.entries(lock.packages).filter(([place, one]) => place.startsWith('node_modules/') && !one.dev).map(([place]) => {
  const folder = path.join(root, place);
  if (!existsSync(path.join(folder, 'package.json'))) return undefined;
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort().flatMap((file) => {
    try {
      return [readFileSync(path.join(folder, file), 'utf8').trim()];
    } catch {
      return [];
    }
  });
  return `${name} ${version}\n${typeof license === 'string' ? license : 'licence in the package'}\n\n${texts.join('\n\n') || 'The package carries no text of its licence.'}\n`;
}).filter(Boolean);
writeFileSync(path.join(root, 'dist/NOTICE.txt'), `Parts of others that run in Krom. Fonts and other parts in the repository: THIRD-PARTY.md\n\n${parts.join(`\n${'-'.repeat(78)}\n\n`)}`);
console.log(`dist/sbom.cdx.json: ${bom.components.length} components; dist/NOTICE.txt: ${parts.length} packages`);
