// What an order does to earlier ones: read from its fields, asked of the register when it is saved and again when it is issued.
import type { ReadTx } from '../../../platform/db/database.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import type { LetterFields } from '../domain/letter.ts';
import { orderNumber, orderReference } from '../domain/order-number.ts';
import { printedReference } from '../domain/reference.ts';
import { messages } from './messages.ts';
import { ordersNamed } from '../store/orders.ts';
import type { NamedOrder, OrderEffect } from '../store/orders.ts';

export interface Effect { readonly effect: OrderEffect; readonly order: NamedOrder }

const effects = ['cancels', 'amends'] as const satisfies readonly OrderEffect[];

/** The same numbers as the register keeps them; what is no number with its year is left as typed. */
export function tidyOrderNumbers(typed: readonly string[] | undefined): string[] | undefined {
  return typed?.map((text) => {
    const found = orderNumber(text);
    return found?.year === undefined ? text : orderReference({ number: found.number, year: found.year });
  });
}

/**
 * The orders of the unit that the fields name. Fails with ORDER_NOT_FOUND or ORDER_NOT_IN_FORCE, at the field that names
 * it; an order that the letter `replaces` had cancelled counts as still in force.
 */
export async function effectsOf(tx: ReadTx, unitId: number, fields: LetterFields | undefined, replaces: number | null): Promise<Result<Effect[]>> {
  const asked = effects.flatMap((effect) => (fields?.[effect] ?? []).map((text) => ({ effect, text, named: orderNumber(text) })));
  if (asked.length === 0) return ok([]);
  const known = await ordersNamed(tx, unitId, asked.flatMap(({ named }) => (named?.year === undefined ? [] : [{ number: named.number, year: named.year }])));
  const found: Effect[] = [];
  for (const { effect, text, named } of asked) {
    const order = named?.year === undefined ? undefined : known.find((one) => one.reference === orderReference({ number: named.number, year: named.year ?? 0 }));
    if (!order || order.standing === 'reserved') return refuse(effect, 'ORDER_NOT_FOUND', messages.words('notFound', { number: printedReference(text) }));
    const cancelledBy = order.cancelledByLetter === replaces ? null : order.cancelledBy;
    if (cancelledBy !== null) return refuse(effect, 'ORDER_NOT_IN_FORCE', messages.words('cancelledAlready', { number: printedReference(order.reference), by: printedReference(cancelledBy) }));
    if (order.standing !== 'valid') return refuse(effect, 'ORDER_NOT_IN_FORCE', messages.words('notInForce', { number: printedReference(order.reference) }));
    if (!found.some((one) => one.order.entryId === order.entryId)) found.push({ effect, order });
  }
  return ok(found);
}

function refuse(effect: OrderEffect, code: 'ORDER_NOT_FOUND' | 'ORDER_NOT_IN_FORCE', words: ReturnType<typeof messages.words>): Failure {
  return code === 'ORDER_NOT_FOUND' ? fail('ORDER_NOT_FOUND', words, { fields: { [effect]: words } }) : fail('ORDER_NOT_IN_FORCE', words, { fields: { [effect]: words } });
}
