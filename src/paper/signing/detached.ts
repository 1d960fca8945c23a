/** Signatures that lie beside what they sign, for files that are no PDF: CMS over the bytes (`*.p7s`), as OpenSSL reads it. */
import * as pkijs from 'pkijs';
import { exactBuffer } from './asn.ts';
import { certificateFacts, derOf } from './certificate.ts';
import { checkChain } from './check-chain.ts';
import type { ChainState, TrustOptions } from './check-chain.ts';
import { signedAttributes, signedCms } from './cms.ts';
import type { Signer } from './cms.ts';

/** Signs bytes; the answer is DER. Failures of the signer pass through. */
export async function signDetached(content: Uint8Array, signer: Signer): Promise<Buffer> {
  const attributes = signedAttributes(content, signer.chain[0]!, signer.algorithm);
  return signedCms(attributes, await signer.sign(attributes), signer.chain, signer.algorithm);
}

export interface DetachedReport {
  /** The bytes are those that were signed by the key of the certificate. */
  readonly whole: boolean;
  readonly signerName: string;
  readonly chain: ChainState;
}

/** Who signed these bytes, whether they are whole, and whether the certificate is believed. Undefined where the signature cannot be read. */
export async function verifyDetached(content: Uint8Array, signature: Uint8Array, options: TrustOptions & { readonly now: Date }): Promise<DetachedReport | undefined> {
  try {
    const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exactBuffer(signature)).content });
    const certificates = (signed.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate);
    const sid = signed.signerInfos[0]?.sid as pkijs.IssuerAndSerialNumber | undefined;
    const own = certificates.find((one) => sid?.serialNumber?.isEqual(one.serialNumber) && sid.issuer.isEqual(one.issuer));
    if (!own) return undefined;
    const whole = await signed.verify({ signer: 0, data: exactBuffer(content), checkChain: false, extendedMode: true }).then((answer) => answer.signatureVerified === true, () => false);
    const chain = await checkChain(derOf(own), certificates.map(derOf), options.now, options);
    return { whole, signerName: certificateFacts(derOf(own)).commonName, chain: chain.state };
  } catch {
    return undefined;
  }
}
