import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { projectRoot } from '../../src/platform/config.ts';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';

/** A house as an earlier release left it, made by scripts/upgrade-fixture.mjs and never made again. */
export interface FrozenHouse {
  readonly commit: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  /** Transaction number at the end; the numbers of the trail's seals lie below. */
  readonly xid: string;
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }>>;
  readonly sequences: Readonly<Record<string, string>>;
  readonly jobs: readonly { readonly task: string; readonly payload: string; readonly run_at: string; readonly max_attempts: string; readonly key: string | null; readonly queue_name: string | null }[];
  /** Content in base64 by path in the data folder. */
  readonly files: Readonly<Record<string, string>>;
}

export function readFrozen(name: string): FrozenHouse {
  return JSON.parse(zstdDecompressSync(readFileSync(path.join(projectRoot, 'tests/fixtures', `${name}.json.zst`))).toString('utf8')) as FrozenHouse;
}

/**
 * Lays a frozen house down: its own migrations, its rows and its files, as they were.
 * @param ownerUrl an empty database, as somebody who may put triggers to sleep
 */
export async function layDown(frozen: FrozenHouse, ownerUrl: string, dataFolder: string): Promise<void> {
  const names = new Set(frozen.migrations.map(({ name }) => name));
  await migrate(ownerUrl, readMigrations().filter(({ name }) => names.has(name)));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const [table, { columns, rows }] of Object.entries(frozen.tables)) {
      await client.query(`delete from ${table}`);
      // Text in, text out: the same reading as when it was written.
      const arrays = columns.map((_, at) => rows.map((row) => row[at] ?? null));
      const { rows: types } = await client.query<{ name: string; type: string }>(`select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0`, [table]);
      const typeOf = new Map(types.map(({ name, type }) => [name, type]));
      await client.query(
        `insert into ${table} (${columns.join(', ')}) overriding system value select ${columns.map((column, at) => `t.c${at}::${typeOf.get(column)}`).join(', ')}
           from unnest(${columns.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as t(${columns.map((_, at) => `c${at}`).join(', ')})`,
        arrays,
      );
    }
    await client.query('commit');
    for (const [sequence, value] of Object.entries(frozen.sequences)) await client.query(`select setval($1::regclass, $2::bigint)`, [sequence, value]);
    for (const { task, payload, run_at, max_attempts, key, queue_name } of frozen.jobs) {
      await client.query('select graphile_worker.add_job($1, $2::json, $3, $4::timestamptz, $5::int, $6)', [task, payload, queue_name, run_at, max_attempts, key]);
    }
    // The seals of the trail count by transaction numbers: those of this server must not lie before them.
    for (let now = 0n; now <= BigInt(frozen.xid); ) {
      const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
      now = BigInt(rows[0]?.xid ?? 0);
    }
  } finally {
    await client.end();
  }
  for (const [file, content] of Object.entries(frozen.files)) {
    const whole = path.join(dataFolder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, Buffer.from(content, 'base64'));
  }
}
