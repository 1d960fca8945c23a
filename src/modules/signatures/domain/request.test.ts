import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hindrance, progress, stepsFault, tally } from './request.ts';
import type { NewPart, PartState } from './request.ts';

const parts = (...rows: readonly (readonly [step: number, state: PartState])[]) => rows.map(([step, state], i) => ({ id: i + 1, step, state, kind: 'sign' as const }));
const sign = (personId: number): NewPart => ({ kind: 'sign', personId, label: `คน ${personId}` });
const approve = (positionId: number): NewPart => ({ kind: 'approve', positionId, label: `ตำแหน่ง ${positionId}` });

describe('what a decision opens', () => {
  test('the next step opens when the last of a group is done, and not before', () => {
    expect(progress(parts([1, 'done'], [1, 'open'], [2, 'queued']))).toEqual({ open: [], complete: false });
    expect(progress(parts([1, 'done'], [1, 'done'], [2, 'queued'], [2, 'queued'], [3, 'queued']))).toEqual({ open: [3, 4], complete: false });
    expect(progress(parts([1, 'done'], [2, 'signed'], [3, 'queued']))).toEqual({ open: [], complete: false });
    expect(progress(parts([1, 'done'], [2, 'done']))).toEqual({ open: [], complete: true });
    expect(progress(parts([1, 'refused'], [2, 'queued']))).toEqual({ open: [], complete: false });
  });

  test('however steps are laid, everybody is asked once and the order of steps is kept', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat(1000)), (steps, choice) => {
      const now: { id: number; step: number; state: PartState }[] = steps.map((step, i) => ({ id: i, step, state: 'queued' }));
      const decided: number[] = [];
      for (let i = 0; i < 20 && !progress(now).complete; i += 1) {
        for (const id of progress(now).open) now[id]!.state = 'open';
        const open = now.filter((part) => part.state === 'open');
        const part = open[choice.next().value! % open.length]!;
        part.state = 'done';
        decided.push(part.step);
      }
      expect(decided).toEqual([...steps].sort((a, b) => a - b));
    }));
  });
});

test('what stands in the way is said in the order that matters to people', () => {
  const open = { state: 'open' as const, parts: parts([1, 'done'], [2, 'open'], [3, 'queued']) };
  expect([1, 2, 3, 4].map((id) => hindrance(open, id))).toEqual(['decided', undefined, 'not-yet', 'ended']);
  expect(hindrance({ state: 'open', parts: parts([1, 'signed'], [1, 'open']) }, 2)).toBe('awaits-time');
  expect(hindrance({ state: 'withdrawn', parts: parts([1, 'done'], [2, 'dropped']) }, 2)).toBe('ended');
  expect(hindrance({ state: 'refused', parts: parts([1, 'refused'], [1, 'dropped']) }, 1)).toBe('decided');
  const approval = [{ id: 1, kind: 'sign' as const, state: 'signed' as const }, { id: 2, kind: 'approve' as const, state: 'open' as const }];
  expect(hindrance({ state: 'open', parts: approval }, 2)).toBeUndefined();
  expect(tally(parts([1, 'done'], [1, 'signed'], [2, 'open']))).toEqual({ done: 2, all: 3 });
});

test('steps that cannot be: nobody, nobody who signs at the end, the same seat twice in a group', () => {
  expect(stepsFault([])).toBe('nobody');
  expect(stepsFault([[approve(1)], []])).toBe('nobody');
  expect(stepsFault([[sign(1)], [approve(2)]])).toBe('no-signer');
  expect(stepsFault([[approve(7), approve(7)], [sign(1)]])).toBe('twice');
  expect(stepsFault([[approve(7), approve(8)], [sign(7)]])).toBeUndefined();
  expect(stepsFault(Array.from({ length: 11 }, () => [sign(1)]))).toBe('too-many');
});
