/**
 * Signing a PDF in steps, for keys and time stamps that are far away: `prepareSignature` makes the file with a place
 * for the signature and says what is to be signed, `completeSignature` puts the value in, `addTimestamp` adds the time
 * (PAdES B-B, then B-T). Between the steps a prepared signature may be stored as bytes for days.
 */
import { createHash, verify as verifyBytes, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import type { HashName } from './asn.ts';
import { signedAttributes, signedCms, stampedCms } from './cms.ts';
import type { TimeStamper } from './cms.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';
import { findSignatures } from './find-signatures.ts';
import { openPdf } from './open-pdf.ts';
import { pagesOf, pdfDate, textString } from './pdf-parts.ts';
import { addToForm, addToPage, widget } from './signature-field.ts';
import type { FieldOptions } from './signature-field.ts';

export interface PrepareOptions extends FieldOptions {
  /** DER; the signer's own certificate first, then those that issued it. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: HashName;
  readonly reason?: string;
  /** The legal clock's time of signing. */
  readonly signedAt: Date;
}

export interface PreparedSignature {
  /** The file with an empty place for the signature. */
  readonly pdf: Uint8Array;
  /** What a key signs that hashes itself (`Signer.sign`). */
  readonly signedAttributes: Uint8Array;
  /** Their hash by `algorithm`: what a key signs that is given hashes, such as a remote one. */
  readonly digest: Uint8Array;
  readonly algorithm: HashName;
  readonly chain: readonly Uint8Array[];
}

export interface SignedPdf {
  readonly pdf: Uint8Array;
  /** Hexadecimal, of the whole file. */
  readonly sha256: string;
}

/** Bytes kept for the CMS. With three certificates and a token it is about 5 kB. */
const ROOM = 12_288;
const EMPTY_RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';

/** The file with a place for one more signature. Failures: PDF_BROKEN, PDF_ENCRYPTED, PDF_CLOSED, PLACE_NOT_THERE. */
export async function prepareSignature(pdf: Uint8Array, options: PrepareOptions): Promise<Result<PreparedSignature, SigningFailureCode>> {
  const [own] = options.chain;
  if (own === undefined) throw new Error('a signer without a certificate');
  const opened = openPdf(pdf);
  if (!opened.ok) return opened;
  const update = opened.value;
  const page = pagesOf(update)[(options.place?.page ?? 1) - 1];
  if (page === undefined) return signingFailure('PLACE_NOT_THERE');

  const signature = update.reserve();
  const field = update.reserve();
  update.replace(signature, `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${EMPTY_RANGE} /Contents <${'0'.repeat(ROOM * 2)}>` +
    ` /Name ${textString(options.name)}${options.reason === undefined ? '' : ` /Reason ${textString(options.reason)}`} /M ${pdfDate(options.signedAt)} >>`);
  update.replace(field, widget(update, options, { signature, field, page }));
  try {
    addToPage(update, page, field);
    addToForm(update, field);
  } catch {
    return signingFailure('PDF_BROKEN');
  }

  const file = Buffer.from(update.finish());
  const at = update.offsetOf(signature);
  const from = file.indexOf('/Contents <', at) + '/Contents '.length;
  const to = from + ROOM * 2 + 2;
  const range = [0, from, to, file.length - to];
  file.write(`/ByteRange [0 ${range.slice(1).map((n) => String(n).padStart(10, '0')).join(' ')}]`, file.indexOf(EMPTY_RANGE, at), 'latin1');
  const attributes = signedAttributes(Buffer.concat([file.subarray(0, from), file.subarray(to)]), own, options.algorithm);
  return ok({ pdf: file, signedAttributes: attributes, digest: createHash(options.algorithm).update(attributes).digest(), algorithm: options.algorithm, chain: options.chain });
}

/**
 * Puts the value that the key gave into the file: RSA PKCS#1 v1.5, or ECDSA as DER. A value that the certificate does
 * not confirm never gets in. Failure: SIGNER_FAILED.
 * @throws when the prepared file is not the one that the attributes were made for
 */
export async function completeSignature(prepared: PreparedSignature, value: Uint8Array): Promise<Result<SignedPdf, SigningFailureCode>> {
  const { algorithm, chain, signedAttributes: attributes } = prepared;
  if (!confirmed(algorithm, attributes, chain[0]!, value)) return signingFailure('SIGNER_FAILED');
  const place = newest(prepared.pdf);
  if (place === undefined || place.cms.some((byte) => byte !== 0)) throw new Error('the prepared file has no place for the signature');
  if (!Buffer.from(attributes).equals(signedAttributes(place.content, chain[0]!, algorithm))) throw new Error('the prepared file is not the one that was to be signed');
  return ok(withContents(prepared.pdf, place.range, signedCms(attributes, value, chain, algorithm)));
}

function confirmed(algorithm: HashName, data: Uint8Array, certificate: Uint8Array, value: Uint8Array): boolean {
  try {
    return verifyBytes(algorithm, data, new X509Certificate(certificate).publicKey, value);
  } catch {
    return false;
  }
}

/**
 * Time-stamps the newest signature of a file; its bytes are outside of what it signs, so it stays true. To be done
 * before a further signature, which would cover it. A file that has the stamp is given back as it is, so a job may try
 * again. Failure: PDF_NOT_SIGNED; what the stamper throws passes through.
 */
export async function addTimestamp(pdf: Uint8Array, stamper: TimeStamper): Promise<Result<SignedPdf, SigningFailureCode>> {
  const signature = newest(pdf);
  if (signature === undefined) return signingFailure('PDF_NOT_SIGNED');
  return ok(withContents(pdf, signature.range, await stampedCms(signature.cms, stamper)));
}

/** The signature that covers the file to its end. */
function newest(pdf: Uint8Array): ReturnType<typeof findSignatures>[number] | undefined {
  return findSignatures(pdf).findLast((one) => one.sound && one.range[2] + one.range[3] === pdf.byteLength);
}

function withContents(pdf: Uint8Array, [, from, to]: readonly [number, number, number, number], cms: Buffer): SignedPdf {
  const room = to - from - 2;
  if (cms.length * 2 > room) throw new Error(`a signature of ${cms.length} bytes is larger than the room for it`);
  const file = Buffer.from(pdf);
  file.write(cms.toString('hex').padEnd(room, '0'), from + 1, 'latin1');
  return { pdf: file, sha256: createHash('sha256').update(file).digest('hex') };
}

const headerSchema = z.object({ algorithm: z.enum(['sha256', 'sha384', 'sha512']), chain: z.array(z.base64()).min(1), signedAttributes: z.base64() });

/** A prepared signature as bytes, for the store of files: a line of JSON, then the PDF. */
export function packPrepared(prepared: PreparedSignature): Buffer {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const header: z.infer<typeof headerSchema> = { algorithm: prepared.algorithm, chain: prepared.chain.map(base64), signedAttributes: base64(prepared.signedAttributes) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), prepared.pdf]);
}

/** @throws when the bytes are not those of `packPrepared`. */
export function unpackPrepared(bytes: Uint8Array): PreparedSignature {
  const buffer = Buffer.from(bytes);
  const end = buffer.indexOf('\n');
  const header = headerSchema.parse(JSON.parse(buffer.toString('utf8', 0, Math.max(end, 0))));
  const attributes = Buffer.from(header.signedAttributes, 'base64');
  return {
    pdf: buffer.subarray(end + 1), signedAttributes: attributes, digest: createHash(header.algorithm).update(attributes).digest(),
    algorithm: header.algorithm, chain: header.chain.map((one) => Buffer.from(one, 'base64')),
  };
}
