/** `npm run new:module` makes a module that works at once: its own test passes in a copy of the house. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const copy = mkdtempSync(path.join(os.tmpdir(), 'krom-new-module-'));
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', TZ: 'UTC' } });

beforeAll(() => {
  for (const part of ['src', 'db', 'tests', 'build.mjs', 'build.d.mts', 'package.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json']) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const make = (...args: string[]) => run(path.join(root, 'scripts/new-module.mjs'), ...args, '--root', copy);

test('a name that is none, words that are missing and a module that is there are refused in words', () => {
  expect(make('Polls', '--th', 'แบบสอบถาม', '--en', 'Polls')).toMatchObject({ status: 2, stderr: expect.stringContaining('small letters') });
  expect(make('polls', '--en', 'Polls').status).toBe(2);
  expect(make('meetings', '--th', 'ประชุม', '--en', 'Meetings')).toMatchObject({ status: 2, stderr: expect.stringContaining('there already') });
});

test('the module works: its screens, rights and trail, by its own test and the lint of the house', { timeout: 240_000 }, () => {
  expect(make('polls', '--th', 'แบบสอบถาม', '--en', 'Polls').status).toBe(0);
  expect(readFileSync(path.join(copy, 'src/modules.ts'), 'utf8')).toMatch(/ {2}meetingsModule,\n {2}pollsModule,\n/);
  const lint = run('node_modules/oxlint/bin/oxlint', '--config', '.oxlintrc.json', 'src/modules/polls');
  expect([lint.status, lint.stdout]).toEqual([0, expect.stringContaining('0 errors')]);
  const tests = run('node_modules/vitest/vitest.mjs', 'run', 'src/modules/polls');
  expect([tests.status, tests.stdout.slice(-2000)]).toEqual([0, expect.stringContaining('1 passed (1)')]);
});
