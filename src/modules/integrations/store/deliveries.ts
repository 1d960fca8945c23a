// Events on their way to other systems.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'dropped';

/** The name and attempts of the job are also in the database's own function that raises events. */
export const deliverName = 'integrations.deliver';
export const deliverAttempts = 13;

export interface DeliveryLine {
  readonly id: number;
  readonly eventId: string;
  readonly act: string;
  readonly at: Date;
  readonly subjectType: string;
  readonly subjectId: number | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly answer: number | null;
  readonly lastError: string | null;
  readonly triedAt: Date | null;
}

const columns = sql.raw(`d.id, d.event_id as "eventId", e.act, e.at, e.subject_type as "subjectType", e.subject_id as "subjectId", d.state, d.attempts, d.answer,
  d.last_error as "lastError", d.tried_at as "triedAt"`);

/** Deliveries of one webhook, the newest first; `before` is the last one already seen. */
export async function listDeliveries(tx: ReadTx, webhookId: number, page: { before?: number | undefined; limit: number }): Promise<DeliveryLine[]> {
  return (await sql<DeliveryLine>`select ${columns} from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id
    where d.webhook_id = ${webhookId} and (${page.before ?? null}::bigint is null or d.id < ${page.before ?? null}::bigint) order by d.id desc limit ${page.limit}`.execute(tx.db)).rows;
}

/** Everything that a delivery needs; `secret` and `oldSecret` sealed, the old one only while it still signs. */
export interface DeliveryToMake extends DeliveryLine {
  readonly webhookId: number;
  readonly url: string;
  readonly secret: string;
  readonly oldSecret: string | null;
  readonly open: boolean;
}

export async function deliveryToMake(tx: ReadTx, id: number): Promise<DeliveryToMake | undefined> {
  return (await sql<DeliveryToMake>`select ${columns}, w.id as "webhookId", w.url, w.secret, case when w.old_until > clock_timestamp() then w.old_secret end as "oldSecret",
      w.paused_at is null and w.gone_at is null and w.removed_at is null as open
    from platform.webhook_delivery d join platform.webhook_event e on e.id = d.event_id join platform.webhook w on w.id = d.webhook_id where d.id = ${id}`.execute(tx.db)).rows[0];
}

/** Notes how an attempt ended. `at` is legal time. */
export async function markDelivery(tx: Tx, id: number, mark: { state: DeliveryState; answer?: number | undefined; error?: string | undefined; at: Date; tried: boolean }): Promise<void> {
  await sql`update platform.webhook_delivery set state = ${mark.state}, answer = ${mark.answer ?? null}::int, last_error = ${mark.error?.slice(0, 300) ?? null},
    attempts = attempts + ${mark.tried ? 1 : 0}::int, tried_at = case when ${mark.tried} then ${mark.at}::timestamptz else tried_at end where id = ${id}`.execute(tx.db);
}

async function queue(tx: Tx, deliveryId: number): Promise<void> {
  await sql`select platform.enqueue(${deliverName}, jsonb_build_object('delivery', ${deliveryId}::bigint), clock_timestamp(), ${deliverAttempts}::int, ${`webhook-delivery:${deliveryId}`}, null)`.execute(tx.db);
}

/** An event for one webhook alone, to try it. */
export async function addTestEvent(tx: Tx, webhookId: number, act: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`with raised as (
      insert into platform.webhook_event (act, at, subject_type, subject_id) values (${act}, platform.legal_now(), 'platform.webhook', ${webhookId}) returning id
    ) insert into platform.webhook_delivery (event_id, webhook_id) select id, ${webhookId}::int from raised returning id`.execute(tx.db);
  await queue(tx, rows[0]?.id as number);
}

/** Lets a delivery that ended be made again, with all its attempts, in the place of its parked job. False where it still waits or is another's. */
export async function sendAgain(tx: Tx, webhookId: number, deliveryId: number): Promise<boolean> {
  const done = await sql`update platform.webhook_delivery set state = 'waiting', last_error = null where id = ${deliveryId} and webhook_id = ${webhookId} and state <> 'waiting'`.execute(tx.db);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await sql`select platform.discard_parked_job(j.id, 'sent again from the page of its webhook') from platform.parked_jobs(null, 500) j
    where j.task = ${deliverName} and j.payload ->> 'delivery' = ${String(deliveryId)}`.execute(tx.db);
  await queue(tx, deliveryId);
  return true;
}

/** Forgets events older than so many days, with their deliveries; those that still wait stay. */
export async function sweepEvents(tx: Tx, days: number): Promise<number> {
  const done = await sql`delete from platform.webhook_event e where e.made_at < clock_timestamp() - ${days} * interval '1 day'
    and not exists (select from platform.webhook_delivery d where d.event_id = e.id and d.state = 'waiting')`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}
