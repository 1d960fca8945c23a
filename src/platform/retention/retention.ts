// How long logs are kept: data with a screen, a least time that the database itself holds, and a job that erases.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import type { SettingDefinition } from '../settings/settings.ts';
import type { Words } from '../words.ts';

/** How much a log holds. */
export interface RetentionState {
  readonly held: number;
  /** Time of the oldest line; null while it is empty. */
  readonly oldest: Date | null;
}

/** One log with personal data, and how long it is kept. Modules declare theirs (`KromModule.retention`). */
export interface RetentionRule {
  readonly name: string;
  readonly title: Words;
  /** What stands in it. */
  readonly holds: Words;
  /** Why it is kept so long and not longer. */
  readonly basis: Words;
  readonly days: SettingDefinition<number>;
  state?(tx: ReadTx): Promise<RetentionState>;
  /** Erases at most so many lines from before a time, as the system; left out where a job of the module's own does it. */
  erase?(tx: Tx, before: Date, atMost: number): Promise<number>;
}

export const platformLogs = ['access-log', 'notifications', 'mail', 'answers', 'timers'] as const;
export type PlatformLog = (typeof platformLogs)[number];

/** Reads and erases one of the platform's own logs; the database refuses what is younger than its least time. */
export function platformLog(log: PlatformLog): Required<Pick<RetentionRule, 'state' | 'erase'>> {
  return {
    async state(tx) {
      const { rows } = await sql<RetentionState>`select held::int, oldest from platform.retention_state(${log}::text)`.execute(tx.db);
      return rows[0] ?? { held: 0, oldest: null };
    },
    async erase(tx, before, atMost) {
      const { rows } = await sql<{ gone: number }>`select platform.erase_expired(${log}::text, ${before}::timestamptz, ${atMost}::int) as gone`.execute(tx.db);
      return rows[0]?.gone ?? 0;
    },
  };
}
