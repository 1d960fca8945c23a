import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Words } from '../../../platform/words.ts';
import { first } from './dated.ts';

export type MatchBy = 'national-id' | 'email';
export type ProviderAuthentication = 'client_secret_basic' | 'client_secret_post';

/** A provider of identity as an administrator entered it. */
export interface ProviderInput {
  readonly label: Words;
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: ProviderAuthentication;
  readonly scopes: readonly string[];
  /** What finds the person at the first sign-in, and the claim that carries it. */
  readonly matchBy: MatchBy;
  readonly matchClaim: string;
  /** Values of `amr` or `acr` by which it says that it asked for a second factor; none: it never counts as strong. */
  readonly strongValues: readonly string[];
  readonly active: boolean;
  readonly sortOrder: number;
}

export interface Provider extends ProviderInput {
  readonly id: number;
  /** Sealed: `sign-in/oidc-keys.ts` opens it. */
  readonly clientSecret: string;
}

function providers(tx: ReadTx) {
  return tx.db.selectFrom('organisation.identity_provider').select([
    'id', 'label_th', 'label_en', 'issuer', 'client_id', 'client_secret', 'authentication', 'scopes', 'match_by', 'match_claim', 'strong_values', 'active', 'sort_order',
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof providers>['executeTakeFirstOrThrow']>>;

const providerOf = (row: Row): Provider => ({
  id: row.id,
  label: { th: row.label_th, en: row.label_en },
  issuer: row.issuer,
  clientId: row.client_id,
  clientSecret: row.client_secret,
  authentication: row.authentication as ProviderAuthentication,
  scopes: row.scopes,
  matchBy: row.match_by as MatchBy,
  matchClaim: row.match_claim,
  strongValues: row.strong_values,
  active: row.active,
  sortOrder: row.sort_order,
});

/** All providers in the order of the sign-in page; `active`: only those that are offered. */
export async function listProviders(tx: ReadTx, which: 'all' | 'active'): Promise<Provider[]> {
  const asked = which === 'active' ? providers(tx).where('active', '=', true) : providers(tx);
  return (await asked.orderBy('sort_order').orderBy('id').execute()).map(providerOf);
}

export async function providerById(tx: ReadTx, id: number): Promise<Provider | undefined> {
  const row = await providers(tx).where('id', '=', id).executeTakeFirst();
  return row && providerOf(row);
}

const columnsOf = (provider: ProviderInput) => ({
  label_th: provider.label.th, label_en: provider.label.en, issuer: provider.issuer, client_id: provider.clientId, authentication: provider.authentication, scopes: [...provider.scopes],
  match_by: provider.matchBy, match_claim: provider.matchClaim, strong_values: [...provider.strongValues], active: provider.active, sort_order: provider.sortOrder,
});

/** @param sealedSecret the client secret, sealed */
export async function addProvider(tx: Tx, provider: ProviderInput, sealedSecret: string): Promise<number> {
  return (await tx.db.insertInto('organisation.identity_provider').values({ ...columnsOf(provider), client_secret: sealedSecret }).returning('id').executeTakeFirstOrThrow()).id;
}

/** @param sealedSecret undefined keeps the secret that is there */
export async function editProvider(tx: Tx, id: number, provider: ProviderInput, sealedSecret: string | undefined): Promise<boolean> {
  const done = await tx.db
    .updateTable('organisation.identity_provider')
    .set({ ...columnsOf(provider), ...(sealedSecret === undefined ? {} : { client_secret: sealedSecret }), changed_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** How many people have linked themselves to it. */
export async function linkedPeople(tx: ReadTx, id: number): Promise<number> {
  return (await first(tx, sql<{ n: number }>`select organisation.linked_people(${id}::int) as n`))?.n ?? 0;
}
