import type { RawBuilder } from 'kysely';
import { sql, type ReadTx } from '../../../platform/db/database.ts';
import type { Actor, Authority } from '../../../platform/access/actor.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { actingAuthority, ownAuthority, strongest, type ActingKind } from '../domain/acting.ts';
import { first } from './dated.ts';

interface Standing {
  positionTitle: string | null;
  holds: boolean;
  acting: { id: number; kind: ActingKind; validFrom: string }[];
}

/** What ties a person to a seat on a day. One statement. */
function standingOf(tx: ReadTx, personId: number, positionId: number, day: string): Promise<Standing | undefined> {
  return first(tx, sql<Standing>`select q.title_th as "positionTitle",
      exists (select from organisation.holding h where h.position_id = q.id and h.person_id = ${personId}
        and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)) as holds,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'validFrom', a.valid_from)), '[]') from organisation.acting a
        where a.position_id = q.id and a.person_id = ${personId} and a.ended_at is null
        and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)) as acting
    from organisation.position q join organisation.person p on p.id = ${personId} and (p.left_on is null or p.left_on >= ${day}::date)
    where q.id = ${positionId} and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)`);
}

const noAuthority = fail(
  'NO_AUTHORITY',
  { th: 'ในวันนั้นท่านไม่ได้ดำรงตำแหน่งนี้ และไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล', en: 'On that day you neither hold this position nor act for it under an order in force.' },
  { status: 403 },
);

/**
 * The authority on which a person may act in the name of a position on a day: the own seat, full acting powers, a
 * delegation, or (only with `forMeeting`) a seat in a meeting. Ask it when signing or deciding, keep what it answers
 * (design rule 11). Fails with NO_AUTHORITY.
 */
export async function authorityFor(tx: ReadTx, who: Actor | number, positionId: number, day: string, options: { forMeeting?: boolean } = {}): Promise<Result<Authority, 'NO_AUTHORITY'>> {
  const personId = typeof who === 'number' ? who : who.id;
  const found = personId > 0 ? await standingOf(tx, personId, positionId, day) : undefined;
  if (!found || found.positionTitle === null) return noAuthority;
  if (found.holds) return ok(ownAuthority(positionId, found.positionTitle));
  const record = strongest(found.acting.filter((acting) => options.forMeeting || acting.kind !== 'representative'));
  return record ? ok(actingAuthority({ ...record, positionId, positionTitle: found.positionTitle })) : noAuthority;
}

export interface Holder {
  readonly positionId: number;
  readonly personId: number;
  /** With title: `นางดวงหทัย รัตนโยธิน`. */
  readonly name: string;
  readonly authority: Authority;
}

interface HolderRow {
  positionId: number;
  personId: number;
  name: string;
  positionTitle: string;
  actingId: number | null;
  kind: ActingKind | null;
}

/**
 * Who answers for each position on a day: the one with full acting powers (because the holder is away), else the
 * holder, else a delegate. Positions for whom nobody answers are left out. One statement for a list.
 */
export async function holdersOf(tx: ReadTx, positionIds: readonly number[], day: string): Promise<Holder[]> {
  if (positionIds.length === 0) return [];
  const { rows } = await sql<HolderRow>`
    select distinct on (x.position_id) x.position_id as "positionId", p.id as "personId", p.title || p.given || ' ' || p.family as name,
      q.title_th as "positionTitle", x.acting_id as "actingId", x.kind
    from (
      select position_id, person_id, null::int as acting_id, null::text as kind, 2 as place, valid_from from organisation.holding
        where position_id = any(${positionIds}::int[]) and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
      union all
      select position_id, person_id, id, kind, case kind when 'rakkha' then 1 else 3 end, valid_from from organisation.acting
        where position_id = any(${positionIds}::int[]) and kind <> 'representative' and ended_at is null
        and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    ) x
    join organisation.person p on p.id = x.person_id and (p.left_on is null or p.left_on >= ${day}::date)
    join organisation.position q on q.id = x.position_id and (q.valid_to is null or q.valid_to >= ${day}::date)
    order by x.position_id, x.place, x.valid_from desc, x.acting_id desc`.execute(tx.db);
  return rows.map(({ positionTitle, actingId, kind, ...holder }) => ({
    ...holder,
    authority: actingId === null || kind === null ? ownAuthority(holder.positionId, positionTitle) : actingAuthority({ id: actingId, kind, positionId: holder.positionId, positionTitle }),
  }));
}

/** Who answers for one position on a day; undefined where the seat is empty and nobody acts for it. */
export async function positionHolder(tx: ReadTx, positionId: number, day: string): Promise<Holder | undefined> {
  return (await holdersOf(tx, [positionId], day))[0];
}

/** The seat of a unit's head on a day; none of a unit that is gone. */
export async function headPositionOf(tx: ReadTx, unitId: number, day: string): Promise<HeadSeat | undefined> {
  return headSeat(tx, sql`${unitId}::int`, day);
}

interface HeadSeat { readonly id: number; readonly title: string; readonly abbreviation: string }

async function headSeat(tx: ReadTx, unit: RawBuilder<unknown>, day: string): Promise<HeadSeat | undefined> {
  return first(tx, sql<HeadSeat>`select id, title_th as title, abbreviation from organisation.position
    where unit_id = ${unit} and head_of_unit and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)`);
}

/** Who heads a unit, or acts as its head, on a day; of a unit that another took over, who heads that one. */
export async function headOfUnit(tx: ReadTx, unitId: number, day: string): Promise<Holder | undefined> {
  const seat = await headSeat(tx, sql`organisation.answers_for(${unitId}, ${day}::date)`, day);
  return seat && positionHolder(tx, seat.id, day);
}

/** People who hold the role of records clerk in a unit (or in the one that took it over) on a day, whether by name, by seat or by kind of seat. */
export async function clerksOfUnit(tx: ReadTx, unitId: number, day: string): Promise<{ personId: number; name: string }[]> {
  return (await sql<{ personId: number; name: string }>`
    with here as (
      select path from organisation.unit_placement where unit_id = organisation.answers_for(${unitId}, ${day}::date) and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    ), seats as (
      select h.person_id, q.id, q.kind, q.unit_id from organisation.holding h join organisation.position q on q.id = h.position_id
        where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    )
    select distinct p.id as "personId", p.title || p.given || ' ' || p.family as name
    from organisation.role_grant g
    left join seats s on s.id = g.position_id or s.kind = g.holders_of
    join organisation.person p on p.id = coalesce(g.person_id, s.person_id)
    where g.role = 'clerk' and g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date)
      and case when g.own_unit then s.unit_id = any((select path from here)::int[]) else g.unit_id = any((select path from here)::int[]) end
      and (p.left_on is null or p.left_on >= ${day}::date)
    order by name`.execute(tx.db)).rows;
}
