import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { first } from './dated.ts';

/** A token as its owner and the keepers of accounts see it: never the token, never its hash. */
export interface ApiTokenRow {
  readonly id: number;
  readonly personId: number;
  readonly personName: string;
  readonly name: string;
  /** Its last characters. */
  readonly ending: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  /** Last legal day on which it is taken. */
  readonly expiresOn: string;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

export interface NewApiToken {
  readonly name: string;
  readonly hash: Buffer;
  readonly ending: string;
  readonly scopes: readonly string[];
  readonly expiresOn: string;
}

const columns = sql`id, person_id as "personId", person_name as "personName", name, ending, scopes, created_at as "createdAt", expires_on as "expiresOn",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt", revoked_by_name as "revokedBy"`;

/** Keeps a token of the actor; undefined where the account is closed. */
export async function makeMyToken(tx: Tx, token: NewApiToken, now: Date): Promise<number | undefined> {
  const { name, hash, ending, scopes, expiresOn } = token;
  return (await first(tx, sql<{ id: number | null }>`select organisation.make_my_token(${name}, ${hash}, ${ending}, ${[...scopes]}::text[], ${now}, ${expiresOn}::date) as id`))?.id ?? undefined;
}

/** The actor's own tokens, the newest first. */
export async function myTokens(tx: ReadTx): Promise<ApiTokenRow[]> {
  return (await sql<ApiTokenRow>`select ${columns} from organisation.my_tokens()`.execute(tx.db)).rows;
}

export interface TokenFilter {
  /** Only those that are still taken. */
  readonly usable: boolean;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Tokens of everybody, the newest first. The page asks for `organisation.manage-accounts`. */
export async function allTokens(tx: ReadTx, filter: TokenFilter, today: string): Promise<ApiTokenRow[]> {
  return (await sql<ApiTokenRow>`select ${columns} from organisation.all_tokens(${filter.usable}, ${today}::date, ${filter.before ?? null}::bigint, ${filter.limit}::int)`.execute(tx.db)).rows;
}

/** Ends a token at once; undefined where there is none that still holds. `own`: only one of the actor's. */
export async function revokeToken(tx: Tx, id: number, own: boolean, now: Date): Promise<{ personId: number; name: string } | undefined> {
  return first(tx, sql<{ personId: number; name: string }>`select person_id as "personId", name from organisation.revoke_token(${id}::bigint, ${own}, ${now})`);
}
