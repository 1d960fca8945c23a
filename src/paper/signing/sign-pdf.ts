/**
 * Electronic signatures on PDF as PAdES B-B, and B-T with a time stamp (ETSI EN 319 142-1). Each signature is an
 * incremental update: bytes already there are never changed, so earlier signatures stay true.
 */
import type { Result } from '../../platform/result.ts';
import type { Signer, TimeStamper } from './cms.ts';
import type { SigningFailureCode } from './failures.ts';
import { addTimestamp, completeSignature, prepareSignature } from './steps.ts';
import type { PrepareOptions, SignedPdf } from './steps.ts';

export interface SignOptions extends Omit<PrepareOptions, 'chain' | 'algorithm'> {
  readonly signer: Signer;
  readonly timestamp?: TimeStamper;
}

/**
 * Signs with a key that answers at once; the steps by themselves are in `steps.ts`. Failures: PDF_BROKEN, PDF_ENCRYPTED, PDF_CLOSED,
 * PLACE_NOT_THERE, SIGNER_FAILED; what the signer or the time stamper throws passes through.
 */
export async function signPdf(pdf: Uint8Array, options: SignOptions): Promise<Result<SignedPdf, SigningFailureCode>> {
  const { signer, timestamp, ...rest } = options;
  const prepared = await prepareSignature(pdf, { ...rest, chain: signer.chain, algorithm: signer.algorithm });
  if (!prepared.ok) return prepared;
  const signed = await completeSignature(prepared.value, await signer.sign(prepared.value.signedAttributes));
  return signed.ok && timestamp ? addTimestamp(signed.value.pdf, timestamp) : signed;
}
