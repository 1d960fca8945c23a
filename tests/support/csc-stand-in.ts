// A local stand-in for a provider of remote signatures: the API of the Cloud Signature Consortium (1.0.4) with its OAuth
// server and page of consent. Its keys are those of the trial authority, and OpenSSL makes the values.
import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { TrialPki } from './pki/trial-pki.ts';

/**
 * How the next calls go wrong. `dies-…`: the provider does what was asked and cuts the line before its answer;
 * `other-key`: it signs with somebody else's key.
 */
export type CscMode = 'right' | 'dies-at-token' | 'dies-at-otp' | 'dies-at-authorize' | 'dies-at-sign' | 'other-key' | 'down' | 'silent' | 'redirects' | 'floods' | 'babbles';

export interface CscKey {
  /** Name of a signer of the authority. */
  readonly name: string;
  readonly userId: string;
  readonly algorithms: readonly string[];
  readonly authMode?: 'oauth2code' | 'explicit';
  /** What an explicit one asks for; PIN and a password that is sent unless said otherwise. */
  readonly asks?: { readonly pin: boolean; readonly otp: 'no' | 'offline' | 'online' };
  /** ECDSA values as two numbers side by side instead of DER. */
  readonly plainEcdsa?: boolean;
}

export interface CscStandIn {
  readonly origin: string;
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pin: string;
  /** The one-time password that was sent last; before any, the one that a device shows. */
  readonly otp: string;
  /** Seconds for which a one-time password counts. */
  otpSeconds: number;
  /** One-time passwords that were sent. */
  readonly otpsSent: number;
  mode: CscMode;
  /** Seconds for which a code or a SAD counts. */
  seconds: number;
  /** Signatures that were made, whether or not the answer arrived. */
  readonly signed: number;
  /** Adds a credential; its id is the answer. */
  add(key: CscKey): string;
  /** What a person does at the page of consent: where the browser is sent then. */
  decide(address: string, decision?: 'agree' | 'refuse'): Promise<URL>;
  close(): Promise<void>;
}

interface Sad { readonly credentialId: string; readonly hashes: readonly string[]; readonly until: number; used: boolean }

/** Methods before whose answer the line is cut. */
const endsAt = { 'dies-at-sign': 'signHash', 'dies-at-otp': 'sendOTP', 'dies-at-authorize': 'credentials/authorize' } as const;

class Refusal extends Error {
  readonly status: number;
  readonly error: string;
  constructor(status: number, error: string, description: string) {
    super(description);
    this.status = status;
    this.error = error;
  }
}
const wrong = (description: string): Refusal => new Refusal(400, 'invalid_request', description);

const authorizeQuery = z.object({
  response_type: z.literal('code'), client_id: z.string(), redirect_uri: z.url(), scope: z.literal('credential'), state: z.string().min(16).max(255),
  credentialID: z.string(), numSignatures: z.coerce.number().int().min(1).max(10), hash: z.string().min(40), description: z.string().max(500).optional(), lang: z.string().optional(),
});
const signBody = z.object({ credentialID: z.string(), SAD: z.string(), hash: z.array(z.base64()).min(1), hashAlgo: z.string(), signAlgo: z.string() });
const authorizeBody = z.object({ credentialID: z.string(), numSignatures: z.number().int(), hash: z.array(z.base64()).min(1), PIN: z.string().optional(), OTP: z.string().optional() });
const hashes: Readonly<Record<string, { readonly name: string; readonly length: number }>> = {
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 }, '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 }, '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};

export async function startCsc(pki: TrialPki): Promise<CscStandIn> {
  const client = { clientId: 'krom-test', clientSecret: randomBytes(16).toString('base64url') };
  const pin = '482913';
  const state = { mode: 'right' as CscMode, seconds: 300, otpSeconds: 300, signed: 0, otpsSent: 0, otp: '771204', otpUntil: 0, wrongPins: 0 };
  const keys = new Map<string, CscKey>();
  const codes = new Map<string, Sad & { readonly redirectUri: string }>();
  const sads = new Map<string, Sad>();
  const tokens = new Set<string>();
  const later = (): number => Date.now() + state.seconds * 1000;
  const secret = (): string => randomBytes(24).toString('base64url');

  const keyOf = (id: string): CscKey => {
    const key = keys.get(id);
    if (!key) throw wrong('Invalid parameter credentialID');
    return key;
  };
  const authorized = (request: IncomingMessage): void => {
    if (!tokens.has(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')) throw new Refusal(401, 'invalid_token', 'The access token is not valid');
  };
  const newSad = (credentialId: string, wanted: readonly string[]): string => {
    const sad = secret();
    sads.set(sad, { credentialId, hashes: wanted, until: later(), used: false });
    return sad;
  };

  function token(fields: URLSearchParams): unknown {
    if (fields.get('client_id') !== client.clientId || fields.get('client_secret') !== client.clientSecret) throw new Refusal(401, 'invalid_client', 'Unknown client');
    if (fields.get('grant_type') === 'client_credentials') {
      const value = secret();
      tokens.add(value);
      return { access_token: value, token_type: 'Bearer', expires_in: 600 };
    }
    const code = codes.get(fields.get('code') ?? '');
    if (fields.get('grant_type') !== 'authorization_code' || !code || code.used || code.until < Date.now() || code.redirectUri !== fields.get('redirect_uri')) throw new Refusal(400, 'invalid_grant', 'The authorization code is invalid or expired');
    code.used = true;
    return { access_token: newSad(code.credentialId, code.hashes), token_type: 'SAD', expires_in: state.seconds };
  }

  function credential(id: string): unknown {
    const key = keyOf(id);
    const asks = key.authMode === 'explicit' ? key.asks ?? { pin: true, otp: 'online' } : undefined;
    return {
      description: `ใบรับรองระยะไกลของ ${key.name}`,
      key: { status: 'enabled', algo: key.algorithms, len: 256 },
      cert: { status: 'valid', certificates: [key.name, 'sub'].map((name) => pki.certificate(name).toString('base64')) },
      authMode: key.authMode ?? 'oauth2code', SCAL: '2', multisign: 1, lang: 'th-TH',
      ...(asks ? { PIN: { presence: String(asks.pin), format: 'N' }, OTP: asks.otp === 'no' ? { presence: 'false' } : { presence: 'true', type: asks.otp, format: 'N' } } : {}),
    };
  }

  function sign(body: z.infer<typeof signBody>): unknown {
    const key = keyOf(body.credentialID);
    const sad = sads.get(body.SAD);
    if (!sad || sad.credentialId !== body.credentialID || sad.used) throw wrong('Invalid parameter SAD');
    if (sad.until < Date.now()) throw wrong('SAD expired');
    if (body.hash.some((one) => !sad.hashes.includes(one))) throw wrong('Hash is not authorized by the SAD');
    const hash = hashes[body.hashAlgo];
    if (!hash || body.hash.some((one) => Buffer.from(one, 'base64').length !== hash.length)) throw wrong('Invalid digest value length');
    if (!key.algorithms.includes(body.signAlgo)) throw wrong('Invalid parameter signAlgo');
    sad.used = true;
    const name = state.mode === 'other-key' ? 'ocsp' : key.name;
    return { signatures: body.hash.map((one) => valueOf(pki, name, Buffer.from(one, 'base64'), hash.name, key.plainEcdsa === true).toString('base64')) };
  }

  async function answer(request: IncomingMessage, body: string): Promise<unknown> {
    const path = new URL(request.url!, 'http://x').pathname;
    if (path === '/oauth2/token') return token(new URLSearchParams(body));
    const sent: unknown = JSON.parse(body || '{}');
    if (path === '/csc/v1/info') {
      return { specs: '1.0.4.0', name: 'ผู้ให้บริการทดสอบ', logo: '', region: 'TH', lang: 'th-TH', description: '', authType: ['oauth2client', 'oauth2code'], oauth2: origin(), methods: ['credentials/list', 'credentials/info', 'signatures/signHash'] };
    }
    authorized(request);
    if (path === '/csc/v1/credentials/list') {
      // One a page, so that whoever asks must turn pages.
      const { userID, pageToken } = z.object({ userID: z.string(), pageToken: z.string().optional() }).parse(sent);
      const mine = [...keys].filter(([, key]) => key.userId === userID).map(([id]) => id);
      const at = Number(pageToken ?? 0);
      return { credentialIDs: mine.slice(at, at + 1), ...(at + 1 < mine.length ? { nextPageToken: String(at + 1) } : {}) };
    }
    if (path === '/csc/v1/credentials/info') return credential(z.object({ credentialID: z.string() }).parse(sent).credentialID);
    if (path === '/csc/v1/credentials/sendOTP') {
      keyOf(z.object({ credentialID: z.string() }).parse(sent).credentialID);
      Object.assign(state, { otp: String(randomInt(100_000, 1_000_000)), otpUntil: Date.now() + state.otpSeconds * 1000, otpsSent: state.otpsSent + 1 });
      return {};
    }
    if (path === '/csc/v1/credentials/authorize') {
      const asked = authorizeBody.parse(sent);
      const { authMode, asks = { pin: true, otp: 'online' } } = keyOf(asked.credentialID);
      if (authMode !== 'explicit') throw wrong('The credential is authorized at the page of consent');
      if (state.wrongPins >= 9) throw wrong('PIN locked');
      if (asks.pin && asked.PIN !== pin) {
        state.wrongPins++;
        throw new Refusal(400, 'invalid_pin', `The PIN ${asked.PIN ?? ''} is wrong`);
      }
      if (asks.otp !== 'no' && asked.OTP !== state.otp) throw new Refusal(400, 'invalid_otp', 'The OTP is wrong');
      if (asks.otp === 'online') {
        if (state.otpUntil < Date.now()) throw wrong('The OTP code has expired');
        state.otpUntil = 0;
      }
      return { SAD: newSad(asked.credentialID, asked.hash), expiresIn: state.seconds };
    }
    if (path === '/csc/v1/signatures/signHash') {
      const made = sign(signBody.parse(sent));
      state.signed++;
      return made;
    }
    throw new Refusal(404, 'not_found', path);
  }

  /** GET shows the page, POST is the button on it. */
  function consent(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url!, origin());
    const asked = authorizeQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!asked.success || asked.data.client_id !== client.clientId) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('คำขอไม่ถูกต้อง');
      return;
    }
    const { redirect_uri: redirectUri, state: given, credentialID: credentialId, hash } = asked.data;
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
        `<!doctype html><html lang="th"><title>ยินยอมลงลายมือชื่อ</title><h1>ยินยอมลงลายมือชื่อด้วย ${keyOf(credentialId).name}</h1><form method="post"><button name="decision" value="agree">ยินยอม</button> <button name="decision" value="refuse">ไม่ยินยอม</button></form></html>`,
      );
      return;
    }
    const back = new URL(redirectUri);
    back.searchParams.set('state', given);
    if (new URLSearchParams(body).get('decision') === 'agree') {
      const code = secret();
      codes.set(code, { credentialId, hashes: hash.split(',').map((one) => Buffer.from(one, 'base64url').toString('base64')), until: later(), used: false, redirectUri });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    response.writeHead(302, { location: back.href }).end();
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (request.url!.startsWith('/oauth2/authorize')) return consent(request, response, body);
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const { mode } = state;
    if (mode === 'silent') return;
    if (mode === 'down') return void response.writeHead(503).end();
    if (mode === 'redirects') return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    if (mode === 'floods') return void response.writeHead(200, { 'content-type': 'application/json' }).end(`{"x":"${'y'.repeat(400_000)}"}`);
    if (mode === 'babbles') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    try {
      const made = await answer(request, body);
      if ((mode === 'dies-at-token' && body.includes('authorization_code')) || Object.entries(endsAt).some(([when, method]) => mode === when && request.url!.endsWith(method))) return void request.socket.destroy();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(made));
    } catch (error) {
      const refused = error instanceof Refusal ? error : wrong(error instanceof Error ? error.message : 'unreadable');
      response.writeHead(refused.status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: refused.error, error_description: refused.message }));
    }
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...client, pin, origin: origin(), baseUrl: `${origin()}/csc/v1`,
    get mode() { return state.mode; },
    set mode(mode) { state.mode = mode; },
    get otp() { return state.otp; },
    get otpsSent() { return state.otpsSent; },
    get otpSeconds() { return state.otpSeconds; },
    set otpSeconds(seconds) { state.otpSeconds = seconds; },
    get seconds() { return state.seconds; },
    set seconds(seconds) { state.seconds = seconds; },
    get signed() { return state.signed; },
    add(key) {
      const id = `cred-${keys.size + 1}-${key.name}`;
      keys.set(id, key);
      return id;
    },
    async decide(address, decision = 'agree') {
      const page = await fetch(address);
      if (page.status !== 200) throw new Error(`the page of consent answers ${page.status}: ${await page.text()}`);
      const answered = await fetch(address, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });
      return new URL(answered.headers.get('location')!);
    },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

/** The value over a hash that is given, by OpenSSL. */
function valueOf(pki: TrialPki, name: string, digest: Buffer, hash: string, plain: boolean): Buffer {
  writeFileSync(pki.file('csc.bin'), digest);
  const rsa = pki.openssl('pkey', '-in', `${name}.key`, '-noout', '-text').includes('modulus');
  const made = execFileSync('openssl', ['pkeyutl', '-sign', '-inkey', `${name}.key`, '-in', 'csc.bin', ...(rsa ? ['-pkeyopt', `digest:${hash}`] : [])], { cwd: pki.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  return plain ? sideBySide(made, digest.length) : made;
}

/** Reads the two numbers of a DER sequence of less than 128 bytes. */
function sideBySide(der: Buffer, size: number): Buffer {
  const numbers: Buffer[] = [];
  for (let at = 2; at < der.length; at += 2 + der[at + 1]!) {
    const number = der.subarray(at + 2, at + 2 + der[at + 1]!);
    numbers.push(Buffer.concat([Buffer.alloc(size), number]).subarray(-size));
  }
  return Buffer.concat(numbers);
}
