// The way of an assessment through the door that people use: application, filling in, assessors, result, plan.
import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { publicActor, systemActor, type Actor } from '../../../platform/access/actor.ts';
import { findDisagreement } from '../../../platform/measures/registry.ts';
import { itemsOf } from '../domain/pmqa/edition.ts';
import { edition2563 } from '../domain/pmqa/edition-2563.ts';
import { allLevels } from '../domain/pmqa/levels.ts';
import { pmqaTotal } from './measures.ts';
import { assessorAnswers } from './store/assessors.ts';

const house = useApp();
const home = '/performance/pmqa';
const year = `${home}/2564`;
const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await house.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const unitOf = async (short: string) => (await rowsOf<{ id: number }>("select unit_id as id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", [short]))[0]!.id;
const personOf = async (login: string) => (await rowsOf<{ id: number }>('select person_id as id from organisation.account where login = $1', [login]))[0]!.id;
const record = async () => (await rowsOf<{ id: number; rev: number; state: string }>('select id, rev, state from performance.pmqa_assessment where fiscal_year = 2564'))[0]!;
const step = async (login: string, name: string, more: Record<string, string> = {}) => (await house.as(login)).post(`${year}/${name}`, { rev: String((await record()).rev), ...more });
const everyBox = (item: (typeof edition2563.categories)[number]['items'][number], upTo: number) => Object.fromEntries(allLevels.map((level, at) => [level, at <= upTo ? Array.from({ length: item.levels[level].boxes }, (_, n) => String(n + 1)) : []]));
const pages = async (n: number): Promise<Buffer> => {
  const pdf = PDF.create();
  for (let at = 0; at < n; at++) pdf.addPage();
  return Buffer.from(await pdf.save());
};
const period = (fy: number) => ({ from: `${fy - 544}-10-01`, to: `${fy - 543}-09-30` });
const total = (fy: number, asOf = house.services.clock.now()) => house.services.database.read(systemActor('test'), async (tx) => {
  expect(await findDisagreement(tx, pmqaTotal, period(fy), asOf)).toBeUndefined();
  return (await pmqaTotal.value(tx, period(fy), asOf)).numerator;
});

describe('what the demo knows', () => {
  test('2563 has its total and group and no box; 2564 has no value, which is not zero', async () => {
    expect([await total(2563), await total(2564), await total(2563, new Date('2020-10-10T00:00:00Z'))]).toEqual([282.31, null, null]);
    const { body } = await (await house.as('officer.snp')).get(home);
    expect(body).toContain('282.31');
    expect(body).toContain('กลุ่มที่ 1');
    expect(await rowsOf('select shares from performance.pmqa_outcome where fiscal_year = 2563')).toEqual([{ shares: [] }]);
  });

  test('from 282.31 to 300 is 17.69 points; boxes are links; a wished total that is none is told at its field', async () => {
    const clerk = await house.as('clerk.kpr');
    const { body } = await clerk.get(`${year}/next?to=300`);
    expect(body).toContain('17.69');
    expect(body).toContain(`${year}/items/1.2#basic`);
    const wrong = await clerk.get(`${year}/next?to=900`);
    expect([wrong.statusCode, wrong.body.includes('ระหว่าง 0 ถึง 500')]).toEqual([200, true]);
  });

  test.each(['', '/profile', '/results', '/next', '/differences', '/plan', '/items/4.4', '/report.pdf', '/scores.xlsx'])('%s opens for everybody who works here, and for nobody else', async (path) => {
    expect((await (await house.as('officer.snp')).get(`${year}${path}`)).statusCode).toBe(200);
    expect((await house.anybody().get(`${year}${path}`)).statusCode).not.toBe(200);
    expect((await (await house.as('officer.snp')).get(`${home}/2599${path}`)).statusCode).toBe(404);
  });
});

describe('filling in', () => {
  test('an item is saved and scored by the server; whoever was late is refused, and both texts are on the page', async () => {
    const [one, other] = [await house.as('clerk.kpr'), await house.as('minutes.kpr')];
    const item = `${year}/items/2.4`;
    const first = await one.post(item, { rev: '0', basic: '1', basicText: 'ติดตามทุกรอบเดือน', advanceText: '', significanceText: '' });
    expect([first.statusCode, first.headers.location]).toEqual([303, item]);
    expect((await one.get(item)).body).toContain('ได้ 300.00 จาก 500 คะแนน');
    const late = await other.post(item, { rev: '0', advance: ['1', '2'], basicText: 'ข้อความของคนที่สอง', advanceText: '', significanceText: '' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('ข้อความของคนที่สอง');
    expect(late.body).toContain('ติดตามทุกรอบเดือน');
    expect(late.body).toMatch(/name="rev" value="1"/);
    expect((await other.post(item, { rev: '1', basic: '1', advance: ['1', '2'], basicText: 'รวมสองคน', advanceText: '', significanceText: '' })).statusCode).toBe(303);
    expect(await rowsOf("select texts ->> 'basic' as text, rev from performance.pmqa_answer where item = '2.4'")).toEqual([{ text: 'รวมสองคน', rev: 2 }]);
    expect((await one.post(item, { rev: '2', basic: '9', basicText: '', advanceText: '', significanceText: '' })).statusCode).toBe(404);
  });

  test('a unit that does not fill it in changes nothing, nor does SQL in its name', async () => {
    const stranger = await house.as('officer.snp');
    expect((await stranger.post(`${year}/items/2.4`, { rev: '2', basicText: 'x', advanceText: '', significanceText: '' })).statusCode).toBe(404);
    expect((await stranger.get(`${year}/profile/1a`)).statusCode).toBe(404);
    expect((await stranger.post(`${year}/submit`, { rev: '1' })).statusCode).toBe(403);
    const actor: Actor = { ...publicActor, kind: 'person', id: await personOf('officer.snp'), principals: [1, await personOf('officer.snp'), await unitOf('สนผ.')] };
    const changed = await house.services.database.write(actor, (tx) => tx.db.updateTable('performance.pmqa_answer').set({ rev: 99 }).executeTakeFirst());
    expect(changed.numUpdatedRows).toBe(0n);
  });

  test('evidence of a level has two pages at most, counted over its files', async () => {
    const clerk = await house.as('clerk.kpr');
    const attach = async (n: number, name = `หลักฐาน ${n}.pdf`) => postWithFiles(house, clerk, `${year}/items/2.4/evidence`, { level: 'basic', note: '' }, [{ field: 'file', name, type: 'application/pdf', content: await pages(n) }]);
    const long = await attach(3);
    expect([long.statusCode, long.body.includes('ไฟล์นี้มี 3 หน้า')]).toEqual([422, true]);
    expect((await attach(1)).statusCode).toBe(303);
    const more = await attach(2);
    expect([more.statusCode, more.body.includes('มีอยู่แล้ว 1 หน้า')]).toEqual([422, true]);
    const notPdf = await postWithFiles(house, clerk, `${year}/items/2.4/evidence`, { level: 'basic' }, [{ field: 'file', name: 'x.txt', type: 'text/plain', content: 'ไม่ใช่' }]);
    expect(notPdf.statusCode).toBe(422);
    const [line] = await rowsOf<{ id: number }>("select id from platform.evidence where for_type = 'performance.pmqa-answer-basic' order by id desc limit 1");
    expect((await clerk.post(`${year}/items/4.4/evidence/${line!.id}/withdraw`, { reason: 'ไม่ใช่หัวข้อนี้' })).statusCode).toBe(404);
    expect((await clerk.post(`${year}/items/2.4/evidence/${line!.id}/withdraw`, { reason: 'แนบผิด' })).statusCode).toBe(303);
  });

  test('a target of zero is told at its field and nothing typed is lost', async () => {
    const clerk = await house.as('clerk.kpr');
    const fields = { item: '7.2', name: 'ร้อยละความพึงพอใจ', unit: 'ร้อยละ', kind: 'free', better: 'more', target: '๐', ladder: '', before: '80', last: '82', value: '', note: '', rev: '0' };
    const zero = await clerk.post(`${year}/results/new`, fields);
    expect([zero.statusCode, zero.body.includes('เป้าหมายเป็นศูนย์'), zero.body.includes('ร้อยละความพึงพอใจ')]).toEqual([422, true, true]);
    expect((await clerk.post(`${year}/results/new`, { ...fields, target: 'แปดสิบ' })).statusCode).toBe(422);
    expect((await clerk.post(`${year}/results/new`, { ...fields, target: '๘๐', value: '84' })).statusCode).toBe(303);
    // 84 of 80 is 105 per cent: 400 points.
    expect((await clerk.get(`${year}/results`)).body).toContain('400.00');
  });
});

describe('assessors', () => {
  const others = { login: 'acting.snp' };
  beforeAll(async () => {
    const clerk = await house.as('clerk.kpr');
    await house.db.owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) values ($1, 'auditor', '2020-10-01', 'ทดสอบ')", [await personOf(others.login)]);
    for (const item of itemsOf(edition2563)) {
      const [{ rev } = { rev: 0 }] = await rowsOf<{ rev: number }>('select rev from performance.pmqa_answer where item = $1', [item.key]);
      const saved = await clerk.post(`${year}/items/${item.key}`, { rev: String(rev), ...everyBox(item, 1), basicText: '', advanceText: '', significanceText: '' });
      if (saved.statusCode !== 303) throw new Error(`item ${item.key} was not saved: ${saved.statusCode}`);
    }
  });

  test('submitting locks it; the state is changed once, by those who keep it', async () => {
    expect((await step('head.kpr', 'accept')).statusCode).toBe(409);
    expect((await (await house.as('head.kpr')).post(`${year}/assessors`, { person: String(await personOf('head.kpr')) })).statusCode).toBe(422);
    expect((await (await house.as('head.kpr')).post(`${year}/assessors`, { person: String(await personOf(others.login)) })).statusCode).toBe(303);
    expect((await (await house.as('head.kpr')).post(`${year}/submit`, { rev: '1' })).statusCode).toBe(409);
    expect((await step('head.kpr', 'submit')).statusCode).toBe(303);
    expect((await (await house.as('clerk.kpr')).post(`${year}/items/2.4`, { rev: '3', basicText: '', advanceText: '', significanceText: '' })).statusCode).toBe(404);
    expect((await record()).state).toBe('submitted');
  });

  test('an assessor returns it with a remark, and it comes back', async () => {
    expect((await step('auditor', 'return', { note: '' })).statusCode).toBe(422);
    expect((await step('auditor', 'return', { note: 'ขอหลักฐานหมวด 6 เพิ่ม' })).statusCode).toBe(303);
    expect((await record()).state).toBe('returned');
    expect((await (await house.as('officer.snp')).get(year)).body).toContain('ขอหลักฐานหมวด 6 เพิ่ม');
    expect((await step('head.kpr', 'submit')).statusCode).toBe(303);
  });

  const judge = async (login: string, upTo: number, value: string) => {
    const client = await house.as(login);
    const lines = await rowsOf<{ id: number; item: string }>('select id, item from performance.pmqa_result where removed_at is null order by id');
    for (const category of edition2563.categories) {
      for (const item of category.items) expect((await client.post(`${year}/assess/${item.key}`, { rev: '0', ...everyBox(item, upTo), remark: `เห็นว่า ${item.key}` })).statusCode).toBe(303);
      for (const result of category.results ?? []) {
        const own = lines.filter(({ item }) => item === result.key);
        expect((await client.post(`${year}/assess/${result.key}`, { rev: '0', remark: '', ...Object.fromEntries(own.flatMap(({ id }, at) => [[`results.${at}.id`, String(id)], [`results.${at}.value`, value]])) })).statusCode).toBe(303);
      }
    }
    return client;
  };

  test('what an assessor says is nobody else’s before it is submitted, in the pages and in the database', async () => {
    const auditor = await judge('auditor', 0, '97');
    const assessment = (await record()).id;
    const seenBy = async (login: string, ...units: string[]) => {
      const id = await personOf(login);
      const principals = [1, id, ...(await Promise.all(units.map(unitOf)))];
      return house.services.database.read({ ...publicActor, kind: 'person', id, principals }, async (tx) => (await assessorAnswers(tx, assessment)).length);
    };
    expect([await seenBy('head.kpr', 'กพร.'), await seenBy(others.login, 'สนผ.'), await seenBy('auditor', 'กตส.')]).toEqual([0, 0, 30]);
    expect((await (await house.as('head.kpr')).get(`${year}/differences`)).body).not.toContain('เห็นว่า 1.1');
    expect((await (await house.as('officer.snp')).get(`${year}/assess`)).statusCode).toBe(403);
    expect((await step('head.kpr', 'accept')).statusCode).toBe(422);
    expect((await auditor.post(`${year}/assess/submit`, { remark: 'ภาพรวมดี' })).statusCode).toBe(303);
    // The colleague who has not submitted is still blind; the department sees it.
    expect([await seenBy('head.kpr', 'กพร.'), await seenBy(others.login, 'สนผ.')]).toEqual([30, 0]);
    expect((await auditor.post(`${year}/assess/1.1`, { rev: '1', basic: '1', remark: '' })).statusCode).toBe(404);
    expect((await step('head.kpr', 'take-back')).statusCode).toBe(422);
  });

  test('two assessors: difference, spread, the mean as the result, and the measure with its list', async () => {
    const second = await judge(others.login, 1, '98');
    expect((await second.post(`${year}/assess/submit`, { remark: '' })).statusCode).toBe(303);
    const { body } = await (await house.as('head.kpr')).get(`${year}/differences`);
    expect(body).toContain('ช่วงของผู้ตรวจ 2 คน');
    expect(body).toContain('เห็นว่า 1.1');
    expect((await step('head.kpr', 'accept')).statusCode).toBe(303);
    const [outcome] = await rowsOf<{ total: string; shares: { hundredths: number }[] }>('select total, shares from performance.pmqa_outcome where fiscal_year = 2564');
    expect(outcome!.shares).toHaveLength(30);
    expect(outcome!.shares.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(Number(outcome!.total) * 100));
    expect(await total(2564)).toBe(Number(outcome!.total));
    expect((await step('head.kpr', 'close')).statusCode).toBe(303);
    expect((await step('head.kpr', 'accept')).statusCode).toBe(409);
  });
});

test('the plan goes on after the assessment is closed; the unit that does a line reports on it, others do not', async () => {
  const head = await house.as('head.kpr');
  const [line] = await rowsOf<{ id: number }>('select id from performance.pmqa_plan_line order by id limit 1');
  const report = { month: '6', standing: 'going', text: 'ทดลองกับเรื่องร้องเรียน 20 เรื่อง' };
  expect((await (await house.as('officer.snp')).post(`${year}/plan/${line!.id}/follow-up`, report)).statusCode).toBe(404);
  expect((await (await house.as('clerk.slk')).post(`${year}/plan/${line!.id}/follow-up`, report)).statusCode).toBe(303);
  expect((await head.get(`${year}/plan`)).body).toContain('กำลังดำเนินการ');
  const change = { item: '3.4', what: 'เปลี่ยนกำหนด', unit: String(await unitOf('สลก.')), due: '31 มี.ค. 2564', done: '' };
  expect((await head.post(`${year}/plan/${line!.id}`, { ...change, rev: '7' })).statusCode).toBe(409);
  expect((await head.post(`${year}/plan/${line!.id}`, { ...change, done: '31 ธ.ค. 2563', rev: '1' })).statusCode).toBe(422);
  expect((await head.post(`${year}/plan/${line!.id}`, { ...change, rev: '1' })).statusCode).toBe(303);
});

test('an application: one a year, a day that is not over, category 0 before it is sent', async () => {
  const head = await house.as('head.kpr');
  const [edition] = await rowsOf<{ id: number }>('select id from performance.pmqa_edition order by id limit 1');
  const fields = { year: '2565', edition: String(edition!.id), closes: '31 ม.ค. 2565', helpers: [] as string[] };
  expect((await head.post(`${home}/new`, { ...fields, year: '2564' })).statusCode).toBe(422);
  expect((await head.post(`${home}/new`, { ...fields, closes: '1 ม.ค. 2563' })).statusCode).toBe(422);
  expect((await (await house.as('clerk.kpr')).post(`${home}/new`, fields)).statusCode).toBe(403);
  expect((await head.post(`${home}/new`, fields)).statusCode).toBe(303);
  const early = await head.post(`${home}/2565/apply`, { rev: '1' });
  expect([early.statusCode, early.body.includes('1ก 1ข 2ก 2ข 2ค')]).toEqual([422, true]);
  expect((await head.post(`${home}/2565/profile/1a`, { rev: '0', text: 'พันธกิจ' })).statusCode).toBe(303);
  expect((await head.post(`${home}/2565/items/1.1`, { rev: '0', basicText: '', advanceText: '', significanceText: '' })).statusCode).toBe(404);
});
