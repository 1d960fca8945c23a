import { expect, test } from 'vitest';
import { asLatinKeys, asThaiKeys, otherLayout } from './keyboard.ts';

test.each([
  ['l;ylfu', 'สวัสดี'],
  ['xit=6,', 'ประชุม'],
  ['s,ko', 'หมาน'],
  ['d.r.i.', 'กใพใรใ'],
  ["8iyh'muj", 'ครั้งที่'],
  ['VKVI', 'ฮษฮณ'],
])('%s on a Thai keyboard is %s', (keys, text) => {
  expect(asThaiKeys(keys)).toBe(text);
});

test.each([
  ['แนอรก', 'covid'],
  ['ำทฟรส', 'email'],
  ['ะพฟรืรืเ', 'training'],
])('%s on a Latin keyboard is %s', (keys, text) => {
  expect(asLatinKeys(keys)).toBe(text);
});

test('every key goes there and back', () => {
  for (const char of "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./QWERTYUIOASDFGHJKL:ZXCVBNM<>") {
    const back = asLatinKeys(asThaiKeys(char));
    // A sign of the Thai layout that is a Latin key as well reads as the key that writes it.
    expect(asThaiKeys(back)).toBe(asThaiKeys(char));
  }
});

test('only text of one script can have been typed on the wrong layout', () => {
  expect(otherLayout('l;ylfu')).toBe('สวัสดี');
  expect(otherLayout('แนอรก 19')).toBe('covid 19');
  expect([otherLayout('โควิด covid'), otherLayout('2564'), otherLayout('๒๕๖๔'), otherLayout('')]).toEqual([undefined, undefined, undefined, undefined]);
});
