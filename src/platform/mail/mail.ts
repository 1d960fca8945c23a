import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import { enqueueAll, jobOf } from '../jobs/jobs.ts';
import { sendMailJob } from './send-mail-job.ts';

export interface Mail {
  /** One address: each recipient gets a mail of their own, so nobody sees the others. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/**
 * Sends mails: rows and jobs in this transaction, delivery after commit. Many at once are two statements.
 * @param host part of the message id after the @, the house's own name
 */
export async function sendMail(tx: Tx, mails: Mail | readonly Mail[], host = 'krom'): Promise<void> {
  const rows = [mails].flat().map((mail: Mail) => ({ id: randomUUID(), ...mail }));
  if (rows.length === 0) return;
  await sql`insert into platform.mail (id, to_address, subject, body, html, message_id)
    select m.id, m.address, m.subject, m.body, m.html, '<' || m.id || '@' || ${host}::text || '>'
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.to.trim())}::text[], ${rows.map((r) => r.subject.replace(/\s+/g, ' ').trim())}::text[],
      ${rows.map((r) => r.text)}::text[], ${rows.map((r) => r.html ?? null)}::text[]) as m(id, address, subject, body, html)`.execute(tx.db);
  await enqueueAll(tx, rows.map(({ id }) => jobOf(sendMailJob, { mailId: id })));
}

/** A mail as the outbox page shows it. */
export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly messageId: string;
  /** `kept`: there is no mail server, it is only shown here. */
  readonly state: 'waiting' | 'sent' | 'kept' | 'failed';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, for the next page: mails of one circular share a millisecond. */
  readonly at: string;
  readonly sentAt: Date | null;
}

/** The outbox, newest first; `before` is the last mail already seen. The page asks for the permission. */
export async function listMail(tx: ReadTx, page: { before?: Pick<OutboxMail, 'at' | 'id'>; limit: number }): Promise<OutboxMail[]> {
  const { rows } = await sql<OutboxMail>`select id, to_address as "to", subject, body as text, html, message_id as "messageId", state, attempts,
      last_error as "lastError", created_at as "createdAt", to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, sent_at as "sentAt"
    from platform.list_mail(${page.before?.at ?? null}::timestamptz, ${page.before?.id ?? null}::uuid, ${page.limit}::int)`.execute(tx.db);
  return rows;
}
