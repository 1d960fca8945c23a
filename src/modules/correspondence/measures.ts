// What correspondence counts: every value with the records behind it.
import { sql } from 'kysely';
import { can } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../platform/measures/measures.ts';
import { endOfDay, localDate, toThaiDigits } from '../../thai/index.ts';
import { letterHref } from './href.ts';
import { messages } from './messages.ts';

/** Receipts of circulars issued in a period and not recalled, as they stood at `asOf`, at the latest at the end of the period. */
function receipts(period: MeasurePeriod, asOf: Date) {
  const until = new Date(Math.min(asOf.getTime(), endOfDay(localDate(period.to)).getTime()));
  return sql`
    from correspondence.letter l join correspondence.letter_recipient r on r.letter_id = l.id and r.passed_from_id is null
    cross join lateral (select coalesce(r.first_opened_at <= ${until}::timestamptz, false) as opened) o
    where l.circular and l.state in ('issued', 'corrected', 'recalled') and (l.recalled_at is null or l.recalled_at > ${until}::timestamptz)
      and l.letter_date between ${period.from}::date and ${period.to}::date and l.issued_at <= ${until}::timestamptz`;
}

/** Its sender's unit opens the list of receipts, other readers the letter. */
function receiptsHref({ actor }: ReadTx, letter: { readonly id: number; readonly unitId: number }): string | null {
  if (actor.principals.includes(letter.unitId) && can(actor, 'correspondence.read-register', letter.unitId)) return letterHref(letter.id, '/receipts');
  return can(actor, 'correspondence.read') ? letterHref(letter.id) : null;
}

const circularsRead: MeasureDefinition = {
  name: 'correspondence.circulars-read',
  title: messages.words('measureRead'),
  definition: messages.words('measureReadDefinition'),
  unit: messages.words('measureReadUnit'),
  permission: 'correspondence.read-measures',
  async value(tx, period, asOf) {
    const { rows } = await sql<{ all: number; opened: number }>`
      select count(*)::int as "all", count(*) filter (where o.opened)::int as opened ${receipts(period, asOf)}`.execute(tx.db);
    const { all, opened } = rows[0] ?? { all: 0, opened: 0 };
    return { numerator: all === 0 ? null : opened, denominator: all, asOf };
  },
  async records(tx, period, asOf) {
    const { rows } = await sql<{ id: number; unitId: number; reference: string; subject: string; label: string; opened: boolean }>`
      select l.id, l.owner_unit_id as "unitId", l.reference, l.subject, r.label, o.opened ${receipts(period, asOf)} order by l.id, r.recipient_id`.execute(tx.db);
    return rows.map((row) => ({ reference: toThaiDigits(row.reference), title: `${row.label}: ${row.subject}`, href: receiptsHref(tx, row), counted: row.opened }));
  },
};

export const measures: readonly MeasureDefinition[] = [circularsRead];
