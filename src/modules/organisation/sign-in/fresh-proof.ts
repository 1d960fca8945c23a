// What changes the ways into an account asks for a proof that is still fresh, so that a desk left open gives nobody a
// way of their own. One proof serves for ten minutes, in the session that gave it. Runs on the machine's time.
import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { ActionOutcome } from '../../../platform/http/define.ts';
import { seal, unseal } from '../../../platform/http/seal.ts';
import { houseKey } from '../../../platform/house-key.ts';
import type { Services } from '../../../platform/services.ts';
import { signedInWithoutPassword } from '../store/sign-ins.ts';
import { machineTime } from './one-time-codes.ts';

/** Where the proof is given; below the page of security, so that it is open to whoever must set a second factor up first. */
export const proveAddress = '/account/security/prove';
/** The cookie that keeps the proof, sealed for one session. */
export const proofCookie = 'krom_proof';
export const proofMinutes = 10;

type Cookies = Readonly<Record<string, string | undefined>>;
const key = (services: Services) => houseKey(services.config.dataFolder, 'fresh-proof');

/** The address of the proof, from which the person comes back to a page of the own account. */
export function proofFor(back: string): string {
  return `${proveAddress}?${new URLSearchParams({ next: back }).toString()}`;
}

/** The cookie after `confirmIdentity` said `right`. */
export function keepProof(services: Services, actor: Pick<Actor, 'sessionId'>): { name: string; value: string; maxAgeSeconds: number } {
  return { name: proofCookie, value: seal(key(services), JSON.stringify({ session: actor.sessionId, at: machineTime(services) })), maxAgeSeconds: proofMinutes * 60 };
}

/**
 * Whether the person has shown in the last ten minutes, in this session, who they are: by the password (and the code,
 * where one is in use) at `proveAddress`; or because this very session was opened so lately by a passkey or at a
 * provider, as its line of the sign-in history says. The second is the way of those who have no password that they
 * know: they sign in again, with the same proof as always, and nothing else has to be built or learned for it.
 */
export async function hasFreshProof(tx: ReadTx, services: Services, cookies: Cookies): Promise<boolean> {
  const { sessionId } = tx.actor;
  if (sessionId === undefined) return false;
  return proofIsFresh(services, sessionId, cookies[proofCookie]) || signedInWithoutPassword(tx, Number(sessionId), proofMinutes);
}

function proofIsFresh(services: Services, sessionId: string, cookie: string | undefined): boolean {
  if (!cookie) return false;
  try {
    const kept = JSON.parse(unseal(key(services), cookie)) as { session: string; at: number };
    return kept.session === sessionId && machineTime(services) - kept.at < proofMinutes * 60_000;
  } catch {
    return false;
  }
}

/** What an action answers that needs a fresh proof and has none: nothing changes, the trail says so, the person is led to the proof and back. */
export function proveFirst(actor: Actor, back: string): ActionOutcome {
  return { audit: { action: 'organisation.identity-refused', subject: { type: 'organisation.person', id: actor.id }, detail: { state: 'no-proof' } }, goTo: proofFor(back) };
}
