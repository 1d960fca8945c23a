import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { demoPassword } from '../../src/modules/organisation/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { loadDemo } from '../../src/start/demo.ts';
import { openKrom, type OpenKrom } from '../../src/start/open.ts';

/** A form of a signed-in browser, ready to be sent as often as one likes: the key and the content stay the same. */
export type Sending = () => Promise<LightMyRequestResponse>;

export interface Browser {
  readonly cookies: Readonly<Record<string, string>>;
  get(url: string): Promise<LightMyRequestResponse>;
  /** Opens the page of a form and fills it in. */
  fillIn(page: string, action: string, fields: Record<string, string>, file?: { field: string; name: string; content: Buffer }): Promise<Sending>;
}

/** The whole house with a database server and a worker of its own, which a test may kill, starve and fill up. */
export interface OwnHouse {
  readonly krom: OpenKrom;
  readonly app: FastifyInstance;
  readonly owner: pg.Pool;
  signIn(username: string, app?: FastifyInstance): Promise<Browser>;
  close(): Promise<void>;
}

/**
 * @param folder data folder; one of its own under the temporary folder unless given
 * @param env settings besides; a given server for instance
 */
export async function openOwnHouse(folder = mkdtempSync(path.join(os.tmpdir(), 'krom-own-')), env: Record<string, string> = {}): Promise<OwnHouse> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const krom = await openKrom(readConfig({ KROM_DATA: folder, PORT: '0', KROM_LOG: process.env['KROM_TEST_LOG'] ? 'info' : 'silent', ...env }));
  await loadDemo(modules, krom.services);
  await krom.clock.reload();
  const worker = await startWorker({ services: krom.services, ownerUrl: krom.ownerUrl, jobs: modules.flatMap((module) => module.jobs ?? []), clock: krom.clock });
  const app = await createApp({ services: krom.services, modules, identify: createIdentify(modules), paths: signInPaths, listener: krom.listener, rateLimit: 0 });
  const owner = new pg.Pool({ connectionString: krom.ownerUrl, max: 2 });
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  return {
    krom,
    app,
    owner,
    signIn: (username, other) => signInAt(other ?? app, username),
    async close() {
      await app.close();
      await worker.stop();
      await owner.end();
      await krom.close();
      if (krom.embedded && !krom.embedded.folder.startsWith(folder)) rmSync(path.dirname(krom.embedded.folder), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keyIn(html: string, action: string): string {
  const form = html.slice(html.indexOf(`action="${action}"`));
  const key = /name="_key" value="([^"]+)"/.exec(form)?.[1];
  if (!key) throw new Error(`No form ${action} on the page`);
  return key;
}

/** Signs a demo account in through the page, without a network. */
export async function signInAt(app: FastifyInstance, username: string): Promise<Browser> {
  const page = await app.inject({ url: '/sign-in' });
  const cookies: Record<string, string> = { krom_browser: page.cookies.find((cookie) => cookie.name === 'krom_browser')?.value ?? '' };
  const done = await app.inject({
    method: 'POST',
    url: '/sign-in',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _key: keyIn(page.body, '/sign-in'), username, password: demoPassword }).toString(),
  });
  cookies['krom_session'] = done.cookies.find((cookie) => cookie.name === 'krom_session')?.value ?? '';
  return {
    cookies,
    get: (url) => app.inject({ url, cookies }),
    async fillIn(from, action, fields, file) {
      const _key = keyIn((await app.inject({ url: from, cookies })).body, action);
      if (!file) {
        const payload = new URLSearchParams({ _key, ...fields }).toString();
        return () => app.inject({ method: 'POST', url: action, cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload });
      }
      const form = new FormData();
      for (const [name, value] of Object.entries({ _key, ...fields })) form.append(name, value);
      form.append(file.field, new Blob([new Uint8Array(file.content)]), file.name);
      const request = new Request('http://krom.test/', { method: 'POST', body: form });
      const payload = Buffer.from(await request.arrayBuffer());
      const type = request.headers.get('content-type') ?? '';
      return () => app.inject({ method: 'POST', url: action, cookies, headers: { 'content-type': type }, payload });
    },
  };
}
