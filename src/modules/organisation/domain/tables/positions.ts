/** The table of positions: one row for each seat. Pure. */
import type { TableRow } from '../../../../platform/tables/table.ts';
import { positionKindNames } from '../positions.ts';
import type { SeatBook, SeatRecord, UnitBook } from './books.ts';
import { daySaid, idColumn, problem, refuse, text, type Draft, type OfficeColumn, type TableRules } from './rows.ts';

export interface SeatHouse {
  readonly day: string;
  readonly units: UnitBook;
  readonly seats: SeatBook;
}

export const positionColumns: readonly OfficeColumn[] = [
  idColumn,
  { code: 'unit', kind: 'text', needed: true, filled: true, own: true, width: 24, aliases: ['สังกัด'], head: { th: 'หน่วยงาน', en: 'Unit' }, about: { th: 'ตัวย่อ รหัสหนังสือ หรือชื่อหน่วยงาน แก้ภายหลังไม่ได้', en: 'Abbreviation, letter code or name of the unit; cannot be changed later' } },
  { code: 'title', kind: 'text', min: 2, max: 200, needed: true, filled: true, width: 40, aliases: ['ตำแหน่ง'], head: { th: 'ชื่อตำแหน่ง', en: 'Title' }, about: { th: 'ชื่อตำแหน่งภาษาไทย', en: 'Title in Thai' } },
  { code: 'title_en', kind: 'text', max: 200, head: { th: 'ชื่อตำแหน่งภาษาอังกฤษ', en: 'Title in English' }, about: { th: 'ชื่อตำแหน่งภาษาอังกฤษ', en: 'Title in English' } },
  { code: 'abbreviation', kind: 'text', max: 40, head: { th: 'ตัวย่อตำแหน่ง', en: 'Abbreviation' }, about: { th: 'เช่น ผอ.สนข.', en: 'Such as ผอ.สนข.' } },
  { code: 'kind', kind: 'choice', choices: positionKindNames, filled: true, emptyKeeps: true, aliases: ['ประเภท'], head: { th: 'ชนิด', en: 'Kind' }, about: { th: 'ตำแหน่งนี้เป็นอะไรในสายบังคับบัญชา', en: 'What the seat is in the line of command' } },
  { code: 'level', kind: 'text', max: 60, head: { th: 'ระดับ', en: 'Level' }, about: { th: 'เช่น ชำนาญการ อำนวยการสูง', en: 'Level in the civil service' } },
  { code: 'seat_number', kind: 'text', max: 30, width: 14, aliases: ['เลขตำแหน่ง'], head: { th: 'เลขที่ตำแหน่ง', en: 'Seat number' }, about: { th: 'ใช้หาตำแหน่งเดิมเมื่อไม่มีเลขในระบบ', en: 'Finds the seat where its number in the system is not given' } },
  { code: 'head', kind: 'yes-no', head: { th: 'เป็นหัวหน้าหน่วยงาน', en: 'Head of the unit' }, about: { th: 'หน่วยงานหนึ่งมีตำแหน่งหัวหน้าได้ตำแหน่งเดียว', en: 'One seat of a unit is that of its head' } },
  { code: 'rank', kind: 'integer', max: 10_000, emptyKeeps: true, aliases: ['ลำดับ'], head: { th: 'ลำดับแสดงผล', en: 'Place in lists' }, about: { th: 'น้อยขึ้นก่อน แถวใหม่ที่เว้นว่างได้ 100', en: 'Small numbers come first; empty in a new row means 100' } },
  { code: 'valid_from', kind: 'date', own: true, aliases: ['ตั้งแต่'], head: { th: 'ใช้ตั้งแต่', en: 'In use from' }, about: { th: 'วันแรกที่มีตำแหน่งนี้ แก้ภายหลังไม่ได้', en: 'First day of the seat; cannot be changed later' } },
  { code: 'valid_to', kind: 'date', own: true, aliases: ['ถึง'], head: { th: 'ใช้ถึง', en: 'In use until' }, about: { th: 'วันสุดท้าย กรอกเพื่อยุบเลิกตำแหน่งที่ไม่มีผู้ครอง', en: 'Last day; fill it in to close a seat that nobody holds' } },
  { code: 'holder', kind: 'text', readOnly: true, width: 30, head: { th: 'ผู้ครองตำแหน่ง', en: 'Holder' }, about: { th: 'แสดงให้ทราบ แก้ที่ตารางบุคลากร', en: 'For information; people are moved in the table of people' } },
];

function cellsOf(seat: SeatRecord, { units, day }: SeatHouse): TableRow {
  return {
    id: String(seat.id), unit: units.text(seat.unitId), title: seat.title, title_en: seat.titleEn, abbreviation: seat.abbreviation, kind: seat.kind, level: seat.level,
    seat_number: seat.seatNumber, head: seat.head, rank: seat.rank, valid_from: seat.validFrom, valid_to: seat.validTo,
    holder: seat.holders.find((one) => one.from <= day && (one.to === null || one.to >= day))?.name ?? null,
  };
}

function checkDays(draft: Draft<SeatRecord>): void {
  const seat = draft.record;
  const from = draft.cells['valid_from'] as string | null | undefined;
  const to = draft.cells['valid_to'] as string | null | undefined;
  if (!seat) {
    if (!from) refuse(draft, 'valid_from', 'ตำแหน่งใหม่ต้องมีวันเริ่มใช้', 'A new seat needs its first day.');
    else draft.changes.push({ column: 'valid_from', from: null, to: from });
    if (to) refuse(draft, 'valid_to', 'ตำแหน่งใหม่ยังยุบไม่ได้ นำเข้าก่อน แล้วจึงยุบ', 'A new seat cannot be closed yet. Bring it in first.');
    return;
  }
  if (from && from !== seat.validFrom) refuse(draft, 'valid_from', 'วันเริ่มใช้ตำแหน่งแก้ไม่ได้', 'The first day of a seat cannot be changed.');
  if (to === undefined || to === seat.validTo) return;
  if (seat.validTo !== null) return refuse(draft, 'valid_to', 'ตำแหน่งนี้ยุบไปแล้ว แก้วันยุบทางไฟล์ไม่ได้', 'The seat is closed already; the day cannot be changed by a file.');
  const last = to as string;
  if (last < seat.validFrom) return refuse(draft, 'valid_to', 'วันสุดท้ายต้องไม่ก่อนวันแรก', 'The last day cannot be before the first.');
  const held = seat.holders.find((one) => one.to === null || one.to > last);
  if (held) return refuse(draft, 'valid_to', `ยังมีผู้ครองตำแหน่งนี้: ${held.name} ย้ายออกก่อน`, `${held.name} still holds this position. Move them first.`);
  draft.changes.push({ column: 'valid_to', from: null, to: last });
}

interface HeadSeat {
  readonly unit: number;
  /** The seat, or minus the row of a new one. */
  readonly seat: number;
  readonly from: string;
  readonly to: string | null;
}

/** One seat of a unit is that of its head on any day, counting what the file changes. */
function oneHead(drafts: readonly Draft<SeatRecord>[], { seats }: SeatHouse): void {
  const heads = new Map<number, HeadSeat>();
  for (const seat of seats.byId.values()) if (seat.head) heads.set(seat.id, { unit: seat.unitId, seat: seat.id, from: seat.validFrom, to: seat.validTo });
  const claims: HeadSeat[] = [];
  const drafted = new Map<number, Draft<SeatRecord>>();
  for (const draft of drafts) {
    const { record } = draft;
    const unit = record?.unitId ?? draft.refs['unit'];
    const from = record?.validFrom ?? draft.cells['valid_from'];
    if (typeof unit !== 'number' || typeof from !== 'string' || draft.problems.length > 0) continue;
    const closed = draft.changes.find((one) => one.column === 'valid_to')?.to;
    const one = { unit, seat: record?.id ?? -draft.row, from, to: typeof closed === 'string' ? closed : (record?.validTo ?? null) };
    heads.delete(one.seat);
    if (draft.cells['head'] === undefined ? record?.head !== true : draft.cells['head'] !== true) continue;
    heads.set(one.seat, one);
    if (record === undefined || draft.changes.some((change) => change.column === 'head')) claims.push(one);
    drafted.set(one.seat, draft);
  }
  for (const claim of claims) {
    const other = [...heads.values()].find((one) => one.unit === claim.unit && one.seat !== claim.seat && (one.to === null || one.to >= claim.from) && (claim.to === null || claim.to >= one.from));
    if (other) refuse(drafted.get(claim.seat) as Draft<SeatRecord>, 'head', 'หน่วยงานนี้มีตำแหน่งหัวหน้าอยู่แล้ว', 'This unit already has the position of its head.');
  }
}

export const positionRules: TableRules<SeatRecord, SeatHouse> = {
  columns: positionColumns,
  idOf: (seat) => seat.id,
  cellsOf,
  label: (draft, { units }) => [text(draft, 'title'), units.text(draft.refs['unit'] ?? null) ?? text(draft, 'unit')].filter(Boolean).join(' '),
  refine(draft, { units }) {
    const typed = text(draft, 'unit');
    if (typed === '') return;
    const found = units.find(typed, 'unit');
    if ('id' in found) draft.refs['unit'] = found.id;
    else draft.problems.push(found);
  },
  byId: (id, { seats }) => seats.byId.get(id),
  match(draft, { seats }) {
    const unit = draft.refs['unit'] ?? null;
    if (unit === null) return 'new';
    const number = text(draft, 'seat_number');
    const numbered = number === '' ? [] : seats.numbered(number, unit);
    const found = numbered.length > 0 ? numbered : seats.titled(text(draft, 'title'), unit).filter((seat) => number === '' || seat.seatNumber === '');
    if (found.length === 1) return { record: found[0] as SeatRecord };
    if (found.length === 0) return 'new';
    return problem('seat_number', `มีตำแหน่งนี้ ${found.length} ตำแหน่ง กรอกเลขที่ตำแหน่งหรือเลขในระบบ ถ้าเป็นตำแหน่งเพิ่มให้พิมพ์ “ใหม่” ในช่องเลขในระบบ`, `There are ${found.length} such positions. Fill in the seat number or the number in the system; for one more, type “new” there.`, { ambiguous: true });
  },
  key: (draft) => (text(draft, 'seat_number') === '' ? null : `${draft.refs['unit'] ?? text(draft, 'unit')}:${text(draft, 'seat_number')}`),
  check(draft, house) {
    const unit = draft.refs['unit'];
    if (draft.record && typeof unit === 'number' && unit !== draft.record.unitId) {
      refuse(draft, 'unit', 'ตำแหน่งย้ายหน่วยงานไม่ได้ ให้ยุบตำแหน่งเดิมแล้วตั้งใหม่', 'A position cannot move to another unit. Close it and make a new one.');
    }
    const opened = typeof unit === 'number' ? house.units.byId.get(unit) : undefined;
    const from = draft.cells['valid_from'];
    if (!draft.record && opened && typeof from === 'string') {
      if (from < opened.openedOn) refuse(draft, 'valid_from', `หน่วยงานนี้ตั้งเมื่อ ${daySaid(opened.openedOn).th} หลังวันดังกล่าว`, `The unit opened on ${daySaid(opened.openedOn).en}, after this day.`);
      if (opened.closedOn !== null && from > opened.closedOn) refuse(draft, 'valid_from', `หน่วยงานนี้ยุบเมื่อ ${daySaid(opened.closedOn).th} ก่อนวันดังกล่าว`, `The unit closes on ${daySaid(opened.closedOn).en}, before this day.`);
    }
    checkDays(draft);
  },
  across: oneHead,
};
