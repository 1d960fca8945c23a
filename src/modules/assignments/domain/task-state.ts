import { fail, ok, type Result } from '../../../platform/result.ts';

export type TaskState = 'open' | 'reported' | 'closed' | 'cancelled';

/** What can be done to a task, and from which states. */
const steps = {
  progress: { from: ['open'], to: 'open', by: 'owner' },
  'pass-on': { from: ['open'], to: 'open', by: 'owner' },
  report: { from: ['open'], to: 'reported', by: 'owner' },
  'take-back': { from: ['reported'], to: 'open', by: 'owner' },
  return: { from: ['reported'], to: 'open', by: 'follow-up' },
  close: { from: ['open', 'reported'], to: 'closed', by: 'follow-up' },
  reopen: { from: ['closed', 'cancelled'], to: 'open', by: 'follow-up' },
  cancel: { from: ['open', 'reported'], to: 'cancelled', by: 'follow-up' },
  'change-due': { from: ['open', 'reported'], to: 'same', by: 'follow-up' },
} as const satisfies Record<string, { from: readonly TaskState[]; to: TaskState | 'same'; by: 'owner' | 'follow-up' }>;

export type TaskStep = keyof typeof steps;

export interface Standing {
  /** The actor answers for the task: as owner, or as the officer it was passed on to. */
  readonly owns: boolean;
  /** The actor may act for the unit that follows it up. */
  readonly followsUp: boolean;
}

/** The steps that this person can take now. */
export function stepsFor(state: TaskState, standing: Standing): TaskStep[] {
  return (Object.keys(steps) as TaskStep[]).filter((name) => {
    const step = steps[name];
    return (step.from as readonly TaskState[]).includes(state) && (step.by === 'owner' ? standing.owns : standing.followsUp);
  });
}

/** The state after a step, or why it cannot be taken. */
export function takeStep(state: TaskState, name: TaskStep, standing: Standing): Result<TaskState, 'NOT_YOURS_TO_DO' | 'WRONG_STATE'> {
  const step = steps[name];
  if (!(step.by === 'owner' ? standing.owns : standing.followsUp)) {
    return fail('NOT_YOURS_TO_DO', step.by === 'owner'
      ? { th: 'เฉพาะผู้รับผิดชอบงานนี้เท่านั้นที่ทำขั้นนี้ได้', en: 'Only those who answer for this task can do this.' }
      : { th: 'เฉพาะหน่วยงานที่ติดตามงานนี้เท่านั้นที่ทำขั้นนี้ได้', en: 'Only the unit that follows this task up can do this.' }, { status: 403 });
  }
  if (!(step.from as readonly TaskState[]).includes(state)) {
    return fail('WRONG_STATE', { th: 'สถานะของงานเปลี่ยนไปแล้ว กรุณาเปิดหน้านี้ใหม่', en: 'The task is in another state by now. Open this page again.' }, { status: 409 });
  }
  return ok(step.to === 'same' ? state : step.to);
}

/** Whether evidence may be taken back: by who gave it or by the unit that follows up, while the task is not over. */
export function mayWithdraw(state: TaskState, who: { readonly gave: boolean; readonly followsUp: boolean }): Result<void, 'NOT_YOURS_TO_DO' | 'WRONG_STATE'> {
  if (!who.gave && !who.followsUp) {
    return fail('NOT_YOURS_TO_DO', { th: 'ถอนหลักฐานได้เฉพาะผู้แนบหรือหน่วยงานที่ติดตามงานนี้', en: 'Only who gave the evidence or the unit that follows this task up can take it back.' }, { status: 403 });
  }
  if (state === 'closed' || state === 'cancelled') {
    return fail('WRONG_STATE', { th: 'งานนี้สิ้นสุดแล้ว จึงถอนหลักฐานไม่ได้', en: 'This task is over; its evidence stays.' }, { status: 409 });
  }
  return ok(undefined);
}
