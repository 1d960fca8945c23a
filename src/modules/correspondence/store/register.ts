import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import { referencePattern } from '../domain/find-reference.ts';
import { books } from '../domain/kinds.ts';
import type { Book } from '../domain/kinds.ts';
import { anywhere, only } from './only.ts';

/** One row of the register: the columns of form 14, and what a screen needs besides. */
export interface RegisterRow {
  readonly id: number;
  readonly book: Book;
  /** เลขทะเบียนส่ง */
  readonly number: number;
  /** ที่, in Arabic digits. */
  readonly reference: string;
  /** ลงวันที่, `YYYY-MM-DD`. */
  readonly letterDate: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly circular: boolean;
  readonly state: 'valid' | 'void' | 'reserved';
  readonly voidReason: string | null;
  readonly href: string | null;
  readonly registeredAt: Date;
  /** Why and until when the number is kept for a letter to come. */
  readonly reserveReason: string | null;
  readonly reservedUntil: Date | null;
  /** Why the row bears a day before the one on which it was made. */
  readonly backDateReason: string | null;
  /** From an older register that was brought in. */
  readonly carriedOver: boolean;
  /** Reference of the letter that replaced this one. */
  readonly replacedBy: string | null;
}

export interface RegisterFilter {
  readonly unitId: number;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly book?: Book | undefined;
  readonly state?: 'valid' | 'void' | 'reserved' | undefined;
  readonly words?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Id of the last row shown; rows go from the newest registration back. */
  readonly before?: number | undefined;
  /** Up to this row and with it: where a jump to a number or a day lands. */
  readonly at?: number | undefined;
  /** The end of the register: its oldest rows, in the same order. */
  readonly fromEnd?: boolean | undefined;
  readonly limit: number;
}

/** Where a jump goes: to a number, or to the last row that was registered on or before a day (`YYYY-MM-DD`). */
export type RegisterPlace = { readonly number: number } | { readonly day: string };

/** Rows of a unit's register in a calendar year, the last registered first. Only for people of the unit. */
export async function registerRows(tx: ReadTx, filter: RegisterFilter): Promise<RegisterRow[]> {
  const words = anywhere(filter.words);
  const way = filter.fromEnd ? sql`asc` : sql`desc`;
  // The page is cut first: what replaced a letter is asked for its rows alone.
  const { rows } = await sql<RegisterRow>`
    select e.id, e.book, e.number, e.reference, e.letter_date as "letterDate", e.from_text as "from", e.to_text as "to", e.subject,
      e.action_text as action, e.remark, e.circular, e.state, e.void_reason as "voidReason", e.href, e.registered_at as "registeredAt",
      e.reserve_reason as "reserveReason", e.reserved_until as "reservedUntil", e.back_date_reason as "backDateReason", e.carried_over as "carriedOver",
      n.reference as "replacedBy"
    from (
      select e.* from correspondence.register_entry e
      where e.owner_unit_id = ${filter.unitId} and e.year = ${filter.year}
        and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
        ${only(filter.book, (book) => sql`e.book = ${book}`)} ${only(filter.state, (state) => sql`e.state = ${state}`)}
        ${only(filter.from, (day) => sql`e.letter_date >= ${day}::date`)} ${only(filter.to, (day) => sql`e.letter_date <= ${day}::date`)}
        ${only(words, (text) => sql`(e.subject ilike ${text} or e.reference like ${referencePattern(filter.words ?? '')} or e.to_text ilike ${text})`)}
        ${only(filter.before, (id) => sql`(e.registered_at, e.id) < (select b.registered_at, b.id from correspondence.register_entry b where b.id = ${id}::bigint)`)}
        ${only(filter.at, (id) => sql`(e.registered_at, e.id) <= (select b.registered_at, b.id from correspondence.register_entry b where b.id = ${id}::bigint)`)}
      order by e.registered_at ${way}, e.id ${way} limit ${filter.limit}
    ) e
    left join lateral (
      select n.reference from correspondence.letter l join correspondence.letter n on n.id = l.replaced_by_letter_id where l.register_entry_id = e.id offset 0
    ) n on true
    order by e.registered_at desc, e.id desc`.execute(tx.db);
  return rows;
}

/** The row that a jump lands on: of a number the newest where several books have it. Only for people of the unit. */
export async function registerRowAt(tx: ReadTx, filter: Pick<RegisterFilter, 'unitId' | 'year' | 'book'>, place: RegisterPlace): Promise<number | undefined> {
  const which = 'number' in place
    ? sql`number = ${place.number} and book = any(${filter.book ? [filter.book] : [...books]}::text[])`
    : sql`registered_at < (${place.day}::date + 1)::timestamp at time zone 'Asia/Bangkok' ${only(filter.book, (book) => sql`book = ${book}`)}`;
  const { rows } = await sql<{ id: number }>`select id from correspondence.register_entry
    where owner_unit_id = ${filter.unitId} and year = ${filter.year} and ${which}
      and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
    order by registered_at desc, id desc limit 1`.execute(tx.db);
  return rows[0]?.id;
}

/** A number that will never be used, and why. */
export interface VoidNumber {
  readonly id: number;
  readonly book: Book;
  readonly reference: string;
  readonly letterDate: string;
  readonly subject: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

/** Void numbers of a unit in a calendar year in the order of their rows. Only for people of the unit. */
export async function voidNumbers(tx: ReadTx, filter: { unitId: number; year: number; book?: Book | undefined; after?: number | undefined; limit: number }): Promise<VoidNumber[]> {
  const { rows } = await sql<VoidNumber>`
    select id, book, reference, letter_date as "letterDate", subject, void_reason as reason, voided_at as at, voided_by_name as by
    from correspondence.register_entry
    where owner_unit_id = ${filter.unitId} and year = ${filter.year} and state = 'void'
      and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
      and (${filter.book ?? null}::text is null or book = ${filter.book ?? null})
      and id > ${filter.after ?? 0}
    order by id limit ${filter.limit}`.execute(tx.db);
  return rows;
}
