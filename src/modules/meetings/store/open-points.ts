// Questions that got no decision: written out of the minutes, visible until closed with a reason.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { lineIndex } from '../domain/minutes-text.ts';
import type { MinutesPlace } from './resolutions.ts';

export type OpenPointState = 'open' | 'carried' | 'closed';

export interface OpenPointRow {
  readonly id: number;
  readonly meetingId: number;
  readonly minutesId: number;
  readonly lineId: string;
  readonly committeeId: number;
  readonly agendaNumber: string;
  readonly itemTitle: string;
  readonly text: string;
  readonly raisedOn: string;
  readonly state: OpenPointState;
  readonly carriedToItemId: number | null;
  readonly carriedToMeetingId: number | null;
  readonly closedAt: Date | null;
  readonly closedName: string | null;
  readonly closedReason: string | null;
  readonly ownerUnitId: number;
}

/** A point with the meeting that raised it. */
export interface OpenPointOnBoard extends OpenPointRow {
  readonly committeeName: string;
  readonly meetingNumber: number;
  readonly meetingYear: number;
}

const columns = [
  'p.id', 'p.meeting_id as meetingId', 'p.minutes_id as minutesId', 'p.line_id as lineId', 'p.committee_id as committeeId',
  'p.agenda_number as agendaNumber', 'p.item_title as itemTitle', 'p.text', 'p.raised_on as raisedOn', 'p.state',
  'p.carried_to_item_id as carriedToItemId', 'p.carried_to_meeting_id as carriedToMeetingId', 'p.closed_at as closedAt',
  'p.closed_name as closedName', 'p.closed_reason as closedReason', 'p.owner_unit_id as ownerUnitId',
  'm.committee_name as committeeName', 'm.number as meetingNumber', 'm.year_be as meetingYear',
] as const;

/** Brings the rows in step with the content. A point that left the text is marked removed unless it was taken further. */
export async function materialiseOpenPoints(tx: Tx, place: MinutesPlace, document: MinutesDocument, readers: readonly number[], at: Date): Promise<void> {
  const lines = lineIndex(document).flatMap((entry) => (entry.line.kind === 'open-point' ? [{ ...entry, line: entry.line }] : []));
  const ids = lines.map((entry) => entry.line.id);
  await tx.db.updateTable('meetings.open_point').set({ removed_at: at })
    .where('minutes_id', '=', place.minutesId).where('state', '=', 'open').where('removed_at', 'is', null)
    .where(sql<boolean>`not line_id = any(${ids}::text[])`).execute();
  if (lines.length === 0) return;
  await tx.db.insertInto('meetings.open_point').values(lines.map(({ line, item, number }) => ({
    meeting_id: place.meetingId, minutes_id: place.minutesId, line_id: line.id, committee_id: place.committeeId, agenda_number: number,
    item_title: item.title, text: line.text, raised_on: place.heldOn, owner_unit_id: place.ownerUnitId, readers: [...readers],
  }))).onConflict((oc) => oc.columns(['minutes_id', 'line_id']).doUpdateSet((eb) => ({
    agenda_number: eb.ref('excluded.agenda_number'), item_title: eb.ref('excluded.item_title'), text: eb.ref('excluded.text'),
    readers: eb.ref('excluded.readers'), removed_at: null,
  }))).execute();
}

export interface OpenPointFilter {
  readonly committeeId?: number;
  readonly meetingId?: number;
  /** Closed ones too. */
  readonly closed?: boolean;
}

/** The board, oldest first: at most `limit` points after `after`. */
export async function listOpenPoints(tx: ReadTx, filter: OpenPointFilter, limit: number, after?: { raisedOn: string; id: number }): Promise<OpenPointOnBoard[]> {
  let query = tx.db.selectFrom('meetings.open_point as p').innerJoin('meetings.meeting as m', 'm.id', 'p.meeting_id')
    .select(columns).where('p.removed_at', 'is', null);
  if (filter.committeeId !== undefined) query = query.where('p.committee_id', '=', filter.committeeId);
  if (filter.meetingId !== undefined) query = query.where('p.meeting_id', '=', filter.meetingId);
  query = filter.closed ? query.where('p.state', '=', 'closed') : query.where('p.state', '!=', 'closed');
  if (after) query = query.where(sql<boolean>`(p.raised_on, p.id) > (${after.raisedOn}::date, ${after.id}::int)`);
  const rows = await query.orderBy('p.raised_on').orderBy('p.id').limit(limit).execute();
  return rows as OpenPointOnBoard[];
}

export async function findOpenPoint(tx: ReadTx, id: number): Promise<OpenPointOnBoard | undefined> {
  const row = await tx.db.selectFrom('meetings.open_point as p').innerJoin('meetings.meeting as m', 'm.id', 'p.meeting_id')
    .select(columns).where('p.id', '=', id).where('p.removed_at', 'is', null).executeTakeFirst();
  return row as OpenPointOnBoard | undefined;
}

export async function setCarried(tx: Tx, id: number, to: { itemId: number; meetingId: number }, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.open_point')
    .set({ state: 'carried', carried_to_item_id: to.itemId, carried_to_meeting_id: to.meetingId, carried_at: at }).where('id', '=', id).execute();
}

/** The agenda item that a point was carried to was taken off: the point waits again. */
export async function releaseCarried(tx: Tx, itemId: number): Promise<void> {
  await tx.db.updateTable('meetings.open_point')
    .set({ state: 'open', carried_to_item_id: null, carried_to_meeting_id: null, carried_at: null })
    .where('carried_to_item_id', '=', itemId).where('state', '=', 'carried').execute();
}

export async function closeOpenPoint(tx: Tx, id: number, reason: string, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.open_point')
    .set({ state: 'closed', closed_at: at, closed_by: tx.actor.id, closed_name: tx.actor.name, closed_reason: reason }).where('id', '=', id).execute();
}
