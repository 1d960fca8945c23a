/** Steps of work as a value: an e-service with its three steps, a plan with its milestones, an approval in stages. */

/** `cumulative`: a step counts only when all before it are done; `counted`: every step that is done counts. */
export type StepRule = 'cumulative' | 'counted';

/** `null`: not known, which is neither done nor undone. */
export type StepFact = boolean | null;

export interface StepsReached {
  /** How many steps count; undefined while steps are unknown that could change it. */
  readonly reached: number | undefined;
  /** Steps, counted from 1, whose fact is still wanted. */
  readonly wanted: readonly number[];
  /** Steps that are done but do not count, because one before them is not: said beside the score. */
  readonly idle: readonly number[];
}

/** The pilot of 2563 did steps 1 and 3 but not 2: cumulative 1, counted 2. */
export function stepsReached(facts: readonly StepFact[], rule: StepRule): StepsReached {
  const numbers = facts.map((_, at) => at + 1);
  if (rule === 'counted') {
    const wanted = numbers.filter((step) => facts[step - 1] === null);
    return { reached: wanted.length > 0 ? undefined : facts.filter(Boolean).length, wanted, idle: [] };
  }
  const stop = facts.findIndex((fact) => fact !== true);
  if (stop < 0) return { reached: facts.length, wanted: [], idle: [] };
  if (facts[stop] === null) {
    // Facts behind the first step that is undone change nothing.
    const end = facts.indexOf(false, stop);
    return { reached: undefined, wanted: numbers.filter((step) => facts[step - 1] === null && (end < 0 || step <= end)), idle: [] };
  }
  return { reached: stop, wanted: [], idle: numbers.filter((step) => step > stop && facts[step - 1] === true) };
}
