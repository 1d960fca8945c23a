import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedNumber, referencePattern, referencesIn, spellingsOf } from './find-reference.ts';
import { printedReference } from './reference.ts';

it('reads a number in any spelling', () => {
  const circular = { code: 'นร 0223', circular: true, number: 503 };
  for (const text of ['ที่ นร ๐๒๒๓/ว ๕๐๓', 'นร0223/ว503', 'นร 0223 / ว. 503', 'นร. ๐๒๒๓/ว๕๐๓', 'เลขที่ นร 0223/ว 503']) expect(askedNumber(text)).toEqual(circular);
  expect(askedNumber('ว503')).toEqual({ circular: true, number: 503 });
  expect(askedNumber('ว ๕๐๓/๒๕๖๓')).toEqual({ circular: true, number: 503, year: 2563 });
  expect(askedNumber('503/2563')).toEqual({ number: 503, year: 2563 });
  expect(askedNumber('มท 0201.2/1590')).toEqual({ code: 'มท 0201.2', circular: false, number: 1590 });
  const cited = { code: 'นร 0223', circular: false, number: 1190, year: 2563 };
  for (const text of ['นร๐๒๒๓/๑๑๙๐ ลว 3 พย 63', 'ที่ นร ๐๒๒๓/๑๑๙๐ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓', 'นร 0223/1190 ลว. 3/11/63']) expect(askedNumber(text)).toEqual(cited);
  expect(askedNumber('นร 0223/1190 ลว. 3 พ.ย.')).toEqual({ code: 'นร 0223', circular: false, number: 1190 });
  for (const text of ['นร 0223/1190 ลงวันที่', '503', 'ประชุม', 'ครั้งที่ 5/2563 ประชุม', 'ว', '']) expect(askedNumber(text)).toBeUndefined();
});

it('says which kept references that can be', () => {
  expect(spellingsOf({ circular: true, number: 503 }, ['นร 0223', 'นร 0201'])).toEqual(['นร 0223/ว 503', 'นร 0201/ว 503']);
  expect(spellingsOf({ number: 12, year: 2563 }, ['นร 0223'])).toEqual(['12/2563', 'นร 0223/12', 'นร 0223/ว 12']);
  expect(referencePattern('ว๕๐๓')).toBe('%/ว 503%');
  expect(referencePattern('ประชุม 100%')).toBe('%ประชุม 100\\%%');
});

it('finds the numbers that a text names, and knows its own printed form', () => {
  expect(referencesIn('ตามหนังสือ ที่ นร ๐๒๒๓/ว ๕๐๓ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓ และ นร 0201/12 และ นร ๐๒๒๓/ว๕๐๓')).toEqual(['นร 0223/ว 503', 'นร 0201/12']);
  fc.assert(fc.property(fc.constantFrom('นร', 'มท', 'กค'), fc.integer({ min: 1000, max: 9999 }), fc.boolean(), fc.integer({ min: 1, max: 99_999 }), (letters, digits, circular, number) => {
    const reference = `${letters} ${digits}/${circular ? 'ว ' : ''}${number}`;
    expect(spellingsOf(askedNumber(printedReference(reference))!, [])).toEqual([reference]);
    expect(referencesIn(`ตามที่ ${printedReference(reference)} นั้น`)).toEqual([reference]);
  }));
});
