import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import type { TaskState } from '../domain/task-state.ts';
import { planReminders } from '../reminders.ts';
import { addEvent, setParties, type TaskEventKind } from './events.ts';
import { followReaders } from './readers.ts';

export interface TaskChange {
  readonly state?: TaskState;
  readonly dueOn?: string | null;
  readonly kind: TaskEventKind;
  readonly note: string;
  readonly detail?: unknown;
}

/** Writes one step of a task: its new state, the line of its history, and its reminders where the day became another. */
export async function changeTaskState(tx: Tx, id: number, change: TaskChange, now: Date): Promise<void> {
  const { state } = change;
  const reopened = change.kind === 'reopened';
  const { fallsDue } = await tx.db
    .updateTable('assignments.task')
    .set({
      rev: sql`rev + 1`,
      ...(state ? { state } : {}),
      ...(state === 'reported' ? { reported_at: now } : {}),
      ...(state === 'closed' || state === 'cancelled' ? { closed_at: now, closed_by: tx.actor.id } : {}),
      ...(state === 'open' ? { reported_at: null } : {}),
      // While it was closed the meeting it waited for may have been planned, moved or called off.
      ...(reopened ? {
        closed_at: null, closed_by: null, reopened: sql`reopened + 1`,
        event_due_on: sql`case when due_event ->> 'kind' = 'committee-meeting' then assignments.next_meeting((due_event ->> 'committeeId')::int, assigned_on) end`,
      } : {}),
      ...(change.dueOn !== undefined ? { due_on: change.dueOn, due_event: null, event_due_on: null } : {}),
    })
    .where('id', '=', id)
    .returning('falls_due as fallsDue')
    .executeTakeFirstOrThrow();
  await addEvent(tx, id, change.kind, now, { note: change.note, detail: change.detail ?? {} });
  if (reopened || change.dueOn !== undefined) await planReminders(tx, [{ id, due: fallsDue }], now);
}

/** Passes a task on to officers: they see it, and find it in their inbox. */
export async function passOn(tx: Tx, id: number, officerIds: readonly number[], now: Date): Promise<void> {
  await setParties(tx, id, 'officer', officerIds, now);
  await sql`update assignments.task set readers = (select array_agg(distinct r) from unnest(readers || ${[...officerIds]}::int[]) r), rev = rev + 1
    where id = ${id}`.execute(tx.db);
  await followReaders(tx, id);
}
