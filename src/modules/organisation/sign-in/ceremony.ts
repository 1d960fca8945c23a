// A way to sign in that takes two requests: a challenge to a passkey, a journey to a provider. What the second must
// find again is sealed and kept by the browser, so that a page can offer it without a write; that it is used once only
// is kept in the database. Runs on the machine's time, as sessions do.
import { createHash, randomUUID } from 'node:crypto';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { cookieNames } from '../../../platform/http/context.ts';
import { seal, unseal } from '../../../platform/http/seal.ts';
import { houseKey } from '../../../platform/house-key.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { ceremonyIsUsed, useCeremony } from '../store/identities.ts';

/** What a ceremony is for: an answer to one is never taken for another. */
export type Purpose = 'passkey-sign-in' | 'passkey-register' | 'provider-sign-in' | 'provider-link';

interface Ceremony<Data> {
  readonly id: string;
  readonly purpose: Purpose;
  /** Hash of the random name of the browser that began it. */
  readonly browser: string;
  /** Person who was signed in, 0 for nobody. */
  readonly person: number;
  /** Machine time in ms. */
  readonly until: number;
  readonly data: Data;
}

type Cookies = Readonly<Record<string, string | undefined>>;

const browserOf = (cookies: Cookies) => createHash('sha256').update(cookies[cookieNames.browser] ?? '').digest('base64url');
const key = (dataFolder: string) => houseKey(dataFolder, 'ceremonies');

/** Begins one: the sealed text that the browser keeps and sends back. */
export function beginCeremony<Data>(dataFolder: string, begin: { purpose: Purpose; cookies: Cookies; person: number; minutes: number; data: Data }, now: number = Date.now()): string {
  const { purpose, cookies, person, minutes, data } = begin;
  const ceremony: Ceremony<Data> = { id: randomUUID(), purpose, browser: browserOf(cookies), person, until: now + minutes * 60_000, data };
  return seal(key(dataFolder), JSON.stringify(ceremony));
}

/** Why an answer is not taken: what came belongs to nothing that this browser began, or it is over, or was used. */
export type CeremonyFault = 'CEREMONY_UNKNOWN' | 'CEREMONY_EXPIRED' | 'CEREMONY_USED';

export interface OpenCeremony<Data> {
  readonly id: string;
  readonly until: number;
  readonly data: Data;
}

const words = {
  unknown: { th: 'คำขอนี้ไม่ได้เริ่มจากเบราว์เซอร์เครื่องนี้ หรือเปิดไว้หลายหน้าต่าง กรุณาเริ่มใหม่อีกครั้ง', en: 'This request was not begun in this browser, or several windows are open. Please begin again.' },
  expired: { th: 'หมดเวลาที่ให้ยืนยันตัว กรุณาเริ่มใหม่อีกครั้ง', en: 'The time to confirm is over. Please begin again.' },
  used: { th: 'คำตอบนี้ถูกใช้ไปแล้ว กรุณาเริ่มใหม่อีกครั้ง', en: 'This answer was used already. Please begin again.' },
};

/** Opens what a browser sent back: made here, for this purpose, this browser and this person, not over and not used. */
export async function openCeremony<Data>(tx: ReadTx, dataFolder: string, sealed: string | undefined, asked: { purpose: Purpose; cookies: Cookies; person: number }): Promise<Result<OpenCeremony<Data>, CeremonyFault>> {
  const ceremony = read<Data>(dataFolder, sealed);
  const { purpose, cookies, person } = asked;
  if (!ceremony || !cookies[cookieNames.browser] || ceremony.purpose !== purpose || ceremony.browser !== browserOf(cookies) || ceremony.person !== person) return fail('CEREMONY_UNKNOWN', words.unknown);
  if (ceremony.until < Date.now()) return fail('CEREMONY_EXPIRED', words.expired);
  if (await ceremonyIsUsed(tx, ceremony.id)) return fail('CEREMONY_USED', words.used);
  return ok(ceremony);
}

/** Marks it as used; false where another request was faster. Kept also where the answer is then refused. */
export function spendCeremony(tx: Tx, ceremony: OpenCeremony<unknown>): Promise<boolean> {
  return useCeremony(tx, ceremony.id, new Date(ceremony.until));
}

function read<Data>(dataFolder: string, sealed: string | undefined): Ceremony<Data> | undefined {
  if (!sealed) return undefined;
  try {
    return JSON.parse(unseal(key(dataFolder), sealed)) as Ceremony<Data>;
  } catch {
    return undefined;
  }
}
