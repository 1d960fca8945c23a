/** Received letters and their chain: closed sets, and what each step does to the matter. Pure. */

/** By what it came. `internal`: a letter of the house, or passed on by another unit. The exchange between agencies adds its own. */
export const channels = ['paper', 'scan', 'e-mail', 'hand', 'internal'] as const;
export type Channel = (typeof channels)[number];
/** What a clerk may choose. */
export const typedChannels = ['paper', 'scan', 'e-mail', 'hand'] as const;

/** `waiting`: with the clerks · `proposed`: with whoever orders · `working`: ordered, being done · `closed`. */
export const receivedStates = ['waiting', 'proposed', 'working', 'closed'] as const;
export type ReceivedState = (typeof receivedStates)[number];

/** เสนอเพื่อ… */
export const purposes = ['consider', 'inform', 'approve', 'sign', 'order'] as const;
export type Purpose = (typeof purposes)[number];

/** สั่งการ */
export const verdicts = ['noted', 'assign', 'as-proposed', 'approved', 'rejected', 'circulate', 'consult', 'file'] as const;
export type Verdict = (typeof verdicts)[number];

export const stepKinds = ['register', 'propose', 'pass-up', 'order', 'forward', 'return', 'recall', 'receive', 'report', 'send-back', 'reply', 'close', 'reopen', 'park', 'reroute'] as const;
export type StepKind = (typeof stepKinds)[number];

export const assignmentStates = ['queued', 'open', 'done', 'returned', 'recalled'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** From which states a step can be taken. */
const takenFrom: Readonly<Partial<Record<StepKind, readonly ReceivedState[]>>> = {
  propose: ['waiting', 'working'],
  'pass-up': ['proposed'],
  order: ['proposed'],
  return: ['proposed'],
  recall: ['proposed'],
  forward: ['waiting', 'working'],
  report: ['working'],
  'send-back': ['working'],
  close: ['waiting', 'working'],
  reopen: ['closed'],
  reroute: ['waiting', 'proposed', 'working'],
};

/** Whether a step fits the state that the matter is in. */
export function fits(step: StepKind, state: ReceivedState): boolean {
  return takenFrom[step]?.includes(state) ?? true;
}

/**
 * What an order makes of the matter: "ทราบ" and "เก็บ" end it; "หารือ" gives it back to the clerks to ask; everything
 * else is to be done, by those it was assigned to or by the unit's clerks.
 */
export function stateAfterOrder(verdict: Verdict, assignees: number): ReceivedState {
  if (assignees > 0) return 'working';
  if (verdict === 'noted' || verdict === 'file') return 'closed';
  return verdict === 'consult' ? 'waiting' : 'working';
}
