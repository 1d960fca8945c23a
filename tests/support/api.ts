import type { LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import { tokenHash } from '../../src/modules/organisation/sign-in/tokens.ts';
import { newApiToken } from '../../src/modules/organisation/index.ts';
import { apiSurface } from '../../src/platform/http/api-calls.ts';
import { modules } from '../../src/modules.ts';
import type { TestApp } from './app.ts';

export interface ApiClient {
  readonly token: string;
  readonly tokenId: number;
  get(path: string): Promise<LightMyRequestResponse>;
  /** Posts JSON with a fresh key, or with the key given. */
  post(path: string, body?: object, key?: string): Promise<LightMyRequestResponse>;
}

/** Every scope that the calls of the house ask for. */
export const allScopes = [...new Set(apiSurface(modules).calls.map((call) => call.scope))];

export interface TokenGiven {
  readonly scopes?: readonly string[];
  readonly expiresOn?: string;
  readonly name?: string;
}

/** A program with a token of a demo account, or of a person by id; the token is laid down behind the walls. */
export async function program(house: Pick<TestApp, 'app' | 'db'>, who: string | number, given: TokenGiven = {}): Promise<ApiClient> {
  const token = newApiToken();
  const { rows } = await house.db.owner.query<{ id: number }>(
    `insert into organisation.api_token (person_id, name, token_hash, ending, scopes, created_at, expires_on)
     select person_id, $2, $3, $4, $5, '2020-11-20', $6 from organisation.account where login = $1 or person_id::text = $1 returning id`,
    [String(who), given.name ?? 'โปรแกรมทดสอบ', tokenHash(token), token.slice(-4), given.scopes ?? allScopes, given.expiresOn ?? '2099-12-31'],
  );
  if (!rows[0]) throw new Error(`no account ${who}`);
  const authorization = `Bearer ${token}`;
  return {
    token,
    tokenId: rows[0].id,
    get: (path) => house.app.inject({ url: `/api/v1${path}`, headers: { authorization } }),
    post: (path, body = {}, key = randomBytes(9).toString('hex')) => house.app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key }, payload: JSON.stringify(body) }),
  };
}
