/** The table of people: one row for each person, with the main seat. Pure. */
import { z } from 'zod';
import type { TableRow } from '../../../../platform/tables/table.ts';
import { addDays, localDate, splitName } from '../../../../thai/index.ts';
import { leaveReasonNames } from '../positions.ts';
import { factOn, fullTitle, type PeopleBook, type PersonRecord, type SeatBook, type SeatRecord, type UnitBook } from './books.ts';
import { daySaid, idColumn, problem, refuse, text, type Draft, type OfficeColumn, type TableRules } from './rows.ts';

export interface PeopleHouse {
  readonly day: string;
  readonly units: UnitBook;
  readonly seats: SeatBook;
  readonly people: PeopleBook;
  /** Who brings the file in: nobody moves himself. */
  readonly actorId: number;
}

export const peopleColumns: readonly OfficeColumn[] = [
  idColumn,
  { code: 'title', kind: 'text', max: 60, filled: true, width: 12, aliases: ['คำนำหน้าชื่อ', 'ยศ', 'คำนำหน้านาม'], head: { th: 'คำนำหน้า', en: 'Title' }, about: { th: 'นาย นาง นางสาว ยศ หรือตำแหน่งทางวิชาการ', en: 'Mr, Ms, rank or academic title, in Thai' } },
  { code: 'given', kind: 'text', max: 100, filled: true, width: 18, aliases: ['ชื่อตัว'], head: { th: 'ชื่อ', en: 'Given name' }, about: { th: 'ชื่อตัว จะพิมพ์คำนำหน้าและนามสกุลรวมในช่องนี้ก็ได้ ระบบแยกให้', en: 'Given name. Title and family name may stand in the same cell; the system cuts them apart.' } },
  { code: 'family', kind: 'text', max: 100, width: 18, aliases: ['สกุล'], head: { th: 'นามสกุล', en: 'Family name' }, about: { th: 'นามสกุล', en: 'Family name' } },
  { code: 'full_name', kind: 'text', max: 300, inputOnly: true, aliases: ['ชื่อ - นามสกุล', 'ชื่อและนามสกุล', 'ชื่อ-สกุล', 'ชื่อ นามสกุล'], head: { th: 'ชื่อ-นามสกุล', en: 'Full name' }, about: { th: 'ใช้แทนสามช่องแรกได้ ระบบแยกคำนำหน้า ชื่อ และนามสกุลให้', en: 'Instead of the three cells before: the system cuts it apart.' } },
  { code: 'given_en', kind: 'text', max: 100, width: 18, head: { th: 'ชื่อภาษาอังกฤษ', en: 'Given name in English' }, about: { th: 'ชื่อตัวภาษาอังกฤษ', en: 'Given name in English' } },
  { code: 'family_en', kind: 'text', max: 100, width: 18, head: { th: 'นามสกุลภาษาอังกฤษ', en: 'Family name in English' }, about: { th: 'นามสกุลภาษาอังกฤษ', en: 'Family name in English' } },
  { code: 'email', kind: 'text', max: 254, width: 28, aliases: ['อีเมล์', 'e-mail'], head: { th: 'อีเมล', en: 'E-mail' }, about: { th: 'ไม่ซ้ำกัน ใช้หาบุคลากรเดิมเมื่อไม่มีเลขในระบบ', en: 'One person has it. Finds the person where the number in the system is not given.' } },
  { code: 'phone', kind: 'text', max: 100, width: 18, aliases: ['เบอร์โทร', 'เบอร์โทรศัพท์'], head: { th: 'โทรศัพท์', en: 'Telephone' }, about: { th: 'โทรศัพท์ที่ทำงาน', en: 'Telephone at work' } },
  { code: 'unit', kind: 'text', own: true, width: 20, aliases: ['สังกัด'], head: { th: 'หน่วยงาน', en: 'Unit' }, about: { th: 'หน่วยงานของตำแหน่งหลัก เว้นว่างคือไม่เปลี่ยนตำแหน่ง', en: 'Unit of the main position; empty leaves the position as it is' } },
  { code: 'position', kind: 'text', max: 200, own: true, width: 34, aliases: ['ชื่อตำแหน่ง'], head: { th: 'ตำแหน่ง', en: 'Position' }, about: { th: 'ตำแหน่งหลัก ต้องมีในตารางตำแหน่งแล้ว', en: 'The main position; it must be in the table of positions' } },
  { code: 'seat_number', kind: 'text', max: 30, own: true, width: 14, aliases: ['เลขตำแหน่ง'], head: { th: 'เลขที่ตำแหน่ง', en: 'Seat number' }, about: { th: 'ใช้ชี้ตำแหน่งเมื่อชื่อซ้ำกัน', en: 'Tells seats of the same title apart' } },
  { code: 'position_from', kind: 'date', own: true, aliases: ['วันที่ดำรงตำแหน่ง'], head: { th: 'ดำรงตำแหน่งตั้งแต่', en: 'In the position since' }, about: { th: 'เมื่อย้าย กรอกวันเริ่มของตำแหน่งใหม่', en: 'When a person moves, the first day in the new position' } },
  { code: 'order_number', kind: 'text', max: 60, own: true, width: 14, aliases: ['คำสั่งเลขที่'], head: { th: 'เลขที่คำสั่ง', en: 'Order number' }, about: { th: 'คำสั่งแต่งตั้งหรือย้าย', en: 'Order of appointment' } },
  { code: 'order_date', kind: 'date', own: true, head: { th: 'วันที่คำสั่ง', en: 'Order date' }, about: { th: 'วันที่ของคำสั่ง', en: 'Date of the order' } },
  { code: 'left_on', kind: 'date', own: true, head: { th: 'พ้นราชการวันสุดท้าย', en: 'Last day in service' }, about: { th: 'กรอกเมื่อพ้นราชการ ทุกตำแหน่งสิ้นสุดในวันนั้น', en: 'Filled in when a person leaves; every seat ends on that day' } },
  { code: 'left_reason', kind: 'choice', choices: leaveReasonNames, own: true, head: { th: 'เหตุที่พ้น', en: 'Why they left' }, about: { th: 'ต้องมีเมื่อกรอกวันพ้นราชการ', en: 'Needed with a last day in service' } },
];

const seatNow = (person: PersonRecord, day: string) => factOn(person.seats, day);

function cellsOf(person: PersonRecord, { seats, units, day }: PeopleHouse): TableRow {
  const held = seatNow(person, day);
  const seat = held && seats.byId.get(held.positionId);
  return {
    id: String(person.id), title: person.title, given: person.given, family: person.family, given_en: person.givenEn, family_en: person.familyEn, email: person.email, phone: person.phone,
    unit: units.text(seat?.unitId ?? null), position: seat?.title ?? null, seat_number: seat?.seatNumber ?? null,
    position_from: held?.from ?? null, order_number: held?.orderNumber ?? null, order_date: held?.orderDate ?? null, left_on: person.leftOn, left_reason: person.leftReason,
  };
}

/** A name in one cell or in three, titles short or in full, becomes title, given and family name. */
function refineName(draft: Draft<PersonRecord>): void {
  const { cells } = draft;
  const full = text(draft, 'full_name');
  const apart = cells['title'] && cells['given'] && cells['family'];
  if (apart) cells['title'] = fullTitle(String(cells['title']));
  if (apart || (full === '' && !cells['given'])) return;
  const joined = full || ['title', 'given', 'family'].map((column) => text(draft, column)).filter(Boolean).join(' ');
  const cut = splitName(joined);
  if (!cut.ok) return refuse(draft, full ? 'full_name' : 'given', `แยกชื่อ “${joined}” ไม่ได้ กรอกคำนำหน้า ชื่อ และนามสกุลคนละช่อง`, `“${joined}” cannot be cut into a name. Fill in title, given and family name in cells of their own.`);
  if (cut.value.title !== '' || cells['title'] !== undefined) cells['title'] = fullTitle(cut.value.title) || null;
  cells['given'] = cut.value.given;
  cells['family'] = cut.value.family || null;
}

function refineSeat(draft: Draft<PersonRecord>, { units, seats }: PeopleHouse): void {
  const typed = text(draft, 'unit');
  const place = { title: text(draft, 'position'), number: text(draft, 'seat_number') };
  if (typed === '' && place.title === '' && place.number === '') return;
  const unit = typed === '' ? undefined : units.find(typed, 'unit');
  if (unit && !('id' in unit)) return void draft.problems.push(unit);
  if (unit === undefined && place.number === '') return refuse(draft, 'unit', 'กรอกหน่วยงานของตำแหน่งด้วย', 'Fill in the unit of the position as well.');
  if (place.title === '' && place.number === '') return refuse(draft, 'position', 'กรอกตำแหน่งหรือเลขที่ตำแหน่งด้วย', 'Fill in the position or its seat number as well.');
  draft.refs['unit'] = unit?.id ?? null;
  const found = seats.find({ unitId: unit?.id ?? null, ...place }, 'position');
  if ('id' in found) draft.refs['position'] = found.id;
  else draft.problems.push({ ...found, ambiguous: false });
}

/** A seat of a title that several seats share is the person's own, where it is one of them. */
function settleSeat(draft: Draft<PersonRecord>, { seats, day }: PeopleHouse): void {
  const at = draft.problems.findIndex((one) => one.column === 'position');
  const unit = draft.refs['unit'];
  if (at < 0 || typeof unit !== 'number' || !draft.record) return;
  const held = seatNow(draft.record, day);
  const own = seats.titled(text(draft, 'position'), unit).find((seat) => seat.id === held?.positionId && (text(draft, 'seat_number') === '' || seat.seatNumber === text(draft, 'seat_number')));
  if (!own) return;
  draft.problems.splice(at, 1);
  draft.refs['position'] = own.id;
}

function checkSeat(draft: Draft<PersonRecord>, { day, seats, units, actorId }: PeopleHouse): void {
  const wanted = draft.refs['position'];
  if (typeof wanted !== 'number') return;
  const person = draft.record;
  const held = person && seatNow(person, day);
  const from = draft.cells['position_from'] as string | null | undefined;
  // A move that was recorded for a coming day is not recorded again.
  if (person?.seats.some((one) => one.positionId === wanted && one.from === from)) return;
  if (held?.positionId === wanted) {
    if (from && from !== held.from) refuse(draft, 'position_from', 'ครองตำแหน่งนี้อยู่แล้ว วันเริ่มเดิมแก้ทางไฟล์ไม่ได้', 'The person holds this position already; its first day cannot be changed by a file.');
    return;
  }
  if (!from) return refuse(draft, 'position_from', 'กรอกวันที่เริ่มดำรงตำแหน่งใหม่', 'Fill in the first day in the new position.');
  if (person?.id === actorId) return refuse(draft, 'position', 'ท่านย้ายหรือแต่งตั้งตนเองไม่ได้', 'You cannot move or appoint yourself.');
  if (person?.leftOn != null && person.leftOn < from) return refuse(draft, 'position', 'พ้นราชการไปแล้ว', 'This person has left the service.');
  if (person?.seats.some((one) => one.from >= from)) return refuse(draft, 'position_from', 'มีตำแหน่งที่เริ่มในวันนี้หรือหลังจากนี้อยู่แล้ว กรอกวันที่ใหม่ของตำแหน่งที่จะย้ายไป', 'There is already a position that starts on or after this day. Fill in the first day in the new position.');
  const seat = seats.byId.get(wanted) as SeatRecord;
  if (seat.validFrom > from || (seat.validTo !== null && seat.validTo < from)) return refuse(draft, 'position', 'ไม่มีตำแหน่งนี้ในวันนั้น', 'There is no such position on that day.');
  const old = held && seats.byId.get(held.positionId);
  const said = (one: SeatRecord | undefined) => (one ? [one.title, units.text(one.unitId), one.seatNumber && `(${one.seatNumber})`].filter(Boolean).join(' ') : null);
  draft.changes.push({ column: 'position', from: said(old), to: said(seat) }, { column: 'position_from', from: held?.from ?? null, to: from });
}

function checkLeaving(draft: Draft<PersonRecord>, { actorId }: PeopleHouse): void {
  const last = draft.cells['left_on'] as string | null | undefined;
  const reason = draft.cells['left_reason'];
  const person = draft.record;
  if (last === undefined || last === (person?.leftOn ?? null)) {
    // A reason is part of leaving: alone it would be passed over in silence.
    if (reason == null || reason === (person?.leftReason ?? null)) return;
    if (person?.leftOn != null) return refuse(draft, 'left_reason', 'บันทึกการพ้นราชการไว้แล้ว แก้เหตุทางไฟล์ไม่ได้', 'Leaving is recorded already; its reason cannot be changed by a file.');
    return refuse(draft, 'left_on', 'กรอกวันสุดท้ายที่รับราชการด้วย', 'Fill in the last day in service as well.');
  }
  if (!person) return refuse(draft, 'left_on', 'บุคลากรใหม่ยังพ้นราชการไม่ได้', 'A new person cannot have left yet.');
  if (person.leftOn !== null || last === null) return refuse(draft, 'left_on', 'บันทึกการพ้นราชการไว้แล้ว แก้ทางไฟล์ไม่ได้', 'Leaving is recorded already; it cannot be changed by a file.');
  if (!reason) return refuse(draft, 'left_reason', 'เลือกเหตุที่พ้นราชการ', 'Choose why the person left.');
  if (person.id === actorId) return refuse(draft, 'left_on', 'ท่านบันทึกการพ้นราชการของตนเองไม่ได้', 'You cannot record that you left yourself.');
  if (draft.changes.some((one) => one.column === 'position')) return refuse(draft, 'left_on', 'ย้ายและพ้นราชการในแถวเดียวกันไม่ได้ แยกนำเข้าสองครั้ง', 'A move and leaving cannot stand in one row. Bring them in one after the other.');
  const later = person.seats.find((one) => one.from > last);
  if (later) return refuse(draft, 'left_on', `มีตำแหน่งที่เริ่มวันที่ ${daySaid(later.from).th} หลังวันพ้นราชการนี้ ตรวจวันอีกครั้ง หรือบันทึกที่หน้าของบุคลากร`, `A position begins on ${daySaid(later.from).en}, after this last day. Check the day, or record the leaving on the person's page.`);
  draft.changes.push({ column: 'left_on', from: null, to: last }, { column: 'left_reason', from: null, to: reason });
}

/** Addresses and seats are given once; a seat that its holder leaves in the same file is free. */
function across(drafts: readonly Draft<PersonRecord>[], { seats, people }: PeopleHouse): void {
  const going = new Map<number, string>();
  for (const draft of drafts) {
    const from = draft.cells['position_from'];
    const last = draft.changes.find((one) => one.column === 'left_on')?.to;
    if (draft.record && draft.problems.length === 0 && typeof last === 'string') going.set(draft.record.id, addDays(localDate(last), 1));
    if (draft.record && draft.problems.length === 0 && typeof from === 'string' && draft.changes.some((one) => one.column === 'position')) going.set(draft.record.id, from);
  }
  const taken = new Map<number, number>();
  const emails = new Map<string, number>();
  for (const draft of drafts) {
    const email = text(draft, 'email').toLowerCase();
    const owner = email === '' ? undefined : people.withEmail(email);
    if (owner && owner.id !== draft.record?.id) refuse(draft, 'email', 'อีเมลนี้เป็นของบุคลากรอีกท่านหนึ่ง', 'This e-mail address belongs to somebody else.');
    if (email !== '') {
      const other = emails.get(email);
      if (other !== undefined) refuse(draft, 'email', `อีเมลนี้อยู่ในแถว ${other} แล้ว`, `Row ${other} has this e-mail address already.`);
      emails.set(email, draft.row);
    }
    const wanted = draft.refs['position'];
    const from = draft.cells['position_from'];
    if (typeof wanted !== 'number' || typeof from !== 'string' || !draft.changes.some((one) => one.column === 'position')) continue;
    const twin = taken.get(wanted);
    if (twin !== undefined) refuse(draft, 'position', `แถว ${twin} จะครองตำแหน่งนี้เช่นกัน`, `Row ${twin} would take this position as well.`);
    taken.set(wanted, draft.row);
    const holder = seats.byId.get(wanted)?.holders.find((one) => one.personId !== draft.record?.id && (one.to === null || one.to >= from) && !((going.get(one.personId) ?? '9999') <= from && one.from < (going.get(one.personId) ?? '')));
    if (holder) refuse(draft, 'position', `ตำแหน่งนี้มีผู้ครองอยู่แล้ว: ${holder.name}`, `This position is already held by ${holder.name}.`);
  }
}

export const peopleRules: TableRules<PersonRecord, PeopleHouse> = {
  columns: peopleColumns,
  idOf: (person) => person.id,
  cellsOf,
  label: (draft) => ['title', 'given'].map((column) => text(draft, column)).join('') + (text(draft, 'family') ? ` ${text(draft, 'family')}` : '') || [draft.record?.title, draft.record?.given].join('') + (draft.record ? ` ${draft.record.family}` : text(draft, 'email')),
  refine(draft, house) {
    refineName(draft);
    refineSeat(draft, house);
    const email = text(draft, 'email');
    if (email !== '' && !z.email().max(254).safeParse(email).success) refuse(draft, 'email', `อีเมล “${email}” ไม่ถูกต้อง`, `“${email}” is not an e-mail address.`);
  },
  byId: (id, { people }) => people.byId.get(id),
  match(draft, { people }) {
    const email = text(draft, 'email');
    const byEmail = email === '' ? undefined : people.withEmail(email);
    if (byEmail) return { record: byEmail };
    const found = people.named(text(draft, 'given'), text(draft, 'family'));
    const only = found.length === 1 ? (found[0] as PersonRecord) : undefined;
    if (text(draft, 'given') === '' || found.length === 0) return 'new';
    if (only && (email === '' || only.email === null)) return { record: only };
    return problem('given', `มีบุคลากรชื่อนี้อยู่แล้ว (${found.slice(0, 3).map((one) => `เลขในระบบ ${one.id}${one.email ? ` ${one.email}` : ''}`).join('; ')}) ถ้าเป็นคนเดิมกรอกเลขในระบบ ถ้าเป็นคนใหม่พิมพ์ “ใหม่” ในช่องเลขในระบบ`, `There is somebody of this name (${found.slice(0, 3).map((one) => `number ${one.id}${one.email ? ` ${one.email}` : ''}`).join('; ')}). If it is the same person, fill in the number; for somebody new, type “new” there.`, { ambiguous: true });
  },
  key: (draft) => text(draft, 'email').toLowerCase() || (text(draft, 'given') === '' ? null : `${text(draft, 'given')} ${text(draft, 'family')}`),
  check(draft, house) {
    if (draft.record && fullTitle(draft.record.title) === draft.cells['title']) {
      const at = draft.changes.findIndex((one) => one.column === 'title');
      if (at >= 0) draft.changes.splice(at, 1);
      draft.cells['title'] = draft.record.title;
    }
    if (draft.cells['family'] === null && draft.record?.family !== '') refuse(draft, 'family', 'กรุณากรอกนามสกุล', 'Please fill in: Family name');
    settleSeat(draft, house);
    checkSeat(draft, house);
    checkLeaving(draft, house);
  },
  across,
};
