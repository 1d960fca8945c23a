// What a sign-in asks of the database before there is a session: attempts and their waits, the step between password
// and code, the session itself with its line of history.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';

/** How many failures are free and how long the waits grow; read from the settings (`sign-in/settings.ts`). */
export interface SignInLimits {
  /** Failures of one name that cost nothing. */
  readonly free: number;
  /** Failures from one network that cost nothing. */
  readonly networkFree: number;
  /** The longest wait, in seconds. */
  readonly longest: number;
  /** Minutes without a failure that forgive all. */
  readonly forget: number;
  /** Wrong codes after which the password is asked for again. */
  readonly codes: number;
  /** Longest wait between codes, in seconds. */
  readonly codeLongest: number;
}

/** Where somebody signs in from. */
export interface SignInOrigin {
  readonly ip: string;
  readonly userAgent: string;
  /** SHA-256 of the random name of the browser; undefined where it keeps no cookies. */
  readonly browser?: Buffer;
}

/** How somebody showed first who they are. */
export type SignInMethod = 'password' | 'passkey' | 'oidc';
/** What came second, where something did. */
export type SecondFactor = 'code' | 'recovery-code';

/** What an attempt with a password meets: seconds to wait, and the hash to compare with where there is such an account. */
export interface SignInState {
  readonly waitSeconds: number;
  readonly personId: number | null;
  readonly passwordHash: string | null;
}

/** Opens an attempt; attempts at one name wait for each other. */
export async function beginSignIn(tx: Tx, login: string, network: string, browser: Buffer | undefined, limits: SignInLimits): Promise<SignInState> {
  const row = await first(tx, sql<SignInState>`select wait_seconds as "waitSeconds", person_id as "personId", password_hash as "passwordHash"
    from organisation.sign_in_begin(${login}, ${network}, ${browser ?? null}, ${limits.free}::int, ${limits.networkFree}::int, ${limits.longest}::int, ${limits.forget}::int)`);
  return row as SignInState;
}

export async function countFailedSignIn(tx: Tx, login: string, network: string, browser: Buffer | undefined, limits: SignInLimits): Promise<void> {
  await sql`select organisation.sign_in_failed(${login}, ${network}, ${browser ?? null}, ${limits.forget}::int)`.execute(tx.db);
}

/**
 * A refused sign-in in the history of the person, where it is known who was meant.
 * @param reason `password`, `code`, `recovery-code`, or a short word of another way of signing in
 */
export async function noteRefusedSignIn(tx: Tx, refused: { personId: number; method: SignInMethod; second?: SecondFactor; reason: string; origin: SignInOrigin }): Promise<void> {
  const { personId, method, second, reason, origin } = refused;
  await sql`select organisation.note_refused_sign_in(${personId}, ${method}, ${second ?? null}, ${reason}, ${origin.ip}, ${origin.userAgent})`.execute(tx.db);
}

export interface OpenedSession {
  readonly sessionId: number;
  readonly name: string;
  readonly email: string | null;
  readonly mustChange: boolean;
  readonly newBrowser: boolean;
}

/** Opens the session of a person whose every factor was right. Throws where the account is closed. */
export async function openSession(tx: Tx, session: { personId: number; login: string; token: Buffer; origin: SignInOrigin; method: SignInMethod; second?: SecondFactor; mustSetUp: boolean }): Promise<OpenedSession> {
  const { personId, login, token, origin, method, second, mustSetUp } = session;
  const row = await first(tx, sql<OpenedSession>`select session_id as "sessionId", name, email, must_change as "mustChange", new_browser as "newBrowser"
    from organisation.sign_in_succeeded(${personId}, ${login}, ${token}, ${origin.ip}, ${origin.userAgent}, ${origin.browser ?? null}, ${method}, ${second ?? null}, ${mustSetUp})`);
  return row as OpenedSession;
}

/** Whether codes of an app are asked for at this person's sign-in. */
export async function hasSecondFactor(tx: ReadTx, personId: number): Promise<boolean> {
  return (await first(tx, sql<{ has: boolean }>`select organisation.has_second_factor(${personId}) as has`))?.has ?? false;
}

/** Whether a passkey is the person's second factor: where a role asks for one, a password alone does not open the account. */
export async function hasPasskey(tx: ReadTx, personId: number): Promise<boolean> {
  return (await first(tx, sql<{ has: boolean }>`select organisation.has_passkey(${personId}) as has`))?.has ?? false;
}

/** Roles of a person on a day, before anybody is signed in. */
export async function rolesAtSignIn(tx: ReadTx, personId: number, today: string): Promise<readonly string[]> {
  return (await first(tx, sql<{ roles: string[] }>`select organisation.roles_at_sign_in(${personId}, ${today}::date) as roles`))?.roles ?? [];
}

export interface NewStep {
  readonly token: Buffer;
  readonly personId: number;
  readonly method: SignInMethod;
  readonly login: string;
  readonly next: string;
  readonly browser: Buffer | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly minutes: number;
}

export async function openStep(tx: Tx, step: NewStep): Promise<void> {
  await sql`select organisation.open_sign_in_step(${step.token}, ${step.personId}, ${step.method}, ${step.login}, ${step.next}, ${step.browser ?? null}, ${JSON.stringify(step.detail)}::jsonb, ${step.minutes}::int)`.execute(tx.db);
}

export async function stepIsOpen(tx: ReadTx, token: Buffer, browser: Buffer | undefined): Promise<boolean> {
  return (await first(tx, sql<{ open: boolean }>`select organisation.sign_in_step_is_open(${token}, ${browser ?? null}) as open`))?.open ?? false;
}

/** An open step at which a code is now tried. */
export interface StepState {
  readonly waitSeconds: number;
  readonly personId: number;
  readonly method: SignInMethod;
  readonly login: string;
  readonly next: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly sealedSecret: string | null;
}

/** Opens an attempt at the second step; undefined where there is no such step any more. */
export function beginSecondStep(tx: Tx, token: Buffer, browser: Buffer | undefined, limits: SignInLimits): Promise<StepState | undefined> {
  return first(tx, sql<StepState>`select wait_seconds as "waitSeconds", person_id as "personId", method, login, next, detail, sealed_secret as "sealedSecret"
    from organisation.second_step_begin(${token}, ${browser ?? null}, ${limits.free}::int, ${limits.codeLongest}::int, ${limits.forget}::int)`);
}

/** Counts a wrong code; `closed` once there were too many, with where to write to the person. */
export function countWrongCode(tx: Tx, token: Buffer, browser: Buffer | undefined, limits: SignInLimits): Promise<{ closed: boolean; name: string; email: string | null } | undefined> {
  return first(tx, sql<{ closed: boolean; name: string; email: string | null }>`select closed, name, email from organisation.second_step_failed(${token}, ${browser ?? null}, ${limits.forget}::int, ${limits.codes}::int)`);
}

export async function closeStep(tx: Tx, token: Buffer): Promise<void> {
  await sql`select organisation.close_sign_in_step(${token})`.execute(tx.db);
}

/** Uses the code of a half minute; false where it or a later one was used before. */
export async function useCode(tx: Tx, personId: number, step: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.use_code(${personId}, ${step}::bigint) as done`))?.done ?? false;
}

/** Uses a recovery code once; how many are left, or undefined where it is none. */
export async function useRecoveryCode(tx: Tx, personId: number, hash: Buffer): Promise<number | undefined> {
  return (await first(tx, sql<{ left: number | null }>`select organisation.use_recovery_code(${personId}, ${hash}) as left`))?.left ?? undefined;
}

/** Remembers the browser in which a reset link was just used. */
export async function knowBrowser(tx: Tx, resetToken: Buffer, browser: Buffer | undefined): Promise<void> {
  await sql`select organisation.know_browser(${resetToken}, ${browser ?? null})`.execute(tx.db);
}

/** One line of the own history. */
export interface SignInRow {
  readonly id: number;
  readonly at: Date;
  readonly result: 'signed-in' | 'refused';
  readonly method: SignInMethod;
  readonly second: SecondFactor | null;
  readonly reason: string | null;
  readonly ip: string;
  readonly userAgent: string;
  readonly newBrowser: boolean;
}

/** Sign-ins of the actor, the newest first; `before` is the id of the last one already seen. */
export async function mySignIns(tx: ReadTx, page: { before?: number; limit: number }): Promise<SignInRow[]> {
  let query = tx.db
    .selectFrom('organisation.sign_in_history')
    .select(['id', 'at', 'result', 'method', 'second', 'reason', 'ip', 'user_agent as userAgent', 'new_browser as newBrowser'])
    .where('person_id', '=', tx.actor.id)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.execute()) as unknown as SignInRow[];
}

/** Whether a session of the actor was opened by a passkey or at a provider, not longer than some minutes ago. */
export async function signedInWithoutPassword(tx: ReadTx, sessionId: number, minutes: number): Promise<boolean> {
  const row = await first(tx, sql<{ so: boolean }>`select exists (select from organisation.sign_in_history where person_id = ${tx.actor.id} and session_id = ${sessionId}::bigint
    and result = 'signed-in' and method <> 'password' and at > clock_timestamp() - ${minutes}::int * interval '1 minute') as so`);
  return row?.so ?? false;
}
