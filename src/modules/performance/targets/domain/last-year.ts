/** Whether a target asks for less than the year before reached. */
import type { Finding } from '../../domain/finding.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import type { LadderData } from '../../store/indicators.ts';
import { messages } from './messages.ts';

/** What the year before reached. */
export interface LastYear {
  readonly fiscalYear: number;
  readonly value: Scaled;
  /** Steps that were done then, counted from 1: the first and the third may be done without the second. */
  readonly stepsDone: readonly number[];
}

/** Steps out of the detail of a result; empty where it is not made of steps. */
export function stepsIn(detail: Readonly<Record<string, unknown>>): number[] {
  const { steps } = detail;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'step' in one && 'done' in one && one.done === true ? [Number(one.step)] : []));
}

/** A warning where the best target lies below what was reached; steps done are counted even where one before them was not. */
export function lowerThanBefore(ladder: LadderData | null, better: 'more' | 'less', before: LastYear | undefined, field: string): Finding[] {
  const top = ladder?.values.at(-1);
  if (top === undefined || !before) return [];
  const target = scaled(top);
  const lower = better === 'more' ? target < before.value : target > before.value;
  if (lower) return [{ code: 'TARGET_BELOW_LAST_YEAR', severity: 'warning', field, words: messages.words('find.lower', { target: scaledText(target), year: before.fiscalYear, reached: scaledText(before.value) }) }];
  const steps = before.stepsDone;
  if (better === 'more' && steps.length > 0 && target < scaled(String(steps.length))) {
    return [{ code: 'TARGET_BELOW_LAST_YEAR', severity: 'warning', field, words: messages.words('find.lowerSteps', { target: scaledText(target), year: before.fiscalYear, steps: steps.join(', ') }) }];
  }
  return [];
}
