// How long received letters wait for their first order.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../../platform/measures/measures.ts';
import { incomingHref } from '../href.ts';
import { messages } from './messages.ts';

interface Ordered {
  readonly id: number;
  readonly reference: string;
  readonly subject: string;
  readonly ordered: boolean;
  readonly hours: number | null;
}

/** Letters that count as received in a period and were registered by `asOf`, with the hours to their first order where it was given by then. */
async function received(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<Ordered[]> {
  const { rows } = await sql<Ordered>`
    select r.id, r.number || '/' || r.year as reference, r.subject, coalesce(r.first_ordered_at <= ${asOf}, false) as ordered,
      case when r.first_ordered_at <= ${asOf} then greatest(0, extract(epoch from r.first_ordered_at - r.deemed_received_at) / 3600)::float8 end as hours
    from correspondence.received_letter r
    where (r.deemed_received_at at time zone 'Asia/Bangkok')::date between ${period.from}::date and ${period.to}::date and r.registered_at <= ${asOf}
    order by r.id`.execute(tx.db);
  return rows;
}

/** Median hours from deemed receipt to the first order; null where none was ordered. */
export async function medianHoursToOrder(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<number | null> {
  return medianOf(await received(tx, period, asOf));
}

function medianOf(rows: readonly Ordered[]): number | null {
  const hours = rows.flatMap((row) => (row.hours === null ? [] : [row.hours])).toSorted((a, b) => a - b);
  if (hours.length === 0) return null;
  const middle = Math.floor(hours.length / 2);
  const upper = hours[middle] ?? 0;
  return hours.length % 2 === 1 ? upper : ((hours[middle - 1] ?? 0) + upper) / 2;
}

/** The value counts letters, so that its list bears it out; the median itself stands beside it as its figure. */
export const hoursToOrder: MeasureDefinition = {
  name: 'correspondence.median-hours-to-order',
  title: messages.words('measureMedian'),
  definition: messages.words('measureMedianDefinition'),
  unit: messages.words('measureMedianUnit'),
  permission: 'correspondence.read-measures',
  async value(tx, period, asOf) {
    const rows = await received(tx, period, asOf);
    const median = medianOf(rows);
    return {
      numerator: rows.length === 0 ? null : rows.filter((row) => row.ordered).length, denominator: rows.length, asOf,
      ...(median === null ? {} : { figure: { th: messages.in('th')('measureHours', { hours: median.toFixed(1) }), en: messages.in('en')('measureHours', { hours: median.toFixed(1) }) } }),
    };
  },
  async records(tx, period, asOf) {
    const hours = (value: number | null) => (value === null ? '' : ` (${messages.words('measureHours', { hours: value.toFixed(1) }).th})`);
    return (await received(tx, period, asOf)).map((row) => ({ reference: row.reference, title: `${row.subject}${hours(row.hours)}`, href: incomingHref(row.id), counted: row.ordered }));
  },
};
