// `npm run bench [name]`: side-by-side measurements, one JSON line a figure. Names are the folders of bench/.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build, install } from '../start.mjs';
import { ensurePrograms, root, step } from './tools.mjs';

const node = install({ withDevelopment: true });
const all = readdirSync(path.join(root, 'bench')).filter((name) => existsSync(path.join(root, 'bench', name, 'run.mjs')));
const wanted = process.argv[2] ? [process.argv[2]] : all;
for (const name of wanted) {
  if (!all.includes(name)) {
    console.error(`No benchmark ${name}. There are: ${all.join(', ')}`);
    process.exit(2);
  }
}
if (!ensurePrograms()) process.exit(1);
build(node);
const good = wanted.map((name) => step(`bench ${name}`, node, [`bench/${name}/run.mjs`, ...process.argv.slice(3)]));
process.exit(good.every(Boolean) ? 0 : 1);
