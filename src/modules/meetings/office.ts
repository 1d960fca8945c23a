// What meetings ask of the organisation, in the words of meetings: committees, their seats, people and units as written.
import { sql } from 'kysely';
import type { Authority } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { unitById, unitsActiveOn } from '../organisation/index.ts';

export type CommitteeKind = 'committee' | 'subcommittee' | 'working-group';
export type SeatRole = 'chair' | 'vice-chair' | 'member' | 'secretary' | 'assistant-secretary';

export interface Committee {
  readonly id: number;
  readonly name: string;
  readonly kind: CommitteeKind;
  readonly orderNumber: string;
  readonly secretariatUnitId: number;
  readonly quorum: { readonly kind: 'majority' | 'fraction' | 'number'; readonly a: number; readonly b: number; readonly needsChair: boolean; readonly countsRepresentatives: boolean };
}

const committeeColumns = sql.raw(`c.id, c.name_th as name, c.kind, c.order_number as "orderNumber", c.secretariat_unit_id as "secretariatUnitId",
  jsonb_build_object('kind', c.quorum_kind, 'a', c.quorum_a, 'b', c.quorum_b, 'needsChair', c.quorum_needs_chair, 'countsRepresentatives', c.quorum_counts_representatives) as quorum`);

/** Committees that exist on a day `YYYY-MM-DD`. */
export async function committeesOn(tx: ReadTx, day: string): Promise<Committee[]> {
  return (await sql<Committee>`select ${committeeColumns} from organisation.committee c
    where c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date) order by c.name_th collate "th-x-icu", c.id`.execute(tx.db)).rows;
}

export async function committeeById(tx: ReadTx, id: number): Promise<Committee | undefined> {
  return (await sql<Committee>`select ${committeeColumns} from organisation.committee c where c.id = ${id}`.execute(tx.db)).rows[0];
}

/** A seat of a committee and who sits on it on a day: the person named, the holder of the post, or who acts for the holder. */
export interface Seat {
  /** Party id of the seat: the post, or the person where the seat is personal. */
  readonly partyId: number;
  readonly positionId: number | null;
  readonly personId: number | null;
  /** Name with title; empty where the post is vacant. */
  readonly name: string;
  /** Post of the seat; the person's own post where the seat is personal. */
  readonly position: string;
  /** Own post of the one who sits, where it differs. */
  readonly ownPosition: string;
  readonly unitId: number | null;
  readonly unit: string;
  readonly role: SeatRole;
  readonly acting: { readonly id: number; readonly kind: 'rakkha' | 'patibat' } | null;
}

/** Seats of a committee on a day, in their order. One statement. */
export async function seatsOn(tx: ReadTx, committeeId: number, day: string): Promise<Seat[]> {
  const on = (alias: string) => sql.raw(`${alias}.valid_from <= day.d and (${alias}.valid_to is null or ${alias}.valid_to >= day.d)`);
  const { rows } = await sql<Seat>`
    with day as (select ${day}::date as d)
    select coalesce(m.position_id, m.person_id) as "partyId", m.position_id as "positionId", p.id as "personId",
      coalesce(p.title || p.given || ' ' || p.family, '') as name, coalesce(seat.title_th, own.title_th, '') as position, coalesce(own.title_th, '') as "ownPosition",
      coalesce(seat.unit_id, own.unit_id) as "unitId", coalesce(u.abbreviation, u.name_th, '') as unit, m.role,
      case when a.id is null then null else jsonb_build_object('id', a.id, 'kind', a.kind) end as acting
    from organisation.committee_member m cross join day
    left join organisation.position seat on seat.id = m.position_id
    left join lateral (select a.id, a.kind, a.person_id from organisation.acting a where a.position_id = m.position_id and a.kind in ('rakkha', 'patibat')
      and a.ended_at is null and ${on('a')} order by a.kind desc, a.valid_from desc limit 1) a on true
    left join lateral (select h.person_id from organisation.holding h where h.position_id = m.position_id and ${on('h')} limit 1) h on true
    left join organisation.person p on p.id = coalesce(m.person_id, a.person_id, h.person_id)
    left join lateral (select q.title_th, q.unit_id from organisation.holding x join organisation.position q on q.id = x.position_id
      where x.person_id = p.id and x.main and ${on('x')} limit 1) own on true
    left join lateral (select o.abbreviation, o.name_th from organisation.units_on(day.d) o where o.id = coalesce(seat.unit_id, own.unit_id)) u on true
    where m.committee_id = ${committeeId} and ${on('m')} order by m.sort_order, m.id`.execute(tx.db);
  return rows;
}

const roleWords: Readonly<Record<CommitteeKind, Readonly<Record<SeatRole, string>>>> = {
  committee: { chair: 'ประธานกรรมการ', 'vice-chair': 'รองประธานกรรมการ', member: 'กรรมการ', secretary: 'กรรมการและเลขานุการ', 'assistant-secretary': 'กรรมการและผู้ช่วยเลขานุการ' },
  subcommittee: { chair: 'ประธานอนุกรรมการ', 'vice-chair': 'รองประธานอนุกรรมการ', member: 'อนุกรรมการ', secretary: 'อนุกรรมการและเลขานุการ', 'assistant-secretary': 'อนุกรรมการและผู้ช่วยเลขานุการ' },
  'working-group': { chair: 'ประธานคณะทำงาน', 'vice-chair': 'รองประธานคณะทำงาน', member: 'คณะทำงาน', secretary: 'คณะทำงานและเลขานุการ', 'assistant-secretary': 'คณะทำงานและผู้ช่วยเลขานุการ' },
};

/** The role as printed on the attendance list. */
export function printedRole(kind: CommitteeKind, role: SeatRole): string {
  return roleWords[kind][role];
}

export interface PersonFound {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly unitId: number | null;
  readonly unit: string;
}

/** People in service on a day by words of their name; by ids when given. At most `limit`. */
export async function findPeople(tx: ReadTx, day: string, by: { words: string } | { ids: readonly number[] }, limit = 20): Promise<PersonFound[]> {
  const like = 'words' in by ? `%${by.words.trim().replaceAll(/[\\%_]/gu, '\\$&').replaceAll(/\s+/gu, '%')}%` : '%';
  const ids = 'ids' in by ? [...by.ids] : null;
  const { rows } = await sql<PersonFound>`
    select p.id, p.title || p.given || ' ' || p.family as name, coalesce(q.title_th, '') as position, q.unit_id as "unitId", coalesce(u.abbreviation, u.name_th, '') as unit
    from organisation.person p
    left join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    left join organisation.position q on q.id = h.position_id
    left join lateral (select o.abbreviation, o.name_th from organisation.units_on(${day}::date) o where o.id = q.unit_id) u on true
    where (p.left_on is null or p.left_on >= ${day}::date) and (${ids}::int[] is null or p.id = any(${ids}::int[]))
      and (p.title || p.given || ' ' || p.family) ilike ${like}
    order by p.given collate "th-x-icu", p.family collate "th-x-icu", p.id limit ${limit}`.execute(tx.db);
  return rows;
}

/** A unit as listed: id, name, abbreviation (the name where it has none). */
export interface UnitFound {
  readonly id: number;
  readonly name: string;
  readonly abbreviation: string;
}

export async function unitsOn(tx: ReadTx, day: string): Promise<UnitFound[]> {
  return (await unitsActiveOn(tx, day)).map((unit) => ({ id: unit.id, name: unit.name, abbreviation: unit.abbreviation || unit.name }));
}

export async function unitOn(tx: ReadTx, id: number, day: string): Promise<UnitFound | undefined> {
  const unit = await unitById(tx, id, day);
  return unit && { id: unit.id, name: unit.name, abbreviation: unit.abbreviation || unit.name };
}

/** Party ids of units and posts as written ("สลก.", "ผอ.กพร.", "กองคลัง"), also by older abbreviations. One statement. */
export async function partiesAsWritten(tx: ReadTx, texts: readonly string[], day: string): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ text: string; id: number }>`
    select distinct on (t.text) t.text, x.id from unnest(${wanted}::text[]) t (text) join (
      select b.text, b.unit_id as id, array_position(array['preferred', 'variant', 'misprint'], b.kind) as place from organisation.unit_abbreviation b
        where b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
      union all select n.th, n.unit_id, 1 from organisation.unit_name n where n.valid_from <= ${day}::date and (n.valid_to is null or n.valid_to >= ${day}::date)
      union all select q.abbreviation, q.id, 4 from organisation.position q where q.abbreviation <> '' and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
      union all select q.title_th, q.id, 5 from organisation.position q where q.head_of_unit and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
      union all select p.title || p.given || ' ' || p.family, p.id, 6 from organisation.person p where p.left_on is null or p.left_on >= ${day}::date
    ) x on x.text = t.text order by t.text, x.place, x.id`.execute(tx.db);
  return new Map(rows.map((row) => [row.text, row.id]));
}

/** A post that a person can sign in on a day: own or acted for. */
export interface Standing {
  readonly positionId: number;
  readonly position: string;
  readonly name: string;
  readonly unitId: number;
  readonly authority: Authority;
}

/** Posts that the person holds or acts for on a day, own ones first. */
export async function standingsOf(tx: ReadTx, personId: number, day: string): Promise<Standing[]> {
  const { rows } = await sql<{ positionId: number; position: string; name: string; unitId: number; actingId: number | null; kind: 'rakkha' | 'patibat' | null }>`
    select q.id as "positionId", q.title_th as position, p.title || p.given || ' ' || p.family as name, q.unit_id as "unitId", x.acting_id as "actingId", x.kind
    from (select position_id, null::int as acting_id, null::text as kind, main from organisation.holding
        where person_id = ${personId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
      union all select position_id, id, kind, false from organisation.acting where person_id = ${personId} and kind in ('rakkha', 'patibat') and ended_at is null
        and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)) x
    join organisation.position q on q.id = x.position_id join organisation.person p on p.id = ${personId}
    where q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
    order by x.acting_id nulls first, x.main desc, q.rank, q.id`.execute(tx.db);
  return rows.map(({ actingId, kind, ...row }) => ({
    ...row,
    authority: actingId === null
      ? { kind: 'own', positionId: row.positionId, words: row.position }
      : { kind: kind === 'patibat' ? 'delegated' : 'acting', positionId: row.positionId, actingId, words: `${kind === 'patibat' ? 'ปฏิบัติราชการแทน' : 'รักษาราชการแทน'}${row.position}` },
  }));
}
