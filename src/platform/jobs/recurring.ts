import type { AnyJob } from './jobs.ts';

/**
 * Work that comes back by itself. `cron` runs by machine time (minute hour day month weekday, UTC) and is for upkeep;
 * `dailyAt` runs once each legal day at that Bangkok time (`HH:MM`), so a moved demo clock moves it too.
 */
export interface RecurringJob {
  readonly job: AnyJob;
  readonly when: { readonly cron: string } | { readonly dailyAt: string };
  readonly payload?: Readonly<Record<string, unknown>>;
}
