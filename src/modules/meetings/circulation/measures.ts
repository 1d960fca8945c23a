// Of everyone asked to certify minutes in a period: how many said something themselves.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../../platform/measures/measures.ts';
import { measurePermission } from '../permissions.ts';
import { circulationHref } from './facts.ts';

interface Row { readonly meetingId: number; readonly reference: string; readonly title: string; readonly addressee: string; readonly counted: boolean }

/** Addressees of circulations sent in the period and not taken back, as known at `asOf`. Late answers are no answers in time. */
async function addressed(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<Row[]> {
  return (await sql<Row>`
    select c.meeting_id as "meetingId", coalesce(c.letter_number, m.number || '/' || m.year_be) as reference, m.title, a.addressee_name as addressee,
      a.answered_at is not null and a.answered_at <= ${asOf} and not a.late as counted
    from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id join meetings.meeting m on m.id = c.meeting_id
    where c.circulated_on between ${period.from}::date and ${period.to}::date and c.created_at <= ${asOf}
      and (c.withdrawn_at is null or c.withdrawn_at > ${asOf})
    order by c.circulated_on, c.id, a.ordinal`.execute(tx.db)).rows;
}

export const certificationMeasures: readonly MeasureDefinition[] = [{
  name: 'meetings.certification-answered',
  title: { th: 'การตอบรับรองรายงานการประชุม', en: 'Answers on minutes' },
  definition: {
    th: 'จำนวนผู้รับที่ตอบการรับรองรายงานภายในกำหนด ต่อจำนวนผู้รับทั้งหมดของการเวียนในช่วงเวลา ไม่นับการเวียนที่เรียกคืน ผู้ที่ถือว่ารับรองเพราะไม่ตอบไม่นับเป็นผู้ตอบ',
    en: 'Addressees who answered in time, of all addressees of circulations sent in the period; withdrawn circulations do not count, and whoever is deemed did not answer',
  },
  unit: { th: 'ราย', en: 'addressees' },
  permission: measurePermission,
  async value(tx, period, asOf) {
    const rows = await addressed(tx, period, asOf);
    return { numerator: rows.length === 0 ? null : rows.filter((row) => row.counted).length, denominator: rows.length, asOf };
  },
  async records(tx, period, asOf) {
    return (await addressed(tx, period, asOf)).map((row) => ({ reference: row.reference, title: `${row.addressee} · ${row.title}`, href: circulationHref(row.meetingId, '#certification'), counted: row.counted }));
  },
}];
