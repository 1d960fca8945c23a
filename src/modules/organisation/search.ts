import { sql, type ReadTx, type Tx } from '../../platform/db/database.ts';
import { indexDocuments } from '../../platform/search/index-document.ts';
import { everyoneSignedIn, type SearchDocument, type SearchSource } from '../../platform/search/search-source.ts';
import type { SearchNames } from '../../platform/search/vocabulary.ts';
import { printedCode } from './domain/units.ts';

/** Ids that the actor's own select finds. */
const readable = (table: 'unit' | 'person' | 'committee') => async (tx: ReadTx, ids: readonly number[]) =>
  new Set((await sql<{ id: number }>`select id from ${sql.table(`organisation.${table}`)} where id = any(${[...ids]}::int[])`.execute(tx.db)).rows.map((row) => row.id));

export const searchSources: readonly SearchSource[] = [
  { type: 'organisation.unit', label: { th: 'หน่วยงาน', en: 'Units' }, readable: readable('unit') },
  { type: 'organisation.person', label: { th: 'บุคลากร', en: 'People' }, readable: readable('person') },
  { type: 'organisation.committee', label: { th: 'คณะกรรมการ', en: 'Committees' }, readable: readable('committee') },
];

/** Units under their name and every abbreviation that holds, so that either finds what the other is written in. */
export const unitNames: SearchNames = {
  names: async (tx) =>
    (await sql<{ names: string[] }>`select array_prepend(n.th, array_agg(a.text order by a.kind, a.text)) as names
      from organisation.unit_name n join organisation.unit_abbreviation a on a.unit_id = n.unit_id and a.valid_to is null
      where n.valid_to is null group by n.unit_id, n.th order by n.unit_id`.execute(tx.db)).rows.map((row) => row.names),
};

type Found = Omit<SearchDocument, 'readers' | 'type'>;
const readers = [everyoneSignedIn];
const put = (tx: Tx, type: string, rows: readonly (Found & { reference: string | null })[]) =>
  indexDocuments(tx, rows.map(({ reference, ...row }) => ({ ...row, ...(reference ? { reference } : {}), type, readers })));

/** Puts units into the search under every name, abbreviation and code that they ever had; all of them without ids. */
export async function indexUnits(tx: Tx, ids: readonly number[] | null = null): Promise<void> {
  const { rows } = await sql<Found & { reference: string | null }>`
    select u.id, n.th as title, b.text as reference, '/units/' || u.id as href,
      concat_ws(' ', n.en, (select string_agg(distinct o.th, ' ') from organisation.unit_name o where o.unit_id = u.id and o.valid_to is not null),
        (select string_agg(o.text, ' ') from organisation.unit_abbreviation o where o.unit_id = u.id),
        (select string_agg(o.letters || ' ' || o.digits, ' ') from organisation.unit_code o where o.unit_id = u.id)) as body
    from organisation.unit u
    join organisation.unit_name n on n.unit_id = u.id and n.valid_to is null
    left join organisation.unit_abbreviation b on b.unit_id = u.id and b.kind = 'preferred' and b.valid_to is null
    where ${ids === null ? null : [...ids]}::int[] is null or u.id = any(${ids === null ? null : [...ids]}::int[])`.execute(tx.db);
  await put(tx, 'organisation.unit', rows.map((row) => ({ ...row, unitId: row.id, body: `${row.body} ${printedCode(row.body)}` })));
}

/** Puts people into the search with their position and unit; telephone numbers and addresses stay out of it. */
export async function indexPeople(tx: Tx, day: string, ids: readonly number[] | null = null): Promise<void> {
  const { rows } = await sql<Found & { reference: string | null }>`
    select p.id, p.title || p.given || ' ' || p.family as title, null as reference, '/people/' || p.id as href,
      concat_ws(' ', p.given_en, p.family_en, q.title_th, q.abbreviation, n.th, b.text) as body
    from organisation.person p
    left join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    left join organisation.position q on q.id = h.position_id
    left join organisation.unit_name n on n.unit_id = q.unit_id and n.valid_to is null
    left join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' and b.valid_to is null
    where ${ids === null ? null : [...ids]}::int[] is null or p.id = any(${ids === null ? null : [...ids]}::int[])`.execute(tx.db);
  await put(tx, 'organisation.person', rows);
}

export async function indexCommittees(tx: Tx, ids: readonly number[] | null = null): Promise<void> {
  const { rows } = await sql<Found & { reference: string | null }>`
    select id, name_th as title, order_number as reference, '/committees/' || id as href, concat_ws(' ', name_en, short_name, duties) as body, order_date as date
    from organisation.committee where ${ids === null ? null : [...ids]}::int[] is null or id = any(${ids === null ? null : [...ids]}::int[])`.execute(tx.db);
  await put(tx, 'organisation.committee', rows);
}
