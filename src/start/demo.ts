import { sql } from 'kysely';
import { systemActor } from '../platform/access/actor.ts';
import { MovableClock } from '../platform/clock.ts';
import { moveClock } from '../platform/clock-setting.ts';
import type { KromModule } from '../platform/module.ts';
import { orFail } from '../platform/result.ts';
import type { Services } from '../platform/services.ts';

/** The legal instant at which the demo begins: the morning on which the minutes are to be circulated. */
export const demoStart = new Date('2020-11-03T09:00:00+07:00');

/** Two processes that start at once on an empty database lay one demo down: the second one waits and finds it. */
const lockId = 5653;

/** Lays the demo down, module by module, all or nothing, and sets the clock to its first morning. */
export async function loadDemo(modules: readonly KromModule[], services: Services & { clock: MovableClock }): Promise<void> {
  const clock = new MovableClock();
  clock.moveTo(demoStart);
  const demoServices: Services = { ...services, clock };
  await services.database.write(systemActor('demo'), async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockId}::bigint)`.execute(tx.db);
    const { rows } = await sql<{ taken: boolean }>`select exists (select from organisation.person) as taken`.execute(tx.db);
    if (rows[0]?.taken) return;
    for (const module of modules) {
      clock.moveTo(demoStart);
      await module.demo?.({ tx, services: demoServices, at: (instant) => clock.moveTo(instant) });
    }
    orFail(await moveClock(tx, services, demoStart));
  });
}
