// What meetings count: every value with the records behind it.
import { sql } from 'kysely';
import type { ReadTx } from '../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../platform/measures/measures.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { bangkokDate } from '../../thai/index.ts';
import { measurePermission } from './permissions.ts';
import { circulateWithinDays } from './settings.ts';
import { meetingHref } from './shown.ts';

interface HeldRow {
  readonly id: number;
  readonly number: number;
  readonly yearBe: number;
  readonly title: string;
  readonly heldOn: string;
  /** Days from the meeting to its first circulation; null where there was none by then. */
  readonly days: number | null;
}

async function heldIn(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<HeldRow[]> {
  const day = bangkokDate(asOf);
  return (await sql<HeldRow>`
    select m.id, m.number, m.year_be as "yearBe", m.title, m.held_on as "heldOn",
      (select min(c.circulated_on) from meetings.circulation c where c.meeting_id = m.id and c.circulated_on <= ${day}::date) - m.held_on as days
    from meetings.meeting m
    where m.held_on between ${period.from}::date and least(${period.to}::date, ${day}::date) and m.state not in ('planned', 'invited', 'cancelled')
    order by m.held_on, m.id`.execute(tx.db)).rows;
}

const record = (row: HeldRow, counted: boolean) => ({ reference: `${row.number}/${row.yearBe}`, title: row.title, href: meetingHref(row.id), counted });

const held: MeasureDefinition = {
  name: 'meetings.held',
  title: { th: 'การประชุมที่จัดแล้ว', en: 'Meetings held' },
  definition: { th: 'จำนวนการประชุมในช่วงเวลาที่บันทึกผู้มาประชุมแล้ว ไม่นับที่ยกเลิก', en: 'Meetings of the period whose attendance is recorded; cancelled ones do not count' },
  unit: { th: 'ครั้ง', en: 'meetings' },
  permission: measurePermission,
  async value(tx, period, asOf) {
    return { numerator: (await heldIn(tx, period, asOf)).length, denominator: null, asOf };
  },
  async records(tx, period, asOf) {
    return (await heldIn(tx, period, asOf)).map((row) => record(row, true));
  },
};

const circulatedInTime: MeasureDefinition = {
  name: 'meetings.minutes-circulated-within-days',
  title: { th: 'รายงานที่เวียนทันเวลา', en: 'Minutes circulated in time' },
  definition: {
    th: `จำนวนการประชุมที่เวียนรายงานภายในจำนวนวันที่กำหนด นับจากวันประชุม ต่อการประชุมที่จัดแล้วทั้งหมด`,
    en: `Meetings whose minutes were circulated within the days set of all meetings held`,
  },
  unit: { th: 'ครั้ง', en: 'meetings' },
  permission: measurePermission,
  async value(tx, period, asOf) {
    const [rows, allowed] = [await heldIn(tx, period, asOf), await readSetting(tx, circulateWithinDays)];
    return { numerator: rows.length === 0 ? null : rows.filter((row) => row.days !== null && row.days <= allowed).length, denominator: rows.length, asOf };
  },
  async records(tx, period, asOf) {
    const allowed = await readSetting(tx, circulateWithinDays);
    return (await heldIn(tx, period, asOf)).map((row) => record(row, row.days !== null && row.days <= allowed));
  },
};

export const measures: readonly MeasureDefinition[] = [held, circulatedInTime];
