import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { createApp } from '../../app.ts';
import { text } from '../forms/fields.ts';
import { defineForm } from '../forms/form.ts';
import type { KromModule } from '../module.ts';
import { fail, ok } from '../result.ts';
import { defineAction, definePage } from './define.ts';
import { makeFormKey } from './form-key.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-exchange-'));
let app: FastifyInstance;
/** What happened, in its order. */
const steps: string[] = [];
const open = { public: 'test' };
const form = defineForm({ word: text({ label: { th: 'คำ', en: 'Word' } }) });
const page = definePage({ path: '/ask', permission: open, layout: 'plain', load: async () => ok({}), title: () => 'ถาม', view: (_data, ui) => <p>{ui.form.message ? ui.text(ui.form.message) : 'ยังไม่ถาม'}</p> });

async function openTransactions(): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = current_database() and usename <> current_user and xact_start is not null");
  return rows[0]?.n ?? -1;
}

const action = defineAction({
  path: '/ask',
  permission: open,
  form,
  page,
  exchange: {
    seconds: 1,
    async load(_tx, { input }) {
      return input.word === 'ว่าง' ? fail('EMPTY', { th: 'ไม่มีคำถาม', en: 'Nothing to ask' }) : ok(input.word);
    },
    async ask(question, _outside, signal) {
      steps.push(`asked ${question}, ${await openTransactions()} transactions open`);
      if (question === 'ช้า') await new Promise(() => {});
      if (question === 'ฟัง') await new Promise((done) => signal.addEventListener('abort', done));
      return question === 'ไม่' ? fail('NO', { th: 'ปลายทางปฏิเสธ', en: 'It said no' }) : ok(`${question} ตอบแล้ว`);
    },
  },
  async run(_tx, { asked }) {
    steps.push(`ran with ${asked}`);
    return ok({ audit: { action: 'asks.asked', subject: { type: 'asks.ask', id: null } }, goTo: '/ask' });
  },
});

const moduleOf = (route: object): KromModule => ({ name: 'asks', title: { th: 'ถาม', en: 'Asks' }, routes: [page, route] });
const appOf = (route: object) => createApp({ services: testServices(db, folder), modules: [moduleOf(route)], identify: async () => undefined, paths: { signIn: '/s', changePassword: '/c', signOut: '/o', setUpFactor: '/f' }, rateLimit: 0 });

beforeAll(async () => {
  app = await appOf(action);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const browser = 'browser-of-the-test-0001';
const newKey = () => makeFormKey(readFileSync(path.join(folder, 'keys/forms.key')), browser);
const post = (word: string, key = newKey()) =>
  app.inject({ method: 'POST', url: '/ask', cookies: { krom_browser: browser }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _key: key, word }).toString() });

test('the outside is asked while no transaction is open, and the answer is there when the change begins', async () => {
  steps.length = 0;
  expect((await post('ใคร')).statusCode).toBe(303);
  expect(steps).toEqual(['asked ใคร, 0 transactions open', 'ran with ใคร ตอบแล้ว']);
});

test('the same form sent again gets the first answer, and the outside is not asked again', async () => {
  steps.length = 0;
  const key = newKey();
  expect((await post('ครั้งเดียว', key)).headers.location).toBe('/ask');
  expect((await post('ครั้งเดียว', key)).headers.location).toBe('/ask');
  expect(steps).toEqual(['asked ครั้งเดียว, 0 transactions open', 'ran with ครั้งเดียว ตอบแล้ว']);
});

test('a no, and a question that cannot be put, are told on the page; nothing runs', async () => {
  steps.length = 0;
  const no = await post('ไม่');
  expect([no.statusCode, no.body.includes('ปลายทางปฏิเสธ')]).toEqual([422, true]);
  const empty = await post('ว่าง');
  expect([empty.statusCode, empty.body.includes('ไม่มีคำถาม')]).toEqual([422, true]);
  expect(steps).toEqual(['asked ไม่, 0 transactions open']);
});

test('who does not answer in time is left, and the person is told', async () => {
  steps.length = 0;
  const begun = performance.now();
  const late = await post('ช้า');
  expect([late.statusCode, late.body.includes('ไม่ตอบภายในเวลาที่กำหนด')]).toEqual([422, true]);
  expect(performance.now() - begun).toBeLessThan(4000);
  // Who listens to the signal may still say what was not heard.
  expect((await post('ฟัง')).statusCode).toBe(303);
});

test('an exchange without a limit keeps the house from starting', async () => {
  const endless = defineAction({ path: '/ask', permission: open, form, page, exchange: { seconds: 60, load: async () => ok(''), ask: async () => ok('') }, run: async () => fail('NO', { th: '-', en: '-' }) });
  await expect(appOf(endless)).rejects.toThrow(/without a limit of 1 to 20 seconds/);
});
