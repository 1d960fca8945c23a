import { z } from 'zod';
import { isNightlyDue, readBackupState, takeTelling } from '../../platform/backups/backup-records.ts';
import type { Backups } from '../../platform/backups/backups.ts';
import { defineJob, type JobContext, type JobDefinition } from '../../platform/jobs/jobs.ts';
import { notify } from '../../platform/notify/notify.ts';
import type { NewsKind } from '../../platform/notify/news-kind.ts';
import type { Words } from '../../platform/words.ts';
import { peopleInRole } from '../organisation/index.ts';
import { readBackupPlan, type BackupPlan } from './backup-settings.ts';
import { backupsAddress } from './features/read-backups/address.ts';
import { messages } from './features/read-backups/messages.ts';

const payload = z.object({ asked: z.boolean().optional() });
type Payload = z.infer<typeof payload>;

/** Backups that failed, drills that failed. */
export const upkeepNews: NewsKind = {
  key: 'system.upkeep',
  title: messages.words('news.title'),
  about: messages.words('news.about'),
  usual: { mail: 'now', line: 'off' },
};

/** A sentence of ours around words of both languages. */
const because = (key: 'told.failed' | 'told.drill', why: Words): Words => ({ th: messages.in('th')(key, { why: why.th }), en: messages.in('en')(key, { why: why.en }) });

async function tellAdministrators(context: JobContext, words: Words, once: boolean): Promise<void> {
  await context.write(async (tx) => {
    if (once && !(await takeTelling(tx))) return { value: undefined, audit: [] };
    const people = await peopleInRole(tx, 'system-admin', context.services.clock.today());
    await notify(tx, people, words, backupsAddress, { kind: upkeepNews });
    return { value: undefined, audit: [] };
  });
}

async function drillWhenDue(backups: Backups, context: JobContext, { drillDays }: BackupPlan): Promise<void> {
  if (drillDays === 0) return;
  const { newestDrillHours } = await context.read(readBackupState);
  // A little less than whole days, so that a night does not slip to the next by minutes.
  if (newestDrillHours !== null && newestDrillHours < drillDays * 24 - 6) return;
  const tried = await backups.drill(context.services);
  const words = tried.ok ? tried.value.words : tried.message;
  if (!tried.ok || !tried.value.ok) await tellAdministrators(context, because('told.drill', words), false);
  context.services.log[tried.ok && tried.value.ok ? 'info' : 'error']({ outcome: words.en }, 'a backup was tried out');
}

/**
 * The nightly backup with rotation and, in its turn, a drill; asked each hour, so that a night in which the machine was
 * off is made up for. A failure is on record, told to the administrators once a day, tried again, and parked.
 */
export function backUpJob(backups: Backups): JobDefinition<Payload> {
  return defineJob({
    name: 'system.back-up',
    title: { th: 'สำรองข้อมูล', en: 'Back up' },
    payload,
    attempts: 4,
    queue: 'system.back-up',
    async run({ asked = false }, context) {
      const { services } = context;
      const plan = await context.read(readBackupPlan);
      if (!asked && !(await context.read((tx) => isNightlyDue(tx, plan.hour)))) return;
      const usual = backups.usualKind(services);
      const kinds = plan.kinds.filter((kind) => usual === 'physical' || kind === 'logical');
      for (const kind of kinds.length > 0 ? kinds : [usual]) {
        const made = await backups.make(services, { kind, cause: asked ? 'asked' : 'nightly' });
        if (!made.ok) {
          await tellAdministrators(context, because('told.failed', made.message), true);
          throw new Error(`${made.code}: ${made.message.en}`);
        }
      }
      await backups.rotate(services, plan.keep);
      if (!asked) await drillWhenDue(backups, context, plan);
    },
  });
}
