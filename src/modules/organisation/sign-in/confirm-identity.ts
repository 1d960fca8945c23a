import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Services } from '../../../platform/services.ts';
import { myPasswordHash } from '../store/accounts.ts';
import { beginMyAttempt, endMyAttempt, myFactors } from '../store/factors.ts';
import { useCode, useRecoveryCode } from '../store/sign-ins.ts';
import { checkCode, readCode, recoveryHash } from './one-time-codes.ts';
import { verifyPassword } from './passwords.ts';
import { signInLimits } from './settings.ts';

/** Whether it is really the person: yes, no, or not before so many seconds. */
export type IdentityAnswer = { readonly state: 'right' } | { readonly state: 'wrong' | 'used' | 'no-key' } | { readonly state: 'wait'; readonly seconds: number };

/**
 * Asks the signed-in person once more who they are, before something about the sign-in itself changes: the password,
 * and where there is a second factor a code or a recovery code too. Guesses are counted, so what is refused must be an
 * outcome of the action and no failure, which would undo the count.
 */
export async function confirmIdentity(tx: Tx, services: Services, typed: { readonly password: string; readonly code?: string | undefined }): Promise<IdentityAnswer> {
  const limits = await signInLimits(tx);
  const seconds = await beginMyAttempt(tx, limits);
  if (seconds > 0) return { state: 'wait', seconds };
  const password = await verifyPassword(await myPasswordHash(tx), typed.password);
  // A code is only used up beside the right password.
  const state = password ? await codeState(tx, services, typed.code ?? '') : 'wrong';
  if (state !== 'no-key') await endMyAttempt(tx, state === 'right', limits);
  return { state };
}

async function codeState(tx: Tx, services: Services, typed: string): Promise<'right' | 'wrong' | 'used' | 'no-key'> {
  const sealed = (await myFactors(tx))?.sealedSecret;
  if (!sealed) return 'right';
  const { id } = tx.actor;
  if (readCode(typed) === undefined) return (await useRecoveryCode(tx, id, recoveryHash(id, typed))) === undefined ? 'wrong' : 'right';
  const half = checkCode(services, id, sealed, typed);
  if (typeof half === 'string') return half;
  return (await useCode(tx, id, half)) ? 'right' : 'used';
}

/**
 * One guess at the own password in a form that is shown again when it is wrong. The count stands in a transaction of
 * its own, because the refused form undoes the action's.
 */
export async function guessAtOwnPassword(services: Services, actor: Actor, check: () => Promise<boolean>): Promise<'right' | 'wrong' | number> {
  return services.database.write(actor, async (tx) => {
    const limits = await signInLimits(tx);
    const seconds = await beginMyAttempt(tx, limits);
    if (seconds > 0) return seconds;
    const right = await check();
    await endMyAttempt(tx, right, limits);
    return right ? 'right' : 'wrong';
  });
}
