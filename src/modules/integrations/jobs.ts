// Events leave the house here, and nowhere else.
import { z } from 'zod';
import { AddressRefusedError } from '../../adapters/guarded-post.ts';
import { postWebhook } from '../../adapters/webhook.ts';
import { houseKey } from '../../platform/house-key.ts';
import { unseal } from '../../platform/http/seal.ts';
import { defineJob, type JobContext } from '../../platform/jobs/jobs.ts';
import { GiveUpError } from '../../platform/jobs/task-list.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import type { Words } from '../../platform/words.ts';
import { messages } from './messages.ts';
import { innerHosts, keepDays } from './settings.ts';
import { signedHeaders } from './signing.ts';
import { deliverAttempts, deliverName, deliveryToMake, markDelivery, sweepEvents, type DeliveryToMake } from './store/deliveries.ts';
import { markGone } from './store/webhooks.ts';

export const keyName = 'webhooks';
const timeoutMs = 10_000;

/** What a delivery must know of the house beside its row. */
export interface DeliveryPorts {
  wordsOf(act: string): Words;
  /** Path at which programs read a record; undefined where there is none. */
  apiPathOf(type: string, id: number): string | undefined;
}

/** An instant with the offset of Bangkok: `2020-11-03T09:00:00+07:00`. */
const bangkokIso = (at: Date): string => `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

/** What is sent: which act, when, on which record. Who did it, and what the record says, a receiver asks the API under its own rights. */
export function payloadOf(event: Pick<DeliveryToMake, 'eventId' | 'act' | 'at' | 'subjectType' | 'subjectId'>, ports: DeliveryPorts, origin: string): string {
  const path = event.subjectId === null ? undefined : ports.apiPathOf(event.subjectType, event.subjectId);
  return JSON.stringify({
    id: event.eventId,
    type: event.act,
    words: ports.wordsOf(event.act),
    timestamp: bangkokIso(event.at),
    data: { record: { type: event.subjectType, id: event.subjectId, address: path === undefined ? null : `${origin}${path}` } },
  });
}

type Mark = Parameters<typeof markDelivery>[2];

const mark = (context: JobContext, id: number, what: Omit<Mark, 'at'>) =>
  context.write(async (tx) => {
    await markDelivery(tx, id, { ...what, at: context.services.clock.now() });
    return { value: undefined, audit: [] };
  });

async function send(delivery: DeliveryToMake, ports: DeliveryPorts, { services, read }: JobContext): Promise<number> {
  const { config } = services;
  const key = houseKey(config.dataFolder, keyName, false);
  const secrets = [delivery.secret, ...(delivery.oldSecret === null ? [] : [delivery.oldSecret])].map((sealed) => unseal(key, sealed));
  const body = payloadOf(delivery, ports, config.origin);
  // The receiver compares the age with its own clock, so the time of sending is the machine's, never the demo's.
  const headers = signedHeaders(secrets, delivery.eventId, Math.floor(Date.now() / 1000), body);
  const hosts = await read((tx) => readSetting(tx, innerHosts));
  return postWebhook({ url: delivery.url, headers, body, innerHosts: hosts, plainAllowed: config.demo, timeoutMs });
}

/**
 * Delivers one event. It may come twice: a receiver can take it and die before it answers, so it keeps the event's id
 * and passes over what it had. Any answer but 2xx is tried again for about a day, then parked; 410 switches the
 * webhook off.
 */
export const deliverJob = (ports: DeliveryPorts) => defineJob({
  name: deliverName,
  title: messages.words('job.deliver'),
  payload: z.object({ delivery: z.int().positive() }),
  attempts: deliverAttempts,
  async run({ delivery: id }, context) {
    const delivery = await context.read((tx) => deliveryToMake(tx, id));
    if (!delivery || delivery.state === 'delivered' || delivery.state === 'dropped') return;
    if (!delivery.open) return mark(context, id, { state: 'dropped', error: 'the webhook is paused, gone or removed', tried: false });
    const last = context.lastAttempt;
    let answer: number;
    try {
      answer = await send(delivery, ports, context);
    } catch (error) {
      const refused = error instanceof AddressRefusedError;
      await mark(context, id, { state: refused || last ? 'failed' : 'waiting', error: (error as Error).message, tried: true });
      throw refused ? new GiveUpError(error.message, { cause: error }) : error;
    }
    if (answer >= 200 && answer < 300) return mark(context, id, { state: 'delivered', answer, tried: true });
    if (answer === 410) {
      return context.write(async (tx) => {
        await markDelivery(tx, id, { state: 'dropped', answer, error: 'the address is gone', at: context.services.clock.now(), tried: true });
        const off = await markGone(tx, delivery.webhookId);
        return { value: undefined, audit: off ? [{ action: 'integrations.webhook-gone', subject: { type: 'platform.webhook', id: delivery.webhookId } }] : [] };
      });
    }
    const error = `the address answered ${answer}`;
    await mark(context, id, { state: last ? 'failed' : 'waiting', answer, error, tried: true });
    throw new Error(error);
  },
});

/** Forgets old deliveries each night. */
export const sweepJob = defineJob({
  name: 'integrations.sweep-events',
  title: messages.words('job.sweep'),
  payload: z.object({}),
  async run(_payload, { write }) {
    await write(async (tx) => ({ value: await sweepEvents(tx, await readSetting(tx, keepDays)), audit: [] }));
  },
});
