import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { sameDue, dueAfterSource, type Due, type DueEvent } from '../domain/due.ts';
import { planReminders } from '../reminders.ts';
import { indexTask } from '../search.ts';
import { addEvent, setParties } from './events.ts';
import { followReaders } from './readers.ts';

export interface TaskSource {
  /** `meetings.resolution`, `correspondence.letter`… */
  readonly type: string;
  /** Null where nothing but a person made it. */
  readonly id: number | null;
  /** Line of a document, where one source makes several tasks. */
  readonly line?: string;
  /** How the source is called in lists: "มติ ๓.๑ ข้อ ๒ ครั้งที่ ๑/๒๕๖๓". */
  readonly reference: string;
  readonly href: string;
}

export interface NewTask {
  readonly title: string;
  readonly detail?: string;
  /** Party ids (units, positions, people) that answer for it. At least one, unless nobody was named: then it warns. */
  readonly ownerPartyIds: readonly number[];
  readonly supportPartyIds?: readonly number[];
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string | null;
  readonly dueEvent?: DueEvent | null;
  readonly source: TaskSource;
  /** Unit that follows it up and takes the report. */
  readonly followUpUnitId: number;
  /** Others who may read it. */
  readonly readers?: readonly number[];
}

export interface When {
  /** Legal instant and day, from the clock. */
  readonly now: Date;
  readonly today: string;
}

/** SQL of the day of an event for a task assigned on a day; null while none is planned, and for events in words. */
export function eventDay(event: DueEvent | null, assignedOn: string) {
  return event?.kind === 'committee-meeting' && event.committeeId !== undefined
    ? sql<string | null>`assignments.next_meeting(${event.committeeId}::int, ${assignedOn}::date)`
    : sql<string | null>`null::date`;
}

/**
 * Makes a task, or brings the task of the same source line up to date (an owner added, another day). Called inside the
 * transaction of what made it, so that a task exists exactly if its cause does.
 * @returns id of the task and whether it is new or changed
 */
export async function createTask(tx: Tx, task: NewTask, when: When): Promise<{ id: number; outcome: 'new' | 'changed' | 'same' }> {
  const supports = task.supportPartyIds ?? [];
  const readers = [...new Set([...task.ownerPartyIds, ...supports, ...(task.readers ?? []), task.followUpUnitId])];
  const before = task.source.id === null ? undefined : await tx.db
    .selectFrom('assignments.task')
    .select(['id', 'title', 'detail', 'due_on as dueOn', 'due_event as dueEvent', 'source_due as sourceDue', 'assigned_on as assignedOn', 'state'])
    .where('source_type', '=', task.source.type)
    .where('source_id', '=', task.source.id)
    .where(sql<string>`coalesce(source_line, '')`, '=', task.source.line ?? '')
    .executeTakeFirst();
  if (before) return changeTask(tx, before as Before, task, readers, when);
  const due: Due = { dueOn: task.dueOn ?? null, dueEvent: task.dueEvent ?? null };
  const { id, fallsDue } = await tx.db
    .insertInto('assignments.task')
    .values({
      title: task.title,
      detail: task.detail ?? '',
      assigned_on: when.today,
      due_on: due.dueOn,
      due_event: due.dueEvent ? JSON.stringify(due.dueEvent) : null,
      event_due_on: eventDay(due.dueEvent, when.today),
      source_due: task.source.id === null ? null : JSON.stringify(due),
      source_type: task.source.type,
      source_id: task.source.id,
      source_line: task.source.line ?? null,
      source_reference: task.source.reference,
      source_href: task.source.href,
      follow_up_unit_id: task.followUpUnitId,
      readers: sql`${readers}::int[]`,
      created_at: when.now,
    })
    .returning(['id', 'falls_due as fallsDue'])
    .executeTakeFirstOrThrow();
  await setParties(tx, id, 'owner', task.ownerPartyIds, when.now);
  await setParties(tx, id, 'support', supports, when.now);
  await addEvent(tx, id, 'assigned', when.now, { note: task.source.reference });
  await indexTask(tx, id);
  if (fallsDue) await planReminders(tx, [{ id, due: fallsDue }], when.now);
  return { id, outcome: 'new' };
}

interface Before {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  readonly dueEvent: DueEvent | null;
  readonly sourceDue: Due | null;
  readonly assignedOn: string;
  readonly state: string;
}

async function changeTask(tx: Tx, before: Before, task: NewTask, readers: readonly number[], when: When): Promise<{ id: number; outcome: 'changed' | 'same' }> {
  const { id } = before;
  const said: Due = { dueOn: task.dueOn ?? null, dueEvent: task.dueEvent ?? null };
  const due = dueAfterSource(before, before.sourceDue, said);
  const moved = !sameDue(before, due);
  const owners = await afterHandOver(tx, id, task.ownerPartyIds);
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  const note = (name: string, from: unknown, to: unknown) => {
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = { from, to };
  };
  note('title', before.title, task.title);
  note('detail', before.detail, task.detail ?? '');
  if (moved) changes['due'] = { from: before.dueOn ?? before.dueEvent, to: due.dueOn ?? due.dueEvent };
  const parties = await tx.db
    .selectFrom('assignments.task_party')
    .select(['party_id', 'role'])
    .where('task_id', '=', id)
    .where('removed_at', 'is', null)
    .where('role', 'in', ['owner', 'support'])
    .execute();
  const listOf = (role: string) => parties.filter((party) => party.role === role).map((party) => party.party_id).sort((a, b) => a - b);
  const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b);
  note('owners', listOf('owner'), sorted(owners));
  note('support', listOf('support'), sorted(task.supportPartyIds ?? []));
  // A source that comes back to life (an assignment struck out and put in again) opens its task again.
  const revived = before.state === 'cancelled';
  if (Object.keys(changes).length === 0 && !revived) return { id, outcome: 'same' };
  const { fallsDue } = await tx.db
    .updateTable('assignments.task')
    .set({
      title: task.title,
      detail: task.detail ?? '',
      due_on: due.dueOn,
      due_event: due.dueEvent ? JSON.stringify(due.dueEvent) : null,
      ...(moved || revived ? { event_due_on: eventDay(due.dueEvent, before.assignedOn) } : {}),
      source_due: JSON.stringify(said),
      source_reference: task.source.reference,
      source_href: task.source.href,
      readers: sql`(select array_agg(distinct r) from unnest(readers || ${[...readers, ...owners]}::int[]) r)`,
      rev: sql`rev + 1`,
      ...(revived ? { state: 'open', closed_at: null, closed_by: null } : {}),
    })
    .where('id', '=', id)
    .returning('falls_due as fallsDue')
    .executeTakeFirstOrThrow();
  await setParties(tx, id, 'owner', owners, when.now);
  await setParties(tx, id, 'support', task.supportPartyIds ?? [], when.now);
  await addEvent(tx, id, 'changed', when.now, { note: task.source.reference, detail: changes });
  await indexTask(tx, id);
  await followReaders(tx, id);
  if (moved || revived) await planReminders(tx, [{ id, due: fallsDue }], when.now);
  return { id, outcome: 'changed' };
}

/** Owners as a source names them, with those who handed the task over since replaced by who took it. */
async function afterHandOver(tx: Tx, id: number, owners: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ from: number; to: number }>`select (detail ->> 'from')::int as from, (detail ->> 'to')::int as to
    from assignments.task_event where task_id = ${id} and kind = 'handed-over' and detail ->> 'to' is not null order by id`.execute(tx.db);
  return rows.reduce((ids, { from, to }) => ids.map((one) => (one === from ? to : one)), [...owners]);
}
