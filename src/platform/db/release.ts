import { sql } from 'kysely';
import type { ReadTx } from './database.ts';
import { readMigrations } from './migrate.ts';
import type { Words } from '../words.ts';

/** How a program and its database stand to one another, where several releases meet at one database. */
export interface ReleaseState {
  /** Migrations of this program that the database has not run. */
  readonly pending: readonly string[];
  /** Migrations that the database has run and this program does not know: the database is of a later release. */
  readonly unknown: readonly string[];
  /** Of those, the ones without which a program cannot go on, each with the reason. */
  readonly needed: readonly (Words & { readonly migration: string })[];
}

let names: ReadonlySet<string> | undefined;

/** Names of the migrations that came with this program. */
export function knownMigrations(): ReadonlySet<string> {
  return (names ??= new Set(readMigrations().map(({ name }) => name)));
}

/** Compares the program with its database. Before the first migration everything is pending. */
export async function readRelease(tx: ReadTx, known = knownMigrations()): Promise<ReleaseState> {
  const there = await sql<{ there: boolean }>`select to_regclass('public.krom_migration') is not null and to_regclass('platform.program_needs') is not null
    and has_table_privilege(to_regclass('public.krom_migration'), 'SELECT') as there`.execute(tx.db);
  if (!there.rows[0]?.there) return { pending: [...known], unknown: [], needed: [] };
  const { rows } = await sql<{ name: string; why_th: string | null; why_en: string | null }>`select m.name, n.why_th, n.why_en
    from public.krom_migration m left join platform.program_needs n on n.migration = m.name order by m.name`.execute(tx.db);
  const ran = new Set(rows.map(({ name }) => name));
  const unknown = rows.filter(({ name }) => !known.has(name));
  return {
    pending: [...known].filter((name) => !ran.has(name)),
    unknown: unknown.map(({ name }) => name),
    needed: unknown.flatMap(({ name, why_th: th, why_en: en }) => (th !== null && en !== null ? [{ migration: name, th, en }] : [])),
  };
}

/** Said where a program is too old for its database. */
export function tooOldWords({ needed }: ReleaseState): Words {
  return {
    th: `โปรแกรมนี้เก่ากว่าฐานข้อมูล (${needed.map(({ th }) => th).join(' ')}) ติดตั้งรุ่นใหม่แล้วเริ่มอีกครั้ง`,
    en: `This program is too old for its database (${needed.map(({ en }) => en).join(' ')}). Install the new release and start again`,
  };
}

/** Said where the database is of a later release and the program may go on. */
export function laterWords({ unknown }: ReleaseState): Words {
  return {
    th: `ฐานข้อมูลเป็นของรุ่นที่ใหม่กว่าโปรแกรมนี้ (${unknown.length} รายการ) ยังทำงานต่อได้ ควรเปลี่ยนเป็นรุ่นใหม่`,
    en: `The database is of a later release than this program (${unknown.length} migrations). It goes on; replace it by the new release`,
  };
}
