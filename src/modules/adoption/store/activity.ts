import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { DateSpan } from '../../../thai/index.ts';
import { addressedUnits } from '../../correspondence/index.ts';
import { unitsActiveOn, type Unit } from '../../organisation/index.ts';
import { nothingDone, stages, type Done, type Stage } from '../domain/stages.ts';

/** A unit that letters are written to, and what it and the groups inside it did, by stage. */
export interface UnitActivity {
  readonly unit: Unit;
  readonly region: string;
  readonly done: Readonly<Record<Stage, Done>>;
  /** Letters of no stage: they named no recipient in the house. */
  readonly otherSent: number;
}

interface Row extends Done {
  readonly unitId: number;
  readonly stage: Stage | null;
}

const add = (a: Done, b: Done): Done => ({ sent: a.sent + b.sent, received: a.received + b.received, opened: a.opened + b.opened, acknowledged: a.acknowledged + b.acknowledged });

/** Every unit that letters are written to on a day, with what it did in the period. Groups count for the unit that they stand in. */
export async function unitActivities(tx: ReadTx, span: DateSpan, day: string, asOf: Date): Promise<UnitActivity[]> {
  const counted = await addressedUnits(tx, day);
  const all = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.id, unit]));
  const { rows } = await sql<Row>`select unit_id as "unitId", stage, sent, received, opened, acknowledged
    from adoption.activity(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz)`.execute(tx.db);
  const ids = new Set(counted.map((unit) => unit.id));
  const sums = new Map<number, { done: Record<Stage, Done>; otherSent: number }>();
  for (const row of rows) {
    const home = all.get(row.unitId)?.path.findLast((id) => ids.has(id));
    if (home === undefined) continue;
    const sum = sums.get(home) ?? { done: { 1: nothingDone, 2: nothingDone, 3: nothingDone, 4: nothingDone }, otherSent: 0 };
    if (row.stage === null) sum.otherSent += row.sent;
    else sum.done[row.stage] = add(sum.done[row.stage], row);
    sums.set(home, sum);
  }
  return counted.map((unit) => ({
    unit,
    region: regionOf(unit, all),
    done: sums.get(unit.id)?.done ?? { 1: nothingDone, 2: nothingDone, 3: nothingDone, 4: nothingDone },
    otherSent: sums.get(unit.id)?.otherSent ?? 0,
  }));
}

/** The regional office above a provincial one. */
function regionOf(unit: Unit, all: ReadonlyMap<number, Unit>): string {
  const above = unit.parentId === null ? undefined : all.get(unit.parentId);
  return above?.kind === 'region' ? above.name : '';
}

export const allDone = ({ done, otherSent }: UnitActivity): Done[] => [...stages.map((stage) => done[stage]), { ...nothingDone, sent: otherSent }];

/** A letter registered in Krom, as far as everybody may know of it. */
export interface CountedLetter {
  readonly letterId: number;
  readonly unitId: number;
  readonly stage: Stage | null;
  readonly letterDate: string;
  /** Null for a restricted letter. */
  readonly reference: string | null;
  readonly recipients: number;
  readonly pages: number | null;
}

/** Letters of all units in a period, as of an instant, oldest first. */
export async function countedLetters(tx: ReadTx, span: { readonly from: string; readonly to: string }, asOf: Date): Promise<CountedLetter[]> {
  return (await sql<CountedLetter>`select letter_id::int as "letterId", unit_id as "unitId", stage, letter_date as "letterDate", reference, recipients, pages
    from adoption.letters_in(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz) order by letter_date, letter_id`.execute(tx.db)).rows;
}

export interface ReceiptTimes {
  readonly unitId: number;
  readonly received: number;
  readonly opened: number;
  readonly acknowledged: number;
  /** Medians by the clock, nights and holidays included; null where nothing happened. */
  readonly openMinutes: number | null;
  readonly acknowledgeMinutes: number | null;
  readonly unopenedLate: number;
  readonly replyLate: number;
}

/** How long receivers took, by the unit that received. `lateHours`: from when an unopened letter counts as late. */
export async function receiptTimes(tx: ReadTx, span: DateSpan, asOf: Date, lateHours: number): Promise<ReceiptTimes[]> {
  return (await sql<ReceiptTimes>`select unit_id as "unitId", received, opened, acknowledged, open_minutes as "openMinutes",
    acknowledge_minutes as "acknowledgeMinutes", unopened_late as "unopenedLate", reply_late as "replyLate"
    from adoption.receipt_times(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz, ${lateHours}::int)`.execute(tx.db)).rows;
}

export interface SlowReceipt {
  readonly letterId: number;
  readonly reference: string;
  readonly fromUnitId: number;
  readonly unitId: number;
  readonly label: string;
  readonly deliveredAt: Date;
  readonly openedAt: Date | null;
  readonly minutes: number;
}

export async function slowestReceipts(tx: ReadTx, span: DateSpan, asOf: Date, limit: number): Promise<SlowReceipt[]> {
  return (await sql<SlowReceipt>`select letter_id::int as "letterId", reference, from_unit_id as "fromUnitId", unit_id as "unitId", label,
    delivered_at as "deliveredAt", opened_at as "openedAt", minutes
    from adoption.slowest_receipts(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz, ${limit}::int)`.execute(tx.db)).rows;
}
