import { runOnce } from 'graphile-worker';
import pg from 'pg';
import { silentLog } from '../log.ts';
import type { Services } from '../services.ts';
import type { AnyJob } from './jobs.ts';
import { allJobs } from './platform-jobs.ts';
import { taskListOf, type JobEnd } from './task-list.ts';
import { fireDueTimers } from './timers.ts';
import { queueLogger } from './worker.ts';

export interface RunNowOptions {
  readonly ownerUrl: string;
  readonly services: Services;
  /** The modules' jobs; the platform's own run as well. */
  readonly jobs: readonly AnyJob[];
  /** Leaves failed jobs in the queue instead of throwing the first failure. */
  readonly keepGoing?: boolean;
}

/**
 * For tests and the demo: fires due timers and runs every waiting job, and what they cause, until none is left. Jobs
 * that wait for a later time (after a failure, for instance) stay where they are.
 * @returns every run with its error, in order
 */
export async function runJobsNow(options: RunNowOptions): Promise<readonly JobEnd[]> {
  const { services } = options;
  const jobs = allJobs(options.jobs);
  const ends: JobEnd[] = [];
  const owner = new pg.Pool({ connectionString: options.ownerUrl, max: 4 });
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  const taskList = taskListOf(jobs, services, (end) => ends.push(end));
  try {
    for (;;) {
      const before = ends.length;
      const fired = await fireDueTimers(services.database, services.clock, jobs);
      await runOnce({ pgPool: owner, taskList, concurrency: 1, noHandleSignals: true, logger: queueLogger(silentLog) });
      const failed = ends.slice(before).find((end) => end.error !== undefined);
      if (failed && !options.keepGoing) throw new Error(`${failed.job} failed`, { cause: failed.error });
      if (fired === 0 && ends.length === before) return ends;
    }
  } finally {
    await owner.end();
  }
}
