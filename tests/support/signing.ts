import { createPrivateKey } from 'node:crypto';
import { certificateFacts, protectKey, readPkcs12 } from '../../src/paper/index.ts';
import type { TestApp } from './app.ts';
import { PASSPHRASE } from './pki/trial-pki.ts';
import type { TrialPki } from './pki/trial-pki.ts';

/** The passphrase under which `giveCertificate` keeps keys. */
export const keyPassphrase = 'รหัสกุญแจ-ทดสอบ-1';

/**
 * Gives the person of a demo account a certificate of the trial authority, in use and with its key, as the house keeps
 * them. Resolves with its id.
 */
export async function giveCertificate(house: TestApp, pki: TrialPki, username: string, name: string, more: { readonly positionId?: number; /** End, as OpenSSL writes it. */ readonly to?: string; /** Keeps those that the person has already, such as those of the demo. */ readonly beside?: boolean } = {}): Promise<number> {
  const { owner } = house.db;
  const { rows } = await owner.query<{ id: number; name: string }>(
    `select p.id, p.title || p.given || ' ' || p.family as name from organisation.account a join organisation.person p on p.id = a.person_id where a.login = $1`, [username]);
  const person = rows[0];
  if (!person) throw new Error(`no account ${username}`);
  if (!more.beside) await owner.query(`update signatures.certificate set state = 'removed', ended_on = current_date where person_id = $1 and state = 'active'`, [person.id]);
  pki.signer(name, `/O=กรมตัวอย่าง/CN=${person.name}`, 'p256', more.to ? { to: more.to } : {});
  const read = await readPkcs12(pki.p12(name), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  const [own, ...chain] = read.value.signer.chain.map((one) => Buffer.from(one));
  const facts = certificateFacts(own!);
  const kept = await owner.query<{ id: number }>(
    `insert into signatures.certificate (person_id, position_id, state, requested_name, requested_by, requested_by_name, requested_at, certificate, chain, subject, issuer, serial,
       fingerprint, key_kind, valid_from, valid_to, handed_by, handed_by_name, handed_at, identity_check)
     values ($1, $2, 'active', $3, $1, $3, now(), $4, $5, $6, $7, $8, $9, $10, $11, $12, $1, $3, now(), 'ในระบบทดสอบ') returning id`,
    [person.id, more.positionId ?? null, person.name, own, chain, facts.commonName, facts.issuer, facts.serial, facts.fingerprint, facts.key, facts.validFrom, facts.validTo]);
  const key = await protectKey(createPrivateKey({ key: read.value.privateKey, format: 'der', type: 'pkcs8' }), keyPassphrase);
  await owner.query('insert into signatures.certificate_key (certificate_id, person_id, protected, kept_at) values ($1, $2, $3, now())', [kept.rows[0]!.id, person.id, key]);
  return kept.rows[0]!.id;
}
