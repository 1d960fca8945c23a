import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../platform/db/embedded-server.ts';

/** Which living processes use a data folder: the last one to leave stops the embedded database. */

/** When a process started, in the kernel's own count; empty where that cannot be known. An id alone is used again. */
function bornAt(pid: number): string {
  try {
    // The name in parentheses may hold spaces; after it stand the state (Z: ended, not reaped) and, as field 22, the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

const folderOf = (dataFolder: string) => path.join(dataFolder, 'processes');

/** Process ids that use the folder now. Marks of dead processes are removed. */
export function usersOf(dataFolder: string): number[] {
  const folder = folderOf(dataFolder);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.map(Number).filter((pid) => {
    const mark = path.join(folder, String(pid));
    try {
      if (isAlive(pid) && readFileSync(mark, 'utf8') === bornAt(pid)) return true;
    } catch {
      return false;
    }
    rmSync(mark, { force: true });
    return false;
  });
}

/** Marks this process as a user of the data folder; `leave()` is true when no other living process is. */
export function enter(dataFolder: string): { leave(): boolean } {
  const folder = folderOf(dataFolder);
  mkdirSync(folder, { recursive: true });
  const own = path.join(folder, String(process.pid));
  writeFileSync(own, bornAt(process.pid));
  return {
    leave() {
      rmSync(own, { force: true });
      return usersOf(dataFolder).length === 0;
    },
  };
}
