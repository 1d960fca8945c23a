import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { SubmissionState } from '../../store/rounds.ts';

/** What can be done to a submission, from which states, and by whom. Approval locks it, confirmation locks the whole round. */
const steps = {
  submit: { from: ['open', 'returned'], to: 'submitted', by: 'owner' },
  'take-back': { from: ['submitted'], to: 'open', by: 'owner' },
  return: { from: ['submitted'], to: 'returned', by: 'keeper' },
  approve: { from: ['submitted'], to: 'approved', by: 'keeper' },
  confirm: { from: ['approved'], to: 'confirmed', by: 'executive' },
  reopen: { from: ['approved'], to: 'open', by: 'keeper' },
  'reopen-confirmed': { from: ['confirmed'], to: 'open', by: 'executive' },
} as const satisfies Record<string, { from: readonly SubmissionState[]; to: SubmissionState; by: keyof typeof refusals }>;

export type SubmissionStep = keyof typeof steps;
export const submissionSteps = Object.keys(steps) as readonly SubmissionStep[];

/** As whom the actor stands before a submission; one person may be several. */
export interface SubmissionStanding {
  /** Of a unit that owns the indicator. */
  readonly owner: boolean;
  /** Of the secretariat that keeps the year. */
  readonly keeper: boolean;
  /** Decides for the department. */
  readonly executive: boolean;
}

const refusals = {
  owner: { th: 'เฉพาะหน่วยงานผู้กำกับตัวชี้วัดนี้เท่านั้นที่ทำขั้นนี้ได้', en: 'Only a unit that owns this indicator can do this.' },
  keeper: { th: 'เฉพาะฝ่ายเลขานุการของปีนี้เท่านั้นที่ทำขั้นนี้ได้', en: 'Only the secretariat of this year can do this.' },
  executive: { th: 'เฉพาะผู้บริหารของกรมเท่านั้นที่ทำขั้นนี้ได้', en: 'Only an executive of the department can do this.' },
} as const;

/** The steps that this person can take now. */
export function stepsFor(state: SubmissionState, standing: SubmissionStanding): SubmissionStep[] {
  return submissionSteps.filter((name) => (steps[name].from as readonly SubmissionState[]).includes(state) && standing[steps[name].by]);
}

/** The state after a step, or why it cannot be taken. */
export function takeStep(state: SubmissionState, name: SubmissionStep, standing: SubmissionStanding): Result<SubmissionState, 'NOT_YOURS_TO_DO' | 'WRONG_STATE'> {
  const step = steps[name];
  if (!standing[step.by]) return fail('NOT_YOURS_TO_DO', refusals[step.by], { status: 403 });
  if (!(step.from as readonly SubmissionState[]).includes(state)) {
    return fail('WRONG_STATE', { th: 'สถานะของรายงานเปลี่ยนไปแล้ว กรุณาเปิดหน้านี้ใหม่', en: 'The report is in another state by now. Open this page again.' }, { status: 409 });
  }
  return ok(step.to);
}

/** Whether values, cards and evidence of the round may still be written. */
export const isLocked = (state: SubmissionState): boolean => state === 'approved' || state === 'confirmed';

/** Whether the owner still owes the report. */
export const isWanted = (state: SubmissionState): boolean => state === 'open' || state === 'returned';
