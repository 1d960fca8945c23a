// Resolutions as other modules point at them.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import { meetingHref, referenceText } from '../shown.ts';

export interface ReadableResolution {
  readonly id: number;
  /** `มติระเบียบวาระที่ 3.1 คณะทำงาน… ครั้งที่ ๑/๒๕๖๓` */
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly heldOn: string;
}

/** Resolutions that the actor may read, of the newest meetings first; at most `limit`. */
export async function readableResolutions(tx: ReadTx, limit = 200): Promise<ReadableResolution[]> {
  const { rows } = await sql<{ id: number; meetingId: number; agendaNumber: string; text: string; title: string; number: number; yearBe: number; heldOn: string }>`
    select r.id, r.meeting_id as "meetingId", r.agenda_number as "agendaNumber", r.text, m.title, m.number, m.year_be as "yearBe", m.held_on as "heldOn"
    from meetings.resolution r join meetings.meeting m on m.id = r.meeting_id where r.removed_at is null order by m.held_on desc, m.id desc, r.ordinal limit ${limit}`.execute(tx.db);
  return rows.map((row) => ({ id: row.id, title: `มติระเบียบวาระที่ ${row.agendaNumber} ${row.title} ${referenceText(row)}`, text: row.text, href: `${meetingHref(row.meetingId)}#resolution-${row.id}`, heldOn: row.heldOn }));
}

/** Of these resolutions, those that the actor may open. */
export async function openableResolutions(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`select r.id from meetings.resolution r join meetings.meeting m on m.id = r.meeting_id where r.removed_at is null and r.id = any(${[...ids]}::int[])`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}
