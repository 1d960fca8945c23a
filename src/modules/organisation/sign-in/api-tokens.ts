import { randomBytes } from 'node:crypto';
import { publicActor, type Actor } from '../../../platform/access/actor.ts';
import { sql, type Database } from '../../../platform/db/database.ts';
import { statementName } from '../../../platform/db/named-client.ts';
import type { Language } from '../../../platform/words.ts';
import { narrow } from '../domain/api-scopes.ts';
import { permissionsOf, type GrantedRole, type RoleOverride, type RoleTable } from '../domain/roles.ts';
import { withTakenOver, type TakenPair } from '../domain/taken-over.ts';
import { callsPerMinute } from '../settings.ts';
import { tokenHash } from './tokens.ts';

/** A token for a program: known by its beginning (`krom_`) wherever it is left lying, 256 random bits after it. */
export function newApiToken(): string {
  return `krom_${randomBytes(32).toString('base64url')}`;
}

interface TokenRow {
  token_id: number;
  token_name: string;
  scopes: string[];
  per_minute: unknown;
  person_id: number;
  name: string;
  language: Language | null;
  theme: 'light' | 'dark' | null;
  must_change: boolean;
  unit_id: number | null;
  position_name: string | null;
  principals: number[];
  grants: GrantedRole[];
  overrides: RoleOverride[];
  taken: TakenPair[] | null;
}

const statement = 'select i.*, organisation.taken_over(i.principals, $3) as taken from organisation.identify_token($1, $2, $3) i';

/**
 * Who a token belongs to on a legal day, in one statement: the person, with the permissions of the modules that the
 * token is for. Undefined for a token that is unknown, revoked, past its last day, or of somebody who left.
 */
export async function identifyToken(database: Database, token: string, now: Date, today: string, table: RoleTable): Promise<Actor | undefined> {
  if (!/^krom_[\w-]{43}$/.test(token)) return undefined;
  const hash = tokenHash(token);
  let row: TokenRow | undefined;
  try {
    const name = statementName(statement);
    row = (await database.pool.query<TokenRow>({ ...(name ? { name } : {}), text: statement, values: [hash, now, today] })).rows[0];
  } catch {
    // The server is away: the patient way, as for a session.
    row = await database.write(publicActor, async (tx) => (await sql<TokenRow>`select i.*, organisation.taken_over(i.principals, ${today}::date) as taken from organisation.identify_token(${hash}, ${now}, ${today}::date) i`.execute(tx.db)).rows[0]);
  }
  if (!row) return undefined;
  const scopes = new Set(row.scopes);
  return {
    kind: 'person',
    id: row.person_id,
    name: row.name,
    ...withTakenOver({ principals: row.principals, permissions: narrow(permissionsOf(table, row.grants, row.overrides), scopes) }, row.taken, table),
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    ...(row.position_name === null ? {} : { positionName: row.position_name }),
    ...(row.language === null ? {} : { language: row.language }),
    token: { id: row.token_id, name: row.token_name, scopes, perMinute: callsPerMinute.accept(row.per_minute) ?? callsPerMinute.usual },
    mustChangePassword: row.must_change,
  };
}
