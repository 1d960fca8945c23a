import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { projectRoot } from '../config.ts';

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** The numbered SQL files of db/migrations in order. */
export function readMigrations(folder = path.join(projectRoot, 'db/migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/** A migration that already ran was edited afterwards. */
export class MigrationChangedError extends Error {
  constructor(name: string) {
    super(`${name} has already run with another text. Migrations go forward only: write a new one.`);
    this.name = 'MigrationChangedError';
  }
}

/** While people work: a migration that waits for a table makes everybody wait behind it, so it waits in short turns. */
const lockTurnMs = 2_000;
const lockTurns = 60;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs one migration in its own transaction; tried again where others hold what it needs. */
async function runOne(client: pg.Client, { name, text, hash }: Migration): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      await client.query(`begin; set local lock_timeout = ${lockTurnMs};\n${text}\n;insert into public.krom_migration (name, hash) values ('${name}', '${hash}'); commit`);
      return;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      if ((error as { code?: string }).code !== '55P03' || turn === lockTurns) throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      await pause(250 + Math.random() * 500);
    }
  }
}

/**
 * Brings a database up to date as its owner: the queue's schema, then every migration not yet run, each in its own
 * transaction, under an advisory lock so that several processes may start at once. Migrations that the database has
 * run and this program does not know are left alone: see `readRelease`.
 * @returns names of the migrations that ran
 */
export async function migrate(ownerUrl: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A server that goes away meanwhile fails the statement under way; without this it would end the process.
  client.on('error', () => {});
  await client.connect();
  const ran: string[] = [];
  try {
    await client.query(`select pg_advisory_lock(5650)`);
    await client.query(`create table if not exists public.krom_migration
      (name text primary key, hash text not null, ran_at timestamptz not null default now())`);
    const done = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from public.krom_migration')).rows.map((r) => [r.name, r.hash]),
    );
    if (done.size === 0) await migrateJobs({ connectionString: ownerUrl, logger: undefined });
    for (const migration of migrations) {
      const before = done.get(migration.name);
      if (before === migration.hash) continue;
      if (before !== undefined) throw new MigrationChangedError(migration.name);
      await runOne(client, migration);
      ran.push(migration.name);
    }
  } finally {
    await client.query(`select pg_advisory_unlock(5650)`).catch(() => {});
    await client.end().catch(() => {});
  }
  return ran;
}
