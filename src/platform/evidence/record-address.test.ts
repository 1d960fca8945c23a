import { expect, test } from 'vitest';
import type { ReadTx } from '../db/database.ts';
import type { EvidenceSource } from './evidence.ts';
import { idInPath, pathOfAddress, recordAt } from './record-address.ts';

const origin = 'https://krom.example.go.th';

test('an address is of this house, whole or from the slash on', () => {
  expect(pathOfAddress(' /letters/3?tab=receipts#top ', origin)).toBe('/letters/3');
  expect(pathOfAddress('https://krom.example.go.th/meetings/7/', origin)).toBe('/meetings/7');
  for (const foreign of ['https://elsewhere.example/letters/3', '//elsewhere.example/letters/3', 'letters/3', 'javascript:alert(1)', '', 'http://']) {
    expect(pathOfAddress(foreign, origin)).toBeUndefined();
  }
});

test('the id is read out of the shape, also from pages below a record, and from no other shape', () => {
  const letter = idInPath('/letters/:id');
  expect([letter('/letters/3'), letter('/letters/3/receipts'), letter('/letters'), letter('/letters/3x'), letter('/drafts/3')]).toEqual([3, 3, undefined, undefined, undefined]);
  const minutes = idInPath('/meetings/:id/minutes');
  expect([minutes('/meetings/4/minutes'), minutes('/meetings/4'), minutes('/meetings/4/agenda')]).toEqual([4, undefined, undefined]);
});

test('the first source that knows the address names the record', async () => {
  const source = (type: string, shape: string): EvidenceSource => ({ type, label: { th: type, en: type }, idAt: idInPath(shape), resolve: async () => undefined });
  const sources = [source('a.letter', '/letters/:id'), source('a.meeting', '/meetings/:id')];
  expect(await recordAt({} as ReadTx, sources, `${origin}/meetings/9`, origin)).toEqual({ type: 'a.meeting', id: 9 });
  expect(await recordAt({} as ReadTx, sources, '/tasks/9', origin)).toBeUndefined();
});
