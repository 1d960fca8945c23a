// Points that were left open, with their answers. They stay until somebody decides.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import type { LadderData } from '../../store/indicators.ts';

export interface Answer {
  /** From 1. */
  readonly place: number;
  readonly text: string;
  readonly saidBy: string;
  /** What it would set at each indicator of the question; null leaves what stands there. */
  readonly ladder: LadderData | null;
  readonly weight: Scaled | null;
}

export interface QuestionInput {
  readonly question: string;
  readonly detail: string;
  readonly indicatorIds: readonly number[];
  readonly decider: string;
  /** Page of the house where the meeting keeps the point; empty where there is none. */
  readonly pointHref: string;
  readonly askedOn: string;
  readonly answers: readonly Omit<Answer, 'place'>[];
}

export interface Question extends Omit<QuestionInput, 'answers'> {
  readonly id: number;
  readonly cycleId: number;
  readonly state: 'open' | 'decided' | 'withdrawn';
  readonly chosen: number | null;
  readonly decision: string | null;
  readonly decisionReference: string;
  readonly decidedOn: string | null;
  readonly personName: string;
  readonly rev: number;
  readonly answers: readonly Answer[];
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.open_question as q').select([
  'q.id', 'q.cycle_id as cycleId', 'q.question', 'q.detail', 'q.indicator_ids as indicatorIds', 'q.decider', 'q.point_href as pointHref', 'q.asked_on as askedOn', 'q.state', 'q.chosen', 'q.decision',
  'q.decision_reference as decisionReference', 'q.decided_on as decidedOn', 'q.person_name as personName', 'q.rev',
  sql<{ place: number; text: string; saidBy: string; ladder: LadderData | null; weight: string | null }[]>`coalesce((select json_agg(json_build_object('place', a.place, 'text', a.text, 'saidBy', a.said_by, 'ladder', a.ladder,
    'weight', a.weight::text) order by a.place) from performance.question_answer a where a.question_id = q.id), '[]')`.as('answers'),
]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const questionOf = (row: Row): Question => ({ ...row, answers: row.answers.map((one) => ({ ...one, weight: one.weight === null ? null : scaled(one.weight) })) }) as Question;

/** Questions of a year: open ones first, in the order of asking. */
export async function questionsOf(tx: ReadTx, cycleId: number): Promise<Question[]> {
  return (await select(tx).where('q.cycle_id', '=', cycleId).orderBy(sql`case q.state when 'open' then 0 when 'decided' then 1 else 2 end`).orderBy('q.id').execute()).map(questionOf);
}

/** What is still open in a year: for the head's page and the board. */
export async function openQuestionsOf(tx: ReadTx, cycleId: number): Promise<Question[]> {
  return (await questionsOf(tx, cycleId)).filter(({ state }) => state === 'open');
}

export async function questionById(tx: ReadTx, cycleId: number, id: number): Promise<Question | undefined> {
  const row = await select(tx).where('q.id', '=', id).where('q.cycle_id', '=', cycleId).executeTakeFirst();
  return row && questionOf(row);
}

/** Writes a question down with its answers. */
export async function addQuestion(tx: Tx, cycleId: number, input: QuestionInput, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.open_question').values({
    cycle_id: cycleId, question: input.question, detail: input.detail, indicator_ids: sql<number[]>`${[...input.indicatorIds]}::int[]`, decider: input.decider, point_href: input.pointHref, asked_on: input.askedOn,
    person_id: tx.actor.id, person_name: tx.actor.name, at: now, changed_by: tx.actor.id, changed_at: now,
  }).returning('id').executeTakeFirstOrThrow();
  await tx.db.insertInto('performance.question_answer').values(input.answers.map(({ text, saidBy, ladder, weight }, at) => ({
    question_id: id, place: at + 1, text, said_by: saidBy, ladder: ladder === null ? null : JSON.stringify(ladder), weight: weight === null ? null : scaledText(weight),
  }))).execute();
  return id;
}

export interface Decision {
  readonly state: 'decided' | 'withdrawn';
  readonly chosen: number | null;
  readonly decision: string;
  readonly reference: string;
  readonly decidedOn: string | null;
}

/** Ends a question. False when somebody ended it since `rev`. */
export async function decideQuestion(tx: Tx, { id, rev }: Pick<Question, 'id' | 'rev'>, decision: Decision, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.open_question').set((update) => ({
    state: decision.state, chosen: decision.chosen, decision: decision.decision, decision_reference: decision.reference, decided_on: decision.decidedOn,
    changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1),
  })).where('id', '=', id).where('rev', '=', rev).where('state', '=', 'open').executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
