/**
 * The demo comes from a real report; the people in it are invented. The names of the report's people are kept here as
 * salted hashes only, and must stand nowhere in the repository.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/platform/config.ts';
import { findNames, hashName, type HashedNames } from './support/hashed-names.ts';

const kept = JSON.parse(readFileSync(path.join(import.meta.dirname, 'real-names.hashes.json'), 'utf8')) as HashedNames;

/** Files of the repository, also those not committed yet, that are text. */
function textFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.split('\0').filter((file) => file && existsSync(path.join(projectRoot, file)));
}

const has = (text: string, names: HashedNames) => findNames(text, names).length > 0;
const invented: HashedNames = {
  salt: 'a salt',
  anywhere: [hashName('a salt', 'ปทุมธรณี')],
  afterTitle: [hashName('a salt', 'ดี')],
  pairs: [{ ...hashName('a salt', 'มา เร็ว'), given: 2 }],
};

test('a name is found inside running text, after a title, before ฯ, beside its family name, and in disguise', () => {
  expect(findNames('ข้อความ\nที่ประชุมมอบให้นางสาวปทุมธรณีรับไป', invented)).toEqual([{ line: 2, column: 22 }]);
  expect(has('ปทุม\u200bธรณี', invented)).toBe(true);
  expect(has(String.raw`'\u0e1b\u0e17\u0e38\u0e21\u0e18\u0e23\u0e13\u0e35'`, invented)).toBe(true);
  expect(has('นายดี มาประชุม', invented)).toBe(true);
  expect(has('น.ส. ดี', invented)).toBe(true);
  expect(has('ให้ดีฯ รับไป', invented)).toBe(true);
  expect(has('ขอให้มา เร็วหน่อย', invented)).toBe(true);
});

test('ordinary words are left alone', () => {
  expect(has('ทำดีแล้ว มาเร็ว ปทุม ธรณี', invented)).toBe(false);
});

test('the kept list is whole and holds no name in clear', () => {
  expect(kept.salt).toHaveLength(32);
  expect(kept.anywhere.length).toBeGreaterThan(60);
  expect(JSON.stringify(kept)).not.toMatch(/[\u0e00-\u0e7f]|\\u0e/i);
});

test('no real name of the report is in the repository', () => {
  const found: string[] = [];
  for (const file of textFiles()) {
    const bytes = readFileSync(path.join(projectRoot, file));
    if (bytes.subarray(0, 8000).includes(0)) continue;
    for (const { line, column } of [...findNames(bytes.toString('utf8'), kept), ...findNames(file, kept)]) {
      found.push(`${file}:${line}:${column} holds a name of the report: put an invented one in its place`);
    }
  }
  expect(found).toEqual([]);
});
