import { expect, test } from 'vitest';
import { holidayMap, localTime, type OfficeCalendar, type Weekday } from '../../../../thai/index.ts';
import { scaled } from '../../domain/numbers.ts';
import { takenValue } from './measure-value.ts';
import { emptyCard, mergeCards } from './merge-card.ts';
import { lookAtDueDay, periodOf, roundSlug, slugOf } from './rounds.ts';
import { beyondTop, takeValue, type Measured } from './typed-value.ts';

const calendar: OfficeCalendar = { holidays: holidayMap(), weekend: new Set<Weekday>([0, 6]), extraWorkingDays: new Set(), hours: { opens: localTime('08:30'), closes: localTime('16:30') } };

test('26 October 2563 leaves no whole working day after the meeting; a holiday and a past day are said', () => {
  expect(lookAtDueDay(calendar, '2020-10-22', '2020-10-26')).toEqual({ flaws: ['hasty'], workingDays: 0, better: '2020-11-02' });
  expect(lookAtDueDay(calendar, '2020-10-19', '2020-10-23').flaws).toEqual(['closed']);
  expect(lookAtDueDay(calendar, '2020-11-03', '2020-11-02').flaws).toEqual(['past']);
  expect(lookAtDueDay(calendar, '2020-11-03', '2020-11-17')).toEqual({ flaws: [], workingDays: 9, better: undefined });
});

test('a round reports from the first of October to the end of its month', () => {
  expect(periodOf(2564, 6)).toEqual({ from: '2020-10-01', to: '2021-03-31' });
  expect(periodOf(2564, 12)).toEqual({ from: '2020-10-01', to: '2021-09-30' });
  expect([slugOf({ month: null }), slugOf({ month: 9 })]).toEqual(['form', '9']);
  expect(['form', '12', '13', '0', '06'].map((slug) => roundSlug.test(slug))).toEqual([true, true, false, false, false]);
});

const percent: Measured = { unitOfMeasure: 'ร้อยละ', places: 2, better: 'more', ladder: { values: ['70', '75', '80'], scores: ['50', '75', '100'], below: 'zero' } };
const steps: Measured = { ...percent, unitOfMeasure: 'ขั้น', places: 0, ladder: { values: ['1', '2', '3'], scores: ['50', '75', '100'], below: 'zero' } };
const wordsOf = (text: string, indicator: Measured): string => { const taken = takeValue(text, indicator); return taken.ok ? '' : (taken.fields?.['value']?.th ?? ''); };

test('a value is taken as people type it', () => {
  expect(takeValue('๗๗.๕', percent)).toEqual({ ok: true, value: scaled('77.5') });
  expect(takeValue('77.5 %', percent)).toEqual({ ok: true, value: scaled('77.5') });
  expect(takeValue('๑,๒๓๔', { ...steps, unitOfMeasure: 'คน' })).toEqual({ ok: true, value: scaled('1234') });
});

test('what the unit does not have is told at the field: a share, a percentage of steps, too many places', () => {
  expect(wordsOf('0.77', percent)).toContain('77');
  expect(takeValue('0.77', percent, true)).toEqual({ ok: true, value: scaled('0.77') });
  expect(wordsOf('15 %', steps)).toContain('ขั้น');
  expect(wordsOf('1.5', steps)).toContain('จำนวนเต็ม');
  expect(wordsOf('77.555', percent)).toContain('2');
  expect(wordsOf('1,5', percent)).not.toBe('');
  expect(wordsOf('มาก', percent)).not.toBe('');
  expect(wordsOf('770', percent)).toContain('100');
  expect(wordsOf('-3', percent)).not.toBe('');
});

test('a value beyond the top is taken, and which target it passes is known', () => {
  expect(beyondTop(scaled('91'), percent)).toBe(scaled('80'));
  expect(beyondTop(scaled('80'), percent)).toBeUndefined();
  expect(beyondTop(scaled('5'), { ...percent, better: 'less', ladder: { values: ['30', '20', '10'], scores: ['50', '75', '100'], below: 'zero' } })).toBe(scaled('10'));
});

test('a measure without value stays missing; shares are exact', () => {
  expect(takenValue({ numerator: null, denominator: 10 }, 'percent')).toBeUndefined();
  expect(takenValue({ numerator: 0, denominator: 0 }, 'percent')).toBeUndefined();
  expect(takenValue({ numerator: 3, denominator: null }, 'percent')).toBeUndefined();
  expect(takenValue({ numerator: 2, denominator: 3 }, 'percent')?.value).toBe(scaled('66.666667'));
  expect(takenValue({ numerator: 282.31, denominator: null }, 'count')?.value).toBe(scaled('282.31'));
});

test('two people on one card: what each changed is kept, and only a field that both changed clashes', () => {
  const base = { ...emptyCard, achieved: 'ก', obstacles: 'ข' };
  const merged = mergeCards(base, { ...base, achieved: 'ก ฉัน' }, { ...base, obstacles: 'ข เขา' });
  expect(merged).toEqual({ content: { ...base, achieved: 'ก ฉัน', obstacles: 'ข เขา' }, clashes: [], taken: ['obstacles'] });
  expect(mergeCards(base, { ...base, achieved: 'ฉัน' }, { ...base, achieved: 'เขา' })).toMatchObject({ clashes: ['achieved'], content: { achieved: 'ฉัน' } });
  expect(mergeCards(base, { ...base, achieved: 'เหมือนกัน' }, { ...base, achieved: 'เหมือนกัน' }).clashes).toEqual([]);
});
