import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { OrderStanding } from '../domain/order-number.ts';

export type OrderEffect = 'cancels' | 'amends';

/** Another order that this one changes, or that changes this one. */
export interface OrderLink {
  readonly effect: OrderEffect;
  /** In Arabic digits: `12/2563`. */
  readonly reference: string;
  /** Day of the later order, `YYYY-MM-DD`. */
  readonly day: string;
  /** Null for an order that was made outside. */
  readonly letterId: number | null;
}

/** An order as the register of orders shows it. */
export interface OrderRow {
  readonly entryId: number;
  readonly number: number;
  readonly reference: string;
  readonly letterDate: string;
  readonly subject: string;
  readonly entryState: 'valid' | 'void' | 'reserved';
  readonly voidReason: string | null;
  readonly remark: string;
  readonly href: string | null;
  readonly letterId: number | null;
  readonly letterState: string | null;
  readonly signer: string;
  readonly signerTitle: string;
  readonly changedBy: readonly OrderLink[];
  readonly changes: readonly OrderLink[];
}

export interface OrderFilter {
  readonly unitId: number;
  /** Calendar year, B.E.; every year where a number was asked for without one. */
  readonly year?: number | undefined;
  readonly number?: number | undefined;
  readonly words?: string | undefined;
  readonly standing?: OrderStanding | undefined;
  /** Key of the last row shown; rows go from the newest back. */
  readonly before?: { readonly year: number; readonly number: number } | undefined;
  readonly limit: number;
}

const changedBy = sql`coalesce((select jsonb_agg(jsonb_build_object('effect', x.effect, 'reference', x.by_reference, 'day', x.by_date, 'letterId', x.letter_id) order by x.by_date, x.letter_id)
  from correspondence.order_effect x where x.entry_id = e.id and x.undone_at is null), '[]')`;
const changes = sql`coalesce((select jsonb_agg(jsonb_build_object('effect', x.effect, 'reference', x.reference, 'day', x.by_date, 'letterId', x.target_letter_id) order by x.reference)
  from correspondence.order_effect x where x.letter_id = l.id and x.undone_at is null), '[]')`;
const effectOn = (effect: OrderEffect) => sql`exists (select 1 from correspondence.order_effect x where x.entry_id = e.id and x.effect = ${effect} and x.undone_at is null)`;

/** Whether a row stands as asked: the same rule as `orderStanding`, for the database to count by. */
function stands(standing: OrderStanding | undefined) {
  const valid = sql`e.state = 'valid' and coalesce(l.state, 'issued') = 'issued'`;
  switch (standing) {
    case undefined: return sql`true`;
    case 'void': case 'reserved': return sql`e.state = ${standing}`;
    case 'recalled': case 'corrected': return sql`e.state = 'valid' and l.state = ${standing}`;
    case 'cancelled': return sql`${valid} and ${effectOn('cancels')}`;
    case 'amended': return sql`${valid} and ${effectOn('amends')} and not ${effectOn('cancels')}`;
    case 'in-force': return sql`${valid} and not ${effectOn('cancels')}`;
  }
}

/** Orders of a unit, the newest number first. Only for people of the unit. `in-force` takes in those that were amended. */
export async function orderRows(tx: ReadTx, filter: OrderFilter): Promise<OrderRow[]> {
  const words = filter.words ? `%${filter.words.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<OrderRow>`
    select e.id as "entryId", e.number, e.reference, e.letter_date as "letterDate", e.subject, e.state as "entryState", e.void_reason as "voidReason", e.remark, e.href,
      l.id as "letterId", l.state as "letterState", coalesce(l.signer_name, '') as signer, coalesce(l.signer_title, '') as "signerTitle", ${changedBy} as "changedBy", ${changes} as changes
    from correspondence.register_entry e left join correspondence.letter l on l.register_entry_id = e.id
    where e.owner_unit_id = ${filter.unitId} and e.book = 'order' and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
      and (${filter.year ?? null}::int is null or e.year = ${filter.year ?? null})
      and (${filter.number ?? null}::int is null or e.number = ${filter.number ?? null})
      and (${words}::text is null or e.subject ilike ${words} or l.signer_name ilike ${words} or e.from_text ilike ${words})
      and ${stands(filter.standing)}
      and (${filter.before?.year ?? null}::int is null or (e.year, e.number) < (${filter.before?.year ?? null}::int, ${filter.before?.number ?? null}::int))
    order by e.year desc, e.number desc limit ${filter.limit}`.execute(tx.db);
  return rows;
}

/** What later orders did to an issued order, and what it did to earlier ones; for whoever may read it. */
export async function orderLinks(tx: ReadTx, letterId: number): Promise<{ changedBy: readonly OrderLink[]; changes: readonly OrderLink[] }> {
  const { rows } = await sql<OrderLink & { side: 'by' | 'to' }>`
    select 'by' as side, effect, by_reference as reference, by_date as day, letter_id as "letterId" from correspondence.order_effect where target_letter_id = ${letterId} and undone_at is null
    union all select 'to', effect, reference, by_date, target_letter_id from correspondence.order_effect where letter_id = ${letterId} and undone_at is null
    order by day, reference`.execute(tx.db);
  const of = (side: 'by' | 'to') => rows.filter((row) => row.side === side).map(({ side: _side, ...link }) => link);
  return { changedBy: of('by'), changes: of('to') };
}

/** An order that a number names, and whether it can still be changed. */
export interface NamedOrder {
  readonly entryId: number;
  readonly reference: string;
  readonly letterId: number | null;
  readonly standing: 'valid' | 'void' | 'reserved' | 'recalled' | 'corrected';
  readonly cancelledBy: string | null;
  readonly cancelledByLetter: number | null;
}

/** The orders of a unit that these numbers name; what is not there is left out. */
export async function ordersNamed(tx: ReadTx, unitId: number, numbers: readonly { number: number; year: number }[]): Promise<NamedOrder[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<NamedOrder>`select entry_id as "entryId", reference, letter_id as "letterId", standing, cancelled_by as "cancelledBy", cancelled_by_letter as "cancelledByLetter"
    from correspondence.orders_named(${unitId}, ${numbers.map((one) => one.number)}::int[], ${numbers.map((one) => one.year)}::int[])`.execute(tx.db);
  return rows;
}

/** Writes what an order does to earlier ones; while it is still a draft, in the transaction that numbers it. */
export async function recordEffects(tx: Tx, order: { letterId: number; unitId: number; reference: string; letterDate: string }, effects: readonly { effect: OrderEffect; order: NamedOrder }[]): Promise<void> {
  for (const { effect, order: earlier } of effects) {
    await sql`insert into correspondence.order_effect (letter_id, effect, entry_id, target_letter_id, owner_unit_id, reference, by_reference, by_date)
      values (${order.letterId}, ${effect}, ${earlier.entryId}, ${earlier.letterId}, ${order.unitId}, ${earlier.reference}, ${order.reference}, ${order.letterDate}::date)`.execute(tx.db);
  }
}

/** What an order did is undone when it falls away itself. */
export async function undoEffects(tx: Tx, letterId: number, at: Date): Promise<void> {
  await sql`update correspondence.order_effect set undone_at = ${at} where letter_id = ${letterId} and undone_at is null`.execute(tx.db);
}
