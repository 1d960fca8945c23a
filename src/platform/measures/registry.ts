import { can, type Actor } from '../access/actor.ts';
import type { ReadTx } from '../db/database.ts';
import { notFound, ok, type Result } from '../result.ts';
import type { MeasureDefinition, MeasurePeriod, MeasureRecord, MeasureValue } from './measures.ts';

/** Where a value and the list that it counts do not agree. */
export interface MeasureDisagreement {
  readonly measure: string;
  readonly words: string;
}

export interface MeasureRegistry {
  readonly all: readonly MeasureDefinition[];
  get(name: string): MeasureDefinition | undefined;
  /** Those that the actor may read. */
  readable(actor: Actor): readonly MeasureDefinition[];
  /** The value for the transaction's actor; what is not theirs does not exist. */
  value(tx: ReadTx, name: string, period: MeasurePeriod, asOf: Date): Promise<Result<MeasureValue, 'NOT_FOUND'>>;
  records(tx: ReadTx, name: string, period: MeasurePeriod, asOf: Date): Promise<Result<readonly MeasureRecord[], 'NOT_FOUND'>>;
}

/** All measures of the house. Throws on two of one name, or a name that is not `module.name`. */
export function createMeasureRegistry(measures: readonly MeasureDefinition[]): MeasureRegistry {
  const byName = new Map<string, MeasureDefinition>();
  for (const measure of measures) {
    if (!/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/.test(measure.name)) throw new Error(`A measure is named module.name, not "${measure.name}"`);
    if (byName.has(measure.name)) throw new Error(`Two measures are named ${measure.name}`);
    byName.set(measure.name, measure);
  }
  const allowed = (tx: ReadTx, name: string) => {
    const measure = byName.get(name);
    return measure && can(tx.actor, measure.permission) ? measure : undefined;
  };
  const none = notFound({ th: 'ไม่พบค่าวัดนี้', en: 'There is no such measure' });
  return {
    all: [...byName.values()],
    get: (name) => byName.get(name),
    readable: (actor) => [...byName.values()].filter((measure) => can(actor, measure.permission)),
    async value(tx, name, period, asOf) {
      const measure = allowed(tx, name);
      return measure ? ok(await measure.value(tx, period, asOf)) : none;
    },
    async records(tx, name, period, asOf) {
      const measure = allowed(tx, name);
      return measure ? ok(await measure.records(tx, period, asOf)) : none;
    },
  };
}

/**
 * Whether a measure's value is what its list counts: the counted records (or their amounts) are the numerator, all records the
 * denominator, and a missing value has an empty list. A test runs this over every registered measure.
 */
export async function findDisagreement(tx: ReadTx, measure: MeasureDefinition, period: MeasurePeriod, asOf: Date): Promise<MeasureDisagreement | undefined> {
  const value = await measure.value(tx, period, asOf);
  const records = await measure.records(tx, period, asOf);
  // To the hundredth, so that sums of money are compared exactly.
  const sum = (some: readonly MeasureRecord[]): number => Math.round(some.reduce((total, { amount = 1 }) => total + amount, 0) * 100) / 100;
  const counted = sum(records.filter((record) => record.counted));
  const all = sum(records);
  const say = (words: string): MeasureDisagreement => ({ measure: measure.name, words });
  if (value.numerator === null) return counted === 0 ? undefined : say(`no value, but ${counted} records are counted`);
  if (value.numerator !== counted) return say(`the value is ${value.numerator}, the list counts ${counted}`);
  if (value.denominator !== null && value.denominator !== all) return say(`the denominator is ${value.denominator}, the list has ${all}`);
  if (value.denominator !== null && value.numerator > value.denominator) return say(`more is counted (${value.numerator}) than there is (${value.denominator})`);
  return undefined;
}
