// What was told in the house goes out of it: at once, or when the quiet hours of each person end.
import { z } from 'zod';
import type { Tx } from '../../../platform/db/database.ts';
import { defineJob, setTimers } from '../../../platform/jobs/jobs.ts';
import { otherNews, type NewsKind } from '../../../platform/notify/news-kind.ts';
import type { Services } from '../../../platform/services.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import type { HouseFacts, NewsChannel, Parcel, Recipient } from '../channels/channel.ts';
import { channels } from '../channels/channels.ts';
import { howOf } from '../domain/route.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import { messages } from '../messages.ts';
import { recipientsOf } from '../people.ts';
import { usualChoice, usualRoutes } from '../settings.ts';
import { choicesOf, routesOf } from '../store/choices.ts';
import { addDeliveries, dropHeld, takeHeld, unreadNews, type Delivery, type OutgoingNews } from '../store/deliveries.ts';

export const houseFacts = ({ config }: Services): HouseFacts => ({ origin: config.origin, line: config.line !== undefined });

/** One parcel for each person of the news. */
function parcelsOf(news: readonly OutgoingNews[], recipients: ReadonlyMap<number, Recipient>): Parcel[] {
  const byPerson = Map.groupBy(news, (one) => one.personId);
  return [...byPerson].flatMap(([id, own]) => {
    const to = recipients.get(id);
    return to ? [{ to, news: own }] : [];
  });
}

async function handOver(tx: Tx, house: HouseFacts, channel: NewsChannel, news: readonly OutgoingNews[], recipients: ReadonlyMap<number, Recipient>): Promise<void> {
  const parcels = parcelsOf(news, recipients);
  if (parcels.length > 0) await channel.handOver(tx, parcels, house);
}

/** Sends what was held for a person, as one parcel for each channel, unless it is quiet again. */
export const releaseNewsJob = defineJob({
  name: 'notices.release-news',
  title: messages.words('job.release'),
  payload: z.object({ personId: z.int().positive() }),
  async run({ personId }, { services, write }) {
    await write(async (tx) => {
      const now = services.clock.now();
      const recipients = await recipientsOf(tx, services.clock.today(), [personId]);
      const choice = (await choicesOf(tx, [personId])).get(personId) ?? (await usualChoice(tx));
      const again = quietUntil(choice, now);
      if (recipients.size === 0) await dropHeld(tx, personId);
      else if (again) await setTimers(tx, releaseNewsJob, [{ key: releaseKey(personId), dueAt: again, payload: { personId } }]);
      else {
        const held = await takeHeld(tx, personId);
        const house = houseFacts(services);
        for (const channel of channels) {
          const reached = new Map([...recipients].filter(([, to]) => channel.reaches(to, house)));
          await handOver(tx, house, channel, held.filter((one) => one.channel === channel.key), reached);
        }
      }
      return { value: undefined, audit: [] };
    });
  },
});

const releaseKey = (personId: number) => `notices.release:${personId}`;

/** Chooses channels for news just told. News that were read in the meantime, and people who left, are passed over. */
export const routeNewsJob = (kinds: () => readonly NewsKind[]) => defineJob({
  name: 'notices.route-news',
  title: messages.words('job.route'),
  payload: z.object({ news: z.array(z.int().positive()) }),
  attempts: 12,
  async run({ news: ids }, { services, write }) {
    await write(async (tx) => {
      const now = services.clock.now();
      const house = houseFacts(services);
      const news = await unreadNews(tx, ids);
      const people = [...new Set(news.map((one) => one.personId))];
      const recipients = await recipientsOf(tx, services.clock.today(), people);
      const choices = await choicesOf(tx, people);
      const routes = await routesOf(tx, people);
      const office = await readSetting(tx, usualRoutes);
      const usual = await usualChoice(tx);
      const byKey = new Map(kinds().map((kind) => [kind.key, kind]));
      const none = new Map();
      const wakes = new Map<number, Date>();
      for (const channel of channels) {
        const deliveries: Delivery[] = [];
        for (const one of news) {
          const to = recipients.get(one.personId);
          if (!to || !channel.reaches(to, house)) continue;
          if (howOf(byKey.get(one.kind) ?? otherNews, channel.key, routes.get(to.id) ?? none, office) !== 'now') continue;
          const choice = choices.get(to.id) ?? usual;
          const until = one.urgency === 'most-urgent' && choice.mostUrgentPasses ? undefined : quietUntil(choice, now);
          if (until) wakes.set(to.id, until);
          deliveries.push({ newsId: one.id, personId: to.id, channel: channel.key, state: until ? 'held' : 'handed' });
        }
        const added = await addDeliveries(tx, deliveries);
        const go = new Set(deliveries.filter((one) => one.state === 'handed' && added.has(`${one.channel} ${one.newsId}`)).map((one) => one.newsId));
        await handOver(tx, house, channel, news.filter((one) => go.has(one.id)), recipients);
      }
      await setTimers(tx, releaseNewsJob, [...wakes].map(([personId, dueAt]) => ({ key: releaseKey(personId), dueAt, payload: { personId } })));
      return { value: undefined, audit: [] };
    });
  },
});
