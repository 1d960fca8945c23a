// `npm run dev`: builds and starts, then builds and starts again at every change under src/.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../build.mjs';
import { root } from './tools.mjs';

let child;
let timer;
let busy = false;
let changed = false;

const stop = () =>
  new Promise((resolve) => {
    if (!child || child.exitCode !== null) return resolve();
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });

async function again() {
  // A change while the last one is still being built is built after it.
  if (busy) return void (changed = true);
  busy = true;
  try {
    await buildAll({ clean: false });
    await stop();
    child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/main.mjs')], { cwd: root, stdio: 'inherit' });
  } catch (error) {
    console.error(error.message);
  }
  busy = false;
  if (!changed) return;
  changed = false;
  await again();
}

await again();
watch(path.join(root, 'src'), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void again(), 150);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(0)));
