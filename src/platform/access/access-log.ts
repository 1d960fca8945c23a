import { sql } from 'kysely';
import pg from 'pg';
import type { Database, ReadTx } from '../db/database.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Services } from '../services.ts';
import type { Actor } from './actor.ts';

/** What was opened. */
export interface OpenedRecord {
  readonly type: string;
  readonly id: number;
  /** Class of secrecy; undefined for open records. */
  readonly secrecy?: string | null;
}

interface Line {
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: number;
  readonly actor_name: string;
  readonly subject_type: string;
  readonly subject_id: number;
  readonly secrecy: string | null;
  readonly request_id: string | null;
}

interface Waiting {
  readonly lines: readonly Line[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const maxLines = 500;

/**
 * Writes lines of the access log on two connections of its own: a page that waits for its line holds one of the
 * house's connections already, and waiting there for a second could lock all pages up. Lines that come while a write
 * is under way go together in the next.
 */
class AccessLogWriter {
  readonly #pool: pg.Pool;
  #waiting: Waiting[] = [];
  #writing = 0;

  constructor(database: Database) {
    const { connectionString } = database.pool.options;
    this.#pool = new pg.Pool({ connectionString, max: 2, connectionTimeoutMillis: 3_000, idleTimeoutMillis: 5_000, allowExitOnIdle: true, statement_timeout: 5_000 });
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  write(lines: readonly Line[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ lines, done, failed });
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#waiting.length === 0 || this.#writing >= 2) return;
    const batch: Waiting[] = [];
    for (let count = 0; count < maxLines && this.#waiting[0]; count += batch.at(-1)?.lines.length ?? 0) batch.push(this.#waiting.shift() as Waiting);
    this.#writing += 1;
    this.#pool
      .query({ name: 'log-access', text: 'select platform.log_access($1::jsonb)', values: [JSON.stringify(batch.flatMap((item) => item.lines))] })
      .then(
        () => batch.forEach((item) => item.done()),
        (error: unknown) => batch.forEach((item) => item.failed(error)),
      )
      .finally(() => {
        this.#writing -= 1;
        this.#flush();
      })
      .catch(() => {});
  }
}

const writers = new WeakMap<Database, AccessLogWriter>();

function writerOf(database: Database): AccessLogWriter {
  let writer = writers.get(database);
  if (!writer) writers.set(database, (writer = new AccessLogWriter(database)));
  return writer;
}

function lineOf(services: Services, actor: Actor, record: OpenedRecord, requestId: string | null): Line {
  return {
    at: services.clock.now(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.token ? `${actor.name} (โทเคน ${actor.token.name})` : actor.name,
    subject_type: record.type,
    subject_id: record.id,
    secrecy: record.secrecy ?? null,
    request_id: requestId,
  };
}

/**
 * Notes that the actor opened a record. For open records only: a line that cannot be written is logged and the page
 * is shown all the same.
 */
export async function logAccess(services: Services, actor: Actor, record: OpenedRecord, requestId: string | null): Promise<void> {
  try {
    await writerOf(services.database).write([lineOf(services, actor, record, requestId)]);
  } catch (error) {
    services.log.error({ error, requestId, type: record.type, id: record.id }, 'the access log cannot be written');
  }
}

/**
 * Notes that the actor opens a record, and answers whether it may be shown: a secret record is not shown when the
 * line cannot be written. Ask before the content leaves the house.
 */
export async function requireAccessLog(services: Services, actor: Actor, record: OpenedRecord, requestId: string | null): Promise<Result<void, 'ACCESS_LOG_UNAVAILABLE'>> {
  if (!record.secrecy) {
    await logAccess(services, actor, record, requestId);
    return ok(undefined);
  }
  try {
    await writerOf(services.database).write([lineOf(services, actor, record, requestId)]);
    return ok(undefined);
  } catch (error) {
    services.log.error({ error, requestId, type: record.type, id: record.id }, 'a secret record was not shown: the access log cannot be written');
    return fail(
      'ACCESS_LOG_UNAVAILABLE',
      { th: 'ยังเปิดเอกสารลับไม่ได้ เพราะบันทึกการเปิดอ่านไม่สำเร็จ กรุณาลองใหม่', en: 'This secret document cannot be opened now, because its opening could not be recorded. Please try again.' },
      { status: 503 },
    );
  }
}

/** One line of who opened what. */
export interface AccessLine {
  readonly id: number;
  /** Legal time. */
  readonly at: Date;
  readonly actorKind: 'person' | 'public' | 'system';
  readonly actorId: number;
  readonly actorName: string;
  readonly type: string;
  readonly subjectId: number;
  readonly secrecy: string | null;
  readonly requestId: string | null;
}

export interface AccessLogQuery {
  readonly record?: { readonly type: string; readonly id: number };
  readonly actorId?: number;
  /** Id of the last line already seen. */
  readonly before?: number;
  readonly limit: number;
}

/** Who opened what, newest first. The page that shows it asks for a permission. */
export async function readAccessLog(tx: ReadTx, query: AccessLogQuery): Promise<AccessLine[]> {
  const { rows } = await sql<AccessLine>`select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
      subject_type as type, subject_id as "subjectId", secrecy, request_id as "requestId"
    from platform.read_access_log(${query.record?.type ?? null}::text, ${query.record?.id ?? null}::bigint, ${query.actorId ?? null}::int,
      ${query.before ?? null}::bigint, ${query.limit}::int)`.execute(tx.db);
  return rows;
}

/** Of these records, those that the transaction's actor has opened as far as the log reaches back, as `type:id`. */
export async function openedByActor(tx: ReadTx, records: readonly { readonly type: string; readonly id: number }[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`select r.type || ':' || r.id as key from unnest(${records.map((one) => one.type)}::text[], ${records.map((one) => one.id)}::bigint[]) r (type, id)
    where exists (select from platform.read_access_log(r.type, r.id, ${tx.actor.id}::int, null, 1))`.execute(tx.db);
  return new Set(rows.map((row) => row.key));
}
