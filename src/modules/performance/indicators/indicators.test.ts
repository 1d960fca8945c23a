import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { publicActor, type Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { readZip } from '../../../platform/tables/zip.ts';

const house = useApp();
const unit = async (short: string) => String((await house.db.owner.query("select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", [short])).rows[0].unit_id);
const of = (key: string, rest = '') => `/performance/2564/indicators/${key}${rest}`;
const idOf = async (key: string) => (await house.db.owner.query('select i.id from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1', [key])).rows[0].id as number;
const formFields = async (key: string) => (await house.db.owner.query('select rev, content from performance.indicator_form where indicator_id = $1', [await idOf(key)])).rows[0] as { rev: number; content: Record<string, unknown> };

/** A form as a browser sends it. */
function sent(content: Record<string, unknown>, rev: number, changes: Record<string, string> = {}): Record<string, string> {
  const body: Record<string, string> = { rev: String(rev) };
  for (const [code, value] of Object.entries(content)) {
    if (!Array.isArray(value)) body[code] = String(value);
    else value.forEach((row, at) => { for (const [name, text] of typeof row === 'string' ? [['text', row]] : Object.entries(row as object)) body[`${code}.${at}.${name}`] = String(text); });
  }
  return { ...body, ...changes };
}

test('every page of the room opens for its people, and is shut to who has no part in it', async () => {
  const keeper = await house.as('head.kpr');
  for (const path of ['/performance/cycles/new', '/performance/2564/sheet', '/performance/2563/sheet', '/performance/2564/sheet/copy', '/performance/2564/indicators/new', of('3.1'), of('3'), of('2', '/form'), of('2', '/edit'), of('2', '/versions'), of('4', '/copy'), of('1', '/links'), of('2', '/notes'), '/performance/2564/projects', '/performance/2564/projects/new', '/performance/2564/reform-reports', '/performance/2564/forms/import', `/performance/indicators/${await idOf('2')}`]) {
    expect([path, (await keeper.get(path)).statusCode]).toEqual([path, 200]);
  }
  const owner = await house.as('officer.snp');
  expect((await owner.get(of('2', '/form'))).statusCode).toBe(200);
  expect((await owner.get(of('4', '/form'))).statusCode).toBe(404);
  expect((await owner.get('/performance/2564/indicators/new')).statusCode).toBe(403);
  expect((await owner.get(of('9'))).statusCode).toBe(404);
  expect((await owner.get('/performance/2570/sheet')).statusCode).toBe(404);
});

test('the form shows what it is, and says to its owner what is missing', async () => {
  const { body } = await (await house.as('officer.snp')).get(of('2'));
  for (const words of ['กปช. เห็นชอบร่าง', 'มติคณะรัฐมนตรี วันที่ 15 กันยายน 2563', 'มติระเบียบวาระที่', 'สนผ.', 'กรอกแบบ']) expect([words, body.includes(words)]).toEqual([words, true]);
  const versions = (await (await house.as('officer.snp')).get(of('2', '/versions'))).body;
  expect(versions.includes('<ins>')).toBe(true);
  expect(versions.includes('วริศรา')).toBe(true);
});

test('two people on one form: other fields are put together, the same field is shown and nothing is written', async () => {
  const { rev, content } = await formFields('2');
  const first = await house.as('officer.snp');
  const second = await house.as('head.kpr');
  expect((await first.post(of('2', '/form'), sent(content, rev, { scope: 'ขอบเขตที่คนแรกเขียน' }))).statusCode).toBe(303);
  // Another field, on the older state.
  expect((await second.post(of('2', '/form'), sent(content, rev, { formula: 'สูตรที่คนที่สองเขียน' }))).statusCode).toBe(303);
  const both = await formFields('2');
  expect([both.content['scope'], both.content['formula'], both.rev]).toEqual(['ขอบเขตที่คนแรกเขียน', 'สูตรที่คนที่สองเขียน', rev + 2]);
  // The same field, on the older state.
  const clash = await second.post(of('2', '/form'), sent(content, rev, { scope: 'ขอบเขตของคนที่สอง', definition: 'นิยามใหม่' }));
  expect(clash.statusCode).toBe(422);
  for (const words of ['ขอบเขตของคนที่สอง', 'นิยามใหม่', 'สูตรที่คนที่สองเขียน', '<ins>', '<del>', `name="rev" value="${rev + 2}"`]) expect([words, clash.body.includes(words)]).toEqual([words, true]);
  expect((await formFields('2')).rev).toBe(rev + 2);
  expect((await second.post(of('2', '/form'), sent({ ...both.content, scope: 'รวมกันแล้ว' }, rev + 2))).statusCode).toBe(303);
  const trail = await house.db.owner.query("select detail from platform.audit where action = 'performance.form-saved' order by id");
  expect(trail.rows.map(({ detail }) => detail.fields)).toEqual([['scope'], ['formula'], ['scope']]);
});

test('what cannot be read is told at its field, and a stranger writes nothing', async () => {
  const { rev, content } = await formFields('2');
  const owner = await house.as('officer.snp');
  const bad = await owner.post(of('2', '/form'), sent(content, rev, { 'steps.0.due': '32 ธ.ค. 2563', 'baseline.0.year': 'ปีก่อน' }));
  expect(bad.statusCode).toBe(422);
  expect(bad.body.includes('32 ธ.ค. 2563')).toBe(true);
  expect((await (await house.as('clerk.ssc')).post(of('2', '/form'), sent(content, rev))).statusCode).toBe(404);
  expect((await house.as('clerk.snk').then((stranger) => stranger.post(of('2', '/links'), { kind: 'other', title: 'ทดสอบ', href: '' }))).statusCode).toBe(404);
  expect((await formFields('2')).rev).toBe(rev);
});

test('the keeper draws up the sheet: a weight of 0.15 is told and put right at one press', async () => {
  const keeper = await house.as('head.kpr');
  const rows = (await house.db.owner.query("select i.key, i.rev, i.weight::text from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key <> '3' order by i.component, i.place")).rows as { key: string; rev: number; weight: string }[];
  const weights = Object.fromEntries(rows.flatMap(({ key, rev, weight }, at) => [[`weights.${at}.key`, key], [`weights.${at}.rev`, String(rev)], [`weights.${at}.weight`, key === '1' ? '0.15' : String(Number(weight))]]));
  expect((await keeper.post('/performance/2564/sheet/weights', { ...weights, 'weights.1.weight': 'สิบห้า' })).statusCode).toBe(422);
  expect((await keeper.post('/performance/2564/sheet/weights', weights)).statusCode).toBe(303);
  const { body } = await keeper.get('/performance/2564/sheet');
  expect(body.includes('WEIGHT_AS_FRACTION')).toBe(true);
  expect(body.includes('href="#f-weights-0-weight"')).toBe(true);
  const rev = (await house.db.owner.query('select rev from performance.indicator where id = $1', [await idOf('1')])).rows[0].rev as number;
  expect((await keeper.post(of('1', '/weight'), { weight: '15', rev: String(rev - 1) })).statusCode).toBe(409);
  expect((await keeper.post(of('1', '/weight'), { weight: '15', rev: String(rev) })).statusCode).toBe(303);
  expect((await keeper.get('/performance/2564/sheet')).body.includes('WEIGHT_AS_FRACTION')).toBe(false);
  expect((await (await house.as('officer.snp')).post('/performance/2564/sheet/weights', weights)).statusCode).toBe(403);
  // Whoever sends an old state does not undo it.
  expect((await keeper.post('/performance/2564/sheet/weights', weights)).statusCode).toBe(422);
});

test('an indicator is added, moved with those under it, and cancelled in mid-year by a decision', async () => {
  const keeper = await house.as('head.kpr');
  const snp = await unit('สนผ.');
  const line = { key: '๖', name: 'ร้อยละของข่าวที่เผยแพร่ทันเวลา', component: '1', tags: 'routine', parent: '', kind: 'output', better: 'more', unitOfMeasure: 'ร้อยละ', places: '2', weight: '', measuring: 'manual', measureName: '', owners: snp };
  expect((await keeper.post('/performance/2564/indicators/new', { ...line, component: '9' })).statusCode).toBe(422);
  expect((await keeper.post('/performance/2564/indicators/new', line)).statusCode).toBe(303);
  expect((await keeper.post('/performance/2564/indicators/new', line)).statusCode).toBe(422);
  expect((await keeper.get('/performance/2564/sheet')).body.includes('ร้อยละของข่าวที่เผยแพร่ทันเวลา')).toBe(true);
  const before = await idOf('3.1');
  expect((await keeper.post(of('3', '/move'), { way: 'up' })).statusCode).toBe(303);
  expect(await idOf('2.1')).toBe(before);
  expect((await keeper.post(of('2', '/move'), { way: 'down' })).statusCode).toBe(303);
  expect(await idOf('3.1')).toBe(before);
  const cancel = { on: '31 มี.ค. 2564', decision: 'มติคณะทำงาน ครั้งที่ 2/2564', reason: 'ซ้ำกับตัวชี้วัดอื่น' };
  expect((await keeper.post(of('6', '/cancel'), { ...cancel, on: '1 ต.ค. 2564' })).statusCode).toBe(422);
  expect((await keeper.post(of('6', '/cancel'), cancel)).statusCode).toBe(303);
  expect((await keeper.get(of('6'))).body.includes('มติคณะทำงาน ครั้งที่ 2/2564')).toBe(true);
  expect((await keeper.post(of('6', '/cancel'), cancel)).statusCode).toBe(409);
});

test('a new line joins the open round of forms; one that comes to stand over others leaves it', async () => {
  const keeper = await house.as('head.kpr');
  const line = { key: '7', name: 'ร้อยละของสื่อที่เผยแพร่ครบ', component: '1', tags: 'routine', parent: '', kind: 'output', better: 'more', unitOfMeasure: 'ร้อยละ', places: '2', weight: '', measuring: 'manual', owners: String(await unit('สนผ.')) };
  const asked = async () => (JSON.parse((await keeper.get('/api/v1/performance/2564/collect/form')).body) as { data: { items: { key: string }[] } }).data.items.map(({ key }) => key);
  expect((await keeper.post('/performance/2564/indicators/new', line)).statusCode).toBe(303);
  expect(await asked()).toContain('7');
  expect((await keeper.post('/performance/2564/indicators/new', { ...line, key: '7.1', name: 'สื่อส่วนกลาง', parent: String(await idOf('7')) })).statusCode).toBe(303);
  const after = await asked();
  expect([after.includes('7'), after.includes('7.1')]).toEqual([false, true]);
});

test('a year begins under a framework, which is used from then on, and takes over the lines of the year before', async () => {
  const keeper = await house.as('head.kpr');
  const framework = (await house.db.owner.query("select id, state from performance.framework where fiscal_year = 2565 and agency = 'department'")).rows[0] as { id: number; state: string };
  expect(framework.state).toBe('draft');
  expect((await (await house.as('officer.snp')).post('/performance/cycles/new', { framework: String(framework.id), due: '' })).statusCode).toBe(403);
  expect((await keeper.post('/performance/cycles/new', { framework: String(framework.id), due: '1 ต.ค. 2563' })).statusCode).toBe(422);
  const begun = await keeper.post('/performance/cycles/new', { framework: String(framework.id), due: '30 พ.ย. 2563' });
  expect([begun.statusCode, begun.headers.location]).toEqual([303, '/performance/2565/sheet']);
  expect((await house.db.owner.query('select state from performance.framework where id = $1', [framework.id])).rows[0].state).toBe('used');
  expect((await keeper.post('/performance/cycles/new', { framework: String(framework.id), due: '' })).statusCode).toBe(422);
  const lines = [String(await idOf('1')), String(await idOf('3')), String(await idOf('3.1'))];
  expect((await keeper.post('/performance/2565/sheet/copy', { lines, component: '1' })).statusCode).toBe(303);
  const made = (await house.db.owner.query('select i.key, p.key as parent, s.state from performance.indicator i join performance.cycle c on c.id = i.cycle_id left join performance.indicator p on p.id = i.parent_id left join performance.submission s on s.indicator_id = i.id where c.fiscal_year = 2565 order by i.place')).rows;
  // As where a round is opened: 3 stands over 3.1 and reports nothing of its own, else the round could never be confirmed.
  expect(made).toEqual([{ key: '1', parent: null, state: 'open' }, { key: '3', parent: null, state: null }, { key: '3.1', parent: '3', state: 'open' }]);
  // The owners find their forms in what waits for them.
  const inbox = (await (await house.as('officer.snp')).get('/?kind=indicator-forms')).body;
  expect(inbox.includes('/performance/2565/indicators/3.1/form')).toBe(true);
});

test('projects cost baht to the satang, and the budget of an indicator is their sum', async () => {
  const owner = await house.as('officer.snp');
  const project = { name: 'โครงการทดสอบ', unit: await unit('สนผ.'), budget: '1,250,000.255', source: '', note: '', indicators: [String(await idOf('2'))] };
  expect((await owner.post('/performance/2564/projects/new', project)).statusCode).toBe(422);
  expect((await owner.post('/performance/2564/projects/new', { ...project, budget: '-5' })).statusCode).toBe(422);
  expect((await owner.post('/performance/2564/projects/new', { ...project, budget: '๑,๒๕๐,๐๐๐.๒๕', unit: await unit('ศสช.') })).statusCode).toBe(422);
  expect((await owner.post('/performance/2564/projects/new', { ...project, budget: '๑,๒๕๐,๐๐๐.๒๕' })).statusCode).toBe(303);
  expect((await owner.get('/performance/2564/projects')).body.includes('106,425,500.75')).toBe(true);
  const theirs = (await house.db.owner.query("select id from performance.project where unit_id = $1", [await unit('ศสช.')])).rows[0].id as number;
  expect((await owner.get(`/performance/2564/projects/${theirs}`)).statusCode).toBe(404);
});

test('a unit says that it cannot, only its own people and the owners see it, and the secretariat answers once', async () => {
  const owner = await house.as('head.ssc');
  const said = { unit: await unit('ศสช.'), what: 'เชื่อมระบบชำระเงิน', reason: 'ยังไม่มีช่องทางของธนาคาร' };
  expect((await (await house.as('officer.snp')).post(of('4', '/notes/cannot'), said)).statusCode).toBe(404);
  expect((await owner.post(of('4', '/notes/cannot'), { ...said, unit: await unit('สพป.') })).statusCode).toBe(422);
  expect((await owner.post(of('4', '/notes/cannot'), said)).statusCode).toBe(303);
  expect((await (await house.as('officer.snp')).get(of('4', '/notes'))).body.includes('เชื่อมระบบชำระเงิน')).toBe(false);
  const keeper = await house.as('head.kpr');
  expect((await keeper.get('/performance/2564/sheet')).body.includes('เชื่อมระบบชำระเงิน')).toBe(true);
  const flag = (await house.db.owner.query("select id from performance.cannot_do where what = 'เชื่อมระบบชำระเงิน'")).rows[0].id as number;
  expect((await owner.post(of('4', `/notes/cannot/${flag}/answer`), { answer: 'ตอบเอง' })).statusCode).toBe(404);
  expect((await keeper.post(of('4', `/notes/cannot/${flag}/answer`), { answer: 'รับทราบ ให้เป็นการเตรียมการปี 2565' })).statusCode).toBe(303);
  expect((await keeper.post(of('4', `/notes/cannot/${flag}/answer`), { answer: 'ตอบอีกครั้ง' })).statusCode).toBe(409);
});

test('risks are noted and changed, reports kept with their letter, evidence added and packed with hashes', async () => {
  const owner = await house.as('head.ssc');
  const risk = { risk: 'ผู้รับจ้างส่งงานช้า', chance: '2', effect: '3', answer: 'กำหนดค่าปรับ', owner: await unit('ศสช.'), state: 'open' };
  expect((await owner.post(of('1', '/notes/risks'), { ...risk, rev: '' })).statusCode).toBe(303);
  const made = (await house.db.owner.query("select id, rev from performance.risk where risk = 'ผู้รับจ้างส่งงานช้า'")).rows[0] as { id: number; rev: number };
  expect((await owner.post(of('1', `/notes/risks/${made.id}`), { ...risk, state: 'closed', rev: '99' })).statusCode).toBe(422);
  expect((await owner.post(of('1', `/notes/risks/${made.id}`), { ...risk, state: 'closed', rev: String(made.rev) })).statusCode).toBe(303);
  const report = { title: 'รายงานรอบตุลาคม', reference: 'นร 0206/1200', sentOn: '2 พ.ย. 2563', reported: 'เริ่มคัดเลือกข้อมูล', href: 'javascript:alert(1)' };
  expect((await owner.post(of('1', '/notes/reports'), report)).statusCode).toBe(422);
  expect((await owner.post(of('1', '/notes/reports'), { ...report, href: '', sentOn: '1 ธ.ค. 2563' })).statusCode).toBe(422);
  expect((await owner.post(of('1', '/notes/reports'), { ...report, href: '' })).statusCode).toBe(303);
  expect((await owner.post(of('1', '/notes/evidence'), { links: '/nowhere/5', note: '' })).statusCode).toBe(422);
  expect((await owner.post(of('1', '/notes/evidence'), { links: of('2'), note: 'ใช้ประกอบ' })).statusCode).toBe(303);
  const zip = await owner.get(of('1', '/evidence.zip'));
  expect(zip.statusCode).toBe(200);
  const parts = readZip(zip.rawPayload, 50_000_000, /./);
  const manifest = JSON.parse(Buffer.from(parts.get('manifest.json') as Uint8Array).toString('utf8')) as { parts: { file: string; sha256: string }[]; evidence: { title: string; href: string }[] };
  expect(manifest.evidence.map(({ href }) => href.endsWith(of('2')))).toEqual([true]);
  for (const { file, sha256 } of manifest.parts) expect(createHash('sha256').update(parts.get(file) as Uint8Array).digest('hex')).toBe(sha256);
  expect(Buffer.from(parts.get('แบบรายละเอียดตัวชี้วัด.pdf') as Uint8Array).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

const stranger: Actor = { ...publicActor, kind: 'person', id: 987_654, principals: [1, 987_654] };

test('the second wall: raw SQL of somebody whom nothing concerns reads no flag, writes no form, link, risk, project or report', async () => {
  const id = await idOf('4');
  const write = (statement: (tx: Tx) => Promise<unknown>) => expect(house.services.database.write(stranger, statement)).rejects.toMatchObject({ code: '42501' });
  await house.services.database.read(stranger, async (tx) => {
    expect((await tx.db.selectFrom('performance.cannot_do').selectAll().execute())).toEqual([]);
    expect((await tx.db.selectFrom('performance.risk').selectAll().execute()).length).toBeGreaterThan(0);
  });
  const said = { indicator_id: id, person_id: 1, person_name: 'คนนอก', at: new Date() };
  await write((tx) => tx.db.insertInto('performance.cannot_do').values({ ...said, unit_id: 5, what: 'ทดสอบ', reason: 'ทดสอบ', said_on: '2020-11-03' }).execute());
  await write((tx) => tx.db.insertInto('performance.risk').values({ indicator_id: id, risk: 'ทดสอบ', chance: 1, effect: 1, changed_by: 1, changed_at: new Date() }).execute());
  await write((tx) => tx.db.insertInto('performance.reform_report').values({ ...said, title: 'ทดสอบ', reported: 'ทดสอบ', sent_on: '2020-11-03' }).execute());
  await write((tx) => tx.db.insertInto('performance.project_indicator').values({ project_id: 1, indicator_id: id }).execute());
  await house.services.database.write(stranger, async (tx) => {
    expect((await tx.db.updateTable('performance.project').set({ budget: '1' }).executeTakeFirst()).numUpdatedRows).toBe(0n);
  });
});
