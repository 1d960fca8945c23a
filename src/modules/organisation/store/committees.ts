import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { Committee } from '../domain/committees.ts';
import type { CommitteeRole } from '../domain/quorum.ts';
import { first } from './dated.ts';

const columns = sql.raw(`c.id, c.kind, c.name_th as "name", c.name_en as "nameEn", c.short_name as "shortName", c.order_number as "orderNumber", c.order_date as "orderDate",
  c.duties, c.duties_file_id as "dutiesFileId", c.secretariat_unit_id as "secretariatUnitId", c.valid_from as "validFrom", c.valid_to as "validTo",
  jsonb_build_object('kind', c.quorum_kind, 'a', c.quorum_a, 'b', c.quorum_b, 'needsChair', c.quorum_needs_chair, 'countsRepresentatives', c.quorum_counts_representatives) as quorum`);

export function committeeById(tx: ReadTx, id: number): Promise<Committee | undefined> {
  return first(tx, sql<Committee>`select ${columns} from organisation.committee c where c.id = ${id}`);
}

/** Committees in being on a day, the newest order first. */
export async function committeesOn(tx: ReadTx, day: string): Promise<Committee[]> {
  return (await sql<Committee>`select ${columns} from organisation.committee c where c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date)
    order by c.order_date desc, c.id desc`.execute(tx.db)).rows;
}

/** Every committee that ever was, with the number of its seats on a day and who keeps its papers. */
export async function listCommittees(tx: ReadTx, day: string): Promise<(Committee & { members: number; secretariat: string })[]> {
  return (await sql<Committee & { members: number; secretariat: string }>`select ${columns},
      (select count(*)::int from organisation.committee_member m where m.committee_id = c.id and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)) as members,
      (select coalesce(u.abbreviation, u.name_th) from organisation.units_on(${day}::date) u where u.id = c.secretariat_unit_id) as secretariat
    from organisation.committee c order by (c.valid_to is null or c.valid_to >= ${day}::date) desc, c.order_date desc, c.id desc`.execute(tx.db)).rows;
}

/** A seat of a committee with who fills it on a day. */
export interface CommitteeSeat {
  readonly memberId: number;
  readonly role: CommitteeRole;
  readonly sortOrder: number;
  /** The position that has the seat; null where a person is named. */
  readonly positionId: number | null;
  /** Title of that position, or the person's own. */
  readonly positionTitle: string;
  /** Who sits: the person named, or who holds the position; null where the position is vacant. */
  readonly personId: number | null;
  readonly name: string | null;
  readonly unitId: number | null;
  readonly unitAbbreviation: string | null;
  /** Acting heads and representatives of the seat on that day. */
  readonly standIns: readonly { actingId: number; kind: 'rakkha' | 'patibat' | 'representative'; personId: number; name: string; ownTitle: string }[];
  readonly orderNumber: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Seats of a committee on a day in their order. One statement. */
export async function membersOfCommittee(tx: ReadTx, committeeId: number, day: string): Promise<CommitteeSeat[]> {
  return (await sql<CommitteeSeat>`
    select m.id as "memberId", m.role, m.sort_order as "sortOrder", m.position_id as "positionId",
      coalesce(q.title_th, own.title_th, '') as "positionTitle", p.id as "personId", p.title || p.given || ' ' || p.family as name,
      coalesce(q.unit_id, own.unit_id) as "unitId", b.text as "unitAbbreviation", m.order_number as "orderNumber", m.valid_from as "validFrom", m.valid_to as "validTo",
      coalesce((select jsonb_agg(jsonb_build_object('actingId', a.id, 'kind', a.kind, 'personId', s.id, 'name', s.title || s.given || ' ' || s.family,
          'ownTitle', coalesce((select t.title_th from organisation.holding th join organisation.position t on t.id = th.position_id
            where th.person_id = s.id and th.main and th.valid_from <= ${day}::date and (th.valid_to is null or th.valid_to >= ${day}::date) limit 1), '')) order by a.id)
        from organisation.acting a join organisation.person s on s.id = a.person_id
        where a.position_id = m.position_id and a.ended_at is null and (a.committee_id is null or a.committee_id = m.committee_id)
          and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)), '[]') as "standIns"
    from organisation.committee_member m
    left join organisation.position q on q.id = m.position_id
    left join organisation.holding h on h.position_id = m.position_id and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    left join organisation.person p on p.id = coalesce(m.person_id, h.person_id)
    left join organisation.holding mh on m.person_id is not null and mh.person_id = m.person_id and mh.main and mh.valid_from <= ${day}::date and (mh.valid_to is null or mh.valid_to >= ${day}::date)
    left join organisation.position own on own.id = mh.position_id
    left join organisation.unit_abbreviation b on b.unit_id = coalesce(q.unit_id, own.unit_id) and b.kind = 'preferred' and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
    where m.committee_id = ${committeeId} and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
    order by m.sort_order, m.id`.execute(tx.db)).rows;
}

/** A committee that an order made, or whose members it changed. */
export interface OrderCommittee {
  readonly orderHref: string;
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly how: 'made' | 'changed';
}

/** Committees that the orders at these addresses made or changed. */
export async function committeesOfOrders(tx: ReadTx, hrefs: readonly string[]): Promise<OrderCommittee[]> {
  if (hrefs.length === 0) return [];
  const asked = [...hrefs];
  return (await sql<OrderCommittee>`
    select c.order_href as "orderHref", c.id, c.name_th as name, c.short_name as "shortName", 'made' as how from organisation.committee c where c.order_href = any(${asked}::text[])
    union select o.href, c.id, c.name_th, c.short_name, 'changed'
    from organisation.committee_member m cross join lateral unnest(array[m.order_href, m.end_order_href]) as o (href) join organisation.committee c on c.id = m.committee_id
    where (m.order_href = any(${asked}::text[]) or m.end_order_href = any(${asked}::text[])) and o.href = any(${asked}::text[]) and o.href is distinct from c.order_href
    order by id`.execute(tx.db)).rows;
}

/** People who sit in a committee on a day, each once: members and those who act for a seat. */
export async function committeeMembers(tx: ReadTx, committeeId: number, day: string): Promise<{ personId: number; name: string }[]> {
  const people = new Map<number, string>();
  for (const seat of await membersOfCommittee(tx, committeeId, day)) {
    if (seat.personId !== null && seat.name !== null) people.set(seat.personId, seat.name);
    for (const standIn of seat.standIns) people.set(standIn.personId, standIn.name);
  }
  return [...people].map(([personId, name]) => ({ personId, name }));
}

/** Committees in which a person sits on a day, by name, seat, acting or representation. */
export async function committeesOf(tx: ReadTx, personId: number, day: string): Promise<{ id: number; name: string; role: CommitteeRole }[]> {
  return (await sql<{ id: number; name: string; role: CommitteeRole }>`
    select distinct on (c.id) c.id, c.name_th as name, m.role from organisation.committee c
    join organisation.committee_member m on m.committee_id = c.id and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
    where c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date)
      and (m.person_id = ${personId}
        or exists (select from organisation.holding h where h.position_id = m.position_id and h.person_id = ${personId} and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date))
        or exists (select from organisation.acting a where a.position_id = m.position_id and a.person_id = ${personId} and a.ended_at is null
          and (a.committee_id is null or a.committee_id = c.id) and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)))
    order by c.id, m.sort_order`.execute(tx.db)).rows;
}

/** Where the orders of a committee stand: the one that made it, and those of its members' seats; null where they are only known by number. */
export async function ordersOfCommittee(tx: ReadTx, id: number): Promise<{ made: string | null; seats: { memberId: number; href: string }[] }> {
  const made = await first(tx, sql<{ href: string | null }>`select order_href as href from organisation.committee where id = ${id}`);
  const { rows } = await sql<{ memberId: number; href: string }>`select id as "memberId", order_href as href from organisation.committee_member where committee_id = ${id} and order_href is not null`.execute(tx.db);
  return { made: made?.href ?? null, seats: rows };
}

/** Committees that stand on an order of this number, however they were recorded. */
export async function committeesOfOrderNumber(tx: ReadTx, numbers: readonly string[]): Promise<(Committee & { readonly orderHref: string | null })[]> {
  return (await sql<Committee & { orderHref: string | null }>`select ${columns}, c.order_href as "orderHref" from organisation.committee c where c.order_number = any(${[...numbers]}::text[]) order by c.id`.execute(tx.db)).rows;
}

export interface CommitteeInput extends Omit<Committee, 'id' | 'dutiesFileId' | 'validTo'> {
  readonly dutiesFileId: number | null;
}

const columnsOf = (c: CommitteeInput) => ({
  kind: c.kind, name_th: c.name, name_en: c.nameEn, short_name: c.shortName, order_number: c.orderNumber, order_date: c.orderDate, duties: c.duties, duties_file_id: c.dutiesFileId,
  quorum_kind: c.quorum.kind, quorum_a: c.quorum.a, quorum_b: c.quorum.b, quorum_needs_chair: c.quorum.needsChair, quorum_counts_representatives: c.quorum.countsRepresentatives,
  secretariat_unit_id: c.secretariatUnitId, valid_from: c.validFrom,
});

/** Records a committee; `orderHref` is where its order stands, if it stands in the house. */
export async function addCommittee(tx: Tx, committee: CommitteeInput, orderHref: string | null = null): Promise<number> {
  return (await tx.db.insertInto('organisation.committee').values({ ...columnsOf(committee), order_href: orderHref }).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes a committee; the duties file stays where no new one is given. */
export async function editCommittee(tx: Tx, id: number, committee: CommitteeInput): Promise<Result<null>> {
  const { duties_file_id: file, ...rest } = columnsOf(committee);
  const done = await tx.db.updateTable('organisation.committee').set(file === null ? rest : { ...rest, duties_file_id: file }).where('id', '=', id).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

/** Dissolves a committee after a day. */
export async function endCommittee(tx: Tx, id: number, lastDay: string): Promise<Result<null>> {
  const done = await tx.db.updateTable('organisation.committee').set({ valid_to: lastDay }).where('id', '=', id).where('valid_to', 'is', null).where('valid_from', '<=', lastDay).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

/** Gives a person or a position a seat. */
export async function addMember(tx: Tx, committeeId: number, member: { personId: number | null; positionId: number | null; role: CommitteeRole; sortOrder: number; orderNumber: string; orderDate: string | null; orderHref?: string; validFrom: string }): Promise<Result<number>> {
  const taken = await first(tx, sql<{ same: boolean; chair: boolean }>`select
    coalesce(bool_or(person_id = ${member.personId}::int or position_id = ${member.positionId}::int), false) as same,
    coalesce(bool_or(role = 'chair'), false) as chair
    from organisation.committee_member where committee_id = ${committeeId} and (valid_to is null or valid_to >= ${member.validFrom}::date)`);
  const refuse = (field: string, th: string, en: string) => fail('MEMBER_REFUSED', { th, en }, { fields: { [field]: { th, en } } });
  if (taken?.same) return refuse('who', 'เป็นกรรมการชุดนี้อยู่แล้ว', 'Already a member of this committee.');
  if (taken?.chair && member.role === 'chair') return refuse('role', 'คณะนี้มีประธานอยู่แล้ว', 'This committee already has a chair.');
  const row = await tx.db.insertInto('organisation.committee_member').values({
    committee_id: committeeId, person_id: member.personId, position_id: member.positionId, role: member.role, sort_order: member.sortOrder,
    order_number: member.orderNumber, order_date: member.orderDate, order_href: member.orderHref ?? null, valid_from: member.validFrom,
  }).returning('id').executeTakeFirstOrThrow();
  return ok(row.id);
}

/** Changes role and place of a seat. */
export async function editMember(tx: Tx, committeeId: number, memberId: number, change: { role: CommitteeRole; sortOrder: number }): Promise<Result<null>> {
  if (change.role === 'chair') {
    const chair = await first(tx, sql<{ id: number }>`select id from organisation.committee_member where committee_id = ${committeeId} and role = 'chair' and valid_to is null and id <> ${memberId}`);
    const words = { th: 'คณะนี้มีประธานอยู่แล้ว', en: 'This committee already has a chair.' };
    if (chair) return fail('MEMBER_REFUSED', words, { fields: { role: words } });
  }
  const done = await tx.db.updateTable('organisation.committee_member').set({ role: change.role, sort_order: change.sortOrder }).where('id', '=', memberId).where('committee_id', '=', committeeId).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}

/** Ends a seat after a day, by an order of the house or without one; it stays as history. */
export async function endMember(tx: Tx, committeeId: number, memberId: number, lastDay: string, orderHref: string | null = null): Promise<Result<null>> {
  const done = await sql`update organisation.committee_member set valid_to = greatest(valid_from, ${lastDay}::date), end_order_href = ${orderHref} where id = ${memberId} and committee_id = ${committeeId} and valid_to is null`.execute(tx.db);
  return (done.numAffectedRows ?? 0n) > 0n ? ok(null) : notFound();
}
