// The one outside effect that is no job: a question whose answer the person at the screen waits for (a sign-in at a
// provider). It runs between two transactions, never inside one, within seconds that the action names.
import type { ReadTx } from '../db/database.ts';
import type { AnyForm } from '../forms/form.ts';
import { fail, type Result } from '../result.ts';
import type { ActionInput } from './define.ts';
import type { Outside } from './outside.ts';

/** What a provider said of a person, checked against what was asked: signature, issuer, audience, nonce, times. */
export interface ProviderAnswer {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A provider of OpenID Connect as its client knows it. */
export interface ProviderClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authentication: 'client_secret_basic' | 'client_secret_post';
}

/** What the client found at the provider. */
export interface ProviderFacts {
  readonly authorizationEndpoint: string;
  /** Whether the provider says that it checks PKCE with S256; many check it without saying so. */
  readonly saysPkce: boolean;
  readonly scopes: readonly string[];
}

/** Why an exchange came to nothing. `unreachable`: nothing was heard in time; `refused`: an answer that cannot be trusted or a no. */
export type ExchangeFault = 'unreachable' | 'refused';

/** OpenID Connect from our side; the adapter fills it. Expected faults are values, with a note for the log. */
export interface OpenIdConnect {
  discover(client: ProviderClient, signal: AbortSignal): Promise<Result<ProviderFacts, ExchangeFault>>;
  /**
   * The address that a browser is sent to, with a PKCE challenge, state and nonce; asks the provider for its description first.
   * @param ask `again`: the provider lets nobody straight through who is signed in there (`prompt=login`)
   */
  authorization(client: ProviderClient, ask: { redirectUri: string; scope: string; state: string; nonce: string; verifier: string; again: boolean }, signal: AbortSignal): Promise<Result<{ address: string }, ExchangeFault>>;
  /**
   * Exchanges a code for what the provider says of the person.
   * @param answer the address that the browser came back with
   * @param wanted claims that are asked for at the userinfo endpoint where the ID token lacks one
   */
  exchange(client: ProviderClient, answer: URL, expected: { state: string; nonce: string; verifier: string }, wanted: readonly string[], signal: AbortSignal): Promise<Result<ProviderAnswer, ExchangeFault>>;
}

/** An action's question to the outside: what it needs is read in one transaction, then asked outside of any. */
export interface Exchange<Params = unknown, F extends AnyForm = AnyForm, Question = unknown, Answer = unknown> {
  /** Whole seconds after which the person is told that there was no answer: 1 to 20. */
  readonly seconds: number;
  /** Read-only. A failure shows the page again, as one of `run` does. */
  load(tx: ReadTx, input: ActionInput<Params, F>): Promise<Result<Question>>;
  /**
   * Outside any transaction, once. What was refused or not heard is best given on as a value, so that `run` can write
   * it to the trail.
   */
  ask(question: Question, outside: Outside, signal: AbortSignal): Promise<Result<Answer>>;
}

/** Names of this machine: all that may be spoken to without TLS, for a provider that is tried out. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether an address may be spoken to: over TLS, or on this machine itself. */
export function maySpeakTo(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** Longest wait that a person is asked for. */
export const maxExchangeSeconds = 20;

const noAnswer = fail('NO_ANSWER', { th: 'ปลายทางไม่ตอบภายในเวลาที่กำหนด กรุณาลองอีกครั้งในอีกสักครู่', en: 'There was no answer in time. Please try again in a moment.' }, { status: 422 });

/** Asks, and stops waiting when the time is over, whether or not the one who is asked listens to the signal. */
export async function askOutside<Question, Answer>(exchange: Exchange<never, never, Question, Answer>, question: Question, outside: Outside): Promise<Result<Answer>> {
  const signal = AbortSignal.timeout(exchange.seconds * 1000);
  let timer: NodeJS.Timeout | undefined;
  // A little later than the signal, so that who listens to it tells in own words what was not heard.
  const late = new Promise<Result<Answer>>((resolve) => {
    timer = setTimeout(() => resolve(noAnswer), exchange.seconds * 1000 + 500);
  });
  try {
    return await Promise.race([exchange.ask(question, outside, signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
