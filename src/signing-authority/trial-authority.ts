/**
 * A trial authority for teaching and tests: a root, an authority under it that issues, a certificate for time stamps, a
 * list of revoked certificates, and signers. Every name says that it is a trial, since nobody checks who asks.
 */
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// The certificate library wants its polyfill before it.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { certificatesFrom, writePkcs12 } from '../paper/index.ts';
import { fail, ok } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';

export const TRIAL = 'ทดลองเท่านั้น';
const ORGANISATION = `ผู้ออกใบรับรองทดลอง (${TRIAL})`;
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

export interface TrialSigner {
  readonly file: string;
  readonly name: string;
  readonly position: string;
}

/** Invented people. */
export const trialSigners: readonly TrialSigner[] = [
  { file: 'director-general', name: 'นายปรัชญ์ วัฒนานนท์', position: 'อธิบดี' },
  { file: 'deputy', name: 'นางอรวรรยา พิทักษ์ธรรม', position: 'รองอธิบดี' },
  { file: 'director', name: 'นายกิตติธัช วรเวชกุล', position: 'ผู้อำนวยการสำนักแผนงานและยุทธศาสตร์' },
];

interface Issuer {
  readonly certificate: x509.X509Certificate;
  readonly key: CryptoKey;
}

const subject = (name: string, position?: string): x509.Name =>
  new x509.Name([{ O: [{ utf8String: ORGANISATION }] }, ...(position ? [{ T: [{ utf8String: position }] }] : []), { CN: [{ utf8String: name }] }]);

/** Positive and twenty bytes long, as RFC 5280 allows at most. */
const serialNumber = (): string => {
  const bytes = randomBytes(20);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
};

const usages = {
  authority: (pathLength: number): x509.Extension[] => [
    new x509.BasicConstraintsExtension(true, pathLength, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ],
  signer: (): x509.Extension[] => [
    new x509.BasicConstraintsExtension(false),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
  ],
  timeStamps: (): x509.Extension[] => [
    new x509.BasicConstraintsExtension(false),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true),
  ],
};

/** How long a certificate is valid, where it is not the usual time from now on: the demo's clock stands in another year. */
export interface TrialTimes {
  readonly since?: Date;
  readonly days?: number;
}

async function certify(name: x509.Name, publicKey: x509.PublicKeyType, extensions: x509.Extension[], now: Date, { since = now, days = 730 }: TrialTimes, issuer: { name: x509.Name; key: CryptoKey; publicKey: x509.PublicKeyType }): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.create({
    subject: name, issuer: issuer.name, publicKey, signingKey: issuer.key, signingAlgorithm: EC, serialNumber: serialNumber(),
    notBefore: new Date(since.getTime() - 60_000), notAfter: new Date(now.getTime() + days * DAY),
    extensions: [
      ...extensions,
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
}

const pem = (key: CryptoKey): Promise<string> =>
  crypto.subtle.exportKey('pkcs8', key).then((bytes) => x509.PemConverter.encode(bytes, 'PRIVATE KEY'));

const keyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(EC, true, ['sign', 'verify']);

function secret(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
}

/**
 * Lays a trial authority into a new folder. Failure: FOLDER_TAKEN, so that no key is ever written over.
 * @param more since when its certificates are valid, a mark in the authority's names, and for whom it issues at once
 */
export async function initTrialAuthority(folder: string, now: Date, more: { readonly since?: Date; readonly mark?: string; readonly signers?: readonly TrialSigner[] } = {}): Promise<Result<{ files: readonly string[] }, 'FOLDER_TAKEN'>> {
  if (existsSync(path.join(folder, 'root.crt')) || existsSync(path.join(folder, 'private'))) {
    return fail('FOLDER_TAKEN', { th: `โฟลเดอร์ ${folder} มีผู้ออกใบรับรองอยู่แล้ว`, en: `${folder} already holds an authority` });
  }
  mkdirSync(path.join(folder, 'private'), { recursive: true, mode: 0o700 });
  mkdirSync(path.join(folder, 'signers'), { mode: 0o700 });
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  const { since = now, mark = TRIAL, signers = trialSigners } = more;

  const rootKeys = await keyPair();
  const rootName = subject(`ราก ${mark}`);
  const root = await certify(rootName, rootKeys.publicKey, usages.authority(1), now, { since, days: 3650 }, { name: rootName, key: rootKeys.privateKey, publicKey: rootKeys.publicKey });
  const between = await keyPair();
  const intermediate = await certify(subject(`ผู้ออกใบรับรอง ${mark}`), between.publicKey, usages.authority(0), now, { since, days: 1825 }, { name: rootName, key: rootKeys.privateKey, publicKey: rootKeys.publicKey });
  const issuer: Issuer = { certificate: intermediate, key: between.privateKey };
  const stamps = await keyPair();
  const tsa = await issue(issuer, subject(`ผู้ประทับเวลา ${mark}`), stamps.publicKey, usages.timeStamps(), now, { since, days: 1095 });
  const list = await x509.X509CrlGenerator.create({
    issuer: intermediate.subjectName, thisUpdate: now, nextUpdate: new Date(now.getTime() + 30 * DAY), signingKey: between.privateKey, signingAlgorithm: EC, entries: [],
  });

  writeFileSync(at('root.crt'), root.toString('pem'));
  writeFileSync(at('intermediate.crt'), intermediate.toString('pem'));
  writeFileSync(at('tsa.crt'), tsa.toString('pem'));
  writeFileSync(at('intermediate.crl'), x509.PemConverter.encode(list.rawData, 'X509 CRL'));
  secret(at('private', 'root.key'), await pem(rootKeys.privateKey));
  secret(at('private', 'intermediate.key'), await pem(between.privateKey));
  secret(at('private', 'tsa.key'), await pem(stamps.privateKey));
  for (const one of signers) await addSigner(folder, issuer, one, now);
  writeFileSync(at('README.txt'), [
    'ผู้ออกใบรับรองทดลอง ใช้เพื่อการฝึกและทดสอบเท่านั้น ไม่มีผลตามกฎหมาย', 'A trial authority, for teaching and tests only. It proves nothing about anybody.',
    '', 'root.crt → trust/ ; intermediate.crl → trust/ ; signers/*.p12 with signers/*.passphrase.txt', '',
  ].join('\n'));
  return ok({ files: ['root.crt', 'intermediate.crt', 'tsa.crt', 'intermediate.crl', ...signers.map((one) => `signers/${one.file}.p12`)] });
}

async function issue(issuer: Issuer, name: x509.Name, publicKey: x509.PublicKeyType, extensions: x509.Extension[], now: Date, times: TrialTimes = {}): Promise<x509.X509Certificate> {
  return certify(name, publicKey, extensions, now, times, { name: issuer.certificate.subjectName, key: issuer.key, publicKey: issuer.certificate.publicKey });
}

async function addSigner(folder: string, issuer: Issuer, one: TrialSigner, now: Date): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = new x509.PublicKey(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })));
  const certificate = await issue(issuer, subject(one.name, one.position), spki, usages.signer(), now);
  const passphrase = randomBytes(9).toString('base64url');
  const chain = [certificate, issuer.certificate].map((each) => Buffer.from(each.rawData));
  secret(path.join(folder, 'signers', `${one.file}.p12`), await writePkcs12(privateKey, chain, passphrase));
  secret(path.join(folder, 'signers', `${one.file}.passphrase.txt`), `${passphrase}\n`);
}

/**
 * Issues a certificate for a request (PKCS#10, PEM or DER) that proves its key. Failures: NO_AUTHORITY, CSR_BROKEN,
 * CSR_UNPROVED.
 */
export async function signTrialRequest(folder: string, request: Uint8Array, now: Date, times: TrialTimes = {}): Promise<Result<string, 'NO_AUTHORITY' | 'CSR_BROKEN' | 'CSR_UNPROVED'>> {
  let issuer: Issuer;
  try {
    const certificate = new x509.X509Certificate(new Uint8Array(certificatesFrom(readFileSync(path.join(folder, 'intermediate.crt')))[0]!));
    const key = createPrivateKey(readFileSync(path.join(folder, 'private', 'intermediate.key'))).export({ type: 'pkcs8', format: 'der' });
    issuer = { certificate, key: await crypto.subtle.importKey('pkcs8', key, EC, false, ['sign']) };
  } catch {
    return fail('NO_AUTHORITY', { th: `ไม่พบผู้ออกใบรับรองทดลองในโฟลเดอร์ ${folder}`, en: `There is no trial authority in ${folder}` });
  }
  let csr: x509.Pkcs10CertificateRequest;
  try {
    const text = Buffer.from(request).toString('latin1');
    csr = new x509.Pkcs10CertificateRequest(text.includes('-----BEGIN') ? text : new Uint8Array(request));
  } catch {
    return fail('CSR_BROKEN', { th: 'ไฟล์นี้ไม่ใช่คำขอใบรับรอง (CSR) ที่อ่านได้', en: 'This file is not a readable certificate request' });
  }
  if (!(await csr.verify().catch(() => false))) {
    return fail('CSR_UNPROVED', { th: 'คำขอใบรับรองไม่ได้ลงลายมือชื่อด้วยกุญแจของตนเอง', en: 'The request is not signed with its own key' });
  }
  const certificate = await issue(issuer, csr.subjectName, csr.publicKey, usages.signer(), now, times);
  return ok(`${certificate.toString('pem')}\n${issuer.certificate.toString('pem')}\n`);
}
