// Whom the house asks about revocation while a person waits, how often, and whom it never asks.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startOcsp } from '../../tests/support/pki/ocsp-server.ts';
import type { OcspServer } from '../../tests/support/pki/ocsp-server.ts';
import { makeTrialPki } from '../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../tests/support/pki/trial-pki.ts';
import type { RevocationChecks } from '../platform/http/outside.ts';
import { createRevocationChecks } from './revocation.ts';

let pki: TrialPki;
let server: OcspServer;
const never = new AbortController().signal;
const ask = (checks: RevocationChecks, name: string, url?: string) => checks.ask(pki.certificate(name), pki.certificate('sub'), url, never);

beforeAll(async () => {
  pki = makeTrialPki();
  server = await startOcsp(pki);
  pki.signer('bare', '/CN=ไม่มีที่อยู่');
  pki.signer('other', '/CN=อีกคนหนึ่ง');
  pki.signer('gone', '/CN=ถูกเพิกถอน');
  pki.revoke('gone');
  pki.signer('inner', '/CN=ชี้เข้าข้างใน', 'p256', { ocsp: server.url });
  pki.signer('meta', '/CN=ชี้เข้าข้างใน', 'p256', { ocsp: 'http://169.254.169.254/latest/meta-data/' });
  pki.signer('named', '/CN=ชี้เข้าข้างใน', 'p256', { ocsp: 'http://localhost:9/' });
}, 60_000);
beforeEach(() => {
  server.mode = 'right';
});
afterAll(async () => {
  await server.close();
  pki.remove();
});

test('at the address that the house names: good, revoked; kept for a while and then asked anew', async () => {
  const checks = createRevocationChecks({ keepMs: 2_500 });
  expect(await ask(checks, 'bare', server.url)).toEqual({ state: 'good' });
  expect(await ask(checks, 'gone', server.url)).toMatchObject({ state: 'revoked' });
  const asked = server.asked;
  expect(await ask(checks, 'bare', server.url)).toEqual({ state: 'good' });
  expect(server.asked).toBe(asked);
  await new Promise((resolve) => { setTimeout(resolve, 2_600); });
  expect(await ask(checks, 'bare', server.url)).toEqual({ state: 'good' });
  expect(server.asked).toBe(asked + 1);
});

test('a certificate without an address is not asked about; one that leads into our own network is refused and nothing is sent', async () => {
  const checks = createRevocationChecks();
  expect(await ask(checks, 'bare')).toBeUndefined();
  const asked = server.asked;
  for (const name of ['inner', 'meta', 'named']) await expect(ask(checks, name), name).rejects.toMatchObject({ code: 'OCSP_ADDRESS_REFUSED' });
  expect(server.asked).toBe(asked);
});

test('who was silent is left alone for a while, and too many at once are not waited for', async () => {
  server.mode = 'silent';
  const checks = createRevocationChecks({ timeoutMs: 1_500, silenceMs: 2_500, atOnce: 1 });
  const [first, second] = await Promise.allSettled([ask(checks, 'bare', server.url), ask(checks, 'other', server.url)]);
  expect(first).toMatchObject({ reason: { code: 'OCSP_UNREACHABLE' } });
  expect(second).toMatchObject({ reason: { message: expect.stringContaining('too much') } });
  server.mode = 'right';
  await expect(ask(checks, 'other', server.url)).rejects.toThrow('silent a moment ago');
  await new Promise((resolve) => { setTimeout(resolve, 2_600); });
  expect(await ask(checks, 'other', server.url)).toEqual({ state: 'good' });
  await expect(checks.ask(pki.certificate('gone'), pki.certificate('sub'), server.url, AbortSignal.abort())).rejects.toMatchObject({ code: 'OCSP_UNREACHABLE' });
});

test('a wrong answer is not kept', async () => {
  const checks = createRevocationChecks();
  server.mode = 'forged';
  await expect(ask(checks, 'bare', server.url)).rejects.toMatchObject({ code: 'OCSP_WRONG_ANSWER' });
  server.mode = 'right';
  expect(await ask(checks, 'bare', server.url)).toEqual({ state: 'good' });
});
