import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bornAt, isAlive } from '../platform/db/embedded-server.ts';

/** Which living processes use a data folder: the last one to leave stops the embedded database. */

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
