/** The way of an application for assessment, and who may take which step. */
export const assessmentStates = ['draft', 'applied', 'self-assessing', 'submitted', 'returned', 'assessed', 'closed'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export const steps = ['apply', 'begin', 'submit', 'take-back', 'return', 'accept', 'close'] as const;
export type Step = (typeof steps)[number];

/** `keeper`: the unit that keeps the assessment. `assessor`: one who is named and has not submitted. */
export type StepBy = 'keeper' | 'assessor';

export const stepRules: Readonly<Record<Step, { readonly from: readonly AssessmentState[]; readonly to: AssessmentState; readonly by: StepBy }>> = {
  apply: { from: ['draft'], to: 'applied', by: 'keeper' },
  begin: { from: ['applied'], to: 'self-assessing', by: 'keeper' },
  submit: { from: ['self-assessing', 'returned'], to: 'submitted', by: 'keeper' },
  'take-back': { from: ['submitted'], to: 'self-assessing', by: 'keeper' },
  return: { from: ['submitted'], to: 'returned', by: 'assessor' },
  accept: { from: ['submitted'], to: 'assessed', by: 'keeper' },
  close: { from: ['assessed'], to: 'closed', by: 'keeper' },
};

export interface StepFacts {
  readonly state: AssessmentState;
  /** Last day of filling in, and today. */
  readonly closesOn: string;
  readonly today: string;
  /** Sections of category 0 and items of boxes that nobody wrote. */
  readonly missingSections: readonly string[];
  readonly missingItems: readonly string[];
  readonly assessors: number;
  readonly assessorsSubmitted: number;
}

export type StepRefusal = 'state' | 'profile' | 'items' | 'closed' | 'assessors-none' | 'assessors-wait' | 'assessor-submitted';

/** Why a step cannot be taken now; undefined where it can. */
export function refusalOf(step: Step, facts: StepFacts): StepRefusal | undefined {
  if (!stepRules[step].from.includes(facts.state)) return 'state';
  if ((step === 'apply' || step === 'submit') && facts.missingSections.length > 0) return 'profile';
  if (step === 'submit') {
    if (facts.today > facts.closesOn) return 'closed';
    if (facts.missingItems.length > 0) return 'items';
  }
  // Once an assessor has judged what was submitted, it is no longer changed under that judgement.
  if ((step === 'take-back' || step === 'return') && facts.assessorsSubmitted > 0) return 'assessor-submitted';
  if (step === 'accept') {
    if (facts.assessors === 0) return 'assessors-none';
    if (facts.assessorsSubmitted < facts.assessors) return 'assessors-wait';
  }
  return undefined;
}

/** Whether items may be filled in. Category 0 belongs to the application and is open before. */
export const itemsOpen = (state: AssessmentState): boolean => state === 'self-assessing' || state === 'returned';
export const profileOpen = (state: AssessmentState): boolean => state === 'draft' || state === 'applied' || itemsOpen(state);
