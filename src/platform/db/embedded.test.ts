import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedPostgres } from './embedded.ts';

const servers: EmbeddedPostgres[] = [];
const folders: string[] = [];

function folderForTest(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-embedded-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbedded(folder, { settings: { shared_buffers: '16MB', max_connections: '20' } });
  servers.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it('starts a killed server again on its port, with everything that was committed', async () => {
  const server = await start(folderForTest());
  const news: string[] = [];
  const { promise: back, resolve: told } = Promise.withResolvers<void>();
  const end = server.keepAlive((event) => {
    news.push(event);
    if (event === 'back') told();
  });
  // A session under way when its server is killed.
  const busy = new pg.Client({ connectionString: server.ownerUrl });
  busy.on('error', () => {});
  await busy.connect();
  await busy.query('create table kept (n int); insert into kept values (7)');
  const lost = busy.query('select pg_sleep(60)').catch((error: Error) => error);
  const before = server.pid;
  process.kill(before, 'SIGKILL');
  await back;
  end();
  expect(await lost).toBeInstanceOf(Error);
  expect(await query(server.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  expect(server.pid).not.toBe(before);
  expect(news).toEqual(['gone', 'back']);
}, 60_000);

it('says that the server moved when another program has taken its port', async () => {
  const folder = folderForTest();
  const before = await start(folder);
  const { promise: moved, resolve } = Promise.withResolvers<string>();
  const squatter = createServer();
  process.kill(before.pid, 'SIGKILL');
  const { port } = new URL(before.ownerUrl);
  await expect.poll(() => new Promise((done) => squatter.once('error', () => done(false)).listen(Number(port), '127.0.0.1', () => done(true)))).toBe(true);
  const after = await start(folder);
  const end = before.keepAlive((event) => event !== 'gone' && resolve(event));
  expect(await moved).toBe('moved');
  end();
  squatter.close();
  expect(await query(after.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(Number(new URL(after.ownerUrl).port)).toBeLessThan(32_768);
}, 60_000);

it('lets two starts at the same moment share one server', async () => {
  const folder = folderForTest();
  const first = await start(folder);
  await first.stop();
  const [one, other] = await Promise.all([start(folder), start(folder)]);
  expect(one.pid).toBe(other.pid);
  expect(one.appUrl).toBe(other.appUrl);
}, 60_000);

it('makes the cluster again when the start that made it was killed half-way', async () => {
  const folder = folderForTest();
  const { pid: dead } = spawnSync('true');
  const half = path.join(folder, `postgres/data.${dead}`);
  mkdirSync(half, { recursive: true });
  writeFileSync(path.join(half, 'PG_VERSION'), '18\n');
  const server = await start(folder);
  expect(server.created).toBe(true);
  expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(existsSync(half)).toBe(false);
}, 60_000);
