import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';

export interface MeasurePeriod {
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

/** A named value with where it came from. Missing is `null`, never zero. */
export interface MeasureValue {
  readonly numerator: number | null;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** A figure worked out from the counted records, in words with its unit, where the measure is no count: a median. */
  readonly figure?: Words;
  readonly asOf: Date;
}

export interface MeasureRecord {
  readonly reference: string;
  readonly title: string;
  /** Null where whoever reads the measure may not open the record itself. */
  readonly href: string | null;
  /** Counted in the numerator, or only in the denominator. */
  readonly counted: boolean;
  /** What it adds to the value where that is a sum, not a number of records: baht. 1 when left out. At most two decimals. */
  readonly amount?: number;
}

export interface MeasureDefinition {
  /** `module.name`: `meetings.certified-on-time`. */
  readonly name: string;
  readonly title: Words;
  /** What is counted over what, in words. */
  readonly definition: Words;
  readonly unit: Words;
  readonly permission: string;
  value(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<MeasureValue>;
  /** The records that the value counts, as of its time: the list and the value must agree (a test runs over all). */
  records(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<readonly MeasureRecord[]>;
}
