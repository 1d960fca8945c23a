/** For tests only: independent programs that say whether a signature is good. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { TrialPki } from '../../../tests/support/pki/trial-pki.ts';
import { readToken } from '../signing/check-timestamp.ts';
import { findSignatures } from '../signing/find-signatures.ts';

/** Poppler's words for each signature of a file, without asking any certificate store. */
export function pdfsig(pki: TrialPki, pdf: Uint8Array): string {
  writeFileSync(pki.file('judged.pdf'), pdf);
  return spawnSync('pdfsig', ['-nocert', pki.file('judged.pdf')], { encoding: 'utf8' }).stdout;
}

const run = (pki: TrialPki, args: string[]): boolean => {
  try {
    execFileSync('openssl', args, { cwd: pki.folder, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

const trust = (pki: TrialPki): string[] => ['-CAfile', pki.file('root.crt')];

/** `openssl cms -verify -cades` on the nth signature: value, digest, chain and the named certificate. */
export function opensslCades(pki: TrialPki, pdf: Uint8Array, nth: number): boolean {
  const found = findSignatures(pdf)[nth]!;
  writeFileSync(pki.file('judged.cms'), trimmed(found.cms));
  writeFileSync(pki.file('judged.bin'), found.content);
  return run(pki, ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'judged.cms', '-content', 'judged.bin', '-purpose', 'any', ...trust(pki), '-out', 'judged.out']);
}

/** `openssl ts -verify` on a token over these bytes. */
export function opensslTs(pki: TrialPki, token: Uint8Array, stamped: Uint8Array): boolean {
  readToken(token);
  writeFileSync(pki.file('judged.tst'), token);
  writeFileSync(pki.file('judged.stamped'), stamped);
  return run(pki, ['ts', '-verify', '-token_in', '-in', 'judged.tst', '-data', 'judged.stamped', ...trust(pki), '-untrusted', 'sub.crt']);
}

/** DER without the zeros that fill its place in the file. */
export function trimmed(cms: Buffer): Buffer {
  const bytes = (cms[1]! & 0x80) ? cms[1]! & 0x7f : 0;
  const length = bytes === 0 ? cms[1]! : cms.readUIntBE(2, bytes);
  return cms.subarray(0, 2 + bytes + length);
}
