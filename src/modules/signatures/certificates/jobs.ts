// Certificates that end soon: told to holder and keepers, each nearness once.
import { z } from 'zod';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import type { Words } from '../../../platform/words.ts';
import { personName } from '../../organisation/index.ts';
import { m } from './messages.ts';
import { warningDue } from '../domain/certificate-state.ts';
import { certificateTime } from './keys.ts';
import { certificateNews } from './news.ts';
import { keepers } from './office.ts';
import { warningDays } from './settings.ts';
import { dayOf } from './shown.tsx';
import { addEvent } from '../store/certificates.ts';
import { endingWithin, markWarned } from '../store/certificate-steps.ts';

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
        await addEvent(tx, one.id, 'warned', '', services.clock.now());
        audit.push({ action: 'signatures.certificate-warned', subject: { type: 'signatures.certificate', id: one.id }, detail: { days: due, person: one.personId } });
      }
      return { value: null, audit };
    });
  },
});
