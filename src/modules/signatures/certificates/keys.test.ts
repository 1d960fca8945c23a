import { createPrivateKey, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { makeTrialPki, PASSPHRASE } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { testServices } from '../../../../tests/support/services.ts';
import { certificateFacts, protectKey, readPkcs12 } from '../../../paper/index.ts';
import { publicActor, systemActor, type Actor } from '../../../platform/access/actor.ts';
import { sql } from '../../../platform/db/database.ts';
import { initTrialAuthority } from '../../../signing-authority/trial-authority.ts';
import { certificatesOf, fileSigner } from '../index.ts';
import { demoAuthorityFolder, houseTrust } from '../trust.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-keys-'));
const now = new Date('2026-11-26T03:00:00Z');
let pki: TrialPki;
let orn: Actor;
let other: Actor;
let id: number;

const person = async (family: string): Promise<Actor> => {
  const { rows } = await db.owner.query<{ id: number }>("insert into organisation.person (title, given, family) values ('นาง', 'อรวรรยา', $1) returning id", [family]);
  return { ...publicActor, kind: 'person', id: rows[0]!.id, name: `นางอรวรรยา ${family}`, principals: [1, rows[0]!.id] };
};

/** A certificate in use, with its key, as the store writes them. */
async function keep(holder: Actor, name: string): Promise<number> {
  const read = await readPkcs12(pki.p12(name), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  const [own, ...chain] = read.value.signer.chain;
  const facts = certificateFacts(own!);
  const guarded = await protectKey(createPrivateKey({ key: read.value.privateKey, format: 'der', type: 'pkcs8' }), 'รหัสผ่านกุญแจ 1');
  return db.database.write(holder, async (tx) => {
    const { rows } = await sql<{ id: number }>`insert into signatures.certificate (person_id, state, requested_name, requested_by, requested_by_name, requested_at,
        certificate, chain, subject, issuer, serial, fingerprint, key_kind, valid_from, valid_to, handed_by, handed_by_name, handed_at, identity_check)
      values (${holder.id}, 'active', ${holder.name}, ${holder.id}, ${holder.name}, ${now}, ${Buffer.from(own!)}, ${chain.map((one) => Buffer.from(one))}, ${facts.commonName}, ${facts.issuer},
        ${facts.serial}, ${facts.fingerprint}, ${facts.key}, ${facts.validFrom}, ${facts.validTo}, ${holder.id}, ${holder.name}, ${now}, 'ในระบบ') returning id`.execute(tx.db);
    await sql`insert into signatures.certificate_key (certificate_id, person_id, protected, kept_at) values (${rows[0]!.id}, ${holder.id}, ${guarded}, ${now})`.execute(tx.db);
    return rows[0]!.id;
  });
}

const signerOf = (actor: Actor, certificate: number, passphrase: string, at = now) =>
  db.database.read(actor, (tx) => fileSigner(tx, testServices(db, folder), certificate, passphrase, at));

beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('orn', '/O=กรมตัวอย่าง/CN=นางอรวรรยา พิทักษ์ธรรม/title=รองอธิบดี', 'rsa');
  pki.signer('short', '/CN=นางอรวรรยา พิทักษ์ธรรม', 'p256', { to: '20261130235959Z' });
  orn = await person('พิทักษ์ธรรม');
  other = await person('คนอื่น');
  id = await keep(orn, 'orn');
  await keep(orn, 'short');
}, 60_000);
afterAll(() => {
  pki.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('who holds a certificate finds it, the longest first, and an expired one is not offered', async () => {
  const mine = await db.database.read(orn, (tx) => certificatesOf(tx, orn.id, now));
  expect(mine.map((one) => [one.kind, one.subject, one.issuer, one.positionId])).toEqual([
    ['file', 'นางอรวรรยา พิทักษ์ธรรม', 'ผู้ออกใบรับรองทดสอบ', null], ['file', 'นางอรวรรยา พิทักษ์ธรรม', 'ผู้ออกใบรับรองทดสอบ', null],
  ]);
  expect(mine[0]).toMatchObject({ id, personId: orn.id });
  expect(await db.database.read(orn, (tx) => certificatesOf(tx, orn.id, new Date('2027-01-01')))).toHaveLength(1);
  expect(await db.database.read(other, (tx) => certificatesOf(tx, orn.id, now))).toEqual([]);
});

test('the right passphrase gives a signer of the certificate', async () => {
  const signer = await signerOf(orn, id, 'รหัสผ่านกุญแจ 1');
  if (!signer.ok) throw new Error(signer.code);
  const words = Buffer.from('เนื้อหา');
  expect(verify('sha256', words, createPublicKey(new X509Certificate(signer.value.chain[0]!).publicKey.export({ type: 'spki', format: 'pem' })), await signer.value.sign(words))).toBe(true);
  expect(signer.value.chain).toHaveLength(2);
});

test('what cannot sign says why: passphrase, day, revocation, somebody else', async () => {
  expect(await signerOf(orn, id, 'ผิด')).toMatchObject({ ok: false, code: 'P12_PASSPHRASE' });
  expect(await signerOf(orn, id, '')).toMatchObject({ ok: false, code: 'P12_PASSPHRASE' });
  expect(await signerOf(orn, id, 'รหัสผ่านกุญแจ 1', new Date('2031-01-01'))).toMatchObject({ ok: false, code: 'CERTIFICATE_EXPIRED', message: { th: expect.stringContaining('หมดอายุแล้ว') } });
  expect(await signerOf(orn, id, 'รหัสผ่านกุญแจ 1', new Date('2024-01-01'))).toMatchObject({ ok: false, code: 'CERTIFICATE_NOT_YET_VALID' });
  expect(await signerOf(other, id, 'รหัสผ่านกุญแจ 1')).toMatchObject({ ok: false, code: 'CERTIFICATE_NOT_USABLE' });
  // The authority's list of revoked certificates counts at once.
  mkdirSync(path.join(folder, 'trust', 'intermediate'), { recursive: true });
  writeFileSync(path.join(folder, 'trust', 'root.crt'), pki.certificate('root'));
  pki.revoke('orn');
  writeFileSync(path.join(folder, 'trust', 'sub.crl'), pki.crl());
  expect(await signerOf(orn, id, 'รหัสผ่านกุญแจ 1', new Date())).toMatchObject({ ok: false, code: 'CERTIFICATE_REVOKED' });
  rmSync(path.join(folder, 'trust'), { recursive: true });
  await db.owner.query("update signatures.certificate set state = 'revoked', ended_on = '2026-11-26', ended_reason = 'ทดสอบ' where id = $1", [id]);
  expect(await signerOf(orn, id, 'รหัสผ่านกุญแจ 1')).toMatchObject({ ok: false, code: 'CERTIFICATE_REVOKED' });
});

test('the trial authority of the demo counts while the house is one, and never otherwise', async () => {
  expect(await initTrialAuthority(demoAuthorityFolder(folder), new Date(), { signers: [] })).toMatchObject({ ok: true });
  expect(houseTrust(testServices(db, folder, { KROM_DEMO: '1' }))).toMatchObject({ trust: [expect.anything()], crls: [expect.anything()] });
  expect(houseTrust(testServices(db, folder, { KROM_DEMO: '0' }))).toEqual({ trust: [], intermediates: [], crls: [] });
});

test('the key is read by its holder alone: not by others, not by the system', async () => {
  const keys = (actor: Actor) => db.database.read(actor, async (tx) => (await sql`select certificate_id from signatures.certificate_key`.execute(tx.db)).rows);
  expect(await keys(orn)).toHaveLength(2);
  expect(await keys(other)).toEqual([]);
  expect(await keys(systemActor('test'))).toEqual([]);
  await db.owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) values ($1, 'organisation-admin', '2003-10-01', 'test')", [other.id]);
  expect(await db.database.read(other, (tx) => certificatesOf(tx, orn.id, now))).toHaveLength(1);
  expect(await keys(other)).toEqual([]);
});
