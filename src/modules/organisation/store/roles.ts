import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { Role } from '../../../platform/module.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { PositionKind } from '../domain/positions.ts';
import type { RoleOverride } from '../domain/roles.ts';
import { first } from './dated.ts';

export interface RoleGrantRow {
  readonly id: number;
  readonly role: Role;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly positionId: number | null;
  readonly positionTitle: string | null;
  readonly holdersOf: PositionKind | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly ownUnit: boolean;
  readonly reason: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly grantedBy: string | null;
  /** How many people have the role through this grant on the day. */
  readonly people: number;
}

/** Grants in force or to come on a day, by role. */
export async function listGrants(tx: ReadTx, day: string, filter: { role?: Role; id?: number } = {}): Promise<RoleGrantRow[]> {
  return (await sql<RoleGrantRow>`
    select g.id, g.role, g.person_id as "personId", p.title || p.given || ' ' || p.family as "personName", g.position_id as "positionId", q.title_th as "positionTitle",
      g.holders_of as "holdersOf", g.unit_id as "unitId",
      (select n.th from organisation.unit_name n where n.unit_id = g.unit_id order by n.valid_from desc limit 1) as "unitName",
      g.own_unit as "ownUnit", g.reason, g.valid_from as "validFrom", g.valid_to as "validTo",
      (select b.title || b.given || ' ' || b.family from organisation.person b where b.id = g.granted_by) as "grantedBy",
      case when g.person_id is not null then 1 else (select count(distinct h.person_id)::int from organisation.holding h join organisation.position s on s.id = h.position_id
        where (s.id = g.position_id or s.kind = g.holders_of) and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)) end as people
    from organisation.role_grant g
    left join organisation.person p on p.id = g.person_id left join organisation.position q on q.id = g.position_id
    where g.revoked_at is null and (g.valid_to is null or g.valid_to >= ${day}::date)
      and (${filter.role ?? null}::text is null or g.role = ${filter.role ?? null}::text)
      and (${filter.id ?? null}::int is null or g.id = ${filter.id ?? null}::int)
    order by array_position(array['system-admin','organisation-admin','auditor','executive','secretariat','unit-head','clerk'], g.role), g.holders_of nulls last, g.id`.execute(tx.db)).rows;
}

export interface RoleReason {
  readonly role: Role;
  readonly grantId: number;
  /** By name, through a seat, or through the kind of a seat; with the seat and whether it is only acted for. */
  readonly through: 'person' | 'position' | 'kind';
  readonly positionTitle: string | null;
  readonly acting: boolean;
  readonly unitName: string | null;
  readonly everywhere: boolean;
}

/** Why a person has which role on a day, one line per reason. */
export async function rolesOf(tx: ReadTx, personId: number, day: string): Promise<RoleReason[]> {
  return (await sql<RoleReason>`
    with seats as (
      select h.position_id, false as acting from organisation.holding h
        where h.person_id = ${personId} and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
      union all
      select a.position_id, true from organisation.acting a
        where a.person_id = ${personId} and a.kind <> 'representative' and a.ended_at is null and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)
    )
    select g.role, g.id as "grantId", case when g.person_id is not null then 'person' when g.position_id is not null then 'position' else 'kind' end as through,
      q.title_th as "positionTitle", coalesce(s.acting, false) as acting,
      (select n.th from organisation.unit_name n where n.unit_id = case when g.own_unit then q.unit_id else g.unit_id end and n.valid_from <= ${day}::date order by n.valid_from desc limit 1) as "unitName",
      not g.own_unit and g.unit_id is null as everywhere
    from organisation.role_grant g
    left join (seats s join organisation.position q on q.id = s.position_id) on q.id = g.position_id or q.kind = g.holders_of
    where g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date)
      and (g.person_id = ${personId} or q.id is not null)
    order by g.role, g.id`.execute(tx.db)).rows;
}

export interface GrantInput {
  readonly role: Exclude<Role, 'staff'>;
  readonly personId: number | null;
  readonly positionId: number | null;
  readonly holdersOf: PositionKind | null;
  readonly unitId: number | null;
  readonly ownUnit: boolean;
  readonly reason: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const noSelf = { th: 'ให้สิทธิแก่ตนเองไม่ได้ กรุณาให้ผู้ดูแลอีกท่านเป็นผู้ให้', en: 'You cannot give rights to yourself. Ask another administrator.' };

/** Gives a role. Nobody gives one to himself, neither by name nor through a seat that he holds. */
export async function grantRole(tx: Tx, grant: GrantInput): Promise<Result<number>> {
  if (tx.actor.kind === 'person') {
    const own = grant.personId === tx.actor.id || (grant.positionId !== null && tx.actor.principals.includes(grant.positionId));
    if (own) return fail('OWN_RIGHTS', noSelf, { fields: { who: noSelf } });
  }
  const row = await tx.db.insertInto('organisation.role_grant').values({
    role: grant.role, person_id: grant.personId, position_id: grant.positionId, holders_of: grant.holdersOf, unit_id: grant.unitId, own_unit: grant.ownUnit,
    reason: grant.reason, valid_from: grant.validFrom, valid_to: grant.validTo, granted_by: tx.actor.id,
  }).returning('id').executeTakeFirstOrThrow();
  return ok(row.id);
}

/** Takes a role back. The last person who is system administrator by name keeps it, or nobody could give it again. */
export async function revokeGrant(tx: Tx, id: number): Promise<Result<null>> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation.role_grant'))`.execute(tx.db);
  const state = await first(tx, sql<{ role: string; named: boolean; others: number }>`select g.role, g.person_id is not null as named,
      (select count(*)::int from organisation.role_grant o join organisation.person p on p.id = o.person_id and p.left_on is null
        where o.role = 'system-admin' and o.revoked_at is null and o.valid_to is null and o.id <> g.id) as others
    from organisation.role_grant g where g.id = ${id} and g.revoked_at is null`);
  if (!state) return notFound();
  if (state.role === 'system-admin' && state.named && state.others === 0) {
    return fail('LAST_ADMIN', { th: 'ต้องมีผู้ดูแลระบบเหลืออย่างน้อยหนึ่งคน กรุณาให้สิทธิผู้อื่นก่อน', en: 'At least one system administrator must remain. Give the role to somebody else first.' });
  }
  await tx.db.updateTable('organisation.role_grant').set({ revoked_at: new Date(), revoked_by: tx.actor.id }).where('id', '=', id).execute();
  return ok(null);
}

/** What an administrator changed in the declared table. */
export async function roleOverrides(tx: ReadTx): Promise<RoleOverride[]> {
  return (await tx.db.selectFrom('organisation.role_permission').select(['role', 'permission', 'allowed']).execute()) as RoleOverride[];
}

export async function setRolePermission(tx: Tx, change: RoleOverride & { reason: string }): Promise<void> {
  const row = { role: change.role, permission: change.permission, allowed: change.allowed, reason: change.reason, changed_by: tx.actor.id };
  await tx.db.insertInto('organisation.role_permission').values(row).onConflict((conflict) => conflict.columns(['role', 'permission']).doUpdateSet({ ...row, changed_at: new Date() })).execute();
}
