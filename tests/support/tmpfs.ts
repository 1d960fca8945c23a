import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, openSync, writeSync, closeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Small disks for tests of a full one: a tmpfs of a given size, where this machine lets us mount it. */

function mount(folder: string, size: string): string {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', folder], { encoding: 'utf8' });
  return done.status === 0 ? '' : (done.stderr || done.error?.message || 'mount failed').trim();
}

/** Why no small disk can be mounted here; empty where one can. */
export const noTmpfs: string = (() => {
  if (process.platform !== 'linux') return 'no tmpfs on this system';
  if (process.getuid?.() !== 0) return 'only root may mount';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-mount-'));
  const why = mount(folder, '1m');
  if (!why) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return why;
})();

export interface SmallDisk {
  readonly folder: string;
  freeBytes(): number;
  /** Takes all the room but so many bytes. */
  fill(leave?: number): void;
  /** Gives the room back. */
  empty(): void;
  remove(): void;
}

/** @param size as for mount: `4m` */
export function smallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-disk-'));
  const why = mount(folder, size);
  if (why) throw new Error(why);
  const ballast = path.join(folder, 'ballast');
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    freeBytes,
    fill(leave = 0) {
      const file = openSync(ballast, 'a');
      const block = Buffer.alloc(65_536);
      try {
        for (let rest = freeBytes() - leave; rest > 0; rest -= block.length) writeSync(file, block, 0, Math.min(block.length, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
