import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../../src/platform/module.ts';

/** Id of a unit of the demo by its abbreviation. */
export async function unitId(owner: pg.Pool, abbreviation: string): Promise<number> {
  const { rows } = await owner.query<{ unit_id: number }>('select unit_id from organisation.unit_abbreviation where text = $1 and kind = $2', [abbreviation, 'preferred']);
  if (!rows[0]) throw new Error(`no unit ${abbreviation} in the demo`);
  return rows[0].unit_id;
}

/** An officer made for a test: an ordinary seat in a unit, an account, and one role that holds everywhere (or none). */
export async function makeOfficer(owner: pg.Pool, unit: number, role: Exclude<Role, 'staff'> | undefined): Promise<number> {
  const name = `test.${role ?? 'staff'}.${randomBytes(3).toString('hex')}`;
  const { rows } = await owner.query<{ id: number }>("insert into organisation.person (title, given, family, email) values ('นาย', 'ทดสอบ', $1, $2) returning id", [name, `${name}@prd.example`]);
  const { id } = rows[0] as { id: number };
  const seat = await owner.query<{ id: number }>(
    "insert into organisation.position (unit_id, title_th, kind, seat_number, rank, valid_from) values ($1, 'เจ้าหน้าที่ทดสอบ', 'officer', $2, 90, '2003-10-01') returning id",
    [unit, randomBytes(4).toString('hex')],
  );
  await owner.query("insert into organisation.holding (person_id, position_id, main, order_number, order_date, valid_from) values ($1, $2, true, '1/2563', '2020-01-01', '2020-01-01')", [id, seat.rows[0]?.id]);
  if (role) await owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) values ($1, $2, '2003-10-01', 'test')", [id, role]);
  await owner.query("insert into organisation.account (person_id, login, password_hash, must_change) values ($1, $2, 'none', false)", [id, name]);
  return id;
}

/** Opens a session for a person with an account; gives the token and the session's id. */
export async function openSessionOf(owner: pg.Pool, personId: number): Promise<{ token: string; sessionId: string }> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await owner.query<{ id: string }>(
    "insert into organisation.session (token_hash, person_id, expires_at) values ($1, $2, clock_timestamp() + interval '1 day') returning id",
    [createHash('sha256').update(token).digest(), personId],
  );
  return { token, sessionId: String(rows[0]?.id) };
}
