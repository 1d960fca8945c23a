import { createHash } from 'node:crypto';
import { cookieNames } from '../../../platform/http/context.ts';
import type { ActionOutcome } from '../../../platform/http/define.ts';
import { localAddress } from '../../../platform/http/preferences.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import type { Services } from '../../../platform/services.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { hasPasskey, hasSecondFactor, noteRefusedSignIn, openSession, openStep, rolesAtSignIn, type SecondFactor, type SignInMethod, type SignInOrigin } from '../store/sign-ins.ts';
import { m } from './messages.ts';
import { secondFactorRoles, stepMinutes } from './settings.ts';
import { tellOfNewBrowser, tellOwner } from './tell-owner.ts';
import { newToken, tokenHash } from './tokens.ts';

export type { SecondFactor, SignInMethod, SignInOrigin } from '../store/sign-ins.ts';

/** The cookie between password and code. */
export const stepCookie = 'krom_step';
/** The sign-in page, saying that this account opens with its passkey. */
const passkeyAskedAddress = '/sign-in?state=passkey';
/** Where the code is asked for. */
export const stepAddress = '/sign-in/code';

type Cookies = Readonly<Record<string, string | undefined>>;

/** Hash of the random name of the browser; undefined where it keeps no cookies. */
export function browserOf(cookies: Cookies): Buffer | undefined {
  const name = cookies[cookieNames.browser];
  return name ? createHash('sha256').update(name).digest() : undefined;
}

/** The origin of an action's request. */
export function originOf(input: { readonly ip: string; readonly userAgent: string; readonly cookies: Cookies }): SignInOrigin {
  const browser = browserOf(input.cookies);
  return { ip: input.ip, userAgent: input.userAgent, ...(browser ? { browser } : {}) };
}

/** A person who has shown who they are, before a session exists. */
export interface SignInProof {
  readonly personId: number;
  readonly method: SignInMethod;
  /** The method resists phishing, or its provider has asked for a second factor: no code is asked for here. */
  readonly strong: boolean;
  /** The code or recovery code that was right in the second step; only `features/enter-code` gives it. */
  readonly second?: SecondFactor;
  /** Where it was a recovery code: how many are left, which the owner is told. */
  readonly codesLeft?: number;
  /** The user name as typed, where one was typed: its count of failures starts again. */
  readonly login?: string;
  readonly origin: SignInOrigin;
  /** Address inside the house to go to afterwards; anything else leads to the start. */
  readonly next?: string | undefined;
  /** Facts for the audit log: the provider, the name of the passkey. Never secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

const weekSeconds = 7 * 86_400;

/**
 * The one way to a session, whatever showed who somebody is. Gives what an action answers: audit, cookies, where to go.
 * Where the person has a second factor and the method was not strong, there is no session yet but the step at which the
 * code is asked for. Throws where the account is closed: whoever finds the person also asks whether the account is open.
 */
export async function completeSignIn(tx: Tx, services: Services, proof: SignInProof): Promise<ActionOutcome> {
  const { personId, origin, second } = proof;
  const hasFactor = await hasSecondFactor(tx, personId);
  if (hasFactor && !proof.strong && !second) return askForCode(tx, proof);
  const mustSetUp = !hasFactor && !proof.strong && (await roleAsksForFactor(tx, services, personId));
  // The second factor that the role asks for is there: a session of the password alone could set another one up beside it.
  if (mustSetUp && (await hasPasskey(tx, personId))) {
    await noteRefusedSignIn(tx, { personId, method: proof.method, reason: 'needs-passkey', origin });
    return { audit: { action: 'organisation.sign-in-refused', subject: { type: 'organisation.person', id: personId }, detail: { method: proof.method, reason: 'needs-passkey' } }, goTo: passkeyAskedAddress };
  }
  const token = newToken();
  const session = await openSession(tx, { personId, login: proof.login ?? '', token: tokenHash(token), origin, method: proof.method, ...(second ? { second } : {}), mustSetUp });
  const owner = { id: personId, name: session.name, email: session.email };
  if (session.newBrowser) await tellOfNewBrowser(tx, services, owner, origin);
  if (proof.codesLeft !== undefined) await tellOwner(tx, services, owner, m.words('codeUsed', { n: proof.codesLeft }));
  return {
    audit: { action: 'organisation.signed-in', subject: { type: 'organisation.person', id: personId }, detail: { name: session.name, session: session.sessionId, method: proof.method, ...(second ? { second } : {}), ...proof.detail } },
    goTo: session.mustChange ? '/account/password' : localAddress(proof.next),
    cookies: [
      { name: cookieNames.session, value: token, maxAgeSeconds: weekSeconds },
      ...(second ? [{ name: stepCookie, value: '', maxAgeSeconds: 0 }] : []),
    ],
  };
}

/** Half a sign-in: a row and a cookie that open nothing but the page of the code. */
async function askForCode(tx: Tx, proof: SignInProof): Promise<ActionOutcome> {
  const minutes = await readSetting(tx, stepMinutes);
  const token = newToken();
  await openStep(tx, {
    token: tokenHash(token), personId: proof.personId, method: proof.method, login: proof.login ?? '', next: localAddress(proof.next), browser: proof.origin.browser, detail: proof.detail ?? {}, minutes,
  });
  return {
    audit: { action: 'organisation.code-asked', subject: { type: 'organisation.person', id: proof.personId }, detail: { method: proof.method } },
    goTo: stepAddress,
    cookies: [{ name: stepCookie, value: token, maxAgeSeconds: minutes * 60 }],
  };
}

async function roleAsksForFactor(tx: Tx, services: Services, personId: number): Promise<boolean> {
  const asked = await readSetting(tx, secondFactorRoles);
  if (asked.length === 0) return false;
  const held = ['staff', ...(await rolesAtSignIn(tx, personId, services.clock.today()))];
  return asked.some((role) => held.includes(role));
}
