import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import type { Words } from '../words.ts';
import { announce, personTopic } from './live.ts';
import { otherNews, type NewsKind } from './news-kind.ts';

/** News for one person. */
export interface Notification {
  readonly id: number;
  readonly words: Words;
  readonly href: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NewsOptions {
  /** By it people choose their channels; `KromModule.news` declares it. */
  readonly kind?: NewsKind;
  /** The most urgent pass a person's quiet hours, where that person allows it. `ordinary` is no urgency. */
  readonly urgency?: 'ordinary' | 'urgent' | 'very-urgent' | 'most-urgent' | null;
  /** Outside the house no more is said than that a secret document waits. */
  readonly secret?: boolean;
}

/**
 * Tells people something, in this transaction; their open pages hear of it after commit, and a job carries it to the
 * channels that each of them chose (mail, digest, LINE). However many: two statements.
 */
export async function notify(tx: Tx, personIds: readonly number[], words: Words, href: string, options: NewsOptions = {}): Promise<void> {
  const people = [...new Set(personIds)].filter((id) => id > 0);
  if (people.length === 0) return;
  const urgency = options.urgency === 'ordinary' ? null : (options.urgency ?? null);
  await sql`select platform.tell(${people}::int[], ${JSON.stringify({ th: words.th, en: words.en })}::jsonb, ${href}::text,
    ${(options.kind ?? otherNews).key}::text, ${urgency}::text, ${options.secret ?? false}::boolean)`.execute(tx.db);
  await announce(tx, people.map(personTopic), { kind: 'notification' });
}

/** The actor's news, newest first; `before` is the id of the last one already seen. */
export async function listNotifications(tx: ReadTx, page: { before?: number; limit: number }): Promise<Notification[]> {
  let query = tx.db
    .selectFrom('platform.notification')
    .select(['id', 'words', 'href', 'created_at as createdAt', 'read_at as readAt'])
    .where('person_id', '=', tx.actor.id)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.execute()) as unknown as Notification[];
}

export async function countUnread(tx: ReadTx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.notification where person_id = ${tx.actor.id} and read_at is null`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** Marks the actor's news as read: these, or all. Number of those that were unread. */
export async function markRead(tx: Tx, ids: readonly number[] | 'all'): Promise<number> {
  const which = ids === 'all' ? sql`true` : sql`id = any(${[...ids]}::bigint[])`;
  const done = await sql`update platform.notification set read_at = platform.legal_now()
    where person_id = ${tx.actor.id} and read_at is null and ${which}`.execute(tx.db);
  const changed = Number(done.numAffectedRows ?? 0);
  if (changed > 0) await announce(tx, [personTopic(tx.actor.id)], { kind: 'notification' });
  return changed;
}
