import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { publicActor, systemActor, type Actor } from '../../../platform/access/actor.ts';
import { receiveUpload } from '../../../platform/files/upload.ts';
import { readBack } from './testing/state.ts';

const house = useApp();
const system = systemActor('test');
const owner = () => house.db.owner;
const facts = readBack(() => house.db.owner);
const reports = '/performance/2564/results';

/** A file that the secretary of the demo sent, by its id. */
async function upload(content: string | Buffer, fileName: string): Promise<string> {
  const { rows: [me] } = await owner().query<{ id: number }>("select person_id as id from organisation.account where login = 'minutes.kpr'");
  const actor: Actor = { ...publicActor, kind: 'person', id: me?.id ?? 0, principals: [1, me?.id ?? 0], permissions: new Map() };
  const file = await receiveUpload(house.services, actor, { stream: Buffer.from(content), fileName, allow: ['csv', 'xlsx'] });
  if (!file.ok) throw new Error(file.message.en);
  return String(file.value.id);
}

test('the board says who has sent, who has not and who was late, and that no whole working day lay between', async () => {
  const { body, statusCode } = await (await house.as('clerk.kpr')).get('/performance/2564/collect/form');
  expect(statusCode).toBe(200);
  expect(body).toContain('ส่งแล้ว 4 จาก 6 ตัวชี้วัด');
  expect(body).toContain('มีวันทำการเต็มวัน 0 วัน');
  expect(await facts.states('form')).toEqual({ 1: 'submitted', 2: 'returned', '3.1': 'submitted', '3.2': 'submitted', 4: 'open', 5: 'approved' });
  const wanted = await (await house.as('officer.snp')).get('/performance/2564/collect/form?who=wanted');
  expect(wanted.body).toContain('แสดง 2 จาก 6 ตัวชี้วัด');
  expect(wanted.body).toContain('กรุณาระบุให้ชัดว่าเป้าหมายขั้นสูง');
  for (const file of ['board.xlsx', 'board.csv?who=late']) expect((await (await house.as('officer.snp')).get(`/performance/2564/collect/form/${file}`)).statusCode).toBe(200);
  expect((await (await house.as('clerk.kpr')).get('/performance/2564/collect/9')).statusCode).toBe(404);
});

test('what waits is in the inbox of its owner and of the secretariat, and nowhere else', async () => {
  const lines = async (login: string, kind = 'performance') => [...(await (await house.as(login)).get(`/?kind=${kind}`)).body.matchAll(/href="(\/performance\/2564\/(?:results|indicators)\/[\d.]+\/form)"/g)].map(([, link]) => link);
  expect(new Set(await lines('officer.snp', 'indicator-forms'))).toEqual(new Set(['/performance/2564/indicators/2/form']));
  expect(await lines('officer.snp')).toEqual([]);
  expect(new Set(await lines('minutes.kpr'))).toEqual(new Set([`${reports}/1/form`, `${reports}/3.1/form`, `${reports}/3.2/form`]));
  expect(await lines('clerk.slk')).toEqual([]);
});

test('the secretariat checks and locks; an owner cannot check its own; what is locked is opened again only with a reason', async () => {
  const secretary = await house.as('minutes.kpr');
  const officer = await house.as('officer.snp');
  expect((await officer.post(`${reports}/3.1/form/approve`)).statusCode).toBe(403);
  expect((await secretary.post(`${reports}/3.1/form/return`, { note: '' })).statusCode).toBe(422);
  expect((await secretary.post(`${reports}/3.1/form/approve`)).statusCode).toBe(303);
  expect((await secretary.post(`${reports}/3.1/form/approve`)).statusCode).toBe(409);
  expect((await secretary.post(`${reports}/3.1/form/reopen`, { note: '' })).statusCode).toBe(422);
  expect((await officer.post(`${reports}/3.1/form/reopen`, { note: 'แก้' })).statusCode).toBe(403);
  expect((await secretary.post(`${reports}/3.1/form/reopen`, { note: 'เกณฑ์เปลี่ยน' })).statusCode).toBe(303);
  expect((await facts.events('form', '3.1')).slice(-2)).toEqual([['approved', ''], ['reopened', 'เกณฑ์เปลี่ยน']]);
  const trail = await owner().query("select action from platform.audit where action like 'performance.report-%' order by id");
  expect(trail.rows.map(({ action }) => action)).toEqual(['performance.report-approve', 'performance.report-reopen']);
});

test('a round of results is opened with a day that the calendar looks at, and tells its owners once', async () => {
  const secretary = await house.as('minutes.kpr');
  const asked = { round: '6', note: '' };
  const holiday = await secretary.post('/performance/2564/collect/new', { ...asked, dueOn: '5 ธ.ค. 2563' });
  expect([holiday.statusCode, holiday.body.includes('วันหยุดราชการ')]).toEqual([422, true]);
  const hasty = await secretary.post('/performance/2564/collect/new', { ...asked, dueOn: '4 พ.ย. 2563' });
  expect([hasty.statusCode, hasty.body.includes('0 วัน')]).toEqual([422, true]);
  const past = await secretary.post('/performance/2564/collect/new', { ...asked, dueOn: '2 พ.ย. 2563', sure: '1' });
  expect(past.statusCode).toBe(422);
  expect((await (await house.as('officer.snp')).post('/performance/2564/collect/new', { ...asked, dueOn: '9 เม.ย. 2564' })).statusCode).toBe(403);
  expect((await secretary.post('/performance/2564/collect/new', { ...asked, dueOn: '๙ เม.ย. ๒๕๖๔' })).headers.location).toBe('/performance/2564/collect/6');
  expect((await secretary.post('/performance/2564/collect/new', { ...asked, dueOn: '9 เม.ย. 2564' })).statusCode).toBe(409);
  expect(Object.values(await facts.states('6'))).toEqual(['open', 'open', 'open', 'open', 'open', 'open']);
  const told = await owner().query("select count(*)::int as n from platform.notification where words->>'th' like 'เปิดรอบผลรอบ 6 เดือน%'");
  expect(told.rows[0].n).toBeGreaterThan(3);
  const timers = await owner().query("select count(*)::int as n from platform.timer where key like 'performance.%' and cancelled_at is null and fired_at is null");
  expect(timers.rows[0].n).toBe(4);
});

test('a typed value is told what is wrong with it, needs evidence, and explains its score at once', async () => {
  const keeper = await house.as('minutes.kpr');
  const page = `${reports}/5/6`;
  const value = { asOf: '3 พ.ย. 2563', note: '', group: '1', source: 'หนังสือแจ้งผล' };
  expect((await keeper.post(`${page}/submit`)).body).toContain('ต้องบันทึกผลของรอบก่อนส่ง');
  expect((await keeper.post(`${page}/value`, { ...value, value: '28 %' })).body).toContain('ไม่ใช่ร้อยละ');
  expect((await keeper.post(`${page}/value`, { ...value, value: '282.315' })).statusCode).toBe(422);
  expect((await keeper.post(`${page}/value`, { ...value, value: '290', asOf: '4 พ.ย. 2563' })).statusCode).toBe(422);
  expect((await keeper.post(`${page}/value`, { ...value, value: '๓๓๐' })).statusCode).toBe(303);
  const shown = await keeper.get(page);
  expect(shown.body).toContain('คะแนนนับเต็มที่เกณฑ์ขั้นสูงสุด');
  expect((await keeper.post(`${page}/submit`)).body).toContain('ต้องมีหลักฐานอย่างน้อยหนึ่งรายการ');
  expect((await keeper.post(`${page}/evidence`, { links: '/letters/987654321' })).statusCode).toBe(422);
  const file = await upload('หนังสือแจ้งผล', 'แจ้งผล.csv');
  expect((await keeper.post(`${page}/evidence`, { files: file })).statusCode).toBe(303);
  expect((await keeper.post(`${page}/submit`)).statusCode).toBe(303);
  expect((await keeper.post(`${page}/approve`)).statusCode).toBe(303);
  // Locked: neither by the page nor by the database.
  expect((await keeper.post(`${page}/value`, { ...value, value: '300' })).statusCode).toBe(409);
  await expect(owner().query(`insert into performance.result (indicator_id, round_id, value, source, as_of, person_id, person_name, at)
    select i.id, o.id, 1, 'manual', now(), 1, 'x', now() from performance.indicator i join performance.round o on o.cycle_id = i.cycle_id and o.month = 6 where i.key = '5'`)).rejects.toThrow(/reopen it first/);
  expect((await keeper.post(`${page}/reopen`, { note: 'แก้คะแนน' })).statusCode).toBe(303);
  expect((await keeper.post(`${page}/withdraw-value`, { note: 'บันทึกผิดรอบ' })).statusCode).toBe(303);
  expect((await facts.values('6', '5')).map(({ value: one }) => one)).toEqual(['330.000000', null]);
  expect((await keeper.get(page)).body).toContain('ถอนค่ากลับ (ยังไม่มีผล)');
});

test('a percentage out of a survey comes with its interval; rows that cannot be are told', async () => {
  const officer = await house.as('officer.snp');
  const page = `${reports}/3.1/6/value`;
  const row = (n: number, level: string, yes: string, asked: string) => ({ [`lines.${n}.group`]: 'ประชาชนทั่วไป', [`lines.${n}.level`]: level, [`lines.${n}.yes`]: yes, [`lines.${n}.asked`]: asked });
  const common = { asOf: '3 พ.ย. 2563', method: 'สุ่มแบบชั้นภูมิ' };
  expect((await officer.post(page, { ...common, ...row(0, 'รับรู้', '401', '400') })).body).toContain('มากกว่าจำนวนผู้ตอบ');
  expect((await officer.post(page, { ...common, value: '0.77' })).body).toContain('น่าจะหมายถึงร้อยละ 77');
  expect((await officer.post(page, { ...common, ...row(0, 'รับรู้', '๓๒๐', '400'), ...row(1, 'เชื่อมั่น', '296', '400') })).statusCode).toBe(303);
  const [{ value, margin, detail }] = (await facts.values('6', '3.1')) as unknown as [{ value: string; margin: string; detail: { low: string; high: string; levels: unknown[] } }];
  expect(value).toBe('77.000000');
  expect(Number(detail.low)).toBeLessThan(77);
  expect(Math.abs(Number(margin) - (Number(detail.high) - Number(detail.low)) / 2)).toBeLessThan(0.00001);
  expect((await officer.get(`${reports}/3.1/6`)).body).toContain('ช่วงความเชื่อมั่นร้อยละ 95');
  expect((await (await house.as('clerk.slk')).post(page, { ...common, value: '77' })).statusCode).toBe(404);
});

test('steps give the value by a rule that is data; approvals come in their order, and a day that moves says why', async () => {
  const officer = await house.as('officer.snp');
  const stages = await facts.steps('2');
  const edit = (n: number, more: Record<string, string>) => officer.post(`${reports}/2/steps/${stages[n]?.id}`, { rev: String(stages[n]?.rev), place: String(n + 1), title: stages[n]?.title ?? '', state: 'planned', ...more });
  expect((await edit(1, { state: 'done', doneOn: '2 พ.ย. 2563' })).body).toContain('ขั้นที่ 1 ยังไม่แล้วเสร็จ');
  expect((await edit(0, { state: 'done', doneOn: '4 พ.ย. 2563' })).statusCode).toBe(422);
  expect((await edit(2, { plannedOn: '15 ก.ย. 2564' })).body).toContain('บอกเหตุผล');
  expect((await edit(2, { plannedOn: '15 ก.ย. 2564', why: 'กปช. เลื่อนประชุม' })).statusCode).toBe(303);
  expect((await edit(2, { plannedOn: '16 ก.ย. 2564', why: 'อีกครั้ง' })).statusCode).toBe(409);
  expect((await officer.post(`${reports}/2/6/value`, { asOf: '3 พ.ย. 2563' })).statusCode).toBe(303);
  expect((await edit(0, { state: 'done', doneOn: '2 พ.ย. 2563', reference: 'มติที่ 1/2563' })).statusCode).toBe(303);
  expect((await officer.post(`${reports}/2/6/value`, { asOf: '3 พ.ย. 2563' })).statusCode).toBe(303);
  expect((await facts.values('6', '2')).map(({ value }) => value)).toEqual(['0.000000', '1.000000']);
  expect((await officer.get(`${reports}/2/steps`)).body).toContain('กปช. เลื่อนประชุม');
});

test('two people on one report card: what each wrote is joined, and what both changed is shown to the second', async () => {
  const first = await house.as('officer.snp');
  const second = await house.as('acting.snp');
  const page = `${reports}/2/6/card`;
  const card = { achieved: '', measures: '', factors: '', obstacles: '', suggestions: '' };
  expect((await first.post(page, { ...card, rev: '0', achieved: 'ยกร่างแล้ว' })).statusCode).toBe(303);
  expect((await second.post(page, { ...card, rev: '0', obstacles: 'ยังไม่มีวันประชุม' })).statusCode).toBe(303);
  expect(await facts.card('6', '2')).toMatchObject({ achieved: 'ยกร่างแล้ว', obstacles: 'ยังไม่มีวันประชุม' });
  const clash = await second.post(page, { ...card, rev: '0', achieved: 'ร่างแผนเสร็จ', obstacles: '' });
  expect([clash.statusCode, clash.body.includes('แก้ช่องนี้ไว้ระหว่างที่ท่านพิมพ์'), clash.body.includes('ร่างแผนเสร็จ')]).toEqual([422, true, true]);
  // The fields that only the other changed are in the form by now, so that saving again takes nothing away.
  expect(clash.body).toMatch(/<textarea[^>]*name="obstacles"[^>]*>ยังไม่มีวันประชุม/);
  expect(clash.body).toContain('name="rev" value="2"');
});

test('a measure that is bound gives its value with its records; one that is not there is said, and typing stays', async () => {
  const keeper = await house.as('minutes.kpr');
  const rules = `${reports}/4/rules`;
  const asked = { rev: '1', share: 'count', rule: 'cumulative', formula: 'mean' };
  expect((await keeper.get(`${reports}/4/6`)).body).toContain('ยังไม่มีในระบบ');
  expect((await keeper.post(`${reports}/4/6/take-measure`)).statusCode).toBe(409);
  expect((await keeper.post(rules, { ...asked, measure: 'no.such' })).statusCode).toBe(422);
  expect((await (await house.as('clerk.ssc')).post(rules, { ...asked, measure: 'correspondence.letters-sent' })).statusCode).toBe(403);
  expect((await keeper.post(rules, { ...asked, measure: 'correspondence.letters-sent' })).statusCode).toBe(303);
  expect((await keeper.post(rules, { ...asked, measure: 'meetings.held' })).statusCode).toBe(409);
  expect((await keeper.post(`${reports}/4/6/take-measure`)).statusCode).toBe(303);
  const [taken] = (await facts.values('6', '4')) as unknown as [{ value: string; source: string; detail: { records: unknown[]; recordCount: number } }];
  expect([taken.source, Number(taken.value)]).toEqual(['measure', taken.detail.recordCount]);
  expect(taken.detail.records.length).toBe(taken.detail.recordCount);
  // What a measure counted is its own evidence.
  expect((await (await house.as('clerk.ssc')).post(`${reports}/4/6/submit`)).statusCode).toBe(303);
});

test('a file of results is judged row by row, nothing is written before it is confirmed, and what was saved changes nothing', async () => {
  const keeper = await house.as('minutes.kpr');
  const bring = async (content: string | Buffer, name: string) => {
    const answer = await keeper.post('/performance/2564/collect/6/import', { file: await upload(content, name) });
    return { address: String(answer.headers.location), rows: (await owner().query('select rows from performance.result_import order by id desc limit 1')).rows[0].rows as { verdict: string; why: { th: string } | null }[] };
  };
  const count = async () => (await owner().query('select count(*)::int as n from performance.result')).rows[0].n as number;
  const before = await count();
  const { address, rows } = await bring(['รายงานผลรอบ 6 เดือน', 'ตัวชี้วัดที่,ผล,ข้อมูล ณ วันที่,คำอธิบาย', '๓.๒,๗๒.๕,๓ พ.ย. ๒๕๖๓,จากไฟล์', '3.2,73,3/11/2563,', '9,1,,', ',70,,ผสานเซลล์', '5,28 %,,', '2,2,,'].join('\n'), 'ผล.csv');
  expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'duplicate', 'refused', 'refused', 'refused', 'refused']);
  expect(await count()).toBe(before);
  expect((await (await house.as('officer.snp')).get(address)).statusCode).toBe(403);
  expect((await keeper.get(address)).body).toContain('ถ้าผสานเซลล์ไว้');
  expect((await keeper.post(`${address}/confirm`)).statusCode).toBe(303);
  expect((await keeper.post(`${address}/confirm`)).statusCode).toBe(409);
  expect(await count()).toBe(before + 1);
  const saved = await keeper.get('/performance/2564/collect/6/results.xlsx');
  const again = await bring(saved.rawPayload, 'ส่งออก.xlsx');
  expect(new Set(again.rows.map(({ verdict }) => verdict))).toEqual(new Set(['same']));
});

test('a round is confirmed as a whole by an executive, once everything in it is checked', async () => {
  const keeper = await house.as('minutes.kpr');
  const executive = await house.as('director-general');
  expect((await executive.post('/performance/2564/collect/form/confirm')).body).toContain('ยังไม่ได้ตรวจ');
  await house.db.database.write(system, async (tx) => {
    await tx.db.updateTable('performance.submission').set({ state: 'submitted' }).where('round_id', 'in', tx.db.selectFrom('performance.round').select('id').where('kind', '=', 'form')).where('state', '<>', 'approved').execute();
  });
  const { rows } = await owner().query("select s.id from performance.submission s join performance.round o on o.id = s.round_id where o.kind = 'form' and s.state = 'submitted'");
  expect((await keeper.post('/performance/2564/collect/form/approve', { picked: rows.map(({ id }) => String(id)) })).statusCode).toBe(303);
  expect((await executive.get('/?kind=performance')).body).toContain('/performance/2564/collect/form');
  expect((await keeper.post('/performance/2564/collect/form/confirm')).statusCode).toBe(403);
  expect((await executive.post('/performance/2564/collect/form/confirm')).statusCode).toBe(303);
  expect(new Set(Object.values(await facts.states('form')))).toEqual(new Set(['confirmed']));
  expect((await keeper.post(`${reports}/5/form/reopen`, { note: 'แก้' })).statusCode).toBe(409);
  expect((await executive.post(`${reports}/5/form/reopen-confirmed`, { note: 'เป้าหมายเปลี่ยน' })).statusCode).toBe(303);
  expect((await facts.states('form'))['5']).toBe('open');
  expect((await owner().query("select closed_at from performance.round where kind = 'form'")).rows[0].closed_at).toBeNull();
});

test('the second wall: who owns nothing here writes nothing, whatever the code asks', async () => {
  const stranger: Actor = { ...publicActor, kind: 'person', id: 1_000_001, principals: [1, 1_000_001], permissions: new Map() };
  await expect(house.services.database.write(stranger, async (tx) => tx.db.insertInto('performance.step').values({ indicator_id: 1, place: 9, title: 'แทรก', changed_by: 1, changed_at: new Date() }).execute())).rejects.toThrow(/row-level security/);
  await house.services.database.read(publicActor, async (tx) => {
    for (const table of ['performance.step', 'performance.indicator_measuring', 'performance.report_card_version', 'performance.step_event', 'performance.result_import'] as const) expect((await tx.db.selectFrom(table).selectAll().execute()).length).toBe(0);
  });
});

test('reminders go out on working days and to the head when it is late; bound measures are taken when the days are over', async () => {
  const told = async (text: string) => (await owner().query("select count(*)::int as n from platform.notification where words->>'th' like $1", [`%${text}%`])).rows[0].n as number;
  await house.moveTo('2021-04-01T00:10:00+07:00');
  await house.runJobs();
  const taken = await owner().query("select count(*)::int as n from platform.audit where action = 'performance.measure-taken' and actor_id = 0");
  expect(taken.rows[0].n).toBeGreaterThanOrEqual(0);
  await house.moveTo('2021-04-09T08:31:00+07:00');
  await house.runJobs();
  expect(await told('วันนี้ครบกำหนดส่งผลรอบ 6 เดือน')).toBeGreaterThan(0);
  const before = await told('ยังไม่ส่งผลรอบ 6 เดือน ซึ่งครบกำหนด');
  await house.moveTo('2021-04-16T08:31:00+07:00');
  await house.runJobs();
  expect([before, (await told('ยังไม่ส่งผลรอบ 6 เดือน ซึ่งครบกำหนด')) > 0]).toEqual([0, true]);
  const reminded = await facts.events('6', '1');
  expect(reminded.filter(([kind]) => kind === 'reminded').length).toBe(2);
});
