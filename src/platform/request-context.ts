import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf work goes on, for lines of the log that are written deep below a handler. Never personal data. */
export interface WorkContext {
  readonly requestId: string;
  /** Pattern of the route, or `job:` and the name of the job. */
  readonly route: string;
}

const current = new AsyncLocalStorage<WorkContext>();

/** Runs `work` and all that it starts as part of this request or job. */
export function within<T>(context: WorkContext, work: () => T): T {
  return current.run(context, work);
}

/** The request or job that this code runs for; undefined at the start and in upkeep. */
export function workContext(): WorkContext | undefined {
  return current.getStore();
}
