import { createHash } from 'node:crypto';
import { cookieNames } from '../../../platform/http/context.ts';
import type { ActionOutcome } from '../../../platform/http/define.ts';
import { localAddress } from '../../../platform/http/preferences.ts';
import type { Services } from '../../../platform/services.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { openSession } from '../store/accounts.ts';
import { newToken, tokenHash } from './tokens.ts';

/** How somebody showed first who they are. */
export type SignInMethod = 'password' | 'passkey' | 'oidc';

/** Where a sign-in comes from, as kept in the history that the person reads. */
export interface SignInOrigin {
  readonly ip: string;
  readonly userAgent: string;
  /** Hash of the random name of the browser; undefined where it keeps no cookies. */
  readonly browser?: Buffer;
}

/** The origin of an action's request. */
export function originOf(input: { readonly ip: string; readonly userAgent: string; readonly cookies: Readonly<Record<string, string | undefined>> }): SignInOrigin {
  const name = input.cookies[cookieNames.browser];
  return { ip: input.ip, userAgent: input.userAgent, ...(name ? { browser: createHash('sha256').update(name).digest() } : {}) };
}

/** A person who has shown who they are, before a session exists. */
export interface SignInProof {
  readonly personId: number;
  readonly method: SignInMethod;
  /** The method resists phishing, or its provider has asked for a second factor: no code is asked for here. */
  readonly strong: boolean;
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
 * Throws where the account is closed: whoever finds the person also asks whether the account is open.
 */
export async function completeSignIn(tx: Tx, _services: Services, proof: SignInProof): Promise<ActionOutcome> {
  const token = newToken();
  const { personId, origin } = proof;
  const session = await openSession(tx, personId, proof.login ?? '', tokenHash(token), origin.ip, origin.userAgent);
  return {
    audit: { action: 'organisation.signed-in', subject: { type: 'organisation.person', id: personId }, detail: { name: session.name, session: session.sessionId, method: proof.method, ...proof.detail } },
    goTo: session.mustChange ? '/account/password' : localAddress(proof.next),
    cookies: [{ name: cookieNames.session, value: token, maxAgeSeconds: weekSeconds }],
  };
}
