// Whom minutes are sent to and who answers for them, asked of the organisation on a day.
import { sql } from 'kysely';
import type { Actor, Authority } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { authorityFor, headPositionOf, holdersOf } from '../../organisation/index.ts';
import type { AnswerRow } from '../store/circulations.ts';

/** A post that minutes can be sent to: the head of a unit. */
export interface HeadPost {
  readonly positionId: number;
  /** As printed after เรียน: "ผอ.ศสช.", the title where it has no abbreviation. */
  readonly label: string;
  readonly title: string;
  readonly unitId: number;
  /** Abbreviation of the unit, its name where it has none. */
  readonly unit: string;
}

interface HeadRow extends HeadPost { readonly place: number }

/**
 * Heads of the units directly under the department to which these units belong, each once, in the order of the first
 * of each; without the department's own head and without `exceptUnitId`. One statement.
 */
export async function headsOfUnits(tx: ReadTx, unitIds: readonly number[], exceptUnitId: number, day: string): Promise<HeadPost[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<HeadRow>`
    select distinct on (q.id) q.id as "positionId", coalesce(nullif(q.abbreviation, ''), q.title_th) as label, q.title_th as title,
      u.id as "unitId", coalesce(u.abbreviation, u.name_th) as unit, asked.place
    from unnest(${[...unitIds]}::int[]) with ordinality asked (unit_id, place)
    join organisation.units_on(${day}::date) own on own.id = asked.unit_id
    join organisation.units_on(${day}::date) u on u.id = case when cardinality(own.path) > 1 then own.path[2] else null end
    join organisation.position q on q.unit_id = u.id and q.head_of_unit and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
    where u.id <> ${exceptUnitId}
    order by q.id, asked.place`.execute(tx.db);
  return rows.toSorted((a, b) => Number(a.place) - Number(b.place));
}

/** The posts of these ids, in their order. */
export async function headPosts(tx: ReadTx, positionIds: readonly number[], day: string): Promise<HeadPost[]> {
  if (positionIds.length === 0) return [];
  const { rows } = await sql<HeadPost>`
    select q.id as "positionId", coalesce(nullif(q.abbreviation, ''), q.title_th) as label, q.title_th as title, q.unit_id as "unitId",
      coalesce(u.abbreviation, u.name_th, '') as unit
    from organisation.position q join organisation.units_on(${day}::date) u on u.id = q.unit_id
    where q.id = any(${[...positionIds]}::int[]) and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)`.execute(tx.db);
  return positionIds.flatMap((id) => rows.find((row) => row.positionId === id) ?? []);
}

/** Units of the members and participants: of those who came, of those invited where nobody was written down. */
export async function unitsOfMeeting(tx: ReadTx, meetingId: number): Promise<number[]> {
  const { rows } = await sql<{ unitId: number }>`
    select unit_id as "unitId" from (
      select a.unit_id, a.ordinal as place, 1 as round from meetings.attendance a where a.meeting_id = ${meetingId} and a.unit_id is not null
      union all select i.unit_id, i.ordinal, 2 from meetings.invitation i where i.meeting_id = ${meetingId} and i.unit_id is not null and i.withdrawn_at is null
    ) x order by round, place`.execute(tx.db);
  return [...new Set(rows.map((row) => row.unitId))];
}

/** Records clerks of units on a day: unit and person. One statement. */
export async function clerksOfUnits(tx: ReadTx, unitIds: readonly number[], day: string): Promise<{ unitId: number; personId: number }[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ unitId: number; personId: number }>`
    with seats as (
      select h.person_id, q.id, q.kind, q.unit_id from organisation.holding h join organisation.position q on q.id = h.position_id
      where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    )
    select distinct u.id as "unitId", coalesce(g.person_id, s.person_id) as "personId"
    from unnest(${[...unitIds]}::int[]) u (id) join organisation.role_grant g on g.role = 'clerk' and g.revoked_at is null
      and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date)
    left join seats s on s.id = g.position_id or s.kind = g.holders_of
    where coalesce(g.person_id, s.person_id) is not null and case when g.own_unit then s.unit_id = u.id else g.unit_id = u.id end`.execute(tx.db);
  return rows;
}

/** The post in whose name an answer is signed: the addressed post, or the head of the addressed unit. */
export async function answeringPost(tx: ReadTx, answer: Pick<AnswerRow, 'addresseePartyId' | 'unitId'>, day: string): Promise<{ id: number; title: string } | undefined> {
  const [own] = await headPosts(tx, [answer.addresseePartyId], day);
  if (own) return { id: own.positionId, title: own.title };
  const unitId = answer.unitId ?? answer.addresseePartyId;
  return headPositionOf(tx, unitId, day);
}

/** The authority on which the actor may answer, or undefined: holder or acting holder of the addressed post, or the addressed person. */
export async function authorityToAnswer(tx: ReadTx, actor: Actor, answer: Pick<AnswerRow, 'addresseePartyId' | 'unitId'>, day: string): Promise<{ authority: Authority; position: string } | undefined> {
  if (answer.addresseePartyId === actor.id) return { authority: { kind: 'own' }, position: actor.positionName ?? '' };
  const post = await answeringPost(tx, answer, day);
  if (!post) return undefined;
  const authority = await authorityFor(tx, actor.id, post.id, day);
  return authority && { authority, position: authority.words ?? post.title };
}

/** People who are told of what happens to answers: who holds or acts for the posts, and the clerks. */
export async function peopleBehind(tx: ReadTx, answers: readonly Pick<AnswerRow, 'addresseePartyId' | 'answerers'>[], day: string): Promise<number[]> {
  const parties = answers.flatMap((answer) => [answer.addresseePartyId, ...answer.answerers]);
  if (parties.length === 0) return [];
  const holders = await holdersOf(tx, parties, day);
  const { rows } = await sql<{ id: number }>`select id from organisation.person where id = any(${parties}::int[]) and (left_on is null or left_on >= ${day}::date)`.execute(tx.db);
  return [...new Set([...holders.map((one) => one.personId), ...rows.map((row) => row.id)])];
}

/** People of the secretariat who are told: the writers of the minutes and the head of the unit. */
export async function secretariatPeople(tx: ReadTx, minutes: { drafterId: number | null; checkerId: number | null; ownerUnitId: number }, day: string): Promise<number[]> {
  const head = await headPositionOf(tx, minutes.ownerUnitId, day);
  const holders = head ? await holdersOf(tx, [head.id], day) : [];
  return [...new Set([minutes.drafterId, minutes.checkerId, ...holders.map((one) => one.personId)].filter((id): id is number => id !== null))];
}
