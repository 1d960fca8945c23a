// Due on "the next meeting", and reminders on the legal clock, over HTTP on the demo department.
import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { createTask, type NewTask } from './index.ts';
import { remindJob } from './jobs.ts';

const house = useApp();
const one = async <T>(text: string, values: unknown[] = []): Promise<T> => (await house.db.owner.query(text, values)).rows[0] as T;
const unitId = async (abbreviation: string) => (await one<{ id: number }>(`select id from organisation.units_on('2020-11-03') where abbreviation = $1`, [abbreviation])).id;
const workingGroup = async () => (await one<{ id: number }>(`select id from organisation.committee where order_number = '1353/2563'`)).id;
const dueOf = async (id: number) => (await one<{ day: string | null }>('select falls_due::text as day from assignments.task where id = $1', [id])).day;
const noticesOf = async (login: string, id: number): Promise<string[]> =>
  (await house.db.owner.query(`select n.words ->> 'th' as words from platform.notification n join organisation.account a on a.person_id = n.person_id
    where a.login = $1 and n.href = $2 order by n.id`, [login, `/tasks/${id}`])).rows.map((row) => row.words);
const reminded = async (id: number) =>
  (await house.db.owner.query(`select detail ->> 'what' as what, detail ->> 'dueOn' as day from assignments.task_event where task_id = $1 and kind = 'reminded' order by id`, [id])).rows
    .filter((row) => !row.what.startsWith('told')).map((row) => `${row.what} ${row.day}`);

async function newTask(title: string, fields: Record<string, string>): Promise<number> {
  const answer = await (await house.as('head.kpr')).post('/tasks/new', { title, owners: String(await unitId('ศสช.')), ...fields });
  expect([answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([303, '']);
  return Number(/\/tasks\/(\d+)/.exec(String(answer.headers.location))?.[1]);
}

async function planMeeting(heldOn: string): Promise<number> {
  const clerk = await house.as('minutes.kpr');
  const answer = await clerk.post('/meetings/new', {
    committeeId: String(await workingGroup()), heldOn, title: 'การประชุมคณะทำงาน', startsAt: '09.30', endsAt: '12.00', place: 'ห้องประชุม 211', sections: ['chair-informs', 'adopt-previous', 'for-consideration', 'other'],
  });
  expect([answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([303, '']);
  return Number(/\/meetings\/(\d+)/.exec(String(answer.headers.location))?.[1]);
}

test('a task due at the next meeting gets its day when that is planned, follows it, and its owners hear of it', async () => {
  const id = await newTask('เสนอผลการทดสอบระบบ', { committee: String(await workingGroup()) });
  expect(await dueOf(id)).toBeNull();
  const first = await planMeeting('16 พ.ย. 2563');
  expect(await dueOf(id)).toBe('2020-11-16');
  await house.runJobs();
  expect(await noticesOf('head.ssc', id)).toEqual([expect.stringContaining('มีงานมอบหมาย'), 'ทราบวันครบกำหนดของงานแล้ว คือ 16 พ.ย. 2563: เสนอผลการทดสอบระบบ']);
  const owner = await house.as('head.ssc');
  expect((await owner.get(`/tasks/${id}`)).body).toContain('ครั้งต่อไป (16 พ.ย. 2563)');
  expect((await owner.get('/tasks.csv')).body).toContain('ครั้งต่อไป (16 พ.ย. 2563)');
  const secretariat = await house.as('minutes.kpr');
  const moved = await secretariat.post(`/meetings/${first}/postpone`, { heldOn: '24 พ.ย. 2563', startsAt: '09.30', endsAt: '12.00', reason: 'ประธานติดราชการ' });
  expect(moved.statusCode).toBe(303);
  expect(await dueOf(id)).toBe('2020-11-24');
  // An earlier meeting comes in between, and is called off again.
  const second = await planMeeting('18 พ.ย. 2563');
  expect(await dueOf(id)).toBe('2020-11-18');
  expect((await secretariat.post(`/meetings/${second}/cancel`, { reason: 'ไม่มีวาระ' })).statusCode).toBe(303);
  expect(await dueOf(id)).toBe('2020-11-24');
  expect((await secretariat.post(`/meetings/${first}/cancel`, { reason: 'ไม่มีวาระ' })).statusCode).toBe(303);
  expect(await dueOf(id)).toBeNull();
  await house.runJobs();
  expect((await noticesOf('head.ssc', id)).at(-1)).toContain('ยังไม่ทราบวันใหม่');
  const history = (await owner.get(`/tasks/${id}`)).body;
  for (const words of ['ระบุวันครบกำหนด (16 พ.ย. 2563)', 'เปลี่ยนกำหนด (24 พ.ย. 2563)', 'เปลี่ยนกำหนด (ยังไม่ทราบวัน)']) expect([words, history.includes(words)]).toEqual([words, true]);
  const live = await house.db.owner.query(`select 1 from platform.timer where key like $1 and cancelled_at is null and fired_at is null`, [`assignments.remind:${id}:%`]);
  expect(live.rowCount).toBe(0);
});

test('the unit that planned a meeting still moves it after another unit became the secretariat, and names no new one', async () => {
  const meeting = await planMeeting('25 พ.ย. 2563');
  const committee = await workingGroup();
  const before = await unitId('กพร.');
  await house.db.owner.query('update organisation.committee set secretariat_unit_id = $1 where id = $2', [await unitId('ศสช.'), committee]);
  try {
    const secretariat = await house.as('minutes.kpr');
    expect((await secretariat.post(`/meetings/${meeting}/postpone`, { heldOn: '26 พ.ย. 2563', startsAt: '09.30', endsAt: '12.00', reason: 'ห้องไม่ว่าง' })).statusCode).toBe(303);
    const noted = await house.db.owner.query('select 1 from assignments.committee_meeting where committee_id = $1 and held_on = $2', [committee, '2020-11-26']);
    expect(noted.rowCount).toBe(1);
    const refused = await secretariat.post('/meetings/new', { committeeId: String(committee), heldOn: '27 พ.ย. 2563', title: 'การประชุมคณะทำงาน', startsAt: '09.30', endsAt: '12.00', place: 'ห้องประชุม 211', sections: ['chair-informs', 'other'] });
    expect([403, 404, 422]).toContain(refused.statusCode);
  } finally {
    await house.db.owner.query('update organisation.committee set secretariat_unit_id = $1 where id = $2', [before, committee]);
  }
});

test('a day and a meeting cannot both be chosen', async () => {
  const answer = await (await house.as('head.kpr')).post('/tasks/new', { title: 'สองกำหนด', owners: String(await unitId('ศสช.')), dueOn: '16 พ.ย. 2563', committee: String(await workingGroup()) });
  expect([answer.statusCode, answer.body.includes('เลือกอย่างใดอย่างหนึ่ง')]).toEqual([422, true]);
});

test('a day that was moved by hand stays when the source repeats itself, and goes when the source says another', async () => {
  const source = async (dueOn: string) => house.services.database.write(systemActor('test'), async (tx) => createTask(tx, {
    title: 'ส่งรายงาน', ownerPartyIds: [await unitId('ศสช.')], dueOn, followUpUnitId: await unitId('กพร.'), source: { type: 'test.source', id: 1, line: 'a', reference: 'ทดสอบ', href: '' },
  } satisfies NewTask, { now: house.services.clock.now(), today: house.services.clock.today() }));
  const { id } = await source('2020-11-16');
  expect((await source('2020-11-16')).outcome).toBe('same');
  const follower = await house.as('head.kpr');
  expect((await follower.post(`/tasks/${id}/change-due`, { dueOn: '20 พ.ย. 2563', note: 'ขอขยายเวลา' })).statusCode).toBe(303);
  expect([(await source('2020-11-16')).outcome, await dueOf(id)]).toEqual(['same', '2020-11-20']);
  expect([(await source('2020-11-18')).outcome, await dueOf(id)]).toEqual(['changed', '2020-11-18']);
});

test('reminders come on the legal clock, once each, to those who do it and then to who follows up', async () => {
  const id = await newTask('จัดทำแผนสำรองข้อมูล', { dueOn: '27 พ.ย. 2563' });
  await house.moveTo('2020-11-24T12:00:00+07:00');
  await house.runJobs();
  expect(await reminded(id)).toEqual([]);
  await house.moveTo('2020-11-25T08:31:00+07:00');
  await house.runJobs();
  expect(await reminded(id)).toEqual(['ahead 2020-11-27']);
  await house.services.database.write(systemActor('test'), (tx) => enqueue(tx, remindJob, { taskId: id, what: 'ahead' as const, dueOn: '2020-11-27' }));
  await house.runJobs();
  expect(await reminded(id)).toEqual(['ahead 2020-11-27']);
  expect((await noticesOf('head.ssc', id)).filter((words) => words.startsWith('งานใกล้ครบกำหนด (27 พ.ย. 2563)'))).toHaveLength(1);
  await house.moveTo('2020-11-27T08:31:00+07:00');
  await house.runJobs();
  expect((await noticesOf('head.ssc', id)).at(-1)).toContain('งานครบกำหนดวันนี้');
  expect(await noticesOf('head.kpr', id)).toEqual([]);
  // The 28th and 29th are a weekend.
  await house.moveTo('2020-11-29T12:00:00+07:00');
  await house.runJobs();
  expect(await noticesOf('head.kpr', id)).toEqual([]);
  await house.moveTo('2020-11-30T08:31:00+07:00');
  await house.runJobs();
  expect(await noticesOf('head.kpr', id)).toEqual(['งานที่หน่วยงานของท่านติดตามเกินกำหนดแล้ว (ครบกำหนด 27 พ.ย. 2563): จัดทำแผนสำรองข้อมูล']);
  expect(await reminded(id)).toEqual(['ahead 2020-11-27', 'day 2020-11-27', 'late 2020-11-27']);
  const page = await (await house.as('head.kpr')).get(`/tasks/${id}`);
  expect(page.body).toContain('แจ้งหัวหน้าหน่วยงานที่ติดตามว่าเกินกำหนด');
  await house.moveTo('2020-11-03T09:00:00+07:00');
});

test('a new due day plans its reminders anew, and a task that was reported reminds nobody', async () => {
  const id = await newTask('ปรับปรุงเว็บไซต์', { dueOn: '10 พ.ย. 2563' });
  const moved = await newTask('ทดสอบสำรองไฟ', { dueOn: '10 พ.ย. 2563' });
  expect((await (await house.as('head.kpr')).post(`/tasks/${moved}/change-due`, { dueOn: '13 พ.ย. 2563', note: 'เลื่อน' })).statusCode).toBe(303);
  expect((await (await house.as('head.ssc')).post(`/tasks/${id}/report`, { note: 'ปรับปรุงแล้วตามที่ขอทุกหน้า' })).statusCode).toBe(303);
  await house.moveTo('2020-11-10T09:00:00+07:00');
  await house.runJobs();
  expect([await reminded(id), await reminded(moved)]).toEqual([[], []]);
  await house.moveTo('2020-11-11T09:00:00+07:00');
  await house.runJobs();
  expect([await reminded(id), await reminded(moved)]).toEqual([[], ['ahead 2020-11-13']]);
  await house.moveTo('2020-11-03T09:00:00+07:00');
});
