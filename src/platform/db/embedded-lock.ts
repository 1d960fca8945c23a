import { readFileSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { makeOnce } from '../whole-file.ts';
import { bornAt, isAlive } from './embedded-server.ts';

/** One process at a time makes, starts or tidies up the server of a data folder; the others wait and join what it started. */

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

function holderLives(content: string): boolean {
  const [pid = '', born = ''] = content.split(' ');
  return isAlive(Number(pid)) && bornAt(Number(pid)) === born;
}

/** Takes a lock of a dead process away; one that a twin took in between is put back. */
function clear(file: string, dead: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== undefined && taken !== dead) makeOnce(file, taken, 0o600);
  rmSync(aside, { force: true });
}

/**
 * Takes the lock of the server's folder if nobody living has it. The answer gives it back; undefined while another
 * has it. PostgreSQL has a lock of its own, so that even two holders could harm no data.
 */
export function takeLock(folder: string): (() => void) | undefined {
  const file = path.join(folder, 'starting');
  const own = `${process.pid} ${bornAt(process.pid)} ${randomBytes(6).toString('hex')}`;
  const before = read(file);
  if (before !== undefined) {
    if (holderLives(before)) return undefined;
    clear(file, before);
  }
  makeOnce(file, own, 0o600);
  if (read(file) !== own) return undefined;
  return () => {
    if (read(file) === own) rmSync(file, { force: true });
  };
}
