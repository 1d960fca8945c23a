import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateFacts, certificatesFrom, readPkcs12 } from '../paper/index.ts';
import { initTrialAuthority, signTrialRequest, TRIAL, trialSigners } from './trial-authority.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-ca-'));
const ca = path.join(folder, 'ca');
const openssl = (...args: string[]): string => execFileSync('openssl', args, { cwd: ca, encoding: 'utf8', stdio: 'pipe' });

beforeAll(async () => {
  expect(await initTrialAuthority(ca, new Date())).toMatchObject({ ok: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('OpenSSL finds its chain, its list and its time-stamp certificate right', () => {
  expect(openssl('verify', '-CAfile', 'root.crt', '-untrusted', 'intermediate.crt', 'tsa.crt')).toContain('OK');
  expect(openssl('verify', '-CAfile', 'root.crt', '-untrusted', 'intermediate.crt', '-purpose', 'timestampsign', 'tsa.crt')).toContain('OK');
  writeFileSync(path.join(ca, 'both.crt'), Buffer.concat([readFileSync(path.join(ca, 'root.crt')), Buffer.from('\n'), readFileSync(path.join(ca, 'intermediate.crt'))]));
  expect(openssl('crl', '-in', 'intermediate.crl', '-CAfile', 'both.crt', '-noout', '-issuer', '-nameopt', 'utf8')).toContain(TRIAL);
});

test('its signers are .p12 with a passphrase beside them, for nobody else to read, and say that they are a trial', async () => {
  for (const one of trialSigners) {
    const file = path.join(ca, 'signers', `${one.file}.p12`);
    const passphrase = readFileSync(path.join(ca, 'signers', `${one.file}.passphrase.txt`), 'utf8').trim();
    expect(statSync(file).mode & 0o077).toBe(0);
    const read = await readPkcs12(readFileSync(file), passphrase);
    if (!read.ok) throw new Error(read.code);
    const facts = certificateFacts(read.value.signer.chain[0]!);
    expect(facts).toMatchObject({ commonName: one.name, position: one.position });
    expect(facts.organisation).toContain(TRIAL);
    expect(openssl('pkcs12', '-in', file, '-passin', `pass:${passphrase}`, '-nokeys', '-clcerts')).toContain('BEGIN CERTIFICATE');
    expect(await readPkcs12(readFileSync(file), `${passphrase}x`)).toMatchObject({ code: 'P12_PASSPHRASE' });
  }
});

test('a request is signed when it proves its key; no folder is written over', async () => {
  openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'mine.key', '-utf8', '-subj', '/CN=นางสาวทดลอง ขอใบรับรอง', '-out', 'mine.csr');
  const issued = await signTrialRequest(ca, readFileSync(path.join(ca, 'mine.csr')), new Date());
  if (!issued.ok) throw new Error(issued.code);
  writeFileSync(path.join(ca, 'mine.crt'), issued.value);
  expect(openssl('verify', '-CAfile', 'root.crt', '-untrusted', 'intermediate.crt', 'mine.crt')).toContain('OK');
  expect(certificateFacts(certificatesFrom(Buffer.from(issued.value))[0]!).commonName).toBe('นางสาวทดลอง ขอใบรับรอง');
  const request = Buffer.from(openssl('req', '-in', 'mine.csr', '-outform', 'DER', '-out', 'mine.der') || readFileSync(path.join(ca, 'mine.der')));
  request[request.length - 3] = request[request.length - 3]! ^ 1;
  expect(await signTrialRequest(ca, request, new Date())).toMatchObject({ ok: false, code: 'CSR_UNPROVED' });
  expect(await signTrialRequest(ca, Buffer.from('hello'), new Date())).toMatchObject({ code: 'CSR_BROKEN' });
  expect(await signTrialRequest(folder, request, new Date())).toMatchObject({ code: 'NO_AUTHORITY' });
  expect(await initTrialAuthority(ca, new Date())).toMatchObject({ code: 'FOLDER_TAKEN' });
});
