import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('keeps commas, quotes, lines and Thai, and never writes a formula', () => {
  expect(toCsv(['ที่', 'เรื่อง'], [['นร ๐๒๒๓/ว ๕๐๓', 'ก, ข "ค"\nง'], [503, '=1+1'], [null, '-5']])).toBe(
    '\ufeffที่,เรื่อง\r\nนร ๐๒๒๓/ว ๕๐๓,"ก, ข ""ค""\nง"\r\n503,\'=1+1\r\n,\'-5\r\n',
  );
});
