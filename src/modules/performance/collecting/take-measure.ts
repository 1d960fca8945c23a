// A bound measure of the house becomes the value of a round, with the records that it counted.
import { can } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { MeasureDefinition, MeasureRecord } from '../../../platform/measures/measures.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { endOfDay } from '../../../thai/index.ts';
import type { Cycle } from '../store/cycles.ts';
import type { Indicator } from '../store/indicators.ts';
import { addResult, type ResultValue } from '../store/results.ts';
import type { Round } from '../store/rounds.ts';
import { takenValue, type TakenValue } from './domain/measure-value.ts';
import { periodOf } from './domain/rounds.ts';
import { measureWords } from './measure-words.ts';
import { measuringOf } from './store/measuring.ts';

/** As many counted records are kept beside a value; the number of all is kept too. */
const mostRecords = 1000;

/** `bound`: there and readable · `absent`: named, but no module of the house has it (any more) · `hidden`: not for this actor. */
export type Binding =
  | { readonly kind: 'none' }
  | { readonly kind: 'absent' | 'hidden'; readonly name: string }
  | { readonly kind: 'bound'; readonly name: string; readonly measure: MeasureDefinition };

/** What stands behind the name that an indicator is bound to. */
export function bindingOf(tx: ReadTx, { measureName }: Pick<Indicator, 'measureName'>, measures: readonly MeasureDefinition[]): Binding {
  if (measureName === null) return { kind: 'none' };
  const measure = measures.find(({ name }) => name === measureName);
  if (!measure) return { kind: 'absent', name: measureName };
  return tx.actor.kind === 'system' || can(tx.actor, measure.permission) ? { kind: 'bound', name: measureName, measure } : { kind: 'hidden', name: measureName };
}

export interface MeasuredNow {
  readonly taken: TakenValue | undefined;
  readonly asOf: Date;
  readonly records: readonly MeasureRecord[];
}

/** The measure for the days of a round, as of now or as of the end of those days. */
export async function measureNow(tx: ReadTx, measure: MeasureDefinition, cycle: Cycle, month: number, share: Parameters<typeof takenValue>[1], now: Date): Promise<MeasuredNow> {
  const period = periodOf(cycle.fiscalYear, month);
  const asOf = new Date(Math.min(now.getTime(), endOfDay(period.to).getTime() - 1));
  const value = await measure.value(tx, period, asOf);
  return { taken: takenValue(value, share), asOf: value.asOf, records: value.numerator === null ? [] : await measure.records(tx, period, asOf) };
}

/** Writes the value that the measure has now. A measure without value leaves the result missing. */
export async function takeMeasure(tx: Tx, input: { readonly cycle: Cycle; readonly indicator: Indicator; readonly round: Round; readonly measures: readonly MeasureDefinition[]; readonly now: Date }): Promise<Result<{ id: number; value: ResultValue }, 'NO_MEASURE' | 'NO_VALUE'>> {
  const { cycle, indicator, round, measures, now } = input;
  const binding = bindingOf(tx, indicator, measures);
  if (binding.kind !== 'bound' || round.month === null) return fail('NO_MEASURE', measureWords(binding), { status: 409 });
  const { rules } = await measuringOf(tx, indicator.id);
  const { taken, asOf, records } = await measureNow(tx, binding.measure, cycle, round.month, rules.share, now);
  if (!taken) return fail('NO_VALUE', measureWords(binding, true), { status: 409 });
  const value: ResultValue = {
    ...taken, margin: null, source: 'measure', measureName: binding.name, asOf, note: '',
    detail: { measure: binding.measure.title, period: periodOf(cycle.fiscalYear, round.month), share: rules.share, recordCount: records.length, records: records.slice(0, mostRecords) },
  };
  return ok({ id: await addResult(tx, indicator.id, round.id, value, now), value });
}
