import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOcsp } from '../../tests/support/pki/ocsp-server.ts';
import type { OcspServer } from '../../tests/support/pki/ocsp-server.ts';
import { makeTrialPki } from '../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../tests/support/pki/trial-pki.ts';
import { checkChain } from '../paper/index.ts';
import { askOcsp } from './ocsp.ts';

let pki: TrialPki;
let server: OcspServer;
const ask = (name: string, more: { now?: Date; url?: string } = {}) => askOcsp(pki.certificate(name), pki.certificate('sub'), { url: server.url, now: new Date(), ...more });

beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('kit', '/CN=นายกิตติธัช วรเวชกุล');
  pki.signer('gone', '/CN=นางถูกเพิกถอน ใบรับรอง');
  pki.revoke('gone');
  server = await startOcsp(pki);
}, 60_000);
afterAll(async () => {
  await server.close();
  pki.remove();
});

test('OpenSSL’s responder says good, revoked with its time, or unknown', async () => {
  expect(await ask('kit')).toEqual({ state: 'good' });
  const gone = await ask('gone');
  expect(gone.state).toBe('revoked');
  expect(Math.abs(gone.revokedAt!.getTime() - Date.now())).toBeLessThan(120_000);
  expect(await ask('root')).toEqual({ state: 'unknown' });
  const chain = await checkChain(pki.certificate('gone'), [pki.certificate('sub')], new Date(Date.now() + 2000), {
    trust: [pki.certificate('root')], revocation: (certificate, issuer) => askOcsp(certificate, issuer, { url: server.url, now: new Date() }),
  });
  expect(chain.state).toBe('revoked');
});

test('an answer by somebody else, to another question, of another time, or none is not believed', async () => {
  server.mode = 'forged';
  await expect(ask('kit')).rejects.toMatchObject({ code: 'OCSP_WRONG_ANSWER' });
  server.mode = 'right';
  await ask('kit');
  server.mode = 'replay';
  await expect(ask('kit')).rejects.toMatchObject({ code: 'OCSP_WRONG_ANSWER' });
  server.mode = 'right';
  await expect(ask('kit', { now: new Date(Date.now() + 7_200_000) })).rejects.toMatchObject({ code: 'OCSP_WRONG_ANSWER' });
  await expect(ask('kit', { url: 'http://127.0.0.1:9/' })).rejects.toMatchObject({ code: 'OCSP_UNREACHABLE' });
});
