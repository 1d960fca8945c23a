import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';

/** True for the first use of a ceremony, false for every later one. `until`: when it would be over anyhow. */
export async function useCeremony(tx: Tx, id: string, until: Date): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.use_ceremony(${id}::uuid, ${until}) as done`))?.done ?? false;
}

export async function ceremonyIsUsed(tx: ReadTx, id: string): Promise<boolean> {
  return (await first(tx, sql<{ used: boolean }>`select organisation.ceremony_is_used(${id}::uuid) as used`))?.used ?? true;
}

/** Whose identity a subject is. */
export interface KnownIdentity {
  readonly id: number;
  readonly personId: number;
  /** Whether that person's account may be used on the day. */
  readonly open: boolean;
  /** The person took the link back: it is not made again by itself. */
  readonly removed: boolean;
}

export function identityForSignIn(tx: ReadTx, issuer: string, subject: string, day: string): Promise<KnownIdentity | undefined> {
  return first(tx, sql<KnownIdentity>`select id, person_id as "personId", open, removed from organisation.identity_for_sign_in(${issuer}, ${subject}, ${day}::date)`);
}

/** A claim that names people: a hash of the national ID, or an address that the provider has checked. */
export type PersonClaim = { readonly by: 'national-id'; readonly hash: Buffer } | { readonly by: 'email'; readonly email: string };

export interface ClaimedPerson {
  readonly personId: number;
  readonly open: boolean;
  /** Linked to another subject at this provider already. */
  readonly linked: boolean;
}

/** People in service on a legal day whom a claim names: nobody, one, or more (at most three are told). */
export async function peopleByClaim(tx: ReadTx, claim: PersonClaim, providerId: number, day: string): Promise<ClaimedPerson[]> {
  const hash = claim.by === 'national-id' ? claim.hash : null;
  const email = claim.by === 'email' ? claim.email : null;
  return (await sql<ClaimedPerson>`select person_id as "personId", open, linked from organisation.people_by_claim(${claim.by}, ${hash}::bytea, ${email}::text, ${providerId}::int, ${day}::date)`.execute(tx.db)).rows;
}

/** Links a subject to a person; undefined where the subject, or the person at this provider, is linked already. */
export async function linkIdentity(tx: Tx, link: { providerId: number; personId: number; issuer: string; subject: string; by: 'claim' | 'person' }): Promise<number | undefined> {
  const row = await first(tx, sql<{ id: number | null }>`select organisation.link_identity(${link.providerId}::int, ${link.personId}::int, ${link.issuer}, ${link.subject}, ${link.by}) as id`);
  return row?.id ?? undefined;
}

export async function identityUsed(tx: Tx, id: number): Promise<void> {
  await sql`select organisation.identity_used(${id}::int)`.execute(tx.db);
}

export interface IdentityRow {
  readonly id: number;
  readonly providerId: number;
  readonly linkedBy: 'claim' | 'person';
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Links of the transaction's own person. */
export async function myIdentities(tx: ReadTx): Promise<IdentityRow[]> {
  return (await sql<IdentityRow>`select id, provider_id as "providerId", linked_by as "linkedBy", linked_at as "linkedAt", last_used_at as "lastUsedAt" from organisation.my_identities()`.execute(tx.db)).rows;
}

/** The provider whose link was taken back; undefined where the actor has no such link. */
export async function unlinkMyIdentity(tx: Tx, id: number): Promise<number | undefined> {
  return (await first(tx, sql<{ provider: number | null }>`select organisation.unlink_my_identity(${id}::int) as provider`))?.provider ?? undefined;
}

/** The last three digits of a person's national ID, for those who keep the list of people; undefined where none is kept. */
export async function nationalIdDigits(tx: ReadTx, personId: number): Promise<string | undefined> {
  return (await first(tx, sql<{ digits: string | null }>`select organisation.national_id_digits(${personId}::int) as digits`))?.digits ?? undefined;
}

/** Keeps the hash of a person's national ID; false where somebody else in service on the day has the same number. */
export async function setNationalId(tx: Tx, personId: number, id: { hash: Buffer; lastDigits: string }, day: string): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.set_national_id(${personId}::int, ${id.hash}, ${id.lastDigits}, ${day}::date) as done`))?.done ?? false;
}

export async function removeNationalId(tx: Tx, personId: number): Promise<boolean> {
  return (await first(tx, sql<{ done: boolean }>`select organisation.remove_national_id(${personId}::int) as done`))?.done ?? false;
}
