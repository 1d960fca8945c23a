// A letter to outside from draft to its signatures: issue, PDF, request, approval, signature, and what a recall does.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';
import { makeTrialPki } from '../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../tests/support/pki/trial-pki.ts';
import { giveCertificate, keyPassphrase } from '../../../tests/support/signing.ts';
import { verifyPdf } from '../../paper/index.ts';
import { pdfsig } from '../../paper/testing/judges.ts';
import { popplerPages } from '../../paper/testing/tools.ts';

const t = useApp();
let pki: TrialPki;
const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const seat = async (abbreviation: string) => (await rowsOf<{ id: number }>('select id from organisation.position where abbreviation = $1', [abbreviation]))[0]!.id;
const unit = async (abbreviation: string) => String((await rowsOf<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, [abbreviation]))[0]!.unit_id);
const location = async (client: Client, path: string, fields: Record<string, string | string[]> = {}) => {
  const answer = await client.post(path, fields);
  expect({ path, status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.slice(0, 2000) }).toEqual({ path, status: 303, body: '' });
  return String(answer.headers.location);
};
const requestOf = async (letter: string) => (await rowsOf<{ id: number; state: string }>(`select id, state from signatures.request where subject_type = 'correspondence.letter' and subject_id = $1 order by id desc`, [letter.split('/').at(-1)]))[0];
const partOf = async (request: number, kind: string) => String((await rowsOf<{ id: number }>('select id from signatures.part where request_id = $1 and kind = $2 and state = $3 order by id', [request, kind, 'open']))[0]!.id);

/** A letter to outside of กพร., issued by its head. */
async function letter(subject: string, more: Record<string, string> = {}): Promise<string> {
  const fields = {
    form: 'external', fromUnit: await unit('กพร.'), signer: String(await seat('ผอ.กพร.')), subject, body: 'ตามที่ได้ตกลงกันไว้ นั้น\nจึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary',
    'outside.0.name': 'ผู้ว่าราชการจังหวัดตัวอย่าง', agency: 'กรมตัวอย่าง\nถนนสมมุติ', ownerUnit: 'กลุ่มพัฒนาระบบบริหาร', contacts: 'โทร. 0 2000 0000', then: 'preview', ...more,
  };
  const check = await location(await t.as('clerk.kpr'), '/drafts/new', fields);
  await location(await t.as('clerk.kpr'), check.replace('/check', '/submit'));
  const href = await location(await t.as('head.kpr'), check.replace('/check', '/issue'));
  await t.runJobs();
  return href;
}

beforeAll(async () => {
  pki = makeTrialPki();
  await giveCertificate(t, pki, 'head.kpr', 'kpr');
}, 60_000);
afterAll(() => pki.remove());

it('is chosen in the draft: the request stands on the definitive PDF, the signed one takes its place, number and register stay', async () => {
  const href = await letter('หนังสือที่ลงลายมือชื่อด้วยใบรับรอง', { certificate: '1' });
  const clerk = await t.as('clerk.kpr');
  const head = await t.as('head.kpr');
  const request = await requestOf(href);
  expect(request?.state).toBe('open');
  const before = await clerk.get(`${href}/file`);
  expect((await clerk.get(href)).body).toContain('รอลงนาม 0 จาก 1');
  expect((await head.get('/')).body).toContain(`/signing/${request!.id}`);
  const row = 'select e.number, e.remark, e.reference, l.state, l.recipient_count from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id where l.id = $1';
  const registered = await rowsOf(row, [href.split('/').at(-1)]);
  await location(head, `/signing/${request!.id}/sign`, { part: await partOf(request!.id, 'sign'), passphrase: keyPassphrase });
  const page = await clerk.get(href);
  expect(page.body).toContain('ลงนามครบแล้ว');
  expect(page.body).toContain('เปิดไฟล์ PDF ที่ลงลายมือชื่อแล้ว');
  const after = await clerk.get(`${href}/file`);
  expect(after.rawPayload.subarray(0, before.rawPayload.length).equals(before.rawPayload)).toBe(true);
  expect((await clerk.get(`${href}/unsigned-file`)).rawPayload.equals(before.rawPayload)).toBe(true);
  expect(pdfsig(pki, after.rawPayload).match(/Signature is Valid/g)).toHaveLength(1);
  // Seen on the page: the stamp has the name again over the printed one.
  expect(popplerPages(after.rawPayload).flat().join(' ').match(/ลงลายมือชื่ออิเล็กทรอนิกส์/g)).toHaveLength(1);
  expect(await rowsOf(row, [href.split('/').at(-1)])).toEqual(registered);
  const [token] = await rowsOf<{ verification_token: string }>('select verification_token from correspondence.letter where id = $1', [href.split('/').at(-1)]);
  const told = await verifyPdf(after.rawPayload, { trust: [pki.certificate('root')], now: new Date() });
  expect((await t.anybody().get(`/verify/${token!.verification_token}`)).body).toContain(told.ok ? told.value.sha256 : 'no');
}, 90_000);

it('is asked for on the issued letter with people before; two clerks ask once; a recall takes the request back', async () => {
  const href = await letter('หนังสือที่ขอภายหลัง');
  const clerk = await t.as('clerk.kpr');
  expect(await requestOf(href)).toBeUndefined();
  expect((await clerk.get(href)).body).toContain(`${href}/signing`);
  expect((await (await t.as('clerk.ssc')).get(`${href}/signing`)).statusCode).toBe(404);
  const form = { 'steps.0.step': '1', 'steps.0.kind': 'approve', 'steps.0.position': String(await seat('ผอ.ศสช.')) };
  const answers = await Promise.all([clerk.post(`${href}/signing`, form), (await t.as('clerk.kpr')).post(`${href}/signing`, form)]);
  expect(new Set(answers.map((one) => one.statusCode))).toEqual(new Set([303, 409]));
  const request = await requestOf(href);
  const approver = await t.as('head.ssc');
  expect((await approver.get(`/signing/${request!.id}`)).body).toContain('หนังสือที่ขอภายหลัง');
  await location(approver, `/signing/${request!.id}/approve`, { part: await partOf(request!.id, 'approve') });
  expect((await clerk.get(href)).body).toContain('รอลงนาม 1 จาก 2');
  await location(clerk, `${href}/recall`, { reason: 'ผิดผู้รับ' });
  expect((await requestOf(href))?.state).toBe('withdrawn');
  const late = await (await t.as('head.kpr')).get(`/signing/${request!.id}`);
  expect(late.body).toContain('ผิดผู้รับ');
  expect(late.body).not.toContain('รหัสของใบรับรอง');
}, 90_000);

it('a letter that was sent back can be asked for again', async () => {
  const href = await letter('หนังสือที่ส่งคืน', { certificate: '1' });
  const first = await requestOf(href);
  await location(await t.as('head.kpr'), `/signing/${first!.id}/refuse`, { part: await partOf(first!.id, 'sign'), reason: 'ขอแก้ไขก่อน' });
  const clerk = await t.as('clerk.kpr');
  expect((await clerk.get(href)).body).toContain('ขอลงลายมือชื่อใหม่');
  await location(clerk, `${href}/signing`, {});
  expect((await requestOf(href))?.state).toBe('open');
  expect((await requestOf(href))?.id).not.toBe(first!.id);
}, 60_000);
