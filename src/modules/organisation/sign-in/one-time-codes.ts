import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { toArabicDigits } from '../../../thai/index.ts';
import { houseKey } from '../../../platform/house-key.ts';
import { seal, unseal } from '../../../platform/http/seal.ts';
import type { Services } from '../../../platform/services.ts';

const issuer = 'Krom';
/** What every authenticator app knows: SHA-1, six digits, half a minute (RFC 6238). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

const appOf = (secret: string, label = '') => new TOTP({ ...kind, issuer, label, secret: Secret.fromBase32(secret) });

/** The machine's own time, which the phones have too; the clock of a demo moves no codes. */
export function machineTime({ clock }: Pick<Services, 'clock'>): number {
  return clock.now().getTime() - clock.offset;
}

/** A new secret of 160 bits, in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Address that an authenticator app reads from the QR code. */
export function secretAddress(secret: string, login: string): string {
  return appOf(secret, login).toString();
}

/** The secret in groups of four, to be typed by hand. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}

/** What was typed as a code: Thai digits and gaps are taken as they are meant. Undefined where it is no code of six digits. */
export function readCode(typed: string): string | undefined {
  const code = toArabicDigits(typed).replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? code : undefined;
}

/**
 * The half minute whose code this is, or undefined. One step before and after are taken, for clocks that go wrong and
 * people who type slowly; whether the step was used before, the database says.
 * @param at milliseconds of the machine's time
 */
export function stepOfCode(secret: string, code: string, at: number): number | undefined {
  const delta = appOf(secret).validate({ token: code, timestamp: at, window: 1 });
  return delta === null ? undefined : TOTP.counter({ period: kind.period, timestamp: at }) + delta;
}

const keyName = 'second-factor';

/**
 * A secret as the database keeps it: sealed with a key that is not there, for one person, so that a row copied to
 * another person opens nothing.
 * @param anySealed whether secrets were sealed before: then a missing key is an error, not a reason to make a new one
 */
export function sealSecret(services: Pick<Services, 'config'>, personId: number, secret: string, anySealed: boolean): string {
  return seal(houseKey(services.config.dataFolder, keyName, !anySealed), JSON.stringify({ person: personId, secret }));
}

/** The secret again. Throws where the key is lost, is another one, or the seal belongs to somebody else. */
function openSecret(services: Pick<Services, 'config'>, personId: number, sealed: string): string {
  const kept = JSON.parse(unseal(houseKey(services.config.dataFolder, keyName, false), sealed)) as { person: number; secret: string };
  if (kept.person !== personId) throw new Error('the sealed secret of a second factor belongs to somebody else');
  return kept.secret;
}

/** The secret of a set-up under way, to be shown; undefined where it cannot be read any more and must be begun again. */
export function pendingSecret(services: Pick<Services, 'config'>, personId: number, sealed: string): string | undefined {
  try {
    return openSecret(services, personId, sealed);
  } catch {
    return undefined;
  }
}

/** What a typed code is worth: its half minute, `wrong`, or `no-key` where the house has lost its own key. */
export function checkCode(services: Pick<Services, 'config' | 'clock' | 'log'>, personId: number, sealed: string, typed: string): number | 'wrong' | 'no-key' {
  let secret: string;
  try {
    secret = openSecret(services, personId, sealed);
  } catch (error) {
    services.log.error({ error, person: personId }, 'the secret of a second factor cannot be read: is keys/second-factor.key the one that sealed it?');
    return 'no-key';
  }
  const code = readCode(typed);
  return (code === undefined ? undefined : stepOfCode(secret, code, machineTime(services))) ?? 'wrong';
}

export const recoveryCodeCount = 10;
/** At this many, or fewer, the person is told to make new ones. */
export const fewCodes = 3;

/** Ten recovery codes of 79 bits, in groups of four; no letters that look alike. */
export function newRecoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const one = (): string => {
    // Bytes past the last full round of the alphabet are left out, so that every letter is equally likely.
    const picked = [...randomBytes(40)].filter((byte) => byte < 248).slice(0, 16).map((byte) => letters[byte % 31] as string);
    return picked.length === 16 ? (picked.join('').match(/.{4}/g) as string[]).join('-') : one();
  };
  return Array.from({ length: recoveryCodeCount }, one);
}

/** SHA-256 of a recovery code and its person. The codes are random and long, so a fast hash is enough and needs no key. */
export function recoveryHash(personId: number, typed: string): Buffer {
  const plain = toArabicDigits(typed).toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`krom recovery code\0${personId}\0${plain}`).digest();
}

/** Codes that are shown once lie sealed in a cookie of the session that made them, never in the database. */
export const shownCodesCookie = 'krom_codes';
export const shownCodesSeconds = 600;
const shownCodesKey = 'shown-codes';

/** Seals codes for one session, with the moment at which they were made. */
export function sealShownCodes(services: Services, sessionId: string, codes: readonly string[]): string {
  return seal(houseKey(services.config.dataFolder, shownCodesKey), JSON.stringify({ session: sessionId, at: machineTime(services), codes }));
}

/** The codes to show in this session; undefined where there are none, or ten minutes are over. */
export function openShownCodes(services: Services, sessionId: string | undefined, cookie: string | undefined): readonly string[] | undefined {
  if (!cookie || !sessionId) return undefined;
  try {
    const kept = JSON.parse(unseal(houseKey(services.config.dataFolder, shownCodesKey), cookie)) as { session: string; at: number; codes: string[] };
    return kept.session === sessionId && machineTime(services) - kept.at < shownCodesSeconds * 1000 ? kept.codes : undefined;
  } catch {
    return undefined;
  }
}
