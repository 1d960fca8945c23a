// `npm run dev`: builds and starts, then builds and starts again at every change under src/.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../build.mjs';
import { root } from './tools.mjs';

let child;
let timer;
let busy = false;

const stop = () =>
  new Promise((resolve) => {
    if (!child || child.exitCode !== null) return resolve();
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });

async function again() {
  if (busy) return;
  busy = true;
  try {
    await buildAll();
    await stop();
    child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/main.mjs')], { cwd: root, stdio: 'inherit' });
  } catch (error) {
    console.error(error.message);
  }
  busy = false;
}

await again();
watch(path.join(root, 'src'), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void again(), 150);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(0)));
