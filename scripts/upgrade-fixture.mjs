// `node scripts/upgrade-fixture.mjs <commit> <name>`: lays the demo down with the program of an earlier commit, runs its
// jobs, seals its trail, and keeps what is then in the database and in the data folder as
// tests/fixtures/<name>.json.zst. tests/service/upgrade.test.ts brings that house up to date with the program of today.
// A fixture is made once, when a release is out, and never again: it is what an office has.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './tools.mjs';

const [commit, name] = process.argv.slice(2);
if (!commit || !/^[\w.-]+$/.test(name ?? '')) {
  console.error('node scripts/upgrade-fixture.mjs <commit> <name>');
  process.exit(2);
}

const entry = `
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { modules } from './src/modules.ts';
import { readConfig } from './src/platform/config.ts';
import { readMigrations } from './src/platform/db/migrate.ts';
import { sealAudit } from './src/platform/audit/seal.ts';
import { runJobsNow } from './src/platform/jobs/run-now.ts';
import { loadDemo } from './src/start/demo.ts';
import { openKrom } from './src/start/open.ts';

export async function make(folder) {
  const krom = await openKrom(readConfig({ KROM_DATA: folder, PORT: '0', KROM_LOG: 'error' }));
  try {
    await loadDemo(modules, krom.services);
    await krom.clock.reload();
    await runJobsNow({ services: krom.services, ownerUrl: krom.ownerUrl, jobs: modules.flatMap((module) => module.jobs ?? []) });
    await sealAudit(krom.services.database, folder);
    const client = new pg.Client({ connectionString: krom.ownerUrl, types: { getTypeParser: () => (text) => text } });
    await client.connect();
    const ask = async (text, values) => (await client.query(text, values)).rows;
    const tables = {};
    for (const { name } of await ask("select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('platform', 'organisation', 'correspondence', 'assignments', 'meetings') order by 1")) {
      const columns = (await ask("select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum", [name])).map((row) => row.name);
      const list = columns.map((column) => column + '::text').join(', ');
      const rows = (await client.query({ text: 'select ' + list + ' from ' + name + ' order by 1', rowMode: 'array' })).rows;
      if (rows.length > 0) tables[name] = { columns, rows };
    }
    const sequences = Object.fromEntries((await ask("select format('%I.%I', schemaname, sequencename) as name, last_value from pg_sequences where last_value is not null and schemaname <> 'graphile_worker'")).map((row) => [row.name, row.last_value]));
    const jobs = await ask("select task_identifier as task, (select payload::text from graphile_worker._private_jobs p where p.id = j.id) as payload, run_at, max_attempts, key, queue_name from graphile_worker.jobs j order by id");
    const [{ xid }] = await ask('select pg_current_xact_id()::text as xid');
    await client.end();
    const files = {};
    for (const entry of ['audit-heads.log', 'keys', 'files']) {
      const whole = path.join(folder, entry);
      let names;
      try { names = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name)); } catch { names = [whole]; }
      for (const file of names) files[path.relative(folder, file)] = readFileSync(file).toString('base64');
    }
    return { migrations: readMigrations().map(({ name, hash }) => ({ name, hash })), xid, tables, sequences, jobs, files };
  } finally {
    await krom.close();
  }
}
`;

const place = mkdtempSync(path.join(os.tmpdir(), 'krom-fixture-'));
const source = path.join(place, 'source');
try {
  execFileSync('git', ['worktree', 'add', '--detach', source, commit], { cwd: root, stdio: 'ignore' });
  symlinkSync(path.join(root, 'node_modules'), path.join(source, 'node_modules'));
  const options = { absWorkingDir: source, bundle: true, platform: 'node', target: 'node24', format: 'esm', packages: 'external', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'warning' };
  // Beside the print worker, where the program looks for it.
  await build({ ...options, stdin: { contents: entry, resolveDir: source, loader: 'ts' }, outfile: path.join(source, 'dist/fixture.mjs') });
  await build({ ...options, entryPoints: ['./src/paper/worker.ts'], outfile: path.join(source, 'dist/paper-worker.mjs') });
  const { make } = await import(pathToFileURL(path.join(source, 'dist/fixture.mjs')).href);
  const data = path.join(place, 'data');
  mkdirSync(data, { mode: 0o755 });
  execFileSync('chmod', ['755', place, data]);
  const made = await make(data);
  const text = JSON.stringify({ commit: execFileSync('git', ['rev-parse', commit], { cwd: root, encoding: 'utf8' }).trim(), ...made });
  const target = path.join(root, 'tests/fixtures', `${name}.json.zst`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_enableLongDistanceMatching]: 1 } }));
  console.log(`${target}: ${made.migrations.length} migrations, ${Object.values(made.tables).reduce((sum, { rows }) => sum + rows.length, 0)} rows, ${Object.keys(made.files).length} files, ${(readFileSync(target).length / 1024).toFixed(0)} KB`);
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', source], { cwd: root, stdio: 'ignore' });
  rmSync(place, { recursive: true, force: true });
}
process.exit(0);
