// Where each indicator stands in a round, and how it came there. Every step is a line that stays.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { ofScoredLine } from '../../store/rounds.ts';
import type { Submission, SubmissionState } from '../../store/rounds.ts';

export type SubmissionEventKind = 'opened' | 'submitted' | 'taken-back' | 'returned' | 'approved' | 'confirmed' | 'reopened' | 'reminded';

export interface SubmissionEvent {
  readonly submissionId: number;
  readonly kind: SubmissionEventKind;
  readonly at: Date;
  readonly personId: number;
  readonly personName: string;
  readonly note: string;
}

const columns = ['id', 'round_id as roundId', 'indicator_id as indicatorId', 'state', 'rev', 'changed_at as changedAt'] as const;

export async function submissionOf(tx: ReadTx, roundId: number, indicatorId: number): Promise<Submission | undefined> {
  return await tx.db.selectFrom('performance.submission').select(columns).where('round_id', '=', roundId).where('indicator_id', '=', indicatorId).executeTakeFirst() as Submission | undefined;
}

/** The same, locked for the step that follows. */
export async function lockSubmission(tx: Tx, roundId: number, indicatorId: number): Promise<Submission | undefined> {
  return await tx.db.selectFrom('performance.submission').select(columns).where('round_id', '=', roundId).where('indicator_id', '=', indicatorId).forUpdate().executeTakeFirst() as Submission | undefined;
}

/** All of a round, locked in one order. */
export async function lockRound(tx: Tx, roundId: number): Promise<Submission[]> {
  return await tx.db.selectFrom('performance.submission').select(columns).where('round_id', '=', roundId).where(ofScoredLine).orderBy('id').forUpdate().execute() as Submission[];
}

export async function addSubmissionEvents(tx: Tx, ids: readonly number[], kind: SubmissionEventKind, note: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.insertInto('performance.submission_event').values(ids.map((id) => ({ submission_id: id, kind, at: now, person_id: tx.actor.id, person_name: tx.actor.name, note }))).execute();
}

/** Moves submissions on and writes the line of each. */
export async function moveSubmissions(tx: Tx, ids: readonly number[], state: SubmissionState, kind: SubmissionEventKind, note: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.updateTable('performance.submission').set((update) => ({ state, changed_at: now, rev: update('rev', '+', 1) })).where('id', 'in', [...ids]).execute();
  await addSubmissionEvents(tx, ids, kind, note, now);
}

/** What happened to these, oldest first. */
export async function submissionEvents(tx: ReadTx, ids: readonly number[]): Promise<SubmissionEvent[]> {
  if (ids.length === 0) return [];
  return await tx.db.selectFrom('performance.submission_event').select(['submission_id as submissionId', 'kind', 'at', 'person_id as personId', 'person_name as personName', 'note'])
    .where('submission_id', 'in', [...ids]).orderBy('id').execute() as SubmissionEvent[];
}

/** When each was last sent, and how often it was reminded of. */
export async function sentAndReminded(tx: ReadTx, roundId: number): Promise<Map<number, { readonly sentAt: Date | null; readonly remark: string; readonly reminded: number }>> {
  const { rows } = await sql<{ id: number; sentAt: Date | null; remark: string; reminded: number }>`
    select s.id, max(e.at) filter (where e.kind = 'submitted') as "sentAt", count(*) filter (where e.kind = 'reminded')::int as reminded,
      coalesce((array_agg(e.note order by e.id desc) filter (where e.kind in ('returned', 'reopened')))[1], '') as remark
    from performance.submission s left join performance.submission_event e on e.submission_id = s.id where s.round_id = ${roundId} group by s.id`.execute(tx.db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Whether the official form of an indicator was ever saved. */
export async function formRev(tx: ReadTx, indicatorId: number): Promise<number | undefined> {
  return (await tx.db.selectFrom('performance.indicator_form').select('rev').where('indicator_id', '=', indicatorId).executeTakeFirst())?.rev;
}
