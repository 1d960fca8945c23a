import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';
import { demoPassword } from '../../organisation/index.ts';

const house = useApp();
const rows = async (text: string, ...values: unknown[]) => (await house.db.owner.query(text, values)).rows;
const unit = async (short: string): Promise<number> => (await rows("select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", short))[0].unit_id;
const card = async (short: string): Promise<string> => `/performance/scorecards/${(await rows('select id from performance.scorecard where unit_id = $1', await unit(short)))[0].id}`;
const line = { kind: 'own', title: 'ร้อยละของงานที่แล้วเสร็จตามกำหนด', unitOfMeasure: 'ร้อยละ', better: 'more', weight: '10', v1: '60', v2: '70', v3: '80', v4: '90', v5: '๑๐๐', below: 'lowest' };
const add = (client: Client, at: string, more: Record<string, string> = {}) => client.post(`${at}/lines/new`, { ...line, ...more });

test('the demo: one signed and half read, one proposed, one being drawn up', async () => {
  const clerk = await house.as('clerk.snk');
  const { body, statusCode } = await clerk.get('/performance/scorecards?year=2564');
  expect(statusCode).toBe(200);
  for (const words of ['ลงนามแล้ว', 'รอผู้อำนวยการลงนาม', 'กำลังจัดทำ', '3 จาก 3 หน่วยงาน']) expect(body).toContain(words);
  expect((await clerk.get('/performance/scorecards?year=2564&state=signed')).body).toContain('1 จาก 3 หน่วยงาน');
  for (const ending of ['xlsx', 'csv']) expect((await clerk.get(`/performance/scorecards/units.${ending}?year=2564`)).statusCode).toBe(200);
  const readers = await rows("select count(*)::int as all, (select count(*)::int from performance.agreement_reading) as read from performance.agreement_reader");
  expect(readers[0].read).toBe(Math.floor(readers[0].all / 2));
  const own = await clerk.get(await card('ศสช.'));
  for (const words of ['จากตัวชี้วัดที่ 1 มีส่วนร่วมร้อยละ 60', 'ค่าที่ยังไม่มีไม่นับเป็นศูนย์', 'ยังไม่มีผลรอบ 6 เดือน', 'ระบบสารบรรณอิเล็กทรอนิกส์', '3.5000']) expect([words, own.body.includes(words)]).toEqual([words, true]);
});

test('wrong lines are told at their fields, with what was typed; a stranger finds nothing to write', async () => {
  const at = await card('สนผ.');
  const officer = await house.as('officer.snp');
  for (const [more, words] of [
    [{ weight: '0.15' }, 'น้ำหนัก 0.15 น่าจะหมายถึงร้อยละ 15'], [{ weight: 'สิบ' }, 'ต้องเป็นตัวเลข'], [{ v3: '65' }, 'ต้องไม่น้อยกว่า'], [{ kind: 'cascaded' }, 'กรุณาเลือกตัวชี้วัดของกรม'], [{ kind: 'added' }, 'กรุณาเลือกหัวข้อ'],
    [{ kind: 'added', topic: 'masterpiece' }, 'มีรายการนี้อยู่แล้ว'],
  ] as const) {
    const answer = await add(officer, at, more as Record<string, string>);
    expect([answer.statusCode, words, answer.body.includes(words)]).toEqual([422, words, true]);
    expect(answer.body).toContain(line.title);
  }
  const stranger = await house.as('clerk.snk');
  expect((await add(stranger, at)).statusCode).toBe(404);
  expect((await stranger.get(`${at}/settings`)).statusCode).toBe(404);
  expect((await stranger.post(`${at}/agreement/propose`)).statusCode).toBe(404);
  expect((await stranger.get('/performance/scorecards/99999')).statusCode).toBe(404);
});

test('two people on one line: the second is told, and loses nothing', async () => {
  const at = await card('สนผ.');
  const officer = await house.as('officer.snp');
  const [{ id, rev }] = await rows("select l.id, l.rev from performance.scorecard_line l join performance.scorecard s on s.id = l.scorecard_id where s.unit_id = $1 and l.kind = 'added' and l.topic = 'masterpiece'", await unit('สนผ.'));
  const change = (title: string) => officer.post(`${at}/lines/${id}`, { ...line, kind: 'added', topic: 'masterpiece', weight: '5', title, rev: String(rev) });
  expect((await change('ผลงานเด่นของสำนัก')).statusCode).toBe(303);
  const second = await change('ชื่อที่พิมพ์ทีหลัง');
  expect([second.statusCode, second.body.includes('มีผู้แก้ไขรายการนี้'), second.body.includes('ชื่อที่พิมพ์ทีหลัง')]).toEqual([422, true, true]);
});

test('a result, its level and its reason; taken back it is missing again', async () => {
  const at = await card('สนผ.');
  const officer = await house.as('officer.snp');
  const [{ id }] = await rows("select l.id from performance.scorecard_line l join performance.scorecard s on s.id = l.scorecard_id where s.unit_id = $1 and l.indicator_key = '3.1'", await unit('สนผ.'));
  expect((await officer.post(`${at}/lines/${id}/result`, { month: '6', value: 'มาก' })).statusCode).toBe(422);
  expect((await officer.post(`${at}/lines/${id}/result`, { month: '6', value: '' })).statusCode).toBe(422);
  expect((await officer.post(`${at}/lines/${id}/result`, { month: '6', value: '๗๒.๕', evidence: 'รายงานผลสำรวจ' })).statusCode).toBe(303);
  const program = async () => JSON.parse((await officer.get(`/api/v1${at}?month=6`)).body).data;
  const level = async () => (await program()).items.find((one: { id: number }) => one.id === id).level;
  expect(await level()).toBe('3.5');
  expect((await officer.get(`${at}?month=6`)).body).toContain('รายงานผลสำรวจ');
  expect((await officer.post(`${at}/lines/${id}/result`, { month: '6', takeBack: '1' })).statusCode).toBe(303);
  expect(await level()).toBe(null);
  expect((await program()).card.score).toBe(null);
  expect((await (await house.as('clerk.snk')).post(`${at}/lines/${id}/result`, { month: '6', value: '80' })).statusCode).toBe(404);
});

test('"cannot do" has a reason and a day, is told to the secretariat, and is taken back', async () => {
  const at = await card('สนผ.');
  const officer = await house.as('officer.snp');
  const [{ id }] = await rows("select l.id from performance.scorecard_line l join performance.scorecard s on s.id = l.scorecard_id where s.unit_id = $1 and l.indicator_key = '3.1'", await unit('สนผ.'));
  expect((await officer.post(`${at}/lines/${id}/cannot`, { reason: 'ยังไม่ได้รับงบประมาณการสำรวจ' })).statusCode).toBe(303);
  const { body } = await officer.get(at);
  for (const words of ['ดำเนินการไม่ได้', 'ยังไม่ได้รับงบประมาณการสำรวจ']) expect(body).toContain(words);
  const told = await rows("select a.login from platform.notification n join organisation.account a on a.person_id = n.person_id where n.words ->> 'th' like '%แจ้งว่าดำเนินการไม่ได้%'");
  expect(told.map(({ login }) => login)).toContain('head.kpr');
  expect((await officer.post(`${at}/lines/${id}/cannot`, { reason: '' })).statusCode).toBe(303);
  expect((await rows('select cannot_on from performance.scorecard_line where id = $1', id))[0].cannot_on).toBe(null);
});

test('weights must come to 100 before the agreement is proposed; then it is signed by the acting head and the deputy, with authority kept', async () => {
  const at = await card('สนผ.');
  const officer = await house.as('officer.snp');
  expect((await add(officer, at)).statusCode).toBe(303);
  const refused = await officer.post(`${at}/agreement/propose`);
  expect([refused.statusCode, refused.body.includes('รวมกันได้ 105 ต้องเป็น 100')]).toEqual([422, true]);
  const [{ id }] = await rows('select id from performance.scorecard_line where title = $1', line.title);
  const [{ rev }] = await rows('select rev from performance.scorecard_line where id = $1', id);
  expect((await officer.post(`${at}/lines/${id}`, { ...line, weight: '5', rev: String(rev) })).statusCode).toBe(303);
  expect((await officer.post(`${at}/agreement/propose`)).statusCode).toBe(303);
  // What is being signed does not change under the pen.
  expect((await add(officer, at, { title: 'อีกรายการ' })).statusCode).toBe(409);
  const acting = await house.as('acting.snp');
  expect((await acting.get('/')).body).toContain(`${at}/agreement`);
  const deputy = await house.as('deputy');
  expect((await deputy.post(`${at}/agreement/sign`, { password: demoPassword })).statusCode).toBe(403);
  expect((await officer.post(`${at}/agreement/sign`, { password: demoPassword })).statusCode).toBe(403);
  const wrong = await acting.post(`${at}/agreement/sign`, { password: 'ไม่ใช่รหัสนี้' });
  expect([wrong.statusCode, wrong.body.includes('รหัสผ่านไม่ถูกต้อง')]).toEqual([422, true]);
  expect((await acting.post(`${at}/agreement/sign`, { password: demoPassword })).statusCode).toBe(303);
  expect((await deputy.post(`${at}/agreement/sign`, { password: demoPassword })).statusCode).toBe(303);
  const signed = await rows('select s.role, s.authority ->> \'kind\' as kind, s.content_hash = a.content_hash as same from performance.agreement_signature s join performance.agreement a on a.id = s.agreement_id join performance.scorecard c on c.id = a.scorecard_id where c.unit_id = $1 order by s.at', await unit('สนผ.'));
  expect(signed).toEqual([{ role: 'head', kind: 'acting', same: true }, { role: 'executive', kind: 'own', same: true }]);
  const pdf = await officer.get(`${at}/agreement.pdf`);
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  // Everybody of the unit is asked to take note.
  expect((await officer.get('/')).body).toContain(`${at}/readers`);
  expect((await officer.post(`${at}/readers/note`)).statusCode).toBe(303);
  expect((await officer.get('/')).body).not.toContain(`${at}/readers`);
  expect((await (await house.as('clerk.snk')).post(`${at}/readers/note`)).statusCode).toBe(403);
  // A change is a new version; the signed one stays as it was.
  expect((await officer.post(`${at}/agreement/propose`)).statusCode).toBe(409);
  expect((await officer.post(`${at}/lines/${id}`, { ...line, weight: '5', v5: '99', rev: String(Number(rev) + 1) })).statusCode).toBe(303);
  expect((await officer.get(at)).body).toContain('ต้องเสนอคำรับรองฉบับใหม่');
  expect((await officer.post(`${at}/agreement/propose`)).statusCode).toBe(303);
  expect((await deputy.post(`${at}/agreement/return`, { reason: 'ทบทวนค่าของระดับ 5' })).statusCode).toBe(303);
  expect((await officer.get(`${at}/agreement`)).body).toContain('ทบทวนค่าของระดับ 5');
  await expect(house.db.owner.query("update performance.agreement set state = 'proposed' where state = 'signed'")).rejects.toThrow('settled');
});

test('who has not taken note is reminded in one press, by the unit alone', async () => {
  const at = await card('ศสช.');
  const head = await house.as('head.ssc');
  const left = (await rows('select count(*)::int as n from performance.agreement_reader r join performance.agreement a on a.id = r.agreement_id join performance.scorecard s on s.id = a.scorecard_id where s.unit_id = $1 and not exists (select from performance.agreement_reading d where d.agreement_id = r.agreement_id and d.person_id = r.person_id)', await unit('ศสช.')))[0].n;
  expect((await (await house.as('clerk.snk')).post(`${at}/readers/remind`)).statusCode).toBe(404);
  expect((await head.post(`${at}/readers/remind`)).statusCode).toBe(303);
  const told = await rows("select count(*)::int as n from platform.notification where words ->> 'th' like 'แจ้งเตือน: กรุณารับทราบ%' and href = $1", `${at}/readers`);
  expect(told[0].n).toBe(left);
});

test('a scorecard begins with the three topics; a unit has one of a year', async () => {
  const keeper = await house.as('head.kpr');
  const snk = String(await unit('สนข.'));
  expect((await keeper.post('/performance/scorecards/new', { unit: snk, weightSum: '1', topics: '1' })).statusCode).toBe(303);
  expect((await rows('select weight::float8 as w from performance.scorecard_line l join performance.scorecard s on s.id = l.scorecard_id where s.unit_id = $1', snk)).map(({ w }) => w)).toEqual([0.05, 0.05, 0.05]);
  expect((await keeper.post('/performance/scorecards/new', { unit: snk, weightSum: '1' })).statusCode).toBe(422);
  expect((await (await house.as('officer.snp')).post('/performance/scorecards/new', { unit: String(await unit('สปต.')), weightSum: '100' })).statusCode).toBe(422);
});

test('masterpieces take addresses of the web, nothing that a browser would run, and pack into a PDF', async () => {
  const at = await card('ศสช.');
  const head = await house.as('head.ssc');
  expect((await head.post(`${at}/masterpieces`, { title: 'คลิปใหม่', clip: 'javascript:alert(1)' })).statusCode).toBe(422);
  expect((await head.post(`${at}/masterpieces`, { title: 'คลิปใหม่', clip: 'https://clip.example.go.th/2', area: 'จังหวัดน่าน' })).statusCode).toBe(303);
  expect((await head.get(`${at}/masterpieces`)).body).toContain('จังหวัดน่าน');
  expect((await head.get(`${at}/masterpieces.pdf`)).headers['content-type']).toBe('application/pdf');
});

test('the cascade joins levels by the rule of each indicator, which the secretariat sets', async () => {
  const keeper = await house.as('head.kpr');
  const [{ id }] = await rows("select i.id from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = '1'");
  expect((await keeper.get('/performance/scorecards/cascade?year=2564')).body).toContain('รวมได้ 60 ต้องเป็น 100');
  expect((await keeper.post(`/performance/scorecards/cascade/${id}`, { rule: 'lowest' })).statusCode).toBe(303);
  const program = JSON.parse((await keeper.get('/api/v1/performance/scorecards/cascade?year=2564')).body).data;
  expect(program.items.find((one: { key: string }) => one.key === '1').rule).toBe('lowest');
  expect((await (await house.as('officer.snp')).post(`/performance/scorecards/cascade/${id}`, { rule: 'own' })).statusCode).toBe(403);
});

test('the database itself lets nobody write for another unit, sign or take note for another person', async () => {
  const [{ person_id: me }] = await rows("select person_id from organisation.account where login = 'officer.snp'");
  const actor = { kind: 'person' as const, id: me as number, name: 'x', principals: [1, me as number, await unit('สนผ.')], permissions: new Map() };
  const [{ id: other }] = await rows('select id from performance.scorecard where unit_id = $1', await unit('ศสช.'));
  const [{ agreement_id: agreement, person_id: reader }] = await rows('select agreement_id, person_id from performance.agreement_reader r where not exists (select from performance.agreement_reading d where d.person_id = r.person_id) limit 1');
  const refused = (write: (tx: Parameters<Parameters<typeof house.services.database.write>[1]>[0]) => Promise<unknown>) => expect(house.services.database.write(actor, write)).rejects.toThrow('row-level security');
  await refused((tx) => tx.db.insertInto('performance.masterpiece').values({ scorecard_id: other, title: 'ของคนอื่น', added_by: me, added_at: new Date() }).execute());
  await refused((tx) => tx.db.insertInto('performance.agreement_reading').values({ agreement_id: agreement, person_id: reader, at: new Date() }).execute());
  await house.services.database.read({ ...actor, kind: 'public', principals: [] }, async (tx) => expect(await tx.db.selectFrom('performance.scorecard').select('id').execute()).toEqual([]));
});
