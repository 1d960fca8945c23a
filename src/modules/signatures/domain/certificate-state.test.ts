import { expect, test } from 'vitest';
import { certificateStates, certificateSteps, daysLeft, mayTake, shownState, warningDue } from './certificate-state.ts';

const end = new Date('2027-03-01T00:00:00Z');
const daysBefore = (days: number) => new Date(end.getTime() - days * 86_400_000);

test('an end is an end: no step leads on from it', () => {
  for (const state of ['refused', 'revoked', 'replaced', 'removed'] as const) {
    for (const step of Object.keys(certificateSteps) as (keyof typeof certificateSteps)[]) expect([state, step, mayTake(step, state)]).toEqual([state, step, false]);
  }
  expect(certificateStates.filter((state) => mayTake('revoke', state))).toEqual(['received', 'active']);
});

test('one in use is shown as expired after its end and as to come before its beginning', () => {
  const row = { state: 'active', validFrom: daysBefore(365), validTo: end } as const;
  expect(shownState(row, daysBefore(1))).toBe('active');
  expect(shownState(row, new Date(end.getTime() + 1))).toBe('expired');
  expect(shownState(row, daysBefore(366))).toBe('not-yet');
  expect(shownState({ ...row, state: 'revoked' }, new Date(end.getTime() + 1))).toBe('revoked');
});

test('each warning is due once, a missed one is made good by the nearest, and none after the end', () => {
  const days = [60, 30, 7];
  expect(warningDue(end, daysBefore(61), days, null)).toBeUndefined();
  expect(warningDue(end, daysBefore(60), days, null)).toBe(60);
  expect(warningDue(end, daysBefore(59), days, 60)).toBeUndefined();
  expect(warningDue(end, daysBefore(30), days, 60)).toBe(30);
  expect(warningDue(end, daysBefore(5), days, 60)).toBe(7);
  expect(warningDue(end, daysBefore(5), days, 7)).toBeUndefined();
  expect(warningDue(end, new Date(end.getTime() + 1), days, 30)).toBeUndefined();
  expect(daysLeft(end, daysBefore(2))).toBe(2);
});
