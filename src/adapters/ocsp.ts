/** Asks an authority whether a certificate was revoked (OCSP, RFC 6960). */
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { RevocationAnswer } from '../paper/index.ts';
import { der, exactBuffer, nothing, octets, oid, sequence, tagged } from '../paper/signing/asn.ts';
import { parseCertificate } from '../paper/signing/certificate.ts';
import { askBounded } from './bounded.ts';
import { AddressRefusedError, postGuarded } from './guarded-post.ts';

const SHA1 = '1.3.14.3.2.26';
const NONCE = '1.3.6.1.5.5.7.48.1.2';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const LARGEST = 100_000;

/** The responder could not be asked, or its answer cannot be believed. */
export class OcspError extends Error {
  readonly code: 'OCSP_UNREACHABLE' | 'OCSP_ADDRESS_REFUSED' | 'OCSP_WRONG_ANSWER';
  constructor(code: OcspError['code'], message: string) {
    super(`${code}: ${message}`);
    this.name = 'OcspError';
    this.code = code;
  }
}

export interface OcspSettings {
  /** The responder's address: from the certificate, or the one that the house sets. */
  readonly url: string;
  /** The address came with somebody's certificate: it is never let into our own network. */
  readonly foreign?: boolean;
  readonly timeoutMs?: number;
  /** By it the age of an answer is judged. */
  readonly now: Date;
}

/** @throws OcspError */
export async function askOcsp(certificate: Uint8Array, issuer: Uint8Array, settings: OcspSettings): Promise<RevocationAnswer> {
  const subject = parseCertificate(certificate);
  const authority = parseCertificate(issuer);
  const nonce = randomBytes(16);
  const hash = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();
  const id = sequence(
    sequence(oid(SHA1), nothing()), octets(hash(Buffer.from(authority.subject.toSchema().toBER(false)))),
    octets(hash(authority.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)), subject.serialNumber,
  );
  const extension = sequence(oid(NONCE), octets(der(octets(nonce))));
  const query = der(sequence(sequence(sequence(sequence(id)), tagged(2, sequence(extension)))));
  const response = read(await post(settings, query));
  await checkSigner(response, issuer, settings.now);
  const echoed = response.tbsResponseData.responseExtensions?.find((one) => one.extnID === NONCE)?.extnValue.valueBlock.valueHexView;
  // A responder may leave the nonce out (RFC 8954 allows that); one that differs is another question's answer.
  if (echoed && !Buffer.from(echoed).includes(nonce)) throw new OcspError('OCSP_WRONG_ANSWER', 'the answer has another nonce');
  const single = response.tbsResponseData.responses.find((one) => one.certID.serialNumber.isEqual(subject.serialNumber));
  if (!single) throw new OcspError('OCSP_WRONG_ANSWER', 'the answer is about another certificate');
  const minutes = (count: number): number => count * 60_000;
  if (single.thisUpdate.getTime() > settings.now.getTime() + minutes(5) || (single.nextUpdate && single.nextUpdate.getTime() < settings.now.getTime())) {
    throw new OcspError('OCSP_WRONG_ANSWER', 'the answer is not of this time');
  }
  return answerOf(single.certStatus as asn1js.BaseBlock);
}

/** The responder's address in a certificate, where it has one. */
export function ocspAddress(certificate: Uint8Array): string | undefined {
  return /OCSP - URI:(\S+)/.exec(new X509Certificate(certificate).infoAccess ?? '')?.[1];
}

/** good [0], revoked [1] { time }, unknown [2]. */
function answerOf(status: asn1js.BaseBlock): RevocationAnswer {
  if (status.idBlock.tagNumber === 0) return { state: 'good' };
  if (status.idBlock.tagNumber !== 1) return { state: 'unknown' };
  const [time] = (status as asn1js.Constructed).valueBlock.value;
  return { state: 'revoked', ...(time instanceof asn1js.GeneralizedTime ? { revokedAt: time.toDate() } : {}) };
}

function read(bytes: Buffer): pkijs.BasicOCSPResponse {
  try {
    const response = pkijs.OCSPResponse.fromBER(exactBuffer(bytes));
    if (response.responseStatus.valueBlock.valueDec !== 0 || !response.responseBytes) throw new Error(`status ${response.responseStatus.valueBlock.valueDec}`);
    return pkijs.BasicOCSPResponse.fromBER(response.responseBytes.response.valueBlock.valueHexView.slice().buffer);
  } catch (error) {
    throw new OcspError('OCSP_WRONG_ANSWER', error instanceof Error ? error.message : String(error));
  }
}

/** Signed by the issuer itself, or by whom the issuer certified for that (RFC 6960 §4.2.2.2). */
async function checkSigner(response: pkijs.BasicOCSPResponse, issuer: Uint8Array, now: Date): Promise<void> {
  const authority = new X509Certificate(issuer);
  const candidates = [issuer, ...(response.certs ?? []).map((one) => Buffer.from(one.toSchema().toBER(false)))];
  for (const bytes of candidates) {
    const one = new X509Certificate(bytes);
    const own = Buffer.compare(Buffer.from(bytes), Buffer.from(issuer)) === 0;
    const appointed = one.checkIssued(authority) && one.verify(authority.publicKey) && (one.keyUsage ?? []).includes(OCSP_SIGNING) && now <= one.validToDate;
    if (!own && !appointed) continue;
    const engine = pkijs.getCrypto(true);
    const parsed = parseCertificate(bytes);
    const verified = await engine.verifyWithPublicKey(response.tbsResponseData.tbsView.slice().buffer, response.signature, parsed.subjectPublicKeyInfo, response.signatureAlgorithm).catch(() => false);
    if (verified) return;
  }
  throw new OcspError('OCSP_WRONG_ANSWER', 'the answer is not signed by the authority');
}

async function post({ url, foreign, timeoutMs = 10_000 }: OcspSettings, query: Buffer): Promise<Buffer> {
  const headers = { 'content-type': 'application/ocsp-request' };
  try {
    const { status, body } = foreign
      // Plain http is what these addresses have: what is asked is no secret, and the answer is signed.
      ? await postGuarded({ url, headers, body: query, innerHosts: [], plain: 'everybody', timeoutMs, maxBytes: LARGEST })
      : await askBounded(url, { method: 'POST', headers, body: new Uint8Array(query), timeoutMs, maxBytes: LARGEST });
    if (status !== 200) throw new Error(`the responder answers ${status}`);
    return body;
  } catch (error) {
    throw new OcspError(error instanceof AddressRefusedError ? 'OCSP_ADDRESS_REFUSED' : 'OCSP_UNREACHABLE', error instanceof Error ? error.message : String(error));
  }
}
