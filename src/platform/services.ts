import type { Renderer } from '../paper/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { Log } from './log.ts';

/**
 * What pages, actions and jobs may use besides their transaction. Made once at start, handed down, never imported
 * as a global: a test makes its own.
 */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Log;
  /** Prints documents: PDF, and pictures of pages for previews. */
  readonly paper: Renderer;
}
