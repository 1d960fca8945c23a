import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { tellDayJob } from '../jobs.ts';
import { planReminders } from '../reminders.ts';

/** A meeting as tasks that wait for "the next meeting of that committee" need it. */
export interface CommitteeMeeting {
  readonly committeeId: number;
  /** The same for the meeting as long as it lives, whatever happens to its day; shown in the history of tasks: "ครั้งที่ ๔/๒๕๖๓". */
  readonly reference: string;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** True for a meeting that will not take place. */
  readonly calledOff: boolean;
}

/**
 * Tells that a committee's meeting was planned, moved or called off, in the transaction in which that happens. Tasks
 * that wait for the next meeting of this committee get its day (or lose it), their reminders are set anew, and those
 * who do them are told after commit. Repeating it changes nothing.
 * @returns ids of the tasks whose day became another
 */
export async function noteCommitteeMeeting(tx: Tx, meeting: CommitteeMeeting, when: { readonly now: Date }): Promise<number[]> {
  const { committeeId, reference, heldOn, calledOff } = meeting;
  const { now } = when;
  await sql`select assignments.note_committee_meeting(${committeeId}, ${reference}, ${heldOn}::date, ${calledOff ? now : null}::timestamptz, ${now})`.execute(tx.db);
  const { rows } = await sql<{ id: number; day: string | null }>`select id::int, day::text from assignments.place_committee_events(${committeeId}, ${reference}, ${now}, ${tx.actor.name})`.execute(tx.db);
  if (rows.length === 0) return [];
  await planReminders(tx, rows.map(({ id, day }) => ({ id, due: day })), now);
  await enqueue(tx, tellDayJob, { at: now.toISOString(), tasks: rows.map(({ id, day }) => ({ id, day })) });
  return rows.map((row) => row.id);
}
