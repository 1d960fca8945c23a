import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { isAlive, runningPostmaster } from './embedded-server.ts';

/** Three processes of their own over one data folder, as web and worker processes are. */
const program = `
  const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)});
  const server = await startEmbedded(process.argv[1], { settings: { shared_buffers: '16MB', max_connections: '20' } });
  server.keepAlive((event) => { if (event === 'moved') process.exit(3); });
  console.log('at', server.appUrl);
  setInterval(() => console.log('pid', server.pid), 100);
`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-embedded-'));
chmodSync(folder, 0o755);
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  const server = runningPostmaster(path.join(folder, 'postgres/data'));
  if (server) process.kill(server.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function launch() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (words += text));
  return { child, words: () => words, address: () => /^at (.*)$/m.exec(words)?.[1], server: () => Number([...words.matchAll(/^pid (\d+)$/gm)].at(-1)?.[1]) };
}

it('three processes that start at once on an empty folder share one server, and bring it back each time it is killed; none ends', async () => {
  const three = [launch(), launch(), launch()];
  const patience = { timeout: 20_000, interval: 50 };
  const agree = () => new Set(three.map((one) => one.server())).size === 1 && isAlive(three[0]?.server() ?? 0);
  const live = () => three.every(({ child }) => child.exitCode === null && child.signalCode === null);
  await expect.poll(() => !live() || agree(), patience).toBe(true);
  expect(live(), three.map(({ words }) => words().slice(-2_000)).join('\n')).toBe(true);
  expect(new Set(three.map((one) => one.address())).size).toBe(1);
  const port = readFileSync(path.join(folder, 'postgres/port'), 'utf8');
  for (let round = 0; round < 4; round++) {
    const before = three[0]?.server() as number;
    process.kill(before, 'SIGKILL');
    await expect.poll(() => !live() || (agree() && three[0]?.server() !== before), patience).toBe(true);
    expect(live(), three.map(({ words }) => words().slice(-2_000)).join('\n')).toBe(true);
    expect(runningPostmaster(path.join(folder, 'postgres/data'))?.port).toBe(Number(port));
  }
}, 60_000);
