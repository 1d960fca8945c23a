/**
 * Signatures from a key that a provider keeps: the client of the API of the Cloud Signature Consortium, version 1.0.4.
 * The house speaks for itself with a service token (`client_credentials`); that a signer agrees to exactly these hashes
 * is the signature activation data (SAD): from the provider's own page (OAuth code, scope `credential`), or from PIN
 * and one-time password where a provider has no such page.
 */
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { HashName } from '../paper/index.ts';
import { hashOids } from '../paper/signing/asn.ts';
import { isLoopback } from '../platform/http/exchange.ts';
import { askBounded } from './bounded.ts';
import type { BoundedAnswer } from './bounded.ts';
import { derSignature, signAlgorithm } from './csc-algorithms.ts';

export interface CscSettings {
  /** As the provider names it, with its version: `https://provider.example/csc/v1`. */
  readonly baseUrl: string;
  /** Base of the OAuth server as `info` told it; the provider's own host where it tells none. */
  readonly oauth2: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs?: number;
  /** Ends every call that still waits. */
  readonly signal?: AbortSignal;
}

export type CscErrorCode =
  /** Nothing was heard in time, or the provider has trouble: worth another attempt. */
  | 'CSC_UNREACHABLE'
  /** The provider says no: wrong client, unknown credential, wrong PIN. */
  | 'CSC_REFUSED'
  /** The consent is over or was used: the signer has to agree again. */
  | 'CSC_CONSENT_OVER'
  /** An answer that is not one to this question. */
  | 'CSC_WRONG_ANSWER'
  /** The credential cannot sign as PDFs here need it. */
  | 'CSC_UNSUPPORTED';

export class CscError extends Error {
  readonly code: CscErrorCode;
  /** The provider's own code, such as `invalid_grant`. */
  readonly said: string;
  constructor(code: CscErrorCode, message: string, said = '') {
    super(`${code}: ${message}`);
    this.name = 'CscError';
    this.code = code;
    this.said = said;
  }
}

/** What was wrong of what a signer typed, as far as the provider says it; its words differ from house to house. */
export function wrongCode(error: CscError): 'pin' | 'otp' | 'either' | 'locked' | 'other' {
  const words = `${error.said.replaceAll('_', ' ')} ${error.message.replaceAll('_', ' ')}`;
  if (/\b(?:locked|blocked|too many)\b/i.test(words)) return 'locked';
  const pin = /\bPIN\b/i.test(words);
  const otp = /\bOTP\b|\bone[- ]time\b/i.test(words);
  return pin && otp ? 'either' : pin ? 'pin' : otp ? 'otp' : 'other';
}

const infoSchema = z.object({
  specs: z.string().max(50), name: z.string().max(255), authType: z.array(z.string().max(50)).max(20), oauth2: z.url().max(500).optional(), methods: z.array(z.string().max(100)).max(100),
});
const tokenSchema = z.object({ access_token: z.string().min(1).max(16_384), token_type: z.string().max(50), expires_in: z.number().int().positive().default(3600) });
const listSchema = z.object({ credentialIDs: z.array(z.string().min(1).max(500)).max(200), nextPageToken: z.string().max(1000).optional() });
const presence = z.enum(['true', 'false', 'optional']);
const credentialSchema = z.object({
  description: z.string().max(255).optional(),
  key: z.object({ status: z.enum(['enabled', 'disabled']), algo: z.array(z.string().max(100)).min(1).max(50), len: z.number().int().optional(), curve: z.string().max(100).optional() }),
  cert: z.object({ status: z.enum(['valid', 'expired', 'revoked', 'suspended']).optional(), certificates: z.array(z.base64().max(20_000)).min(1).max(8) }),
  authMode: z.enum(['implicit', 'explicit', 'oauth2code']),
  SCAL: z.enum(['1', '2']).optional(),
  PIN: z.object({ presence }).optional(),
  OTP: z.object({ presence, type: z.enum(['offline', 'online']).optional() }).optional(),
  multisign: z.number().int().positive(),
});
const sadSchema = z.object({ SAD: z.string().min(1).max(16_384), expiresIn: z.number().int().positive().default(3600) });
const signedSchema = z.object({ signatures: z.array(z.base64().max(10_000)).max(100) });
const refusalSchema = z.object({ error: z.string().max(200), error_description: z.string().max(2_000).optional() });

export type CscInfo = z.infer<typeof infoSchema>;

export interface CscToken {
  readonly value: string;
  readonly expiresAt: Date;
}

export interface CscCredential {
  readonly id: string;
  readonly description: string;
  /** DER, the signer's own first. */
  readonly chain: readonly Buffer[];
  readonly algorithms: readonly string[];
  /** The key is enabled and the provider does not call the certificate expired, revoked or suspended. */
  readonly usable: boolean;
  readonly authMode: 'implicit' | 'explicit' | 'oauth2code';
  readonly pin: 'no' | 'optional' | 'needed';
  readonly otp: 'no' | 'offline' | 'online';
}

export interface CscClient {
  info(): Promise<CscInfo>;
  /** The house's own token (`client_credentials`). */
  serviceToken(): Promise<CscToken>;
  /** Ids of the credentials of a user of the provider, all pages. */
  credentials(token: CscToken, userId: string): Promise<string[]>;
  credential(token: CscToken, id: string): Promise<CscCredential>;
  /** The code that a browser brought back from the provider's page, for the SAD. A code is good once. */
  exchange(code: string, redirectUri: string): Promise<CscToken>;
  sendOtp(token: CscToken, credentialId: string): Promise<void>;
  /** SAD by PIN and one-time password, for `authMode: explicit`. */
  authorize(token: CscToken, ask: { credentialId: string; digests: readonly Uint8Array[]; pin?: string; otp?: string }): Promise<CscToken>;
  /** Values for these hashes in their order: RSA PKCS#1 v1.5, or ECDSA as DER. They are not yet checked against a certificate. */
  sign(token: CscToken, ask: { credential: Pick<CscCredential, 'id' | 'algorithms' | 'chain'>; sad: string; digests: readonly Uint8Array[]; algorithm: HashName }): Promise<Buffer[]>;
}

const LARGEST = 262_144;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const under = (base: string, path: string): string => `${base.replace(/\/+$/, '')}/${path}`;

/** Every method throws CscError, and nothing else that is expected. */
export function cscClient(settings: CscSettings, now: () => Date = () => new Date()): CscClient {
  const call = async <T>(url: string, schema: z.ZodType<T>, body: string, headers: Record<string, string>): Promise<T> => {
    const target = new URL(url);
    if (target.protocol !== 'https:' && !(target.protocol === 'http:' && isLoopback(target))) throw new CscError('CSC_REFUSED', 'a provider is spoken to over TLS only');
    let answer: BoundedAnswer;
    try {
      answer = await askBounded(url, { method: 'POST', body, headers: { accept: 'application/json', ...headers }, timeoutMs: settings.timeoutMs ?? 15_000, maxBytes: LARGEST, ...(settings.signal ? { signal: settings.signal } : {}) });
    } catch (error) {
      // Never the cause itself: it may hold addresses with codes.
      throw new CscError('CSC_UNREACHABLE', error instanceof Error ? `${error.name}: ${(error.cause as Error | undefined)?.message ?? error.message}` : 'no answer');
    }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new CscError('CSC_UNREACHABLE', `the provider answers ${answer.status}`);
    const json = parsed(answer.body);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer.status, json);
    const read = schema.safeParse(json);
    if (!read.success) throw new CscError('CSC_WRONG_ANSWER', `${url.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')}: ${z.prettifyError(read.error)}`);
    return read.data;
  };
  const api = <T>(method: string, schema: z.ZodType<T>, body: Record<string, unknown>, token?: CscToken): Promise<T> =>
    call(under(settings.baseUrl, method), schema, JSON.stringify(body), { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token.value}` } : {}) });
  const oauth = async (fields: Record<string, string>, type: string): Promise<CscToken> => {
    const form = new URLSearchParams({ ...fields, client_id: settings.clientId, client_secret: settings.clientSecret });
    const told = await call(under(settings.oauth2, 'oauth2/token'), tokenSchema, form.toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    if (told.token_type.toLowerCase() !== type) throw new CscError('CSC_WRONG_ANSWER', `a token of kind ${told.token_type} where ${type} was asked for`);
    return tokenOf(told.access_token, told.expires_in, now());
  };
  return {
    info: () => api('info', infoSchema, {}),
    serviceToken: () => oauth({ grant_type: 'client_credentials' }, 'bearer'),
    async credentials(token, userId) {
      const ids: string[] = [];
      let pageToken: string | undefined;
      for (let page = 0; page < 10; page++) {
        const told: z.infer<typeof listSchema> = await api('credentials/list', listSchema, { userID: userId, ...(pageToken === undefined ? {} : { pageToken }) }, token);
        ids.push(...told.credentialIDs);
        pageToken = told.nextPageToken;
        if (!pageToken) break;
      }
      return ids;
    },
    async credential(token, id) {
      return credentialOf(id, await api('credentials/info', credentialSchema, { credentialID: id, certificates: 'chain', certInfo: false, authInfo: true }, token));
    },
    exchange: (code, redirectUri) => oauth({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, 'sad'),
    async sendOtp(token, credentialId) {
      await api('credentials/sendOTP', z.unknown(), { credentialID: credentialId }, token);
    },
    async authorize(token, { credentialId, digests, pin, otp }) {
      const told = await api('credentials/authorize', sadSchema, {
        credentialID: credentialId, numSignatures: digests.length, hash: digests.map(base64), ...(pin === undefined ? {} : { PIN: pin }), ...(otp === undefined ? {} : { OTP: otp }),
      }, token);
      return tokenOf(told.SAD, told.expiresIn, now());
    },
    async sign(token, { credential, sad, digests, algorithm }) {
      const key = new X509Certificate(credential.chain[0]!).publicKey;
      const signAlgo = signAlgorithm(key, algorithm, credential.algorithms);
      if (signAlgo === undefined) throw new CscError('CSC_UNSUPPORTED', `the credential signs with ${credential.algorithms.join(', ')} only`);
      const { signatures } = await api('signatures/signHash', signedSchema, { credentialID: credential.id, SAD: sad, hash: digests.map(base64), hashAlgo: hashOids[algorithm], signAlgo }, token);
      if (signatures.length !== digests.length) throw new CscError('CSC_WRONG_ANSWER', `${signatures.length} signatures for ${digests.length} hashes`);
      return signatures.map((one) => derSignature(key, Buffer.from(one, 'base64')));
    },
  };
}

const tokenOf = (value: string, seconds: number, now: Date): CscToken => ({ value, expiresAt: new Date(now.getTime() + seconds * 1000) });

function parsed(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Words of the provider on consents that no longer count; they differ from house to house, so several are known. */
const over = /\b(?:SAD|code|grant|authori[sz]ation)\b.*\b(?:expired|invalid|used|revoked)|\b(?:expired|invalid)\b.*\b(?:SAD|code|grant)\b|not authori[sz]ed by the SAD/i;

function refusal(status: number, json: unknown): CscError {
  const told = refusalSchema.safeParse(json).data;
  const text = told ? `${told.error}: ${told.error_description ?? ''}` : '';
  const gone = told !== undefined && (told.error === 'invalid_grant' || over.test(told.error_description ?? ''));
  return new CscError(gone ? 'CSC_CONSENT_OVER' : 'CSC_REFUSED', `the provider answers ${status} ${text}`.trim().slice(0, 500), told?.error ?? '');
}

function credentialOf(id: string, told: z.infer<typeof credentialSchema>): CscCredential {
  const chain = told.cert.certificates.map((one) => Buffer.from(one, 'base64'));
  try {
    for (const one of chain) new X509Certificate(one);
  } catch {
    throw new CscError('CSC_WRONG_ANSWER', 'what the provider sends as certificates cannot be read');
  }
  return {
    id, description: told.description ?? '', chain, algorithms: told.key.algo,
    usable: told.key.status === 'enabled' && (told.cert.status ?? 'valid') === 'valid',
    authMode: told.authMode,
    pin: told.PIN?.presence === 'true' ? 'needed' : told.PIN?.presence === 'optional' ? 'optional' : 'no',
    // One that may be left out is left out.
    otp: told.OTP?.presence === 'true' ? told.OTP.type ?? 'offline' : 'no',
  };
}
