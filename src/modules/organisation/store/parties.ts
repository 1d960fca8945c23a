import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';

export interface PartyName {
  readonly kind: 'person' | 'unit' | 'position' | 'committee' | 'everyone';
  readonly name: string;
  /** `สนข.`, `ผอ.กพร.`; empty where there is none. */
  readonly abbreviation: string;
}

/** Names of whatever holds rights or is written to, for lists. Ids that name nothing are left out. One statement. */
export async function partyNames(tx: ReadTx, ids: readonly number[], day: string): Promise<Map<number, PartyName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number } & PartyName>`
    select id, 'person' as kind, title || given || ' ' || family as name, '' as abbreviation from organisation.person where id = any(${ids}::int[])
    union all select id, 'unit', name_th, coalesce(abbreviation, '') from organisation.units_on(${day}::date) where id = any(${ids}::int[])
    union all select id, 'position', title_th, abbreviation from organisation.position where id = any(${ids}::int[])
    union all select id, 'committee', name_th, short_name from organisation.committee where id = any(${ids}::int[])
    union all select 1, 'everyone', 'ทุกคนในกรม', '' where 1 = any(${ids}::int[])`.execute(tx.db);
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}

/** Fresh party ids, for records that are written many at once. */
export async function partyIds(tx: Tx, count: number): Promise<number[]> {
  return (await sql<{ id: number }>`select nextval('platform.party_id')::int as id from generate_series(1, ${count}::int)`.execute(tx.db)).rows.map((row) => row.id);
}
