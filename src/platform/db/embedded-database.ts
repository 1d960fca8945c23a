import pg from 'pg';
import type { Secrets } from './embedded-place.ts';

/** Another process was faster. */
const exists = new Set(['42710', '42P04', '23505']);

/** Makes the database and the role of the application where they are not there yet. */
export async function ensureDatabase(url: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const make = async (found: string, text: string) => {
      if ((await client.query(found)).rowCount) return;
      await client.query(text).catch((error: { code?: string }) => {
        if (!exists.has(error.code ?? '')) throw error;
      });
    };
    await make(`select 1 from pg_roles where rolname = 'krom_app'`, `create role krom_app login password '${secrets.app}'`);
    await make(`select 1 from pg_database where datname = 'krom'`, 'create database krom');
  } finally {
    await client.end();
  }
}
