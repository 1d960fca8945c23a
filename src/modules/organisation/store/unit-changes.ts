import { sql, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, orFail, type Result } from '../../../platform/result.ts';
import { abbreviationKey, type AbbreviationKind, type UnitKind } from '../domain/units.ts';
import { closeBefore, first } from './dated.ts';

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

/**
 * Closes a unit after its last day, with its vacant positions. Refused while units stand below it or people hold its
 * positions later. Returns the positions that closed with it.
 */
export async function closeUnit(tx: Tx, unitId: number, lastDay: string): Promise<Result<readonly number[]>> {
  const held = await first(tx, sql<{ below: number; people: number }>`select
    (select count(*)::int from organisation.units_on(${lastDay}::date + 1) u where u.parent_id = ${unitId}) as below,
    (select count(*)::int from organisation.holding h join organisation.position q on q.id = h.position_id
      where q.unit_id = ${unitId} and (h.valid_to is null or h.valid_to > ${lastDay}::date)) as people`);
  if (held && held.below + held.people > 0) {
    const words = { th: `ยังปิดไม่ได้: มีหน่วยงานย่อย ${held.below} หน่วย และบุคลากร ${held.people} คน ย้ายออกก่อน`, en: `It cannot be closed yet: ${held.below} units below it and ${held.people} people. Move them first.` };
    return fail('UNIT_IN_USE', words);
  }
  const done = await tx.db.updateTable('organisation.unit').set({ closed_on: lastDay, changed_at: new Date() }).where('id', '=', unitId).where('closed_on', 'is', null).where('opened_on', '<=', lastDay).executeTakeFirst();
  if (done.numUpdatedRows === 0n) return notFound();
  const { rows } = await sql<{ id: number }>`update organisation.position set valid_to = greatest(valid_from, ${lastDay}::date)
    where unit_id = ${unitId} and (valid_to is null or valid_to > ${lastDay}::date) returning id`.execute(tx.db);
  return ok(rows.map((row) => row.id));
}
