import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../../tests/support/db.ts';
import { startOcsp } from '../../../../../tests/support/pki/ocsp-server.ts';
import { makeTrialPki, PASSPHRASE } from '../../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../../tests/support/pki/trial-pki.ts';
import { testServices } from '../../../../../tests/support/services.ts';
import { createApp } from '../../../../app.ts';
import { readPkcs12, signPdf } from '../../../../paper/index.ts';
import { exampleMemo } from '../../../../paper/examples.ts';
import { made, testRenderer } from '../../../../paper/testing/tools.ts';
import { signaturesModule } from '../../module.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-verify-pdf-'));
let pki: TrialPki;
let plain: Uint8Array;
let signed: Uint8Array;
let app: FastifyInstance;

const appWith = (rateLimit: number) =>
  createApp({ services: testServices(db, folder), modules: [signaturesModule], identify: async () => undefined, paths: { signIn: '/s', changePassword: '/c', signOut: '/o', setUpFactor: '/f' }, rateLimit });

beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('orn', '/O=กรมตัวอย่าง/CN=นางอรวรรยา พิทักษ์ธรรม/title=รองอธิบดี');
  mkdirSync(path.join(folder, 'trust'));
  writeFileSync(path.join(folder, 'trust', 'root.crt'), pki.certificate('root'));
  writeFileSync(path.join(folder, 'trust', 'broken.crt'), 'not a certificate');
  const renderer = testRenderer();
  plain = (await made(renderer, exampleMemo)).pdf;
  await renderer.close();
  const read = await readPkcs12(pki.p12('orn'), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  const outcome = await signPdf(plain, { signer: read.value.signer, name: 'นางอรวรรยา พิทักษ์ธรรม', reason: 'ลงนามในหนังสือ', signedAt: new Date() });
  if (!outcome.ok) throw new Error(outcome.code);
  signed = outcome.value.pdf;
  app = await appWith(0);
}, 60_000);

afterAll(async () => {
  await app.close();
  pki.remove();
  rmSync(folder, { recursive: true, force: true });
});

function show(bytes: Uint8Array | undefined, name = 'หนังสือ.pdf', to = app) {
  const boundary = '----krom';
  const part = bytes === undefined ? Buffer.alloc(0) : Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`), bytes, Buffer.from('\r\n'),
  ]);
  return to.inject({ method: 'POST', url: '/verify-pdf', payload: Buffer.concat([part, Buffer.from(`--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
}

test('anybody is told who signed, that it is whole, and the technical details folded', async () => {
  const empty = await app.inject('/verify-pdf');
  expect(empty.statusCode).toBe(200);
  expect(empty.body.match(/<h1/g)).toHaveLength(1);
  const answer = await show(signed);
  expect(answer.statusCode).toBe(200);
  for (const words of ['ลายมือชื่อถูกต้อง และเนื้อหาไม่ถูกแก้ไข', 'นางอรวรรยา พิทักษ์ธรรม', 'รองอธิบดี', 'ลงนามในหนังสือ', 'ผู้ออกใบรับรองทดสอบ', '<details>']) expect(answer.body).toContain(words);
  expect(answer.body.match(/<h1/g)).toHaveLength(1);
});

test('an altered file, one without a signature, a program, nothing, and what is too large', async () => {
  const bad = Buffer.from(signed);
  bad[20] = bad[20]! ^ 1;
  const altered = await show(bad);
  expect(altered.body).toContain('เนื้อหาถูกแก้ไขหลังลงลายมือชื่อ');
  expect(altered.body).not.toContain('ลายมือชื่อถูกต้อง และ');
  for (const [bytes, words] of [[plain, 'ไม่มีลายมือชื่ออิเล็กทรอนิกส์'], [Buffer.from('MZ program'), 'ไม่ใช่ PDF ที่สมบูรณ์'], [undefined, 'กรุณาเลือกไฟล์ก่อน'], [Buffer.alloc(25 * 1_048_576 + 1), 'ไฟล์ใหญ่เกิน 25 MB']] as const) {
    const answer = await show(bytes);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
  }
});

test('nothing of it is kept, and a list of revoked certificates counts at once', async () => {
  await show(signed, 'secret-name.pdf');
  expect(readdirSync(folder).filter((name) => name !== 'trust' && name !== 'keys')).toEqual([]);
  pki.revoke('orn');
  writeFileSync(path.join(folder, 'trust', 'intermediate.crl'), pki.crl());
  expect((await show(signed)).body).toContain('ใบรับรองถูกเพิกถอน');
  rmSync(path.join(folder, 'trust', 'intermediate.crl'));
});

test('the authority is asked live: not revoked, revoked, and told plainly when it is silent or asking is off', async () => {
  const ocsp = await startOcsp(pki);
  const set = (value: object) => db.owner.query("insert into platform.setting (name, value, changed_by) values ('signatures.revocation', $1, 1) on conflict (name) do update set value = excluded.value", [JSON.stringify(value)]);
  try {
    pki.signer('live', '/CN=นายถามสด ทดสอบ');
    const read = await readPkcs12(pki.p12('live'), PASSPHRASE);
    if (!read.ok) throw new Error(read.code);
    const outcome = await signPdf(plain, { signer: read.value.signer, name: 'นายถามสด ทดสอบ', signedAt: new Date() });
    if (!outcome.ok) throw new Error(outcome.code);
    const { pdf } = outcome.value;
    expect((await show(pdf)).body).toContain('ไม่มีที่ให้ตรวจว่าใบรับรองถูกเพิกถอน');
    await set({ mode: 'address', url: ocsp.url });
    expect((await show(pdf)).body).toContain('ผู้ออกใบรับรองตอบเมื่อครู่นี้ว่าใบรับรองไม่ถูกเพิกถอน');
    pki.revoke('live');
    // Another house, so that no answer is kept from before.
    const later = await appWith(0);
    expect((await show(pdf, 'ก.pdf', later)).body).toContain('ใบรับรองถูกเพิกถอน');
    await later.close();
    await set({ mode: 'address', url: 'http://127.0.0.1:9/' });
    expect((await show(pdf)).body).toContain('ถามผู้ออกใบรับรองแล้วไม่ได้คำตอบภายในเวลาที่กำหนด');
    await set({ mode: 'off', url: null });
    const asked = ocsp.asked;
    expect((await show(pdf)).body).toContain('ไม่มีที่ให้ตรวจว่าใบรับรองถูกเพิกถอน');
    expect(ocsp.asked).toBe(asked);
  } finally {
    await ocsp.close();
  }
});

test('one address shows so many files a minute and no more', async () => {
  const limited = await appWith(1000);
  const answers: number[] = [];
  for (let i = 0; i < 21; i++) answers.push((await show(plain, 'ก.pdf', limited)).statusCode);
  expect(answers).toEqual([...Array.from({ length: 20 }, () => 422), 429]);
  await limited.close();
});
