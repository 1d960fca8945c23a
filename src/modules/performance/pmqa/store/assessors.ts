// Assessors: who is named, what each of them says. Blind until they submit: the database itself keeps it.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, type Scaled } from '../../domain/numbers.ts';
import type { Assessment, Ticks } from '../../domain/pmqa/score.ts';
import { entryOf, type ResultLine } from './results.ts';

export interface Assessor {
  readonly id: number;
  readonly personId: number;
  readonly personName: string;
  readonly namedAt: Date;
  readonly submittedAt: Date | null;
  readonly remark: string;
}

export async function assessorsOf(tx: ReadTx, assessmentId: number): Promise<Assessor[]> {
  return (await sql<Assessor>`select id, person_id as "personId", person_name as "personName", named_at as "namedAt", submitted_at as "submittedAt", remark
    from performance.pmqa_assessor where assessment_id = ${assessmentId} and released_at is null order by id`.execute(tx.db)).rows;
}

/** Names an assessor; undefined where that person is one already. */
export async function nameAssessor(tx: Tx, assessmentId: number, person: { readonly id: number; readonly name: string }, at: Date): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_assessor (assessment_id, person_id, person_name, named_by, named_at)
    values (${assessmentId}, ${person.id}, ${person.name}, ${tx.actor.id}, ${at}) on conflict do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Lets an assessor go who has not submitted; false otherwise. */
export async function releaseAssessor(tx: Tx, assessmentId: number, id: number, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_assessor set released_at = ${at} where id = ${id} and assessment_id = ${assessmentId} and released_at is null and submitted_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export async function submitAsAssessor(tx: Tx, id: number, remark: string, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_assessor set submitted_at = ${at}, remark = ${remark} where id = ${id} and submitted_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export interface AssessorAnswer {
  readonly assessorId: number;
  readonly item: string;
  readonly ticks: Ticks | null;
  /** Values of the results of an item of the last category, by their id; null: none. */
  readonly results: Readonly<Record<string, string | null>> | null;
  readonly remark: string;
  readonly rev: number;
}

/** What the assessors of an assessment say, as far as the actor may see it. */
export async function assessorAnswers(tx: ReadTx, assessmentId: number): Promise<AssessorAnswer[]> {
  return (await sql<AssessorAnswer>`select a.assessor_id as "assessorId", a.item, a.ticks, a.results, a.remark, a.rev from performance.pmqa_assessor_answer a
    join performance.pmqa_assessor s on s.id = a.assessor_id where s.assessment_id = ${assessmentId} and s.released_at is null order by a.assessor_id, a.item`.execute(tx.db)).rows;
}

/** Saves what an assessor says of an item; false where it was saved elsewhere since `rev`. */
export async function saveAssessorAnswer(tx: Tx, answer: AssessorAnswer, at: Date): Promise<boolean> {
  const ticks = answer.ticks ? JSON.stringify(answer.ticks) : null;
  const results = answer.results ? JSON.stringify(answer.results) : null;
  const done = answer.rev === 0
    ? await sql`insert into performance.pmqa_assessor_answer (assessor_id, item, ticks, results, remark, changed_at)
        values (${answer.assessorId}, ${answer.item}, ${ticks}::jsonb, ${results}::jsonb, ${answer.remark}, ${at}) on conflict do nothing`.execute(tx.db)
    : await sql`update performance.pmqa_assessor_answer set ticks = ${ticks}::jsonb, results = ${results}::jsonb, remark = ${answer.remark}, rev = rev + 1, changed_at = ${at}
        where assessor_id = ${answer.assessorId} and item = ${answer.item} and rev = ${answer.rev}`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** One assessor's answers as the rules of scoring take them. A result that the assessor did not judge is missing. */
export function assessmentOfAssessor(answers: readonly AssessorAnswer[], assessorId: number, lines: readonly ResultLine[]): Assessment {
  const own = answers.filter((answer) => answer.assessorId === assessorId);
  const judged = new Map<string, Scaled | null>(own.flatMap(({ results }) => Object.entries(results ?? {}).map(([id, value]) => [id, value === null ? null : scaled(value)] as const)));
  return {
    items: Object.fromEntries(own.flatMap(({ item, ticks }) => (ticks ? [[item, ticks] as const] : []))),
    results: lines.map((line) => entryOf(line, judged.get(String(line.id)) ?? null)),
  };
}
