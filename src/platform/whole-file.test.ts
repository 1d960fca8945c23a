import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeOnce } from './whole-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes a file with its mode and leaves nothing beside it', () => {
  makeOnce(path.join(folder, 'a.key'), 'secret', 0o600);
  expect(readFileSync(path.join(folder, 'a.key'), 'utf8')).toBe('secret');
  expect(statSync(path.join(folder, 'a.key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a.key']);
});

it('keeps the file of a twin that was faster', () => {
  writeFileSync(path.join(folder, 'b.key'), 'first');
  makeOnce(path.join(folder, 'b.key'), 'second', 0o600);
  expect(readFileSync(path.join(folder, 'b.key'), 'utf8')).toBe('first');
});

it('leaves no half file when the content cannot be written', () => {
  expect(() => makeOnce(path.join(folder, 'none/c.key'), 'x', 0o600)).toThrow(/ENOENT/);
});
