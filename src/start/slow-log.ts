import type { Database } from '../platform/db/database.ts';
import type { Log } from '../platform/log.ts';
import { workContext } from '../platform/request-context.ts';

const longestText = 600;

/** Logs each statement that took longer, with the route or job that asked for it; never its values. */
export function logSlowStatements(database: Database, log: Log, slowMs: number): void {
  if (slowMs <= 0) return;
  database.watch(({ name, text, ms, rows }) => {
    if (ms < slowMs) return;
    const sql = text.replaceAll(/\s+/g, ' ').trim().slice(0, longestText);
    log.warn({ statement: name, ms: Math.round(ms), rows, ...workContext(), sql }, 'slow statement');
  });
}
