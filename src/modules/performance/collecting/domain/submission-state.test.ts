import { expect, test } from 'vitest';
import { submissionStates } from '../../store/rounds.ts';
import { isLocked, isWanted, stepsFor, submissionSteps, takeStep, type SubmissionStanding } from './submission-state.ts';

const nobody: SubmissionStanding = { owner: false, keeper: false, executive: false };
const owner = { ...nobody, owner: true };
const keeper = { ...nobody, keeper: true };
const executive = { ...nobody, executive: true };

test('owners submit and take back, the secretariat returns, approves and reopens, executives confirm and reopen what was confirmed', () => {
  const table = (standing: SubmissionStanding) => Object.fromEntries(submissionStates.map((state) => [state, stepsFor(state, standing)]));
  expect(table(owner)).toEqual({ open: ['submit'], submitted: ['take-back'], returned: ['submit'], approved: [], confirmed: [] });
  expect(table(keeper)).toEqual({ open: [], submitted: ['return', 'approve'], returned: [], approved: ['reopen'], confirmed: [] });
  expect(table(executive)).toEqual({ open: [], submitted: [], returned: [], approved: ['confirm'], confirmed: ['reopen-confirmed'] });
  expect(Object.values(table(nobody)).flat()).toEqual([]);
});

test('a step that is offered can be taken, and no other, whoever stands there', () => {
  for (const state of submissionStates) {
    for (const bits of Array.from({ length: 8 }, (_, n) => n)) {
      const standing = { owner: (bits & 1) > 0, keeper: (bits & 2) > 0, executive: (bits & 4) > 0 };
      const offered = stepsFor(state, standing);
      for (const name of submissionSteps) expect([state, name, takeStep(state, name, standing).ok]).toEqual([state, name, offered.includes(name)]);
    }
  }
});

test('a refusal says whether it is the person or the state', () => {
  expect(takeStep('submitted', 'approve', owner)).toMatchObject({ code: 'NOT_YOURS_TO_DO', status: 403 });
  expect(takeStep('approved', 'approve', keeper)).toMatchObject({ code: 'WRONG_STATE', status: 409 });
  expect(takeStep('confirmed', 'reopen', keeper)).toMatchObject({ code: 'WRONG_STATE' });
  expect(takeStep('confirmed', 'reopen-confirmed', executive)).toEqual({ ok: true, value: 'open' });
});

test('what is approved or confirmed is locked; what is open or returned is wanted', () => {
  expect(submissionStates.filter(isLocked)).toEqual(['approved', 'confirmed']);
  expect(submissionStates.filter(isWanted)).toEqual(['open', 'returned']);
});
