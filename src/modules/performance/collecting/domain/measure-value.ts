/** A named measure of the house as the value of an indicator. */
import type { MeasureValue } from '../../../../platform/measures/measures.ts';
import { fraction, one, round, scaled, type Scaled } from '../../domain/numbers.ts';

/** `percent`: numerator of denominator, in per cent. `count`: the numerator itself. */
export type MeasureShare = 'percent' | 'count';

/** A number of a measure, exactly as it stands; measures have at most six places. */
export const scaledOfNumber = (value: number): Scaled => scaled(Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6));

export interface TakenValue {
  readonly value: Scaled;
  readonly numerator: Scaled;
  readonly denominator: Scaled | null;
}

/** The value as of now; undefined while the measure has none, which is not zero. */
export function takenValue({ numerator, denominator }: Pick<MeasureValue, 'numerator' | 'denominator'>, share: MeasureShare): TakenValue | undefined {
  if (numerator === null) return undefined;
  const [n, d] = [scaledOfNumber(numerator), denominator === null ? null : scaledOfNumber(denominator)];
  if (share === 'count') return { value: n, numerator: n, denominator: d };
  if (d === null || d === 0n) return undefined;
  return { value: round(fraction(n * 100n * one, d), { places: 6, mode: 'half-away' }), numerator: n, denominator: d };
}
