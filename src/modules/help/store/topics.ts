import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface Topic {
  readonly id: number;
  /** Pattern of the address of a screen: `/letters/:id`. */
  readonly screen: string;
  readonly ordinal: number;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly textTh: string;
  readonly textEn: string;
  readonly fileId: number | null;
  /** A clip, and the file of its captions. */
  readonly clipId: number | null;
  readonly captionsId: number | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export type TopicInput = Omit<Topic, 'id' | 'changedBy' | 'changedAt'>;

const columns = sql.raw(`id, screen, ordinal, title_th as "titleTh", title_en as "titleEn", text_th as "textTh", text_en as "textEn", file_id::int as "fileId", clip_file_id::int as "clipId", captions_file_id::int as "captionsId", changed_by_name as "changedBy", changed_at as "changedAt"`);

/** Topics of a screen in their order. */
export async function topicsOf(tx: ReadTx, screen: string): Promise<Topic[]> {
  return (await sql<Topic>`select ${columns} from help.topic where screen = ${screen} and not withdrawn order by ordinal, id`.execute(tx.db)).rows;
}

export async function topicById(tx: ReadTx, id: number): Promise<Topic | undefined> {
  return (await sql<Topic>`select ${columns} from help.topic where id = ${id} and not withdrawn`.execute(tx.db)).rows[0];
}

/** Screens that have help, and of how many topics. */
export async function screensWithHelp(tx: ReadTx): Promise<{ screen: string; n: number; titleTh: string; titleEn: string }[]> {
  return (await sql<{ screen: string; n: number; titleTh: string; titleEn: string }>`select screen, count(*)::int as n, (array_agg(title_th order by ordinal, id))[1] as "titleTh", (array_agg(title_en order by ordinal, id))[1] as "titleEn"
    from help.topic where not withdrawn group by screen order by screen`.execute(tx.db)).rows;
}

export async function addTopic(tx: Tx, topic: TopicInput, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into help.topic (screen, ordinal, title_th, title_en, text_th, text_en, file_id, clip_file_id, captions_file_id, changed_by, changed_by_name, changed_at)
    values (${topic.screen}, ${topic.ordinal}, ${topic.titleTh}, ${topic.titleEn}, ${topic.textTh}, ${topic.textEn}, ${topic.fileId}, ${topic.clipId}, ${topic.captionsId}, ${tx.actor.id}, ${tx.actor.name}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}

export async function changeTopic(tx: Tx, id: number, topic: TopicInput, at: Date): Promise<void> {
  await sql`update help.topic set screen = ${topic.screen}, ordinal = ${topic.ordinal}, title_th = ${topic.titleTh}, title_en = ${topic.titleEn}, text_th = ${topic.textTh}, text_en = ${topic.textEn},
    file_id = ${topic.fileId}, clip_file_id = ${topic.clipId}, captions_file_id = ${topic.captionsId}, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at} where id = ${id} and not withdrawn`.execute(tx.db);
}

export async function withdrawTopic(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await sql`update help.topic set withdrawn = true, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at} where id = ${id} and not withdrawn`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}
