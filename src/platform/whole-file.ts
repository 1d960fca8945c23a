import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

/**
 * Makes a small file that is made once and must never be seen half: beside its place, flushed, then linked to its name.
 * A program that is killed in between leaves nothing of that name; where a twin was faster, its file stays.
 */
export function makeOnce(file: string, content: string | Uint8Array, mode: number): void {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, content, { mode, flush: true });
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}
