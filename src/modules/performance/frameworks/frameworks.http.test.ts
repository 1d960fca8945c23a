import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { typedOf } from './domain/typed.ts';
import { frameworkById, usedFramework, useFramework } from './store/frameworks.ts';
import type { Framework } from '../domain/framework/framework.ts';

const house = useApp();
const system = systemActor('test');
const idOf = async (year: number, edition = 1, agency = 'department') =>
  (await house.db.owner.query<{ id: number }>('select id from performance.framework where fiscal_year = $1 and agency = $2 and edition = $3', [year, agency, edition])).rows[0]?.id as number;
const row = async (id: number) => (await house.db.owner.query<{ content: Framework; rev: number; state: string }>('select content, rev, state from performance.framework where id = $1', [id])).rows[0] as { content: Framework; rev: number; state: string };
const acts = async (id: number) => (await house.db.owner.query<{ action: string }>("select action from platform.audit where subject_type = 'performance.framework' and subject_id = $1 order by id", [id])).rows.map(({ action }) => action);

/** The fields of a draft as the editor sends them. */
async function fieldsOf(id: number): Promise<Record<string, string>> {
  const { content, rev } = await row(id);
  const sent: Record<string, string> = { rev: String(rev) };
  for (const [name, value] of Object.entries(typedOf(content))) {
    if (typeof value === 'string') sent[name] = value;
    else for (const [at, one] of (value as readonly Record<string, unknown>[]).entries()) for (const [sub, text] of Object.entries(one)) if (text !== false) sent[`${name}.${at}.${sub}`] = text === true ? '1' : String(text);
  }
  return sent;
}
async function draftOf(client: Client, from: number, year: string, agency = 'department', take = 'all'): Promise<number> {
  const made = await client.post('/performance/frameworks/new', { from: String(from), year, agency, take });
  expect(made.statusCode).toBe(303);
  return Number(/\d+/.exec(String(made.headers.location))?.[0]);
}

test('the list has every year with its state and how much of it is open; who does not keep them changes nothing', async () => {
  const officer = await house.as('officer.snp');
  const { body, statusCode } = await officer.get('/performance/frameworks');
  expect(statusCode).toBe(200);
  for (const year of [2563, 2564, 2565, 2566, 2567]) expect(body).toContain(`>${year}</a>`);
  expect(body).toContain('ยังไม่ทราบ 6 จุด');
  expect(body).not.toContain('ทำกรอบใหม่');
  const id = await idOf(2565);
  for (const address of [`/performance/frameworks/${id}/edit`, '/performance/frameworks/new', '/performance/frameworks/import']) expect((await officer.get(address)).statusCode, address).toBe(403);
  expect((await officer.post(`/performance/frameworks/${id}/use`, { rev: '1' })).statusCode).toBe(403);
  expect((await officer.post(`/performance/frameworks/${id}/edit`, await fieldsOf(id))).statusCode).toBe(403);
  expect((await officer.get('/performance/frameworks/999999')).statusCode).toBe(404);
  expect((await house.anybody().get('/performance/frameworks')).statusCode).not.toBe(200);
});

test('one framework is read whole: weights, rules in words, scale, classes, and what is not certain at its place', async () => {
  const { body } = await (await house.as('officer.snp')).get(`/performance/frameworks/${await idOf(2564)}`);
  for (const words of ['1: 70', '2: 30', 'มี 3 ถึง 5 ตัวชี้วัด', 'อย่างน้อย 1 ตัวชี้วัด', 'ต้องมีคำชี้แจง', '75 ถึงต่ำกว่า 90', 'ต่ำกว่า 60', 'ทศนิยม 3 ตำแหน่ง', 'กรุณายืนยันว่านับตัวชี้วัดย่อย', 'ใช้ประเมินแล้ว']) expect(body, words).toContain(words);
  const open = (await (await house.as('officer.snp')).get(`/performance/frameworks/${await idOf(2563)}`)).body;
  expect(open).toContain('ยังไม่มีน้ำหนักของแต่ละองค์ประกอบ');
});

test('a draft is saved field by field as it stands, and saving nothing new changes nothing', async () => {
  const keeper = await house.as('head.kpr');
  const id = await draftOf(keeper, await idOf(2564), '2568');
  const before = await row(id);
  expect((await keeper.post(`/performance/frameworks/${id}/edit`, await fieldsOf(id))).statusCode).toBe(303);
  expect((await row(id)).content).toEqual(before.content);
  const sent = { ...(await fieldsOf(id)), 'components.0.weight': '๖๐', 'components.1.weight': '40', 'rules.0.max': '7', rounds: '6 12' };
  expect((await keeper.post(`/performance/frameworks/${id}/edit`, sent)).headers.location).toBe(`/performance/frameworks/${id}/edit`);
  const { content } = await row(id);
  expect([content.components.map(({ weight }) => weight), content.rounds, content.rules[0]]).toEqual([['60', '40'], [6, 12], { kind: 'count', component: '1', counts: 'numbered', min: 3, max: 7 }]);
  expect((await keeper.get(`/performance/frameworks/${id}/edit`)).body).toContain('รวมกันได้ 30 ต้องเป็น 40');
  expect(await acts(id)).toEqual(['performance.framework-made', 'performance.framework-changed', 'performance.framework-changed']);
  const read = (await (await house.as('officer.snp')).get(`/performance/frameworks/${id}`)).body;
  expect(read.match(/<li[^>]*><span class="timeline-text">[^<]+/g)?.map((line) => line.replace(/^.*>/, ''))).toEqual(['แก้ไขร่าง', 'ทำร่าง']);
  expect(read).toContain('องค์ประกอบ · ข้อกำหนดของตัวชี้วัด · รอบการรายงาน');
});

test('0.15 for 15 is told with its repair, and one press mends it', async () => {
  const keeper = await house.as('head.kpr');
  const id = await draftOf(keeper, await idOf(2564), '2569');
  await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), 'components.2.weight': '0.15' });
  const { body } = await keeper.get(`/performance/frameworks/${id}/edit`);
  expect(body).toContain('value="repair:components.2.weight=15"');
  expect((await keeper.post(`/performance/frameworks/${id}/use`, { rev: String((await row(id)).rev) })).statusCode).toBe(422);
  await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), step: 'repair:components.2.weight=15' });
  expect((await row(id)).content.components[1]?.parts?.map(({ weight }) => weight)).toEqual(['15', '15']);
});

test('rows are added and taken away without script', async () => {
  const keeper = await house.as('head.kpr');
  const id = await draftOf(keeper, await idOf(2564), '2570');
  const added = await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), step: 'add:part:0' });
  expect(added.headers.location).toBe(`/performance/frameworks/${id}/edit?add=part:0#components`);
  expect((await keeper.get(`/performance/frameworks/${id}/edit?add=part:0`)).body).toContain('name="components.4.within" value="0"');
  const part = { 'components.4.n': '4', 'components.4.within': '0', 'components.4.was': '', 'components.4.key': '', 'components.4.th': 'งานตามนโยบาย', 'components.4.weight': '70' };
  await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), ...part });
  expect((await row(id)).content.components[0]?.parts).toEqual([{ key: '1.1', name: { th: 'งานตามนโยบาย', en: 'งานตามนโยบาย' }, weight: '70', kind: 'performance' }]);
  await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), 'components.1.remove': '1', 'notes.0.remove': '1' });
  const { content } = await row(id);
  expect([content.components[0]?.parts, content.notes.length]).toEqual([undefined, 6]);
  const up = await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), step: 'up:components:1' });
  expect(up.headers.location).toBe(`/performance/frameworks/${id}/edit#components`);
  expect((await row(id)).content.components.map(({ key }) => key)).toEqual(['2', '1']);
});

test('what cannot be read is told at its field, and nothing typed is lost', async () => {
  const keeper = await house.as('head.kpr');
  const id = await draftOf(keeper, await idOf(2564), '2571');
  const before = await row(id);
  const refused = await keeper.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), 'components.0.weight': 'เจ็ดสิบ', nameTh: 'ชื่อที่พิมพ์ไว้' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('href="#f-components-0-weight"');
  expect(refused.body).toContain('value="เจ็ดสิบ"');
  expect(refused.body).toContain('value="ชื่อที่พิมพ์ไว้"');
  expect(await row(id)).toEqual(before);
});

test('two people on one draft: the second is refused with what differs, keeps what was typed, and may save over it', async () => {
  const [first, second] = [await house.as('head.kpr'), await house.as('minutes.kpr')];
  const id = await draftOf(first, await idOf(2564), '2572');
  const typed = { ...(await fieldsOf(id)), nameTh: 'ชื่อของคนที่สอง' };
  expect((await first.post(`/performance/frameworks/${id}/edit`, { ...(await fieldsOf(id)), nameTh: 'ชื่อของคนแรก' })).statusCode).toBe(303);
  const refused = await second.post(`/performance/frameworks/${id}/edit`, typed);
  expect(refused.statusCode).toBe(409);
  for (const words of ['ชื่อของคนแรก', 'บันทึกร่างนี้ระหว่างที่ท่านแก้ไข', 'value="ชื่อของคนที่สอง"', 'value="over:2"']) expect(refused.body, words).toContain(words);
  expect((await row(id)).content.name.th).toBe('ชื่อของคนแรก');
  expect((await second.post(`/performance/frameworks/${id}/edit`, { ...typed, step: 'over:2' })).statusCode).toBe(303);
  expect((await row(id)).content.name.th).toBe('ชื่อของคนที่สอง');
});

test('one in use is not changed, not even by raw SQL; the way out is a new edition', async () => {
  const keeper = await house.as('head.kpr');
  const id = await idOf(2564);
  const page = (await keeper.get(`/performance/frameworks/${id}/edit`)).body;
  expect(page).toContain('จึงแก้ไขไม่ได้');
  expect(page).toContain(`/performance/frameworks/new?from=${id}&amp;year=2564`);
  expect((await keeper.post(`/performance/frameworks/${id}/edit`, await fieldsOf(id))).statusCode).toBe(409);
  expect((await keeper.post(`/performance/frameworks/${id}/delete`, { rev: String((await row(id)).rev) })).statusCode).toBe(409);
  await expect(house.db.owner.query("update performance.framework set content = '{}' where id = $1", [id])).rejects.toThrow(/not changed/);
  const next = await draftOf(keeper, id, '2564');
  const { content, state } = await row(next);
  expect([content.edition, state]).toEqual([2, 'draft']);
  expect({ ...content, edition: 1 }).toEqual((await row(id)).content);
  await house.db.database.write(system, async (tx) => { expect((await usedFramework(tx, 2564, 'department'))?.id).toBe(id); expect(await useFramework(tx, next, new Date())).toBe('used'); expect(await useFramework(tx, next, new Date())).toBe('already'); });
  await house.db.database.read(system, async (tx) => { expect((await usedFramework(tx, 2564, 'department'))?.id).toBe(next); expect((await frameworkById(tx, id))?.state).toBe('used'); });
});

test('a draft is thrown away while nothing stands on it; a stale page does not', async () => {
  const keeper = await house.as('head.kpr');
  const id = await draftOf(keeper, await idOf(2567), '2573', 'province', 'structure');
  expect((await row(id)).content).toMatchObject({ agency: 'province', scale: null, classes: null });
  expect((await keeper.post(`/performance/frameworks/${id}/delete`, { rev: '9' })).statusCode).toBe(409);
  expect((await keeper.post(`/performance/frameworks/${id}/delete`, { rev: '1' })).statusCode).toBe(303);
  expect((await keeper.get(`/performance/frameworks/${id}`)).statusCode).toBe(404);
  expect(await acts(id)).toContain('performance.framework-draft-deleted');
});

test('a shipped year that is not there is offered and comes in by one press, once', async () => {
  const keeper = await house.as('head.kpr');
  await house.db.owner.query('delete from performance.framework where fiscal_year = 2566');
  expect((await keeper.get('/performance/frameworks')).body).toContain('นำเข้าปี 2566');
  expect((await keeper.post('/performance/frameworks/shipped', { year: '2566' })).statusCode).toBe(303);
  expect((await keeper.post('/performance/frameworks/shipped', { year: '2566' })).statusCode).toBe(422);
  expect((await keeper.post('/performance/frameworks/shipped', { year: '2599' })).statusCode).toBe(422);
  expect((await keeper.get('/performance/frameworks')).body).not.toContain('นำเข้าปี');
});
