import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { createApp, type AppOptions } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { demoPassword } from '../../src/modules/organisation/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Identify } from '../../src/platform/http/edge.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Services } from '../../src/platform/services.ts';
import { loadDemo } from '../../src/start/demo.ts';
import { openKrom } from '../../src/start/open.ts';

export interface BenchHouse {
  /** Its data. */
  readonly folder: string;
  readonly services: Services;
  /** As the owner of the database: for filling it and for counting rows. */
  readonly owner: pg.Pool;
  readonly identify: Identify;
  /** The whole house behind HTTP, without the limit of requests a minute. */
  app(more?: Partial<AppOptions>): Promise<FastifyInstance>;
  /** Cookies of a demo account, signed in through the page. */
  signIn(app: FastifyInstance, username: string): Promise<string>;
  close(): Promise<void>;
}

/** A folder that the unprivileged user of the database may enter. */
export function benchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * A house as it is installed: its own embedded PostgreSQL with fsync on, every migration, the demo. It logs as in
 * service (level info), but to /dev/null, so that a figure contains that work.
 */
export async function openHouse(): Promise<BenchHouse> {
  const folder = benchFolder();
  const krom = await openKrom(readConfig({ KROM_DATA: folder, PORT: '0', KROM_LOG: 'info' }));
  const sink = openSync('/dev/null', 'w');
  const services: Services = { ...krom.services, log: createLog('info', { write: (line) => void writeSync(sink, line) }) };
  await loadDemo(modules, krom.services);
  await krom.clock.reload();
  const owner = new pg.Pool({ connectionString: krom.ownerUrl, max: 2 });
  // When the server stops after a failure, the failure is what is told.
  owner.on('error', () => {});
  const identify = createIdentify(modules);
  return {
    folder,
    services,
    owner,
    identify,
    app: (more) => createApp({ services, modules, identify, paths: signInPaths, listener: krom.listener, rateLimit: 0, ...more }),
    async signIn(app, username) {
      const page = await app.inject({ url: '/sign-in' });
      const browser = page.cookies.find((cookie) => cookie.name === 'krom_browser')?.value ?? '';
      const key = /name="_key" value="([^"]+)"/.exec(page.body.slice(page.body.indexOf('action="/sign-in"')))?.[1] ?? '';
      const done = await app.inject({
        method: 'POST',
        url: '/sign-in',
        cookies: { krom_browser: browser },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _key: key, username, password: demoPassword }).toString(),
      });
      const session = done.cookies.find((cookie) => cookie.name === 'krom_session')?.value;
      if (!session) throw new Error(`${username} could not sign in: ${done.statusCode} ${done.headers.location}`);
      return `krom_browser=${browser}; krom_session=${session}`;
    },
    async close() {
      await owner.end();
      await krom.close();
      closeSync(sink);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
