import { createHash } from 'node:crypto';
import { writeAudit, type AuditEntry } from '../audit/audit.ts';
import type { Database, ReadTx, Tx } from '../db/database.ts';
import { together } from '../db/together.ts';
import { fail, FailureError } from '../result.ts';
import type { Actor } from '../access/actor.ts';

/** The same bytes for the same form, whatever the order of its fields. */
export function hashBody(action: string, body: object): Buffer {
  const ordered = Object.entries(body)
    .filter(([name]) => name !== '_key')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(action).update('\0').update(JSON.stringify(ordered)).digest();
}

const otherBody = fail(
  'KEY_USED_FOR_OTHER_CONTENT',
  { th: 'แบบฟอร์มนี้ถูกส่งไปแล้วด้วยข้อความอื่น กรุณาเปิดหน้าใหม่แล้วส่งอีกครั้ง', en: 'This form was already sent with another content. Open the page again and send once more.' },
  { status: 409 },
);

/** The answer that this key got before, or undefined. Throws a failure when the key came with another content. */
export async function earlierAnswer<A>(tx: ReadTx, key: string, action: string, bodyHash: Buffer): Promise<A | undefined> {
  const row = await tx.db
    .selectFrom('platform.idempotency')
    .select(['actor_id', 'action', 'body_hash', 'answer'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.actor_id !== tx.actor.id || row.action !== action || !row.body_hash.equals(bodyHash)) throw new FailureError(otherBody);
  return row.answer as A;
}

/** Keeps the answer in the transaction of the change. A unique violation means that a twin was faster. */
async function keepAnswer(tx: Tx, { key, action, bodyHash }: Asked, answer: unknown): Promise<void> {
  await tx.db
    .insertInto('platform.idempotency')
    .values({ key, actor_id: tx.actor.id, action, body_hash: bodyHash, answer: JSON.stringify(answer) })
    .execute();
}

/** What is asked for once. */
export interface Asked {
  readonly key: string;
  readonly action: string;
  readonly bodyHash: Buffer;
  readonly requestId: string;
  /** Now, by the legal clock: the time of the lines in the trail. */
  now(): Date;
}

/** What a change comes to: the answer that a repeat gets again, and its lines of the trail. */
export interface Changed<A> {
  readonly answer: A;
  readonly audit: readonly AuditEntry[];
}

/**
 * Runs a change once per key and writes its lines of the trail with it: a repeat gets the first answer, also when the
 * connection broke during commit or when two copies ran at the same moment (design rule 4).
 */
export async function once<A>(database: Database, actor: Actor, asked: Asked, change: (tx: Tx) => Promise<Changed<A>>): Promise<{ answer: A; repeated: boolean }> {
  const { key, action, bodyHash } = asked;
  const attempt = () =>
    database.write(actor, async (tx) => {
      const before = await earlierAnswer<A>(tx, key, action, bodyHash);
      if (before !== undefined) return { answer: before, repeated: true };
      const { answer, audit } = await change(tx);
      await together([writeAudit(tx, audit, asked.now(), asked.requestId), keepAnswer(tx, asked, answer)]);
      return { answer, repeated: false };
    });
  try {
    return await attempt();
  } catch (error) {
    const { code, constraint, name } = error as { code?: string; constraint?: string; name?: string };
    if ((code === '23505' && constraint === 'idempotency_pkey') || name === 'CommitUnknownError') return attempt();
    // A twin that was faster may be met first in the records themselves: a number is taken, a letter is already issued.
    // If it was the twin, its answer is there by now.
    if (code === '23505' || error instanceof FailureError) {
      const answer = await database.read(actor, (tx) => earlierAnswer<A>(tx, key, action, bodyHash));
      if (answer !== undefined) return { answer, repeated: true };
    }
    throw error;
  }
}
