import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type ParsedCronItem, type Runner, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { ClockFollower } from '../clock-setting.ts';
import type { Log } from '../log.ts';
import { isLostConnection } from '../db/lost-connection.ts';
import { closeMailSenders } from '../mail/send-mail-job.ts';
import type { Services } from '../services.ts';
import { beat, signOff } from './heart-beat.ts';
import type { AnyJob } from './jobs.ts';
import { allJobs, platformRecurring } from './platform-jobs.ts';
import type { RecurringJob } from './recurring.ts';
import { taskListOf, type JobEnd } from './task-list.ts';
import { fireDueTimers, keepDailyTimers } from './timers.ts';

export interface WorkerOptions {
  /** Owner of the database: the queue's tables are not the application's. */
  readonly ownerUrl: string;
  readonly services: Services;
  /** The modules' jobs; the platform's own run as well. */
  readonly jobs: readonly AnyJob[];
  readonly recurring?: readonly RecurringJob[];
  /** Jobs run side by side in this process. */
  readonly concurrency?: number;
  /** Sweeps the timers at once when the clock is moved. */
  readonly clock?: ClockFollower;
  readonly sweepEveryMs?: number;
  readonly beatEveryMs?: number;
  readonly deadAfterMs?: number;
  /** A queue with hands free that has asked for no job for so long is started anew. It asks every two seconds. */
  readonly silentAfterMs?: number;
  /** How long `stop` waits for running jobs before it hands them back to the queue. */
  readonly patienceMs?: number;
  readonly onJobEnd?: (end: JobEnd) => void;
}

export interface Worker {
  /** Turns due timers into jobs now; number of jobs made. */
  sweepTimers(): Promise<number>;
  /** Takes no more jobs, lets running ones end, and goes. */
  stop(): Promise<void>;
}

/** The queue's own words in the house's log; its chatter at info is debug here. */
export function queueLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const name = level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug';
    log[name]({ queue: { ...scope, ...(meta?.['error'] instanceof Error ? { error: meta['error'] } : {}) } }, message);
  });
}

function cronItemsOf(recurring: readonly RecurringJob[]): ParsedCronItem[] {
  return parseCronItems(
    recurring.flatMap(({ job, when, payload }) =>
      'cron' in when
        ? [{
            task: job.name,
            match: when.cron,
            identifier: job.name,
            ...(payload ? { payload: { ...payload } } : {}),
            // One of a kind waits at most, so a worker that was away does not find a heap.
            options: { jobKey: `cron:${job.name}`, maxAttempts: job.attempts ?? 25, backfillPeriod: 0, ...(job.queue ? { queueName: job.queue } : {}) },
          }]
        : [],
    ),
  );
}

/** Repeats `work` until stopped; a failure is logged and does not end it. */
function repeat(everyMs: number, what: string, log: Log, work: () => Promise<unknown>): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const turn = () => {
    running = work()
      .catch((error: unknown) => log.warn({ error, what }, 'upkeep failed, will be tried again'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Starts the worker of this process: jobs, recurring jobs, timers and heart-beat. Resolves once jobs are taken. A
 * queue that ends by itself (the server went away for long) is started again with growing pauses.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { services, concurrency = 4 } = options;
  const recurring = [...platformRecurring, ...(options.recurring ?? [])];
  const jobs = allJobs(options.jobs, recurring);
  const { log, database, clock } = services;
  const deadAfterMs = options.deadAfterMs ?? 60_000;
  // First of all, so that whoever waits for a server that is away may call again: nothing runs yet.
  await keepDailyTimers(database, clock, recurring);
  const owner = new pg.Pool({ connectionString: options.ownerUrl, max: concurrency + 3, connectionTimeoutMillis: 5_000 });
  owner.on('error', (error) => log.warn({ error }, 'a connection of the queue was lost'));
  owner.on('connect', (client) => client.on('error', () => {}));
  const taskList = taskListOf(jobs, services, options.onJobEnd);
  const parsedCronItems = cronItemsOf(recurring);

  let stopping = false;
  let runner: Runner | undefined;
  let poolId = '';
  const formerIds: string[] = [];
  const held = new Set<string>();
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;
  /** Which start of the queue counts, when it last asked for a job, and how many run. */
  let turn = 0;
  let askedAt = Date.now();
  let running = 0;

  const startRunner = async () => {
    const mine = ++turn;
    askedAt = Date.now();
    running = 0;
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => (poolId = workerPool.id));
    const counts = (change: () => void) => () => {
      if (mine === turn) change();
    };
    events.on('worker:getJob:start', counts(() => (askedAt = Date.now())));
    events.on('job:start', counts(() => (running += 1)));
    events.on('job:complete', counts(() => (running -= 1)));
    events.on('job:start', ({ job }) => held.add(job.id));
    // The end is written after this word of it, by a batch that tries again where the server is away.
    events.on('job:complete', ({ job }) => setTimeout(() => held.delete(job.id), deadAfterMs).unref());
    // The queue remembers a first look-up that failed and would then fail for ever: a new runner asks anew.
    let fetchErrors = 0;
    events.on('worker:getJob:error', () => {
      if (++fetchErrors === concurrency * 2) runner?.stop('jobs cannot be fetched').catch(() => {});
    });
    for (const good of ['worker:getJob:empty', 'job:start'] as const) events.on(good, () => (fetchErrors = 0));
    const started = await run({
      pgPool: owner,
      taskList,
      concurrency,
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: queueLogger(log),
      parsedCronItems: [...parsedCronItems],
      events,
      // Without a batch the queue lets the failed writing of a job's end go unhandled, which would end this process.
      // With one it ends itself, is started again here, and the job is freed as of a worker that died.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    if (mine !== turn) {
      await started.kill('another start of the queue took its place').catch(() => {});
      return;
    }
    runner = started;
    failures = 0;
    const ended = (error?: unknown) => {
      if (stopping || runner !== started) return;
      log.error({ error }, 'the queue ended by itself and is started again');
      leave();
      startAgain();
    };
    started.promise.then(() => ended(), ended);
  };
  /** Jobs of the runner that goes are freed as those of a worker that died. */
  const leave = () => {
    runner = undefined;
    formerIds.push(poolId);
    held.clear();
  };
  const startAgain = () => {
    restart = setTimeout(() => {
      restart = undefined;
      if (stopping) return;
      startRunner().catch((error: unknown) => {
        log.error({ error }, 'the queue cannot be started');
        startAgain();
      });
    }, Math.min(250 * 2 ** failures++, 15_000));
  };

  /** After an outage a runner may wait for ever, for an answer that was lost or for its own end. */
  const silentAfterMs = options.silentAfterMs ?? 20_000;
  const startIfSilent = () => {
    if (stopping || restart || running >= concurrency || Date.now() - askedAt < silentAfterMs) return;
    log.error({ silentMs: Date.now() - askedAt }, 'the queue asks for no jobs any more and is started again');
    const silent = runner;
    leave();
    turn += 1;
    silent?.kill('asks for no jobs').catch(() => {});
    startAgain();
  };

  // A server that is away at this moment comes back: the queue is started then, as after any later outage.
  await startRunner().catch((error: unknown) => {
    if (!isLostConnection(error)) throw error;
    startAgain();
  });
  const sweepTimers = () => fireDueTimers(database, clock, jobs);
  const sweep = repeat(options.sweepEveryMs ?? 2_000, 'timers', log, sweepTimers);
  const heart = repeat(options.beatEveryMs ?? 5_000, 'heart-beat', log, () => beat(owner, { workerId: poolId, formerIds, held: [...held], deadAfterMs }));
  // Apart from the heart-beat, which waits for the same server.
  const watch = repeat(options.beatEveryMs ?? 5_000, 'watch of the queue', log, () => Promise.resolve(startIfSilent()));
  const stopFollowing = options.clock?.onMove(() => {
    sweepTimers().catch((error: unknown) => log.warn({ error }, 'timers could not be swept after the clock was moved'));
  });

  return {
    sweepTimers,
    async stop() {
      if (stopping) return;
      stopping = true;
      clearTimeout(restart);
      stopFollowing?.();
      await Promise.all([sweep.stop(), heart.stop(), watch.stop()]);
      if (runner) await stopRunner(runner, options.patienceMs ?? 20_000, log);
      await signOff(owner, poolId).catch((error: unknown) => log.warn({ error }, 'the worker could not sign off'));
      closeMailSenders();
      await owner.end();
    },
  };
}

async function stopRunner(runner: Runner, patienceMs: number, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patienceMs)));
  const outcome = await Promise.race([runner.stop().then(() => 'done' as const), tooLong]).catch((error: unknown) => {
    log.warn({ error }, 'the queue did not stop cleanly');
    return 'done' as const;
  });
  clearTimeout(timer);
  if (outcome === 'late') {
    log.warn({ patienceMs }, 'running jobs did not end in time and go back to the queue');
    await runner.kill('stopped while jobs were running').catch(() => {});
  }
}
