import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('quotes, line ends and formulas are made safe; numbers stay numbers', () => {
  expect(csvOf([['ก,ข', 'พูดว่า "ได้"', 'บรรทัด\nสอง', '=1+1', -5, null]])).toBe('\uFEFF"ก,ข","พูดว่า ""ได้""","บรรทัด\nสอง",\'=1+1,-5,\r\n');
});
