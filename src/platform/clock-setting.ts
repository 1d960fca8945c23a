import { sql } from 'kysely';
import { systemActor } from './access/actor.ts';
import { MovableClock } from './clock.ts';
import type { Database, Tx } from './db/database.ts';
import type { Log } from './log.ts';
import type { Listener } from './notify/listener.ts';
import { fail, ok, type Result } from './result.ts';
import type { Services } from './services.ts';

const actor = systemActor('platform.clock');
const channel = 'krom_clock';

/** Milliseconds between machine time and the legal clock as stored; 0 outside a demo. */
export async function readClockOffset(database: Database): Promise<number> {
  return database.read(actor, async (tx) => {
    const row = await tx.db.selectFrom('platform.setting').select('value').where('name', '=', 'clock').executeTakeFirst();
    const offset = (row?.value as { offset?: unknown } | undefined)?.offset;
    return typeof offset === 'number' && Number.isFinite(offset) ? offset : 0;
  });
}

export interface ClockFollower {
  readonly clock: MovableClock;
  /** Called after the clock of this process was moved; the answer ends that. */
  onMove(handler: () => void): () => void;
  /** Reads the setting again. */
  reload(): Promise<void>;
}

export interface FollowClockOptions {
  readonly database: Database;
  readonly listener: Listener;
  readonly log: Log;
  /** Outside a demo the clock cannot be moved, whatever the setting says. */
  readonly demo: boolean;
}

/** The clock of this process, which follows the setting of the house: another process may move it. */
export async function followClock(options: FollowClockOptions): Promise<ClockFollower> {
  const { database, listener, log, demo } = options;
  const clock = new MovableClock();
  const handlers = new Set<() => void>();
  const reload = async () => {
    if (!demo) return;
    const offset = await readClockOffset(database);
    if (offset === clock.offset) return;
    clock.offset = offset;
    for (const handler of handlers) handler();
  };
  const reloadLater = () => void reload().catch((error: unknown) => log.error({ error }, 'the clock setting cannot be read'));
  listener.on(channel, reloadLater);
  listener.onReconnect(reloadLater);
  await reload();
  return {
    clock,
    reload,
    onMove(handler) {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}

/**
 * Moves the legal clock of the whole house to an instant (demo only); it runs on from there. Every process follows
 * after commit, and the worker fires what has fallen due.
 */
export async function moveClock(tx: Tx, services: Services, instant: Date): Promise<Result<{ offset: number }, 'CLOCK_FIXED' | 'CLOCK_OUT_OF_RANGE'>> {
  if (!services.config.demo) {
    return fail('CLOCK_FIXED', { th: 'เลื่อนเวลาได้เฉพาะระบบสาธิต', en: 'Only a demo may move its clock' }, { status: 403 });
  }
  const offset = instant.getTime() - Date.now();
  const tenYears = 10 * 366 * 86_400_000;
  if (!Number.isFinite(offset) || Math.abs(offset) > tenYears) {
    return fail('CLOCK_OUT_OF_RANGE', { th: 'เลื่อนเวลาได้ไม่เกิน 10 ปี', en: 'The clock moves by ten years at most' });
  }
  const value = JSON.stringify({ offset });
  await sql`insert into platform.setting (name, value, changed_by) values ('clock', ${value}::jsonb, ${tx.actor.id})
    on conflict (name) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = clock_timestamp()`.execute(tx.db);
  await sql`select pg_notify(${channel}, '')`.execute(tx.db);
  return ok({ offset });
}
