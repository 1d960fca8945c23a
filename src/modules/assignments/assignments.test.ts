import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';

const house = useApp();

async function unitId(abbreviation: string): Promise<number> {
  const { rows } = await house.db.owner.query(`select id from organisation.units_on('2020-11-03') where abbreviation = $1`, [abbreviation]);
  return rows[0].id;
}

async function newTask(title: string, fields: Record<string, string> = {}): Promise<number> {
  const clerk = await house.as('head.kpr');
  const answer = await clerk.post('/tasks/new', { title, owners: String(await unitId('ศสช.')), dueOn: '16 พ.ย. 2563', ...fields });
  expect([answer.statusCode, answer.body.slice(0, 0)]).toEqual([303, '']);
  return Number(/\/tasks\/(\d+)/.exec(String(answer.headers.location))?.[1]);
}

test('a task goes from the unit that gives it to the unit that does it, and back with its result', async () => {
  const id = await newTask('ติดตั้งใบรับรองลายมือชื่อ');
  const owner = await house.as('head.ssc');
  expect((await owner.get('/')).body).toContain('ติดตั้งใบรับรองลายมือชื่อ');
  const empty = await owner.post(`/tasks/${id}/report`, { note: 'เสร็จ' });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('ต้องแนบหลักฐาน');
  expect((await owner.post(`/tasks/${id}/report`, { note: 'ติดตั้งแล้วทุกเครื่องในส่วนกลาง' })).statusCode).toBe(303);
  const giver = await house.as('head.kpr');
  expect((await giver.get('/')).body).toContain('ติดตั้งใบรับรองลายมือชื่อ');
  const without = await giver.post(`/tasks/${id}/close`, {});
  expect(without.statusCode).toBe(422);
  expect(without.body).toContain('เหตุที่ปิดงานโดยไม่มีหลักฐาน');
  expect((await giver.post(`/tasks/${id}/return`, { note: 'ขอภาพหน้าจอด้วย' })).statusCode).toBe(303);
  expect((await owner.post(`/tasks/${id}/report`, { note: 'ส่งภาพหน้าจอทางสารบรรณแล้ว' })).statusCode).toBe(303);
  expect((await giver.post(`/tasks/${id}/close`, { note: 'ตรวจหน้างานแล้ว' })).statusCode).toBe(303);
  expect((await giver.post(`/tasks/${id}/reopen`, {})).statusCode).toBe(422);
  expect((await giver.post(`/tasks/${id}/reopen`, { note: 'พบเครื่องที่ยังไม่ติดตั้ง' })).statusCode).toBe(303);
  const page = await owner.get(`/tasks/${id}`);
  for (const words of ['มอบหมาย', 'ส่งผลการดำเนินงาน', 'ส่งกลับให้แก้ไข', 'ตรวจรับและปิดงาน', 'เปิดงานใหม่', 'พบเครื่องที่ยังไม่ติดตั้ง']) expect(page.body).toContain(words);
  const audit = await house.db.owner.query(`select action from platform.audit where subject_type = 'assignments.task' and subject_id = $1 order by id`, [id]);
  expect(audit.rows.map((row) => row.action)).toEqual(['assignments.task-created', 'assignments.task-report', 'assignments.task-return', 'assignments.task-report', 'assignments.task-close', 'assignments.task-reopen'].map((name) => name));
});

test('whose task it is not, for them it is not there; who only owns it cannot accept it', async () => {
  const id = await newTask('งานภายใน');
  const outsider = await house.as('clerk.snk');
  expect((await outsider.get(`/tasks/${id}`)).statusCode).toBe(404);
  expect((await outsider.post(`/tasks/${id}/report`, { note: 'ลองส่งแทนหน่วยงานอื่น' })).statusCode).toBe(404);
  const owner = await house.as('head.ssc');
  expect((await owner.post(`/tasks/${id}/close`, { note: 'ปิดเอง' })).statusCode).toBe(403);
});

test('a task that was passed on waits for the officer, and only for people of the owning unit', async () => {
  const id = await newTask('จัดทำคู่มือ');
  const head = await house.as('head.ssc');
  const officer = (await house.db.owner.query(`select a.person_id from organisation.account a where a.login = 'clerk.ssc'`)).rows[0].person_id;
  const stranger = (await house.db.owner.query(`select a.person_id from organisation.account a where a.login = 'clerk.snk'`)).rows[0].person_id;
  const refused = await head.post(`/tasks/${id}/pass-on`, { officers: String(stranger) });
  expect(refused.statusCode).toBe(422);
  expect((await head.post(`/tasks/${id}/pass-on`, { officers: String(officer), note: 'ขอภายในสัปดาห์นี้' })).statusCode).toBe(303);
  expect((await (await house.as('clerk.ssc')).get('/')).body).toContain('จัดทำคู่มือ');
  expect((await head.get('/')).body).not.toContain('จัดทำคู่มือ');
});

test('a date that cannot be read gives words at the field and keeps what was typed', async () => {
  const clerk = await house.as('head.kpr');
  const answer = await clerk.post('/tasks/new', { title: 'งานที่วันผิด', owners: String(await unitId('ศสช.')), dueOn: '31 ก.พ. 2564' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('ไม่พบวันที่นี้ในปฏิทิน');
  expect(answer.body).toContain('31 ก.พ. 2564');
  expect(answer.body).toContain('งานที่วันผิด');
});
