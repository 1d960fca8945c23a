/** What the house knows of units, seats, people, committees and days, whole, for judging and writing tables. One statement each. */
import { sql, type ReadTx } from '../../../platform/db/database.ts';
import { first } from '../store/dated.ts';
import type { PersonRecord, SeatRecord, UnitRecord } from '../domain/tables/books.ts';
import type { DayRecord } from '../domain/tables/calendar.ts';
import type { CommitteeRecord, MemberRecord } from '../domain/tables/committees.ts';

export async function unitRecords(tx: ReadTx): Promise<UnitRecord[]> {
  return (await sql<UnitRecord>`
    with names as (select unit_id, jsonb_agg(jsonb_build_object('th', th, 'en', en, 'from', valid_from, 'to', valid_to) order by valid_from desc) as list from organisation.unit_name group by 1),
      abbreviations as (select unit_id, jsonb_agg(jsonb_build_object('id', id, 'text', text, 'kind', kind, 'from', valid_from, 'to', valid_to) order by valid_from desc) as list from organisation.unit_abbreviation group by 1),
      codes as (select unit_id, jsonb_agg(jsonb_build_object('code', letters || ' ' || digits, 'from', valid_from, 'to', valid_to) order by valid_from desc) as list from organisation.unit_code group by 1),
      placements as (select unit_id, jsonb_agg(jsonb_build_object('parentId', parent_id, 'from', valid_from, 'to', valid_to) order by valid_from desc) as list from organisation.unit_placement group by 1)
    select u.id, u.kind, u.sort_order as "sortOrder", u.phone, u.opened_on as "openedOn", u.closed_on as "closedOn",
      coalesce(n.list, '[]') as names, coalesce(b.list, '[]') as abbreviations, coalesce(c.list, '[]') as codes, coalesce(p.list, '[]') as placements
    from organisation.unit u left join names n on n.unit_id = u.id left join abbreviations b on b.unit_id = u.id left join codes c on c.unit_id = u.id left join placements p on p.unit_id = u.id
    order by u.id`.execute(tx.db)).rows;
}

/** Seats with all who held, hold or will hold them: a day that lies back is judged as well. */
export async function seatRecords(tx: ReadTx): Promise<SeatRecord[]> {
  return (await sql<SeatRecord>`
    with held as (
      select h.position_id, jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.title || p.given || ' ' || p.family, 'from', h.valid_from, 'to', h.valid_to)) as list
      from organisation.holding h join organisation.person p on p.id = h.person_id group by 1)
    select q.id, q.unit_id as "unitId", q.title_th as title, q.title_en as "titleEn", q.abbreviation, q.kind, q.level, q.seat_number as "seatNumber", q.head_of_unit as head, q.rank,
      q.valid_from as "validFrom", q.valid_to as "validTo", coalesce(held.list, '[]') as holders
    from organisation.position q left join held on held.position_id = q.id order by q.id`.execute(tx.db)).rows;
}

/** Everybody who is or was here, with all their main seats. */
export async function personRecords(tx: ReadTx): Promise<PersonRecord[]> {
  return (await sql<PersonRecord>`
    with held as (
      select person_id, jsonb_agg(jsonb_build_object('positionId', position_id, 'from', valid_from, 'to', valid_to, 'orderNumber', order_number, 'orderDate', order_date) order by valid_from desc) as list
      from organisation.holding where main group by 1)
    select p.id, p.title, p.given, p.family, p.given_en as "givenEn", p.family_en as "familyEn", p.email, p.phone, p.left_on as "leftOn", p.left_reason as "leftReason",
      coalesce(held.list, '[]') as seats
    from organisation.person p left join held on held.person_id = p.id
    order by p.given collate "th-x-icu", p.family collate "th-x-icu", p.id`.execute(tx.db)).rows;
}

export async function committeeRecords(tx: ReadTx): Promise<{ committees: CommitteeRecord[]; members: MemberRecord[] }> {
  const row = await first(tx, sql<{ committees: CommitteeRecord[]; members: MemberRecord[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'name', name_th, 'nameEn', name_en, 'shortName', short_name, 'orderNumber', order_number, 'orderDate', order_date, 'duties', duties,
        'quorum', jsonb_build_object('kind', quorum_kind, 'a', quorum_a, 'b', quorum_b, 'needsChair', quorum_needs_chair, 'countsRepresentatives', quorum_counts_representatives),
        'secretariatUnitId', secretariat_unit_id, 'validFrom', valid_from, 'validTo', valid_to) order by order_date desc, id desc), '[]') from organisation.committee) as committees,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'committeeId', committee_id, 'personId', person_id, 'positionId', position_id, 'role', role, 'sortOrder', sort_order,
        'orderNumber', order_number, 'orderDate', order_date, 'validFrom', valid_from, 'validTo', valid_to) order by committee_id, sort_order, id), '[]') from organisation.committee_member) as members`);
  return row ?? { committees: [], members: [] };
}

/** Days of the calendar, withdrawn ones too: a file may still name them. */
export async function dayRecords(tx: ReadTx): Promise<DayRecord[]> {
  return (await sql<DayRecord>`select id, day, kind, name_th as name, source, announced_on as "announcedOn", uncertain, unit_id as "unitId", withdrawn_at is not null as withdrawn
    from organisation.office_day order by day, id`.execute(tx.db)).rows;
}
