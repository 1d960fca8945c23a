import type pg from 'pg';
import { publicActor, type Actor } from '../../../platform/access/actor.ts';
import { sql, type Database } from '../../../platform/db/database.ts';
import { statementName } from '../../../platform/db/named-client.ts';
import type { PermissionDefinition } from '../../../platform/module.ts';
import type { Language } from '../../../platform/words.ts';
import { permissionsOf, roleTable, type GrantedRole, type RoleOverride, type RoleTable } from '../domain/roles.ts';
import { tokenHash } from './tokens.ts';

interface IdentityRow extends pg.QueryResultRow {
  session_id: number;
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
}

const statement = 'select * from organisation.identify($1, $2)';

/** Finds who a session token belongs to, on a legal day `YYYY-MM-DD`, in one statement. */
export type Identify = (database: Database, sessionToken: string, today: string) => Promise<Actor | undefined>;

/**
 * The identity port. `permissions` are those of all modules: the app puts them together, so that a role's rights are
 * known before the first request.
 */
export function configureRoles(permissions: readonly PermissionDefinition[]): Identify {
  const table = roleTable(permissions);
  return async (database, sessionToken, today) => {
    if (sessionToken.length < 20 || sessionToken.length > 100) return undefined;
    const values = [tokenHash(sessionToken), today];
    const row = await oneStatement(database, values);
    return row && actorOf(table, row);
  };
}

/** Asked outside a transaction: one round trip a request. Where the server is away, the patient way is taken instead. */
async function oneStatement(database: Database, values: [Buffer, string]): Promise<IdentityRow | undefined> {
  try {
    const name = statementName(statement);
    return (await database.pool.query<IdentityRow>({ ...(name ? { name } : {}), text: statement, values })).rows[0];
  } catch {
    const [hash, today] = values;
    return database.write(publicActor, async (tx) => (await sql<IdentityRow>`select * from organisation.identify(${hash}, ${today}::date)`.execute(tx.db)).rows[0]);
  }
}

function actorOf(table: RoleTable, row: IdentityRow): Actor {
  return {
    kind: 'person',
    id: row.person_id,
    name: row.name,
    principals: row.principals,
    permissions: permissionsOf(table, row.grants, row.overrides),
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    ...(row.position_name === null ? {} : { positionName: row.position_name }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.theme === null ? {} : { theme: row.theme }),
    sessionId: String(row.session_id),
    mustChangePassword: row.must_change,
  };
}

/** The actor that a person would be, without a session: for jobs that act for one, and for tests. */
export async function actorForPerson(database: Database, table: RoleTable, personId: number, today: string): Promise<Actor | undefined> {
  const row = await database.read({ ...publicActor, principals: [1] }, async (tx) =>
    (await sql<Omit<IdentityRow, 'session_id' | 'must_change'>>`
      select p.id as person_id, p.title || p.given || ' ' || p.family as name, null as language, null as theme,
        r.unit_id, r.position_name, r.principals, r.grants, r.overrides
      from organisation.person p cross join lateral organisation.rights_of(p.id, ${today}::date) r
      where p.id = ${personId} and (p.left_on is null or p.left_on >= ${today}::date)`.execute(tx.db)).rows[0],
  );
  return row && actorOf(table, { ...row, session_id: 0, must_change: false });
}
