import { isLostConnection } from '../platform/db/lost-connection.ts';
import type { Log } from '../platform/log.ts';

const patienceMs = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A step of the start that may be done again: while the database is away it waits for it instead of ending the
 * process. Any other error, or a database that stays away for a minute, goes on to the caller.
 */
export async function patiently<T>(log: Log, step: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await pause(250)) {
    try {
      return await step();
    } catch (error) {
      if (!isLostConnection(error) || Date.now() > until) throw error;
      log.warn({ error }, 'the database went away during the start, which waits for it');
    }
  }
}
