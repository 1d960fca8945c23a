import { sql } from 'kysely';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';

/** Figures of the whole house, the same whichever process is asked. */
export interface HouseFigures {
  readonly waiting: number;
  readonly running: number;
  readonly parked: number;
  readonly oldestJobSeconds: number;
  /** -1: no worker was ever heard of. */
  readonly workerSilenceSeconds: number;
  readonly timersDue: number;
  readonly mailWaiting: number;
  readonly openSessions: number;
  readonly auditUnsealed: number;
  readonly auditUnsealedSeconds: number;
  readonly databaseBytes: number;
}

/** Counts and ages, in one statement. Throws when the database is away. */
export async function readHouseFigures(database: Database): Promise<HouseFigures> {
  return database.read(systemActor('platform.metrics'), async (tx) => {
    const { rows } = await sql<HouseFigures>`select q.waiting, q.running, q.parked,
        coalesce(extract(epoch from clock_timestamp() - q.oldest_waiting), 0)::float8 as "oldestJobSeconds",
        coalesce(extract(epoch from clock_timestamp() - q.last_heart_beat), -1)::float8 as "workerSilenceSeconds",
        (select count(*)::int from platform.timer where due_at <= platform.legal_now() and fired_at is null and cancelled_at is null) as "timersDue",
        (select count(*)::int from platform.mail where state = 'waiting') as "mailWaiting",
        platform.open_sessions() as "openSessions",
        u.n as "auditUnsealed", coalesce(extract(epoch from clock_timestamp() - u.oldest), 0)::float8 as "auditUnsealedSeconds",
        pg_database_size(current_database()) as "databaseBytes"
      from platform.queue_state() q,
        (select count(*)::int as n, min(recorded_at) as oldest from platform.audit
          where txid >= coalesce((select max(to_txid) from platform.audit_seal), '0'::xid8)) u`.execute(tx.db);
    return rows[0] as HouseFigures;
  });
}
