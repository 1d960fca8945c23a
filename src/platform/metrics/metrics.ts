import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Statement } from '../db/named-client.ts';
import type { JobEnd } from '../jobs/task-list.ts';
import type { Services } from '../services.ts';
import { readHouseFigures } from './house-figures.ts';

/** Figures of one process for Prometheus. Labels are names of the program (routes, jobs, states), never of people or records. */
export interface Metrics {
  /** One request that was answered; `route` is the pattern of its address. */
  request(answer: { method: string; route: string; status: number; seconds: number }): void;
  /** What a page took from the database. */
  page(page: string, statements: number, rows: number): void;
  statement(statement: Statement): void;
  jobEnded(end: JobEnd): void;
  draining(): void;
  /** Everything as Prometheus reads it; asks the database at most every ten seconds. */
  text(): Promise<string>;
  readonly contentType: string;
}

const freshMs = 10_000;

export function createMetrics(services: Services, facts: { version: string; role: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  registry.setDefaultLabels({ role: facts.role });
  collectDefaultMetrics({ register: registry });
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) => new Gauge<L>({ name, help, labelNames, registers });

  new Gauge({ name: 'krom_build_info', help: 'The release that runs; always 1', labelNames: ['version'], registers }).set({ version: facts.version }, 1);
  const requests = new Histogram({
    name: 'krom_http_request_seconds', help: 'Time to answer, by pattern of the route', labelNames: ['method', 'route', 'status'], registers,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
  const statements = new Histogram({ name: 'krom_page_sql_statements', help: 'Statements that one page took', labelNames: ['page'], registers, buckets: [2, 4, 8, 12, 16, 24, 48] });
  const rows = new Histogram({ name: 'krom_page_sql_rows', help: 'Rows that one page took from the database', labelNames: ['page'], registers, buckets: [10, 50, 100, 500, 1000, 5000] });
  const sql = new Histogram({ name: 'krom_sql_seconds', help: 'Time of one statement, waiting for its answer', registers, buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] });
  const jobs = new Counter({ name: 'krom_job_runs_total', help: 'Runs of jobs in this process', labelNames: ['job', 'outcome'], registers });
  const draining = gauge('krom_draining', 'Whether the process was asked to stop and sends people elsewhere');
  draining.set(0);

  const pool = gauge('krom_pool_connections', 'Connections to the database; asking: requests that wait for one', ['state']);
  const up = gauge('krom_database_up', 'Whether the database answered');
  const queue = gauge('krom_jobs', 'Jobs of the whole house; parked: failed, a person must look', ['state']);
  const house = {
    oldestJobSeconds: gauge('krom_oldest_job_seconds', 'Age of the oldest job that waits'),
    workerSilenceSeconds: gauge('krom_worker_silence_seconds', 'Time since any worker was heard of; -1: never'),
    timersDue: gauge('krom_timers_due', 'Timers that are due and have not fired'),
    mailWaiting: gauge('krom_mail_waiting', 'Mail that waits to be sent'),
    openSessions: gauge('krom_sessions_open', 'Sessions of people that are open'),
    auditUnsealed: gauge('krom_audit_unsealed_rows', 'Lines of the trail without a seal'),
    auditUnsealedSeconds: gauge('krom_audit_unsealed_seconds', 'Age of the oldest line of the trail without a seal'),
    databaseBytes: gauge('krom_database_bytes', 'Size of the database'),
  };

  let asked = 0;
  let asking: Promise<void> | undefined;
  const refresh = async () => {
    try {
      const figures = await readHouseFigures(services.database);
      up.set(1);
      for (const state of ['waiting', 'running', 'parked'] as const) queue.set({ state }, figures[state]);
      for (const [name, one] of Object.entries(house)) one.set(figures[name as keyof typeof house]);
    } catch {
      // Figures of before would look like figures of now.
      up.set(0);
      queue.reset();
      for (const one of Object.values(house)) one.reset();
    }
    asked = Date.now();
  };

  return {
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status: String(status) }, seconds),
    page(page, count, read) {
      statements.observe({ page }, count);
      rows.observe({ page }, read);
    },
    statement: ({ ms }) => sql.observe(ms / 1000),
    jobEnded: ({ job, error }) => jobs.inc({ job, outcome: error === undefined ? 'done' : 'failed' }),
    draining: () => draining.set(1),
    async text() {
      if (Date.now() - asked > freshMs) await (asking ??= refresh().finally(() => (asking = undefined)));
      const { totalCount, idleCount, waitingCount } = services.database.pool;
      pool.set({ state: 'busy' }, totalCount - idleCount);
      pool.set({ state: 'idle' }, idleCount);
      pool.set({ state: 'asking' }, waitingCount);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
