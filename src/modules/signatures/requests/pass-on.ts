// A post changes hands, or an acting order begins or ends, while a document waits for it: whoever answers for it now is told.
import { z } from 'zod';
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { HolderChangeSource } from '../../organisation/index.ts';
import { findRequest, passOnPart, waitingForPosts } from '../store/requests.ts';
import { signingHref } from './href.ts';
import { messages } from './messages.ts';
import { signingNews } from './news.ts';
import { answering } from './office.ts';

/**
 * Runs at each change and on each legal day, as orders begin and end by their dates. Who was told last is kept with the
 * part, so a second run tells nobody twice. The inbox needs none of this: it goes by who answers at the moment.
 */
export const passOnJob = defineJob({
  name: 'signatures.pass-on',
  title: messages.words('jobPassOn'),
  payload: z.object({}),
  attempts: 12,
  async run(_payload, { services, read, write }) {
    const today = services.clock.today();
    for (const id of await read((tx) => waitingForPosts(tx))) {
      await write(async (tx) => ({ value: undefined, audit: await passOn(tx, id, today) }));
    }
  },
});

async function passOn(tx: Tx, requestId: number, today: string): Promise<AuditEntry[]> {
  const request = await findRequest(tx, requestId, true);
  if (request?.state !== 'open') return [];
  const open = request.parts.filter((part) => part.state === 'open' && part.positionId !== null);
  const people = await answering(tx, open, today);
  const title = [request.reference, request.title].filter(Boolean).join(' ');
  const trail: AuditEntry[] = [];
  for (const part of open) {
    const now = people.get(part.id)?.personId ?? null;
    if (now === part.toldPersonId) continue;
    await passOnPart(tx, requestId, part.id, now);
    if (now === null) continue;
    await notify(tx, [now], messages.words(part.kind === 'sign' ? 'tellSignNow' : 'tellApproveNow', { title, by: request.requestedByName, post: part.label }), signingHref(requestId), { kind: signingNews, secret: request.restricted });
    trail.push({ action: 'signatures.request-passed-on', subject: { type: 'signatures.request', id: requestId }, unitId: request.unitId, detail: { part: part.id, position: part.positionId, from: part.toldPersonId, to: now } });
  }
  return trail;
}

/** What the organisation calls: several changes at once, as of an import, make one run. */
export const waitingForPostsChange: HolderChangeSource = {
  key: 'signatures.waiting',
  changed: (tx) => enqueue(tx, passOnJob, {}, { key: 'signatures.pass-on' }),
};
