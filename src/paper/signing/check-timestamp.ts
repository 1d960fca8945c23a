/** Time-stamp tokens (RFC 3161): reading one, and whether it is true of these bytes. */
import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { exactBuffer, hashOids, oids } from './asn.ts';
import { derOf, nameOf } from './certificate.ts';
import { checkChain } from './check-chain.ts';
import type { TrustOptions } from './check-chain.ts';

export interface TimestampReport {
  readonly at: Date;
  readonly authority: string;
  /** The token is whole and was made over exactly these bytes. */
  readonly valid: boolean;
  readonly trusted: boolean;
}

/** @throws when the bytes are not a token. */
export function readToken(token: Uint8Array): { signed: pkijs.SignedData; info: pkijs.TSTInfo } {
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exactBuffer(token)).content });
  const content = signed.encapContentInfo.eContent?.getValue();
  if (signed.encapContentInfo.eContentType !== oids.tstInfo || !content) throw new Error('not a time-stamp token');
  return { signed, info: pkijs.TSTInfo.fromBER(content) };
}

/** Whether the token was made over these bytes, or over this SHA-256 of them. */
export function imprintMatches(info: pkijs.TSTInfo, stamped: Uint8Array, given: 'bytes' | 'hashed' = 'bytes'): boolean {
  const hash = Object.entries(hashOids).find(([, value]) => value === info.messageImprint.hashAlgorithm.algorithmId)?.[0];
  if (hash === undefined) return false;
  const expected = given === 'bytes' ? createHash(hash).update(stamped).digest() : Buffer.from(stamped);
  return expected.equals(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView));
}

export async function checkTimestamp(token: Uint8Array, stamped: Uint8Array, options: TrustOptions): Promise<TimestampReport | undefined> {
  try {
    const { signed, info } = readToken(token);
    const certificates = (signed.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate);
    // For a token the library compares the imprint itself and so wants the stamped bytes.
    const verified = await signed.verify({ signer: 0, data: exactBuffer(stamped), checkChain: false, extendedMode: true }).catch(() => undefined);
    const signer = verified?.signerCertificate;
    const valid = verified?.signatureVerified === true && imprintMatches(info, stamped);
    const mayStamp = signer?.extensions?.some((one) => one.extnID === '2.5.29.37' && (one.parsedValue as pkijs.ExtKeyUsage).keyPurposes.includes(oids.timeStamping)) ?? false;
    const chain = valid && signer ? await checkChain(derOf(signer), certificates.map(derOf), info.genTime, options) : undefined;
    return {
      at: info.genTime,
      authority: signer ? nameOf(signer.subject) : '',
      valid,
      trusted: mayStamp && chain?.state === 'trusted',
    };
  } catch {
    return undefined;
  }
}
