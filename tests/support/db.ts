import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { Database } from '../../src/platform/db/database.ts';

export interface TestDatabase {
  /** As the application: a role that owns nothing. */
  readonly database: Database;
  /** As the owner of the database: for looking behind the walls in a test. */
  readonly owner: pg.Pool;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Makes a fresh copy of a template, the migrated empty one unless named. Call `drop` at the end. */
export async function freshDatabase(template = 'krom'): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `krom_${randomBytes(6).toString('hex')}`;
  const adminUrl = inject('ownerUrl').replace(/\/krom$/, '/postgres');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  const ownerUrl = inject('ownerUrl').replace(/\/krom$/, `/${name}`);
  const appUrl = inject('appUrl').replace(/\/krom$/, `/${name}`);
  const database = new Database({ url: appUrl });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on('error', () => {});
  return {
    database,
    owner,
    ownerUrl,
    appUrl,
    async drop() {
      await database.close();
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** For a test file: a database made before its tests and dropped after them. */
export function useDatabase(): TestDatabase {
  const box: { current?: Awaited<ReturnType<typeof freshDatabase>> } = {};
  beforeAll(async () => {
    box.current = await freshDatabase();
  });
  afterAll(async () => {
    await box.current?.drop();
  });
  const get = () => {
    if (!box.current) throw new Error('useDatabase: used before beforeAll');
    return box.current;
  };
  return {
    get database() {
      return get().database;
    },
    get owner() {
      return get().owner;
    },
    get ownerUrl() {
      return get().ownerUrl;
    },
    get appUrl() {
      return get().appUrl;
    },
  };
}

/**
 * Waits until the transactions that are under way on the server are over. Test files share it, and what goes by the
 * oldest transaction (the seal of the audit log) is held back by another file's as well.
 */
export async function settled(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const over = await owner.query('select 1 where pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8', [rows[0]?.next]);
    if (over.rowCount) return;
  }
  throw new Error('a transaction on the server has been under way for half a minute');
}
