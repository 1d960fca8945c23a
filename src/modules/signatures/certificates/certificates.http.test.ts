/** Certificates through the screens: from the request to the authority and back, .p12 files, keepers, and what is refused in plain words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { makeTrialPki, PASSPHRASE } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { makeOfficer, openSessionOf, unitId } from '../../../../tests/support/people.ts';
import { certificateFacts, signPdf, verifyPdf } from '../../../paper/index.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { pdfsig } from '../../../paper/testing/judges.ts';
import { made, testRenderer } from '../../../paper/testing/tools.ts';
import { publicActor, type Actor } from '../../../platform/access/actor.ts';
import { initTrialAuthority, signTrialRequest } from '../../../signing-authority/trial-authority.ts';
import { demoPassphrase } from '../demo/passphrase.ts';
import { certificatesOf, fileSigner } from '../index.ts';

const house = useApp();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-certificates-'));
let pki: TrialPki;
let holder: Client;
let keeper: Client;
let pdf: Uint8Array;

const ownPassphrase = 'กุญแจของฉัน 99';
const idOf = (address: string | undefined) => Number(/\d+/.exec(String(address))?.[0]);
const text = (body: string) => body.replaceAll(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll(/\s+/g, ' ');
const send = (who: Client, url: string, fields: Record<string, string>, field: string, content: Buffer | string, name = 'file.crt') =>
  postWithFiles(house, who, url, fields, [{ field, name, type: 'application/octet-stream', content }]);
const row = async (id: number) => (await house.db.owner.query<Record<string, unknown>>('select * from signatures.certificate where id = $1', [id])).rows[0]!;

async function actorOf(login: string): Promise<Actor> {
  const { rows } = await house.db.owner.query<{ id: number }>('select person_id as id from organisation.account where login = $1', [login]);
  return { ...publicActor, kind: 'person', id: rows[0]!.id, name: login, principals: [1, rows[0]!.id] };
}

beforeAll(async () => {
  pki = makeTrialPki();
  const name = '/CN=นายธนา ตัวอย่าง';
  pki.signer('good', name, 'rsa');
  pki.signer('past', name, 'p256', { from: '20250101000000Z', to: '20250601000000Z' });
  pki.signer('later', name, 'p256', { from: '20291201000000Z' });
  pki.openssl('pkcs12', '-export', '-legacy', '-inkey', 'good.key', '-in', 'good.crt', '-passout', `pass:${PASSPHRASE}`, '-out', 'legacy.p12');
  expect(await initTrialAuthority(path.join(folder, 'ca'), new Date())).toMatchObject({ ok: true });
  const renderer = testRenderer();
  pdf = (await made(renderer, exampleMemo)).pdf;
  await renderer.close();
  holder = await house.as('clerk.kpr');
  keeper = await house.as('admin');
}, 120_000);
afterAll(() => {
  pki.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('from a key made here, over the authority, back to a signature that others accept', { timeout: 60_000 }, async () => {
  const me = await actorOf('clerk.kpr');
  const apart = await holder.post('/account/certificates/new-key', { keyKind: 'rsa-3072', newPassphrase: ownPassphrase, again: 'another one' });
  expect([apart.statusCode, text(apart.body).includes('รหัสกุญแจสองช่องไม่ตรงกัน')]).toEqual([422, true]);
  expect((await holder.post('/account/certificates/new-key', { keyKind: 'rsa-3072', newPassphrase: 'short', again: 'short' })).statusCode).toBe(422);
  const begun = await holder.post('/account/certificates/new-key', { keyKind: 'rsa-3072', newPassphrase: ownPassphrase, again: ownPassphrase });
  expect(begun.statusCode).toBe(303);
  const id = idOf(begun.headers.location);
  const csr = await holder.get(`/account/certificates/${id}/request.csr`);
  expect(csr.headers['content-disposition']).toContain('request-');
  writeFileSync(path.join(folder, 'mine.csr'), csr.body);
  expect(pki.openssl('req', '-in', path.join(folder, 'mine.csr'), '-noout', '-subject', '-nameopt', 'utf8')).toMatch(/C ?= ?TH, O ?= ?กรมประชาสัมพันธ์, CN ?= ?\S+/);
  expect((await keeper.get(`/certificates/${id}/request.csr`)).body).toBe(csr.body);

  expect((await keeper.post(`/certificates/${id}/sent`, { authority: 'ผู้ออกใบรับรองตัวอย่าง', reference: 'นร 0205/99', date: '2 พ.ย. 2563' })).statusCode).toBe(303);
  const wrongKey = await send(keeper, `/certificates/${id}/certificate`, {}, 'certificateFile', pki.certificate('good'));
  expect([wrongKey.statusCode, text(wrongKey.body).includes('ใบรับรองนี้เป็นของกุญแจอื่น')]).toEqual([422, true]);
  const rubbish = await send(keeper, `/certificates/${id}/certificate`, {}, 'certificateFile', 'hello');
  expect([rubbish.statusCode, text(rubbish.body).includes('ไม่ใช่ใบรับรองที่อ่านได้')]).toEqual([422, true]);
  const issued = await signTrialRequest(path.join(folder, 'ca'), Buffer.from(csr.body), new Date());
  if (!issued.ok) throw new Error(issued.code);
  expect((await send(keeper, `/certificates/${id}/certificate`, {}, 'certificateFile', issued.value)).statusCode).toBe(303);
  expect(await row(id)).toMatchObject({ state: 'received', warnings: ['issuer-not-trusted'] });
  expect(text((await holder.get('/')).body)).toContain('ใบรับรองพร้อมส่งมอบ');
  expect(await house.services.database.read(me, (tx) => certificatesOf(tx, me.id, new Date()))).toEqual([]);

  const wrong = await holder.post(`/account/certificates/${id}/begin`, { passphrase: 'ไม่ใช่รหัสนี้' });
  expect([wrong.statusCode, text(wrong.body).includes('รหัสของไฟล์ใบรับรองไม่ถูกต้อง'), wrong.body.includes('ไม่ใช่รหัสนี้')]).toEqual([422, true, false]);
  expect((await holder.post(`/account/certificates/${id}/begin`, { passphrase: ownPassphrase })).statusCode).toBe(303);
  expect(await row(id)).toMatchObject({ state: 'active', letter_reference: 'นร 0205/99', identity_check: 'ผู้ถือยืนยันด้วยรหัสกุญแจในระบบ' });
  const page = text((await holder.get(`/account/certificates/${id}`)).body);
  for (const words of ['ใช้งานอยู่', 'ผู้ออกใบรับรองไม่อยู่ในรายการที่หน่วยงานเชื่อถือ', 'ส่งคำขอไปยังผู้ออกใบรับรอง', 'ทดลองรหัสกุญแจ']) expect(page).toContain(words);

  // Another passphrase, the same key; the old one is nothing any more.
  expect((await holder.post(`/account/certificates/${id}/passphrase`, { current: ownPassphrase, newPassphrase: 'รหัสใหม่ 12345', again: 'รหัสใหม่ 12345' })).statusCode).toBe(303);
  expect((await holder.post(`/account/certificates/${id}/test`, { passphrase: ownPassphrase })).statusCode).toBe(422);
  expect((await holder.post(`/account/certificates/${id}/test`, { passphrase: 'รหัสใหม่ 12345' })).statusCode).toBe(303);

  const signer = await house.services.database.read(me, (tx) => fileSigner(tx, house.services, id, 'รหัสใหม่ 12345', new Date()));
  if (!signer.ok) throw new Error(signer.code);
  const signed = await signPdf(pdf, { signer: signer.value, name: 'เจ้าหน้าที่', signedAt: new Date() });
  if (!signed.ok) throw new Error(signed.code);
  writeFileSync(pki.file('signed.pdf'), signed.value.pdf);
  expect(pdfsigOf(signed.value.pdf)).toContain('Signature is Valid');
  // Nothing of the passphrases is anywhere in the database.
  const tables = await house.db.owner.query<{ found: string }>("select coalesce(string_agg(detail::text, ' '), '') as found from platform.audit");
  for (const secret of [ownPassphrase, 'รหัสใหม่ 12345']) expect(tables.rows[0]!.found).not.toContain(secret);

  // Revoked by the keeper: it cannot sign from that moment on, and an end stays an end.
  expect((await keeper.post(`/certificates/${id}/revoke`, { day: '31 ธ.ค. 2563', reason: 'วันที่ยังมาไม่ถึง' })).statusCode).toBe(422);
  expect((await keeper.post(`/certificates/${id}/revoke`, { day: '3 พ.ย. 2563', reason: 'สงสัยว่ารหัสรั่วไหล' })).statusCode).toBe(303);
  expect(await house.services.database.read(me, (tx) => fileSigner(tx, house.services, id, 'รหัสใหม่ 12345', new Date()))).toMatchObject({ ok: false, code: 'CERTIFICATE_REVOKED' });
  expect((await keeper.post(`/certificates/${id}/hand-over`, { identityCheck: 'อีกครั้ง' })).statusCode).toBe(422);
  expect(text((await holder.get('/notifications')).body)).toContain('ใบรับรองของท่านถูกเพิกถอน');
});

const pdfsigOf = (bytes: Uint8Array) => pdfsig(pki, Buffer.from(bytes));

test('a .p12 that one has: what is wrong with it is said at its field, and a good one signs', { timeout: 60_000 }, async () => {
  const upload = (name: string, passphrase = PASSPHRASE) => send(holder, '/account/certificates/upload', { p12Passphrase: passphrase, position: '' }, 'p12', pki.p12(name), `${name}.p12`);
  for (const [name, passphrase, words] of [
    ['good', 'ผิดแน่', 'รหัสของไฟล์ใบรับรองไม่ถูกต้อง'], ['legacy', PASSPHRASE, 'RC2 หรือ 3DES'], ['past', PASSPHRASE, 'ใบรับรองหมดอายุแล้ว'],
  ] as const) {
    const refused = await upload(name, passphrase);
    expect([name, refused.statusCode, text(refused.body).includes(words)]).toEqual([name, 422, true]);
  }
  const large = await send(holder, '/account/certificates/upload', { p12Passphrase: 'x', position: '' }, 'p12', Buffer.alloc(1_048_577, 1), 'large.p12');
  expect([large.statusCode, text(large.body).includes('ไฟล์ใหญ่เกิน 1 MB')]).toEqual([422, true]);
  expect(text((await holder.post('/account/certificates/upload', { p12Passphrase: 'x', position: '' })).body)).toContain('กรุณาเลือกไฟล์ใบรับรอง');
  const files = await house.db.owner.query('select 1 from platform.file');
  const taken = await upload('good');
  expect(taken.statusCode).toBe(303);
  const id = idOf(taken.headers.location);
  // The name in it is another than the clerk's: accepted, and kept as a remark. The file itself went into no store.
  expect(await row(id)).toMatchObject({ state: 'active', subject: 'นายธนา ตัวอย่าง', warnings: ['name-differs', 'issuer-not-trusted'] });
  expect((await house.db.owner.query('select 1 from platform.file')).rowCount).toBe(files.rowCount);
  expect(text((await upload('good')).body)).toContain('ใบรับรองนี้มีอยู่ในรายการแล้ว');
  const later = idOf((await upload('later')).headers.location);
  expect(text((await holder.get(`/account/certificates/${later}`)).body)).toContain('ยังไม่ถึงวันเริ่มใช้');
  const me = await actorOf('clerk.kpr');
  expect(await house.services.database.read(me, (tx) => fileSigner(tx, house.services, later, PASSPHRASE, new Date()))).toMatchObject({ ok: false, code: 'CERTIFICATE_NOT_YET_VALID' });
  // Opened while it was in force, signed a moment after its end.
  expect(await house.services.database.read(me, (tx) => fileSigner(tx, house.services, id, PASSPHRASE, new Date('2031-01-01')))).toMatchObject({ ok: false, code: 'CERTIFICATE_EXPIRED', message: { th: expect.stringContaining('หมดอายุแล้ว') } });

  expect((await holder.post(`/account/certificates/${id}/remove`, { reason: 'เปลี่ยนไปใช้ใบอื่น' })).statusCode).toBe(303);
  expect((await house.db.owner.query('select 1 from signatures.certificate_key where certificate_id = $1', [id])).rowCount).toBe(0);
  expect(await row(id)).toMatchObject({ state: 'removed', ended_reason: 'เปลี่ยนไปใช้ใบอื่น' });
});

test('a keeper asks for somebody; the person is told, makes the key, and nobody else sees it', { timeout: 60_000 }, async () => {
  const head = await actorOf('head.ssc');
  const asked = await keeper.post('/certificates/new', { person: String(head.id), withPost: '1', name: '', email: '' });
  expect(asked.statusCode).toBe(303);
  const id = idOf(asked.headers.location);
  const client = await house.as('head.ssc');
  expect(text((await client.get('/')).body)).toContain('ท่านมีคำขอใบรับรองที่ต้องสร้างกุญแจ');
  expect((await client.post(`/account/certificates/${id}/key`, { keyKind: 'ec-p256', newPassphrase: ownPassphrase, again: ownPassphrase })).statusCode).toBe(303);
  expect(await row(id)).toMatchObject({ state: 'requested', requested_post: expect.stringContaining('ผู้อำนวยการ') });
  expect((await holder.get(`/account/certificates/${id}`)).statusCode).toBe(404);
  expect((await keeper.get(`/account/certificates/${id}`)).statusCode).toBe(404);
  expect((await holder.get(`/certificates/${id}`)).statusCode).toBe(403);
  // The holder has the certificate from the authority and takes it in alone.
  const csr = (await client.get(`/account/certificates/${id}/request.csr`)).body;
  const issued = await signTrialRequest(path.join(folder, 'ca'), Buffer.from(csr), new Date());
  if (!issued.ok) throw new Error(issued.code);
  expect((await send(client, `/account/certificates/${id}/certificate`, { passphrase: 'ผิดไปหน่อย' }, 'certificateFile', issued.value)).statusCode).toBe(422);
  expect((await row(id))['state']).toBe('requested');
  expect((await send(client, `/account/certificates/${id}/certificate`, { passphrase: ownPassphrase }, 'certificateFile', issued.value)).statusCode).toBe(303);
  const active = await row(id);
  expect(active).toMatchObject({ state: 'active', warnings: ['issuer-not-trusted'] });
  expect(certificateFacts(active['certificate'] as Buffer).position).toContain('ผู้อำนวยการ');

  const list = text((await keeper.get('/certificates?show=active')).body);
  expect(list).toContain(String(active['requested_name']));
  expect((await keeper.get('/certificates.csv?show=all')).body).toContain(String(active['serial']));
  const elsewhere = await unitId(house.db.owner, 'กตส.');
  expect(text((await keeper.get(`/certificates?show=active&unit=${elsewhere}`)).body)).toContain('ไม่มีใบรับรองในรายการนี้');
});

test('the right in one unit alone keeps nothing', async () => {
  const unit = await unitId(house.db.owner, 'กพร.');
  const id = await makeOfficer(house.db.owner, unit, undefined);
  await house.db.owner.query("insert into organisation.role_grant (person_id, role, unit_id, valid_from, reason) values ($1, 'organisation-admin', $2, '2003-10-01', 'test')", [id, unit]);
  const { token } = await openSessionOf(house.db.owner, id);
  const client = await house.signedIn(house.anybody(), token);
  const answer = await client.get('/certificates');
  expect([answer.statusCode, text(answer.body).includes('ได้รับสิทธิทั้งกรม')]).toEqual([403, true]);
});

test('before the end holder and keepers are told, each nearness once, and the inbox has a line', async () => {
  const me = await actorOf('clerk.kpr');
  const ends = new Date(Date.now() + 20 * 86_400_000);
  const taken = await send(holder, '/account/certificates/upload', { p12Passphrase: PASSPHRASE, position: '' }, 'p12', pki.p12('good'), 'good.p12');
  const id = idOf(taken.headers.location);
  await house.db.owner.query('update signatures.certificate set valid_to = $2 where id = $1', [id, ends]);
  const warn = async () => {
    await house.db.owner.query("select platform.enqueue('signatures.warn-of-end', '{}'::jsonb, clock_timestamp(), 1, null, null)");
    await house.runJobs();
    return (await house.db.owner.query("select person_id from platform.notification where kind = 'signatures.certificates' and words ->> 'th' like '%จะหมดอายุ%' and href like '%/' || $1::text", [id])).rows.map((one: { person_id: number }) => one.person_id);
  };
  const first = await warn();
  expect(first).toContain(me.id);
  expect(first.length).toBeGreaterThan(1);
  expect(await warn()).toHaveLength(first.length);
  expect(await row(id)).toMatchObject({ warned_days: 30 });
  await house.db.owner.query("update signatures.certificate set valid_to = now() + interval '5 days' where id = $1", [id]);
  expect(await warn()).toHaveLength(first.length * 2);
  expect(text((await holder.get('/')).body)).toContain('ใบรับรองใกล้หมดอายุ');
  expect(text((await keeper.get('/certificates?show=soon')).body)).toMatch(/เหลือ 4 วัน|เหลือ 5 วัน/);
  await house.db.owner.query("update signatures.certificate set valid_to = now() - interval '1 day' where id = $1", [id]);
  expect(await warn()).toHaveLength(first.length * 2);
  expect(text((await holder.get('/')).body)).toContain('ใบรับรองหมดอายุแล้ว');
  expect(text((await holder.get('/account/certificates')).body)).toContain('หมดอายุแล้ว');
});

test('in the demo the heads sign at once with the passphrase on their page', async () => {
  const client = await house.as('head.kpr');
  const page = text((await client.get('/account/certificates')).body);
  expect(page).toContain(demoPassphrase);
  expect(page).toContain('ของระบบสาธิต (ทดลองเท่านั้น)');
  for (const login of ['head.kpr', 'director-general']) {
    const me = await actorOf(login);
    const [best] = await house.services.database.read(me, (tx) => certificatesOf(tx, me.id, new Date()));
    const signer = await house.services.database.read(me, (tx) => fileSigner(tx, house.services, best!.id, demoPassphrase, new Date()));
    if (!signer.ok) throw new Error(signer.code);
    const signed = await signPdf(pdf, { signer: signer.value, name: best!.subject, signedAt: house.services.clock.now() });
    if (!signed.ok) throw new Error(signed.code);
    const report = await verifyPdf(signed.value.pdf, { trust: [], now: new Date() });
    expect(report).toMatchObject({ ok: true, value: { signatures: [{ whole: true, altered: false, signerName: best!.subject }] } });
    // Valid both in the demo's year and in the real one.
    expect(best!.validFrom < house.services.clock.now() && best!.validTo > new Date()).toBe(true);
  }
});
