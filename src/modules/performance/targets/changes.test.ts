import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';

const house = useApp();
const base = '/performance/2564';
const one = async (sql: string, ...values: unknown[]) => (await house.db.owner.query(sql, values)).rows[0];
const indicator = (key: string) => one("select i.* from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1", key);
const created = ({ headers }: { headers: Record<string, unknown> }): string => String(headers['location']);

const request = { kind: 'target', scale: '50-75-100', below: 'zero', ground: 'policy', reason: 'นโยบายรัฐบาลเปลี่ยนแปลงในปีนี้', evidence: 'มติคณะรัฐมนตรี', v0: '1', v1: '2', v2: '3' };
const ask = async (client: Client, key: string, fields: Record<string, string> = {}) => client.post(`${base}/changes/new`, { ...request, indicator: String((await indicator(key)).id), ...fields });
const decision = { outcome: 'accepted', decision: 'เห็นชอบตามที่ขอ', reference: 'มติ อ.ก.พ.ร. 5/2563', decidedOn: '3 พ.ย. 2563', rev: '1' };

test('a question stays open with the score under each answer until the secretariat records who decided what', async () => {
  const reader = await house.as('clerk.snk');
  const { id } = await one("select id from performance.open_question where question like '%หน่วยงานใด'");
  const page = await reader.get(`${base}/questions/${id}?value=72`);
  for (const words of ['60.000', '100.000', '/open-points', 'คะแนนรวม 24.000 ถึง 84.000', 'คะแนนรวม 40.000 ถึง 100.000']) expect([words, page.body.includes(words)]).toEqual([words, true]);
  expect((await reader.post(`${base}/questions/${id}/decide`, { chosen: '1', decision: 'ใช้ค่านี้', reference: 'มติ', decidedOn: '3 พ.ย. 2563', rev: '1' })).statusCode).toBe(403);
  const keeper = await house.as('head.kpr');
  expect((await keeper.post(`${base}/questions/${id}/decide`, { chosen: '1', decision: 'ใช้ค่านี้', decidedOn: '3 พ.ย. 2563', rev: '1' })).statusCode).toBe(422);
  expect((await keeper.post(`${base}/questions/${id}/decide`, { chosen: '4', decision: 'ใช้ค่านี้', reference: 'มติ', decidedOn: '3 พ.ย. 2563', rev: '1' })).statusCode).toBe(422);
  expect((await keeper.post(`${base}/questions/${id}/decide`, { chosen: '1', decision: 'ใช้ค่านี้', reference: 'มติ', decidedOn: '3 พ.ย. 2563', rev: '1' })).statusCode).toBe(303);
  expect((await keeper.post(`${base}/questions/${id}/withdraw`, { reason: 'ไม่ใช้แล้ว', rev: '2' })).statusCode).toBe(409);
  expect((await reader.get('/performance/targets')).body).toContain('ประเด็นที่ยังไม่ยุติ 4 เรื่อง');
});

test('a new question needs two answers, numbers that can be read and indicators of its year', async () => {
  const keeper = await house.as('head.kpr');
  const id = String((await indicator('3.1')).id);
  const question = { question: 'ใช้เกณฑ์ใดกับผลต่ำกว่าขั้นแรก', indicators: id, decider: 'คณะทำงาน', askedOn: '2 พ.ย. 2563', text1: 'เกณฑ์เดิม', values1: '70 / 75 / 80' };
  const add = (fields: Record<string, string>) => keeper.post(`${base}/questions/new`, { ...question, ...fields });
  for (const [fields, words] of [
    [{}, 'อย่างน้อยสองคำตอบ'], [{ text2: 'ใหม่', values2: '80 / 75 / 70' }, 'เรียงจากมากไปน้อย'], [{ text2: 'ใหม่', weight2: '0.2' }, 'น่าจะหมายถึงร้อยละ 20'], [{ text2: 'ใหม่', point: 'https://example.com' }, 'ขึ้นต้นด้วย /open-points'],
    [{ text2: 'ใหม่', indicators: '999999' }, 'ตัวชี้วัดที่มีคะแนนของปีนี้'], [{ text2: 'ใหม่', askedOn: '1 ม.ค. 2570' }, 'ต้องไม่หลังวันนี้'],
  ] as const) {
    const answer = await add(fields as Record<string, string>);
    expect([answer.statusCode, words, answer.body.includes(words)]).toEqual([422, words, true]);
  }
  const added = await add({ text2: 'ใหม่', values2: '60 / 75 / 80', weight2: '๒๕' });
  expect(added.statusCode).toBe(303);
  expect((await (await house.as('clerk.ssc')).get(created(added))).body).toContain('60 / 75 / 80 · น้ำหนัก 25');
});

test('an accepted request becomes the final word; a refused one changes nothing; each is decided once', async () => {
  const owner = await house.as('acting.snp');
  const same = await ask(owner, '2');
  expect([same.statusCode, same.body.includes('เหมือนกับที่ใช้อยู่')]).toEqual([422, true]);
  expect((await ask(owner, '2', { v0: '3', v1: '2', v2: '1' })).statusCode).toBe(422);
  const bare = await ask(owner, '2', { v0: '', evidence: '' });
  expect([bare.statusCode, bare.body.includes('ระบุหลักฐาน')]).toEqual([422, true]);
  expect((await ask(owner, '5', { v2: '320' })).statusCode).toBe(422);
  const sent = await ask(owner, '2', { v0: '', letter: '' });
  expect(sent.statusCode).toBe(303);
  const page = created(sent);
  expect((await ask(owner, '2', { v1: '' })).statusCode).toBe(409);
  const both = await owner.get(`${page}?value=1`);
  for (const words of ['50.000', '0.000', '1 / 2 / 3', '2 / 3']) expect(both.body).toContain(words);
  expect((await owner.post(`${page}/decide`, decision)).statusCode).toBe(403);
  const keeper = await house.as('head.kpr');
  expect((await keeper.get('/')).body).toContain(page);
  expect((await keeper.post(`${page}/decide`, { ...decision, rev: '7' })).statusCode).toBe(409);
  expect((await indicator('2')).ladder.values).toEqual(['1', '2', '3']);
  expect((await keeper.post(`${page}/decide`, decision)).statusCode).toBe(303);
  expect([(await indicator('2')).ladder.values, (await indicator('2')).state]).toEqual([['2', '3'], 'final']);
  expect((await keeper.post(`${page}/decide`, { ...decision, outcome: 'refused', rev: '2' })).statusCode).toBe(409);
  const weight = created(await ask(owner, '2', { kind: 'weight', weight: '20', ground: 'budget' }));
  expect((await keeper.post(`${weight}/decide`, { ...decision, outcome: 'refused' })).statusCode).toBe(303);
  expect((await indicator('2')).weight).toBe('15.000000');
  await expect(house.db.owner.query("update performance.change_request set decision = 'อื่น' where state = 'accepted'")).rejects.toThrow(/decided once/);
});

test('after the last day of the calendar only the secretariat takes a request, and says why', async () => {
  await house.moveTo('2021-04-05T09:00:00+07:00');
  const late = await ask(await house.as('head.ssc'), '1', { v0: '1', v1: '2', v2: '3' });
  expect([late.statusCode, late.body.includes('พ้นกำหนดยื่นแล้ว (31 มี.ค. 2564)')]).toEqual([422, true]);
  const keeper = await house.as('head.kpr');
  const silent = await ask(keeper, '1');
  expect([silent.statusCode, silent.body.includes('กรุณาระบุเหตุที่รับคำขอหลังกำหนด')]).toEqual([422, true]);
  const taken = await ask(keeper, '1', { lateReason: 'หนังสือสั่งการมาถึงหลังกำหนด' });
  expect(taken.statusCode).toBe(303);
  expect((await keeper.get(created(taken))).body).toContain('ยื่นหลังกำหนด');
});

test('an appeal is about a result, and is taken in its window', async () => {
  const owner = await house.as('head.kpr');
  const appeal = { kind: 'appeal', ground: 'score', value: '301', reason: 'ผลตรวจประเมินยังไม่รวมหมวด 4' };
  const { id: round } = await one("insert into performance.round (cycle_id, kind, month, due_on, opened_by, opened_at) select id, 'result', 12, '2021-10-10', 0, now() from performance.cycle where fiscal_year = 2564 returning id");
  const nothing = await ask(owner, '5', { ...appeal, round: String(round) });
  expect([nothing.statusCode, nothing.body.includes('ยังไม่มีผลของตัวชี้วัดนี้')]).toEqual([422, true]);
  await house.db.owner.query("insert into performance.result (indicator_id, round_id, value, source, as_of, person_id, person_name, at) values ($1, $2, 295, 'manual', now(), 0, 'ทดสอบ', now())", [(await indicator('5')).id, round]);
  await house.moveTo('2021-11-20T09:00:00+07:00');
  const sent = await ask(await house.as('head.kpr'), '5', { ...appeal, round: String(round) });
  expect(sent.statusCode).toBe(303);
  const page = created(sent);
  expect((await owner.get(page)).body).toContain('301 คะแนน');
  expect((await owner.post(`${page}/decide`, { ...decision, decidedOn: '20 พ.ย. 2564' })).statusCode).toBe(303);
  expect((await one('select value::text from performance.result where round_id = $1 order by id desc limit 1', round)).value).toBe('301.000000');
  await house.moveTo('2020-11-03T09:00:00+07:00');
});

test('the calendar says what falls on a day off, refuses what is out of order, and two people do not overwrite each other', async () => {
  const keeper = await house.as('head.kpr');
  const day = { kind: 'other', title: 'ส่งเอกสารเพิ่มเติม', endsOn: '5 ธ.ค. 2563', certainty: 'to-confirm' };
  const add = (fields: Record<string, string> = {}) => keeper.post(`${base}/calendar/new`, { ...day, ...fields });
  expect((await add({ beginsOn: '6 ธ.ค. 2563' })).statusCode).toBe(422);
  expect((await add({ month: '6' })).statusCode).toBe(422);
  expect((await add({ endsOn: '31 ก.พ. 2564' })).body).toContain('ไม่พบวันที่นี้ในปฏิทิน');
  expect((await add()).statusCode).toBe(303);
  const { id } = await one("select id from performance.calendar_day where title = 'ส่งเอกสารเพิ่มเติม'");
  expect((await keeper.get(`${base}/calendar`)).body).toContain('ตรงกับวันหยุด');
  const change = (rev: string, title: string) => keeper.post(`${base}/calendar/${id}`, { ...day, title, rev });
  expect((await change('1', 'เอกสารรอบสอง')).statusCode).toBe(303);
  const stale = await change('1', 'ของอีกคนหนึ่ง');
  expect([stale.statusCode, stale.body.includes('ของอีกคนหนึ่ง')]).toEqual([409, true]);
  expect((await keeper.post(`${base}/calendar/copy`)).statusCode).toBe(422);
  const file = await keeper.get(`${base}/calendar.ics`);
  expect(file.body).toContain('DTSTART;VALUE=DATE:20201026');
  expect(file.body).toContain('DTEND;VALUE=DATE:20201027');
  expect((await (await house.as('head.ssc')).post(`${base}/calendar/new`, day)).statusCode).toBe(403);
  expect((await keeper.post(`${base}/calendar/${id}/withdraw`, { rev: '2' })).statusCode).toBe(303);
});

test('the calendar of a year is copied from the year before: what is missing, a year later, to be confirmed', async () => {
  const keeper = await house.as('head.kpr');
  for (const day of [{ kind: 'form-due', title: 'ส่งแบบ', endsOn: '28 ต.ค. 2562' }, { kind: 'meeting', title: 'ประชุมชี้แจงแบบ', endsOn: '1 พ.ย. 2562' }]) {
    expect((await keeper.post('/performance/2563/calendar/new', { ...day, certainty: 'confirmed' })).statusCode).toBe(303);
  }
  const days = async () => (await house.db.owner.query("select d.title, d.ends_on::text as day, d.certainty from performance.calendar_day d join performance.cycle c on c.id = d.cycle_id where c.fiscal_year = 2564 and d.withdrawn_at is null order by d.id desc")).rows;
  const before = (await days()).length;
  for (const _ of [1, 2]) expect((await keeper.post(`${base}/calendar/copy`)).statusCode).toBe(303);
  expect((await days()).length).toBe(before + 1);
  expect((await days())[0]).toEqual({ title: 'ประชุมชี้แจงแบบ', day: '2020-11-01', certainty: 'to-confirm' });
});

test('the page of the indicator tells of its targets', async () => {
  const { statusCode, body } = await (await house.as('clerk.snk')).get(`${base}/indicators/3.1`);
  expect(statusCode).toBe(200);
  for (const words of ['id="targets"', 'ค่าเป้าหมายของสองหน่วยงาน', 'น้ำหนักของตัวชี้วัดที่ 3 เป็น 20']) expect([words, body.includes(words)]).toEqual([words, true]);
  expect((await (await house.as('clerk.snk')).get(`${base}/indicators/3`)).body).not.toContain('id="targets"');
});
