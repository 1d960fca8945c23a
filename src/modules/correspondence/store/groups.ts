import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { RecipientKind } from '../domain/kinds.ts';
import type { Recipient } from '../domain/letter.ts';

export interface Group {
  readonly id: number;
  readonly unitId: number;
  readonly name: string;
  readonly active: boolean;
  readonly members: number;
}

/** Saved groups of these units, by name. */
export async function groupsOf(tx: ReadTx, unitIds: readonly number[], onlyActive = true): Promise<Group[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<Group>`
    select g.id, g.owner_unit_id as "unitId", g.name, g.active, (select count(*)::int from correspondence.recipient_group_member m where m.group_id = g.id) as members
    from correspondence.recipient_group g
    where g.owner_unit_id = any(${[...unitIds]}::int[]) and (g.active or not ${onlyActive})
    order by g.active desc, g.name collate "th-x-icu"`.execute(tx.db);
  return rows;
}

export async function findGroup(tx: ReadTx, id: number): Promise<Group | undefined> {
  const { rows } = await sql<Group>`
    select g.id, g.owner_unit_id as "unitId", g.name, g.active, (select count(*)::int from correspondence.recipient_group_member m where m.group_id = g.id) as members
    from correspondence.recipient_group g where g.id = ${id}`.execute(tx.db);
  return rows[0];
}

export async function groupMembers(tx: ReadTx, groupId: number): Promise<Recipient[]> {
  const rows = await tx.db
    .selectFrom('correspondence.recipient_group_member')
    .select(['party_id as id', 'party_kind as kind', 'label'])
    .where('group_id', '=', groupId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as RecipientKind }));
}

/** Id of a new, empty group; undefined when the unit has one of that name. */
export async function addGroup(tx: Tx, unitId: number, name: string, at: Date): Promise<number | undefined> {
  const row = await tx.db
    .insertInto('correspondence.recipient_group')
    .values({ owner_unit_id: unitId, name, changed_at: at })
    .onConflict((conflict) => conflict.columns(['owner_unit_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Renames a group and says whether it can still be chosen. False when another group of the unit has that name. */
export async function changeGroup(tx: Tx, group: Group, name: string, active: boolean, at: Date): Promise<boolean> {
  const done = await sql`
    update correspondence.recipient_group g set name = ${name}, active = ${active}, changed_at = ${at}
    where g.id = ${group.id} and not exists (select from correspondence.recipient_group o where o.owner_unit_id = g.owner_unit_id and o.name = ${name} and o.id <> g.id)`.execute(tx.db);
  return (done.numAffectedRows ?? 0n) === 1n;
}

/** Members as a whole, in the order given. Letters already sent keep their own recipients. */
export async function setGroupMembers(tx: Tx, groupId: number, members: readonly Recipient[]): Promise<void> {
  await tx.db.deleteFrom('correspondence.recipient_group_member').where('group_id', '=', groupId).execute();
  if (members.length === 0) return;
  await sql`insert into correspondence.recipient_group_member (group_id, party_id, party_kind, label, ordinal)
    select ${groupId}::bigint, m.id, m.kind, m.label, m.ordinal
    from unnest(${members.map((m) => m.id)}::int[], ${members.map((m) => m.kind)}::text[], ${members.map((m) => m.label)}::text[]) with ordinality as m (id, kind, label, ordinal)`.execute(tx.db);
}
