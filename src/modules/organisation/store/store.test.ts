import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { asPerson, setUp, smallOffice, testDay, type SmallOffice } from '../testing/small-office.ts';
import { addActing, endActing, type ActingInput } from './acting.ts';
import { authorityFor, clerksOfUnit, headOfUnit, positionHolder } from './authority.ts';
import { addOfficeDay, officeCalendar, withdrawOfficeDay } from './calendar.ts';
import { addMember, committeeMembers, committeesOf, membersOfCommittee } from './committees.ts';
import { partyNames } from './parties.ts';
import { listPeople, peopleOf } from './people.ts';
import { addPerson, leaveService, takeSeat } from './people-changes.ts';
import { addPosition, closePosition, seatsOn } from './positions.ts';
import { grantRole, listGrants, revokeGrant, rolesOf } from './roles.ts';
import { addAbbreviation, addUnit, closeUnit, moveUnit, renameUnit, setUnitCode } from './unit-changes.ts';
import { findUnits, letterCodeOn, unitById, unitsActiveOn, unitsByAbbreviation, unitSubtree } from './units.ts';
import { orFail } from '../../../platform/result.ts';
import { isWorkingDay, localDate } from '../../../thai/index.ts';

const db = useDatabase();
let office: SmallOffice;

beforeAll(async () => {
  office = await smallOffice(db.database);
});

/** Runs in a transaction that is undone, so that tests do not see each other. */
async function tried<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const box: { value?: T } = {};
  await db.database.write(setUp, async (tx) => {
    box.value = await work(tx);
    throw new Error('undo');
  }).catch((error: Error) => {
    if (error.message !== 'undo') throw error;
  });
  return box.value as T;
}

const acting = (change: Partial<ActingInput>): ActingInput => ({
  kind: 'rakkha', personId: office.clerk, positionId: office.directorSeat, committeeId: null, reason: 'ไปราชการต่างประเทศ', powers: '',
  orderNumber: '', orderDate: null, orderFileId: null, validFrom: '2020-11-10', validTo: '2020-11-12', ...change,
});

test('abbreviations of one unit by day: the right one, the older one, the misprint', () => tried(async (tx) => {
  orFail(await addAbbreviation(tx, office.bureau, { text: 'สทท.', kind: 'misprint', validFrom: '2010-10-01', note: '' }));
  orFail(await addAbbreviation(tx, office.bureau, { text: 'สนท.', kind: 'preferred', validFrom: '2021-01-01', note: '' }));
  expect((await unitsByAbbreviation(tx, 'สทท', testDay)).map((m) => [m.unit.id, m.kind])).toEqual([[office.bureau, 'misprint']]);
  expect((await unitById(tx, office.bureau, '2020-12-31'))?.abbreviation).toBe('สทส.');
  expect((await unitById(tx, office.bureau, '2021-01-01'))?.abbreviation).toBe('สนท.');
  const taken = await addAbbreviation(tx, office.division, { text: 'สนท.', kind: 'preferred', validFrom: '2022-01-01', note: '' });
  expect(taken).toMatchObject({ ok: false, code: 'ABBREVIATION_TAKEN' });
}));

test('a name holds from its day on and the one before it stays readable', () => tried(async (tx) => {
  orFail(await renameUnit(tx, office.bureau, { th: 'สำนักทดลองใหม่', en: 'New', source: 'กฎกระทรวง', validFrom: '2021-10-01' }));
  expect((await unitById(tx, office.bureau, '2021-09-30'))?.name).toBe('สำนักทดสอบ');
  expect((await unitById(tx, office.bureau, '2021-10-01'))?.name).toBe('สำนักทดลองใหม่');
  expect(await renameUnit(tx, office.bureau, { th: 'ย้อนหลัง', en: '', source: '', validFrom: '2021-05-01' })).toMatchObject({ ok: false, code: 'LATER_ROW' });
}));

test('codes are dated; a group writes under the code of its bureau', () => tried(async (tx) => {
  orFail(await setUnitCode(tx, office.bureau, { letters: 'นร', digits: '0299', source: '', validFrom: '2010-10-01' }));
  orFail(await setUnitCode(tx, office.bureau, { letters: 'นร', digits: '0288', source: '', validFrom: '2021-01-01' }));
  expect(await letterCodeOn(tx, office.group, testDay)).toBe('นร 0299');
  expect(await letterCodeOn(tx, office.bureau, '2021-01-01')).toBe('นร 0288');
  expect(await letterCodeOn(tx, office.division, testDay)).toBeUndefined();
  expect(await setUnitCode(tx, office.division, { letters: 'นร', digits: '0288', source: '', validFrom: '2021-06-01' })).toMatchObject({ ok: false, code: 'CODE_TAKEN' });
  orFail(await setUnitCode(tx, office.division, { letters: 'นร', digits: '0299', source: '', validFrom: '2021-01-01' }));
}));

test('a moved unit takes what is below it along, and the tree of the day before stays', () => tried(async (tx) => {
  const section = orFail(await addUnit(tx, { kind: 'section', parentId: office.group, name: 'ฝ่ายย่อย', nameEn: 'Section', openedOn: '2019-10-01' }));
  orFail(await moveUnit(tx, office.group, office.division, '2021-01-01'));
  expect((await unitSubtree(tx, office.bureau, '2020-12-31')).map((u) => u.id)).toEqual([office.bureau, office.group, section]);
  expect((await unitSubtree(tx, office.bureau, '2021-01-01')).map((u) => u.id)).toEqual([office.bureau]);
  expect((await unitSubtree(tx, office.division, '2021-01-01')).map((u) => u.id)).toEqual([office.division, office.group, section]);
  expect((await unitById(tx, section, '2021-01-01'))?.path).toEqual([office.department, office.division, office.group, section]);
  expect(await moveUnit(tx, office.division, section, '2021-02-01')).toMatchObject({ ok: false, code: 'NOT_A_PARENT' });
  expect(await moveUnit(tx, office.group, office.group, '2021-02-01')).toMatchObject({ ok: false });
}));

test('a unit in use is not closed', () => tried(async (tx) => {
  expect(await closeUnit(tx, office.bureau, '2020-12-31')).toMatchObject({ ok: false, code: 'UNIT_IN_USE' });
  const empty = orFail(await addUnit(tx, { kind: 'group', parentId: office.division, name: 'กลุ่มว่าง', nameEn: 'Empty', openedOn: '2019-10-01' }));
  const vacant = orFail(await addPosition(tx, { unitId: empty, title: 'เจ้าหน้าที่', titleEn: '', abbreviation: '', kind: 'officer', level: '', seatNumber: '', head: false, rank: 100 }, '2019-10-01'));
  expect(orFail(await closeUnit(tx, empty, '2020-12-31'))).toEqual([vacant]);
  // Its vacant position goes with it: there until the last day, gone the day after.
  expect((await seatsOn(tx, '2020-12-31', { unitId: empty })).map((seat) => seat.id)).toEqual([vacant]);
  expect(await seatsOn(tx, '2021-01-01', { unitId: empty })).toEqual([]);
  expect((await unitsActiveOn(tx, '2021-01-01')).map((u) => u.id)).not.toContain(empty);
  expect(await findUnits(tx, 'กลุ่มว่าง', '2020-12-31')).toHaveLength(1);
}));

test('search takes % and _ as they are', () => tried(async (tx) => {
  expect(await findUnits(tx, '%', testDay)).toEqual([]);
  expect(await listPeople(tx, testDay, { words: '_', limit: 10 })).toEqual([]);
}));

test('authority is that of the day: own seat, acting within its dates, delegation by order, nothing after the end', () => tried(async (tx) => {
  expect(await authorityFor(tx, office.director, office.directorSeat, testDay)).toMatchObject({ ok: true, value: { kind: 'own' } });
  expect(await authorityFor(tx, office.clerk, office.directorSeat, '2020-11-10')).toMatchObject({ ok: false, code: 'NO_AUTHORITY', status: 403 });
  const id = orFail(await addActing(tx, acting({})));
  const days = ['2020-11-09', '2020-11-10', '2020-11-12', '2020-11-13'];
  const answers = [];
  for (const day of days) answers.push(await authorityFor(tx, office.clerk, office.directorSeat, day));
  expect(answers.map((answer) => answer.ok)).toEqual([false, true, true, false]);
  expect(answers[1]).toMatchObject({ value: { kind: 'acting', actingId: id, words: 'รักษาราชการแทนผู้อำนวยการสำนักทดสอบ' } });
  expect(await positionHolder(tx, office.directorSeat, '2020-11-11')).toMatchObject({ personId: office.clerk, authority: { kind: 'acting' } });
  expect(await headOfUnit(tx, office.bureau, '2020-11-13')).toMatchObject({ personId: office.director, authority: { kind: 'own' } });
  orFail(await endActing(tx, id, new Date(), 'กลับก่อนกำหนด'));
  expect((await authorityFor(tx, office.clerk, office.directorSeat, '2020-11-11')).ok).toBe(false);
}));

test('a delegation needs its order and its powers; the same acting is not kept twice', () => tried(async (tx) => {
  expect(await addActing(tx, acting({ kind: 'patibat' }))).toMatchObject({ ok: false, fields: { orderNumber: expect.anything() } });
  expect(await addActing(tx, acting({ kind: 'patibat', orderNumber: '5/2563', orderDate: '2020-11-01' }))).toMatchObject({ ok: false, fields: { powers: expect.anything() } });
  expect(await addActing(tx, acting({ kind: 'patibat', orderNumber: '5/2563', orderDate: '2020-12-01', powers: 'ลงนามหนังสือภายใน' }))).toMatchObject({ ok: false, fields: { orderDate: expect.anything() } });
  orFail(await addActing(tx, acting({ kind: 'patibat', orderNumber: '5/2563', orderDate: '2020-11-01', powers: 'ลงนามหนังสือภายใน' })));
  expect(await addActing(tx, acting({ kind: 'patibat', orderNumber: '6/2563', orderDate: '2020-11-02', powers: 'ลงนาม', validFrom: '2020-11-12', validTo: null }))).toMatchObject({ ok: false, fields: { validFrom: expect.anything() } });
  expect(await addActing(tx, acting({ personId: office.director }))).toMatchObject({ ok: false, fields: { personId: expect.anything() } });
  expect(await addActing(tx, acting({ validTo: '2020-11-01' }))).toMatchObject({ ok: false, fields: { validTo: expect.anything() } });
}));

test('a representative sits in a meeting and signs nothing for the seat', () => tried(async (tx) => {
  orFail(await addActing(tx, acting({ kind: 'representative', committeeId: office.committee })));
  expect((await authorityFor(tx, office.clerk, office.directorSeat, '2020-11-10')).ok).toBe(false);
  expect(await authorityFor(tx, office.clerk, office.directorSeat, '2020-11-10', { forMeeting: true })).toMatchObject({ ok: true, value: { kind: 'representative' } });
  const seats = await membersOfCommittee(tx, office.committee, '2020-11-10');
  expect(seats.map((s) => [s.role, s.personId, s.standIns.length])).toEqual([['chair', office.director, 1], ['secretary', office.groupHead, 0]]);
  expect((await committeeMembers(tx, office.committee, '2020-11-10')).map((m) => m.personId)).toContain(office.clerk);
  expect((await committeesOf(tx, office.clerk, '2020-11-13'))).toEqual([]);
  expect((await committeesOf(tx, office.director, testDay))).toMatchObject([{ role: 'chair' }]);
  expect(await addMember(tx, office.committee, { personId: null, positionId: office.directorSeat, role: 'member', sortOrder: 3, orderNumber: '', orderDate: null, validFrom: testDay })).toMatchObject({ ok: false });
  expect(await addMember(tx, office.committee, { personId: office.stranger, positionId: null, role: 'chair', sortOrder: 3, orderNumber: '', orderDate: null, validFrom: testDay })).toMatchObject({ ok: false, fields: { role: expect.anything() } });
}));

test('one seat has one holder; a move ends the seat before it', () => tried(async (tx) => {
  expect(await takeSeat(tx, { personId: office.stranger, positionId: office.directorSeat, main: true, from: '2020-12-01', orderNumber: '', orderDate: null })).toMatchObject({ ok: false, code: 'SEAT_TAKEN' });
  const free = orFail(await addPosition(tx, { unitId: office.group, title: 'นักวิชาการ', titleEn: '', abbreviation: '', kind: 'officer', level: 'ชำนาญการ', seatNumber: '', head: false, rank: 50 }, '2020-01-01'));
  orFail(await takeSeat(tx, { personId: office.stranger, positionId: free, main: true, from: '2020-12-01', orderNumber: '9/2563', orderDate: '2020-11-20' }));
  expect((await peopleOf(tx, office.division, '2020-11-30')).map((p) => p.id)).toEqual([office.stranger]);
  expect((await peopleOf(tx, office.division, '2020-12-01'))).toEqual([]);
  expect((await peopleOf(tx, office.group, '2020-12-01')).map((p) => p.id)).toEqual([office.groupHead, office.stranger]);
  expect(await addPosition(tx, { unitId: office.group, title: 'หัวหน้าอีกคน', titleEn: '', abbreviation: '', kind: 'head', level: '', seatNumber: '', head: true, rank: 1 }, '2020-01-01')).toMatchObject({ ok: false, code: 'HEAD_TAKEN' });
  expect(await closePosition(tx, free, '2020-12-31')).toMatchObject({ ok: false, code: 'SEAT_TAKEN' });
}));

test('who leaves leaves every seat, acting and committee on that day', () => tried(async (tx) => {
  orFail(await addActing(tx, acting({ validTo: null })));
  orFail(await leaveService(tx, office.clerk, '2020-11-30', 'retired'));
  expect((await authorityFor(tx, office.clerk, office.directorSeat, '2020-11-30')).ok).toBe(true);
  expect((await authorityFor(tx, office.clerk, office.directorSeat, '2020-12-01')).ok).toBe(false);
  expect(await clerksOfUnit(tx, office.bureau, '2020-12-01')).toEqual([]);
  expect(await leaveService(tx, office.clerk, '2020-12-01', 'retired')).toMatchObject({ ok: false, status: 404 });
}));

test('clerks of a unit are those of the units above it too', () => tried(async (tx) => {
  expect((await clerksOfUnit(tx, office.group, testDay)).map((c) => c.personId)).toEqual([office.clerk]);
  expect(await clerksOfUnit(tx, office.division, testDay)).toEqual([]);
}));

test('people page by key in Thai order without gap or double', () => tried(async (tx) => {
  for (const given of ['เกษม', 'กมล', 'แก้ว', 'ไกร', 'โกศล']) orFail(await addPerson(tx, { title: 'นาย', given, family: 'เรียงไทย', givenEn: '', familyEn: '', email: null, phone: null }));
  const all = await listPeople(tx, testDay, { who: 'all', limit: 100 });
  const pages: string[] = [];
  let after: { given: string; family: string; id: number } | undefined;
  for (;;) {
    const page = await listPeople(tx, testDay, { who: 'all', limit: 3, ...(after ? { after } : {}) });
    pages.push(...page.map((p) => p.given));
    if (page.length < 3) break;
    after = page.at(-1)!;
  }
  expect(pages).toEqual(all.map((p) => p.given));
  expect(pages.filter((name) => ['เกษม', 'กมล', 'แก้ว', 'ไกร', 'โกศล'].includes(name))).toEqual(['กมล', 'เกษม', 'แก้ว', 'โกศล', 'ไกร']);
  expect(await addPerson(tx, { title: 'นาย', given: 'ซ้ำ', family: 'อีเมล', givenEn: '', familyEn: '', email: 'TEST.1@example.go.th', phone: null })).toMatchObject({ ok: false, fields: { email: expect.anything() } });
}));

test('nobody gives rights to himself and the last administrator stays', async () => {
  const admin = await asPerson(db.database, office.admin);
  const base = { role: 'auditor' as const, personId: office.admin, positionId: null, holdersOf: null, unitId: null, ownUnit: false, reason: 'ทดสอบ', validFrom: testDay, validTo: null };
  expect(await db.database.write(admin, (tx) => grantRole(tx, base))).toMatchObject({ ok: false, code: 'OWN_RIGHTS' });
  const director = await asPerson(db.database, office.director);
  expect(await db.database.write(director, (tx) => grantRole(tx, { ...base, personId: null, positionId: office.directorSeat }))).toMatchObject({ ok: false, code: 'OWN_RIGHTS' });
  const grants = await db.database.read(admin, (tx) => listGrants(tx, testDay, { role: 'system-admin' }));
  expect(await db.database.write(admin, (tx) => revokeGrant(tx, grants[0]!.id))).toMatchObject({ ok: false, code: 'LAST_ADMIN' });
  expect(await db.database.read(director, (tx) => rolesOf(tx, office.director, testDay))).toMatchObject([{ role: 'unit-head', through: 'kind', unitName: 'สำนักทดสอบ', acting: false }]);
});

test('the calendar of the department and of one region', () => tried(async (tx) => {
  const id = await addOfficeDay(tx, { day: '2020-11-19', kind: 'special', name: 'วันหยุดพิเศษ', source: '', announcedOn: null, uncertain: false, unitId: null });
  await addOfficeDay(tx, { day: '2020-11-23', kind: 'special', name: 'วันหยุดภาค', source: '', announcedOn: null, uncertain: false, unitId: office.bureau });
  await addOfficeDay(tx, { day: '2020-11-28', kind: 'worked', name: 'ทำการชดเชย', source: '', announcedOn: null, uncertain: false, unitId: null });
  const everywhere = await officeCalendar(tx);
  const works = (day: string) => isWorkingDay(everywhere, localDate(day));
  expect([works('2020-11-19'), works('2020-11-23'), works('2020-11-28'), works('2020-11-29')]).toEqual([false, true, true, false]);
  expect(everywhere.hours).toEqual({ opens: '08:30', closes: '16:30' });
  expect(isWorkingDay(await officeCalendar(tx, { unitId: office.group }), localDate('2020-11-23'))).toBe(false);
  orFail(await withdrawOfficeDay(tx, id));
  expect(isWorkingDay(await officeCalendar(tx), localDate('2020-11-19'))).toBe(true);
}));

test('names of anything that holds rights, in one go', () => tried(async (tx) => {
  const names = await partyNames(tx, [1, office.director, office.bureau, office.directorSeat, office.committee, 99_999_999], testDay);
  expect([...names.values()].map((n) => n.kind).sort()).toEqual(['committee', 'everyone', 'person', 'position', 'unit']);
  expect(names.get(office.bureau)).toMatchObject({ name: 'สำนักทดสอบ', abbreviation: 'สทส.' });
}));
