import { expect, test } from 'vitest';
import { holidayMap, localDate, localTime, type OfficeCalendar, type Weekday } from '../../../thai/index.ts';
import { dueAfterSource, sameDue, type Due } from './due.ts';
import { reminderMoments, stillTrue } from './reminders.ts';

const next: Due = { dueOn: null, dueEvent: { kind: 'committee-meeting', committeeId: 7, words: 'การประชุมครั้งต่อไป' } };
const day = (dueOn: string): Due => ({ dueOn, dueEvent: null });

test('a day moved by hand is kept until the source says another', () => {
  expect(dueAfterSource(day('2020-11-20'), day('2020-11-16'), day('2020-11-16'))).toEqual(day('2020-11-20'));
  expect(dueAfterSource(day('2020-11-20'), day('2020-11-16'), day('2020-11-18'))).toEqual(day('2020-11-18'));
  expect(dueAfterSource(day('2020-11-20'), next, next)).toEqual(day('2020-11-20'));
  expect(dueAfterSource(day('2020-11-20'), next, day('2020-11-20'))).toEqual(day('2020-11-20'));
  // Tasks from before it was kept what the source said.
  expect(dueAfterSource(day('2020-11-16'), null, day('2020-11-18'))).toEqual(day('2020-11-18'));
});

test('events are the same whatever the order of their keys', () => {
  expect(sameDue(next, { dueOn: null, dueEvent: { words: 'การประชุมครั้งต่อไป', committeeId: 7, kind: 'committee-meeting' } })).toBe(true);
  expect(sameDue(next, { dueOn: null, dueEvent: { kind: 'committee-meeting', committeeId: 8, words: 'การประชุมครั้งต่อไป' } })).toBe(false);
  expect(sameDue(next, day('2020-11-16'))).toBe(false);
});

const calendar: OfficeCalendar = { holidays: holidayMap(), weekend: new Set<Weekday>([0, 6]), extraWorkingDays: new Set(), hours: { opens: localTime('08:30'), closes: localTime('16:30') } };

test('reminders go out when the office opens, two working days before, on the day, and on the first one after', () => {
  const moments = (due: string) => Object.fromEntries(reminderMoments(calendar, localDate(due)).map(({ what, at }) => [what, at.toISOString()]));
  expect(moments('2020-11-13')).toEqual({ ahead: '2020-11-11T01:30:00.000Z', day: '2020-11-13T01:30:00.000Z', late: '2020-11-16T01:30:00.000Z' });
  // 19 and 20 November 2020, a Thursday and a Friday, were special holidays.
  expect(moments('2020-11-23')).toMatchObject({ ahead: '2020-11-17T01:30:00.000Z' });
  expect(moments('2020-11-18')).toMatchObject({ late: '2020-11-23T01:30:00.000Z' });
});

test('a reminder that comes too late to be true says nothing', () => {
  expect([stillTrue('ahead', '2020-11-13', '2020-11-12'), stillTrue('ahead', '2020-11-13', '2020-11-13')]).toEqual([true, false]);
  expect([stillTrue('day', '2020-11-13', '2020-11-13'), stillTrue('day', '2020-11-13', '2020-11-14')]).toEqual([true, false]);
  expect([stillTrue('late', '2020-11-13', '2020-11-13'), stillTrue('late', '2020-11-13', '2020-11-16')]).toEqual([false, true]);
});
