import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The running server of a data folder: found through postmaster.pid, watched and stopped by its process id. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** True when a process of this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in the kernel's own count; empty where that cannot be known. An id alone is used again. */
export function bornAt(pid: number): string {
  try {
    // The name in parentheses may hold spaces; after it stand the state (Z: ended, not reaped) and, as field 22, the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** The command line of a process, empty for one that has ended and was not yet reaped; undefined where it cannot be known. */
function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    const told = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return told.status === 0 ? told.stdout : undefined;
  }
}

/** True while this process is the server of that folder: an id is used again after a reboot, or by another container. */
export function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || command.includes(data);
}

const markFile = (data: string) => path.join(data, 'postmaster.pid');

/** The lines of postmaster.pid; none where a server that ends takes it away at this moment. */
function markOf(data: string): string[] {
  try {
    return readFileSync(markFile(data), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Removes a postmaster.pid whose process is somebody else, since PostgreSQL would refuse to start beside it. Only for
 * the one process that may start the server: it could be the mark of a server that another has just started.
 */
export function clearDeadMark(data: string): void {
  const pid = Number(markOf(data)[0]);
  if (pid > 0 && !isServerOf(pid, data) && isAlive(pid)) rmSync(markFile(data), { force: true });
}

/**
 * The server that owns the folder now, if it lives (postmaster.pid: line 1 process id, line 4 port). Changes
 * nothing.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const lines = markOf(data);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isServerOf(pid, data)) return undefined;
  const port = Number(lines[3]);
  return port > 0 ? { pid, port } : undefined;
}

/** Fast shutdown (SIGINT): sessions are ended, everything committed is kept. Resolves when the server is gone. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  if (!isServerOf(pid, data)) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let i = 0; i < 1000 && isServerOf(pid, data); i++) await pause(10);
}

/** Stops a server that a killed program left over in this folder; true when there was one. */
export async function stopLeftOver(folder: string): Promise<boolean> {
  const data = path.join(folder, 'data');
  const running = runningPostmaster(data);
  if (!running) return false;
  await stopPostmaster(running.pid, data);
  return true;
}
