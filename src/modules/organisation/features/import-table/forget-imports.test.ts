/** What was checked and not confirmed does not stay: the nightly erasure forgets it, and what was imported loses its rows later. */
import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { systemActor } from '../../../../platform/access/actor.ts';
import { csvOf } from '../../../../platform/csv.ts';
import { sql } from '../../../../platform/db/database.ts';
import { uploadTable } from '../../testing/import-file.ts';

const house = useApp();
const count = async (from: string) => Number((await house.db.owner.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]?.n);

const names: Readonly<Record<string, string>> = { left: 'นายทิ้ง ไว้นาน', imported: 'นายนำ เข้าแล้ว', late: 'นายสาย ไปหน่อย', short: 'นายสั้น มากนัก' };

async function stage(admin: Client, email: string): Promise<string> {
  const staged = await uploadTable(house, admin, 'people', `${email}.csv`, csvOf([['ชื่อ-สกุล', 'อีเมล'], [names[email], `${email}@prd.example`]]));
  return String(staged.headers.location);
}

/** Lets the clocks of the house and of its database stand at an instant and run on from there. */
async function clocksAt(instant: string): Promise<void> {
  await house.moveTo(instant);
  await house.db.owner.query("insert into platform.setting (name, value) values ('clock', jsonb_build_object('offset', $1::float8)) on conflict (name) do update set value = excluded.value", [Date.parse(instant) - Date.now()]);
}

/** The night of a day, some time after the erasure's hour. */
async function nightOf(day: string): Promise<void> {
  await clocksAt(`${day}T05:00:00+07:00`);
  await house.services.database.write(systemActor('test.night'), (tx) => sql`select platform.enqueue('privacy.erase-expired', '{}'::jsonb, clock_timestamp(), 1, null, null)`.execute(tx.db));
  await house.runJobs();
}

test('a file that nobody confirms is forgotten after a week with its rows and its upload; one that was imported keeps its rows for a month', async () => {
  await clocksAt('2020-11-10T10:00:00+07:00');
  let admin = await house.as('admin');
  const left = await stage(admin, 'left');
  const imported = await stage(admin, 'imported');
  const late = await stage(admin, 'late');
  expect((await admin.post(`${imported}/confirm`)).statusCode).toBe(303);
  expect((await admin.get('/import')).body).toContain('ไฟล์ที่ไม่ยืนยันภายใน 7 วัน ระบบลบพร้อมผลการตรวจ');
  const uploads = await count("platform.file where name in ('left.csv', 'imported.csv', 'late.csv')");
  expect(uploads).toBe(3);

  await nightOf('2020-11-16');
  admin = await house.as('admin');
  // Still within its week: it can be confirmed, and then it is history.
  expect((await admin.get(left)).statusCode).toBe(200);
  expect((await admin.post(`${late}/confirm`)).statusCode).toBe(303);

  await nightOf('2020-11-18');
  admin = await house.as('admin');
  expect((await admin.get(left)).statusCode).toBe(404);
  expect((await admin.post(`${left}/confirm`)).statusCode).toBe(404);
  expect(await count("organisation.table_import where file_name = 'left.csv'")).toBe(0);
  expect(await count("organisation.table_import_row where cells::text like '%left@%'")).toBe(0);
  expect(await count("platform.file where name = 'left.csv'")).toBe(0);
  expect(await count("organisation.person where email in ('left@prd.example')")).toBe(0);
  for (const [kept, name] of [[imported, names['imported']], [late, names['late']]] as const) {
    const { body } = await admin.get(kept);
    expect(body).toContain(name);
    expect(body).toContain('นำเข้าแล้วเมื่อ');
  }
  expect(await count("platform.audit where action = 'privacy.expired-erased' and detail ->> 'rule' = 'staged-imports' and detail ->> 'erased' = '1'")).toBe(1);
  // The check itself stays in the trail: who, which file, how many rows.
  expect(await count("platform.audit where action = 'organisation.import-staged' and detail ->> 'file' = 'left.csv'")).toBe(1);
  expect((await admin.get('/system/retention')).body).toContain('ไฟล์นำเข้าที่ยังไม่ยืนยัน');

  await nightOf('2020-12-11');
  admin = await house.as('admin');
  const { body } = await admin.get(imported);
  expect(body).toContain('พ้นเวลาเก็บรายละเอียดของแต่ละแถวแล้ว');
  expect(body).not.toContain(names['imported']);
  expect((await admin.get(late)).body).toContain(names['late']);
  expect(await count("platform.file where name in ('imported.csv', 'late.csv')")).toBe(2);
});

test('an office sets its own time, and only the system forgets', async () => {
  const admin = await house.as('admin');
  const short = await stage(admin, 'short');
  expect((await admin.post('/system/settings/number/organisation.keep-staged-import-days', { value: '๒' })).statusCode).toBe(303);
  await nightOf('2020-12-14');
  expect((await (await house.as('admin')).get(short)).statusCode).toBe(404);
  const forget = (days: number) => sql`select organisation.forget_table_imports('staged', platform.legal_now() - ${days} * interval '1 day', 10)`;
  const system = systemActor('test.forget');
  await expect(house.services.database.write({ ...system, kind: 'person', id: 5 }, (tx) => forget(5).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  await expect(house.services.database.write(system, (tx) => forget(0).execute(tx.db))).rejects.toMatchObject({ code: '23514' });
});
