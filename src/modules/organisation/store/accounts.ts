import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';

export interface SessionRow {
  readonly id: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** Open sessions of the transaction's own person, the latest used first. */
export async function mySessions(tx: ReadTx): Promise<SessionRow[]> {
  return (await sql<SessionRow>`select id, created_at as "createdAt", last_seen_at as "lastSeenAt", ip, user_agent as "userAgent" from organisation.my_sessions()`.execute(tx.db)).rows;
}

/** False where there is no such open session of the actor. */
export async function endMySession(tx: Tx, id: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.end_my_session(${id}::bigint) as done`))?.done ?? false;
}

/** How many sessions were ended. */
export async function endMyOtherSessions(tx: Tx, keep: number): Promise<number> {
  return (await first(tx, sql<{ n: number }>`select organisation.end_my_other_sessions(${keep}::bigint) as n`))?.n ?? 0;
}

export async function myPasswordHash(tx: ReadTx): Promise<string | undefined> {
  return (await first(tx, sql<{ hash: string | null }>`select organisation.my_password_hash() as hash`))?.hash ?? undefined;
}

/** Sets the actor's own password and ends his other sessions. */
export async function setMyPassword(tx: Tx, passwordHash: string, keepSession: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.set_my_password(${passwordHash}, ${keepSession}::bigint) as done`))?.done ?? false;
}

/** Where to write with a reset link; undefined for an unknown name, a person without address, or too many requests. */
export function requestReset(tx: Tx, login: string, token: Buffer): Promise<{ personId: number; name: string; email: string } | undefined> {
  return first(tx, sql<{ personId: number; name: string; email: string }>`select person_id as "personId", name, email from organisation.request_reset(${login}, ${token})`);
}

export async function resetIsOpen(tx: ReadTx, token: Buffer): Promise<boolean> {
  return (await first(tx, sql<{ open: boolean }>`select organisation.reset_is_open(${token}) as open`))?.open ?? false;
}

/** Uses a reset token once. Returns whose it was. */
export async function useReset(tx: Tx, token: Buffer, passwordHash: string): Promise<number | undefined> {
  return (await first(tx, sql<{ id: number | null }>`select organisation.use_reset(${token}, ${passwordHash}) as id`))?.id ?? undefined;
}

export interface AccountState {
  readonly login: string;
  readonly mustChange: boolean;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly openSessions: number;
}

export function accountOf(tx: ReadTx, personId: number): Promise<AccountState | undefined> {
  return first(tx, sql<AccountState>`select login, must_change as "mustChange", disabled_at as "disabledAt", last_sign_in_at as "lastSignInAt", open_sessions as "openSessions"
    from organisation.account_of(${personId})`);
}

/** Makes or renews an account with a first password; false for one's own. A taken login throws 23505. */
export async function giveFirstPassword(tx: Tx, personId: number, login: string, passwordHash: string): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.give_first_password(${personId}, ${login}, ${passwordHash}) as done`))?.done ?? false;
}

export async function disableAccount(tx: Tx, personId: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.disable_account(${personId}) as done`))?.done ?? false;
}

/** Whether a login is free or already this person's. */
export async function loginIsFree(tx: ReadTx, login: string, personId: number): Promise<boolean> {
  return (await first(tx, sql<{ free: boolean }>`select organisation.login_is_free(${login}, ${personId}) as free`))?.free ?? false;
}

/** Many accounts at once: for the demo and for imports, by a system actor only. */
export async function giveAccounts(tx: Tx, accounts: readonly { personId: number; login: string; passwordHash: string }[], mustChange: boolean): Promise<void> {
  await sql`select organisation.give_accounts(${accounts.map((a) => a.personId)}::int[], ${accounts.map((a) => a.login)}::text[], ${accounts.map((a) => a.passwordHash)}::text[], ${mustChange})`.execute(tx.db);
}

export async function hasAccounts(tx: ReadTx): Promise<boolean> {
  return (await first(tx, sql<{ has: boolean }>`select organisation.has_accounts() as has`))?.has ?? false;
}
