// What happens after the commit and outside the house: the time stamp of a signature.
import { z } from 'zod';
import { timeStamper } from '../../../adapters/tsa.ts';
import { addTimestamp } from '../../../paper/index.ts';
import { GiveUpError } from '../../../platform/jobs/task-list.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { messages } from './messages.ts';
import { advance } from './open.ts';
import { timeAuthority } from '../service-settings.ts';
import { addEvent, addFile, endWaiting, findRequest } from '../store/requests.ts';

const id = z.int().positive();

/**
 * Puts the token of the time-stamp authority into the newest signature of a request, as one more version of the file,
 * and opens what waited for it. Asked again after any failure; where the authority's answer was lost another token is
 * asked for, which harms nothing: only the one that is kept is in the file.
 */
export const stampTime = defineJob({
  name: 'signatures.stamp-time',
  title: messages.words('jobStampTime'),
  payload: z.object({ requestId: id, partId: id }),
  attempts: 12,
  async run({ requestId, partId }, { services, read, write }) {
    const found = await read(async (tx) => ({ request: await findRequest(tx, requestId), authority: await timeAuthority(tx, services) }));
    const waits = found.request?.parts.some((part) => part.id === partId && part.state === 'signed');
    if (!found.request || !waits) return; // stamped by an earlier run, or gone on without
    // Whoever took the authority out of the settings did not decide that this signature goes on without a stamp.
    if (!found.authority) throw new Error('no time-stamp authority is set');
    const { file } = found.request;
    if (file.kind !== 'signature' || file.partId !== partId) throw new GiveUpError(`part ${partId} is not the newest signature of request ${requestId}`);
    const stamped = await addTimestamp(await services.files.get(file.hash), timeStamper(found.authority));
    if (!stamped.ok) throw new GiveUpError(`${stamped.code}: ${stamped.message.en}`);
    const { hash, size } = await services.files.put(stamped.value.pdf);
    await write(async (tx) => {
      const request = await findRequest(tx, requestId, true);
      const at = services.clock.now();
      if (!request || request.file.n !== file.n || !(await endWaiting(tx, partId, 'stamped', at))) return { value: false, audit: [] };
      await addFile(tx, requestId, { n: file.n + 1, hash, size, kind: 'time-stamp', partId }, at);
      await addEvent(tx, requestId, { kind: 'stamped', partId, fileHash: hash }, at);
      await advance(tx, services, requestId);
      return { value: true, audit: [{ action: 'signatures.time-stamped', subject: { type: 'signatures.request', id: requestId }, unitId: request.unitId, detail: { part: partId, fileHash: hash, before: file.hash } }] };
    });
  },
});
