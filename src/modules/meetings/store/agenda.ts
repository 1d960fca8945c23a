// Agenda items and papers of a meeting.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { SectionKind } from '../domain/minutes-document.ts';

export interface AgendaItemRow {
  readonly id: number;
  readonly meetingId: number;
  readonly section: SectionKind;
  readonly ordinal: number;
  readonly title: string;
  readonly body: string;
  readonly presenter: string;
  readonly presenterPartyId: number | null;
  readonly carriedFromOpenPointId: number | null;
}

const itemColumns = [
  'id', 'meeting_id as meetingId', 'section', 'ordinal', 'title', 'body', 'presenter',
  'presenter_party_id as presenterPartyId', 'carried_from_open_point_id as carriedFromOpenPointId',
] as const;

/** Items that stand on the agenda, in the order within their sections. */
export async function listAgendaItems(tx: ReadTx, meetingId: number): Promise<AgendaItemRow[]> {
  const rows = await tx.db.selectFrom('meetings.agenda_item').select(itemColumns)
    .where('meeting_id', '=', meetingId).where('removed_at', 'is', null)
    .orderBy('ordinal').orderBy('id').execute();
  return rows as AgendaItemRow[];
}

export async function findAgendaItem(tx: ReadTx, meetingId: number, id: number): Promise<AgendaItemRow | undefined> {
  const row = await tx.db.selectFrom('meetings.agenda_item').select(itemColumns)
    .where('id', '=', id).where('meeting_id', '=', meetingId).where('removed_at', 'is', null).executeTakeFirst();
  return row as AgendaItemRow | undefined;
}

export interface NewAgendaItem {
  readonly section: SectionKind;
  readonly title: string;
  readonly body?: string;
  readonly presenter?: string;
  readonly presenterPartyId?: number | null;
  readonly carriedFromOpenPointId?: number;
}

/** Adds an item at the end of its section. */
export async function insertAgendaItem(tx: Tx, meetingId: number, item: NewAgendaItem, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.agenda_item').values({
    meeting_id: meetingId, section: item.section, title: item.title, body: item.body ?? '', presenter: item.presenter ?? '',
    presenter_party_id: item.presenterPartyId ?? null, carried_from_open_point_id: item.carriedFromOpenPointId ?? null,
    ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from meetings.agenda_item where meeting_id = ${meetingId} and section = ${item.section} and removed_at is null)`,
    added_at: at, added_by: tx.actor.id,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function updateAgendaItem(tx: Tx, id: number, item: Pick<NewAgendaItem, 'title' | 'body' | 'presenter' | 'presenterPartyId'>): Promise<void> {
  await tx.db.updateTable('meetings.agenda_item').set({
    title: item.title, body: item.body ?? '', presenter: item.presenter ?? '', presenter_party_id: item.presenterPartyId ?? null,
  }).where('id', '=', id).execute();
}

/** Writes the order of one section: the items in the order of the ids. */
export async function orderAgendaItems(tx: Tx, meetingId: number, ids: readonly number[]): Promise<void> {
  await sql`update meetings.agenda_item i set ordinal = o.ordinal
    from unnest(${[...ids]}::int[]) with ordinality o (id, ordinal) where i.id = o.id and i.meeting_id = ${meetingId}`.execute(tx.db);
}

/** Takes the item off the agenda; the row stays for the trail. */
export async function removeAgendaItem(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.agenda_item').set({ removed_at: at }).where('id', '=', id).execute();
  await tx.db.updateTable('meetings.agenda_paper').set({ removed_at: at }).where('agenda_item_id', '=', id).where('removed_at', 'is', null).execute();
}

export interface PaperRow {
  readonly id: number;
  readonly agendaItemId: number | null;
  readonly fileId: number;
  readonly title: string;
  readonly addedAt: Date;
}

export async function listPapers(tx: ReadTx, meetingId: number): Promise<PaperRow[]> {
  return tx.db.selectFrom('meetings.agenda_paper')
    .select(['id', 'agenda_item_id as agendaItemId', 'file_id as fileId', 'title', 'added_at as addedAt'])
    .where('meeting_id', '=', meetingId).where('removed_at', 'is', null).orderBy('id').execute();
}

export async function insertPaper(tx: Tx, meetingId: number, paper: { agendaItemId: number | null; fileId: number; title: string }, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.agenda_paper').values({
    meeting_id: meetingId, agenda_item_id: paper.agendaItemId, file_id: paper.fileId, title: paper.title, added_at: at, added_by: tx.actor.id,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** True when there was such a paper. */
export async function removePaper(tx: Tx, meetingId: number, id: number, at: Date): Promise<boolean> {
  const done = await tx.db.updateTable('meetings.agenda_paper').set({ removed_at: at })
    .where('id', '=', id).where('meeting_id', '=', meetingId).where('removed_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
