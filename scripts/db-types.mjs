// `npm run db:types`: writes src/platform/db/schema.ts from a fresh database with every migration.
// With --check it only compares, and fails when the file is out of date.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';

const target = 'src/platform/db/schema.ts';
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-types-'));
const server = await startEmbedded(folder, { settings: { fsync: 'off' } });
try {
  await migrate(server.ownerUrl);
  const out = path.join(folder, 'schema.ts');
  const done = spawnSync(
    process.execPath,
    ['node_modules/kysely-codegen/dist/cli/bin.js', '--dialect', 'postgres', '--url', server.ownerUrl, '--out-file', out,
      '--include-pattern', '(platform|organisation|correspondence|assignments|meetings|performance).*',
      '--default-schema', 'public', '--type-mapping', '{"int8":"number","date":"string","xid8":"string"}', '--no-domains'],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(done.stderr + done.stdout);
  const made = '// Made by `npm run db:types` from db/migrations. Do not edit.\n' + readFileSync(out, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\s*/, '');
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== made) {
      console.error(`${target} does not match db/migrations. Run: npm run db:types`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(target, made);
    console.log(`${target}: written`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.dirname(server.folder), { recursive: true, force: true });
}
