// News on their way out of the house, and what was handed to which channel.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { Words } from '../../../platform/words.ts';

export interface OutgoingNews {
  readonly id: number;
  readonly personId: number;
  readonly words: Words;
  readonly href: string;
  readonly kind: string;
  readonly urgency: 'urgent' | 'very-urgent' | 'most-urgent' | null;
  readonly secret: boolean;
  readonly createdAt: Date;
}

const columns = sql.raw('n.id, n.person_id as "personId", n.words, n.href, n.kind, n.urgency, n.secret, n.created_at as "createdAt"');

/** Those of the news that nobody has read yet. */
export async function unreadNews(tx: ReadTx, ids: readonly number[]): Promise<OutgoingNews[]> {
  return (await sql<OutgoingNews>`select ${columns} from platform.notification n where n.id = any(${[...ids]}::bigint[]) and n.read_at is null order by n.id`.execute(tx.db)).rows;
}

export interface Delivery {
  readonly newsId: number;
  readonly personId: number;
  readonly channel: string;
  readonly state: 'held' | 'handed';
}

/** Notes deliveries; only those that were not there before come back, so a job that runs twice hands over once. */
export async function addDeliveries(tx: Tx, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
  if (deliveries.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`insert into platform.notification_delivery (notification_id, channel, person_id, state)
    select * from unnest(${deliveries.map((one) => one.newsId)}::bigint[], ${deliveries.map((one) => one.channel)}::text[], ${deliveries.map((one) => one.personId)}::int[], ${deliveries.map((one) => one.state)}::text[])
    on conflict do nothing returning channel || ' ' || notification_id as key`.execute(tx.db);
  return new Set(rows.map((row) => row.key));
}

/** Takes what was held for a person: what is still unread to hand over, by channel; the rest was read in the house and is dropped. */
export async function takeHeld(tx: Tx, personId: number): Promise<(OutgoingNews & { readonly channel: string })[]> {
  const { rows } = await sql<OutgoingNews & { channel: string; read: boolean }>`
    with held as (
      update platform.notification_delivery d set state = case when n.read_at is null then 'handed' else 'dropped' end
      from platform.notification n where n.id = d.notification_id and d.person_id = ${personId} and d.state = 'held'
      returning d.notification_id, d.channel
    )
    select ${columns}, h.channel, n.read_at is not null as read from held h join platform.notification n on n.id = h.notification_id order by n.id`.execute(tx.db);
  return rows.filter((row) => !row.read);
}

/** Gives up what is held for a person who is no longer here. */
export async function dropHeld(tx: Tx, personId: number): Promise<void> {
  await sql`update platform.notification_delivery set state = 'dropped' where person_id = ${personId} and state = 'held'`.execute(tx.db);
}

/** Unread news since an instant that neither a mail nor an earlier digest has told, the newest first. */
export async function newsForDigest(tx: ReadTx, personId: number, since: Date): Promise<OutgoingNews[]> {
  return (await sql<OutgoingNews>`select ${columns} from platform.notification n
    where n.person_id = ${personId} and n.read_at is null and n.created_at > ${since}
      and not exists (select from platform.notification_delivery d where d.notification_id = n.id and d.channel in ('mail', 'digest'))
    order by n.id desc limit 200`.execute(tx.db)).rows;
}

/** Notes the digest of a day; false when it was made before. */
export async function addDigest(tx: Tx, digest: { personId: number; day: string; waiting: number; news: number; sent: boolean }): Promise<boolean> {
  const done = await sql`insert into platform.notification_digest (person_id, day, waiting, news, sent)
    values (${digest.personId}, ${digest.day}::date, ${digest.waiting}, ${digest.news}, ${digest.sent}) on conflict do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}
