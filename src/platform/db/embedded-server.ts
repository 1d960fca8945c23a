import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
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

/**
 * The server that owns the folder now, if it lives (postmaster.pid: line 1 process id, line 4 port). A pid file whose
 * process is somebody else is removed, since PostgreSQL would refuse to start beside it.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  if (!isServerOf(pid, data)) {
    if (isAlive(pid)) rmSync(file, { force: true });
    return undefined;
  }
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
