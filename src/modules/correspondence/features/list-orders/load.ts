import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { calendarYear, localDate, toArabicDigits } from '../../../../thai/index.ts';
import type { OrderCommittee } from '../../../organisation/index.ts';
import { orderNumber, orderStanding, orderStandings } from '../../domain/order-number.ts';
import type { OrderStanding } from '../../domain/order-number.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { committeesByOrder, shownLinks } from '../../orders/views.tsx';
import type { ShownLink } from '../../orders/views.tsx';
import { optionalId, optionalText, optionalYear } from '../../params.ts';
import { orderRows } from '../../store/orders.ts';
import type { OrderRow } from '../../store/orders.ts';

export const ordersQuery = z.object({
  unit: optionalId,
  year: optionalYear,
  standing: z.enum(orderStandings).optional().catch(undefined),
  q: optionalText,
  before: z.string().regex(/^\d{4}-\d{1,9}$/).optional().catch(undefined),
});
export type OrdersQuery = z.infer<typeof ordersQuery>;

/** An order with its standing, the other orders and committees that it has to do with. */
export interface ShownOrder extends OrderRow {
  readonly standing: OrderStanding;
  readonly links: readonly ShownLink[];
  readonly committees: readonly OrderCommittee[];
}

export interface OrdersData {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  /** Null where a number was looked for in every year. */
  readonly year: number | null;
  readonly rows: readonly ShownOrder[];
  readonly more: boolean;
  readonly query: OrdersQuery;
}

/** The orders that a query asks for, of the actor's own units only. A number is found in any spelling; with its own year in that year, without one in the year chosen. */
export async function loadOrders(tx: ReadTx, asked: OrdersQuery, today: string, limit: number): Promise<OrdersData> {
  const units = await keptUnits(tx, 'correspondence.read-register', today);
  const unit = chosenUnit(units, asked.unit);
  const named = asked.q === undefined ? undefined : orderNumber(asked.q);
  const year = named?.year ?? asked.year ?? (named ? null : calendarYear(localDate(today)));
  if (!unit) return { units, unit, year, rows: [], more: false, query: asked };
  const [beforeYear, beforeNumber] = asked.before?.split('-').map(Number) ?? [];
  const found = await orderRows(tx, {
    unitId: unit.id, year: year ?? undefined, number: named?.number, words: named || asked.q === undefined ? undefined : toArabicDigits(asked.q), standing: asked.standing,
    before: beforeYear !== undefined && beforeNumber !== undefined ? { year: beforeYear, number: beforeNumber } : undefined, limit: limit + 1,
  });
  const rows = await shownLinks(tx, found.slice(0, limit));
  const committees = await committeesByOrder(tx, rows.flatMap((row) => (row.href === null ? [] : [row.href])));
  return {
    units, unit, year, more: found.length > limit, query: asked,
    rows: rows.map((row) => ({ ...row, standing: orderStanding(row), committees: (row.href === null ? undefined : committees.get(row.href)) ?? [] })),
  };
}

/** Key of the page after this row. */
export const orderKey = (row: OrderRow): string => `${row.reference.split('/').at(-1)}-${row.number}`;
