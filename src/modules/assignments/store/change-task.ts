import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import type { TaskState } from '../domain/task-state.ts';
import { addEvent, setParties, type TaskEventKind } from './create-task.ts';

export interface TaskChange {
  readonly state?: TaskState;
  readonly dueOn?: string | null;
  readonly kind: TaskEventKind;
  readonly note: string;
  readonly detail?: unknown;
}

/** Writes one step of a task: its new state and the line of its history. */
export async function changeTaskState(tx: Tx, id: number, change: TaskChange, now: Date): Promise<void> {
  const { state } = change;
  await tx.db
    .updateTable('assignments.task')
    .set({
      rev: sql`rev + 1`,
      ...(state ? { state } : {}),
      ...(state === 'reported' ? { reported_at: now } : {}),
      ...(state === 'closed' || state === 'cancelled' ? { closed_at: now, closed_by: tx.actor.id } : {}),
      ...(change.kind === 'reopened' ? { closed_at: null, closed_by: null, reported_at: null, reopened: sql`reopened + 1` } : {}),
      ...(change.dueOn !== undefined ? { due_on: change.dueOn, due_event: null } : {}),
    })
    .where('id', '=', id)
    .execute();
  await addEvent(tx, id, change.kind, now, { note: change.note, detail: change.detail ?? {} });
}

/** Passes a task on to officers: they see it, and find it in their inbox. */
export async function passOn(tx: Tx, id: number, officerIds: readonly number[], now: Date): Promise<void> {
  await setParties(tx, id, 'officer', officerIds, now);
  await sql`update assignments.task set readers = (select array_agg(distinct r) from unnest(readers || ${[...officerIds]}::int[]) r), rev = rev + 1
    where id = ${id}`.execute(tx.db);
}
