import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';

export interface PartyName {
  readonly kind: 'person' | 'unit' | 'position' | 'committee' | 'everyone';
  readonly name: string;
  /** `สนข.`, `ผอ.กพร.`; empty where there is none. */
  readonly abbreviation: string;
  /** A unit that had ended by then, under its last name. */
  readonly gone?: true;
}

/** Names of whatever holds rights or is written to, for lists. Ids that name nothing are left out. One statement. */
export async function partyNames(tx: ReadTx, ids: readonly number[], day: string): Promise<Map<number, PartyName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; gone: boolean } & Omit<PartyName, 'gone'>>`
    select id, 'person' as kind, title || given || ' ' || family as name, '' as abbreviation, false as gone from organisation.person where id = any(${ids}::int[])
    union all select id, 'unit', name_th, coalesce(abbreviation, ''), false from organisation.units_on(${day}::date) where id = any(${ids}::int[])
    union all select u.id, 'unit', coalesce(l.name_th, ''), coalesce(l.abbreviation, ''), true from organisation.unit u left join organisation.units_on(u.closed_on) l on l.id = u.id
      where u.id = any(${ids}::int[]) and u.closed_on < ${day}::date
    union all select id, 'position', title_th, abbreviation, false from organisation.position where id = any(${ids}::int[])
    union all select id, 'committee', name_th, short_name, false from organisation.committee where id = any(${ids}::int[])
    union all select 1, 'everyone', 'ทุกคนในกรม', '', false where 1 = any(${ids}::int[])`.execute(tx.db);
  return new Map(rows.map(({ id, gone, ...party }) => [id, gone ? { ...party, gone } : party]));
}

/** Fresh party ids, for records that are written many at once. */
export async function partyIds(tx: Tx, count: number): Promise<number[]> {
  return (await sql<{ id: number }>`select nextval('platform.party_id')::int as id from generate_series(1, ${count}::int)`.execute(tx.db)).rows.map((row) => row.id);
}
