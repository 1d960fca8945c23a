import { z } from 'zod';
import { createSmtpSender, MailRefusedError, type MailSender } from '../../adapters/smtp.ts';
import type { Config } from '../config.ts';
import { defineJob, type JobContext } from '../jobs/jobs.ts';
import { GiveUpError } from '../jobs/task-list.ts';

const senders = new Map<string, MailSender>();

/** One sender per address and process: it keeps its connections open between mails. */
function senderOf({ smtpUrl, mailFrom }: Config): MailSender | undefined {
  if (!smtpUrl) return undefined;
  const key = `${mailFrom} ${smtpUrl}`;
  let sender = senders.get(key);
  if (!sender) senders.set(key, (sender = createSmtpSender(smtpUrl, mailFrom)));
  return sender;
}

/** Closes the connections to mail servers when the worker stops. */
export function closeMailSenders(): void {
  for (const sender of senders.values()) sender.close();
  senders.clear();
}

type Mark = { state: 'sent' | 'kept' | 'failed' | 'waiting'; response?: string; lastError?: string };

async function mark(context: JobContext, id: string, mail: Mark): Promise<void> {
  await context.write(async (tx) => {
    await tx.db
      .updateTable('platform.mail')
      .set((eb) => ({
        state: mail.state,
        last_error: mail.lastError ?? null,
        response: mail.response ?? null,
        attempts: mail.state === 'kept' ? eb.ref('attempts') : eb('attempts', '+', 1),
        sent_at: mail.state === 'sent' ? context.services.clock.now() : null,
      }))
      .where('id', '=', id)
      .execute();
    return { value: undefined, audit: [] };
  });
}

/**
 * Delivers one mail. It may happen twice: a server can accept and die before it answers. Every attempt carries the
 * same message id, by which mailboxes and people recognise the second copy.
 */
export const sendMailJob = defineJob({
  name: 'platform.send-mail',
  title: { th: 'ส่งอีเมล', en: 'Send mail' },
  payload: z.object({ mailId: z.uuid() }),
  attempts: 12,
  async run({ mailId }, context) {
    const mail = await context.read((tx) => tx.db.selectFrom('platform.mail').selectAll().where('id', '=', mailId).executeTakeFirst());
    if (!mail || mail.state === 'sent' || mail.state === 'kept') return;
    const sender = senderOf(context.services.config);
    if (!sender) return mark(context, mailId, { state: 'kept' });
    let response: string;
    try {
      response = await sender.send({
        messageId: mail.message_id,
        to: mail.to_address,
        subject: mail.subject,
        text: mail.body,
        ...(mail.html === null ? {} : { html: mail.html }),
      });
    } catch (error) {
      const refused = error instanceof MailRefusedError;
      await mark(context, mailId, { state: refused ? 'failed' : 'waiting', lastError: (error as Error).message });
      throw refused ? new GiveUpError(error.message, { cause: error }) : error;
    }
    await mark(context, mailId, { state: 'sent', response });
  },
});
