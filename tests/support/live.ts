/** The whole house as it runs for people: a listening server, the worker, live messages and the clock, on a copy of the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { followClock } from '../../src/platform/clock-setting.ts';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { Listener } from '../../src/platform/notify/listener.ts';
import { demoTemplate, ensureDemoTemplate, giveDemoFiles } from './app.ts';
import { freshDatabase } from './db.ts';
import { silentLog, testServices } from './services.ts';

export interface LiveHouse {
  /** Address of the server, without a trailing slash. */
  readonly origin: string;
  /** As the owner of the database: for looking behind the walls in a test. */
  readonly owner: pg.Pool;
  /** Waits until no job is left to do; jobs parked after a failure make it throw. */
  settled(): Promise<void>;
}

/**
 * Starts the house; `stop` ends it and throws its data away.
 * @param host name in its address: passkeys work at `localhost`, at no bare number
 */
export async function startLive(env: Record<string, string> = {}, host = '127.0.0.1'): Promise<LiveHouse & { stop(): Promise<void> }> {
  await ensureDemoTemplate();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-live-'));
  giveDemoFiles(folder);
  const db = await freshDatabase(demoTemplate);
  const listener = new Listener({ url: db.appUrl, log: silentLog });
  const clock = await followClock({ database: db.database, listener, log: silentLog, demo: true });
  await listener.start();
  // The address stands in mail and in the code on certified papers, so the port is chosen before the server listens.
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const services = { ...testServices(db, folder, { PORT: String(port), KROM_ORIGIN: origin, ...env }), clock: clock.clock };
  const worker = await startWorker({
    services,
    ownerUrl: db.ownerUrl,
    jobs: modules.flatMap((module) => module.jobs ?? []),
    recurring: modules.flatMap((module) => module.recurring ?? []),
    clock,
    sweepEveryMs: 500,
  });
  const app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, listener, rateLimit: 0 });
  await app.listen({ port, host: '127.0.0.1' });
  return {
    origin,
    owner: db.owner,
    async settled() {
      for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
        const { rows } = await db.owner.query<{ waiting: number; failed: string | null }>(
          'select count(*) filter (where run_at <= now())::int as waiting, string_agg(last_error, $1) as failed from graphile_worker.jobs', ['; '],
        );
        if (rows[0]?.failed) throw new Error(`a job failed: ${rows[0].failed}`);
        if (rows[0]?.waiting === 0) return;
      }
      throw new Error('jobs are still waiting after 30 seconds');
    },
    async stop() {
      await worker.stop();
      await app.close();
      await listener.close();
      await services.paper.close();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For a test file: one house for all its tests. */
export function useLive(env: Record<string, string> = {}, host?: string): LiveHouse {
  const box: { house?: Awaited<ReturnType<typeof startLive>> } = {};
  beforeAll(async () => {
    box.house = await startLive(env, host);
  });
  afterAll(async () => {
    await box.house?.stop();
  });
  const house = () => {
    if (!box.house) throw new Error('useLive: used before beforeAll');
    return box.house;
  };
  return {
    get origin() {
      return house().origin;
    },
    get owner() {
      return house().owner;
    },
    settled: () => house().settled(),
  };
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
