import { sql, type ReadTx } from '../../../platform/db/database.ts';
import { abbreviationKey, type AbbreviationKind, type Unit } from '../domain/units.ts';
import { first } from './dated.ts';

const columns = sql.raw(`u.id, u.kind, u.parent_id as "parentId", u.path, u.name_th as "name", u.name_en as "nameEn",
  coalesce(u.abbreviation, '') as "abbreviation", u.code_letters || ' ' || u.code_digits as "code",
  u.sort_order as "sortOrder", u.province_code as "provinceCode", u.phone`);

/** All units of a day, in the order of the tree's levels, then as the department lists them. One statement. */
export async function unitsActiveOn(tx: ReadTx, day: string): Promise<Unit[]> {
  return (await sql<Unit>`select ${columns} from organisation.units_on(${day}::date) u order by cardinality(u.path), u.sort_order, u.id`.execute(tx.db)).rows;
}

/** One unit as it was on a day. */
export function unitById(tx: ReadTx, id: number, day: string): Promise<Unit | undefined> {
  return first(tx, sql<Unit>`select ${columns} from organisation.units_on(${day}::date) u where u.id = ${id}`);
}

/** A unit and everything below it on a day. */
export async function unitSubtree(tx: ReadTx, id: number, day: string): Promise<Unit[]> {
  return (await sql<Unit>`select ${columns} from organisation.units_on(${day}::date) u where u.path @> array[${id}::int] order by cardinality(u.path), u.sort_order, u.id`.execute(tx.db)).rows;
}

export interface AbbreviationMatch {
  readonly unit: Unit;
  readonly kind: AbbreviationKind;
  /** The text as kept. */
  readonly text: string;
}

/**
 * Units that papers of a day call by this abbreviation, the right one first, then variants, then misprints. Two
 * answers of the same kind mean that the text alone does not decide.
 */
export async function unitsByAbbreviation(tx: ReadTx, text: string, day: string): Promise<AbbreviationMatch[]> {
  const key = abbreviationKey(text);
  const { rows } = await sql<Unit & { matchKind: AbbreviationKind; matchText: string }>`
    select ${columns}, b.kind as "matchKind", b.text as "matchText"
    from organisation.unit_abbreviation b join organisation.units_on(${day}::date) u on u.id = b.unit_id
    where b.text in (${key}, ${key.endsWith('.') ? key.slice(0, -1) : `${key}.`})
      and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
    order by array_position(array['preferred','variant','misprint'], b.kind), u.sort_order, u.id`.execute(tx.db);
  return rows.map(({ matchKind, matchText, ...unit }) => ({ unit, kind: matchKind, text: matchText }));
}

/** Units whose name, abbreviation (also a variant) or code holds the words; at most `limit`. */
export async function findUnits(tx: ReadTx, words: string, day: string, limit = 20): Promise<Unit[]> {
  const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return (await sql<Unit>`select ${columns} from organisation.units_on(${day}::date) u
    where u.name_th ilike ${like} or u.name_en ilike ${like} or (u.code_letters || ' ' || u.code_digits) like ${like}
      or exists (select from organisation.unit_abbreviation b where b.unit_id = u.id and b.text ilike ${like})
    order by coalesce(u.abbreviation, '') ilike ${like} desc, cardinality(u.path), u.sort_order, u.id limit ${limit}`.execute(tx.db)).rows;
}

/** Letter code under which a unit writes on a day, in Arabic digits (`นร 0223`): its own, or that of the nearest unit above. */
export async function letterCodeOn(tx: ReadTx, unitId: number, day: string): Promise<string | undefined> {
  const row = await first(tx, sql<{ code: string }>`
    select c.letters || ' ' || c.digits as code
    from organisation.unit_placement l cross join unnest(l.path) with ordinality as step (unit_id, depth)
    join organisation.unit_code c on c.unit_id = step.unit_id and c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date)
    where l.unit_id = ${unitId} and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to >= ${day}::date)
    order by step.depth desc limit 1`);
  return row?.code;
}

/** A letter code of the department and when it holds; digits are Arabic, days `YYYY-MM-DD`. */
export interface HeldLetterCode {
  readonly letters: string;
  readonly digits: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All letter codes that units have or had. */
export async function letterCodes(tx: ReadTx): Promise<HeldLetterCode[]> {
  return (await sql<HeldLetterCode>`select letters, digits, valid_from as "validFrom", valid_to as "validTo" from organisation.unit_code order by letters, digits, valid_from`.execute(tx.db)).rows;
}

export interface UnitHistory {
  readonly names: readonly { id: number; th: string; en: string; source: string; validFrom: string; validTo: string | null }[];
  readonly abbreviations: readonly { id: number; text: string; kind: AbbreviationKind; note: string; validFrom: string; validTo: string | null }[];
  readonly codes: readonly { id: number; code: string; source: string; validFrom: string; validTo: string | null }[];
  readonly placements: readonly { id: number; parentId: number | null; parentName: string | null; validFrom: string; validTo: string | null }[];
}

/** Everything that a unit was ever called, newest first. One statement. */
export async function unitHistory(tx: ReadTx, unitId: number): Promise<UnitHistory> {
  const row = await first(tx, sql<UnitHistory>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'th', th, 'en', en, 'source', source, 'validFrom', valid_from, 'validTo', valid_to) order by valid_from desc), '[]')
      from organisation.unit_name where unit_id = ${unitId}) as names,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'text', text, 'kind', kind, 'note', note, 'validFrom', valid_from, 'validTo', valid_to)
        order by array_position(array['preferred','variant','misprint'], kind), valid_from desc), '[]')
      from organisation.unit_abbreviation where unit_id = ${unitId}) as abbreviations,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', letters || ' ' || digits, 'source', source, 'validFrom', valid_from, 'validTo', valid_to) order by valid_from desc), '[]')
      from organisation.unit_code where unit_id = ${unitId}) as codes,
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'parentId', l.parent_id, 'parentName',
        (select n.th from organisation.unit_name n where n.unit_id = l.parent_id order by n.valid_from desc limit 1),
        'validFrom', l.valid_from, 'validTo', l.valid_to) order by l.valid_from desc), '[]')
      from organisation.unit_placement l where l.unit_id = ${unitId}) as placements`);
  return row as UnitHistory;
}

/** How many people hold a seat in each unit itself on a day. */
export async function headcounts(tx: ReadTx, day: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ unitId: number; n: number }>`select q.unit_id as "unitId", count(*)::int as n from organisation.holding h join organisation.position q on q.id = h.position_id
    where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date) group by 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.unitId, row.n]));
}
