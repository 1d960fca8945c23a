import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';

export type TaskEventKind =
  | 'assigned' | 'passed-on' | 'progress' | 'due-changed' | 'reported' | 'taken-back' | 'returned' | 'closed' | 'reopened' | 'cancelled' | 'changed'
  | 'reminded' | 'handed-over' | 'evidence-withdrawn';

/** Adds a line to the history of a task, by the transaction's actor. */
export async function addEvent(tx: Tx, taskId: number, kind: TaskEventKind, at: Date, more: { note?: string; detail?: unknown } = {}): Promise<void> {
  await tx.db
    .insertInto('assignments.task_event')
    .values({ task_id: taskId, kind, at, person_id: tx.actor.id, person_name: tx.actor.name, note: more.note ?? '', detail: JSON.stringify(more.detail ?? {}) })
    .execute();
}

/**
 * Adds the line of something that people were told once for one due day: a second run adds nothing.
 * @param dueOn the day it was about, empty where no day is known any more
 * @returns whether the line is new, so that people are to be told
 */
export async function addReminded(tx: Tx, taskId: number, what: string, dueOn: string, at: Date): Promise<boolean> {
  const done = await sql`insert into assignments.task_event (task_id, kind, at, person_id, person_name, note, detail)
    values (${taskId}, 'reminded', ${at}, ${tx.actor.id}, 'ระบบ', '', ${JSON.stringify({ what, dueOn })}::jsonb) on conflict do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) === 1;
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
