import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { Flash } from '../../ui/components/flash.tsx';
import { Live } from '../notify/live.ts';
import { personTopic } from '../notify/live.ts';
import type { Listener } from '../notify/listener.ts';
import { listNotifications } from '../notify/notify.ts';
import type { Edge } from './edge.ts';
import { HttpError } from './errors.ts';
import { withUi } from './render-page.tsx';

/** A stream is closed after this long and opened again by the browser, so that ended rights end here too. */
const longestMs = 10 * 60_000;
/** Events that come close together are answered once. */
const gatherMs = 150;

const stream = (action: string, target: string, content: string) => `<turbo-stream action="${action}" target="${target}"><template>${content}</template></turbo-stream>`;

/** Pages that are sent elsewhere come back soon, but not all at once. */
const comeBack = () => 200 + Math.round(Math.random() * 1_800);

/** `GET /live`: what is new for the signed-in person, as Turbo streams over server-sent events. */
export function mountLive(app: FastifyInstance, edge: Edge, listener: Listener | undefined): void {
  const live = listener ? new Live(listener) : undefined;
  const { drain } = edge.options;
  if (live) app.addHook('preClose', async () => live.close());
  // Open pages go to another process before this one closes.
  if (live) drain?.on(() => live.close());
  app.route({
    method: 'GET',
    url: '/live',
    config: { kromPermission: { signedIn: 'tells a person of their own news' } },
    handler: async (request, reply) => {
      const { actor } = request.krom;
      // A page whose session has ended asks no more: 204 is how an event source is told to stop.
      if (actor.kind !== 'person') return reply.code(204).send();
      if (!live) throw new HttpError(503);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      // An id makes a browser say, when it comes again, that it was here: what it may have missed is told at once.
      raw.write(`id: 1\nretry: ${drain?.begun ? comeBack() : 3000}\n\n`);
      if (drain?.begun) return raw.end();
      const ended = new AbortController();
      const end = () => ended.abort();
      raw.once('close', end);
      const timer = setTimeout(end, longestMs);
      const beat = setInterval(() => raw.write(': still here\n\n'), 25_000);
      let lastSeen = 0;
      const countOf = (inboxCount: number) => stream('update', 'nav-inbox', inboxCount > 0 ? String(inboxCount) : '');
      const send = (parts: readonly string[]) => raw.write(`data: ${parts.join('').replaceAll('\n', ' ')}\n\n`);
      try {
        if (request.headers['last-event-id']) send([countOf((await edge.services.database.read(actor, (tx) => edge.readFrame(tx))).inboxCount)]);
        for await (const event of live.subscribe([personTopic(actor.id)], ended.signal)) {
          await new Promise((resolve) => setTimeout(resolve, gatherMs));
          const { frame, newest } = await edge.services.database.read(actor, async (tx) => ({ frame: await edge.readFrame(tx), newest: (await listNotifications(tx, { limit: 1 }))[0] }));
          const parts = [countOf(frame.inboxCount)];
          if (event.kind === 'notification' && newest && !newest.readAt && newest.id > lastSeen) {
            lastSeen = newest.id;
            const flash = <Flash text={newest.words[request.krom.lang]} action={{ label: request.krom.lang === 'th' ? 'เปิด' : 'Open', href: newest.href }} />;
            parts.push(stream('append', 'live-flash', renderToString(withUi(request, flash))));
          }
          send(parts);
        }
      } finally {
        clearTimeout(timer);
        clearInterval(beat);
        if (drain?.begun && !raw.destroyed) raw.write(`retry: ${comeBack()}\n\n`);
        raw.end();
      }
    },
  });
}
