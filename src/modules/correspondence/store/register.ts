import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import { referencePattern } from '../domain/find-reference.ts';
import type { Book } from '../domain/kinds.ts';

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
  readonly state: 'valid' | 'void';
  readonly voidReason: string | null;
  readonly href: string | null;
  readonly registeredAt: Date;
  /** Reference of the letter that replaced this one. */
  readonly replacedBy: string | null;
}

export interface RegisterFilter {
  readonly unitId: number;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly book?: Book | undefined;
  readonly state?: 'valid' | 'void' | undefined;
  readonly words?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Id of the last row shown; rows go from the newest registration back. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Rows of a unit's register in a calendar year, the last registered first. Only for people of the unit. */
export async function registerRows(tx: ReadTx, filter: RegisterFilter): Promise<RegisterRow[]> {
  const words = filter.words ? `%${filter.words.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<RegisterRow>`
    select e.id, e.book, e.number, e.reference, e.letter_date as "letterDate", e.from_text as "from", e.to_text as "to", e.subject,
      e.action_text as action, e.remark, e.circular, e.state, e.void_reason as "voidReason", e.href, e.registered_at as "registeredAt",
      n.reference as "replacedBy"
    from correspondence.register_entry e
    left join correspondence.letter l on l.register_entry_id = e.id
    left join correspondence.letter n on n.id = l.replaced_by_letter_id
    where e.owner_unit_id = ${filter.unitId} and e.year = ${filter.year}
      and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
      and (${filter.book ?? null}::text is null or e.book = ${filter.book ?? null})
      and (${filter.state ?? null}::text is null or e.state = ${filter.state ?? null})
      and (${filter.from ?? null}::date is null or e.letter_date >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or e.letter_date <= ${filter.to ?? null}::date)
      and (${words}::text is null or e.subject ilike ${words} or e.reference like ${referencePattern(filter.words ?? '')} or e.to_text ilike ${words})
      and (${filter.before ?? null}::bigint is null or e.id < ${filter.before ?? null}::bigint)
    order by e.id desc limit ${filter.limit}`.execute(tx.db);
  return rows;
}
