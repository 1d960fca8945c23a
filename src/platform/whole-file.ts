import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a small file that must never be seen half: beside its place, flushed, then renamed. A program that is killed
 * in between leaves the name as it was.
 */
export function writeWhole(file: string, content: string | Uint8Array, mode: number): void {
  const beside = `${file}.${process.pid}.new`;
  const handle = openSync(beside, 'w', mode);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
