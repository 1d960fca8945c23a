import type { Job, JobHelpers, TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import { systemActor } from '../access/actor.ts';
import { writeAudit, type AuditEntry } from '../audit/audit.ts';
import type { Tx } from '../db/database.ts';
import { within } from '../request-context.ts';
import type { Services } from '../services.ts';
import type { AnyJob, JobContext } from './jobs.ts';

/** Thrown by a job that can never succeed as it is: it is parked at once instead of being tried again. */
export class GiveUpError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GiveUpError';
  }
}

export type JobEnd = { readonly job: string; readonly jobId: string; readonly attempt: number; readonly error?: unknown };

function contextOf(definition: AnyJob, job: Job, services: Services): JobContext {
  const actor = systemActor(definition.name);
  const { database, clock } = services;
  return {
    services,
    attempt: job.attempts,
    lastAttempt: job.attempts >= job.max_attempts,
    jobId: job.id,
    read: (work) => database.read(actor, work),
    write: (work) => database.write(actor, (tx) => audited(tx, work)),
    writeOnce: (work) => database.write(actor, async (tx) => ((await claim(tx, job, definition.name)) ? audited(tx, work) : undefined)),
  };

  async function audited<T>(tx: Tx, work: (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>): Promise<T> {
    const { value, audit } = await work(tx);
    await writeAudit(tx, audit, clock.now(), `job:${job.id}`);
    return value;
  }
}

/** Marks that the job did its work, in the transaction of that work; false where an earlier run was here. */
async function claim(tx: Tx, job: Job, name: string): Promise<boolean> {
  const done = await sql`insert into platform.idempotency (key, actor_id, action, body_hash, answer) values (${`job:${job.id}`}, ${tx.actor.id}, ${name}, '', 'null') on conflict (key) do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

async function parkAtOnce(helpers: JobHelpers): Promise<void> {
  await helpers.query('update graphile_worker._private_jobs set max_attempts = greatest(attempts, 1) where id = $1', [helpers.job.id]);
}

/**
 * The jobs of the house as tasks of the queue. Each runs as the system actor of its own name; its payload is parsed
 * by its own schema first, and a payload that does not fit parks the job (trying again cannot mend it).
 */
export function taskListOf(jobs: readonly AnyJob[], services: Services, ended: (end: JobEnd) => void = () => {}): TaskList {
  const list: TaskList = {};
  for (const definition of jobs) {
    if (list[definition.name]) throw new Error(`Two jobs are named ${definition.name}`);
    list[definition.name] = async (payload, helpers) => {
      const { job } = helpers;
      const facts = { job: definition.name, jobId: job.id, attempt: job.attempts };
      const started = performance.now();
      try {
        const parsed = definition.payload.safeParse(payload);
        if (!parsed.success) throw new GiveUpError(`The payload does not fit: ${parsed.error.message}`);
        await within({ requestId: `job:${job.id}`, route: `job:${definition.name}` }, () => definition.run(parsed.data, contextOf(definition, job, services)));
        services.log.info({ ...facts, ms: Math.round(performance.now() - started) }, 'job done');
        ended(facts);
      } catch (error) {
        if (error instanceof GiveUpError) await parkAtOnce(helpers);
        const parked = error instanceof GiveUpError || job.attempts >= job.max_attempts;
        services.log[parked ? 'error' : 'warn']({ ...facts, parked, error }, parked ? 'job parked' : 'job failed, will be tried again');
        ended({ ...facts, error });
        throw error;
      }
    };
  }
  return list;
}
