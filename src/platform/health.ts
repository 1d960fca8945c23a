import { sql } from 'kysely';
import { systemActor } from './access/actor.ts';
import type { Services } from './services.ts';

export interface Health {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, { readonly ok: boolean; readonly detail?: string }>>;
}

/** Whether this process can serve. Says what is wrong without any business data. */
export async function checkHealth(services: Services): Promise<Health> {
  const database = await services.database
    .read(systemActor('platform.health'), (tx) => sql`select 1`.execute(tx.db))
    .then(() => ({ ok: true }), (error: Error) => ({ ok: false, detail: error.message }));
  return { ok: database.ok, checks: { database } };
}
