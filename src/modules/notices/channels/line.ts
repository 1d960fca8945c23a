import { sql } from '../../../platform/db/database.ts';
import { newsLines } from '../letters/news-lines.ts';
import { messages } from '../messages.ts';
import { addMessages } from '../store/line.ts';
import type { NewsChannel } from './channel.ts';

/** Name of the job that sends one message; the job itself stands in jobs/, where the outside may be touched. */
export const sendLineName = 'notices.send-line';
/** With the queue's pauses about 16 hours: within the day for which LINE knows a retry key. */
export const sendLineAttempts = 12;

/** Most news that one message tells; a person with more is told how many. */
const most = 10;

/** LINE: a message to the person's own account, through the office's official account. */
export const lineChannel: NewsChannel = {
  key: 'line',
  title: messages.words('line'),
  hows: ['now', 'off'],
  reaches: (to, house) => house.line && to.line !== null,
  async handOver(tx, parcels, house) {
    const wanted = parcels.flatMap(({ to, news }) => (to.line === null ? [] : [{ personId: to.id, userId: to.line, body: textOf(to.language, news, house.origin) }]));
    const ids = await addMessages(tx, wanted);
    if (ids.length === 0) return;
    await sql`select platform.enqueue(${sendLineName}, jsonb_build_object('messageId', m.id), clock_timestamp(), ${sendLineAttempts}::int, null, null)
      from unnest(${ids}::uuid[]) as m(id)`.execute(tx.db);
  },
};

function textOf(language: 'th' | 'en', news: Parameters<typeof newsLines>[1], origin: string): string {
  const lines = newsLines(language, news, origin);
  const shown = lines.slice(0, most).map((line) => `${line.text}\n${line.address}`);
  if (lines.length > most) shown.push(`${messages.in(language)('newsMore', { n: lines.length - most })}\n${origin}/notifications`);
  return shown.join('\n\n');
}
