// The application of a year, how far it is, and what was done to it.
import { sql } from 'kysely';
import { can, type Actor } from '../../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { AssessmentState } from '../domain/states.ts';

export interface AssessmentRecord {
  readonly id: number;
  /** B.E. */
  readonly year: number;
  readonly editionId: number;
  readonly keeperUnitId: number;
  /** Units that fill it in, the keeper among them. */
  readonly editors: readonly number[];
  readonly state: AssessmentState;
  /** Last day of filling in, `YYYY-MM-DD`. */
  readonly closesOn: string;
  readonly rev: number;
}

const columns = sql.raw('id, fiscal_year as year, edition_id as "editionId", keeper_unit_id as "keeperUnitId", editors, state, closes_on as "closesOn", rev');

/** All years, the newest first. */
export async function listAssessments(tx: ReadTx): Promise<AssessmentRecord[]> {
  return (await sql<AssessmentRecord>`select ${columns} from performance.pmqa_assessment order by fiscal_year desc`.execute(tx.db)).rows;
}

export async function assessmentOfYear(tx: ReadTx, year: number): Promise<AssessmentRecord | undefined> {
  return (await sql<AssessmentRecord>`select ${columns} from performance.pmqa_assessment where fiscal_year = ${year}`.execute(tx.db)).rows[0];
}

/** Makes the application of a year; undefined where there is one. */
export async function addAssessment(tx: Tx, one: Pick<AssessmentRecord, 'year' | 'editionId' | 'keeperUnitId' | 'editors' | 'closesOn'>, at: Date): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_assessment (fiscal_year, edition_id, keeper_unit_id, editors, closes_on, changed_by, changed_at)
    values (${one.year}, ${one.editionId}, ${one.keeperUnitId}, ${[...one.editors]}::int[], ${one.closesOn}::date, ${tx.actor.id}, ${at}) on conflict do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

type At = Pick<AssessmentRecord, 'id' | 'rev'>;

/** Moves it on; false where somebody changed it since `rev`. */
export async function setAssessmentState(tx: Tx, { id, rev }: At, state: AssessmentState, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_assessment set state = ${state}, rev = rev + 1, changed_by = ${tx.actor.id}, changed_at = ${at} where id = ${id} and rev = ${rev}`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** Changes the day and the units that fill it in; false where somebody changed it since `rev`. */
export async function changeAssessment(tx: Tx, { id, rev }: At, change: Pick<AssessmentRecord, 'closesOn' | 'editors'>, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_assessment set closes_on = ${change.closesOn}::date, editors = ${[...change.editors]}::int[], rev = rev + 1, changed_by = ${tx.actor.id}, changed_at = ${at}
    where id = ${id} and rev = ${rev} and state <> 'closed'`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export const eventKinds = ['made', 'applied', 'begun', 'submitted', 'taken-back', 'returned', 'assessed', 'closed', 'moved', 'assessor-named', 'assessor-released', 'assessor-submitted'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AssessmentEvent {
  readonly kind: EventKind;
  readonly at: Date;
  readonly personName: string;
  readonly note: string;
}

export async function addAssessmentEvent(tx: Tx, assessmentId: number, kind: EventKind, note: string, at: Date): Promise<void> {
  await sql`insert into performance.pmqa_event (assessment_id, kind, at, person_id, person_name, note) values (${assessmentId}, ${kind}, ${at}, ${tx.actor.id}, ${tx.actor.name}, ${note})`.execute(tx.db);
}

export async function assessmentEvents(tx: ReadTx, assessmentId: number): Promise<AssessmentEvent[]> {
  return (await sql<AssessmentEvent>`select kind, at, person_name as "personName", note from performance.pmqa_event where assessment_id = ${assessmentId} order by id`.execute(tx.db)).rows;
}

/** Whether the actor keeps it: a secretary of the unit that keeps the assessment. */
export const keepsAssessment = (actor: Actor, { keeperUnitId }: Pick<AssessmentRecord, 'keeperUnitId'>): boolean =>
  actor.kind === 'system' || (can(actor, 'performance.keep', keeperUnitId) && actor.principals.includes(keeperUnitId));

/** Whether the actor fills it in: of the unit that keeps it, or of one that helps. */
export const fillsAssessment = (actor: Actor, { editors }: Pick<AssessmentRecord, 'editors'>): boolean =>
  actor.kind === 'system' || (can(actor, 'performance.report') && editors.some((unit) => actor.principals.includes(unit)));
