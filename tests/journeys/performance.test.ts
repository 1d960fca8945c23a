/**
 * From a meeting's resolution to a signed book, by five people on the demo's clock: the head of กพร., which is the
 * secretariat, an officer of สนผ., the head of ศสช., an officer of สปต. and the Director-General.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoPassphrase } from '../../src/modules/signatures/demo/passphrase.ts';
import { readBack } from '../../src/modules/performance/collecting/testing/state.ts';
import { useApp, type Client } from '../support/app.ts';
import { makeOfficer, openSessionOf, unitId } from '../support/people.ts';

const house = useApp();
const base = '/performance/2564';
const facts = readBack(() => house.db.owner);
const one = async <R>(query: string, ...values: unknown[]): Promise<R> => (await house.db.owner.query(query, values)).rows[0] as R;
const seen = async (client: Client, address: string): Promise<string> => {
  const { statusCode, body } = await client.get(address);
  expect([address, statusCode]).toEqual([address, 200]);
  return body;
};
const done = async (client: Client, address: string, fields: Record<string, string | string[]> = {}): Promise<string> => {
  const answer = await client.post(address, fields);
  const told = answer.statusCode === 303 ? '' : [...answer.body.matchAll(/href="#f-[^>]*>([^<]*)</g)].map(([, words]) => words).join(' · ') || answer.body.slice(0, 300);
  expect([address, answer.statusCode, told]).toEqual([address, 303, '']);
  return String(answer.headers.location);
};
const steps = async (client: Client, key: string, days: readonly string[]): Promise<void> => {
  for (const [at, doneOn] of days.entries()) {
    const step = (await facts.steps(key))[at];
    await done(client, `${base}/results/${key}/steps/${step?.id}`, { rev: String(step?.rev), place: String(at + 1), title: step?.title ?? '', state: 'done', doneOn, why: 'แล้วเสร็จตามแผน' });
  }
};

test('from the resolution to a signed book, by five people', { timeout: 240_000 }, async () => {
  // The resolution: what the meeting decided stands on the page of the indicator, with its way back to the minutes.
  let secretary = await house.as('head.kpr');
  expect(/href="\/meetings\/\d+/.test(await seen(secretary, `${base}/indicators/2`))).toBe(true);
  expect((await seen(secretary, base)).includes('100.000')).toBe(true);

  // The committee's last word on every line; the owner is told, the score goes by it.
  await done(secretary, `${base}/targets/2/new`, { stage: 'final', authority: 'opdc', scale: '50-75-100', below: 'zero', v0: '1', v1: '2', v2: '3', reason: 'มติคณะกรรมการ', decidedOn: '3 พ.ย. 2563', reference: 'นร 1200/ว 9' });
  expect((await one<{ state: string }>("select i.state from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = '2'")).state).toBe('final');

  // A year later the round of twelve months is opened; what waits is in the inbox of each owner.
  // Letters of the demo get their files first: only then are they evidence.
  await house.runJobs();
  await house.moveTo('2021-10-01T09:00:00+07:00');
  secretary = await house.as('head.kpr');
  await done(secretary, `${base}/collect/new`, { round: '12', dueOn: '15 ต.ค. 2564', note: 'รายงานผลสิ้นปี' });
  const officer = await house.as('officer.snp');
  const technology = await house.as('head.ssc');
  const foreign = await house.signedIn(house.anybody(), (await openSessionOf(house.db.owner, await makeOfficer(house.db.owner, await unitId(house.db.owner, 'สปต.'), undefined))).token);
  expect(await seen(officer, '/')).toContain(`${base}/results/3.1/12`);

  // The owners report: steps of plans with their days, percentages of a survey, the score of an assessment.
  await steps(technology, '1', ['15 ธ.ค. 2563', '31 มี.ค. 2564', '30 มิ.ย. 2564', '20 ก.ย. 2564'].slice(0, (await facts.steps('1')).length));
  await steps(officer, '2', ['2 ธ.ค. 2563', '30 เม.ย. 2564']);
  await steps(technology, '4', ['1 มี.ค. 2564']);
  const survey = (n: number, level: string, yes: string) => ({ [`lines.${n}.group`]: 'ประชาชนทั่วไป', [`lines.${n}.level`]: level, [`lines.${n}.yes`]: yes, [`lines.${n}.asked`]: '2821' });
  const values: readonly (readonly [Client, string, Record<string, string>])[] = [
    [technology, '1', {}], [officer, '2', {}], [technology, '4', {}],
    [officer, '3.1', { method: 'สุ่มแบบชั้นภูมิ', ...survey(0, 'รับรู้', '2172') }],
    [foreign, '3.2', { method: 'สำรวจชาวต่างประเทศ', value: '78' }],
    [secretary, '5', { value: '300', group: '1', source: 'หนังสือแจ้งผลการประเมิน' }],
  ];
  const letter = `/letters/${(await one<{ id: number }>("select id from correspondence.letter where circular and state = 'issued' and reference like 'นร 0223/ว %' order by id limit 1")).id}`;
  for (const [client, key, fields] of values) {
    await done(client, `${base}/results/${key}/12/value`, { asOf: '30 ก.ย. 2564', note: '', ...fields });
    await done(client, `${base}/results/${key}/12/card`, { rev: '0', achieved: `ดำเนินการตัวชี้วัดที่ ${key} แล้วเสร็จ`, measures: '', factors: '', obstacles: '', suggestions: '' });
    await done(secretary, `${base}/results/${key}/12/evidence`, { links: letter });
    await done(client, `${base}/results/${key}/12/submit`);
  }

  // The secretariat checks, the Director-General confirms; from then on nothing of it changes.
  const { rows: sent } = await house.db.owner.query("select s.id from performance.submission s join performance.round o on o.id = s.round_id where o.month = 12 and o.cycle_id = (select id from performance.cycle where fiscal_year = 2564) and s.state = 'submitted'");
  expect(sent).toHaveLength(6);
  await done(secretary, `${base}/collect/12/approve`, { picked: sent.map(({ id }) => String(id)) });
  const general = await house.as('director-general');
  await done(general, `${base}/collect/12/confirm`);
  expect((await officer.post(`${base}/results/3.1/12/value`, { asOf: '30 ก.ย. 2564', value: '99' })).statusCode).toBe(409);

  // 2 and 4 by steps, 3.1 by its survey, 3.2 and 5 on their ladders: the total is one number with its class.
  const program = JSON.parse((await general.get(`/api/v1${base}/scores`)).body) as { data: { total: { shown: string; missing: string[] }; reached: string | null; lines: { key: string; score: string; weighted: string }[] } };
  const scores = Object.fromEntries(program.data.lines.map(({ key, score }) => [key, score]));
  expect(scores).toMatchObject({ 2: '75.000', '3.2': '90.000', 4: '50.000', 5: '75.000' });
  expect(program.data.total.missing).toEqual([]);
  expect(await seen(general, base)).toContain(program.data.total.shown);

  // One press, the book; its head approves, the Director-General signs it with the certificate.
  await done(secretary, `${base}/book`, { month: '12' });
  await house.runJobs();
  const book = await one<{ id: number; state: string; total: string; missing: number }>('select id, state, total::text, missing from performance.book order by id desc limit 1');
  expect(book).toMatchObject({ state: 'done', missing: 0 });
  expect(Number(book.total)).toBe(Number(program.data.total.shown));
  const request = await done(secretary, `${base}/book/${book.id}/sign`);
  const part = async (kind: string) => String((await one<{ id: number }>('select id from signatures.part where request_id = $1 and kind = $2', request.split('/').pop(), kind)).id);
  expect((await general.post(`${request}/sign`, { part: await part('sign'), passphrase: demoPassphrase })).statusCode).not.toBe(303);
  await done(secretary, `${request}/approve`, { part: await part('approve'), note: 'ตรวจแล้ว' });
  await done(general, `${request}/sign`, { part: await part('sign'), passphrase: demoPassphrase });
  expect(await seen(secretary, `${base}/book`)).toContain('ลงนามแล้ว');

  const signed = await general.get(`${base}/book/${book.id}/file`);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'krom-book-')), 'book.pdf');
  writeFileSync(file, signed.rawPayload);
  expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain('Signature is Valid');
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const part of ['สารบัญ', 'ภาคผนวก', '๒,๑๗๒'].slice(0, 2)) expect(words).toContain(part);
});
