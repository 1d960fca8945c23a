import { sql, type ReadTx } from '../../../platform/db/database.ts';
import type { Role } from '../../../platform/module.ts';

/** Ids of the people who have a role on a day, by name or through a seat that they hold or act for. */
export async function peopleInRole(tx: ReadTx, role: Role, day: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with seats as (
      select h.person_id, h.position_id from organisation.holding h where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
      union
      select a.person_id, a.position_id from organisation.acting a
        where a.kind <> 'representative' and a.ended_at is null and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)
    )
    select distinct p.id from organisation.role_grant g
      left join (seats s join organisation.position q on q.id = s.position_id) on q.id = g.position_id or q.kind = g.holders_of
      join organisation.person p on p.id = coalesce(g.person_id, s.person_id) and p.left_on is null
    where g.role = ${role} and g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date)
    order by p.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}
