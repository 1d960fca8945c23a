/** The table of units: one row for each unit, with the days since which its name, abbreviation, code and place hold. Pure. */
import type { TableRow } from '../../../../platform/tables/table.ts';
import { abbreviationKey, parseCode, unitKindNames } from '../units.ts';
import { checkClosings, checkPlaces } from './unit-places.ts';
import { factOn, type SeatRecord, type Span, type UnitBook, type UnitRecord } from './books.ts';
import { daySaid, idColumn, problem, refuse, text, type Draft, type OfficeColumn, type TableRules } from './rows.ts';

export interface UnitHouse {
  readonly day: string;
  readonly units: UnitBook;
  /** Seats of all units with their holders: a unit with people in it stays open. */
  readonly seats: readonly SeatRecord[];
  /** Whether the actor keeps a unit. */
  readonly may: (unitId: number) => boolean;
  /** Whether the actor may add a unit at the top. */
  readonly mayAll: boolean;
}

const since = (code: string, th: string, en: string): OfficeColumn => ({
  code, kind: 'date', own: true, head: { th: `${th}ตั้งแต่`, en: `${en} since` },
  about: { th: `วันเริ่มใช้${th} เมื่อแก้${th}ให้กรอกวันเริ่มใช้ใหม่ ข้อมูลเดิมยังอยู่เป็นประวัติ`, en: `First day of the ${en.toLowerCase()}. Where it is changed, fill in the first day of the new one; the old one stays as history.` },
});

export const unitColumns: readonly OfficeColumn[] = [
  idColumn,
  { code: 'kind', kind: 'choice', choices: unitKindNames, filled: true, emptyKeeps: true, head: { th: 'ชนิด', en: 'Kind' }, about: { th: 'ชนิดของหน่วยงาน', en: 'Kind of unit' } },
  { code: 'name', kind: 'text', min: 2, needed: true, filled: true, own: true, width: 44, aliases: ['ชื่อหน่วยงาน', 'ชื่อส่วนราชการ', 'หน่วยงาน'], head: { th: 'ชื่อ', en: 'Name' }, about: { th: 'ชื่อเต็มภาษาไทย', en: 'Full name in Thai' } },
  { code: 'name_en', kind: 'text', min: 2, own: true, width: 36, aliases: ['ชื่ออังกฤษ'], head: { th: 'ชื่อภาษาอังกฤษ', en: 'Name in English' }, about: { th: 'ชื่อเต็มภาษาอังกฤษ', en: 'Full name in English' } },
  since('name_from', 'ชื่อ', 'Name'),
  { code: 'abbreviation', kind: 'text', max: 40, own: true, width: 14, aliases: ['ชื่อย่อ', 'อักษรย่อ'], head: { th: 'ตัวย่อ', en: 'Abbreviation' }, about: { th: 'ตัวย่อที่ใช้ เช่น สนข. ไม่ซ้ำกับหน่วยงานอื่น เว้นว่างคือคงเดิม', en: 'The abbreviation in use; one unit has it. Empty leaves it as it is.' } },
  since('abbreviation_from', 'ตัวย่อ', 'Abbreviation'),
  { code: 'also_written', kind: 'text', max: 1000, own: true, head: { th: 'เขียนได้อีกแบบ', en: 'Also written' }, about: { th: 'ตัวย่อแบบอื่นที่ใช้ได้ คั่นด้วยเครื่องหมาย ;', en: 'Other spellings that are right, parted by ;' } },
  { code: 'misprints', kind: 'text', max: 1000, own: true, head: { th: 'คำที่มักพิมพ์ผิด', en: 'Known misprints' }, about: { th: 'ตัวย่อที่มักพิมพ์ผิด ใช้ค้นเท่านั้น คั่นด้วยเครื่องหมาย ;', en: 'Spellings that are wrong but known, for finding only, parted by ;' } },
  { code: 'code', kind: 'text', max: 30, own: true, width: 14, aliases: ['รหัสหน่วยงาน', 'รหัสพยัญชนะ'], head: { th: 'รหัสหนังสือ', en: 'Letter code' }, about: { th: 'รหัสประจำหน่วยงานในเลขที่หนังสือ เช่น นร 0223 เว้นว่างคือคงเดิม', en: 'Code of the unit in letter numbers. Empty leaves it as it is.' } },
  since('code_from', 'รหัสหนังสือ', 'Letter code'),
  { code: 'parent', kind: 'text', own: true, width: 24, aliases: ['หน่วยงานต้นสังกัด', 'ต้นสังกัด'], head: { th: 'สังกัด', en: 'Parent' }, about: { th: 'หน่วยงานที่อยู่เหนือขึ้นไป เป็นตัวย่อ รหัส หรือชื่อ', en: 'The unit above it, by abbreviation, code or name' } },
  since('parent_from', 'สังกัด', 'Parent'),
  { code: 'source', kind: 'text', own: true, inputOnly: true, aliases: ['ที่มา'], head: { th: 'ที่มาของการเปลี่ยนแปลง', en: 'Source of the change' }, about: { th: 'กฎหมายหรือคำสั่งที่เปลี่ยนชื่อหรือรหัส กรอกเมื่อแก้', en: 'Law or order that changes the name or code; filled in when changing' } },
  { code: 'sort_order', kind: 'integer', max: 100_000, emptyKeeps: true, head: { th: 'ลำดับ', en: 'Order' }, about: { th: 'ลำดับในหน่วยงานระดับเดียวกัน', en: 'Place among its sisters' } },
  { code: 'phone', kind: 'text', max: 100, head: { th: 'โทรศัพท์', en: 'Telephone' }, about: { th: 'ตามที่พิมพ์ในบันทึกข้อความ', en: 'As printed on memos' } },
  { code: 'opened_on', kind: 'date', own: true, aliases: ['วันที่จัดตั้ง'], head: { th: 'ตั้งเมื่อ', en: 'Opened on' }, about: { th: 'วันแรกของหน่วยงาน แก้ภายหลังไม่ได้', en: 'First day of the unit; cannot be changed later' } },
  { code: 'closed_on', kind: 'date', own: true, head: { th: 'ยุบเมื่อ', en: 'Closed on' }, about: { th: 'วันสุดท้ายของหน่วยงาน กรอกเพื่อยุบเลิก', en: 'Last day of the unit; fill it in to close the unit' } },
];

const inUse = (unit: UnitRecord) => unit.abbreviations.filter((one) => one.kind === 'preferred');
const others = (unit: UnitRecord, kind: 'variant' | 'misprint'): string[] => unit.abbreviations.filter((one) => one.kind === kind && one.to === null).map((one) => one.text).sort();
const listed = (typed: string): string[] => [...new Set(typed.split(/[;\n]/).map(abbreviationKey).filter(Boolean))].sort();

function cellsOf(unit: UnitRecord, { units, day }: UnitHouse): TableRow {
  const name = factOn(unit.names, day);
  const abbreviation = factOn(inUse(unit), day);
  const code = factOn(unit.codes, day);
  const place = factOn(unit.placements, day);
  return {
    id: String(unit.id), kind: unit.kind, name: name?.th ?? null, name_en: name?.en ?? null, name_from: name?.from ?? null,
    abbreviation: abbreviation?.text ?? null, abbreviation_from: abbreviation?.from ?? null, also_written: others(unit, 'variant').join('; ') || null, misprints: others(unit, 'misprint').join('; ') || null,
    code: code?.code ?? null, code_from: code?.from ?? null, parent: units.text(place?.parentId ?? null), parent_from: place?.from ?? null,
    sort_order: unit.sortOrder, phone: unit.phone, opened_on: unit.openedOn, closed_on: unit.closedOn,
  };
}

/** A fact with its first day: unchanged, a change from a new day, or words why it cannot be. */
function dated<F extends Span>(draft: Draft<UnitRecord>, facts: readonly F[], what: { column: string; fromColumn: string; th: string; en: string; day: string }, same: (fact: F) => boolean, shown: (fact: F | undefined) => string | null, to: string): void {
  const current = factOn(facts, what.day);
  const from = draft.cells[what.fromColumn] as string | null | undefined;
  const at = from ? facts.find((fact) => fact.from === from) : undefined;
  if (at ? same(at) : (!from || from === current?.from) && current && same(current)) return;
  if (at) return refuse(draft, what.fromColumn, `แก้${what.th}แล้วต้องกรอกวันเริ่มใช้ใหม่ด้วย วันที่ ${daySaid(from as string).th} เป็นของ “${shown(at)}”`, `A new ${what.en} needs its own first day: ${daySaid(from as string).en} is that of “${shown(at)}”.`);
  const start = from ?? (draft.record === undefined ? (draft.cells['opened_on'] as string | null | undefined) : undefined);
  if (!start) return refuse(draft, what.fromColumn, `กรอกวันเริ่มใช้${what.th}ใหม่`, `Fill in since when the new ${what.en} holds.`);
  const inForce = facts.find((fact) => fact.from <= start && (fact.to === null || fact.to >= start));
  if (inForce && same(inForce)) return refuse(draft, what.fromColumn, `ใช้${what.th}นี้ตั้งแต่วันก่อนหน้านี้อยู่แล้ว วันเริ่มใช้เดิมแก้ทางไฟล์ไม่ได้`, `The ${what.en} holds since an earlier day already; a first day cannot be changed by a file.`);
  if (facts.some((fact) => fact.from >= start)) return refuse(draft, what.fromColumn, `มี${what.th}ที่เริ่มใช้ในหรือหลังวันนี้อยู่แล้ว กรอกวันที่หลังจากนั้น`, `There is a ${what.en} that starts on or after this day. Fill in a later day.`);
  draft.changes.push({ column: what.column, from: shown(current), to });
  // A new unit begins with everything that it has.
  if (draft.record) draft.changes.push({ column: what.fromColumn, from: current?.from ?? null, to: start });
  draft.cells[what.fromColumn] = start;
}

function checkFacts(draft: Draft<UnitRecord>, { day, units }: UnitHouse): void {
  const unit = draft.record;
  const name = text(draft, 'name');
  const before = unit && factOn(unit.names, day);
  const en = draft.cells['name_en'] === undefined || draft.cells['name_en'] === null ? (before?.en ?? '') : text(draft, 'name_en');
  if (name !== '') {
    if (en === '') refuse(draft, 'name_en', 'กรุณากรอกชื่อภาษาอังกฤษ', 'Please fill in the name in English');
    else {
      draft.cells['name_en'] = en;
      if (!unit) draft.changes.push({ column: 'name_en', from: null, to: en });
      const both = (fact: { th: string; en: string } | undefined) => (fact ? (fact.th === name ? fact.en : fact.en === en ? fact.th : `${fact.th} / ${fact.en}`) : null);
      const thaiSame = before?.th === name;
      dated(draft, unit?.names ?? [], { column: thaiSame ? 'name_en' : 'name', fromColumn: 'name_from', th: 'ชื่อ', en: 'name', day }, (fact) => fact.th === name && fact.en === en, both, before ? (thaiSame ? en : before.en === en ? name : `${name} / ${en}`) : name);
    }
  }
  const abbreviation = abbreviationKey(text(draft, 'abbreviation'));
  if (abbreviation !== '') {
    draft.cells['abbreviation'] = abbreviation;
    dated(draft, unit ? inUse(unit) : [], { column: 'abbreviation', fromColumn: 'abbreviation_from', th: 'ตัวย่อ', en: 'abbreviation', day }, (fact) => fact.text === abbreviation, (fact) => fact?.text ?? null, abbreviation);
  }
  if (text(draft, 'code') !== '') {
    const code = parseCode(text(draft, 'code'));
    if (!code) refuse(draft, 'code', 'รหัสหนังสือเป็นอักษรและเลขสี่หลัก เช่น นร 0223', 'A letter code is letters and four digits, such as นร 0223.');
    else {
      const whole = `${code.letters} ${code.digits}`;
      dated(draft, unit?.codes ?? [], { column: 'code', fromColumn: 'code_from', th: 'รหัสหนังสือ', en: 'letter code', day }, (fact) => fact.code === whole, (fact) => fact?.code ?? null, whole);
    }
  }
  const parent = draft.refs['parent'];
  if (parent !== undefined && parent !== null) {
    dated(draft, unit?.placements ?? [], { column: 'parent', fromColumn: 'parent_from', th: 'สังกัด', en: 'parent', day }, (fact) => fact.parentId === parent, (fact) => units.text(fact?.parentId ?? null), units.text(parent) ?? text(draft, 'parent'));
    const since = draft.changes.some((one) => one.column === 'parent') ? (draft.cells['parent_from'] as string) : undefined;
    const above = units.byId.get(parent);
    if (since && above && above.openedOn > since) refuse(draft, 'parent', `หน่วยงานต้นสังกัดตั้งเมื่อ ${daySaid(above.openedOn).th} หลังวันเริ่มสังกัด`, `The unit above opened on ${daySaid(above.openedOn).en}, after this unit comes under it.`);
    if (since && above?.closedOn && above.closedOn < since) refuse(draft, 'parent', `หน่วยงานต้นสังกัดยุบเมื่อ ${daySaid(above.closedOn).th} ก่อนวันเริ่มสังกัด`, `The unit above closes on ${daySaid(above.closedOn).en}, before this unit comes under it.`);
  }
}

function checkOthers(draft: Draft<UnitRecord>): void {
  for (const [column, kind] of [['also_written', 'variant'], ['misprints', 'misprint']] as const) {
    if (draft.cells[column] === undefined) continue;
    const old = draft.record ? others(draft.record, kind) : [];
    const wanted = listed(text(draft, column));
    const long = wanted.find((one) => one.length > 40);
    if (long) refuse(draft, column, `“${long}” ยาวเกิน 40 ตัวอักษร`, `“${long}” is longer than 40 characters.`);
    else if (old.join(';') !== wanted.join(';')) draft.changes.push({ column, from: old.join('; ') || null, to: wanted.join('; ') || null });
  }
}

function checkDays(draft: Draft<UnitRecord>): void {
  const unit = draft.record;
  const opened = draft.cells['opened_on'] as string | null | undefined;
  const closed = draft.cells['closed_on'] as string | null | undefined;
  if (!unit) {
    if (!opened) refuse(draft, 'opened_on', 'หน่วยงานใหม่ต้องมีวันที่ตั้ง', 'A new unit needs the day on which it opens.');
    else draft.changes.push({ column: 'opened_on', from: null, to: opened });
    if (closed) refuse(draft, 'closed_on', 'หน่วยงานใหม่ยังยุบไม่ได้ นำเข้าก่อน แล้วจึงยุบ', 'A new unit cannot be closed yet. Bring it in first.');
    for (const column of ['name_from', 'abbreviation_from', 'parent_from']) {
      if (opened && draft.cells[column] && draft.cells[column] !== opened) refuse(draft, column, 'หน่วยงานใหม่ใช้วันที่ตั้งเป็นวันเริ่มใช้', 'In a new unit this starts on the day on which the unit opens.');
    }
    return;
  }
  if (opened && opened !== unit.openedOn) refuse(draft, 'opened_on', 'วันที่ตั้งแก้ไม่ได้', 'The opening day cannot be changed.');
  if (closed === undefined || closed === unit.closedOn) return;
  if (unit.closedOn !== null) refuse(draft, 'closed_on', 'หน่วยงานนี้ยุบไปแล้ว แก้วันยุบทางไฟล์ไม่ได้', 'The unit is closed already; the day cannot be changed by a file.');
  else if (closed !== null && closed < unit.openedOn) refuse(draft, 'closed_on', 'วันยุบต้องไม่ก่อนวันที่ตั้ง', 'The last day cannot be before the first.');
  else if (closed !== null) draft.changes.push({ column: 'closed_on', from: null, to: closed });
}

const keys = (draft: Draft<UnitRecord>): string[] => [abbreviationKey(text(draft, 'abbreviation')), text(draft, 'name')].filter(Boolean);

/** Abbreviations and codes belong to one unit; parents may come in the same file; nobody stands below himself. */
function across(drafts: readonly Draft<UnitRecord>[], house: UnitHouse): void {
  const fresh = new Map<string, Draft<UnitRecord>>();
  for (const draft of drafts) if (!draft.record) for (const key of keys(draft)) fresh.set(key, draft);
  for (const draft of drafts) {
    const waiting = draft.problems.findIndex((one) => one.column === 'parent' && !one.ambiguous);
    const typed = text(draft, 'parent');
    const parent = waiting >= 0 ? (fresh.get(typed) ?? fresh.get(abbreviationKey(typed))) : undefined;
    if (parent && parent !== draft && !draft.record) {
      draft.problems.splice(waiting, 1);
      draft.refs['parentRow'] = parent.row;
      if (text(parent, 'opened_on') > text(draft, 'opened_on')) refuse(draft, 'opened_on', `ตั้งก่อนหน่วยงานต้นสังกัดในแถว ${parent.row}`, `This is before the unit above it opens, in row ${parent.row}.`);
      draft.changes.push({ column: 'parent', from: null, to: typed });
    } else if (!draft.record && typed === '' && draft.cells['kind'] !== 'department') {
      refuse(draft, 'parent', 'หน่วยงานใหม่ต้องระบุสังกัด', 'A new unit needs the unit above it.');
    }
  }
  // A unit below a refused one cannot be made; the chain is followed to its top.
  const byRow = new Map(drafts.map((draft) => [draft.row, draft]));
  for (let again = true; again; ) {
    again = false;
    for (const draft of drafts) {
      const above = draft.refs['parentRow'] == null ? undefined : byRow.get(draft.refs['parentRow']);
      if (draft.problems.length > 0 || !above || above.problems.length === 0) continue;
      refuse(draft, 'parent', `หน่วยงานต้นสังกัดในแถว ${above.row} ยังนำเข้าไม่ได้`, `The unit above it, in row ${above.row}, cannot be brought in yet.`);
      again = true;
    }
  }
  const owners = (column: 'abbreviation' | 'code') => {
    const map = new Map<string, Set<number>>();
    const put = (value: string, owner: number) => map.set(value, (map.get(value) ?? new Set()).add(owner));
    for (const unit of house.units.byId.values()) {
      for (const fact of column === 'code' ? unit.codes.map((one) => ({ ...one, text: one.code })) : inUse(unit)) if (fact.to === null || fact.to >= house.day) put(fact.text, unit.id);
    }
    for (const draft of drafts) for (const change of draft.changes) if (change.column === column) put(String(change.to), draft.record?.id ?? -draft.row);
    return map;
  };
  for (const column of ['abbreviation', 'code'] as const) {
    const taken = owners(column);
    for (const draft of drafts) {
      const change = draft.changes.find((one) => one.column === column);
      const other = change && [...(taken.get(String(change.to)) ?? [])].find((id) => id !== (draft.record?.id ?? -draft.row));
      if (other === undefined) continue;
      const name = other > 0 ? house.units.nameOf(house.units.byId.get(other) as UnitRecord) : '';
      const whose = other > 0 ? { th: name, en: name } : { th: `แถว ${-other}`, en: `row ${-other}` };
      refuse(draft, column, `“${change?.to}” เป็นของ${whose.th}อยู่แล้ว`, `“${change?.to}” belongs to ${whose.en}.`);
    }
  }
  checkPlaces(drafts, house);
  checkClosings(drafts, house);
}

export const unitRules: TableRules<UnitRecord, UnitHouse> = {
  columns: unitColumns,
  idOf: (unit) => unit.id,
  cellsOf,
  label: (draft) => [text(draft, 'name'), text(draft, 'abbreviation') && `(${text(draft, 'abbreviation')})`].filter(Boolean).join(' '),
  refine(draft, { units }) {
    const typed = text(draft, 'parent');
    if (draft.cells['parent'] === undefined || typed === '') return;
    const found = units.find(typed, 'parent');
    if ('id' in found) draft.refs['parent'] = found.id;
    else draft.problems.push(found);
  },
  byId: (id, { units }) => units.byId.get(id),
  match(draft, { units }) {
    const parent = draft.refs['parent'];
    for (const typed of [text(draft, 'abbreviation'), text(draft, 'code')]) {
      const found = typed === '' ? undefined : units.find(typed, 'abbreviation');
      if (found && 'id' in found) return { record: units.byId.get(found.id) as UnitRecord };
    }
    const name = text(draft, 'name');
    const under = typeof parent === 'number' ? units.under(name, parent) : [];
    const found = under.length === 1 ? { id: (under[0] as UnitRecord).id } : units.find(name, 'name');
    if (!('id' in found)) return found.ambiguous && under.length !== 0 ? found : found.ambiguous && parent === undefined ? found : 'new';
    const record = units.byId.get(found.id) as UnitRecord;
    const known = units.abbreviationOf(record);
    // The same name with another abbreviation or in another place: a new unit, or the old one changed? Only a person knows.
    const other = (known !== '' && text(draft, 'abbreviation') !== '') || (under.length === 0 && typeof parent === 'number');
    if (!other) return { record };
    return problem(null, `มี${units.text(record.id)} (${name}) อยู่แล้ว ถ้าเป็นหน่วยงานเดิมให้กรอกเลขในระบบ ${record.id} ถ้าเป็นหน่วยงานใหม่ให้พิมพ์ “ใหม่” ในช่องเลขในระบบ`, `${units.text(record.id)} (${name}) exists. If it is the same unit, fill in its number ${record.id}; if it is a new one, type “new” there.`, { ambiguous: true });
  },
  key: (draft) => keys(draft)[0] ?? null,
  check(draft, house) {
    const keeps = draft.record ? house.may(draft.record.id) : typeof draft.refs['parent'] === 'number' ? house.may(draft.refs['parent']) : house.mayAll;
    if (!keeps) refuse(draft, null, 'ท่านแก้ไขได้เฉพาะหน่วยงานที่ท่านดูแล', 'You may change only the units that you keep.');
    checkFacts(draft, house);
    checkOthers(draft);
    checkDays(draft);
    const parent = draft.refs['parent'];
    const below = (id: number | null, steps = 0): boolean => id !== null && steps < 40 && (id === draft.record?.id || below(house.units.byId.get(id) ? house.units.parentOf(house.units.byId.get(id) as UnitRecord) : null, steps + 1));
    if (draft.record && typeof parent === 'number' && draft.changes.some((one) => one.column === 'parent') && below(parent)) refuse(draft, 'parent', 'หน่วยงานอยู่ใต้ตนเองหรือหน่วยงานย่อยของตนไม่ได้', 'A unit cannot stand below itself.');
  },
  across,
};
