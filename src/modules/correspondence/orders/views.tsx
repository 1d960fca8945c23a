// What an order is worth and what it has to do with others, as marks and links.
import type { ReadTx } from '../../../platform/db/database.ts';
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { StateMark } from '../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../ui/components/state-mark.tsx';
import { committeesOfOrders } from '../../organisation/index.ts';
import type { OrderCommittee } from '../../organisation/index.ts';
import type { OrderStanding } from '../domain/order-number.ts';
import { printedReference } from '../domain/reference.ts';
import { letterHref } from '../href.ts';
import { messages } from './messages.ts';
import { dayText } from '../shown.tsx';
import { visibleLetters } from '../store/letters.ts';
import type { OrderLink } from '../store/orders.ts';

const kinds: Readonly<Record<OrderStanding, StateKind>> = { 'in-force': 'done', amended: 'going', cancelled: 'void', recalled: 'void', corrected: 'void', void: 'void', reserved: 'wait' };

export function StandingOfOrder({ ui, standing }: { ui: Ui; standing: OrderStanding }): VNode {
  return <StateMark kind={kinds[standing]} wrap>{messages.in(ui.lang)(`standing.${standing}`)}</StateMark>;
}

/** The other orders with what each does, a line each; a link where the reader may open it. */
export interface ShownLink extends OrderLink { readonly side: 'by' | 'to'; readonly open: boolean }

export function linkWords(ui: Pick<Ui, 'lang'>, link: Pick<ShownLink, 'side' | 'effect' | 'reference' | 'day'>): string {
  return messages.in(ui.lang)(`${link.side}.${link.effect}`, { reference: printedReference(link.reference), day: dayText(ui, link.day) });
}

export function OrderLinks({ ui, links }: { ui: Ui; links: readonly ShownLink[] }): VNode | null {
  if (links.length === 0) return null;
  return <>{links.map((link) => <div>{link.open && link.letterId !== null ? <a href={letterHref(link.letterId)}>{linkWords(ui, link)}</a> : linkWords(ui, link)}</div>)}</>;
}

export function OrderCommittees({ ui, committees }: { ui: Ui; committees: readonly OrderCommittee[] }): VNode | null {
  const t = messages.in(ui.lang);
  if (committees.length === 0) return null;
  return <>{committees.map((one) => <div><a href={`/committees/${one.id}`}>{t(`committee.${one.how}`, { name: one.shortName || one.name })}</a></div>)}</>;
}

/** Links of several orders at once, each with whether the actor may open what it leads to. */
export async function shownLinks<Row extends { readonly changedBy: readonly OrderLink[]; readonly changes: readonly OrderLink[] }>(tx: ReadTx, rows: readonly Row[]): Promise<(Row & { links: ShownLink[] })[]> {
  const ids = rows.flatMap((row) => [...row.changedBy, ...row.changes]).flatMap((link) => (link.letterId === null ? [] : [link.letterId]));
  const open = await visibleLetters(tx, [...new Set(ids)]);
  const shown = (link: OrderLink, side: 'by' | 'to'): ShownLink => ({ ...link, side, open: link.letterId !== null && open.has(link.letterId) });
  return rows.map((row) => ({ ...row, links: [...row.changedBy.map((link) => shown(link, 'by')), ...row.changes.map((link) => shown(link, 'to'))] }));
}

/** The committees that orders made or changed, by the address of the order. */
export async function committeesByOrder(tx: ReadTx, hrefs: readonly string[]): Promise<ReadonlyMap<string, readonly OrderCommittee[]>> {
  const found = new Map<string, OrderCommittee[]>();
  for (const one of await committeesOfOrders(tx, hrefs)) found.set(one.orderHref, [...(found.get(one.orderHref) ?? []), one]);
  return found;
}

/** Of these addresses of orders, those that the actor may open. */
export async function ordersToOpen(tx: ReadTx, hrefs: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = hrefs.flatMap((href) => { const id = /^\/letters\/(\d{1,15})$/.exec(href)?.[1]; return id === undefined ? [] : [Number(id)]; });
  return new Set([...(await visibleLetters(tx, ids))].map((id) => letterHref(id)));
}
