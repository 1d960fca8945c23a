/** Time stamps from an authority over HTTP (RFC 3161). */
import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { imprintMatches, readToken } from '../paper/index.ts';
import type { TimeStamper } from '../paper/index.ts';
import { bigInteger, der, hashOids, integer, nothing, octets, oid, sequence } from '../paper/signing/asn.ts';
import { askBounded } from './bounded.ts';

export interface TsaSettings {
  readonly url: string;
  readonly timeoutMs?: number;
  /** For authorities that ask for it: `Basic …` or `Bearer …`. */
  readonly authorization?: string;
}

/** The authority could not be asked, refused, or gave an answer that is not one to this question. */
export class TsaError extends Error {
  readonly code: 'TSA_UNREACHABLE' | 'TSA_REFUSED' | 'TSA_WRONG_ANSWER';
  constructor(code: TsaError['code'], message: string) {
    super(`${code}: ${message}`);
    this.name = 'TsaError';
    this.code = code;
  }
}

const LARGEST = 100_000;

/** Asks with a nonce of its own and takes only a token over the same hash with the same nonce. @throws TsaError */
export function timeStamper(settings: TsaSettings): TimeStamper {
  return {
    async stamp(sha256) {
      const nonce = randomBytes(16);
      nonce[0] = (nonce[0]! & 0x7f) | 1; // positive, and of full length
      const query = der(sequence(
        integer(1), sequence(sequence(oid(hashOids.sha256), nothing()), octets(sha256)), bigInteger(nonce), new asn1js.Boolean({ value: true }),
      ));
      const answer = await post(settings, query);
      return tokenOf(answer, sha256, nonce);
    },
  };
}

async function post(settings: TsaSettings, query: Buffer): Promise<Buffer> {
  try {
    const { status, body } = await askBounded(settings.url, {
      method: 'POST', body: new Uint8Array(query), timeoutMs: settings.timeoutMs ?? 10_000, maxBytes: LARGEST,
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply', ...(settings.authorization ? { authorization: settings.authorization } : {}) },
    });
    if (status < 200 || status > 299) throw new TsaError('TSA_UNREACHABLE', `the authority answers ${status}`);
    return body;
  } catch (error) {
    if (error instanceof TsaError) throw error;
    throw new TsaError('TSA_UNREACHABLE', error instanceof Error ? error.message : String(error));
  }
}

function tokenOf(answer: Buffer, sha256: Uint8Array, nonce: Buffer): Buffer {
  const parsed = asn1js.fromBER(new Uint8Array(answer)).result as asn1js.Sequence;
  const [status, token] = parsed.valueBlock?.value ?? [];
  const code = ((status as asn1js.Sequence | undefined)?.valueBlock?.value?.[0] as asn1js.Integer | undefined)?.valueBlock?.valueDec;
  if (code === undefined) throw new TsaError('TSA_WRONG_ANSWER', 'the answer is not a time-stamp response');
  if (code > 1 || token === undefined) throw new TsaError('TSA_REFUSED', `the authority refuses with status ${code}`);
  const bytes = Buffer.from(token.toBER(false));
  let info;
  try {
    ({ info } = readToken(bytes));
  } catch {
    throw new TsaError('TSA_WRONG_ANSWER', 'the answer holds no readable token');
  }
  if (!imprintMatches(info, sha256, 'hashed')) throw new TsaError('TSA_WRONG_ANSWER', 'the token is over another hash');
  const echoed = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView);
  if (!echoed?.equals(nonce)) throw new TsaError('TSA_WRONG_ANSWER', 'the token has another nonce');
  return bytes;
}
