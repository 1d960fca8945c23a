import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';

const house = useApp();
const base = '/performance/2564';
const one = async (sql: string, ...values: unknown[]) => (await house.db.owner.query(sql, values)).rows[0];
const idOf = async (key: string): Promise<number> => (await one("select i.id from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1", key)).id;
const indicator = (key: string) => one("select i.* from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1", key);
const news = async (login: string): Promise<string[]> => (await house.db.owner.query("select n.words ->> 'th' as words from platform.notification n join organisation.account a on a.person_id = n.person_id where a.login = $1", [login])).rows.map(({ words }) => words);

const word = { stage: 'opdc', authority: 'opdc', scale: '50-75-100', below: 'zero', reason: 'ตามผลการพิจารณา', decidedOn: '2 พ.ย. 2563', reference: 'นร 1200/1' };
const said = (client: Client, key: string, fields: Record<string, string>) => client.post(`${base}/targets/${key}/new`, { ...word, ...fields });

test('the same result is scored under every word, and under both authorities', async () => {
  const reader = await house.as('clerk.snk');
  const { body, statusCode } = await reader.get(`${base}/targets/3.1?value=72`);
  expect(statusCode).toBe(200);
  // 50 + (72 − 70) ÷ 5 × 25 of the OPDC, beyond the top of the Budget Bureau.
  for (const words of ['60.000', '100.000', 'สำนักงบประมาณ', 'เอกสารระบุปีงบประมาณ พ.ศ. 2565', 'ขนาดงบประมาณ']) expect(body).toContain(words);
  const wrong = await reader.get(`${base}/targets/3.1?value=เจ็ดสิบ`);
  expect([wrong.statusCode, wrong.body.includes('ต้องเป็นตัวเลข')]).toEqual([200, true]);
  expect(body).not.toContain(`${base}/targets/3.1/new`);
});

test('the board has a line for each indicator, with what is open and a target below last year', async () => {
  const { body } = await (await house.as('clerk.snk')).get('/performance/targets');
  for (const words of ['ต่ำกว่าผลปีก่อน', 'กำหนดไม่ตรงกัน', 'ประเด็นที่ยังไม่ยุติ 5 เรื่อง', 'รวม 100']) expect(body).toContain(words);
  const program = JSON.parse((await (await house.as('clerk.snk')).get(`/api/v1${base}/targets`)).body);
  expect(program.data.items.map((line: { key: string; belowLastYear: boolean }) => [line.key, line.belowLastYear])).toEqual([['1', false], ['2', false], ['3.1', false], ['3.2', false], ['4', true], ['5', false]]);
  expect((await (await house.as('clerk.snk')).get(`${base}/targets.xlsx`)).statusCode).toBe(200);
});

test('an owner proposes; wrong ladders and weights are told at their fields, and one press mends them', async () => {
  const owner = await house.as('head.ssc');
  const proposal = { stage: 'proposed', weight: '15', weightGround: 'mission' };
  const reversed = await said(owner, '1', { ...proposal, v0: '4', v1: '3', v2: '2' });
  expect(reversed.statusCode).toBe(422);
  expect(reversed.body).toContain('สลับลำดับเป็น 2 / 3 / 4');
  expect(reversed.body).toContain('ตามผลการพิจารณา');
  const fraction = await said(owner, '1', { ...proposal, v0: '2', v1: '3', v2: '4', weight: '0.15' });
  expect([fraction.statusCode, fraction.body.includes('น้ำหนัก 0.15 น่าจะหมายถึงร้อยละ 15')]).toEqual([422, true]);
  for (const [fields, words] of [
    [{ v0: '0', v1: '3', v2: '4' }, 'ผลเป็นศูนย์ก็ได้ 50 คะแนนแล้ว'], [{ v0: '3', v1: '3', v2: '4' }, 'สองขั้นใช้ค่า 3 เดียวกัน'], [{ v0: 'สอง', v1: '3', v2: '4' }, 'ต้องเป็นตัวเลข'],
    [{ v0: '2', v1: '5', v2: '4' }, 'ต้องไม่น้อยกว่าค่าของขั้นก่อนหน้า'], [{ weight: '' }, 'อย่างน้อยหนึ่งอย่าง'], [{ weightGround: '' }, 'เหตุของน้ำหนัก'], [{ v2: '4', yearSaid: '2565' }, 'แต่กรอบการประเมินเป็นของปีงบประมาณ พ.ศ. 2564'],
  ] as const) {
    const answer = await said(owner, '1', { ...proposal, ...fields } as Record<string, string>);
    expect([answer.statusCode, words, answer.body.includes(words)]).toEqual([422, words, true]);
  }
  expect((await said(owner, '1', { ...proposal, v0: '4', v1: '3', v2: '2', repair: 'all' })).statusCode).toBe(303);
  const both = await said(owner, '1', { ...proposal, v1: '4', v2: '3', weight: '0.15' });
  expect(both.body).toContain('สลับลำดับเป็น 3 / 4 ใช้น้ำหนัก 15 แล้วบันทึก');
  expect((await said(owner, '1', { ...proposal, v2: '4', weight: '0.15', repair: 'all' })).statusCode).toBe(303);
  const { rows } = await house.db.owner.query('select ladder, weight::text from performance.target where indicator_id = $1 order by id desc limit 2', [await idOf('1')]);
  expect(rows).toEqual([{ ladder: { values: ['4'], scores: ['100'], below: 'zero' }, weight: '15.000000' }, { ladder: { values: ['2', '3', '4'], scores: ['50', '75', '100'], below: 'zero' }, weight: '15.000000' }]);
  // What was only proposed changes no score, and waits for the deputy.
  expect((await indicator('1')).ladder.values).toEqual(['2', '3', '4']);
  expect((await (await house.as('deputy')).get('/')).body).toContain('ตัวชี้วัด ๑');
  const review = await said(await house.as('deputy'), '1', { stage: 'pre-review', v2: '4' });
  expect(review.statusCode).toBe(303);
  expect((await (await house.as('deputy')).get('/')).body).not.toContain('ตัวชี้วัด ๑');
});

test('a doubt is told and may stay, once it was looked at', async () => {
  const keeper = await house.as('head.kpr');
  const doubt = await said(keeper, '4', { v2: '1' });
  expect([doubt.statusCode, doubt.body.includes('ดำเนินการขั้นที่ 1, 3 แล้ว')]).toEqual([422, true]);
  expect((await said(keeper, '4', { v2: '1', sure: '1' })).statusCode).toBe(303);
  expect((await indicator('4')).ladder).toEqual({ values: ['1'], scores: ['100'], below: 'zero' });
  expect((await news('head.ssc')).some((words) => words.includes('ตัวชี้วัด 4 จาก 1 / 2 / 3 เป็น 1 (100)'))).toBe(true);
});

test('the committee raises a target: it is scored by, the story stays, the owners are told', async () => {
  const keeper = await house.as('head.kpr');
  const before = (await one('select count(*)::int as n from performance.target')).n;
  expect((await said(keeper, '2', { stage: 'committee', v0: '2', v1: '3', v2: '4' })).statusCode).toBe(303);
  expect([(await indicator('2')).ladder.values, (await indicator('2')).state]).toEqual([['2', '3', '4'], 'draft']);
  expect((await said(keeper, '2', { stage: 'final', v0: '2', v1: '3', v2: '4' })).statusCode).toBe(303);
  expect([(await indicator('2')).state, (await one('select count(*)::int as n from performance.target')).n]).toEqual(['final', before + 2]);
  expect((await news('acting.snp')).some((words) => words.includes('จาก 1 / 2 / 3 เป็น 2 / 3 / 4'))).toBe(true);
  const late = await said(await house.as('acting.snp'), '2', { stage: 'proposed', v2: '4', sure: '1' });
  expect([late.statusCode, late.body.includes('เป็นค่าสุดท้ายแล้ว')]).toEqual([422, true]);
  await expect(house.db.owner.query('set role krom_app; update performance.target set reason = $$x$$')).rejects.toThrow(/permission denied/);
  await house.db.owner.query('reset role');
});

test('the authority that counts is named with a reason, and settles nothing that it has not decided', async () => {
  const keeper = await house.as('head.kpr');
  const ask = (key: string, authority: string) => keeper.post(`${base}/targets/${key}/authority`, { authority, reason: 'สำนักงาน ก.พ.ร. เห็นชอบให้ใช้', decidedOn: '2 พ.ย. 2563' });
  expect((await ask('1', 'budget-bureau')).statusCode).toBe(422);
  expect((await ask('3.1', 'opdc')).statusCode).toBe(422);
  expect((await ask('3.1', 'budget-bureau')).statusCode).toBe(303);
  expect((await indicator('3.1')).ladder.values).toEqual(['60', '65', '70']);
  expect((await ask('3.1', 'opdc')).statusCode).toBe(422);
  expect((await (await house.as('head.ssc')).get(`${base}/targets/3.1/authority`)).statusCode).toBe(403);
});

test('what is not yours to say is refused; what is not there is 404', async () => {
  const stranger = await house.as('clerk.snk');
  // สนข. owns indicator 1 and none other.
  expect((await said(stranger, '5', { stage: 'proposed', v2: '300' })).statusCode).toBe(403);
  expect((await said(await house.as('head.ssc'), '1', { stage: 'final', v2: '4' })).statusCode).toBe(403);
  expect((await stranger.get(`${base}/targets/9`)).statusCode).toBe(404);
  expect((await stranger.get(`${base}/targets/3`)).statusCode).toBe(404);
  expect((await stranger.get('/performance/2577/targets')).statusCode).toBe(404);
  expect((await stranger.get(`${base}/targets/5/years`)).statusCode).toBe(404);
  expect((await house.anybody().get(`${base}/targets`)).statusCode).not.toBe(200);
});

test('the years of an indicator stand beside each other; a plan that somebody changed meanwhile is not overwritten', async () => {
  const { body } = await (await house.as('clerk.snk')).get(`${base}/targets/4`);
  for (const words of ['นำร่อง', 'ขั้นถัดไป', 'ดำเนินการขั้นที่ 1, 3', '>2565']) expect(body).toContain(words);
  const keeper = await house.as('head.kpr');
  const plan = (fields: Record<string, string>) => keeper.post(`${base}/targets/4/years/plan`, { fiscalYear: '2565', phase: 'next', text: 'ขั้นที่ 2 และ 3', rev: '1', ...fields });
  expect((await plan({})).statusCode).toBe(303);
  const stale = await plan({ text: 'ของอีกคน' });
  expect([stale.statusCode, stale.body.includes('ของอีกคน')]).toEqual([409, true]);
  expect((await keeper.post(`${base}/targets/1/years`, { earlier: String(await idOf('2')) })).statusCode).toBe(422);
});
