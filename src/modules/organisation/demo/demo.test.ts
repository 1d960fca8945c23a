import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { publicActor, systemActor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Services } from '../../../platform/services.ts';
import { quorum, seatsNeeded } from '../domain/quorum.ts';
import { roleTable } from '../domain/roles.ts';
import { actorForPerson } from '../sign-in/identify.ts';
import { verifyPassword } from '../sign-in/passwords.ts';
import { signInLimits } from '../sign-in/settings.ts';
import { beginSignIn } from '../store/sign-ins.ts';
import { authorityFor, clerksOfUnit, headOfUnit } from '../store/authority.ts';
import { officeCalendar, officeYears } from '../store/calendar.ts';
import { committeesOn, membersOfCommittee } from '../store/committees.ts';
import { listPeople } from '../store/people.ts';
import { letterCodeOn, unitsActiveOn, unitsByAbbreviation } from '../store/units.ts';
import { isWorkingDay, localDate } from '../../../thai/index.ts';
import { permissions } from '../permissions.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { cast, fullName } from './cast.ts';
import { demo } from './load.ts';
import { demoPeople } from './people.ts';

const db = useDatabase();
const meetingDay = '2020-10-22';
let milliseconds = 0;

beforeAll(async () => {
  const started = performance.now();
  await db.database.write(systemActor('demo'), (tx) => demo({ tx, services: {} as Services, at: () => {} }));
  milliseconds = performance.now() - started;
});

const look = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> => db.database.read({ ...publicActor, principals: [1] }, work);

test('the department stands quickly: 76 provinces, 8 regions, 300 people by invented names', async () => {
  const units = await look((tx) => unitsActiveOn(tx, meetingDay));
  expect(units.filter((unit) => unit.kind === 'provincial-office')).toHaveLength(76);
  expect(new Set(units.filter((unit) => unit.kind === 'provincial-office').map((unit) => unit.provinceCode)).size).toBe(76);
  expect(units.filter((unit) => unit.kind === 'region')).toHaveLength(8);
  expect(units.length).toBeGreaterThan(120);
  const people = await look((tx) => listPeople(tx, meetingDay, { limit: 1000 }));
  expect(people).toHaveLength(300);
  expect(new Set(people.map((person) => person.name)).size).toBe(300);
  expect(people.filter((person) => person.unitId === null)).toEqual([]);
  for (const person of cast) expect(people.map((row) => row.name)).toContain(fullName(person));
  expect(milliseconds).toBeLessThan(5_000);
});

test('abbreviations of the papers lead to their units, also the older and the wrong ones', async () => {
  const find = (text: string) => look((tx) => unitsByAbbreviation(tx, text, meetingDay));
  for (const [text, name, kind] of [
    ['สนข.', 'สำนักข่าว', 'preferred'], ['สนช.', 'สำนักข่าว', 'variant'],
    ['สปต.', 'สำนักการประชาสัมพันธ์ต่างประเทศ', 'preferred'], ['สพต.', 'สำนักการประชาสัมพันธ์ต่างประเทศ', 'variant'],
    ['กคส.', 'กองคลัง', 'preferred'], ['กคค.', 'กองคลัง', 'misprint'], ['อกร.', 'กองกฎหมายและระเบียบ', 'misprint'],
  ] as const) {
    expect((await find(text)).map((match) => [match.unit.name, match.kind]), text).toEqual([[name, kind]]);
  }
  expect(await look(async (tx) => letterCodeOn(tx, (await unitsByAbbreviation(tx, 'กพร.', meetingDay))[0]!.unit.id, meetingDay))).toBe('นร 0223');
});

test('the working group of order 1353/2563 has its eleven seats with who sat there', async () => {
  const group = (await look((tx) => committeesOn(tx, meetingDay)))[0]!;
  expect(group.orderNumber).toBe('1353/2563');
  const seats = await look((tx) => membersOfCommittee(tx, group.id, meetingDay));
  expect(seats).toHaveLength(11);
  expect(seatsNeeded(group.quorum, seats.length)).toBe(6);
  expect(quorum(group.quorum, seats.map((seat) => ({ role: seat.role, present: seat.personId !== null || seat.standIns.length > 0 }))).reached).toBe(true);
  const byAbbreviation = new Map(seats.map((seat) => [seat.unitAbbreviation, seat]));
  expect(byAbbreviation.get('สนข.')?.standIns).toMatchObject([{ kind: 'representative', name: 'นายภูวเดช แก้วมงคล' }]);
  expect(byAbbreviation.get('สนผ.')).toMatchObject({ personId: null, standIns: [{ kind: 'rakkha', name: 'นางรุ่งเพชร จันทร์ประเสริฐ' }] });
  expect(seats[0]).toMatchObject({ role: 'chair', name: 'นางอรุณวดี ศรีพิพัฒน์กุล' });
  expect(seats.at(-1)).toMatchObject({ role: 'assistant-secretary', name: 'นางสาวธนัชพร โกศลวิทย์' });
});

test('an acting head has authority on the day, a representative has none to sign', async () => {
  const people = await look((tx) => listPeople(tx, meetingDay, { limit: 1000 }));
  const id = (given: string) => people.find((person) => person.given === given)!.id;
  const unit = async (text: string) => (await look((tx) => unitsByAbbreviation(tx, text, meetingDay)))[0]!.unit.id;
  const snp = await look(async (tx) => headOfUnit(tx, await unit('สนผ.'), meetingDay));
  expect(snp).toMatchObject({ personId: id('รุ่งเพชร'), authority: { kind: 'acting', words: 'รักษาราชการแทนผู้อำนวยการสำนักพัฒนานโยบายและแผนการประชาสัมพันธ์' } });
  const snk = await look(async (tx) => headOfUnit(tx, await unit('สนข.'), meetingDay));
  expect(await look((tx) => authorityFor(tx, id('ภูวเดช'), snk!.positionId, meetingDay))).toMatchObject({ ok: false });
  expect((await look(async (tx) => clerksOfUnit(tx, await unit('กพร.'), meetingDay))).map((clerk) => clerk.name)).toContain('นางสาวอัญมณี ดวงแก้ว');
});

test('every demo account opens with the demo password and has the rights of its place', async () => {
  const table = roleTable(permissions);
  for (const account of demoAccounts) {
    const found = await db.database.write(publicActor, async (tx) => beginSignIn(tx, account.username, '127.0.0.1', undefined, await signInLimits(tx)));
    expect(found.personId, account.username).not.toBeNull();
    expect(await verifyPassword(found.passwordHash, demoPassword), account.username).toBe(true);
    const actor = await actorForPerson(db.database, table, found.personId!, meetingDay);
    expect(actor?.unitId, account.username).toBeDefined();
    expect(actor?.permissions.has('organisation.manage-roles')).toBe(account.username === 'admin');
  }
});

test('every unit with an abbreviation has a head or somebody acting, and a clerk', async () => {
  const units = (await look((tx) => unitsActiveOn(tx, meetingDay))).filter((unit) => unit.abbreviation !== '' && unit.kind !== 'department');
  for (const unit of units) {
    expect(await look((tx) => headOfUnit(tx, unit.id, meetingDay)), unit.abbreviation).toBeDefined();
    expect((await look((tx) => clerksOfUnit(tx, unit.id, meetingDay))).length, unit.abbreviation).toBeGreaterThan(0);
  }
});

test('the calendar of 2562 to 2570', async () => {
  const years = await look((tx) => officeYears(tx));
  expect(years.map((year) => year.year)).toEqual([2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569, 2570]);
  const calendar = await look((tx) => officeCalendar(tx));
  expect(isWorkingDay(calendar, localDate('2020-10-23'))).toBe(false);
  expect(isWorkingDay(calendar, localDate('2020-10-26'))).toBe(true);
});

test('the same people on every machine', () => {
  expect(demoPeople()).toEqual(demoPeople());
});
