// Other systems that hear what happens here: where, what, and the sealed secret that signs.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';

export interface Webhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  /** Codes of acts, or all of a module: `correspondence.*`. */
  readonly acts: readonly string[];
  readonly pausedAt: Date | null;
  /** The address answered 410. */
  readonly goneAt: Date | null;
  /** Until when the secret before signs too; null where there is none. Machine time. */
  readonly oldUntil: Date | null;
  readonly createdAt: Date;
}

const columns = sql.raw(`w.id, w.name, w.url, w.acts, w.paused_at as "pausedAt", w.gone_at as "goneAt",
  case when w.old_until > clock_timestamp() then w.old_until end as "oldUntil", w.created_at as "createdAt"`);

export interface WebhookLine extends Webhook {
  readonly waiting: number;
  readonly failed: number;
  readonly lastAt: Date | null;
}

/** All that are in use, with how their deliveries stand. */
export async function listWebhooks(tx: ReadTx): Promise<WebhookLine[]> {
  return (await sql<WebhookLine>`select ${columns}, d.waiting, d.failed, d.last_at as "lastAt" from platform.webhook w
    cross join lateral (select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
      max(tried_at) as last_at from platform.webhook_delivery d where d.webhook_id = w.id) d
    where w.removed_at is null order by w.id`.execute(tx.db)).rows;
}

export async function findWebhook(tx: ReadTx, id: number): Promise<Webhook | undefined> {
  return (await sql<Webhook>`select ${columns} from platform.webhook w where w.id = ${id} and w.removed_at is null`.execute(tx.db)).rows[0];
}

export interface WebhookInput {
  readonly name: string;
  readonly url: string;
  readonly acts: readonly string[];
}

/** Adds one; `sealed` is its secret, which `seen_by` was given. */
export async function addWebhook(tx: Tx, input: WebhookInput, sealed: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into platform.webhook (name, url, acts, secret, seen_until, seen_by, created_by)
    values (${input.name}, ${input.url}, ${[...input.acts]}::text[], ${sealed}, clock_timestamp(), ${tx.actor.id}, ${tx.actor.id}) returning id`.execute(tx.db);
  return rows[0]?.id as number;
}

/** Changes what it is called, where it goes and what it hears; a new address begins anew where the old one was gone. */
export async function changeWebhook(tx: Tx, id: number, input: WebhookInput): Promise<boolean> {
  const done = await sql`update platform.webhook set name = ${input.name}, url = ${input.url}, acts = ${[...input.acts]}::text[],
    gone_at = case when url = ${input.url} then gone_at end where id = ${id} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Puts a new secret in the place of the old one, which goes on signing for a day. */
export async function rotateSecret(tx: Tx, id: number, sealed: string): Promise<boolean> {
  const done = await sql`update platform.webhook set old_secret = secret, old_until = clock_timestamp() + interval '1 day', secret = ${sealed},
    seen_until = clock_timestamp(), seen_by = ${tx.actor.id} where id = ${id} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Pauses or goes on; going on also tries an address again that was gone. False where nothing changed. */
export async function setPaused(tx: Tx, id: number, paused: boolean): Promise<boolean> {
  const done = paused
    ? await sql`update platform.webhook set paused_at = platform.legal_now() where id = ${id} and removed_at is null and paused_at is null`.execute(tx.db)
    : await sql`update platform.webhook set paused_at = null, gone_at = null where id = ${id} and removed_at is null and (paused_at is not null or gone_at is not null)`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function removeWebhook(tx: Tx, id: number): Promise<boolean> {
  const done = await sql`update platform.webhook set removed_at = platform.legal_now() where id = ${id} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Notes that the address is gone; false where that was known. */
export async function markGone(tx: Tx, id: number): Promise<boolean> {
  const done = await sql`update platform.webhook set gone_at = platform.legal_now() where id = ${id} and gone_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}
