// What the department says of itself: category 0 and the boxes and texts of the items.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { Level } from '../../domain/pmqa/levels.ts';
import type { Ticks } from '../../domain/pmqa/score.ts';
import type { ProfileSection } from '../domain/sections.ts';

/** Who saved a part last, and when; `rev` is 0 before anybody did. */
export interface Saved {
  readonly rev: number;
  readonly changedByName: string;
  readonly changedAt: Date;
}

export interface ProfileText extends Saved {
  readonly section: ProfileSection;
  readonly text: string;
}

export async function profileTexts(tx: ReadTx, assessmentId: number): Promise<ProfileText[]> {
  return (await sql<ProfileText>`select section, text, rev, changed_by_name as "changedByName", changed_at as "changedAt" from performance.pmqa_profile
    where assessment_id = ${assessmentId} order by section`.execute(tx.db)).rows;
}

/** Saves a section; false where somebody saved it since `rev`. */
export async function saveProfileText(tx: Tx, assessmentId: number, section: ProfileSection, text: string, rev: number, at: Date): Promise<boolean> {
  const done = rev === 0
    ? await sql`insert into performance.pmqa_profile (assessment_id, section, text, changed_by, changed_by_name, changed_at)
        values (${assessmentId}, ${section}, ${text}, ${tx.actor.id}, ${tx.actor.name}, ${at}) on conflict do nothing`.execute(tx.db)
    : await sql`update performance.pmqa_profile set text = ${text}, rev = rev + 1, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at}
        where assessment_id = ${assessmentId} and section = ${section} and rev = ${rev}`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export type LevelTexts = Readonly<Record<Level, string>>;

export interface Answer extends Saved {
  readonly id: number;
  readonly item: string;
  readonly ticks: Ticks;
  readonly texts: LevelTexts;
}

const answerColumns = sql.raw('id, item, ticks, texts, rev, changed_by_name as "changedByName", changed_at as "changedAt"');

export async function answersOf(tx: ReadTx, assessmentId: number): Promise<Answer[]> {
  return (await sql<Answer>`select ${answerColumns} from performance.pmqa_answer where assessment_id = ${assessmentId} order by item`.execute(tx.db)).rows;
}

export async function answerOf(tx: ReadTx, assessmentId: number, item: string): Promise<Answer | undefined> {
  return (await sql<Answer>`select ${answerColumns} from performance.pmqa_answer where assessment_id = ${assessmentId} and item = ${item}`.execute(tx.db)).rows[0];
}

/** Saves an item, for the first time with `rev` 0; its id, or undefined where somebody saved it since `rev`. */
export async function saveAnswer(tx: Tx, assessmentId: number, answer: Pick<Answer, 'item' | 'ticks' | 'texts' | 'rev'>, at: Date): Promise<number | undefined> {
  const { item, ticks, texts, rev } = answer;
  const { rows } = rev === 0
    ? await sql<{ id: number }>`insert into performance.pmqa_answer (assessment_id, item, ticks, texts, changed_by, changed_by_name, changed_at)
        values (${assessmentId}, ${item}, ${JSON.stringify(ticks)}::jsonb, ${JSON.stringify(texts)}::jsonb, ${tx.actor.id}, ${tx.actor.name}, ${at}) on conflict do nothing returning id`.execute(tx.db)
    : await sql<{ id: number }>`update performance.pmqa_answer set ticks = ${JSON.stringify(ticks)}::jsonb, texts = ${JSON.stringify(texts)}::jsonb, rev = rev + 1,
          changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at}
        where assessment_id = ${assessmentId} and item = ${item} and rev = ${rev} returning id`.execute(tx.db);
  return rows[0]?.id;
}
