import { publicActor, type Actor } from '../../../platform/access/actor.ts';
import { sql, type Database } from '../../../platform/db/database.ts';
import { statementName } from '../../../platform/db/named-client.ts';
import type { Language } from '../../../platform/words.ts';
import { permissionsOf, type GrantedRole, type RoleOverride, type RoleTable } from '../domain/roles.ts';
import { withTakenOver, type TakenPair } from '../domain/taken-over.ts';
import { tokenHash } from './tokens.ts';

interface IdentityRow {
  session_id: number;
  person_id: number;
  name: string;
  language: Language | null;
  theme: 'light' | 'dark' | null;
  must_change: boolean;
  must_set_up: boolean;
  unit_id: number | null;
  position_name: string | null;
  principals: number[];
  grants: GrantedRole[];
  overrides: RoleOverride[];
  taken: TakenPair[] | null;
}

const statement = 'select i.*, organisation.taken_over(i.principals, $2) as taken from organisation.identify($1, $2) i';

/**
 * The identity port: who a session token belongs to on a legal day `YYYY-MM-DD`, with everything he stands for and may
 * do, in one statement. Undefined for a token that is unknown, ended, idle for 12 hours or older than a week. `table`
 * holds the permissions of all modules by role (`rolePermissions`), put together once by the app.
 */
export async function identify(database: Database, sessionToken: string, today: string, table: RoleTable): Promise<Actor | undefined> {
  if (sessionToken.length < 20 || sessionToken.length > 100) return undefined;
  const row = await oneStatement(database, [tokenHash(sessionToken), today]);
  return row && actorOf(table, row);
}

/** Asked outside a transaction: one round trip a request. Where the server is away, the patient way is taken instead. */
async function oneStatement(database: Database, values: readonly [Buffer, string]): Promise<IdentityRow | undefined> {
  try {
    const name = statementName(statement);
    return (await database.pool.query<IdentityRow>({ ...(name ? { name } : {}), text: statement, values: [...values] })).rows[0];
  } catch {
    const [hash, today] = values;
    return database.write(publicActor, async (tx) => (await sql<IdentityRow>`select i.*, organisation.taken_over(i.principals, ${today}::date) as taken from organisation.identify(${hash}, ${today}::date) i`.execute(tx.db)).rows[0]);
  }
}

function actorOf(table: RoleTable, row: IdentityRow): Actor {
  return {
    kind: 'person',
    id: row.person_id,
    name: row.name,
    ...withTakenOver({ principals: row.principals, permissions: permissionsOf(table, row.grants, row.overrides) }, row.taken, table),
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    ...(row.position_name === null ? {} : { positionName: row.position_name }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.theme === null ? {} : { theme: row.theme }),
    sessionId: String(row.session_id),
    mustChangePassword: row.must_change,
    mustSetUpFactor: row.must_set_up,
  };
}

/** The actor that a person would be, without a session: for jobs that act for one, and for tests. */
export async function actorForPerson(database: Database, table: RoleTable, personId: number, today: string): Promise<Actor | undefined> {
  const row = await database.read({ ...publicActor, principals: [1] }, async (tx) =>
    (await sql<Omit<IdentityRow, 'session_id' | 'must_change' | 'must_set_up'>>`
      select p.id as person_id, p.title || p.given || ' ' || p.family as name, null as language, null as theme,
        r.unit_id, r.position_name, r.principals, r.grants, r.overrides, organisation.taken_over(r.principals, ${today}::date) as taken
      from organisation.person p cross join lateral organisation.rights_of(p.id, ${today}::date) r
      where p.id = ${personId} and (p.left_on is null or p.left_on >= ${today}::date)`.execute(tx.db)).rows[0],
  );
  return row && actorOf(table, { ...row, session_id: 0, must_change: false, must_set_up: false });
}
