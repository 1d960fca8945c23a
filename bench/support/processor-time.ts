// Processor time of this process and of the database server beside it, so that a figure can say where it goes.
import { readdirSync, readFileSync } from 'node:fs';

/** `utime` and `stime` are counted in hundredths of a second on Linux. */
const msPerTick = 10;

function statOf(pid: string): { parent: number; ms: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * msPerTick };
  } catch {
    return undefined;
  }
}

/** Milliseconds that the database server and its processes have used so far; those that ended since are left out. */
export function databaseMs(server: number): number {
  let sum = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = statOf(pid);
    if (stat && (stat.parent === server || Number(pid) === server)) sum += stat.ms;
  }
  return sum;
}

/** Milliseconds, user and system, of a process that runs. */
export const processMs = (pid: number): number => statOf(String(pid))?.ms ?? 0;
