import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';

const house = useApp();
const personOf = async (login: string) => (await house.db.owner.query<{ id: number }>('select person_id as id from organisation.account where login = $1', [login])).rows[0]!.id;

test('a national ID is kept as a hash and three digits, and no other trace of it remains', async () => {
  const admin = await house.as('admin');
  const page = `/people/${await personOf('deputy')}/national-id`;
  const wrong = await admin.post(page, { nationalId: '1234567890122' });
  expect([wrong.statusCode, wrong.body.includes('กรุณาตรวจทั้ง 13 หลัก')]).toEqual([422, true]);
  expect((await admin.post(page, { nationalId: '๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑' })).statusCode).toBe(303);
  expect((await admin.get(page)).body).toContain('ลงท้ายด้วย 121');
  const traces = await house.db.owner.query<{ row: string }>(`select row_to_json(t)::text as row from organisation.national_id t union all select row_to_json(t)::text from platform.audit t union all select row_to_json(t)::text from platform.idempotency t`);
  expect(traces.rows.filter(({ row }) => /1234567890121|๑-๒๓๔๕/.test(row))).toEqual([]);
});

test('the same number of two people in service is refused; removed, it is free', async () => {
  const admin = await house.as('admin');
  const [first, second] = [`/people/${await personOf('deputy')}/national-id`, `/people/${await personOf('auditor')}/national-id`];
  const taken = await admin.post(second, { nationalId: '1234567890121' });
  expect([taken.statusCode, taken.body.includes('อีกท่านหนึ่งแล้ว')]).toEqual([422, true]);
  expect((await admin.post(`${first}/remove`)).statusCode).toBe(303);
  expect((await admin.post(`${first}/remove`)).statusCode).toBe(404);
  expect((await admin.post(second, { nationalId: '1234567890121' })).statusCode).toBe(303);
});

test('only those who keep the list of people see or set it, and the database tells the public nothing', async () => {
  const id = await personOf('auditor');
  expect((await (await house.as('head.kpr')).get(`/people/${id}/national-id`)).statusCode).toBe(403);
  const asked = await house.services.database.pool.query<{ digits: string | null }>('select organisation.national_id_digits($1) as digits', [id]);
  expect(asked.rows[0]?.digits ?? null).toBeNull();
  await expect(house.services.database.pool.query('select * from organisation.national_id')).rejects.toMatchObject({ code: '42501' });
});
