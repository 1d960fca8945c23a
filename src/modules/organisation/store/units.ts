import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, orFail, type Result } from '../../../platform/result.ts';
import { abbreviationKey, type AbbreviationKind, type Unit, type UnitKind } from '../domain/units.ts';
import { closeBefore, first } from './dated.ts';

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

export interface NewUnit {
  readonly kind: UnitKind;
  readonly parentId: number | null;
  readonly name: string;
  readonly nameEn: string;
  readonly abbreviation?: string;
  readonly openedOn: string;
  readonly sortOrder?: number;
  readonly phone?: string;
}

const notPlaced = { th: 'หน่วยงานต้นสังกัดต้องมีอยู่ในวันนั้น และต้องไม่ใช่หน่วยงานนี้เองหรือหน่วยงานย่อยของตน', en: 'The parent must exist on that day, and cannot be this unit or one below it.' };

/** Makes a unit under its parent. Returns its party id. */
export async function addUnit(tx: Tx, unit: NewUnit): Promise<Result<number>> {
  const row = await tx.db
    .insertInto('organisation.unit')
    .values({ kind: unit.kind, opened_on: unit.openedOn, sort_order: unit.sortOrder ?? 1000, phone: unit.phone ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.db.insertInto('organisation.unit_name').values({ unit_id: row.id, th: unit.name, en: unit.nameEn, valid_from: unit.openedOn }).execute();
  if (unit.abbreviation) orFail(await addAbbreviation(tx, row.id, { text: unit.abbreviation, kind: 'preferred', validFrom: unit.openedOn, note: '' }));
  orFail(await moveUnit(tx, row.id, unit.parentId, unit.openedOn));
  return ok(row.id);
}

/** Puts a unit, with all below it, under another parent from a day on. */
export async function moveUnit(tx: Tx, unitId: number, parentId: number | null, from: string): Promise<Result<null>> {
  const row = await first(tx, sql<{ placed: boolean }>`select organisation.place_unit(${unitId}, ${parentId}, ${from}::date) as placed`);
  return row?.placed ? ok(null) : fail('NOT_A_PARENT', notPlaced, { fields: { parentId: notPlaced } });
}

export async function renameUnit(tx: Tx, unitId: number, name: { th: string; en: string; source: string; validFrom: string }): Promise<Result<null>> {
  const room = await closeBefore(tx, 'unit_name', sql<boolean>`unit_id = ${unitId}`, name.validFrom);
  if (!room.ok) return room;
  await tx.db.insertInto('organisation.unit_name').values({ unit_id: unitId, th: name.th, en: name.en, source: name.source, valid_from: name.validFrom }).execute();
  return ok(null);
}

/** Adds an abbreviation from a day on; a new preferred one ends the one before it, which stays as history. */
export async function addAbbreviation(tx: Tx, unitId: number, abbreviation: { text: string; kind: AbbreviationKind; validFrom: string; note: string }): Promise<Result<null>> {
  const text = abbreviationKey(abbreviation.text);
  if (abbreviation.kind === 'preferred') {
    const other = await first(tx, sql<{ unitId: number }>`select unit_id as "unitId" from organisation.unit_abbreviation
      where kind = 'preferred' and text = ${text} and unit_id <> ${unitId} and (valid_to is null or valid_to >= ${abbreviation.validFrom}::date) limit 1`);
    if (other) {
      const words = { th: `ตัวย่อ ${text} เป็นของหน่วยงานอื่นอยู่ในวันนั้น`, en: `${text} belongs to another unit on that day.` };
      return fail('ABBREVIATION_TAKEN', words, { fields: { text: words } });
    }
    const room = await closeBefore(tx, 'unit_abbreviation', sql<boolean>`unit_id = ${unitId} and kind = 'preferred'`, abbreviation.validFrom);
    if (!room.ok) return room;
  }
  await tx.db.insertInto('organisation.unit_abbreviation').values({ unit_id: unitId, text, kind: abbreviation.kind, note: abbreviation.note, valid_from: abbreviation.validFrom }).execute();
  return ok(null);
}

/** Ends a variant or misprint after a day. */
export async function endAbbreviation(tx: Tx, unitId: number, id: number, lastDay: string): Promise<Result<null>> {
  const done = await tx.db.updateTable('organisation.unit_abbreviation').set({ valid_to: lastDay })
    .where('id', '=', id).where('unit_id', '=', unitId).where('valid_from', '<=', lastDay).where('valid_to', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

export async function setUnitCode(tx: Tx, unitId: number, code: { letters: string; digits: string; source: string; validFrom: string }): Promise<Result<null>> {
  const other = await first(tx, sql<{ one: number }>`select 1 as one from organisation.unit_code where letters = ${code.letters} and digits = ${code.digits}
    and unit_id <> ${unitId} and (valid_to is null or valid_to >= ${code.validFrom}::date) limit 1`);
  if (other) {
    const words = { th: 'รหัสนี้เป็นของหน่วยงานอื่นอยู่ในวันนั้น', en: 'This code belongs to another unit on that day.' };
    return fail('CODE_TAKEN', words, { fields: { code: words } });
  }
  const room = await closeBefore(tx, 'unit_code', sql<boolean>`unit_id = ${unitId}`, code.validFrom);
  if (!room.ok) return room;
  await tx.db.insertInto('organisation.unit_code').values({ unit_id: unitId, letters: code.letters, digits: code.digits, source: code.source, valid_from: code.validFrom }).execute();
  return ok(null);
}

/** The order of a unit among its sisters, its telephone line and its kind: facts without history. */
export async function editUnit(tx: Tx, unitId: number, unit: { kind: UnitKind; sortOrder: number; phone: string | null }): Promise<Result<null>> {
  const done = await tx.db.updateTable('organisation.unit').set({ kind: unit.kind, sort_order: unit.sortOrder, phone: unit.phone, changed_at: new Date() }).where('id', '=', unitId).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

/** Closes a unit after its last day. Refused while units stand below it or people hold its positions later. */
export async function closeUnit(tx: Tx, unitId: number, lastDay: string): Promise<Result<null>> {
  const held = await first(tx, sql<{ below: number; people: number }>`select
    (select count(*)::int from organisation.units_on(${lastDay}::date + 1) u where u.parent_id = ${unitId}) as below,
    (select count(*)::int from organisation.holding h join organisation.position q on q.id = h.position_id
      where q.unit_id = ${unitId} and (h.valid_to is null or h.valid_to > ${lastDay}::date)) as people`);
  if (held && held.below + held.people > 0) {
    const words = { th: `ยังปิดไม่ได้: มีหน่วยงานย่อย ${held.below} หน่วย และบุคลากร ${held.people} คน ย้ายออกก่อน`, en: `It cannot be closed yet: ${held.below} units below it and ${held.people} people. Move them first.` };
    return fail('UNIT_IN_USE', words);
  }
  const done = await tx.db.updateTable('organisation.unit').set({ closed_on: lastDay, changed_at: new Date() }).where('id', '=', unitId).where('closed_on', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}
