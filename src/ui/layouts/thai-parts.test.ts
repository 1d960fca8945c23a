import { expect, test } from 'vitest';
import { markThaiParts } from './thai-parts.ts';

test.each([
  ['<p>กองคลัง</p>', '<p lang="th">กองคลัง</p>'],
  ['<a href="/u/1" class="x > y">กองคลัง (๒)</a>', '<a href="/u/1" class="x > y" lang="th">กองคลัง (๒)</a>'],
  ['<option value="1" selected>กองคลัง</option>', '<option value="1" selected lang="th">กองคลัง</option>'],
  ['<p>Letters of กองคลัง for the year</p>', '<p>Letters of กองคลัง for the year</p>'],
  ['<span lang="en">ไทย</span>', '<span lang="en">ไทย</span>'],
  ['<p>Plain</p>', '<p>Plain</p>'],
  ['<p>a &lt; b</p><p>๑๒</p>', '<p>a &lt; b</p><p>๑๒</p>'],
])('%s', (given, expected) => {
  expect(markThaiParts(given)).toBe(expected);
});
