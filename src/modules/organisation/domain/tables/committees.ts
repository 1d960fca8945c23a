/** The table of committees: one row for each seat, the committee's own facts repeated. Pure. */
import { sameCell } from '../../../../platform/tables/cells.ts';
import type { CellValue, TableRow } from '../../../../platform/tables/table.ts';
import { toArabicDigits } from '../../../../thai/index.ts';
import type { Committee } from '../committees.ts';
import type { CommitteeRole } from '../quorum.ts';
import type { PeopleBook, SeatBook, UnitBook } from './books.ts';
import { committeeColumns, committeeOnly } from './committee-columns.ts';
import { problem, refuse, text, type Draft, type TableRules } from './rows.ts';

/** A committee as tables show it: the paper with its duties stays with it. */
export type CommitteeRecord = Omit<Committee, 'dutiesFileId'>;

export interface MemberRecord {
  readonly id: number;
  readonly committeeId: number;
  readonly personId: number | null;
  readonly positionId: number | null;
  readonly role: CommitteeRole;
  readonly sortOrder: number;
  readonly orderNumber: string;
  readonly orderDate: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A row of the table: a seat, or a committee that has none. */
export interface CommitteeRow {
  readonly committee: CommitteeRecord;
  readonly member: MemberRecord | null;
}

export interface CommitteeHouse {
  readonly day: string;
  readonly units: UnitBook;
  readonly seats: SeatBook;
  readonly people: PeopleBook;
  readonly committees: ReadonlyMap<number, CommitteeRecord>;
  readonly members: readonly MemberRecord[];
  readonly may: (unitId: number) => boolean;
}

type Row = Draft<CommitteeRow>;

function committeeCells(one: CommitteeRecord, { units }: CommitteeHouse): TableRow {
  return {
    committee_id: one.id, committee_kind: one.kind, committee: one.name, committee_en: one.nameEn, short_name: one.shortName, order_number: one.orderNumber, order_date: one.orderDate,
    duties: one.duties, quorum_kind: one.quorum.kind, quorum_a: one.quorum.a, quorum_b: one.quorum.b, quorum_needs_chair: one.quorum.needsChair,
    quorum_counts_representatives: one.quorum.countsRepresentatives, secretariat: units.text(one.secretariatUnitId), valid_from: one.validFrom, valid_to: one.validTo,
  };
}

function cellsOf({ committee, member }: CommitteeRow, house: CommitteeHouse): TableRow {
  if (!member) return { ...committeeCells(committee, house), id: null };
  const seat = house.seats.byId.get(member.positionId ?? 0);
  const person = house.people.byId.get(member.personId ?? 0);
  return {
    ...committeeCells(committee, house), id: String(member.id), role: member.role, sort_order: member.sortOrder,
    member_unit: seat ? house.units.text(seat.unitId) : null, member_position: seat?.title ?? null, member_seat_number: seat?.seatNumber ?? null,
    member_name: person ? `${person.title}${person.given} ${person.family}`.trim() : null, member_email: person?.email ?? null,
    member_order_number: member.orderNumber, member_order_date: member.orderDate, member_from: member.validFrom, member_to: member.validTo,
    sits_now: seat?.holders.find((one) => one.from <= house.day && (one.to === null || one.to >= house.day))?.name ?? null,
  };
}

/** Which committee the row tells of; a row without its facts belongs to the committee above. */
function refineCommittee(draft: Row, house: CommitteeHouse, before: Row | undefined): void {
  const { cells } = draft;
  if (before && committeeOnly.every(({ code, kind }) => cells[code] === undefined || cells[code] === null || (kind === 'yes-no' && cells[code] === false))) {
    for (const { code } of committeeOnly) if (before.cells[code] !== undefined) cells[code] = before.cells[code] as CellValue;
  }
  const typed = text(draft, 'secretariat');
  if (typed !== '') {
    const unit = house.units.find(typed, 'secretariat');
    if ('id' in unit) draft.refs['secretariat'] = unit.id;
    else draft.problems.push(unit);
  }
  if (text(draft, 'order_number') !== '') cells['order_number'] = toArabicDigits(text(draft, 'order_number'));
  const id = cells['committee_id'];
  if (typeof id === 'number') {
    if (house.committees.has(id)) draft.refs['committee'] = id;
    else refuse(draft, 'committee_id', `ไม่มีคณะเลขที่ ${id} ถ้าเป็นคณะใหม่ให้เว้นว่าง`, `There is no committee ${id}. Leave the cell empty for a new one.`);
    return;
  }
  const order = text(draft, 'order_number');
  const same = [...house.committees.values()].filter((one) => toArabicDigits(one.orderNumber) === order && (one.name === text(draft, 'committee') || text(draft, 'committee') === ''));
  if (same.length === 1) draft.refs['committee'] = (same[0] as { id: number }).id;
  else if (same.length > 1) draft.problems.push(problem('order_number', 'คำสั่งนี้ตั้งหลายคณะ กรอกชื่อคณะหรือเลขคณะในระบบ', 'This order made several committees. Fill in the name or the number in the system.', { ambiguous: true }));
}

/** Whose seat it is: a position's or a person's, never both. */
function refineMember(draft: Row, { units, seats, people }: CommitteeHouse): void {
  const place = { unit: text(draft, 'member_unit'), title: text(draft, 'member_position'), number: text(draft, 'member_seat_number') };
  const who = { name: text(draft, 'member_name'), email: text(draft, 'member_email') };
  const byPosition = place.unit !== '' || place.title !== '' || place.number !== '';
  const byPerson = who.name !== '' || who.email !== '';
  if (byPosition && byPerson) return refuse(draft, 'member_name', 'กรอกตำแหน่งหรือชื่อบุคคลอย่างใดอย่างหนึ่ง', 'Fill in a position or a person, not both.');
  if (byPerson) {
    const found = people.find(who.name, who.email, 'member_name');
    if ('id' in found) draft.refs['person'] = found.id;
    else draft.problems.push(found);
  } else if (byPosition) {
    const unit = place.unit === '' ? undefined : units.find(place.unit, 'member_unit');
    if (unit && !('id' in unit)) return void draft.problems.push(unit);
    const found = seats.find({ unitId: unit?.id ?? null, title: place.title, number: place.number }, 'member_position');
    if ('id' in found) draft.refs['position'] = found.id;
    else draft.problems.push(found);
  }
}

const targetOf = (draft: Row): string | null => (typeof draft.refs['position'] === 'number' ? `q${draft.refs['position']}` : typeof draft.refs['person'] === 'number' ? `p${draft.refs['person']}` : null);
const targetOfMember = (one: MemberRecord): string => (one.positionId === null ? `p${one.personId}` : `q${one.positionId}`);
const committeeKey = (draft: Row): string => (typeof draft.refs['committee'] === 'number' ? `#${draft.refs['committee']}` : `${text(draft, 'order_number')}|${text(draft, 'committee')}`);

function checkMember(draft: Row): void {
  const member = draft.record?.member;
  const target = targetOf(draft);
  const to = draft.cells['member_to'] as string | null | undefined;
  if (!member) {
    if (target === null) {
      for (const column of ['role', 'member_from', 'member_to']) if (draft.cells[column]) refuse(draft, 'member_position', 'กรอกตำแหน่งหรือชื่อของกรรมการ', 'Fill in the position or the name of the member.');
      return;
    }
    if (!draft.cells['role']) refuse(draft, 'role', 'กรุณาเลือกฐานะในคณะ', 'Please choose the role.');
    if (to) refuse(draft, 'member_to', 'กรรมการใหม่ยังพ้นหน้าที่ไม่ได้', 'A new member cannot have ended yet.');
    for (const column of ['role', 'sort_order', 'member_unit', 'member_position', 'member_name', 'member_from']) if (draft.cells[column]) draft.changes.push({ column, from: null, to: draft.cells[column] as CellValue });
    return;
  }
  if (target !== null && target !== targetOfMember(member)) return refuse(draft, 'member_position', 'ที่นั่งเปลี่ยนตัวไม่ได้ ให้กรอกวันสิ้นสุดของเดิม แล้วเพิ่มแถวใหม่', 'A seat cannot change hands. Fill in its last day and add a row.');
  const before: Record<string, CellValue> = { role: member.role, sort_order: member.sortOrder };
  for (const column of ['role', 'sort_order']) {
    const given = draft.cells[column];
    if (given !== undefined && given !== null && given !== before[column]) draft.changes.push({ column, from: before[column] as CellValue, to: given });
  }
  for (const [column, old] of [['member_order_number', member.orderNumber || null], ['member_order_date', member.orderDate], ['member_from', member.validFrom]] as const) {
    const given = draft.cells[column];
    if (given !== undefined && given !== null && given !== old) refuse(draft, column, 'คำสั่งและวันเริ่มของกรรมการเดิมแก้ไม่ได้ ให้สิ้นสุดแล้วเพิ่มใหม่', 'Order and first day of a seat cannot be changed. End the seat and add a new one.');
  }
  if (to === undefined || to === member.validTo) return;
  if (member.validTo !== null || to === null) return refuse(draft, 'member_to', 'กรรมการผู้นี้พ้นหน้าที่ไปแล้ว แก้วันทางไฟล์ไม่ได้', 'The seat has ended already; the day cannot be changed by a file.');
  if (to < member.validFrom) return refuse(draft, 'member_to', 'วันสุดท้ายต้องไม่ก่อนวันแรก', 'The last day cannot be before the first.');
  draft.changes.push({ column: 'member_to', from: null, to });
}

const always = ['committee_kind', 'committee', 'order_number', 'order_date', 'secretariat'];

/** The committee's own facts, told on its first row of the file. */
function checkCommittee(first: Row, house: CommitteeHouse): void {
  const old = house.committees.get(first.refs['committee'] ?? 0);
  const before = old && committeeCells(old, house);
  if (!old) {
    first.cells['valid_from'] ??= first.cells['order_date'] ?? null;
    first.cells['quorum_kind'] ??= 'majority';
    if (first.cells['valid_to']) refuse(first, 'valid_to', 'คณะใหม่ยังสิ้นสุดไม่ได้', 'A new committee cannot have ended yet.');
  }
  if (typeof first.refs['secretariat'] === 'number') first.cells['secretariat'] = house.units.text(first.refs['secretariat']);
  const secretariat = first.refs['secretariat'] ?? old?.secretariatUnitId;
  const keeps = (unit: number | null | undefined) => unit == null || house.may(unit);
  if (!keeps(secretariat) || !keeps(old?.secretariatUnitId)) refuse(first, 'secretariat', 'ท่านแก้ไขได้เฉพาะคณะที่หน่วยงานของท่านเป็นเลขานุการ', 'You may change only committees whose secretariat you keep.');
  for (const column of committeeOnly) {
    const { code } = column;
    const given = first.cells[code];
    const there = given !== undefined && given !== null;
    if (code === 'committee_id') continue;
    if (always.includes(code) && !there && (given === null || !old) && !first.problems.some((one) => one.column === code)) refuse(first, code, `กรุณากรอก${column.head.th}`, `Please fill in: ${column.head.en}`);
    if (given === undefined || (!there && ['quorum_kind', 'quorum_a', 'quorum_b', 'valid_from', 'valid_to', ...always].includes(code))) continue;
    if (before ? !sameCell(column, before[code] ?? null, given) : there && given !== false) first.changes.push({ column: code, from: before?.[code] ?? null, to: given });
  }
  const value = (code: string, otherwise: number) => Number(first.cells[code] ?? before?.[code] ?? otherwise);
  if ((first.cells['quorum_kind'] ?? before?.['quorum_kind']) === 'fraction' && value('quorum_a', 1) > value('quorum_b', 2)) refuse(first, 'quorum_a', 'สัดส่วนขององค์ประชุมเกินหนึ่ง', 'The fraction of the quorum is more than one.');
  const to = first.cells['valid_to'];
  if (old?.validTo != null && to && to !== old.validTo) refuse(first, 'valid_to', 'คณะนี้สิ้นสุดไปแล้ว แก้วันทางไฟล์ไม่ได้', 'The committee has ended already; the day cannot be changed by a file.');
  if (old && typeof to === 'string' && to < old.validFrom) refuse(first, 'valid_to', 'วันสุดท้ายต้องไม่ก่อนวันแรก', 'The last day cannot be before the first.');
}

/** The rows of one committee say the same of it, it has one chair, and a new one is taken as a whole or not at all. */
function across(drafts: readonly Row[], house: CommitteeHouse): void {
  const groups = new Map<string, Row[]>();
  for (const draft of drafts) if (!draft.problems.some((one) => one.ambiguous)) groups.set(committeeKey(draft), [...(groups.get(committeeKey(draft)) ?? []), draft]);
  for (const group of groups.values()) {
    const first = group[0] as Row;
    const typed = new Map(group.map((draft) => [draft, { ...draft.cells }]));
    checkCommittee(first, house);
    for (const other of group.slice(1)) {
      other.refs['committeeRow'] = first.row;
      const odd = committeeOnly.find((column) => !sameCell(column, typed.get(other)?.[column.code] ?? null, typed.get(first)?.[column.code] ?? null));
      if (odd) refuse(other, odd.code, `${odd.head.th}ไม่ตรงกับแถว ${first.row} ของคณะเดียวกัน`, `${odd.head.en} differs from row ${first.row} of the same committee.`);
    }
    first.refs['committeeRow'] = first.row;
    const chairs = new Set(house.members.filter((one) => one.committeeId === first.refs['committee'] && one.role === 'chair' && one.validTo === null).map((one) => one.id));
    for (const draft of group) {
      const id = draft.record?.member?.id ?? -draft.row;
      const role = draft.cells['role'] ?? draft.record?.member?.role;
      if (role !== 'chair' || draft.changes.some((one) => one.column === 'member_to')) chairs.delete(id);
      else if (draft.problems.length === 0 && targetOf(draft) !== null && (draft.record?.member?.validTo ?? null) === null) chairs.add(id);
    }
    for (const draft of group) {
      if (chairs.size > 1 && draft.cells['role'] === 'chair' && draft.changes.some((one) => one.column === 'role')) refuse(draft, 'role', 'คณะนี้มีประธานอยู่แล้ว', 'This committee already has a chair.');
    }
    if (first.problems.length > 0) for (const other of group.slice(1)) if (other.problems.length === 0 && typeof first.refs['committee'] !== 'number') refuse(other, 'committee', `คณะในแถว ${first.row} ยังนำเข้าไม่ได้`, `The committee of row ${first.row} cannot be brought in yet.`);
  }
}

export const committeeRules: TableRules<CommitteeRow, CommitteeHouse> = {
  columns: committeeColumns,
  idOf: (row) => row.member?.id ?? row.committee.id,
  cellsOf,
  label: (draft, { seats, people }) => {
    const person = people.byId.get(draft.refs['person'] ?? 0);
    const who = seats.byId.get(draft.refs['position'] ?? 0)?.title ?? (person && `${person.title}${person.given} ${person.family}`) ?? (text(draft, 'member_name') || text(draft, 'member_position'));
    return [who, text(draft, 'short_name') || text(draft, 'committee')].filter(Boolean).join(': ');
  },
  refine(draft, house, before) {
    refineCommittee(draft, house, before);
    refineMember(draft, house);
  },
  byId(id, { members, committees }) {
    const member = members.find((one) => one.id === id);
    return member && { member, committee: committees.get(member.committeeId) as CommitteeRecord };
  },
  match(draft, { day, members, committees }) {
    const committee = committees.get(draft.refs['committee'] ?? 0);
    if (!committee) return 'new';
    const target = targetOf(draft);
    if (target === null) return { record: { committee, member: null } };
    const same = members.filter((one) => one.committeeId === committee.id && targetOfMember(one) === target);
    const member = same.find((one) => one.validTo === null || one.validTo >= day) ?? same.find((one) => one.validFrom === draft.cells['member_from']);
    return member ? { record: { committee, member } } : 'new';
  },
  key: (draft) => (targetOf(draft) === null ? `c${committeeKey(draft)}` : `${committeeKey(draft)}:${targetOf(draft)}`),
  check(draft) {
    if (draft.record?.member && typeof draft.refs['committee'] === 'number' && draft.record.member.committeeId !== draft.refs['committee']) refuse(draft, 'id', 'ที่นั่งเลขนี้เป็นของคณะอื่น', 'This seat belongs to another committee.');
    checkMember(draft);
  },
  across,
};
