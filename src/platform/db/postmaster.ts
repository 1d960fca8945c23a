// The process of the embedded PostgreSQL: whether it lives, whether it answers, and its orderly end.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a process lives; one that ended and that nobody has buried yet does not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return state.slice(state.lastIndexOf(')') + 2, state.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/** The server that owns the folder now, if it lives (postmaster.pid: line 1 process id, line 4 port). */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !lives(pid)) return undefined;
  // A process id is used again after a reboot: make sure that it is a postgres of this folder.
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (command.status === 0 && !command.stdout.includes(data)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * Resolves when the server takes connections. A server that says that it is starting (it may have much to recover after
 * a crash) is waited for as long as it lives; one that says nothing, for a minute.
 * @param dead why the server is gone, or undefined while it lives
 */
export async function waitForConnection(url: string, dead: () => string | undefined, patience = 60_000): Promise<void> {
  let until = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const why = dead();
      if (why) throw new Error(why, { cause: error });
      if ((error as { code?: string }).code === '57P03') until = Date.now() + patience;
      if (Date.now() > until) throw new Error(`PostgreSQL does not answer: ${(error as Error).message}`, { cause: error });
      await pause(20);
    }
  }
}

/** The wanted port when it is free, else any that is. */
export async function freePort(wanted: number | undefined): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
      });
    });
  return (wanted && (await tryPort(wanted))) || ((await tryPort(0)) as number);
}

/** Fast shutdown (SIGINT): sessions are ended, everything committed is kept. */
export async function stopPostmaster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 1000 && lives(pid); i++) await pause(10);
  } catch {
    // gone
  }
}
