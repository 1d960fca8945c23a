// `npm run bench [name]`: side-by-side measurements, one JSON line a figure. Names are the folders of bench/ with a main.ts.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build, install } from '../start.mjs';
import { ensurePrograms, root, step } from './tools.mjs';

const node = install({ withDevelopment: true });
const all = readdirSync(path.join(root, 'bench')).filter((name) => existsSync(path.join(root, 'bench', name, 'main.ts')));
const [first, ...rest] = process.argv.slice(2);
if (first && !all.includes(first)) {
  console.error(`No benchmark ${first}. There are: ${all.join(', ')}`);
  process.exit(2);
}
if (!ensurePrograms()) process.exit(1);
build(node);
const { build: bundle } = await import('esbuild');
const wanted = first ? [first] : all;
await bundle({
  absWorkingDir: root,
  entryPoints: { ...Object.fromEntries(wanted.map((name) => [name, `./bench/${name}/main.ts`])), 'paper-worker': './src/paper/worker.ts' },
  outdir: 'dist/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  splitting: true,
  logLevel: 'warning',
});
const good = wanted.map((name) => step(`bench ${name}`, node, [`dist/bench/${name}.mjs`, ...rest]));
process.exit(good.every(Boolean) ? 0 : 1);
