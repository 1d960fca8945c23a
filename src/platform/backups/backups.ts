import type { Result } from '../result.ts';
import type { Services } from '../services.ts';
import type { Words } from '../words.ts';

export type BackupKind = 'physical' | 'logical';
export type BackupCause = 'nightly' | 'asked' | 'command';

/** How many backups of which age stay; days, weeks and months by Bangkok. */
export interface Keep {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface DrillOutcome {
  readonly ok: boolean;
  readonly words: Words;
}

/** What the house asks of the room that makes backups (`src/backup`); handed to the module that shows and schedules them. */
export interface Backups {
  /** Kind that fits the house's database. */
  readonly usualKind: (services: Services) => BackupKind;
  /** Makes a backup in the folder of backups and keeps its record. Expected failures are values and are on record too. */
  make(services: Services, request: { readonly kind: BackupKind; readonly cause: BackupCause }): Promise<Result<{ readonly id: number; readonly file: string }>>;
  /** Removes backups beyond those to be kept; names of the files removed. */
  rotate(services: Services, keep: Keep): Promise<readonly string[]>;
  /** Restores the newest backup into a temporary place, compares it, and keeps the outcome on its record. */
  drill(services: Services): Promise<Result<DrillOutcome>>;
}
