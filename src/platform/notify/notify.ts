import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import type { Words } from '../words.ts';
import { announce, personTopic } from './live.ts';

/** News for one person. */
export interface Notification {
  readonly id: number;
  readonly words: Words;
  readonly href: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Tells people something, in this transaction; their open pages hear of it after commit. However many: two statements. */
export async function notify(tx: Tx, personIds: readonly number[], words: Words, href: string): Promise<void> {
  const people = [...new Set(personIds)].filter((id) => id > 0);
  if (people.length === 0) return;
  await sql`insert into platform.notification (person_id, words, href)
    select p, ${JSON.stringify({ th: words.th, en: words.en })}::jsonb, ${href} from unnest(${people}::int[]) p`.execute(tx.db);
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
