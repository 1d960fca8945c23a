import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { placeOf } from '../platform/db/embedded-place.ts';
import { stopLeftOver } from '../platform/db/embedded-server.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import { foundIn, quotedColumn } from './catalog.ts';

/**
 * The empty place that a backup goes into. A mark stands in it from the first change to the last: Krom does not start on
 * a marked place, and a restore that was killed is begun anew in it.
 */

const markName = 'restore-under-way';
/** What a house puts into its data folder; whatever else is there is somebody else's and stays. */
const ours = ['postgres', 'database-place', 'files', 'uploads', 'keys', 'audit-heads.log'];
const markTable = 'public.krom_restore';

const markOf = (dataFolder: string) => path.join(dataFolder, markName);

export type PlaceFailure = 'PLACE_NOT_EMPTY' | 'DATABASE_NOT_EMPTY';

/** Refuses a folder that holds a house, and a given database that holds anything; clears what a killed restore left. */
export async function takePlace(dataFolder: string, ownerUrl: string | undefined, backup: string): Promise<Result<void, PlaceFailure>> {
  const begun = existsSync(markOf(dataFolder));
  if (!begun) {
    const found = existsSync(dataFolder) ? readdirSync(dataFolder).filter((name) => ours.includes(name)) : [];
    if (found.length > 0) {
      return fail('PLACE_NOT_EMPTY', {
        th: `โฟลเดอร์ ${dataFolder} มีข้อมูลอยู่แล้ว (${found.join(', ')}) กู้คืนลงโฟลเดอร์ว่างด้วย --data หรือย้ายข้อมูลเดิมออกก่อน`,
        en: `${dataFolder} holds data already (${found.join(', ')}). Restore into an empty folder with --data, or move what is there away first`,
      });
    }
  }
  if (ownerUrl) {
    const free = await withOwner(ownerUrl, async (client) => {
      if (await isMarked(client)) return ok(undefined);
      const found = await foundIn(client);
      if (found.length === 0) return ok(undefined);
      return fail('DATABASE_NOT_EMPTY', {
        th: `ฐานข้อมูลตาม KROM_OWNER_URL มีตารางอยู่แล้ว (เช่น ${found[0]}) สร้างฐานข้อมูลว่างแล้วระบุใหม่`,
        en: `The database of KROM_OWNER_URL holds tables already (such as ${found[0]}). Make an empty database and name that one`,
      });
    });
    if (!free.ok) return free;
  }
  await clearPlace(dataFolder, ownerUrl);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(markOf(dataFolder), JSON.stringify({ backup, begun: new Date().toISOString() }), { flush: true });
  if (ownerUrl) {
    await withOwner(ownerUrl, async (client) => {
      await client.query(`create table ${markTable} (backup text not null, begun_at timestamptz not null default now())`);
      await client.query(`insert into ${markTable} (backup) values ($1)`, [backup]);
    });
  }
  return ok(undefined);
}

/** The restore is whole: the place may be started on. */
export async function openPlace(dataFolder: string, ownerUrl: string | undefined): Promise<void> {
  if (ownerUrl) await withOwner(ownerUrl, (client) => client.query(`drop table if exists ${markTable}`));
  rmSync(markOf(dataFolder), { force: true });
}

/** Takes everything away that a restore put into a marked place. */
export async function clearPlace(dataFolder: string, ownerUrl: string | undefined): Promise<void> {
  const place = placeOf(dataFolder);
  if (place && existsSync(markOf(dataFolder))) {
    await stopLeftOver(place);
    rmSync(place, { recursive: true, force: true });
    if (!place.startsWith(dataFolder)) rmSync(path.dirname(place), { recursive: true, force: true });
  }
  if (existsSync(markOf(dataFolder))) for (const name of ours) rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  if (ownerUrl) {
    await withOwner(ownerUrl, async (client) => {
      if (!(await isMarked(client))) return;
      for (const schema of await schemasOf(client)) await client.query(`drop schema ${quotedColumn(schema)} cascade`);
      await client.query(`drop table if exists public.krom_migration, ${markTable}`);
    });
  }
  rmSync(markOf(dataFolder), { force: true });
}

/** Words for a start on a place in which a restore is under way or was killed; undefined where there is none, or where the server does not answer, which the start itself tells. */
export async function halfRestored(dataFolder: string, ownerUrl: string | undefined): Promise<{ th: string; en: string } | undefined> {
  const marked = existsSync(markOf(dataFolder)) || (ownerUrl !== undefined && (await withOwner(ownerUrl, isMarked).catch(() => false)));
  if (!marked) return undefined;
  return {
    th: 'ยังกู้คืนข้อมูลไม่เสร็จในที่นี้ สั่ง npx krom restore เดิมอีกครั้ง ระบบจะเริ่มกู้คืนใหม่ตั้งแต่ต้น',
    en: 'A restore into this place has not been finished. Give the same npx krom restore again: it begins anew',
  };
}

async function isMarked(client: pg.ClientBase): Promise<boolean> {
  return Boolean((await client.query<{ there: boolean }>(`select to_regclass('${markTable}') is not null as there`)).rows[0]?.there);
}

async function schemasOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname not in ('public', 'information_schema') and nspname not like 'pg\\_%' and pg_has_role(nspowner, 'USAGE') order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
