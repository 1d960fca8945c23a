// Lays the demo department down with a handful of set-based statements, well under a second.
import { sql, type Tx } from '../../../platform/db/database.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { seedHolidays } from '../../../thai/index.ts';
import { indexCommittees, indexPeople, indexUnits } from '../search.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import { giveAccounts } from '../store/accounts.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { castUnits } from './cast.ts';
import { seeded } from './names.ts';
import { demoPeople, type DemoPerson, type DemoSeat } from './people.ts';
import { demoUnits } from './units.ts';

const opened = '2003-10-01';
const assumed = 'ข้อมูลสาธิต';

/** Ids of the demo by their keys. */
interface Ids {
  readonly unit: (key: string) => number;
  readonly person: (key: string) => number;
  readonly seat: (key: string) => number;
}

function lookup(what: string, keys: readonly string[], ids: readonly number[]): (key: string) => number {
  const byKey = new Map(keys.map((key, at) => [key, ids[at] as number]));
  return (key) => {
    const found = byKey.get(key);
    if (found === undefined) throw new Error(`demo: no ${what} ${key}`);
    return found;
  };
}

async function partyIds(tx: Tx, count: number): Promise<number[]> {
  return (await sql<{ id: number }>`select nextval('platform.party_id')::int as id from generate_series(1, ${count}::int)`.execute(tx.db)).rows.map((row) => row.id);
}

const json = (rows: readonly object[]) => JSON.stringify(rows);

async function layUnits(tx: Tx, unit: (key: string) => number): Promise<void> {
  const paths = new Map<string, number[]>();
  const rows = demoUnits.map((one, at) => {
    const path = [...(one.parent === null ? [] : (paths.get(one.parent) ?? [])), unit(one.key)];
    paths.set(one.key, path);
    return { id: unit(one.key), kind: one.kind, sort: at + 1, province: one.provinceCode ?? null, phone: one.phone ?? null, parent: one.parent === null ? null : unit(one.parent), path, th: one.name, en: one.nameEn };
  });
  const abbreviations = demoUnits.flatMap((one) => [
    ...(one.abbreviation ? [{ id: unit(one.key), text: one.abbreviation, kind: 'preferred', note: '' }] : []),
    ...(one.others ?? []).map((other) => ({ id: unit(one.key), ...other })),
  ]);
  const codes = demoUnits.flatMap((one) => (one.code ? [{ id: unit(one.key), ...one.code }] : []));
  await sql`with given as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as r(id int, kind text, sort int, province text, phone text, parent int, path int[], th text, en text)
    ), made as (
      insert into organisation.unit (id, kind, sort_order, province_code, phone, opened_on) select id, kind, sort, province, phone, ${opened}::date from given
    ), placed as (
      insert into organisation.unit_placement (unit_id, parent_id, path, valid_from) select id, parent, path, ${opened}::date from given
    ) insert into organisation.unit_name (unit_id, th, en, source, valid_from) select id, th, en, ${assumed}::text, ${opened}::date from given`.execute(tx.db);
  await sql`insert into organisation.unit_abbreviation (unit_id, text, kind, note, valid_from)
    select id, text, kind, note, ${opened}::date from jsonb_to_recordset(${json(abbreviations)}::jsonb) as r(id int, text text, kind text, note text)`.execute(tx.db);
  await sql`insert into organisation.unit_code (unit_id, letters, digits, source, valid_from)
    select id, letters, digits, ${assumed}::text, ${opened}::date from jsonb_to_recordset(${json(codes)}::jsonb) as r(id int, letters text, digits text)`.execute(tx.db);
}

async function layPeople(tx: Tx, ids: Ids, people: readonly DemoPerson[], seats: readonly DemoSeat[]): Promise<void> {
  const random = seeded(2564);
  const account = new Map(demoAccounts.map((one) => [one.person, one.username]));
  const rows = people.map((one, at) => ({ id: ids.person(one.key), title: one.title, given: one.given, family: one.family, email: `${account.get(one.key) ?? `p${String(at + 1).padStart(3, '0')}`}@prd.example` }));
  await sql`insert into organisation.person (id, title, given, family, email)
    select id, title, given, family, email from jsonb_to_recordset(${json(rows)}::jsonb) as r(id int, title text, given text, family text, email text)`.execute(tx.db);
  const seatRows = seats.map((seat, at) => ({
    id: ids.seat(seat.key), unit: ids.unit(seat.unit), title: seat.title, abbreviation: seat.abbreviation, kind: seat.kind, level: seat.level, number: String(1000 + at), head: seat.head, rank: seat.rank,
    holder: seat.holder === undefined ? null : ids.person(seat.holder), since: `${2016 + random(5)}-10-01`, order: `${100 + random(800)}`,
  }));
  await sql`with given as (
      select * from jsonb_to_recordset(${json(seatRows)}::jsonb) as r(id int, unit int, title text, abbreviation text, kind text, level text, number text, head boolean, rank int, holder int, since date, "order" text)
    ), made as (
      insert into organisation.position (id, unit_id, title_th, abbreviation, kind, level, seat_number, head_of_unit, rank, valid_from)
      select id, unit, title, abbreviation, kind, level, number, head, rank, ${opened}::date from given
    ) insert into organisation.holding (person_id, position_id, main, order_number, order_date, valid_from)
      select holder, id, true, "order" || '/' || (extract(year from since)::int + 543), since - 15, since from given where holder is not null`.execute(tx.db);
}

async function layCommittee(tx: Tx, ids: Ids): Promise<number> {
  const { id } = await tx.db.insertInto('organisation.committee').values({
    kind: 'working-group',
    name_th: 'คณะทำงานพิจารณากำหนดตัวชี้วัดการประเมินส่วนราชการตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ',
    name_en: 'Working Group on the Indicators of the Department, fiscal year 2564',
    short_name: 'คณะทำงานตัวชี้วัด 2564', order_number: '1353/2563', order_date: '2020-10-15',
    duties: '๑. พิจารณากำหนดตัวชี้วัด ค่าเป้าหมาย น้ำหนัก และเกณฑ์การประเมินของกรม\n๒. กำกับและติดตามการดำเนินงานตามตัวชี้วัด\n๓. ปฏิบัติงานอื่นตามที่อธิบดีมอบหมาย',
    quorum_kind: 'majority', quorum_needs_chair: true, secretariat_unit_id: ids.unit('กพร.'), valid_from: '2020-10-15',
  }).returning('id').executeTakeFirstOrThrow();
  const order = ['สนข.', 'สปต.', 'สพป.', 'สนผ.', 'ศสช.', 'กคส.', 'กกร.', 'สลก.', 'กพร.'];
  if (order.some((abbreviation) => !castUnits.some((unit) => unit.abbreviation === abbreviation))) throw new Error('demo: the committee names a unit outside the cast');
  const seats = [
    { position_id: ids.seat('deputy'), role: 'chair' },
    ...order.map((unit) => ({ position_id: ids.seat(`head:${unit}`), role: unit === 'กพร.' ? 'secretary' : 'member' })),
    { person_id: ids.person('person-11'), role: 'assistant-secretary' },
  ];
  await tx.db.insertInto('organisation.committee_member').values(seats.map((seat, at) => ({ committee_id: id, ...seat, sort_order: at + 1, order_number: '1353/2563', order_date: '2020-10-15', valid_from: '2020-10-15' }))).execute();
  return id;
}

async function layActing(tx: Tx, ids: Ids, committee: number): Promise<void> {
  const none = { committee_id: null, powers: '' };
  await tx.db.insertInto('organisation.acting').values([
    { ...none, kind: 'rakkha', person_id: ids.person('person-05'), position_id: ids.seat('head:สนผ.'), reason: 'ตำแหน่งว่าง ผู้ดำรงตำแหน่งเดิมเกษียณอายุราชการ', order_number: '1201/2563', order_date: '2020-09-28', valid_from: '2020-10-01' },
    { ...none, kind: 'rakkha', person_id: ids.person('person-07'), position_id: ids.seat('head:กคส.'), reason: 'ตำแหน่งว่าง อยู่ระหว่างสรรหา', order_number: '1202/2563', order_date: '2020-09-28', valid_from: '2020-10-01' },
    { ...none, kind: 'representative', person_id: ids.person('person-02'), position_id: ids.seat('head:สนข.'), committee_id: committee, reason: 'ผู้อำนวยการติดราชการ', order_number: '', order_date: null, valid_from: '2020-10-22', valid_to: '2020-10-22' },
    { ...none, kind: 'representative', person_id: ids.person('person-04'), position_id: ids.seat('head:สพป.'), committee_id: committee, reason: 'ผู้อำนวยการติดราชการ', order_number: '', order_date: null, valid_from: '2020-10-22', valid_to: '2020-10-22' },
    { ...none, kind: 'patibat', person_id: ids.person('person-01'), position_id: ids.seat('dg'), reason: 'มอบอำนาจให้รองอธิบดี', powers: 'ลงนามหนังสือและคำสั่งด้านการพัฒนาระบบบริหาร', order_number: '1102/2563', order_date: '2020-09-15', valid_from: '2020-10-01', valid_to: '2021-09-30' },
  ]).execute();
}

async function layRoles(tx: Tx, ids: Ids): Promise<void> {
  const since = { valid_from: opened, reason: assumed };
  await tx.db.insertInto('organisation.role_grant').values([
    { ...since, holders_of: 'head', role: 'unit-head', own_unit: true },
    { ...since, holders_of: 'records-clerk', role: 'clerk', own_unit: true },
    { ...since, holders_of: 'executive', role: 'executive' },
    // The central registry of the department sits in the Office of the Secretary.
    { ...since, position_id: ids.seat('seat:person-23'), role: 'clerk', unit_id: ids.unit('กปส.') },
    { ...since, position_id: ids.seat('head:กพร.'), role: 'secretariat', unit_id: ids.unit('กพร.') },
    { ...since, position_id: ids.seat('seat:person-11'), role: 'secretariat', unit_id: ids.unit('กพร.') },
    { ...since, position_id: ids.seat('seat:person-33'), role: 'secretariat', unit_id: ids.unit('กพร.') },
    { ...since, person_id: ids.person('person-admin'), role: 'system-admin' },
    { ...since, person_id: ids.person('person-admin'), role: 'organisation-admin' },
    { ...since, position_id: ids.seat('auditor'), role: 'auditor' },
  ]).execute();
}

async function layCalendar(tx: Tx): Promise<void> {
  const kinds = { fixed: 'holiday', lunar: 'holiday', announced: 'holiday', substitute: 'substitute', special: 'special' } as const;
  const rows = seedHolidays.map(({ date, name, kind, uncertain }) => ({ day: date, kind: kinds[kind], name, uncertain }));
  await sql`insert into organisation.office_day (day, kind, name_th, uncertain, source)
    select day, kind, name, uncertain, 'ปฏิทินวันหยุดราชการ' from jsonb_to_recordset(${json(rows)}::jsonb) as r(day date, kind text, name text, uncertain boolean)`.execute(tx.db);
}

/** The department of the demo meeting: units, 300 people, the working group of order 1353/2563, calendar, rights, accounts. */
export async function demo({ tx }: DemoContext): Promise<void> {
  const passwordHash = hashPassword(demoPassword);
  const { people, seats } = demoPeople();
  const numbers = await partyIds(tx, demoUnits.length + people.length + seats.length);
  const unitKeys = demoUnits.map((one) => one.key);
  const personKeys = people.map((one) => one.key);
  const seatKeys = seats.map((one) => one.key);
  const ids: Ids = {
    unit: lookup('unit', unitKeys, numbers.slice(0, unitKeys.length)),
    person: lookup('person', personKeys, numbers.slice(unitKeys.length)),
    seat: lookup('seat', seatKeys, numbers.slice(unitKeys.length + personKeys.length)),
  };
  await layUnits(tx, ids.unit);
  await layPeople(tx, ids, people, seats);
  const committee = await layCommittee(tx, ids);
  await layActing(tx, ids, committee);
  await layRoles(tx, ids);
  await layCalendar(tx);
  await indexUnits(tx);
  await indexPeople(tx, '2020-11-03');
  await indexCommittees(tx);
  const hash = await passwordHash;
  await giveAccounts(tx, demoAccounts.map((one) => ({ personId: ids.person(one.person), login: one.username, passwordHash: hash })), false);
}
