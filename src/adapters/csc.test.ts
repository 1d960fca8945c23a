// Remote signatures over the API of the Cloud Signature Consortium: the way through, and every way in which it ends early.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startCsc } from '../../tests/support/csc-stand-in.ts';
import type { CscStandIn } from '../../tests/support/csc-stand-in.ts';
import { makeTrialPki } from '../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../tests/support/pki/trial-pki.ts';
import { consentAddress } from '../modules/signatures/remote/consent-address.ts';
import { completeSignature, packPrepared, prepareSignature, unpackPrepared } from '../paper/index.ts';
import type { HashName, PreparedSignature } from '../paper/index.ts';
import { exampleMemo } from '../paper/examples.ts';
import { opensslCades, pdfsig } from '../paper/testing/judges.ts';
import { made, testRenderer } from '../paper/testing/tools.ts';
import { cscClient } from './csc.ts';
import type { CscClient, CscCredential } from './csc.ts';

const redirectUri = 'http://127.0.0.1:1/sign-remotely/return';
const ids: Record<string, string> = {};
let pki: TrialPki;
let csc: CscStandIn;
let client: CscClient;
let memo: Uint8Array;

beforeAll(async () => {
  pki = makeTrialPki();
  for (const [name, kind] of [['orn', 'rsa'], ['kit', 'p256'], ['ben', 'p384'], ['pin', 'p256']] as const) pki.signer(name, `/CN=ผู้ลงนาม ${name}`, kind);
  csc = await startCsc(pki);
  ids['orn'] = csc.add({ name: 'orn', userId: 'u1', algorithms: ['1.2.840.113549.1.1.11'] });
  ids['kit'] = csc.add({ name: 'kit', userId: 'u1', algorithms: ['1.2.840.10045.4.3.2'], plainEcdsa: true });
  ids['ben'] = csc.add({ name: 'ben', userId: 'u2', algorithms: ['1.2.840.10045.2.1'] });
  ids['pin'] = csc.add({ name: 'pin', userId: 'u2', algorithms: ['1.2.840.10045.4.3.2'], authMode: 'explicit' });
  ids['pss'] = csc.add({ name: 'orn', userId: 'u3', algorithms: ['1.2.840.113549.1.1.10'] });
  client = cscClient({ ...csc, oauth2: csc.origin, timeoutMs: 3_000 });
  const renderer = testRenderer();
  memo = (await made(renderer, exampleMemo)).pdf;
  await renderer.close();
}, 60_000);
beforeEach(() => {
  csc.mode = 'right';
  csc.seconds = 300;
});
afterAll(async () => {
  await csc.close();
  pki.remove();
});

function must<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function prepared(name: string, algorithm: HashName = 'sha256', pdf = memo): Promise<{ credential: CscCredential; signature: PreparedSignature }> {
  const credential = await client.credential(await client.serviceToken(), ids[name]!);
  return { credential, signature: must(await prepareSignature(pdf, { chain: credential.chain, algorithm, name: 'ผู้ลงนาม', signedAt: new Date() })) };
}

async function codeFor(name: string, digest: Uint8Array, decision?: 'refuse'): Promise<URL> {
  const address = consentAddress({ oauth2: csc.origin, clientId: csc.clientId, redirectUri, state: 'a-state-of-ours-1234', credentialId: ids[name]!, digests: [digest], description: 'หนังสือ ที่ กต 0201/1', lang: 'th' });
  const back = await csc.decide(address, decision);
  expect(back.href.startsWith(redirectUri)).toBe(true);
  expect(back.searchParams.get('state')).toBe('a-state-of-ours-1234');
  return back;
}
const sadFor = async (name: string, digest: Uint8Array): Promise<string> => (await client.exchange((await codeFor(name, digest)).searchParams.get('code')!, redirectUri)).value;
const sign = async (credential: CscCredential, sad: string, signature: PreparedSignature): Promise<Buffer> =>
  (await client.sign(await client.serviceToken(), { credential, sad, digests: [signature.digest], algorithm: signature.algorithm }))[0]!;

test('RSA, P-256 with plain values and P-384 with a bare key: from the page of consent to a PDF that Poppler and OpenSSL find good', async () => {
  expect(await client.info()).toMatchObject({ specs: '1.0.4.0', oauth2: csc.origin });
  expect(await client.credentials(await client.serviceToken(), 'u1')).toEqual([ids['orn'], ids['kit']]);
  let pdf = memo;
  for (const [name, algorithm] of [['orn', 'sha256'], ['kit', 'sha256'], ['ben', 'sha384']] as const) {
    const { credential, signature } = await prepared(name, algorithm, pdf);
    expect(credential).toMatchObject({ usable: true, authMode: 'oauth2code', pin: 'no', otp: 'no' });
    const stored = unpackPrepared(packPrepared(signature));
    pdf = must(await completeSignature(stored, await sign(credential, await sadFor(name, signature.digest), signature))).pdf;
  }
  expect(pdfsig(pki, pdf).match(/Signature is Valid\./g)).toHaveLength(3);
  for (const nth of [0, 1, 2]) expect(opensslCades(pki, pdf, nth)).toBe(true);
}, 30_000);

test('PIN and one-time password where a provider has no page of consent', async () => {
  const { credential, signature } = await prepared('pin');
  expect(credential).toMatchObject({ authMode: 'explicit', pin: 'needed', otp: 'online' });
  const token = await client.serviceToken();
  await client.sendOtp(token, credential.id);
  const ask = { credentialId: credential.id, digests: [signature.digest] };
  await expect(client.authorize(token, { ...ask, pin: '000000', otp: csc.otp })).rejects.toMatchObject({ code: 'CSC_REFUSED', said: 'invalid_pin' });
  const sad = await client.authorize(token, { ...ask, pin: csc.pin, otp: csc.otp });
  const signed = must(await completeSignature(signature, await sign(credential, sad.value, signature)));
  expect(opensslCades(pki, signed.pdf, 0)).toBe(true);
});

test('the provider dies between accept and answer: the same code or consent does not count twice, a new one does', async () => {
  const { credential, signature } = await prepared('kit');
  csc.mode = 'dies-at-token';
  const code = (await codeFor('kit', signature.digest)).searchParams.get('code')!;
  await expect(client.exchange(code, redirectUri)).rejects.toMatchObject({ code: 'CSC_UNREACHABLE' });
  csc.mode = 'right';
  await expect(client.exchange(code, redirectUri)).rejects.toMatchObject({ code: 'CSC_CONSENT_OVER', said: 'invalid_grant' });
  const sad = await sadFor('kit', signature.digest);
  const before = csc.signed;
  csc.mode = 'dies-at-sign';
  await expect(sign(credential, sad, signature)).rejects.toMatchObject({ code: 'CSC_UNREACHABLE' });
  expect(csc.signed).toBe(before + 1);
  csc.mode = 'right';
  await expect(sign(credential, sad, signature)).rejects.toMatchObject({ code: 'CSC_CONSENT_OVER' });
  expect(must(await completeSignature(signature, await sign(credential, await sadFor('kit', signature.digest), signature))).pdf.length).toBe(signature.pdf.length);
});

test('a consent is over after its time, holds for its own hash alone, and may be refused', async () => {
  const { credential, signature } = await prepared('kit');
  csc.seconds = 0.05;
  const late = await codeFor('kit', signature.digest);
  await new Promise((resolve) => { setTimeout(resolve, 80); });
  await expect(client.exchange(late.searchParams.get('code')!, redirectUri)).rejects.toMatchObject({ code: 'CSC_CONSENT_OVER' });
  csc.seconds = 1;
  const sad = await sadFor('kit', signature.digest);
  await new Promise((resolve) => { setTimeout(resolve, 1_050); });
  await expect(sign(credential, sad, signature)).rejects.toMatchObject({ code: 'CSC_CONSENT_OVER' });
  const other = await sadFor('kit', Buffer.alloc(32, 7));
  await expect(sign(credential, other, signature)).rejects.toMatchObject({ code: 'CSC_CONSENT_OVER' });
  const refused = await codeFor('kit', signature.digest, 'refuse');
  expect(refused.searchParams.get('error')).toBe('access_denied');
});

test('a value of another certificate never gets into a file', async () => {
  const { credential, signature } = await prepared('kit');
  csc.mode = 'other-key';
  expect(await completeSignature(signature, await sign(credential, await sadFor('kit', signature.digest), signature))).toMatchObject({ ok: false, code: 'SIGNER_FAILED' });
});

test('a wrong client, an unknown credential, a key for other algorithms, plain http', async () => {
  await expect(cscClient({ ...csc, oauth2: csc.origin, clientSecret: 'wrong' }).serviceToken()).rejects.toMatchObject({ code: 'CSC_REFUSED', said: 'invalid_client' });
  await expect(client.credential(await client.serviceToken(), 'nobody')).rejects.toMatchObject({ code: 'CSC_REFUSED' });
  await expect(client.credential({ value: 'stolen', expiresAt: new Date() }, ids['kit']!)).rejects.toMatchObject({ code: 'CSC_REFUSED', said: 'invalid_token' });
  const { credential, signature } = await prepared('pss');
  await expect(sign(credential, 'x', signature)).rejects.toMatchObject({ code: 'CSC_UNSUPPORTED' });
  await expect(cscClient({ ...csc, oauth2: csc.origin, baseUrl: 'http://provider.example/csc/v1' }).info()).rejects.toMatchObject({ code: 'CSC_REFUSED' });
});

test.each([['down', 'CSC_UNREACHABLE'], ['silent', 'CSC_UNREACHABLE'], ['redirects', 'CSC_UNREACHABLE'], ['floods', 'CSC_UNREACHABLE'], ['babbles', 'CSC_WRONG_ANSWER']] as const)('a provider that is %s: %s, in time', async (mode, code) => {
  csc.mode = mode;
  const started = Date.now();
  await expect(cscClient({ ...csc, oauth2: csc.origin, timeoutMs: 300 }).info()).rejects.toMatchObject({ code });
  expect(Date.now() - started).toBeLessThan(2_000);
});
