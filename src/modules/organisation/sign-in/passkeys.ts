// Passkeys (WebAuthn): what is asked of a browser and what is made of its answer. Discoverable, so that nobody types a
// name; the authenticator must know its user (finger, face, PIN), so a passkey is strong by itself.
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../platform/result.ts';
import type { NewPasskey, PasskeyForSignIn, PasskeyRow } from '../store/passkeys.ts';

/** How long a challenge may wait for its answer. */
export const challengeMinutes = 5;
const timeout = challengeMinutes * 60_000;

/** EdDSA, ES256, RS256: what authenticators in use make. */
const algorithms = [-8, -7, -257];

/** What a challenge is kept as between its two requests. */
export interface ChallengeData {
  readonly challenge: string;
}

/** The house as authenticators know it: its domain, from the address that people use. */
const partyOf = (origin: string) => ({ id: new URL(origin).hostname, name: 'กรม (Krom)' });

/** Whether browsers allow passkeys at an address: a domain name over TLS, or this machine as `localhost`. */
export function passkeysWork(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'));
}

/** What a browser needs to make a passkey, in the shape of `navigator.credentials.create`. */
export async function askToRegister(origin: string, person: { login: string; name: string; passkeys: readonly PasskeyRow[] }) {
  const party = partyOf(origin);
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    // Random: the handle tells nothing about the person, and the same one lets an authenticator know its own again.
    userID: new Uint8Array(person.passkeys[0]?.userHandle ?? randomBytes(32)),
    userName: person.login,
    userDisplayName: person.name,
    timeout,
    attestationType: 'none',
    excludeCredentials: person.passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** What a browser needs to sign in, in the shape of `navigator.credentials.get`; no name is asked for. */
export async function askToSignIn(origin: string) {
  return generateAuthenticationOptions({ rpID: partyOf(origin).id, userVerification: 'required', timeout });
}

const base64url = z.string().min(1).max(20_000).regex(/^[\w-]+$/);
const registrationAnswer = z.object({
  id: base64url, rawId: base64url, type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string().max(40)).max(10).optional() }),
});
const signInAnswer = z.object({
  id: base64url, rawId: base64url, type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
});

function parseAnswer<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const refusedWords = { th: 'เบราว์เซอร์ส่งพาสคีย์ที่ตรวจสอบไม่ได้ กรุณาลองใหม่อีกครั้ง', en: 'The browser sent a passkey that could not be checked. Please try again.' };

/**
 * The passkey that a browser made, checked: our challenge, our address, a user who was verified.
 * @param text JSON of the browser
 */
export async function readRegistration(origin: string, challenge: string, userHandle: Buffer, name: string, text: string): Promise<Result<NewPasskey, 'PASSKEY_REFUSED'>> {
  const answer = parseAnswer(registrationAnswer, text);
  if (!answer) return fail('PASSKEY_REFUSED', refusedWords);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} } as RegistrationResponseJSON,
      expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: partyOf(origin).id, requireUserVerification: true, supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return fail('PASSKEY_REFUSED', refusedWords);
    const { credential, credentialDeviceType } = registrationInfo;
    return ok({ userHandle, name, credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports: credential.transports ?? [], synced: credentialDeviceType === 'multiDevice' });
  } catch {
    return fail('PASSKEY_REFUSED', refusedWords);
  }
}

/** The credential that an answer speaks of; undefined where it is none. */
export function credentialOf(text: string): string | undefined {
  return parseAnswer(signInAnswer, text)?.id;
}

/**
 * Whether an answer was signed by the passkey for our challenge and address, with a verified user. `COUNTER_BACK`: it
 * counted less than at its last use, as a copy would.
 */
export async function checkSignIn(origin: string, challenge: string, passkey: PasskeyForSignIn, text: string): Promise<Result<{ counter: number; synced: boolean }, 'PASSKEY_REFUSED' | 'COUNTER_BACK'>> {
  const answer = parseAnswer(signInAnswer, text);
  const handle = answer?.response.userHandle;
  if (!answer || (handle !== undefined && !Buffer.from(handle, 'base64url').equals(passkey.userHandle))) return fail('PASSKEY_REFUSED', refusedWords);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as AuthenticationResponseJSON,
      expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: partyOf(origin).id, requireUserVerification: true,
      // The counter is judged below, so that a copied passkey is told apart from a wrong signature.
      credential: { id: answer.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0, transports: passkey.transports },
    });
    if (!verified) return fail('PASSKEY_REFUSED', refusedWords);
    const { newCounter, credentialDeviceType } = authenticationInfo;
    // Both 0: an authenticator that does not count, as synced passkeys do not.
    if (newCounter <= passkey.counter && (newCounter > 0 || passkey.counter > 0)) return fail('COUNTER_BACK', refusedWords);
    return ok({ counter: newCounter, synced: credentialDeviceType === 'multiDevice' });
  } catch {
    return fail('PASSKEY_REFUSED', refusedWords);
  }
}
