import type { AnyJob } from './jobs.ts';
import type { RecurringJob } from './recurring.ts';
import { sealAuditJob } from '../audit/seal.ts';
import { sweepFilesJob } from '../files/sweep-files-job.ts';
import { sendMailJob } from '../mail/send-mail-job.ts';
import { renewSearchJob, tendSearchJob } from '../search/renew.ts';

/** Jobs of the platform itself; modules bring their own. */
export const platformJobs: readonly AnyJob[] = [sendMailJob, sweepFilesJob, sealAuditJob, renewSearchJob];

/** What the platform does again and again. */
export const platformRecurring: readonly RecurringJob[] = [
  { job: sealAuditJob, when: { cron: '* * * * *' } },
  { job: sweepFilesJob, when: { dailyAt: '02:30' } },
  { job: tendSearchJob, when: { dailyAt: '03:10' } },
];

/** Every job that a worker can run: the platform's, the modules', and the recurring ones that nobody listed. */
export function allJobs(modules: readonly AnyJob[], recurring: readonly RecurringJob[] = platformRecurring): readonly AnyJob[] {
  return [...new Set([...platformJobs, ...modules, ...recurring.map(({ job }) => job)])];
}
