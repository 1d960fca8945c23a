import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNamesForSort, compareThai, nameSortKey, sortThai } from './collate.ts';
import { anyText } from '../../tests/support/thai-text.ts';

test('orders by the consonant, not by the vowel written before it', () => {
  expect(['แก้ว', 'ไข่', 'กา', 'เขา', 'ข้าว', 'เก้า', 'ก้าน', 'กาน'].sort(compareThai)).toEqual([
    'กา', 'กาน', 'ก้าน', 'เก้า', 'แก้ว', 'ข้าว', 'เขา', 'ไข่',
  ]);
});

test('orders numbers by value, in either digits', () => {
  expect(['ว ๑๐', 'ว 9', 'ว ๒', 'ว 11'].sort(compareThai)).toEqual(['ว ๒', 'ว 9', 'ว ๑๐', 'ว 11']);
});

test('Thai comes before Latin', () => {
  expect(['Data', 'ฮ', 'ก'].sort(compareThai)).toEqual(['ก', 'ฮ', 'Data']);
});

test('names sort by given name, whatever the title', () => {
  const names = ['นายขิง ตัวอย่าง', 'นางสาวกล้วย ทดสอบ', 'ดร.เกด ทดสอบ', 'นางกล้วย ตัวอย่าง'];
  expect(names.sort(compareNamesForSort)).toEqual([
    'นางกล้วย ตัวอย่าง', 'นางสาวกล้วย ทดสอบ', 'ดร.เกด ทดสอบ', 'นายขิง ตัวอย่าง',
  ]);
  expect(nameSortKey('ว่าที่ ร.ต.หญิง ลำดวน แสนสุข')).toBe('ลำดวน แสนสุข');
  expect(nameSortKey(' 123 ')).toBe('123');
});

test('sorts things by their text and leaves the list alone', () => {
  const given = [{ name: 'ไข่' }, { name: 'กา' }];
  expect(sortThai(given, (each) => each.name).map((each) => each.name)).toEqual(['กา', 'ไข่']);
  expect(given[0]?.name).toBe('ไข่');
});

test('is a total order', () => {
  const text = anyText(4);
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const sorted = [a, b, c].sort(compareThai);
      const inOrder = compareThai(sorted[0] ?? '', sorted[1] ?? '') <= 0 && compareThai(sorted[1] ?? '', sorted[2] ?? '') <= 0;
      return inOrder && Math.sign(compareThai(a, b)) === -Math.sign(compareThai(b, a)) && (compareThai(a, b) === 0) === (a === b);
    }),
  );
});
