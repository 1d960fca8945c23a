// The digest: planned each legal night for the day to come, sent at the hour that each person chose.
import { z } from 'zod';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { InboxSource } from '../../../platform/inbox/inbox.ts';
import { readInbox } from '../../../platform/inbox/read-inbox.ts';
import { cancelTimer, defineJob, setTimer, setTimers } from '../../../platform/jobs/jobs.ts';
import { sendMail } from '../../../platform/mail/mail.ts';
import { otherNews, type NewsKind } from '../../../platform/notify/news-kind.ts';
import type { Services } from '../../../platform/services.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { localDate } from '../../../thai/index.ts';
import { actorForPerson, officeCalendar, type RoleTable } from '../../organisation/index.ts';
import { digestFallsOn, digestInstant } from '../domain/digest-day.ts';
import { howOf } from '../domain/route.ts';
import { digestMail } from '../letters/digest-mail.tsx';
import { messages } from '../messages.ts';
import { recipientsOf } from '../people.ts';
import { usualChoice, usualRoutes } from '../settings.ts';
import { choicesOf, routesOf, type Choice } from '../store/choices.ts';
import { addDeliveries, addDigest, newsForDigest } from '../store/deliveries.ts';
import { sweepEvents } from '../store/line.ts';

/** What the digest must know of the house beside its tables. */
export interface DigestPorts {
  readonly kinds: () => readonly NewsKind[];
  readonly inbox: () => readonly InboxSource[];
  readonly roles: () => RoleTable;
}

/** News older than this are no news any more; who was away longer finds them in the house. */
const newsAgeMs = 14 * 86_400_000;
const digestKey = (personId: number) => `notices.digest:${personId}`;
const digestPayload = z.object({ personId: z.int().positive(), day: z.iso.date() });

export function digestJobs({ kinds, inbox, roles }: DigestPorts) {
  const sendDigest = defineJob({
    name: 'notices.send-digest',
    title: messages.words('job.digest'),
    payload: digestPayload,
    async run({ personId, day }, { services, read, write }) {
      // A worker that was away, or a clock that was moved: yesterday's digest is of no use.
      const today = services.clock.today();
      if (day !== today) return;
      const wanted = await read(async (tx) => {
        const to = (await recipientsOf(tx, today, [personId])).get(personId);
        const choice = (await choicesOf(tx, [personId])).get(personId) ?? (await usualChoice(tx));
        return to?.email && choice.digest !== 'none' ? to : undefined;
      });
      const actor = wanted && (await actorForPerson(services.database, roles(), personId, today));
      if (!wanted?.email || !actor) return;
      // Under the person's own rights: the digest tells what the person would see.
      const waiting = await services.database.read(actor, (tx) => readInbox(tx, inbox(), { limit: 30 }));
      await write(async (tx) => {
        const own = (await routesOf(tx, [personId])).get(personId) ?? new Map();
        const office = await readSetting(tx, usualRoutes);
        const byKey = new Map(kinds().map((kind) => [kind.key, kind]));
        const all = await newsForDigest(tx, personId, new Date(services.clock.now().getTime() - newsAgeMs));
        const news = all.filter((one) => howOf(byKey.get(one.kind) ?? otherNews, 'mail', own, office) === 'digest');
        const sent = waiting.total > 0 || news.length > 0;
        if ((await addDigest(tx, { personId, day, waiting: waiting.total, news: news.length, sent })) && sent) {
          await addDeliveries(tx, news.map((one) => ({ newsId: one.id, personId, channel: 'digest', state: 'handed' as const })));
          await sendMail(tx, { to: wanted.email as string, ...digestMail(wanted, { day: localDate(day), waiting: waiting.rows, waitingTotal: waiting.total, news }, services.config.origin) });
        }
        return { value: undefined, audit: [] };
      });
    },
  });

  const planDigests = defineJob({
    name: 'notices.plan-digests',
    title: messages.words('job.plan'),
    payload: z.object({}),
    async run(_payload, { services, write }) {
      const day = localDate(services.clock.today());
      await write(async (tx) => {
        const people = [...(await recipientsOf(tx, day)).values()].filter((to) => to.email !== null).map((to) => to.id);
        const choices = await choicesOf(tx, people);
        const usual = await usualChoice(tx);
        const calendar = await officeCalendar(tx);
        const wishes = people.map((personId) => ({ personId, wish: choices.get(personId) ?? usual })).filter(({ wish }) => digestFallsOn(wish, day, calendar));
        await setTimers(tx, sendDigest, wishes.map(({ personId, wish }) => ({ key: digestKey(personId), dueAt: digestInstant(wish, day), payload: { personId, day } })));
        await sweepEvents(tx);
        return { value: undefined, audit: [] };
      });
    },
  });

  /** After a change of mind: today's digest comes at the new hour if that is still to come, else tomorrow's does. */
  async function replan(tx: Tx, services: Services, personId: number, wish: Choice): Promise<void> {
    const day = localDate(services.clock.today());
    const dueAt = digestInstant(wish, day);
    if (dueAt > services.clock.now() && digestFallsOn(wish, day, await officeCalendar(tx))) await setTimer(tx, sendDigest, { personId, day }, dueAt, { key: digestKey(personId) });
    else await cancelTimer(tx, digestKey(personId));
  }

  return { sendDigest, planDigests, replan };
}

/** What holds for a person: the own choice, or what is usual. */
export async function choiceOf(tx: ReadTx, personId: number): Promise<Choice> {
  return (await choicesOf(tx, [personId])).get(personId) ?? (await usualChoice(tx));
}
