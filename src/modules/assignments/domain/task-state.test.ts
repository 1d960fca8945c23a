import { expect, test } from 'vitest';
import { stepsFor, takeStep, type TaskState } from './task-state.ts';

const owner = { owns: true, followsUp: false };
const secretariat = { owns: false, followsUp: true };
const reader = { owns: false, followsUp: false };

test('an owner works and reports; the unit that follows up accepts, returns, reopens', () => {
  expect(stepsFor('open', owner)).toEqual(['progress', 'pass-on', 'report']);
  expect(stepsFor('reported', owner)).toEqual(['take-back']);
  expect(stepsFor('open', secretariat)).toEqual(['close', 'cancel', 'change-due']);
  expect(stepsFor('reported', secretariat)).toEqual(['return', 'close', 'cancel', 'change-due']);
  expect(stepsFor('closed', secretariat)).toEqual(['reopen']);
  expect(stepsFor('cancelled', secretariat)).toEqual(['reopen']);
});

test('whoever only reads can do nothing', () => {
  for (const state of ['open', 'reported', 'closed', 'cancelled'] as TaskState[]) expect(stepsFor(state, reader)).toEqual([]);
});

test('a step that is offered can be taken, and no other', () => {
  for (const state of ['open', 'reported', 'closed', 'cancelled'] as TaskState[]) {
    for (const standing of [owner, secretariat, reader]) {
      const offered = stepsFor(state, standing);
      for (const name of ['progress', 'pass-on', 'report', 'take-back', 'return', 'close', 'reopen', 'cancel', 'change-due'] as const) {
        expect(takeStep(state, name, standing).ok).toBe(offered.includes(name));
      }
    }
  }
});

test('a closed task that is reopened is open, and the reason for a refusal is told apart', () => {
  expect(takeStep('closed', 'reopen', secretariat)).toEqual({ ok: true, value: 'open' });
  expect(takeStep('closed', 'report', owner)).toMatchObject({ code: 'WRONG_STATE' });
  expect(takeStep('open', 'close', owner)).toMatchObject({ code: 'NOT_YOURS_TO_DO' });
});
