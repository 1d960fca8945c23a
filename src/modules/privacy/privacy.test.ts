import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { houseRules } from './settings.ts';

const house = useApp();
const system = systemActor('privacy.test');

async function one<T>(text: string, values: unknown[] = []): Promise<T> {
  return (await house.db.owner.query(text, values)).rows[0] as T;
}

describe('the notice', () => {
  test('is read by everybody, in both languages, and the next version waits for its day', async () => {
    const anybody = house.anybody();
    expect((await anybody.get('/privacy')).body).toContain('ประกาศความเป็นส่วนตัวของบุคลากร');
    const admin = await house.as('admin');
    const text = 'ข้อความฉบับใหม่ของประกาศความเป็นส่วนตัวสำหรับบุคลากรของกรม เพื่อการทดสอบ';
    const english = 'The new version of the privacy notice for the staff of the department, for this test.';
    const published = await admin.post('/privacy/notices', { textTh: text, textEn: english, changes: 'ทดสอบ', validFrom: '1 มกราคม 2564' });
    expect(published.statusCode).toBe(303);
    expect((await anybody.get('/privacy')).body).not.toContain(text);
    expect((await anybody.get('/privacy')).body).toContain('ฉบับใหม่จะมีผลวันที่ 1 ม.ค. 2564');
    expect((await anybody.get(String(published.headers.location))).body).toContain(text);
    anybody.cookies['krom_lang'] = 'en';
    expect((await anybody.get(String(published.headers.location))).body).toContain(english);
  });

  test('a day in the past, a day that is taken and a text too short are refused in words', async () => {
    const admin = await house.as('admin');
    const whole = 'ก'.repeat(60);
    const send = (fields: Record<string, string>) => admin.post('/privacy/notices', { textTh: whole, textEn: whole, changes: '', validFrom: '2 มกราคม 2564', ...fields });
    expect((await send({ validFrom: '1 มกราคม 2563' })).body).toContain('วันมีผลต้องเป็นวันนี้หรือหลังจากวันนี้');
    expect((await send({ textEn: 'short' })).body).toContain('ข้อความสั้นเกินไป');
    expect((await send({})).statusCode).toBe(303);
    expect((await send({})).body).toContain('มีฉบับที่มีผลในวันนี้แล้ว');
  });
});

describe('the record of processing', () => {
  const fields = { name: 'ถ่ายภาพกิจกรรม', purpose: 'ประชาสัมพันธ์', people: 'บุคลากร', dataKinds: 'ภาพถ่าย', basis: 'consent', recipients: 'ประชาชน', retention: '1 ปี', measures: 'จำกัดสิทธิ', nameEn: 'Photographs of events' };

  test('is kept by who may, read by staff, exported, and what ended stays in it', async () => {
    const admin = await house.as('admin');
    expect((await admin.post('/privacy/activities/new', fields)).statusCode).toBe(303);
    const { id } = await one<{ id: number }>("select id from privacy.activity where name = 'ถ่ายภาพกิจกรรม'");
    expect((await admin.post(`/privacy/activities/${id}`, { ...fields, retention: '2 ปี' })).statusCode).toBe(303);
    const officer = await house.as('officer.snp');
    const page = (await officer.get('/privacy/activities')).body;
    expect(page).toContain('ถ่ายภาพกิจกรรม');
    expect(page).toContain('2 ปี');
    expect(page).not.toContain('/privacy/activities/new');
    expect((await officer.get('/privacy/activities/new')).statusCode).toBe(403);
    expect((await officer.get('/privacy/activities.csv')).body).toContain('ความยินยอม (ม. 19)');
    officer.cookies['krom_lang'] = 'en';
    expect((await officer.get('/privacy/activities')).body).toContain('Photographs of events');

    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(house.services.clock.now());
    expect((await admin.post(`/privacy/activities/${id}/end`, { lastDay: day })).statusCode).toBe(303);
    expect((await admin.post(`/privacy/activities/${id}`, fields)).statusCode).toBe(409);
    expect((await admin.get('/privacy/activities?show=all')).body).toContain('ถ่ายภาพกิจกรรม');
  });
});

describe('my data', () => {
  test('who looked at my record is told to me, without my own visits; others are not told', async () => {
    const admin = await house.as('admin');
    const officer = await house.as('officer.snp');
    const { id } = await one<{ id: number }>("select person_id as id from organisation.account where login = 'officer.snp'");
    await admin.get(`/people/${id}`);
    await officer.get(`/people/${id}`);
    const { name } = await one<{ name: string }>("select p.given as name from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'admin'");
    const mine = (await officer.get('/account/privacy')).body;
    expect(mine).toContain(name);
    expect(mine.split('ข้อมูลบุคลากรของท่าน').length - 1).toBe(1);
    const other = await house.as('head.ssc');
    expect((await other.get('/account/privacy')).body).toContain('ยังไม่มีผู้ใดเปิดดูข้อมูลของท่าน');
  });

  test('a copy holds what is kept about the person who asks, and nothing of anybody else', async () => {
    const officer = await house.as('officer.snp');
    const copy = JSON.parse((await officer.get('/account/privacy/my-data.json')).body) as Record<string, { given?: string }[]>;
    expect(Object.keys(copy)).toEqual(expect.arrayContaining(['person', 'positions', 'sign-ins', 'sessions', 'tasks', 'invitations', 'letters-opened']));
    expect(copy['positions']?.length).toBeGreaterThan(0);
    expect(JSON.stringify(copy)).not.toMatch(/token_hash|password_hash|argon2/);
    expect((await house.anybody().get('/account/privacy/my-data.json')).statusCode).toBe(303);
  });
});

describe('how long logs are kept', () => {
  beforeAll(async () => {
    await house.db.owner.query(`insert into platform.access_log (at, actor_kind, actor_id, actor_name, subject_type, subject_id)
      select platform.legal_now() - make_interval(days => n), 'person', 1, 'ทดสอบ', 'test.old', n from generate_series(1, 1000, 100) n`);
  });

  test('the nightly job erases what is past its time and nothing younger, and says so', async () => {
    const admin = await house.as('admin');
    const setting = houseRules[0]!.days;
    expect((await admin.post(`/system/settings/number/${setting.name}`, { value: '200' })).statusCode).toBe(303);
    await house.services.database.write(system, (tx) => sql`select platform.enqueue('privacy.erase-expired', '{}'::jsonb, clock_timestamp(), 1, null, null)`.execute(tx.db));
    await house.runJobs();
    const { left } = await one<{ left: number[] }>("select array_agg(subject_id::int order by subject_id) as left from platform.access_log where subject_type = 'test.old'");
    expect(left).toEqual([1, 101]);
    expect((await admin.get('/system/retention')).body).toMatch(/ลบ 8 รายการ/);
    expect(await one("select count(*)::int as n from platform.audit where action = 'privacy.expired-erased'")).toEqual({ n: 1 });
  });

  test('the database refuses what the law asks to keep, and refuses everybody but the system', async () => {
    const erase = (days: number) => sql`select platform.erase_expired('access-log', platform.legal_now() - ${days} * interval '1 day', 10)`;
    await expect(house.services.database.write(system, (tx) => erase(89).execute(tx.db))).rejects.toMatchObject({ code: '23514' });
    await expect(house.services.database.write({ ...system, kind: 'person', id: 5 }, (tx) => erase(400).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
    await expect(house.services.database.write(system, (tx) => sql`delete from platform.access_log`.execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  });
});
