import { expect, test } from 'vitest';
import { momentWords } from './when.ts';

test('an instant is told as it is in Bangkok, in the words of the language', () => {
  const at = new Date('2020-11-02T18:05:00Z');
  expect(momentWords('th', at)).toBe('3 พ.ย. 2563 01.05 น.');
  expect(momentWords('en', at)).toBe('3 Nov 2020 01:05');
});
