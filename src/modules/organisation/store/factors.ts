// The actor's own second factors, and their removal by two administrators.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';
import type { SignInLimits } from './sign-ins.ts';

/** What the actor has set up. Secrets are sealed. */
export interface MyFactors {
  readonly login: string;
  readonly sealedSecret: string | null;
  readonly confirmedAt: Date | null;
  /** A set-up under way, for half an hour. */
  readonly pendingSecret: string | null;
  readonly codesLeft: number;
  readonly codesMadeAt: Date | null;
}

/** Undefined where the actor has no account. */
export function myFactors(tx: ReadTx): Promise<MyFactors | undefined> {
  return first(tx, sql<MyFactors>`select login, sealed_secret as "sealedSecret", confirmed_at as "confirmedAt", pending_secret as "pendingSecret", codes_left as "codesLeft", codes_made_at as "codesMadeAt" from organisation.my_factors()`);
}

/** Whether any secret was sealed before: then the key must exist. */
export async function hasSealedSecrets(tx: ReadTx): Promise<boolean> {
  return (await first(tx, sql<{ has: boolean }>`select organisation.has_sealed_secrets() as has`))?.has ?? false;
}

export async function prepareMyTotp(tx: Tx, sealed: string): Promise<void> {
  await sql`select organisation.prepare_my_totp(${sealed})`.execute(tx.db);
}

/** The pending secret holds from now on, and the code that showed it is used up; false where it is pending no more. */
export async function confirmMyTotp(tx: Tx, sealed: string, step: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.confirm_my_totp(${sealed}, ${step}::bigint) as done`))?.done ?? false;
}

/** Takes the actor's codes and recovery codes away. */
export async function removeMyTotp(tx: Tx): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.remove_my_totp() as done`))?.done ?? false;
}

/** A second factor of any kind was set up: the actor's sessions are free of the demand for one. */
export async function myFactorIsSet(tx: Tx): Promise<void> {
  await sql`select organisation.my_factor_is_set()`.execute(tx.db);
}

export async function setMyRecoveryCodes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  await sql`select organisation.set_my_recovery_codes(${[...hashes]}::bytea[])`.execute(tx.db);
}

/** Opens a guess at the actor's own password or code; seconds still to wait. */
export async function beginMyAttempt(tx: Tx, limits: SignInLimits): Promise<number> {
  return (await first(tx, sql<{ wait: number }>`select organisation.my_attempt_begin(${limits.free}::int, ${limits.codeLongest}::int, ${limits.forget}::int) as wait`))?.wait ?? 0;
}

export async function endMyAttempt(tx: Tx, right: boolean, limits: SignInLimits): Promise<void> {
  await sql`select organisation.my_attempt_ended(${right}, ${limits.forget}::int)`.execute(tx.db);
}

export interface FactorRemoval {
  readonly id: number;
  readonly reason: string;
  readonly startedBy: number;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly outcome: 'approved' | 'cancelled' | 'expired' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

/** Removals of a person's second factor, the newest first. */
export async function removalsOf(tx: ReadTx, personId: number): Promise<FactorRemoval[]> {
  return (await sql<FactorRemoval>`select id, reason, started_by as "startedBy", started_by_name as "startedByName", started_at as "startedAt", expires_at as "expiresAt", outcome, decided_by_name as "decidedByName", decided_at as "decidedAt"
    from organisation.factor_removals_of(${personId})`.execute(tx.db)).rows;
}

/** `started`, or why not: one's own, no second factor, one is open already. */
export async function startRemoval(tx: Tx, personId: number, reason: string, hours: number): Promise<'started' | 'self' | 'none' | 'open'> {
  const row = await first(tx, sql<{ answer: 'started' | 'self' | 'none' | 'open' }>`select organisation.start_factor_removal(${personId}, ${reason}, ${hours}::int) as answer`);
  return row?.answer ?? 'none';
}

export type ApprovalAnswer = 'approved' | 'gone' | 'decided' | 'self' | 'same' | 'expired';

/** The second administrator's yes; or why it does not count. */
export async function approveRemoval(tx: Tx, id: number): Promise<ApprovalAnswer> {
  return (await first(tx, sql<{ answer: ApprovalAnswer }>`select organisation.approve_factor_removal(${id}) as answer`))?.answer ?? 'gone';
}

export async function cancelRemoval(tx: Tx, id: number): Promise<boolean> {
  return (await first(tx, sql<{ answer: string }>`select organisation.cancel_factor_removal(${id}) as answer`))?.answer === 'cancelled';
}
