// What happens after the commit and outside the house: the time stamp of a signature; and warnings of certificates that end.
import { z } from 'zod';
import { timeStamper } from '../../adapters/tsa.ts';
import { addTimestamp } from '../../paper/index.ts';
import { GiveUpError } from '../../platform/jobs/task-list.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';
import { messages } from './request-messages.ts';
import { advance } from './open.ts';
import { timeAuthority } from './service-settings.ts';
import { addEvent, addFile, endWaiting, findRequest } from './store/requests.ts';
import type { AuditEntry } from '../../platform/audit/audit.ts';
import { notify } from '../../platform/notify/notify.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import type { Words } from '../../platform/words.ts';
import { personName } from '../organisation/index.ts';
import { m } from './certificate-messages.ts';
import { warningDue } from './domain/certificate-state.ts';
import { certificateTime } from './keys.ts';
import { certificateNews } from './news.ts';
import { keepers } from './office.ts';
import { warningDays } from './settings.ts';
import { dayOf } from './shown.tsx';
import { addEvent as addCertificateEvent } from './store/certificates.ts';
import { endingWithin, markWarned } from './store/certificate-steps.ts';

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

/** May run again on the same day: what was said is kept with the certificate. */
export const warnOfEndJob = defineJob({
  name: 'signatures.warn-of-end',
  title: m.words('jobWarn'),
  payload: z.object({}),
  async run(_payload, { services, write }) {
    const now = certificateTime(services);
    await write(async (tx) => {
      const days = await readSetting(tx, warningDays);
      const audit: AuditEntry[] = [];
      const told = await keepers(tx, services.clock.today());
      for (const one of await endingWithin(tx, now, Math.max(0, ...days))) {
        const due = warningDue(one.validTo, now, days, one.warnedDays);
        if (due === undefined) continue;
        const name = (await personName(tx, one.personId)) ?? one.subject;
        const words = (key: 'tell.soon' | 'tell.soonKeeper'): Words => ({ th: m.in('th')(key, { name, date: dayOf('th', one.validTo) }), en: m.in('en')(key, { name, date: dayOf('en', one.validTo) }) });
        await notify(tx, [one.personId], words('tell.soon'), `/account/certificates/${one.id}`, { kind: certificateNews });
        await notify(tx, told.filter((id) => id !== one.personId), words('tell.soonKeeper'), `/certificates/${one.id}`, { kind: certificateNews });
        await markWarned(tx, one.id, due);
        await addCertificateEvent(tx, one.id, 'warned', '', services.clock.now());
        audit.push({ action: 'signatures.certificate-warned', subject: { type: 'signatures.certificate', id: one.id }, detail: { days: due, person: one.personId } });
      }
      return { value: null, audit };
    });
  },
});
