// Sign-in at a provider of OpenID Connect: the journey there and back, and whose identity came back. The network side
// is `src/adapters/oidc.ts`, reached only through the exchange of an action.
import { randomBytes } from 'node:crypto';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { ProviderAnswer, ProviderClient } from '../../../platform/http/exchange.ts';
import type { Outside } from '../../../platform/http/outside.ts';
import type { Services } from '../../../platform/services.ts';
import { readClaim, type ProviderTrouble } from '../domain/providers.ts';
import { identityForSignIn, identityUsed, linkIdentity, peopleByClaim, type PersonClaim } from '../store/identities.ts';
import { providerById, type Provider } from '../store/providers.ts';
import { clientOf, nationalIdHash } from './oidc-keys.ts';

/** Holds the sealed journey while the browser is at the provider. */
export const journeyCookie = 'krom_provider';
/** How long a person may take at the provider. */
export const journeyMinutes = 10;
/** Seconds that a person waits for a provider. */
export const providerSeconds = 10;

/** What must be the same when the browser comes back. */
export interface Journey {
  readonly provider: number;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Address at the provider that the browser is sent to. */
  readonly address: string;
  /** Address inside the house to go to afterwards. */
  readonly next: string;
}

/** Where the provider sends the browser back to; to be registered there. */
export function redirectUri(origin: string, providerId: number): string {
  return `${origin}/sign-in/with/${providerId}/answer`;
}

export interface Departure {
  readonly provider: Provider;
  readonly client: ProviderClient;
  readonly redirectUri: string;
  readonly secrets: Pick<Journey, 'state' | 'nonce' | 'verifier'>;
  /** Somebody signed in here goes there to show who they are, so the provider is to ask them and not let them straight through. */
  readonly again: boolean;
}

/** A provider that is offered, ready to be asked; or why not. */
export async function openProvider(tx: ReadTx, services: Services, id: number): Promise<{ provider: Provider; client: ProviderClient } | { trouble: ProviderTrouble }> {
  const provider = await providerById(tx, id);
  if (!provider?.active) return { trouble: 'closed' };
  const client = clientOf(services.config.dataFolder, provider);
  return client.ok ? { provider, client: client.value } : { trouble: 'secret' };
}

/** What is needed to send a browser to a provider: 256 bits each of state, nonce and PKCE verifier. */
export async function prepareDeparture(tx: ReadTx, services: Services, id: number): Promise<Departure | { trouble: ProviderTrouble }> {
  const opened = await openProvider(tx, services, id);
  if ('trouble' in opened) return opened;
  const random = () => randomBytes(32).toString('base64url');
  return { ...opened, redirectUri: redirectUri(services.config.origin, id), secrets: { state: random(), nonce: random(), verifier: random() }, again: tx.actor.sessionId !== undefined };
}

/** Asks the provider where a browser signs in, by its own description of itself. */
export async function askDeparture(departure: Departure, outside: Outside, signal: AbortSignal): Promise<{ journey: Omit<Journey, 'next'> } | { trouble: ProviderTrouble }> {
  const { provider, client, secrets } = departure;
  const found = await outside.oidc.authorization(client, { redirectUri: departure.redirectUri, scope: provider.scopes.join(' '), again: departure.again, ...secrets }, signal);
  return found.ok ? { journey: { provider: provider.id, address: found.value.address, ...secrets } } : { trouble: found.code };
}

/** A person whom an identity belongs to. `linked`: the link was made by this sign-in. */
export interface FoundPerson {
  readonly personId: number;
  readonly identity: number;
  readonly linked: boolean;
}

/** Nobody to sign in: why, and whom it concerns, for the trail. */
export interface NotFound {
  readonly trouble: ProviderTrouble;
  readonly people: readonly number[];
}

const nobody = (trouble: ProviderTrouble, ...people: number[]): NotFound => ({ trouble, people });

/**
 * Whose sign-in this is. A subject that is linked is that person, whatever address or name it has by now. One that is
 * not is linked to exactly one person in service whom the provider's claim names, whose account is open, who has no
 * other link to that provider and has not taken this one back. In every other case nobody is signed in.
 */
export async function findPerson(tx: Tx, services: Services, provider: Provider, answer: ProviderAnswer): Promise<FoundPerson | NotFound> {
  const day = services.clock.today();
  const known = await identityForSignIn(tx, answer.issuer, answer.subject, day);
  if (known && !known.removed) {
    if (!known.open) return nobody('no-account', known.personId);
    await identityUsed(tx, known.id);
    return { personId: known.personId, identity: known.id, linked: false };
  }
  const read = readClaim(provider, answer.claims);
  if ('trouble' in read) return nobody(read.trouble);
  const claim: PersonClaim = 'nationalId' in read ? { by: 'national-id', hash: nationalIdHash(services.config.dataFolder, read.nationalId) } : { by: 'email', email: read.email };
  const people = await peopleByClaim(tx, claim, provider.id, day);
  const [person, ...others] = people;
  if (!person) return nobody('nobody');
  if (others.length > 0) return nobody('several', ...people.map(({ personId }) => personId));
  const { personId } = person;
  if (!person.open) return nobody('no-account', personId);
  if (person.linked) return nobody('linked-otherwise', personId);
  if (known?.personId === personId) return nobody('unlinked', personId);
  const identity = await linkIdentity(tx, { providerId: provider.id, personId, issuer: answer.issuer, subject: answer.subject, by: 'claim' });
  if (identity === undefined) return nobody('used', personId);
  await identityUsed(tx, identity);
  return { personId, identity, linked: true };
}
