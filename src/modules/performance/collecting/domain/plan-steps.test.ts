import { expect, test } from 'vitest';
import { scaled } from '../../domain/numbers.ts';
import { dueOfStep, factOn, isLate, monthOf, monthSpan, stepsValue, stripOf, type PlannedStep } from './plan-steps.ts';

const step = (more: Partial<PlannedStep>): PlannedStep => ({ title: 'ขั้น', state: 'planned', fromMonth: null, toMonth: null, plannedOn: null, doneOn: null, weight: null, ...more });
const done = (doneOn: string, more: Partial<PlannedStep> = {}) => step({ state: 'done', doneOn, ...more });

test('months of the fiscal year 2564 begin in October 2563', () => {
  expect(monthSpan(2564, 1)).toEqual({ from: '2020-10-01', to: '2020-10-31' });
  expect(monthSpan(2564, 5)).toEqual({ from: '2021-02-01', to: '2021-02-28' });
  expect([monthOf(2564, '2021-09-30'), monthOf(2564, '2020-11-03'), monthOf(2564, '2021-10-01')]).toEqual([12, 2, undefined]);
});

test('the pilot of 2563 did steps 1 and 3 but not 2: the rule decides, and it is data', () => {
  const pilot = [done('2020-05-01'), step({ state: 'not-done' }), done('2020-08-01')];
  expect(stepsValue(pilot, 'cumulative', '2020-09-30')).toMatchObject({ value: scaled('1'), idle: [3] });
  expect(stepsValue(pilot, 'counted', '2020-09-30').value).toBe(scaled('2'));
});

test('a step that nobody has said anything of leaves the value missing, never zero', () => {
  expect(stepsValue([done('2020-10-20'), step({ state: 'unknown' })], 'cumulative', '2020-12-31')).toMatchObject({ value: undefined, wanted: [2] });
  expect(stepsValue([], 'cumulative', '2020-12-31').value).toBeUndefined();
  expect(stepsValue([step({})], 'cumulative', '2020-12-31').value).toBe(0n);
});

test('what was done after the day of the value does not count yet; weights count where all have one', () => {
  const plan = [done('2020-10-20', { weight: '40' }), done('2021-01-05', { weight: '60' })];
  expect(factOn(plan[1] as PlannedStep, '2020-12-31')).toBe(false);
  expect(stepsValue(plan, 'cumulative', '2020-12-31').value).toBe(scaled('40'));
  expect(stepsValue(plan, 'cumulative', '2021-01-31').value).toBe(scaled('100'));
  expect(stepsValue([plan[0] as PlannedStep, step({})], 'cumulative', '2020-12-31')).toMatchObject({ weighted: false, value: scaled('1') });
});

test('a step is late after its day or the end of its months, not when it was put off to next year', () => {
  const late = step({ fromMonth: 1, toMonth: 1 });
  expect([isLate(late, 2564, '2020-10-31'), isLate(late, 2564, '2020-11-01')]).toEqual([false, true]);
  expect(isLate({ ...late, state: 'next-year' }, 2564, '2021-01-01')).toBe(false);
  expect(isLate(done('2020-11-02', { fromMonth: 1, toMonth: 1 }), 2564, '2020-12-01')).toBe(true);
  expect(isLate(step({}), 2564, '2021-09-30')).toBe(false);
  expect(dueOfStep(step({ plannedOn: '2021-03-10', toMonth: 5 }), 2564)).toBe('2021-03-10');
});

test('the strip shows where a step lies, how far it is, and where it runs over', () => {
  expect(stripOf(step({ fromMonth: 1, toMonth: 3, state: 'under-way' }), 2564, '2020-11-03').slice(0, 4)).toEqual(['under-way', 'under-way', 'planned', 'none']);
  expect(stripOf(step({ fromMonth: 1, toMonth: 1 }), 2564, '2020-12-03').slice(0, 4)).toEqual(['late', 'late', 'late', 'none']);
  expect(stripOf(done('2020-11-20', { fromMonth: 1, toMonth: 3 }), 2564, '2021-03-01').slice(0, 4)).toEqual(['done', 'done', 'none', 'none']);
  expect(stripOf(step({ fromMonth: 4, toMonth: 5, state: 'next-year' }), 2564, '2021-09-01').filter((cell) => cell !== 'none')).toEqual(['next-year', 'next-year']);
});
