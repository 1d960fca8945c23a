import type { Log } from '../platform/log.ts';
import type { Drain } from '../platform/http/drain.ts';

/** After this long the process goes, whatever still runs: a supervisor would kill it soon. */
const longestMs = 40_000;

export interface Stopping {
  /** What is to be ended, the last one first. */
  readonly ends: (() => Promise<void>)[];
  /** True once it was asked to stop. */
  readonly begun: boolean;
  /**
   * Ends the process in order. After SIGTERM it first says for `drainMs` that it is not ready and answers on; asked
   * again, it does not wait.
   */
  stop(code: number, drainMs?: number): Promise<void>;
}

/** @param exit ends the process; a test puts its own here */
export function stopping(drain: Drain, log: Log, exit: (code: number) => void = (code) => process.exit(code)): Stopping {
  const ends: (() => Promise<void>)[] = [];
  let begun = false;
  let hurry: (() => void) | undefined;
  return {
    ends,
    get begun() {
      return begun;
    },
    async stop(code, drainMs = 0) {
      if (begun) return hurry?.();
      begun = true;
      drain.begin();
      if (drainMs > 0) {
        log.info({ drainMs }, 'asked to stop: not ready any more, answers on');
        await new Promise<void>((resolve) => {
          hurry = resolve;
          setTimeout(resolve, drainMs);
        });
      }
      setTimeout(() => {
        log.error({ longestMs }, 'could not stop in time');
        exit(code || 1);
      }, longestMs).unref();
      for (const end of ends.toReversed()) await end().catch((error: Error) => log.error({ error: error.message }, 'could not stop in order'));
      exit(code);
    },
  };
}
