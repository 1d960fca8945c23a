import { describe, expect, it } from 'vitest';
import { localDate, localTime } from '../../../thai/index.ts';
import type { LocalDate, OfficeCalendar } from '../../../thai/index.ts';
import { deadlineAt, deadlineWarning, reminderDays, usualDeadline, workingDaysLeft } from './deadline.ts';

const calendar: OfficeCalendar = {
  holidays: new Set<LocalDate>([localDate('2020-11-19'), localDate('2020-11-20')]), weekend: new Set([0, 6] as const), extraWorkingDays: new Set<LocalDate>(),
  hours: { opens: localTime('08:30'), closes: localTime('16:30') },
};

describe('the last day for an answer', () => {
  it('is four working days after Tuesday 3 November 2563: Monday the 9th', () => {
    expect(usualDeadline(calendar, '2020-11-03', 4)).toBe('2020-11-09');
  });

  it('goes around holidays that are data', () => {
    expect(usualDeadline(calendar, '2020-11-17', 4)).toBe('2020-11-25');
  });

  it('ends at 24:00 in Bangkok', () => {
    expect(deadlineAt('2020-11-09').toISOString()).toBe('2020-11-09T17:00:00.000Z');
  });

  it('is warned of on a holiday, when near, and refused in the past', () => {
    expect(deadlineWarning(calendar, '2020-11-03', '2020-11-09')).toBeUndefined();
    expect(deadlineWarning(calendar, '2020-11-03', '2020-11-08')).toBe('holiday');
    expect(deadlineWarning(calendar, '2020-11-17', '2020-11-19')).toBe('holiday');
    expect(deadlineWarning(calendar, '2020-11-03', '2020-11-04')).toBe('near');
    expect(deadlineWarning(calendar, '2020-11-03', '2020-11-02')).toBe('past');
  });

  it('is reminded of two working days before and on the day, never before the sending', () => {
    expect(reminderDays(calendar, '2020-11-03', '2020-11-09')).toEqual(['2020-11-05', '2020-11-09']);
    expect(reminderDays(calendar, '2020-11-05', '2020-11-06')).toEqual(['2020-11-06']);
  });

  it('counts working days left', () => {
    expect(workingDaysLeft(calendar, '2020-11-05', '2020-11-09')).toBe(2);
    expect(workingDaysLeft(calendar, '2020-11-09', '2020-11-09')).toBe(0);
    expect(workingDaysLeft(calendar, '2020-11-10', '2020-11-09')).toBe(-1);
  });
});
