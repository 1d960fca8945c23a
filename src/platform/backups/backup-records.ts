import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import type { Words } from '../words.ts';
import type { BackupCause, BackupKind, DrillOutcome } from './backups.ts';

/** One line of the list of backups. Times are the machine's. */
export interface BackupRecord {
  readonly id: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly cause: BackupCause;
  readonly kind: BackupKind;
  readonly file: string;
  readonly state: 'running' | 'whole' | 'failed';
  readonly size: number | null;
  readonly sha256: string | null;
  readonly tables: number | null;
  readonly rowCount: number | null;
  readonly files: number | null;
  readonly damaged: number | null;
  readonly error: Words | null;
  readonly removedAt: Date | null;
  readonly drilledAt: Date | null;
  readonly drillOk: boolean | null;
  readonly drillWords: Words | null;
}

const columns = sql`id, started_at as "startedAt", finished_at as "finishedAt", cause, kind, file, state, size::float8 as size, sha256, tables,
  row_count::float8 as "rowCount", files, damaged, error, removed_at as "removedAt", drilled_at as "drilledAt", drill_ok as "drillOk", drill_words as "drillWords"`;

/** Records newest first; `before` is the id of the last one already seen. */
export async function listBackups(tx: ReadTx, page: { before?: number; limit: number }): Promise<BackupRecord[]> {
  return (await sql<BackupRecord>`select ${columns} from platform.backup where (${page.before ?? null}::bigint is null or id < ${page.before ?? null}::bigint)
    order by id desc limit ${page.limit}::int`.execute(tx.db)).rows;
}

/** How the backups stand, for warnings: ages in hours of the machine's time, null where there is none. */
export interface BackupState {
  readonly newestWholeHours: number | null;
  readonly newestDrillHours: number | null;
  readonly newestDrillOk: boolean | null;
  /** The last one that ended, failed. */
  readonly failed: Words | null;
  /** A newer one is under way since. */
  readonly runningSince: Date | null;
}

/** A backup that has been under way for longer than this was killed: nothing writes to its record any more. */
const deadAfterHours = 12;

export async function readBackupState(tx: ReadTx): Promise<BackupState> {
  const hours = (instant: ReturnType<typeof sql>) => sql`extract(epoch from clock_timestamp() - ${instant})::float8 / 3600`;
  const { rows } = await sql<BackupState>`select
      ${hours(sql`(select max(finished_at) from platform.backup where state = 'whole' and removed_at is null)`)} as "newestWholeHours",
      ${hours(sql`(select max(drilled_at) from platform.backup)`)} as "newestDrillHours",
      (select drill_ok from platform.backup where drilled_at is not null order by drilled_at desc limit 1) as "newestDrillOk",
      (select case when state = 'failed' then error end from platform.backup where state <> 'running' order by id desc limit 1) as failed,
      (select started_at from platform.backup where state = 'running' and started_at > clock_timestamp() - make_interval(hours => ${deadAfterHours})
         and id > coalesce((select max(id) from platform.backup where state <> 'running'), 0) order by id desc limit 1) as "runningSince"`.execute(tx.db);
  return rows[0] as BackupState;
}

/** Writes that a backup began; earlier ones that never ended are closed as killed, since only one runs at a time. */
export async function beginRecord(tx: Tx, { cause, kind, file }: { cause: BackupCause; kind: BackupKind; file: string }): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into platform.backup (cause, kind, file) values (${cause}, ${kind}, ${file}) returning id`.execute(tx.db);
  return rows[0]?.id as number;
}

export interface WholeBackup {
  readonly size: number;
  readonly sha256: string;
  readonly tables: number;
  readonly rowCount: number;
  readonly files: number;
  readonly damaged: number;
}

/** The backup is whole. Whatever still counts as under way from before was killed: one runs at a time. */
export async function closeRecord(tx: Tx, id: number, outcome: WholeBackup | { readonly error: Words }): Promise<void> {
  if ('error' in outcome) {
    await sql`update platform.backup set state = 'failed', finished_at = clock_timestamp(), error = ${JSON.stringify(outcome.error)}::jsonb where id = ${id}`.execute(tx.db);
    return;
  }
  const { size, sha256, tables, rowCount, files, damaged } = outcome;
  await sql`update platform.backup set state = 'whole', finished_at = clock_timestamp(), size = ${size}, sha256 = ${sha256}, tables = ${tables},
    row_count = ${rowCount}, files = ${files}, damaged = ${damaged} where id = ${id}`.execute(tx.db);
  const killed: Words = { th: 'ถูกหยุดก่อนเสร็จ', en: 'It was stopped before it was done' };
  await sql`update platform.backup set state = 'failed', finished_at = clock_timestamp(), error = ${JSON.stringify(killed)}::jsonb where state = 'running' and id < ${id}`.execute(tx.db);
}

/** Marks files as removed. */
export async function markRemoved(tx: Tx, files: readonly string[]): Promise<void> {
  if (files.length > 0) await sql`update platform.backup set removed_at = clock_timestamp() where file = any(${[...files]}::text[]) and removed_at is null`.execute(tx.db);
}

/** Keeps how a drill went; false where that file has no record in this house. */
export async function recordDrill(tx: Tx, file: string, outcome: DrillOutcome): Promise<boolean> {
  const done = await sql`update platform.backup set drilled_at = clock_timestamp(), drill_ok = ${outcome.ok}, drill_words = ${JSON.stringify(outcome.words)}::jsonb
    where id = (select max(id) from platform.backup where file = ${file} and state = 'whole')`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Whether tonight's backup is still to be made: the hour has passed, the house was there before it, and none was made since. */
export async function isNightlyDue(tx: ReadTx, hour: number): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`with slot as (
      select platform.next_daily(clock_timestamp(), make_time(${hour}::int, 0, 0)) - interval '1 day' as at
    ) select coalesce((select recorded_at from platform.audit order by id limit 1) < slot.at, false)
      and not exists (select from platform.backup where state = 'whole' and cause = 'nightly' and started_at >= slot.at) as due from slot`.execute(tx.db);
  return rows[0]?.due ?? false;
}

/** True the first time within a day that a failure is to be told to people. */
export async function takeTelling(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`select exists (select from platform.backup where told and started_at > clock_timestamp() - interval '20 hours') as told`.execute(tx.db);
  if (rows[0]?.told) return false;
  const done = await sql`update platform.backup set told = true where id = (select max(id) from platform.backup where state = 'failed')`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}
