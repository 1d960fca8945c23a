// What stands under a person's name when that person leaves; and tasks in the search and beside the inbox.
import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { createTask, type NewTask } from './index.ts';

const house = useApp();
const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await house.db.owner.query(text, values)).rows as T[];
const unitId = async (abbreviation: string) => (await rows<{ id: number }>(`select id from organisation.units_on('2020-11-03') where abbreviation = $1`, [abbreviation]))[0]!.id;
const personOf = async (login: string) => (await rows<{ id: number }>(`select person_id as id from organisation.account where login = $1`, [login]))[0]!.id;

const when = () => ({ now: house.services.clock.now(), today: house.services.clock.today() });
const make = (task: Omit<NewTask, 'source' | 'followUpUnitId'>, followUpUnitId: number, id: number) =>
  house.services.database.write(systemActor('test'), (tx) => createTask(tx, { ...task, followUpUnitId, source: { type: 'test.hand-over', id, reference: 'ทดสอบส่งมอบ', href: '/tasks' } }, when()));

test('a task is found by its words and number, by those who may see it and nobody else', async () => {
  const giver = await house.as('head.kpr');
  const made = await giver.post('/tasks/new', { title: 'ตรวจสอบเครื่องสำรองไฟอาคารใหม่', detail: 'ทุกชั้นรวมห้องเซิร์ฟเวอร์', owners: String(await unitId('ศสช.')) });
  const id = Number(/\/tasks\/(\d+)/.exec(String(made.headers.location))?.[1]);
  const owner = await house.as('head.ssc');
  for (const q of ['เครื่องสำรองไฟ', 'ห้องเซิร์ฟเวอร์', `งาน ${String(id).padStart(4, '0')}`]) {
    expect([q, (await owner.get(`/search?q=${encodeURIComponent(q)}`)).body.includes(`href="/tasks/${id}"`)]).toEqual([q, true]);
  }
  expect((await (await house.as('clerk.snk')).get(`/search?q=${encodeURIComponent('เครื่องสำรองไฟ')}`)).body).not.toContain(`/tasks/${id}"`);
  // Beside the inbox: what is asked, by whom, and what happened last.
  expect((await owner.post(`/tasks/${id}/progress`, { note: 'สั่งซื้อแบตเตอรี่แล้ว' })).statusCode).toBe(303);
  const inbox = (await owner.get(`/?open=tasks:${id}`)).body;
  for (const words of ['ทุกชั้นรวมห้องเซิร์ฟเวอร์', 'สั่งซื้อแบตเตอรี่แล้ว', 'รายงานความคืบหน้า', 'ศสช.', 'มอบหมายโดยตรง']) expect([words, inbox.includes(words)]).toEqual([words, true]);
});

test('who leaves hands over tasks, minutes and drafts; what was passed on goes back to the owner', async () => {
  const [leaver, heir] = [await personOf('minutes.kpr'), await personOf('clerk.kpr')];
  const kpr = await unitId('กพร.');
  const own = (await make({ title: 'งานในชื่อบุคคล', ownerPartyIds: [leaver], dueOn: '2020-11-20' }, kpr, 1)).id;
  const passed = (await make({ title: 'งานของหน่วยที่มอบต่อ', ownerPartyIds: [kpr] }, kpr, 2)).id;
  const head = await house.as('head.kpr');
  expect((await head.post(`/tasks/${passed}/pass-on`, { officers: String(leaver) })).statusCode).toBe(303);
  expect((await head.get('/')).body).not.toContain('งานของหน่วยที่มอบต่อ');
  const clerk = await house.as('minutes.kpr');
  expect((await clerk.post(`/tasks/${own}/report`, { note: 'ผลงานของผู้ที่จะย้าย', links: `/tasks/${passed}` })).statusCode).toBe(303);
  const minutes = await rows<{ id: number }>(`select id from meetings.minutes where state in ('drafting', 'correcting') and drafter_id = $1`, [leaver]);
  expect(minutes.length).toBeGreaterThan(0);
  const signer = (await rows<{ id: number }>(`select id from organisation.position where unit_id = $1 and head_of_unit`, [kpr]))[0]!.id;
  const saved = await (await house.as('clerk.kpr')).post('/drafts/new', { fromUnit: String(kpr), signer: String(signer), subject: 'ร่างที่ค้างไว้', body: 'ข้อความ', urgency: 'ordinary', allUnits: '1' });
  expect(saved.statusCode).toBe(303);
  await house.db.owner.query(`update correspondence.letter set drafted_by = $1, drafted_by_name = 'ผู้ย้าย' where state = 'draft' and subject = 'ร่างที่ค้างไว้'`, [leaver]);

  const admin = await house.as('admin');
  const page = (await admin.get(`/people/${leaver}/leave`)).body;
  for (const words of ['งานที่มอบหมายในชื่อบุคคล', 'รายงานการประชุมที่รอจดหรือรอตรวจ', 'ร่างหนังสือ']) expect([words, page.includes(words)]).toEqual([words, true]);
  expect((await admin.post(`/people/${leaver}/leave`, { lastDay: '3 พ.ย. 2563', reason: 'retired', successor: '' })).statusCode).toBe(422);
  const left = await admin.post(`/people/${leaver}/leave`, { lastDay: '3 พ.ย. 2563', reason: 'retired', successor: String(heir) });
  expect([left.statusCode, left.statusCode === 303 ? '' : left.body]).toEqual([303, '']);
  await house.runJobs();

  const parties = (id: number) => rows(`select party_id, role from assignments.task_party where task_id = $1 and removed_at is null order by 2, 1`, [id]);
  expect(await parties(own)).toEqual([{ party_id: heir, role: 'owner' }]);
  expect(await parties(passed)).toEqual([{ party_id: kpr, role: 'owner' }]);
  expect((await head.get('/')).body).toContain('งานของหน่วยที่มอบต่อ');
  const taker = await house.as('clerk.kpr');
  const shown = (await taker.get(`/tasks/${own}`)).body;
  expect([shown.includes('งานในชื่อบุคคล'), shown.includes('ส่งมอบงานตามการโยกย้าย')]).toEqual([true, true]);
  expect(await rows(`select readers @> array[$2::int] as sees from platform.evidence where for_type = 'assignments.task' and for_id = $1`, [own, heir])).toEqual([{ sees: true }]);
  expect(await rows(`select 1 from platform.notification where person_id = $1 and words ->> 'th' like 'ท่านรับมอบงานต่อ%1 งาน'`, [heir])).toHaveLength(1);
  expect(await rows(`select drafter_id from meetings.minutes where id = any ($1)`, [minutes.map((row) => row.id)])).toEqual(minutes.map(() => ({ drafter_id: heir })));
  expect(await rows(`select drafted_by from correspondence.letter where subject = 'ร่างที่ค้างไว้'`)).toEqual([{ drafted_by: heir }]);
  const audit = await rows<{ action: string }>(`select distinct action from platform.audit where action like '%handed-over' order by 1`);
  expect(audit.map((row) => row.action)).toEqual(['assignments.task-handed-over', 'correspondence.draft-handed-over', 'meetings.minutes-handed-over']);
});

test('a source that repeats itself gives a task that was handed over not back to who left', async () => {
  const [leaver, heir] = [await personOf('minutes.kpr'), await personOf('clerk.kpr')];
  const again = await make({ title: 'งานในชื่อบุคคล', ownerPartyIds: [leaver], dueOn: '2020-11-20' }, await unitId('กพร.'), 1);
  expect(again.outcome).toBe('same');
  expect(await rows(`select party_id from assignments.task_party where task_id = $1 and role = 'owner' and removed_at is null`, [again.id])).toEqual([{ party_id: heir }]);
});
