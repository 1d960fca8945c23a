// Score sheet, what if, frozen sheets and open data over HTTP on the demo department.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { publicActor, systemActor } from '../../../platform/access/actor.ts';
import { scaled } from '../domain/numbers.ts';
import { cycleOfYear } from '../store/cycles.ts';
import { indicatorByKey, settleIndicator } from '../store/indicators.ts';
import { addResult } from '../store/results.ts';
import { openRound } from '../store/rounds.ts';

const house = useApp();
const system = systemActor('test');
const unit = async (short: string): Promise<number> => (await house.db.owner.query("select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", [short])).rows[0].unit_id;
const trail = async (action: string) => (await house.db.owner.query('select detail from platform.audit where action = $1 order by id', [action])).rows.map((row) => row.detail);
const words = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll('\u2060', '').replaceAll(/\s+/g, ' ');

/** Values of a round of 2564, as the room that collects would put them. */
async function report(month: number, values: Readonly<Record<string, string>>, margin: Readonly<Record<string, string>> = {}): Promise<void> {
  await house.db.database.write(system, async (tx) => {
    const cycle = await cycleOfYear(tx, 2564);
    if (!cycle) throw new Error('no cycle');
    const found = await tx.db.selectFrom('performance.round').select('id').where('cycle_id', '=', cycle.id).where('kind', '=', 'result').where('month', '=', month).executeTakeFirst();
    const round = found?.id ?? await openRound(tx, { cycleId: cycle.id, kind: 'result', month, dueOn: '2021-04-09', note: '' }, [], house.services.clock.now());
    for (const [key, value] of Object.entries(values)) {
      const indicator = await indicatorByKey(tx, cycle.id, key);
      await addResult(tx, indicator?.id as number, round as number, { value: scaled(value), numerator: null, denominator: null, margin: margin[key] ? scaled(margin[key]) : null, source: 'manual', measureName: null, asOf: house.services.clock.now(), note: '', detail: {} }, house.services.clock.now());
    }
  });
}

test('the head sees bounds and possible classes while nothing is reported, and no zero', async () => {
  const head = await house.as('director-general');
  const { statusCode, body } = await head.get('/performance');
  expect(statusCode).toBe(200);
  const said = words(body);
  expect(said).toContain('0.000 – 100.000');
  expect(said).toContain('ยังไม่มีผล 6 จาก 6 ตัวชี้วัด ไม่นับเป็นศูนย์');
  expect(said).toContain('ระดับคุณภาพ');
  expect((await head.get('/performance/2564')).statusCode).toBe(200);
  expect(words((await head.get('/performance/2563')).body)).toContain('ยังไม่ระบุวิธีรวมคะแนน');
  expect((await head.get('/performance/2580')).statusCode).toBe(404);
  expect((await house.anybody().get('/performance')).statusCode).not.toBe(200);
});

test('what if: a value gives score, total and the cheapest way; a wrong one is told at its field; nothing is kept', async () => {
  const officer = await house.as('officer.snp');
  const before = (await house.db.owner.query('select count(*)::int as n from performance.result')).rows[0].n;
  const said = words((await officer.get('/performance/2564/what-if?v-3.1=77&v-3.2=%E0%B9%97%E0%B9%90&v-1=3&v-2=2&v-4=2&v-5=300&wish=standard-high')).body);
  expect(said).toContain('72.000');
  expect(said).toContain('ระดับมาตรฐานขั้นต้น');
  expect(said).toContain('ต้องเพิ่มอีก 3.000 คะแนน');
  // The whole of each ladder costs the same: 3 more per cent of 3.1 are its last three tenths.
  expect(said).toMatch(/ทางที่ใช้แรงน้อยที่สุด.*ตัวชี้วัด 3\.1: จาก 77 เป็น 80 /);
  const costs = '&c-1=90&c-2=90&c-3.1=50&c-3.2=10&c-4=90&c-5=90';
  const costed = words((await officer.get(`/performance/2564/what-if?v-3.1=77&v-3.2=70&v-1=3&v-2=2&v-4=2&v-5=300&wish=standard-high${costs}`)).body);
  expect(costed).toMatch(/ตัวชี้วัด 3\.2: จาก 70 เป็น 73 คะแนนรวมเพิ่ม 3\.000 · ต้นทุน 30\.000/);
  const wrong = await officer.get('/performance/2564/what-if?v-3.1=7%2C7');
  expect([wrong.statusCode, words(wrong.body).includes('ใช้เครื่องหมายจุลภาคคั่นหลักพันเท่านั้น'), wrong.body.includes('value="7,7"')]).toEqual([200, true, true]);
  const other = words((await officer.get('/performance/2564/what-if?v-3.1=77&framework=2563')).body);
  expect(other).toContain('กรอบนั้นยังไม่ระบุวิธีรวมคะแนน');
  const forScore = words((await officer.get('/performance/2564/what-if?score=85')).body);
  expect(forScore).toContain('ค่าที่ได้ 85 คะแนน');
  expect(forScore).toContain('77');
  expect((await house.db.owner.query('select count(*)::int as n from performance.result')).rows[0].n).toBe(before);
});

test('a scenario is saved for one’s own unit, compared with others, saved over once, and removed by its unit alone', async () => {
  const kpr = await unit('กพร.');
  const clerk = await house.as('minutes.kpr');
  const lines = { 'lines.0.key': '3.1', 'lines.0.value': '80', 'lines.1.key': '1', 'lines.1.value': '๔' };
  const saved = await clerk.post('/performance/2564/what-if', { name: 'เต็มสองตัว', unit: String(kpr), ...lines });
  expect([saved.statusCode, saved.statusCode === 303 ? '' : words(saved.body)]).toEqual([303, '']);
  const id = Number(/scenario=(\d+)/.exec(String(saved.headers.location))?.[1]);
  expect(await trail('performance.scenario-saved')).toEqual([{ name: 'เต็มสองตัว', values: { 1: '4', 3.1: '80' } }]);
  const again = await clerk.post('/performance/2564/what-if', { name: 'เต็มสองตัว', unit: String(kpr), ...lines });
  expect([again.statusCode, words(again.body).includes('หน่วยงานมีแบบจำลองชื่อนี้แล้ว'), again.body.includes('value="80"')]).toEqual([422, true, true]);
  const over = { name: 'เต็มสองตัว', unit: String(kpr), scenario: String(id), rev: '1', 'lines.0.key': '3.1', 'lines.0.value': '79' };
  expect((await clerk.post('/performance/2564/what-if', over)).statusCode).toBe(303);
  const late = await clerk.post('/performance/2564/what-if', { ...over, 'lines.0.value': '78.5' });
  expect([late.statusCode, words(late.body).includes('มีผู้แก้ไขแบบจำลองนี้ไปแล้ว'), late.body.includes('value="78.5"')]).toEqual([422, true, true]);
  const stranger = await house.as('officer.snp');
  expect((await stranger.post('/performance/2564/what-if', { name: 'ในนามหน่วยงานอื่น', unit: String(kpr), ...lines })).statusCode).toBe(422);
  expect((await stranger.post(`/performance/2564/scenarios/${id}/remove`)).statusCode).toBe(404);
  const board = words((await stranger.get('/performance/2564/scenarios')).body);
  for (const part of ['ถ้าได้ตามเป้ามาตรฐาน', 'เต็มสองตัว', '75.000', '79 ได้ 95.000']) expect([part, board.includes(part)]).toEqual([part, true]);
  expect((await clerk.post(`/performance/2564/scenarios/${id}/remove`)).statusCode).toBe(303);
  expect(words((await clerk.get('/performance/2564/scenarios')).body)).not.toContain('เต็มสองตัว');
});

test('the sheet explains each number, a sample its band; the file has the same', async () => {
  await report(6, { '1': '1', '3.1': '77', '3.2': '74' }, { '3.1': '3' });
  const head = await house.as('head.kpr');
  const said = words((await head.get('/performance/2564/scores?month=6')).body);
  expect(said).toContain('75 + (77 − 75) ÷ (80 − 75) × (100 − 75) = 85');
  expect(said).toContain('ถ่วงน้ำหนัก: 20.000 × 85.000 ÷ 100 = 17.000');
  expect(said).toContain('คะแนนจริงน่าจะอยู่ระหว่าง 70.000 ถึง 100.000');
  expect(said).toContain('น่าจะถึงเกณฑ์ 75 จริง');
  expect(said).toContain('คะแนนรวมอาจเป็น 28.000 ถึง 79.000');
  expect(said).toContain('31.000 – 76.000');
  const csv = (await head.get('/performance/2564/scores.csv?month=6')).body;
  expect(csv).toContain('85.000');
  expect(csv).toContain('คะแนนรวมน้อยที่สุดที่เป็นไปได้');
  expect((await head.get('/performance/2564/scores.xlsx')).statusCode).toBe(200);
  const front = words((await head.get('/performance/2564')).body);
  expect(front).toContain('ตัวชี้วัด 1 ได้ 1 ขั้น ยังไม่ถึงขั้นต้น 2');
  expect(front).toContain('ตัวชี้วัด 3.2 คาดว่าสิ้นปีได้ 74 ต่ำกว่าเป้าหมาย 75');
  expect(front).toContain('มีผลใหม่ 3 ตัวชี้วัด: 1 (1 ขั้น), 3.1 (ร้อยละ 77), 3.2 (ร้อยละ 74)');
});

test('a unit sees what it owns and supports', async () => {
  const head = await house.as('head.ssc');
  const said = words((await head.get(`/performance/2564/units/${await unit('ศสช.')}`)).body);
  expect(said).toContain('ดูแลคะแนนถ่วงน้ำหนักรวม 30 จาก 100');
  expect(words((await head.get(`/performance/2564/units/${await unit('กคส.')}`)).body)).toContain('ตัวชี้วัดที่สนับสนุน');
  expect((await head.get('/performance/2564/units/987654321')).statusCode).toBe(404);
});

test('a frozen sheet keeps what it said, tells what changed, and only a complete one is published', async () => {
  const keeper = await house.as('minutes.kpr');
  expect((await (await house.as('officer.snp')).post('/performance/2564/snapshots', { month: '12', reason: 'ลองเก็บ' })).statusCode).toBe(403);
  expect((await keeper.post('/performance/2564/snapshots', { month: '12', reason: '' })).statusCode).toBe(422);
  const odd = await keeper.post('/performance/2564/snapshots', { month: '7', reason: 'รอบที่ไม่มี' });
  expect([odd.statusCode, words(odd.body).includes('ไม่มีในกรอบการประเมิน')]).toEqual([422, true]);
  const taken = await keeper.post('/performance/2564/snapshots', { month: '12', reason: 'ก่อนส่งสำนักงาน ก.พ.ร.' });
  expect([taken.statusCode, taken.statusCode === 303 ? '' : words(taken.body)]).toEqual([303, '']);
  const first = String(taken.headers.location);
  expect(words((await keeper.get(first)).body)).toContain('ไม่มีสิ่งใดเปลี่ยน');
  const early = await keeper.post(`${first}/publish`, { note: '' });
  expect([early.statusCode, words(early.body).includes('เผยแพร่ได้เฉพาะสำเนาที่มีผลครบ')]).toEqual([422, true]);
  await report(12, { '1': '4', '2': '3', '3.1': '78', '3.2': '80', '4': '3', '5': '310' });
  const changed = words((await keeper.get(first)).body);
  expect(changed).toMatch(/3\.1 กลุ่มเป้าหมายในประเทศ .*? ผล 77 78 /);
  expect(changed).toContain('ยังไม่มีผล มีคะแนน');
  const anybody = house.anybody();
  expect(words((await anybody.get('/performance/2564/open-data')).body)).toContain('ยังไม่มีคะแนนของปีนี้ที่เผยแพร่');
  expect((await anybody.get('/performance/2564/open-data/scores.json')).statusCode).toBe(404);
  const second = String((await keeper.post('/performance/2564/snapshots', { month: '12', reason: 'ผลครบทุกตัว' })).headers.location);
  const id = Number(second.split('/').at(-1));
  expect((await anybody.get(`/performance/2564/open-data?version=${id}`)).statusCode).toBe(404);
  expect((await keeper.post(`${second}/publish`, { note: 'ตามหนังสือแจ้งผล' })).statusCode).toBe(303);
  expect((await keeper.post(`${second}/publish`, { note: '' })).statusCode).toBe(422);
  const open = words((await anybody.get('/performance/2564/open-data')).body);
  for (const part of ['95.750', 'ระดับคุณภาพ', 'ตามหนังสือแจ้งผล', 'พจนานุกรมข้อมูล', 'อ้างอิงแหล่งที่มา']) expect([part, open.includes(part)]).toEqual([part, true]);
  const file = JSON.parse((await anybody.get('/performance/2564/open-data/scores.json')).body);
  const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.map(inOrder) : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder((value as Record<string, unknown>)[key])])) : value);
  expect(createHash('sha256').update(JSON.stringify(inOrder(file.sheet))).digest('hex')).toBe(file.sha256);
  const csv = (await anybody.get('/performance/2564/open-data/scores.csv')).body.trim().split(/\r?\n/);
  expect(csv).toHaveLength(7);
  expect(csv[0]).toContain('fiscal_year');
  // The other one stays inside the house, and nobody's name is in what went out.
  const names = (await house.db.owner.query<{ person_name: string }>('select person_name from performance.score_snapshot')).rows.map(({ person_name: name }) => name);
  expect(names.filter((name) => JSON.stringify(file).includes(name) || open.includes(name))).toEqual([]);
  expect(await house.db.database.read(publicActor, async (tx) => (await tx.db.selectFrom('performance.score_snapshot').select('id').execute()).map((row) => row.id))).toEqual([id]);
  expect(await house.db.database.read(publicActor, async (tx) => await tx.db.selectFrom('performance.scenario').select('id').execute())).toEqual([]);
  expect((await trail('performance.score-published'))).toEqual([{ hash: file.sha256, note: 'ตามหนังสือแจ้งผล' }]);
});

test('the database keeps what was frozen, and who does not keep the year freezes nothing', async () => {
  const [{ id }] = (await house.db.owner.query('select id from performance.score_snapshot where published_at is not null')).rows;
  await expect(house.db.owner.query('update performance.score_snapshot set publish_note = $1 where id = $2', ['อื่น', id])).rejects.toThrow(/published snapshot/);
  await expect(house.db.database.write(system, async (tx) => await tx.db.updateTable('performance.score_snapshot').set({ reason: 'อื่น ๆ' }).execute())).rejects.toThrow(/permission denied/);
  const outsider = { ...publicActor, kind: 'person' as const, id: 1, principals: [1, await unit('สนข.')] };
  await expect(house.db.database.write(outsider, async (tx) => await tx.db.insertInto('performance.score_snapshot').values({
    cycle_id: 2, fiscal_year: 2564, month: 12, kind: 'asked', reason: 'ปลอม', content: '{}', hash: '0'.repeat(64), person_id: 1, person_name: 'x', at: new Date(),
  }).execute())).rejects.toThrow(/row-level security/);
});

test('a cancelled indicator says why and where its weight went', async () => {
  await house.db.database.write(system, async (tx) => {
    const cycle = await cycleOfYear(tx, 2564);
    const indicator = await indicatorByKey(tx, cycle?.id as number, '3.2');
    await settleIndicator(tx, indicator?.id as number, {}, house.services.clock.now());
    await tx.db.updateTable('performance.indicator').set({ state: 'cancelled', cancelled_on: '2020-11-02', cancel_reason: 'งดการสำรวจต่างประเทศ' }).where('id', '=', indicator?.id as number).execute();
  });
  const said = words((await (await house.as('head.kpr')).get('/performance/2564/scores')).body);
  expect(said).toContain('ยกเลิกเมื่อ 2 พ.ย. 2563: งดการสำรวจต่างประเทศ');
  expect(said).toContain('น้ำหนัก 20 กระจายให้ตัวชี้วัดที่เหลือตามสัดส่วนน้ำหนัก');
  expect(said).toContain('น้ำหนักเดิม 20 เพิ่มเป็น 28.000');
});
