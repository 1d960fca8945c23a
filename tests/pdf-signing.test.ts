import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timeStamper } from '../src/adapters/tsa.ts';
import { makeTrialPki, PASSPHRASE } from './support/pki/trial-pki.ts';
import type { TrialPki } from './support/pki/trial-pki.ts';
import { startTsa } from './support/pki/tsa-server.ts';
import type { TsaServer } from './support/pki/tsa-server.ts';
import { exampleMemo } from '../src/paper/examples.ts';
import { opensslCades, opensslTs, pdfsig, trimmed } from '../src/paper/testing/judges.ts';
import { made, popplerPages, testRenderer } from '../src/paper/testing/tools.ts';
import { exactBuffer, oids } from '../src/paper/signing/asn.ts';
import type { Signer } from '../src/paper/signing/cms.ts';
import { findSignatures } from '../src/paper/signing/find-signatures.ts';
import { readPkcs12 } from '../src/paper/signing/pkcs12.ts';
import { signPdf } from '../src/paper/signing/sign-pdf.ts';
import type { SignOptions } from '../src/paper/signing/sign-pdf.ts';
import { verifyPdf } from '../src/paper/signing/verify-pdf.ts';
import type { VerifyOptions } from '../src/paper/signing/verify-pdf.ts';

const renderer = testRenderer();
/** After the authority was made, which is now. */
const AT = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
let pki: TrialPki;
let tsa: TsaServer;
let memo: Uint8Array;
let place: { page: number; x: number; y: number };
let trust: VerifyOptions;

beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('orn', '/O=กรมตัวอย่าง/CN=นางอรวรรยา พิทักษ์ธรรม/title=รองอธิบดี', 'rsa');
  pki.signer('kit', '/O=กรมตัวอย่าง/CN=นายกิตติธัช วรเวชกุล', 'p256');
  pki.signer('ben', '/O=กรมตัวอย่าง/CN=นางเบญญาภา จันทร์หอม', 'p384');
  pki.signer('old', '/O=กรมตัวอย่าง/CN=นายหมดอายุ ไปแล้ว', 'p256', { to: '20260901000000Z' });
  tsa = await startTsa(pki);
  const rendered = await made(renderer, exampleMemo);
  memo = rendered.pdf;
  place = rendered.signatures[0]!;
  trust = { trust: [pki.certificate('root')], now: AT };
}, 60_000);

afterAll(async () => {
  await renderer.close();
  await tsa.close();
  pki.remove();
});

async function signerOf(name: string): Promise<Signer> {
  const read = await readPkcs12(pki.p12(name), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  return read.value.signer;
}

async function signed(pdf: Uint8Array, name: string, more: Partial<SignOptions> = {}): Promise<Uint8Array> {
  const outcome = await signPdf(pdf, { signer: await signerOf(name), name: `ผู้ลงนาม ${name}`, reason: 'ลงนามในหนังสือ', signedAt: AT, ...more });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.pdf;
}

async function reportOf(pdf: Uint8Array, options: VerifyOptions = trust) {
  const outcome = await verifyPdf(pdf, options);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

test('three people sign one after another with RSA, P-256 and P-384: every judge finds all of them good', async () => {
  const stamp = await made(renderer, {
    kind: 'signature-stamp', name: 'นางอรวรรยา พิทักษ์ธรรม', position: 'รองอธิบดี',
    acting: { phrase: 'รักษาราชการแทน', principal: 'อธิบดี' }, date: '20 ตุลาคม 2569 เวลา 10.00 น.',
  });
  const first = await signed(memo, 'orn', { place: { ...place, y: place.y + 48 }, appearance: stamp.pdf, timestamp: timeStamper({ url: tsa.url }) });
  const second = await signed(first, 'kit', { timestamp: timeStamper({ url: tsa.url }) });
  const third = await signed(second, 'ben');
  expect(Buffer.from(third).subarray(0, memo.length).equals(Buffer.from(memo))).toBe(true);

  const poppler = pdfsig(pki, third);
  expect(poppler.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(3);
  expect(poppler.match(/ETSI\.CAdES\.detached/g)).toHaveLength(3);
  expect(poppler.match(/- Total document signed/g)).toHaveLength(1);
  for (const nth of [0, 1, 2]) expect(opensslCades(pki, third, nth), `signature ${nth}`).toBe(true);
  for (const nth of [0, 1]) {
    const { token, value } = stampOf(findSignatures(third)[nth]!.cms);
    expect(opensslTs(pki, token, value)).toBe(true);
    expect(opensslTs(pki, token, Buffer.from('other bytes'))).toBe(false);
  }
  expect(popplerPages(third).flat().join(' ')).toContain('นางอรวรรยา พิทักษ์ธรรม');
  writeFileSync(pki.file('q.pdf'), third);
  expect(execFileSync('qpdf', ['--check', pki.file('q.pdf')], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');

  const report = await reportOf(third);
  expect(report.good).toBe(true);
  expect(report.signatures.map(({ signerName, position, whole, altered, chain, laterChanges }) => ({ signerName, position, whole, altered, chain, laterChanges }))).toEqual([
    { signerName: 'นางอรวรรยา พิทักษ์ธรรม', position: 'รองอธิบดี', whole: true, altered: false, chain: 'trusted', laterChanges: 'signatures' },
    { signerName: 'นายกิตติธัช วรเวชกุล', position: undefined, whole: true, altered: false, chain: 'trusted', laterChanges: 'signatures' },
    { signerName: 'นางเบญญาภา จันทร์หอม', position: undefined, whole: true, altered: false, chain: 'trusted', laterChanges: 'none' },
  ]);
  expect(report.signatures[0]).toMatchObject({ reason: 'ลงนามในหนังสือ', timestamp: { valid: true, trusted: true, authority: 'ผู้ประทับเวลาทดสอบ' } });
  expect(report.signatures[2]).toMatchObject({ signedAt: AT, technical: { digest: 'sha384' } });
}, 60_000);

test('one altered byte is refused by every judge', async () => {
  const good = await signed(memo, 'kit', { timestamp: timeStamper({ url: tsa.url }) });
  const bad = Buffer.from(good);
  bad[20] = bad[20]! ^ 1;
  expect(pdfsig(pki, bad)).toContain('Digest Mismatch');
  expect(opensslCades(pki, bad, 0)).toBe(false);
  expect((await reportOf(bad)).signatures[0]).toMatchObject({ altered: true, whole: false, good: false });
  const { token, value } = stampOf(findSignatures(good)[0]!.cms);
  value[5] = value[5]! ^ 1;
  expect(opensslTs(pki, token, value)).toBe(false);
});

test('what is appended after a signature is seen, unless it is a signature', async () => {
  const good = await signed(memo, 'kit');
  const sneaky = execFileSync('python3', ['-c', `
import re,sys
data=open(sys.argv[1],'rb').read()
prev=int(re.findall(rb'startxref\\s+(\\d+)',data)[-1]); root=int(re.findall(rb'/Root (\\d+)',data)[-1])
page=int(re.search(rb'/P (\\d+) 0 R',data[data.rfind(b'/Subtype /Widget'):]).group(1))
size=int(re.findall(rb'/Size (\\d+)',data)[-1]); at=len(data)
new=b'%d 0 obj\\n<< /Type /Page /MediaBox [0 0 10 10] >>\\nendobj\\n'%page
out=data+new+b'xref\\n%d 1\\n%010d 00000 n \\ntrailer\\n<< /Size %d /Root %d 0 R /Prev %d >>\\nstartxref\\n%d\\n%%%%EOF\\n'%(page,at,size,root,prev,at+len(new))
sys.stdout.buffer.write(out)`, save('sneaky.pdf', good)], { maxBuffer: 1e8 });
  const report = (await reportOf(sneaky)).signatures[0]!;
  expect(report).toMatchObject({ altered: false, whole: false, laterChanges: 'other', good: false });
  expect(report.reasons).toContain('CHANGED_LATER');
});

describe('certificates', () => {
  test('unknown authority, expired, and revoked before or after the stamped time', async () => {
    const pdf = await signed(memo, 'kit');
    expect((await reportOf(pdf, { ...trust, trust: [] })).signatures[0]).toMatchObject({ chain: 'unknown', whole: true, good: false });
    expect((await reportOf(await signed(memo, 'old'))).signatures[0]).toMatchObject({ chain: 'expired', good: false });
    pki.signer('gone', '/CN=นางถูกเพิกถอน ใบรับรอง');
    const stamped = await signed(memo, 'gone', { timestamp: timeStamper({ url: tsa.url }) });
    const bare = await signed(memo, 'gone');
    const before = pki.crl();
    expect((await reportOf(stamped, { ...trust, now: new Date(), crls: [before] })).signatures[0]!.reasons).toContain('NOT_REVOKED');
    await new Promise((resolve) => { setTimeout(resolve, 1100); }); // times of a stamp and of a list are whole seconds
    pki.revoke('gone');
    const options = { ...trust, now: new Date(Date.now() + 5000), crls: [pki.crl()] };
    expect((await reportOf(bare, options)).signatures[0]).toMatchObject({ chain: 'revoked', good: false });
    const later = (await reportOf(stamped, options)).signatures[0]!;
    expect(later).toMatchObject({ chain: 'trusted' });
    expect(later.reasons).toContain('REVOKED_LATER');
  });

  test('a .p12: wrong passphrase, not a .p12, old encryption', async () => {
    expect(await readPkcs12(pki.p12('kit'), 'wrong')).toMatchObject({ ok: false, code: 'P12_PASSPHRASE' });
    expect(await readPkcs12(Buffer.from('MZ not a certificate'), PASSPHRASE)).toMatchObject({ ok: false, code: 'P12_BROKEN' });
    pki.openssl('pkcs12', '-export', '-legacy', '-inkey', 'kit.key', '-in', 'kit.crt', '-passout', `pass:${PASSPHRASE}`, '-out', 'legacy.p12');
    expect(await readPkcs12(pki.p12('legacy'), PASSPHRASE)).toMatchObject({ ok: false, code: 'P12_UNSUPPORTED' });
  });

  test('a key that is not the certificate’s never gets into a file', async () => {
    const kit = await signerOf('kit');
    const orn = await signerOf('orn');
    expect(await signPdf(memo, { signer: { ...kit, chain: orn.chain }, name: 'x', signedAt: AT })).toMatchObject({ ok: false, code: 'SIGNER_FAILED' });
  });
});

describe('files that cannot be signed or checked', () => {
  test('programs, torn files, passwords, no signature', async () => {
    const signer = await signerOf('kit');
    const sign = (pdf: Uint8Array) => signPdf(pdf, { signer, name: 'x', signedAt: AT });
    const program = Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(3000, 7)]);
    expect(await sign(program)).toMatchObject({ code: 'PDF_BROKEN' });
    expect(await verifyPdf(program, trust)).toMatchObject({ code: 'PDF_BROKEN' });
    const torn = memo.subarray(0, memo.length - 900);
    expect(await sign(torn)).toMatchObject({ code: 'PDF_BROKEN' });
    expect(await verifyPdf(memo, trust)).toMatchObject({ code: 'PDF_NOT_SIGNED' });
    const made = (...args: string[]): Buffer => {
      execFileSync('qpdf', [...args, save('plain.pdf', memo), pki.file('made.pdf')]);
      return readFileSync(pki.file('made.pdf'));
    };
    for (const streams of ['disable', 'generate']) {
      const locked = made('--encrypt', 'secret', 'owner', '256', '--', `--object-streams=${streams}`);
      expect(await sign(locked)).toMatchObject({ code: 'PDF_ENCRYPTED' });
      expect(await verifyPdf(locked, trust)).toMatchObject({ code: 'PDF_ENCRYPTED' });
    }
    expect(await signPdf(memo, { signer, name: 'x', signedAt: AT, place: { page: 9, x: 0, y: 0 } })).toMatchObject({ code: 'PLACE_NOT_THERE' });
  });
});

describe('the time stamper', () => {
  test('takes no old answer, no silence and no refusal', async () => {
    const digest = Buffer.alloc(32, 3);
    await timeStamper({ url: tsa.url }).stamp(digest);
    tsa.mode = 'replay';
    await expect(timeStamper({ url: tsa.url }).stamp(digest)).rejects.toMatchObject({ code: 'TSA_WRONG_ANSWER' });
    tsa.mode = 'down';
    await expect(timeStamper({ url: tsa.url }).stamp(digest)).rejects.toMatchObject({ code: 'TSA_UNREACHABLE' });
    tsa.mode = 'silent';
    await expect(timeStamper({ url: tsa.url, timeoutMs: 200 }).stamp(digest)).rejects.toMatchObject({ code: 'TSA_UNREACHABLE' });
    tsa.mode = 'right';
  });
});

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(pki.file(name), bytes);
  return pki.file(name);
}

function stampOf(cms: Buffer): { token: Buffer; value: Buffer } {
  const data = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exactBuffer(trimmed(cms))).content });
  const signer = data.signerInfos[0]!;
  const attribute = signer.unsignedAttrs!.attributes.find((one) => one.type === oids.timeStampToken)!;
  return { token: Buffer.from(attribute.values[0].toBER(false)), value: Buffer.from(signer.signature.valueBlock.valueHexView) };
}
