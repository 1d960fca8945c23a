// Resolutions, written out of the minutes at each save under their line ids, and the tasks that their assignments became.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Assignment, MinutesDocument, ResolutionKind, SectionKind } from '../domain/minutes-document.ts';
import { lineIndex } from '../domain/minutes-text.ts';

export interface ResolutionRow {
  readonly id: number;
  readonly meetingId: number;
  readonly minutesId: number;
  readonly lineId: string;
  readonly agendaNumber: string;
  readonly section: SectionKind;
  readonly itemTitle: string;
  readonly ordinal: number;
  readonly kinds: ResolutionKind[];
  readonly label: string | null;
  readonly text: string;
  readonly assignments: Assignment[];
  readonly announcedAt: Date | null;
}

const columns = [
  'id', 'meeting_id as meetingId', 'minutes_id as minutesId', 'line_id as lineId', 'agenda_number as agendaNumber', 'section',
  'item_title as itemTitle', 'ordinal', 'kinds', 'label', 'text', 'assignments', 'announced_at as announcedAt',
] as const;

export interface MinutesPlace {
  readonly meetingId: number;
  readonly minutesId: number;
  readonly ownerUnitId: number;
  readonly committeeId: number;
  readonly heldOn: string;
}

/** Brings the rows in step with the content: new lines come, changed ones change, gone ones are marked removed. */
export async function materialiseResolutions(tx: Tx, place: MinutesPlace, document: MinutesDocument, at: Date): Promise<void> {
  const lines = lineIndex(document).flatMap((entry, index) => (entry.line.kind === 'resolution' ? [{ ...entry, line: entry.line, index }] : []));
  const ids = lines.map((entry) => entry.line.id);
  await tx.db.updateTable('meetings.resolution').set({ removed_at: at })
    .where('minutes_id', '=', place.minutesId).where('removed_at', 'is', null)
    .where(sql<boolean>`not line_id = any(${ids}::text[])`).execute();
  if (lines.length === 0) return;
  await tx.db.insertInto('meetings.resolution').values(lines.map(({ line, item, section, number, index }) => ({
    meeting_id: place.meetingId, minutes_id: place.minutesId, line_id: line.id, agenda_number: number, section: section.kind,
    item_title: item.title, ordinal: index, kinds: [...line.resolutions], label: line.label ?? null, text: line.text,
    assignments: JSON.stringify(line.assignments), owner_unit_id: place.ownerUnitId,
  }))).onConflict((oc) => oc.columns(['minutes_id', 'line_id']).doUpdateSet((eb) => ({
    agenda_number: eb.ref('excluded.agenda_number'), section: eb.ref('excluded.section'), item_title: eb.ref('excluded.item_title'),
    ordinal: eb.ref('excluded.ordinal'), kinds: eb.ref('excluded.kinds'), label: eb.ref('excluded.label'), text: eb.ref('excluded.text'),
    assignments: eb.ref('excluded.assignments'), removed_at: null,
  }))).execute();
}

export async function listResolutions(tx: ReadTx, meetingId: number): Promise<ResolutionRow[]> {
  const rows = await tx.db.selectFrom('meetings.resolution').select(columns)
    .where('meeting_id', '=', meetingId).where('removed_at', 'is', null).orderBy('ordinal').execute();
  return rows as unknown as ResolutionRow[];
}

export async function findResolution(tx: ReadTx, id: number): Promise<ResolutionRow | undefined> {
  const row = await tx.db.selectFrom('meetings.resolution').select(columns).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return row as unknown as ResolutionRow | undefined;
}

/** Announces resolutions: from then on the given parties read them, and their assignments run. */
export async function announceResolutions(tx: Tx, minutesId: number, lineIds: readonly string[], readers: readonly number[], at: Date): Promise<void> {
  await tx.db.updateTable('meetings.resolution').set({
    announced_at: sql`coalesce(announced_at, ${at})`, announced_by: sql`coalesce(announced_by, ${tx.actor.id})`,
    readers: sql`(select coalesce(array_agg(distinct r), '{}') from unnest(readers || ${[...readers]}::int[]) r)`,
  }).where('minutes_id', '=', minutesId).where(sql<boolean>`line_id = any(${[...lineIds]}::text[])`).execute();
}

export interface AssignmentTaskRow {
  readonly lineId: string;
  readonly assignmentKey: string;
  readonly taskId: number;
}

export async function listAssignmentTasks(tx: ReadTx, minutesId: number): Promise<AssignmentTaskRow[]> {
  return tx.db.selectFrom('meetings.assignment_task').select(['line_id as lineId', 'assignment_key as assignmentKey', 'task_id as taskId'])
    .where('minutes_id', '=', minutesId).execute();
}

export async function insertAssignmentTask(tx: Tx, minutesId: number, row: AssignmentTaskRow, at: Date): Promise<void> {
  await tx.db.insertInto('meetings.assignment_task')
    .values({ minutes_id: minutesId, line_id: row.lineId, assignment_key: row.assignmentKey, task_id: row.taskId, started_at: at }).execute();
}
