/** A plan of steps behind a value: milestones, stages of approval, steps of an e-service. */
import { stepsReached, type StepFact, type StepRule, type StepsReached } from '../../domain/ladder/steps.ts';
import { one, scaled, type Scaled } from '../../domain/numbers.ts';
import { addDays, addMonths, fiscalYearBounds, type LocalDate } from '../../../../thai/index.ts';

export const stepStates = ['planned', 'under-way', 'done', 'not-done', 'next-year', 'unknown'] as const;
export type StepState = (typeof stepStates)[number];

export interface PlannedStep {
  readonly title: string;
  readonly state: StepState;
  readonly fromMonth: number | null;
  readonly toMonth: number | null;
  readonly plannedOn: string | null;
  readonly doneOn: string | null;
  /** Plain digits. */
  readonly weight: string | null;
}

/** First and last day of the nth month of a fiscal year; October is 1. */
export function monthSpan(fiscalYear: number, month: number): { readonly from: LocalDate; readonly to: LocalDate } {
  const { from } = fiscalYearBounds(fiscalYear);
  return { from: addMonths(from, month - 1), to: addDays(addMonths(from, month), -1) };
}

/** The month of the fiscal year in which a day lies; undefined outside it. */
export function monthOf(fiscalYear: number, day: string): number | undefined {
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  return months.find((month) => { const { from, to } = monthSpan(fiscalYear, month); return day >= from && day <= to; });
}

/** The last day on which a step is in time: the foreseen day, else the end of its last month. */
export const dueOfStep = (step: Pick<PlannedStep, 'plannedOn' | 'toMonth'>, fiscalYear: number): string | undefined =>
  step.plannedOn ?? (step.toMonth === null ? undefined : monthSpan(fiscalYear, step.toMonth).to);

/** Not done although its time is over. What was put off to next year is not late. */
export function isLate(step: PlannedStep, fiscalYear: number, today: string): boolean {
  const due = dueOfStep(step, fiscalYear);
  if (due === undefined || step.state === 'next-year') return false;
  return step.state === 'done' ? (step.doneOn ?? '') > due : today > due;
}

/** What was known of a step at the end of a day: done later is not yet done. */
export const factOn = ({ state, doneOn }: Pick<PlannedStep, 'state' | 'doneOn'>, day: string): StepFact => (state === 'unknown' ? null : state === 'done' && (doneOn ?? '') <= day);

export interface StepsValue extends StepsReached {
  /** How many steps count, or what they weigh where all have a weight; undefined while a fact is wanted. */
  readonly value: Scaled | undefined;
  readonly weighted: boolean;
}

/** The value of a plan on a day. Steps stand in their order; weights count only where every step has one. */
export function stepsValue(steps: readonly PlannedStep[], rule: StepRule, day: string): StepsValue {
  const facts = steps.map((step) => factOn(step, day));
  const reached = stepsReached(facts, rule);
  const weighted = steps.length > 0 && steps.every(({ weight }) => weight !== null);
  if (reached.reached === undefined || steps.length === 0) return { ...reached, value: undefined, weighted };
  const counting = rule === 'counted' ? steps.filter((_, at) => facts[at] === true) : steps.slice(0, reached.reached);
  return { ...reached, weighted, value: weighted ? counting.reduce((all, { weight }) => all + scaled(weight as string), 0n) : BigInt(counting.length) * one };
}

export type StripCell = 'none' | 'planned' | 'under-way' | 'done' | 'late' | 'next-year';

/** The twelve cells of a step: where it lies, where it was done, where it ran over. */
export function stripOf(step: PlannedStep, fiscalYear: number, today: string): StripCell[] {
  const now = today < monthSpan(fiscalYear, 1).from ? 0 : (monthOf(fiscalYear, today) ?? 13);
  const doneIn = step.doneOn === null ? undefined : (monthOf(fiscalYear, step.doneOn) ?? (step.doneOn < monthSpan(fiscalYear, 1).from ? 1 : 12));
  const dayMonth = step.plannedOn === null ? undefined : monthOf(fiscalYear, step.plannedOn);
  const from = step.fromMonth ?? dayMonth;
  const to = Math.max(step.toMonth ?? 0, dayMonth ?? 0) || undefined;
  const late = isLate(step, fiscalYear, today);
  return Array.from({ length: 12 }, (_, at): StripCell => {
    const month = at + 1;
    if (step.state === 'done' && month === doneIn) return late ? 'late' : 'done';
    const within = from !== undefined && to !== undefined && month >= from && month <= to;
    if (step.state === 'next-year') return within ? 'next-year' : 'none';
    if (step.state === 'done') return within && month < (doneIn ?? 13) ? 'done' : late && month > (to ?? 12) && month < (doneIn ?? 0) ? 'late' : 'none';
    if (late && month > (to ?? 12) && month <= Math.min(now, 12)) return 'late';
    if (!within) return 'none';
    return late ? 'late' : step.state === 'under-way' && month <= now ? 'under-way' : 'planned';
  });
}
