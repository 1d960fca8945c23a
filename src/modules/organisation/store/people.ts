import { sql, type ReadTx } from '../../../platform/db/database.ts';
import type { Person } from '../domain/people.ts';
import { first } from './dated.ts';

/** `นางสาวมณิตา สกุลธรรม`: title and given name are written together. */
export function personLabel(person: Pick<Person, 'title' | 'given' | 'family'>): string {
  return `${person.title}${person.given} ${person.family}`.trim();
}

const personColumns = sql.raw(`p.id, p.title, p.given, p.family, p.given_en as "givenEn", p.family_en as "familyEn", p.email, p.phone,
  p.left_on as "leftOn", p.left_reason as "leftReason"`);

export function personById(tx: ReadTx, id: number): Promise<Person | undefined> {
  return first(tx, sql<Person>`select ${personColumns} from organisation.person p where p.id = ${id}`);
}

/** Name with title; undefined where there is no such person for this actor. */
export async function personName(tx: ReadTx, id: number): Promise<string | undefined> {
  const person = await personById(tx, id);
  return person && personLabel(person);
}

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly given: string;
  readonly family: string;
  readonly positionTitle: string | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly unitAbbreviation: string | null;
  readonly phone: string | null;
  readonly leftOn: string | null;
}

export interface PeopleFilter {
  readonly words?: string;
  /** In this unit and below. */
  readonly unitId?: number;
  readonly who?: 'in-service' | 'left' | 'all';
  /** Key of the last row of the page before: given name, family name, id. */
  readonly after?: { readonly given: string; readonly family: string; readonly id: number };
  readonly limit: number;
}

/** People in the order of their given names, with the main position of the day. Paged by key. One statement. */
export async function listPeople(tx: ReadTx, day: string, filter: PeopleFilter): Promise<PersonRow[]> {
  const like = `%${(filter.words ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const who = filter.who ?? 'in-service';
  return (await sql<PersonRow>`
    select p.id, p.title || p.given || ' ' || p.family as name, p.given, p.family, q.title_th as "positionTitle", q.unit_id as "unitId",
      n.th as "unitName", b.text as "unitAbbreviation", p.phone, p.left_on as "leftOn"
    from organisation.person p
    left join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    left join organisation.position q on q.id = h.position_id
    left join organisation.unit_name n on n.unit_id = q.unit_id and n.valid_from <= ${day}::date and (n.valid_to is null or n.valid_to >= ${day}::date)
    left join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
    where (${like} = '%%' or p.given || ' ' || p.family ilike ${like} or p.given_en || ' ' || p.family_en ilike ${like} or q.title_th ilike ${like} or b.text ilike ${like})
      and (${filter.unitId ?? null}::int is null or exists (select from organisation.unit_placement l where l.unit_id = q.unit_id
        and l.path @> array[${filter.unitId ?? null}::int] and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to >= ${day}::date)))
      and case ${who}::text when 'in-service' then p.left_on is null or p.left_on >= ${day}::date when 'left' then p.left_on < ${day}::date else true end
      and (${filter.after?.id ?? null}::int is null
        or (p.given collate "th-x-icu", p.family collate "th-x-icu", p.id) > (${filter.after?.given ?? ''}::text collate "th-x-icu", ${filter.after?.family ?? ''}::text collate "th-x-icu", ${filter.after?.id ?? 0}::int))
    order by p.given collate "th-x-icu", p.family collate "th-x-icu", p.id limit ${filter.limit}`.execute(tx.db)).rows;
}

/** How many people a filter finds. */
export async function countPeople(tx: ReadTx, day: string): Promise<{ inService: number; left: number }> {
  const row = await first(tx, sql<{ inService: number; left: number }>`select
    count(*) filter (where left_on is null or left_on >= ${day}::date)::int as "inService", count(*) filter (where left_on < ${day}::date)::int as "left" from organisation.person`);
  return row ?? { inService: 0, left: 0 };
}

/** People whose main or other seat is in the unit itself on a day, the head first. */
export async function peopleOf(tx: ReadTx, unitId: number, day: string): Promise<{ id: number; name: string; positionId: number; positionTitle: string; head: boolean; phone: string | null }[]> {
  return (await sql<{ id: number; name: string; positionId: number; positionTitle: string; head: boolean; phone: string | null }>`
    select p.id, p.title || p.given || ' ' || p.family as name, q.id as "positionId", q.title_th as "positionTitle", q.head_of_unit as head, p.phone
    from organisation.position q
    join organisation.holding h on h.position_id = q.id and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    join organisation.person p on p.id = h.person_id
    where q.unit_id = ${unitId} and q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
    order by q.head_of_unit desc, q.rank, p.given collate "th-x-icu", p.id`.execute(tx.db)).rows;
}

/** Everybody in service on a day, as choices of a form. */
export async function peopleChoices(tx: ReadTx, day: string): Promise<{ id: number; name: string; positionTitle: string | null; unitAbbreviation: string | null }[]> {
  return listPeople(tx, day, { limit: 10_000 });
}

export interface HoldingRow {
  readonly id: number;
  readonly positionId: number;
  readonly positionTitle: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly main: boolean;
  readonly orderNumber: string;
  readonly orderDate: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every seat that a person holds or held, the newest first. */
export async function holdingsOf(tx: ReadTx, personId: number): Promise<HoldingRow[]> {
  return (await sql<HoldingRow>`select h.id, h.position_id as "positionId", q.title_th as "positionTitle", q.unit_id as "unitId",
      (select n.th from organisation.unit_name n where n.unit_id = q.unit_id and n.valid_from <= coalesce(h.valid_to, 'infinity') order by n.valid_from desc limit 1) as "unitName",
      h.main, h.order_number as "orderNumber", h.order_date as "orderDate", h.valid_from as "validFrom", h.valid_to as "validTo"
    from organisation.holding h join organisation.position q on q.id = h.position_id
    where h.person_id = ${personId} order by h.valid_from desc, h.main desc, h.id desc`.execute(tx.db)).rows;
}
