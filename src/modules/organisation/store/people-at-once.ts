/** How people and their seats are written: one or thousands, one statement. Screens and imports both end here. */
import { sql, type Tx } from '../../../platform/db/database.ts';
import type { PersonInput } from '../domain/people.ts';
import { holdersChanged } from '../holder-change.ts';
import { partyIds } from './parties.ts';

/** A person in a seat from a day on. */
export interface Holding {
  readonly personId: number;
  readonly positionId: number;
  readonly main: boolean;
  readonly from: string;
  readonly orderNumber: string;
  readonly orderDate: string | null;
}

const personColumns = sql.raw('id int, title text, given text, family text, "givenEn" text, "familyEn" text, email text, phone text');

/** Writes new people; their ids in the same order. A taken e-mail address throws 23505. */
export async function addPeople(tx: Tx, people: readonly PersonInput[]): Promise<number[]> {
  const ids = await partyIds(tx, people.length);
  await sql`insert into organisation.person (id, title, given, family, given_en, family_en, email, phone)
    select id, title, given, family, "givenEn", "familyEn", email, phone
    from jsonb_to_recordset(${JSON.stringify(people.map((person, at) => ({ ...person, id: ids[at] })))}::jsonb) as r(${personColumns})`.execute(tx.db);
  return ids;
}

/** Writes what is known of people; number found. */
export async function editPeople(tx: Tx, people: readonly (PersonInput & { readonly id: number })[]): Promise<number> {
  const done = await sql`update organisation.person p set title = r.title, given = r.given, family = r.family, given_en = "givenEn", family_en = "familyEn",
      email = r.email, phone = r.phone, changed_at = clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r(${personColumns}) where p.id = r.id`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}

/**
 * Puts people into seats; ids of the holdings in the same order. A main seat ends the main seat before it, for all of
 * them before anybody sits down, so that people may change places. A seat that is still held throws 23P01.
 */
export async function putIntoSeats(tx: Tx, holdings: readonly Holding[]): Promise<number[]> {
  const given = JSON.stringify(holdings.map((one, at) => ({ ...one, at })));
  const columns = sql.raw('at int, "personId" int, "positionId" int, main boolean, "from" date, "orderNumber" text, "orderDate" date');
  await sql`update organisation.holding h set valid_to = r."from" - 1
    from jsonb_to_recordset(${given}::jsonb) as r(${columns})
    where r.main and h.main and h.person_id = r."personId" and h.valid_from < r."from" and (h.valid_to is null or h.valid_to >= r."from")`.execute(tx.db);
  const { rows } = await sql<{ id: number }>`insert into organisation.holding (person_id, position_id, main, valid_from, order_number, order_date)
    select "personId", "positionId", main, "from", "orderNumber", "orderDate" from jsonb_to_recordset(${given}::jsonb) as r(${columns}) order by at
    returning id`.execute(tx.db);
  await holdersChanged(tx);
  return rows.map((row) => row.id);
}
