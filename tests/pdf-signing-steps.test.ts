// A signature in steps, as a far-away key and a time-stamp authority need it; Poppler and OpenSSL judge what comes out.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeStamper } from '../src/adapters/tsa.ts';
import { addTimestamp, completeSignature, packPrepared, prepareSignature, readPkcs12, signPdf, unpackPrepared, verifyPdf } from '../src/paper/index.ts';
import type { Signer } from '../src/paper/index.ts';
import { exampleMemo } from '../src/paper/examples.ts';
import { opensslCades, pdfsig } from '../src/paper/testing/judges.ts';
import { made, testRenderer } from '../src/paper/testing/tools.ts';
import { makeTrialPki, PASSPHRASE } from './support/pki/trial-pki.ts';
import type { TrialPki } from './support/pki/trial-pki.ts';
import { startTsa } from './support/pki/tsa-server.ts';
import type { TsaServer } from './support/pki/tsa-server.ts';

const AT = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
let pki: TrialPki;
let tsa: TsaServer;
let memo: Uint8Array;
const signers: Record<string, Signer> = {};

beforeAll(async () => {
  pki = makeTrialPki();
  for (const [name, kind] of [['orn', 'rsa'], ['kit', 'p256'], ['ben', 'p384']] as const) {
    pki.signer(name, `/CN=ผู้ลงนาม ${name}`, kind);
    signers[name] = must(await readPkcs12(pki.p12(name), PASSPHRASE)).signer;
  }
  tsa = await startTsa(pki);
  const renderer = testRenderer();
  memo = (await made(renderer, exampleMemo)).pdf;
  await renderer.close();
}, 60_000);

afterAll(async () => {
  await tsa.close();
  pki.remove();
});

function must<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const prepare = async (pdf: Uint8Array, name: string) =>
  must(await prepareSignature(pdf, { chain: signers[name]!.chain, algorithm: signers[name]!.algorithm, name: `ผู้ลงนาม ${name}`, reason: 'ลงนามในหนังสือ', signedAt: AT }));

test('prepared, stored as bytes, signed far away, stamped, and signed by the next: all judges agree', async () => {
  let pdf = memo;
  for (const name of ['orn', 'kit', 'ben']) {
    const prepared = await prepare(pdf, name);
    expect(Buffer.from(prepared.digest)).toEqual(createHash(prepared.algorithm).update(prepared.signedAttributes).digest());
    const stored = unpackPrepared(Buffer.from(packPrepared(prepared)));
    expect(stored).toEqual(prepared);
    const signed = must(await completeSignature(stored, await signers[name]!.sign(prepared.signedAttributes)));
    expect(signed.sha256).toBe(createHash('sha256').update(signed.pdf).digest('hex'));
    const stamped = must(await addTimestamp(signed.pdf, timeStamper({ url: tsa.url })));
    expect(stamped.pdf.length).toBe(signed.pdf.length);
    pdf = stamped.pdf;
  }
  expect(pdfsig(pki, pdf).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(3);
  for (const nth of [0, 1, 2]) expect(opensslCades(pki, pdf, nth), `signature ${nth}`).toBe(true);
  const report = must(await verifyPdf(pdf, { trust: [pki.certificate('root')], now: AT }));
  expect(report.good).toBe(true);
  expect(report.signatures.map(({ timestamp }) => timestamp)).toEqual([1, 2, 3].map(() => expect.objectContaining({ valid: true, trusted: true })));
});

test('steps make the same file as signing at once', async () => {
  const signer = signers['orn']!; // RSA gives the same value each time
  const { pdf } = must(await signPdf(memo, { signer, name: 'ผู้ลงนาม orn', reason: 'ลงนามในหนังสือ', signedAt: AT }));
  const prepared = await prepare(memo, 'orn');
  expect(Buffer.from(must(await completeSignature(prepared, await signer.sign(prepared.signedAttributes))).pdf).equals(Buffer.from(pdf))).toBe(true);
});

test('a stamp is asked for once, and only the newest signature takes one', async () => {
  const first = must(await signPdf(memo, { signer: signers['kit']!, name: 'x', signedAt: AT })).pdf;
  const stamped = must(await addTimestamp(first, timeStamper({ url: tsa.url }))).pdf;
  const asked = tsa.asked;
  expect(Buffer.from(must(await addTimestamp(stamped, timeStamper({ url: tsa.url }))).pdf).equals(Buffer.from(stamped))).toBe(true);
  expect(tsa.asked).toBe(asked);
  expect(await addTimestamp(memo, timeStamper({ url: tsa.url }))).toMatchObject({ ok: false, code: 'PDF_NOT_SIGNED' });
  tsa.mode = 'down';
  await expect(addTimestamp(first, timeStamper({ url: tsa.url }))).rejects.toMatchObject({ code: 'TSA_UNREACHABLE' });
  tsa.mode = 'right';
});

test('a value of another key, over something else, or no value at all never gets in', async () => {
  const prepared = await prepare(memo, 'kit');
  for (const value of [await signers['ben']!.sign(prepared.signedAttributes), await signers['kit']!.sign(Buffer.from('else')), Buffer.from('nothing'), Buffer.alloc(0)]) {
    expect(await completeSignature(prepared, value)).toMatchObject({ ok: false, code: 'SIGNER_FAILED' });
  }
});

test('a stored file that was changed meanwhile is not completed', async () => {
  const prepared = await prepare(memo, 'kit');
  const value = await signers['kit']!.sign(prepared.signedAttributes);
  const changed = Buffer.from(prepared.pdf);
  changed[20] = changed[20]! ^ 1;
  await expect(completeSignature({ ...prepared, pdf: changed }, value)).rejects.toThrow('not the one');
  const done = must(await completeSignature(prepared, value));
  await expect(completeSignature({ ...prepared, pdf: done.pdf }, value)).rejects.toThrow('no place');
  expect(() => unpackPrepared(memo)).toThrow();
});
