import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';

/** When a task falls due without a day: on an event. */
export interface DueEvent {
  readonly kind: 'committee-meeting' | 'in-words';
  /** For a committee's next meeting. */
  readonly committeeId?: number;
  /** The event as said: "การประชุม กปช. ครั้งต่อไป". */
  readonly words: string;
}

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
    .select(['id', 'title', 'detail', 'due_on', 'due_event', 'state'])
    .where('source_type', '=', task.source.type)
    .where('source_id', '=', task.source.id)
    .where(sql<string>`coalesce(source_line, '')`, '=', task.source.line ?? '')
    .executeTakeFirst();
  if (before) return changeTask(tx, before.id, before, task, readers, when);
  const { id } = await tx.db
    .insertInto('assignments.task')
    .values({
      title: task.title,
      detail: task.detail ?? '',
      assigned_on: when.today,
      due_on: task.dueOn ?? null,
      due_event: task.dueEvent ? JSON.stringify(task.dueEvent) : null,
      source_type: task.source.type,
      source_id: task.source.id,
      source_line: task.source.line ?? null,
      source_reference: task.source.reference,
      source_href: task.source.href,
      follow_up_unit_id: task.followUpUnitId,
      readers: sql`${readers}::int[]`,
      created_at: when.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setParties(tx, id, 'owner', task.ownerPartyIds, when.now);
  await setParties(tx, id, 'support', supports, when.now);
  await addEvent(tx, id, 'assigned', when.now, { note: task.source.reference });
  return { id, outcome: 'new' };
}

interface Before {
  title: string;
  detail: string;
  due_on: string | null;
  due_event: unknown;
  state: string;
}

async function changeTask(tx: Tx, id: number, before: Before, task: NewTask, readers: number[], when: When): Promise<{ id: number; outcome: 'changed' | 'same' }> {
  const dueOn = task.dueOn ?? null;
  const dueEvent = task.dueEvent ?? null;
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  const note = (name: string, from: unknown, to: unknown) => {
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = { from, to };
  };
  note('title', before.title, task.title);
  note('detail', before.detail, task.detail ?? '');
  note('dueOn', before.due_on, dueOn);
  note('dueEvent', before.due_event, dueEvent);
  const parties = await tx.db
    .selectFrom('assignments.task_party')
    .select(['party_id', 'role'])
    .where('task_id', '=', id)
    .where('removed_at', 'is', null)
    .where('role', 'in', ['owner', 'support'])
    .execute();
  const listOf = (role: string) => parties.filter((party) => party.role === role).map((party) => party.party_id).sort((a, b) => a - b);
  const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b);
  note('owners', listOf('owner'), sorted(task.ownerPartyIds));
  note('support', listOf('support'), sorted(task.supportPartyIds ?? []));
  // A source that comes back to life (an assignment struck out and put in again) opens its task again.
  const revived = before.state === 'cancelled';
  if (Object.keys(changes).length === 0 && !revived) return { id, outcome: 'same' };
  await tx.db
    .updateTable('assignments.task')
    .set({
      title: task.title,
      detail: task.detail ?? '',
      due_on: dueOn,
      due_event: dueEvent ? JSON.stringify(dueEvent) : null,
      source_reference: task.source.reference,
      source_href: task.source.href,
      readers: sql`(select array_agg(distinct r) from unnest(readers || ${readers}::int[]) r)`,
      rev: sql`rev + 1`,
      ...(revived ? { state: 'open' } : {}),
    })
    .where('id', '=', id)
    .execute();
  await setParties(tx, id, 'owner', task.ownerPartyIds, when.now);
  await setParties(tx, id, 'support', task.supportPartyIds ?? [], when.now);
  await addEvent(tx, id, 'changed', when.now, { note: task.source.reference, detail: changes });
  return { id, outcome: 'changed' };
}

/** Makes the parties of one role exactly these; who is taken out stays in the history. */
export async function setParties(tx: Tx, taskId: number, role: 'owner' | 'support' | 'officer', partyIds: readonly number[], at: Date): Promise<void> {
  const ids = [...new Set(partyIds)];
  await sql`update assignments.task_party set removed_at = ${at}
    where task_id = ${taskId} and role = ${role} and removed_at is null and not (party_id = any (${ids}::int[]))`.execute(tx.db);
  await sql`insert into assignments.task_party (task_id, party_id, role, added_at)
    select ${taskId}, id, ${role}, ${at} from unnest(${ids}::int[]) id
    on conflict (task_id, party_id, role) do update set removed_at = null`.execute(tx.db);
}

export type TaskEventKind = 'assigned' | 'passed-on' | 'progress' | 'due-changed' | 'reported' | 'returned' | 'closed' | 'reopened' | 'cancelled' | 'changed';

/** Adds a line to the history of a task, by the transaction's actor. */
export async function addEvent(tx: Tx, taskId: number, kind: TaskEventKind, at: Date, more: { note?: string; detail?: unknown } = {}): Promise<void> {
  await tx.db
    .insertInto('assignments.task_event')
    .values({ task_id: taskId, kind, at, person_id: tx.actor.id, person_name: tx.actor.name, note: more.note ?? '', detail: JSON.stringify(more.detail ?? {}) })
    .execute();
}
