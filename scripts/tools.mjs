// What the scripts share: running a step with its time, and getting the programs that the tests need.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Runs one step, prints its time, returns whether it went well. */
export function step(name, command, args, options = {}) {
  const started = Date.now();
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, ...options.env } });
  const good = done.status === 0;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return good;
}

const needed = [
  ['chromium', 'chromium', 'the browser journeys'],
  ['pdftotext', 'poppler-utils', 'reading printed documents back'],
  ['qpdf', 'qpdf', 'judging PDF files'],
  ['openssl', 'openssl', 'judging signatures'],
  ['tesseract', 'tesseract-ocr tesseract-ocr-tha', 'reading scanned letters'],
];

/** Gets the programs of the tests: Debian packages where this user may install them; otherwise says how. */
export function ensurePrograms() {
  const missing = needed.filter(([program]) => !has(program));
  if (missing.length === 0) return true;
  const packages = missing.flatMap(([, names]) => names.split(' '));
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log(`Installing for the tests: ${packages.join(', ')}`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const still = needed.filter(([program]) => !has(program));
  for (const [program, name, what] of still) console.error(`${program} is needed for ${what}: install the Debian package ${name} (apt-get install ${name}), or on another system the program of that name.`);
  return still.length === 0;
}

export const bin = (name) => path.join(root, 'node_modules/.bin', name);
export const hasModules = () => existsSync(path.join(root, 'node_modules'));
