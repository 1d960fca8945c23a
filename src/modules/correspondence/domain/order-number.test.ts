import { describe, expect, test } from 'vitest';
import { orderNumber, orderStanding } from './order-number.ts';

describe('the number of an order', () => {
  test.each([
    ['12/2563', 12, 2563], ['๑๒/๒๕๖๓', 12, 2563], ['คำสั่งที่ ๑๒ / ๒๕๖๓', 12, 2563], ['ที่ 1,353/2563', 1353, 2563], ['คำสั่งกรมประชาสัมพันธ์ ที่ 1353/2563', 1353, 2563],
    ['12/63', 12, 2563], ['เลขที่ 7', 7, undefined], ['๗', 7, undefined],
  ])('%s', (text, number, year) => expect(orderNumber(text)).toEqual({ number, year }));
  test.each(['', 'แต่งตั้งคณะทำงาน', '12/2563 ลงวันที่ 3 ตุลาคม 2563', '0/2563', 'นร 0223/12', '12/1999'])('%s is none', (text) => expect(orderNumber(text)).toBeUndefined());
});

describe('what an order is worth', () => {
  const holds = { entryState: 'valid', letterState: 'issued', changedBy: [] } as const;
  test('it is in force, also when it was made outside', () => {
    expect(orderStanding(holds)).toBe('in-force');
    expect(orderStanding({ ...holds, letterState: null })).toBe('in-force');
  });
  test('amended holds with changes; cancelled is stronger than amended', () => {
    expect(orderStanding({ ...holds, changedBy: [{ effect: 'amends' }] })).toBe('amended');
    expect(orderStanding({ ...holds, changedBy: [{ effect: 'amends' }, { effect: 'cancels' }] })).toBe('cancelled');
  });
  test('a number that is void or waits, and a letter taken back, say so first', () => {
    expect(orderStanding({ ...holds, entryState: 'void', changedBy: [{ effect: 'cancels' }] })).toBe('void');
    expect(orderStanding({ ...holds, entryState: 'reserved', letterState: null })).toBe('reserved');
    expect(orderStanding({ ...holds, letterState: 'recalled' })).toBe('recalled');
    expect(orderStanding({ ...holds, letterState: 'corrected' })).toBe('corrected');
  });
});
