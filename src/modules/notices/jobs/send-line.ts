import { z } from 'zod';
import { createLineSender, LineRefusedError } from '../../../adapters/line.ts';
import { defineJob, type JobContext } from '../../../platform/jobs/jobs.ts';
import { GiveUpError } from '../../../platform/jobs/task-list.ts';
import { sendLineAttempts, sendLineName } from '../channels/line.ts';
import { messages } from '../messages.ts';
import { recipientsOf } from '../people.ts';
import { findMessage, markMessage } from '../store/line.ts';

type Mark = Parameters<typeof markMessage>[2];

const mark = (context: JobContext, id: string, what: Mark) =>
  context.write(async (tx) => {
    await markMessage(tx, id, what);
    return { value: undefined, audit: [] };
  });

/**
 * Sends one message. LINE can accept it and die before it answers: the next attempt carries the same key, so the
 * person reads it once. Who left the office or took the link back in the meantime gets nothing.
 */
export const sendLineJob = defineJob({
  name: sendLineName,
  title: messages.words('job.line'),
  payload: z.object({ messageId: z.uuid() }),
  attempts: sendLineAttempts,
  async run({ messageId }, context) {
    const { config, clock } = context.services;
    const found = await context.read(async (tx) => {
      const message = await findMessage(tx, messageId);
      return message && { message, to: (await recipientsOf(tx, clock.today(), [message.personId])).get(message.personId) };
    });
    if (!found || found.message.state === 'sent' || found.message.state === 'dropped') return;
    const { message, to } = found;
    if (to?.line !== message.userId) return mark(context, messageId, { state: 'dropped', error: 'the person is not linked to this LINE any more', tried: false });
    if (!config.line) {
      await mark(context, messageId, { state: 'failed', error: 'KROM_LINE_TOKEN is not set', tried: false });
      throw new GiveUpError('KROM_LINE_TOKEN is not set');
    }
    let requestId: string | undefined;
    try {
      requestId = await createLineSender(config.line.api, config.line.token).push({ retryKey: message.id, to: message.userId, text: message.body });
    } catch (error) {
      const refused = error instanceof LineRefusedError;
      await mark(context, messageId, { state: refused ? 'failed' : 'waiting', error: (error as Error).message, tried: true });
      throw refused ? new GiveUpError(error.message, { cause: error }) : error;
    }
    await mark(context, messageId, { state: 'sent', requestId, at: clock.now(), tried: true });
  },
});
