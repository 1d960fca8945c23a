import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';
import type { RetentionRule } from '../../platform/retention/retention.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { messages } from './messages.ts';
import { noteErasure } from './store/erasures.ts';

const day = 86_400_000;
/** Lines of one transaction: few enough that no lock is held for long. */
const batch = 5_000;

/** Erases what is older than its log is kept, log by log. */
export function eraseExpiredJob(rules: () => readonly RetentionRule[]) {
  return defineJob({
    name: 'privacy.erase-expired',
    title: messages.words('jobErase'),
    payload: z.object({}),
    async run(_payload, context) {
      for (const rule of rules()) {
        const { erase } = rule;
        if (!erase) continue;
        let erased = 0;
        let before = new Date(0);
        for (let gone = batch; gone === batch; ) {
          gone = await context.write(async (tx) => {
            before = new Date(context.services.clock.now().getTime() - (await readSetting(tx, rule.days)) * day);
            return { value: await erase(tx, before, batch), audit: [] };
          });
          erased += gone;
        }
        await context.write(async (tx) => {
          await noteErasure(tx, rule.name, before, erased);
          const audit = erased > 0 ? [{ action: 'privacy.expired-erased', subject: { type: 'privacy.retention', id: null }, detail: { rule: rule.name, erased, before: before.toISOString() } }] : [];
          return { value: erased, audit };
        });
      }
    },
  });
}
