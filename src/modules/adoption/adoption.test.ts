import { PDF } from '@libpdf/core';
import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { localDate } from '../../thai/index.ts';
import { publicActor, systemActor, type Actor } from '../../platform/access/actor.ts';
import { receiveUpload } from '../../platform/files/upload.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findDisagreement } from '../../platform/measures/registry.ts';
import { countPages } from './jobs.ts';
import { measures } from './measures.ts';
import { countedLetters } from './store/activity.ts';
import { chainFigures, chainList, chainTimes } from './store/chain-times.ts';
import { savedLetters } from './store/savings.ts';

const house = useApp();
const unit = async (short: string) => (await house.db.owner.query("select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'", [short])).rows[0].unit_id as number;
const late = async () => (await house.db.owner.query<{ id: number; name: string }>(`select u.id, n.th as name from organisation.unit u join organisation.unit_name n on n.unit_id = u.id where u.kind = 'provincial-office'
  and not exists (select from correspondence.letter_recipient r where r.recipient_id = u.id and r.first_opened_at is not null) order by u.id`)).rows;

test('twenty provincial offices are not in; the board lists exactly them', async () => {
  const clerk = await house.as('clerk.kpr');
  const { body, statusCode } = await clerk.get('/adoption?group=late');
  expect(statusCode).toBe(200);
  const offices = await late();
  expect(offices).toHaveLength(20);
  expect(offices.filter(({ name }) => !body.includes(name))).toEqual([]);
  expect(/20 จาก 98 หน่วยงาน/.exec(body)?.[0]).toBe('20 จาก 98 หน่วยงาน');
});

test('the table of units is paged by key; its pages together are all of them', async () => {
  const clerk = await house.as('clerk.kpr');
  const seen: string[] = [];
  let at: string | undefined = '/adoption';
  for (let page = 0; at !== undefined && page < 9; page++) {
    const { body } = await clerk.get(at);
    const table = body.slice(body.indexOf('id="matrix"'));
    seen.push(...[...table.matchAll(/\/adoption\/units\/(\d+)\?/g)].map((found) => found[1] as string));
    at = /href="([^"]+)" rel="next"/.exec(table)?.[1]?.replaceAll('&amp;', '&').replace('#matrix', '');
  }
  expect([seen.length, new Set(seen).size]).toEqual([98, 98]);
});

test('a reminder reaches the clerk or head of the unit, once audited; who may not remind gets nothing', async () => {
  const [office] = await late();
  const secretary = await house.as('clerk.slk');
  const answer = await secretary.post(`/adoption/units/${office?.id}/remind`);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/adoption/units/${office?.id}`]);
  const told = await house.db.owner.query("select person_id from platform.notification where href = $1", [`/adoption/units/${office?.id}`]);
  expect(told.rows.length).toBeGreaterThan(0);
  expect(told.rows.map(({ person_id: id }) => id)).not.toContain((await house.db.owner.query("select person_id from organisation.account where login = 'clerk.slk'")).rows[0].person_id);
  const trail = await house.db.owner.query("select detail from platform.audit where action = 'adoption.unit-reminded'");
  expect(trail.rows).toHaveLength(1);
  expect(new Set(trail.rows[0].detail.people)).toEqual(new Set(told.rows.map(({ person_id: id }) => id)));
  expect((await (await house.as('officer.snp')).post(`/adoption/units/${office?.id}/remind`)).statusCode).toBe(403);
  expect((await secretary.get('/adoption/units/999999')).statusCode).toBe(404);
});

test('a stage stands once in the plan; an own line of a unit goes before that of all', async () => {
  const secretary = await house.as('clerk.slk');
  const slk = String(await unit('สลก.'));
  const line = { stage: '2', month: '15 ม.ค. 2564', lead: slk, support: [slk], note: '' };
  expect((await secretary.post('/adoption/plan/new', { ...line, unit: '' })).statusCode).toBe(422);
  expect((await secretary.post('/adoption/plan/new', { ...line, unit: slk })).statusCode).toBe(303);
  const own = await house.db.owner.query('select due_month::text, unit_id from adoption.plan_line where unit_id is not null');
  expect(own.rows).toEqual([{ due_month: '2021-01-01', unit_id: Number(slk) }]);
  expect((await secretary.get(`/adoption/units/${await unit('กกจ.')}`)).body.includes('มกราคม 2564')).toBe(false);
  expect((await (await house.as('clerk.kpr')).post('/adoption/plan/new', { ...line, unit: slk })).statusCode).toBe(404);
  expect((await (await house.as('officer.snp')).post('/adoption/plan/new', { ...line, unit: slk })).statusCode).toBe(403);
});

test('every measure agrees with its list, whoever reads it, and does not depend on the reader', async () => {
  const period = { from: '2020-10-01', to: '2021-09-30' };
  const asOf = new Date('2020-11-03T03:00:00Z');
  const unitsOf = [await unit('กพร.'), await unit('สนข.')];
  const values = new Set<string>();
  for (const principals of [[1, unitsOf[0] as number], [1, unitsOf[1] as number]]) {
    const actor: Actor = { ...publicActor, kind: 'person', id: 1, principals, permissions: new Map() };
    await house.services.database.read(actor, async (tx) => {
      for (const measure of measures) expect(await findDisagreement(tx, measure, period, asOf)).toBeUndefined();
      const numerators: (number | null)[] = [];
      for (const measure of measures) numerators.push((await measure.value(tx, period, asOf)).numerator);
      values.add(JSON.stringify(numerators));
    });
  }
  expect(values.size).toBe(1);
  const [sent, saved, active] = JSON.parse([...values][0] as string) as [number, number, number];
  expect(sent).toBeGreaterThan(10);
  expect(saved).toBeGreaterThan(sent);
  expect(active).toBeGreaterThanOrEqual(4);
});

test('nobody who is not signed in counts anything', async () => {
  await house.services.database.read(publicActor, async (tx) => {
    expect(await countedLetters(tx, { from: '2020-10-01', to: '2021-09-30' }, new Date('2020-11-03T03:00:00Z'))).toEqual([]);
  });
});

test('pages are counted from the stored file, and a new price holds from its day on', async () => {
  const before = await house.db.owner.query<{ total: string }>("select count(*)::int as total from adoption.letter_pages");
  expect(before.rows[0]?.total).toBe(0);
  const id = (await house.db.owner.query("select id from correspondence.letter where state = 'issued' order by id limit 1")).rows[0].id as number;
  const pdf = PDF.create();
  pdf.addPage();
  pdf.addPage();
  const { hash, size } = await house.services.files.put(await pdf.save());
  await house.db.owner.query('update correspondence.letter set file_hash = $2, file_size = $3 where id = $1', [id, hash, size]);
  await house.services.database.write(systemActor('test'), (tx) => enqueue(tx, countPages, {}));
  await house.runJobs();
  expect((await house.db.owner.query('select pages from adoption.letter_pages where letter_id = $1', [id])).rows).toEqual([{ pages: 2 }]);

  const secretary = await house.as('clerk.slk');
  const value = { name: 'satang-per-page', value: '๑๐๐', from: '1 พ.ย. 2563', source: 'หนังสือกองคลัง' };
  expect((await secretary.post('/adoption/savings/parameters', value)).statusCode).toBe(303);
  expect((await secretary.post('/adoption/savings/parameters', value)).statusCode).toBe(422);
  const letters = await house.services.database.read(systemActor('test'), (tx) => savedLetters(tx, { from: '2020-10-01', to: '2020-12-31' }, new Date('2020-11-03T03:00:00Z')));
  for (const one of letters) {
    const price = one.letterDate >= '2020-11-01' ? 100 : 50;
    expect(one.satang).toBe((one.pages ?? 1) * one.recipients * price + one.recipients * 300);
  }
});

test.each(['/adoption', '/adoption/plan', '/adoption/times', '/adoption/savings', '/adoption/report', '/adoption/report.pdf', '/adoption/report.xlsx', '/adoption/units.csv', '/adoption/units.xlsx', '/adoption/times.xlsx', '/adoption/times/chain.xlsx', '/adoption/times/letters', '/adoption/savings.xlsx'])('%s opens, also for a year without anything', async (path) => {
  const clerk = await house.as('officer.snp');
  expect((await clerk.get(path)).statusCode).toBe(200);
  expect((await clerk.get(`${path}?kind=calendar&year=2562&part=first`)).statusCode).toBe(200);
});

test('a file of trainings gets a verdict for each row before anything is written, and goes in once', async () => {
  const secretary = await house.as('clerk.slk');
  const { rows: [me] } = await house.db.owner.query<{ id: number }>("select person_id as id from organisation.account where login = 'clerk.slk'");
  const actor: Actor = { ...publicActor, kind: 'person', id: me?.id ?? 0, principals: [1, me?.id ?? 0], permissions: new Map() };
  const lines = ['หน่วยงาน,ชื่อผู้ผ่านการอบรม,หลักสูตร,วันที่อบรม', 'กพร.,นายทดสอบ ระบบใหม่,การเสนอหนังสือ,๑ ต.ค. ๖๓', 'กพร.,นายทดสอบ ระบบใหม่,การเสนอหนังสือ,1/10/2563', 'ไม่มีหน่วยนี้,นายทดสอบ สองคน,การเสนอหนังสือ,1/10/2563', 'กพร.,นายทดสอบ สามคน,การเสนอหนังสือ,1/10/2570', 'กพร.,,การเสนอหนังสือ,1/10/2563'];
  const file = await receiveUpload(house.services, actor, { stream: Buffer.from(lines.join('\n')), fileName: 'อบรม.csv', allow: ['csv'] });
  if (!file.ok) throw new Error(file.message.en);
  const count = async () => (await house.db.owner.query("select count(*)::int as n from adoption.training where person_name like 'นายทดสอบ%'")).rows[0].n as number;
  const looked = await secretary.post('/adoption/training/import', { file: String(file.value.id) });
  expect(looked.statusCode).toBe(303);
  expect(await count()).toBe(0);
  const address = String(looked.headers.location);
  const staged = await house.db.owner.query('select rows from adoption.training_import order by id desc limit 1');
  expect(staged.rows[0].rows.map((row: { verdict: string }) => row.verdict)).toEqual(['new', 'duplicate', 'refused', 'refused', 'refused']);
  expect((await secretary.get(address)).body.includes('ไม่พบหน่วยงานนี้')).toBe(true);
  expect((await (await house.as('admin')).get(address)).statusCode).toBe(404);
  expect((await secretary.post(`${address}/confirm`)).statusCode).toBe(303);
  expect((await secretary.post(`${address}/confirm`)).statusCode).toBe(409);
  expect(await count()).toBe(1);
  expect((await secretary.get(`/adoption/units/${await unit('กพร.')}`)).body.includes('นายทดสอบ ระบบใหม่')).toBe(true);
  expect((await secretary.get('/adoption/training.csv')).body.includes('นายทดสอบ ระบบใหม่')).toBe(true);
});

test('a circular to all units shows who has not opened it on the map, and reminds them once with a line in the trail', async () => {
  const clerk = await house.as('clerk.kpr');
  const { rows: [letter] } = await house.db.owner.query<{ id: number }>("select id from correspondence.letter where reference = 'นร 0223/ว 500'");
  const address = `/letters/${letter?.id}/receipts`;
  const { body } = await clerk.get(address);
  const unread = (await house.db.owner.query("select count(*)::int as n from correspondence.letter_recipient where letter_id = $1 and first_opened_at is null", [letter?.id])).rows[0].n as number;
  expect(body.includes(`หน่วยงานที่ยังไม่เปิดอ่าน ${unread} หน่วยงาน`)).toBe(true);
  expect(body.match(/class="tile"[^>]*data-tone="1"/g)?.length).toBeGreaterThanOrEqual(20);
  expect((await clerk.post(`${address}/remind`)).statusCode).toBe(303);
  const trail = await house.db.owner.query("select detail from platform.audit where action = 'correspondence.unread-reminded'");
  expect(trail.rows).toEqual([{ detail: expect.objectContaining({ recipients: unread }) }]);
  expect((await (await house.as('clerk.ssc')).post(`${address}/remind`)).statusCode).toBe(404);
});

test('times of received letters: medians, overdue and the letters behind each figure, over all units and without what is secret', async () => {
  const owner = house.db.owner;
  const span = { from: localDate('2020-10-01'), to: localDate('2020-10-31') };
  const asOf = new Date('2020-11-09T03:00:00Z');
  const steps = "select min(s.at) from correspondence.chain_step s where s.received_letter_id = r.id and s.kind = 'propose'";
  // The same figures by other means: every letter with its own times, the median by hand.
  const { rows } = await owner.query<{ unit: number; urgency: string; ordered: number | null; proposed: number | null; open: boolean; overdue: boolean; secret: boolean }>(`
    select r.owner_unit_id as unit, r.urgency, (extract(epoch from r.first_ordered_at - r.deemed_received_at) / 60)::float8 as ordered, (extract(epoch from (${steps}) - r.deemed_received_at) / 60)::float8 as proposed,
      r.first_ordered_at is null and r.closed_at is null as open, r.closed_at is null and r.due_at < $1 as overdue, r.restricted as secret
    from correspondence.received_letter r where (r.deemed_received_at at time zone 'Asia/Bangkok')::date between $2 and $3 and r.registered_at <= $1`, [asOf, span.from, span.to]);
  const median = (list: readonly (number | null)[]) => {
    const sorted = list.flatMap((one) => (one === null ? [] : [Math.max(0, one)])).toSorted((a, b) => a - b);
    return sorted.length === 0 ? null : Math.round(((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2);
  };
  const outsider: Actor = { ...publicActor, kind: 'person', id: 1_000_001, principals: [1, 1_000_001], permissions: new Map([['adoption.read', 'all' as const]]) };
  await house.services.database.read(outsider, async (tx) => {
    const lines = await chainTimes(tx, span, asOf);
    const all = lines.find((line) => line.unitId === null && line.urgency === null);
    expect(rows.length).toBeGreaterThan(5);
    expect(all).toMatchObject({ received: rows.length, ordered: rows.filter((row) => row.ordered !== null).length, waiting: rows.filter((row) => row.open).length, overdue: rows.filter((row) => row.overdue).length });
    expect([all?.orderMinutes, all?.proposeMinutes]).toEqual([median(rows.map((row) => row.ordered)), median(rows.map((row) => row.proposed))]);
    for (const line of lines.filter((one) => one.unitId !== null)) {
      const own = rows.filter((row) => row.unit === line.unitId);
      expect({ unit: line.unitId, received: line.received, order: line.orderMinutes }).toEqual({ unit: line.unitId, received: own.length, order: median(own.map((row) => row.ordered)) });
    }
    for (const what of chainFigures) {
      const list = await chainList(tx, span, asOf, { what, after: 0, limit: 1000 });
      const shown: number = all?.[what] ?? 0;
      expect({ what, listed: list.length <= shown && list.length >= shown - (all?.restricted ?? 0) }).toEqual({ what, listed: true });
    }
  });
  await house.services.database.read(publicActor, async (tx) => expect(await chainTimes(tx, span, asOf)).toEqual([]));
  const page = await (await house.as('clerk.kpr')).get('/adoption/times?kind=calendar&year=2563&part=year');
  expect(page.body).toContain('/adoption/times/letters?kind=calendar&amp;year=2563&amp;part=year&amp;what=ordered');
  const letters = await (await house.as('clerk.kpr')).get(`/adoption/times/letters?kind=calendar&year=2563&part=year&what=ordered&unit=${await unit('กพร.')}`);
  expect(letters.body).toMatch(/href="\/incoming\/\d+"/);
});
