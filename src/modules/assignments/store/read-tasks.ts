import { sql, type RawBuilder } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { TaskState } from '../domain/task-state.ts';
import type { DueEvent } from '../domain/due.ts';

export type TaskList = 'mine' | 'helping' | 'followed' | 'all';

export interface TaskQuery {
  readonly list: TaskList;
  readonly state?: TaskState | 'overdue' | undefined;
  readonly words?: string | undefined;
  /** Key of the last row of the page before: `day|id`. */
  readonly after?: string | undefined;
}

export interface TaskRow {
  readonly id: number;
  readonly title: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly dueEvent: DueEvent | null;
  /** The day that counts: its own, or that of its event once it is known. */
  readonly fallsDue: string | null;
  readonly sourceReference: string;
  readonly sourceHref: string;
  readonly ownerPartyIds: readonly number[];
  readonly followUpUnitId: number;
}

const mine = sql`exists (select 1 from assignments.task_party p where p.task_id = t.id and p.removed_at is null
  and p.role in ('owner', 'officer') and p.party_id = any ((select platform.principals())::int[]))`;
const helping = sql`exists (select 1 from assignments.task_party p where p.task_id = t.id and p.removed_at is null
  and p.role = 'support' and p.party_id = any ((select platform.principals())::int[]))`;
const followed = sql`t.follow_up_unit_id = any ((select platform.principals())::int[])`;

const lists: Record<TaskList, RawBuilder<unknown>> = { mine, helping, followed, all: sql`true` };

function stateFilter(state: TaskQuery['state'], today: string): RawBuilder<unknown> {
  if (state === 'overdue') return sql`t.state in ('open', 'reported') and t.falls_due < ${today}::date`;
  return state ? sql`t.state = ${state}` : sql`t.state in ('open', 'reported')`;
}

const columns = sql`t.id, t.title, t.state, t.due_on as "dueOn", t.due_event as "dueEvent", t.falls_due as "fallsDue", t.source_reference as "sourceReference",
  t.source_href as "sourceHref", t.follow_up_unit_id as "followUpUnitId",
  array(select p.party_id from assignments.task_party p where p.task_id = t.id and p.role = 'owner' and p.removed_at is null order by 1) as "ownerPartyIds"`;

/** A page of tasks that the actor may see: nearest due first, those without a day last. */
export async function readTasks(tx: ReadTx, query: TaskQuery, today: string, limit: number): Promise<{ rows: TaskRow[]; next: string | undefined }> {
  const [day, id] = query.after?.split('|') ?? [];
  const like = query.words ? `%${query.words.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const { rows } = await sql<TaskRow>`select ${columns} from assignments.task t
    where ${lists[query.list]} and ${stateFilter(query.state, today)}
      and ${like ? sql`(t.title ilike ${like} or t.detail ilike ${like} or t.source_reference ilike ${like})` : sql`true`}
      and ${day && id && /^\d+$/.test(id) ? sql`(coalesce(t.falls_due::text, '9999-12-31'), t.id) > (${day}, ${Number(id)})` : sql`true`}
    order by coalesce(t.falls_due::text, '9999-12-31'), t.id limit ${limit + 1}`.execute(tx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? `${last.fallsDue ?? '9999-12-31'}|${last.id}` : undefined };
}

/** How many open tasks stand on each list, and how many are overdue. One statement. */
export async function countTasks(tx: ReadTx, today: string): Promise<Record<'mine' | 'helping' | 'followed' | 'overdue', number>> {
  const { rows } = await sql<Record<'mine' | 'helping' | 'followed' | 'overdue', number>>`
    select count(*) filter (where ${mine})::int as mine, count(*) filter (where ${helping})::int as helping,
      count(*) filter (where ${followed})::int as followed, count(*) filter (where t.falls_due < ${today}::date and (${mine} or ${followed}))::int as overdue
    from assignments.task t where t.state in ('open', 'reported')`.execute(tx.db);
  return rows[0] ?? { mine: 0, helping: 0, followed: 0, overdue: 0 };
}

export interface TaskEvent {
  readonly id: number;
  readonly kind: string;
  readonly at: Date;
  readonly personName: string;
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Task extends TaskRow {
  readonly detail: string;
  readonly assignedOn: string;
  readonly supportPartyIds: readonly number[];
  readonly officerIds: readonly number[];
  /** Party ids that may see it. */
  readonly readers: readonly number[];
  readonly reportedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopened: number;
  readonly rev: number;
  /** The actor is an owner or the officer it was passed on to. */
  readonly owns: boolean;
  readonly events: readonly TaskEvent[];
}

/** One task with its history, for an actor who may see it. */
export async function readTask(tx: ReadTx, id: number): Promise<Task | undefined> {
  const { rows } = await sql<Task>`select ${columns}, t.detail, t.assigned_on as "assignedOn", t.reported_at as "reportedAt",
      t.closed_at as "closedAt", t.reopened, t.rev, t.readers, ${mine} as owns,
      array(select p.party_id from assignments.task_party p where p.task_id = t.id and p.role = 'support' and p.removed_at is null order by 1) as "supportPartyIds",
      array(select p.party_id from assignments.task_party p where p.task_id = t.id and p.role = 'officer' and p.removed_at is null order by 1) as "officerIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'personName', e.person_name, 'note', e.note, 'detail', e.detail) order by e.id), '[]')
        from assignments.task_event e where e.task_id = t.id) as events
    from assignments.task t where t.id = ${id}`.execute(tx.db);
  const task = rows[0];
  if (!task) return undefined;
  return { ...task, events: task.events.map((event) => ({ ...event, at: new Date(event.at) })) };
}

/** The same, locked for a change. */
export async function lockTask(tx: ReadTx, id: number): Promise<Task | undefined> {
  await sql`select 1 from assignments.task where id = ${id} for update`.execute(tx.db);
  return readTask(tx, id);
}
