// Of an order: whether it still holds, what it did to others and others to it, and the committees that it made.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { can } from '../../../../platform/access/actor.ts';
import type { OrderCommittee } from '../../../organisation/index.ts';
import { orderStanding } from '../../domain/order-number.ts';
import type { OrderStanding } from '../../domain/order-number.ts';
import { letterHref } from '../../href.ts';
import { messages as orders } from '../../orders/messages.ts';
import { committeesByOrder, OrderCommittees, OrderLinks, shownLinks, StandingOfOrder } from '../../orders/views.tsx';
import type { ShownLink } from '../../orders/views.tsx';
import type { Letter } from '../../store/letters.ts';
import { orderLinks } from '../../store/orders.ts';
import { committeesToChange } from '../make-committee/load.ts';
import { messages } from '../make-committee/messages.ts';

export interface OrderPart {
  readonly standing: OrderStanding;
  readonly links: readonly ShownLink[];
  readonly committees: readonly OrderCommittee[];
  readonly mayMake: boolean;
  readonly toChange: readonly { readonly id: number; readonly name: string }[];
  readonly mayRegister: boolean;
}

/** Null for a letter that is no order. */
export async function loadOrderPart(tx: ReadTx, letter: Letter): Promise<OrderPart | null> {
  if (letter.subKind !== 'order') return null;
  const [shown] = await shownLinks(tx, [await orderLinks(tx, letter.id)]);
  const standing = orderStanding({ entryState: letter.state === 'void' ? 'void' : 'valid', letterState: letter.state, changedBy: shown?.changedBy ?? [] });
  const holds = (standing === 'in-force' || standing === 'amended') && letter.body !== null;
  const committees = (await committeesByOrder(tx, [letterHref(letter.id)])).get(letterHref(letter.id)) ?? [];
  const toChange = holds ? await committeesToChange(tx, letter.id) : [];
  return {
    standing, links: shown?.links ?? [], committees,
    mayMake: holds && can(tx.actor, 'organisation.manage-committees') && !committees.some((one) => one.how === 'made'),
    toChange: toChange.filter((one) => !committees.some((made) => made.id === one.id)).map((one) => ({ id: one.id, name: one.shortName || one.name })),
    mayRegister: tx.actor.principals.includes(letter.unitId) && can(tx.actor, 'correspondence.read-register', letter.unitId),
  };
}

export function OrderFacts({ part, letter, ui }: { part: OrderPart; letter: Letter; ui: Ui }): VNode {
  const o = orders.in(ui.lang);
  const t = messages.in(ui.lang);
  const by = part.links.filter((link) => link.side === 'by');
  const to = part.links.filter((link) => link.side === 'to');
  const over = by.some((link) => link.effect === 'cancels');
  return (
    <>
      {by.length > 0 ? <Notice kind={over ? 'warn' : undefined} title={o(`standing.${part.standing}`)}><OrderLinks ui={ui} links={by} /></Notice> : <p><StandingOfOrder ui={ui} standing={part.standing} /></p>}
      {to.length > 0 ? <Section title={o('orderTitle')}><OrderLinks ui={ui} links={to} /></Section> : null}
      {part.committees.length > 0 || part.mayMake || part.toChange.length > 0 ? (
        <Section title={t('section')} id="committees">
          <OrderCommittees ui={ui} committees={part.committees} />
          <ButtonRow>
            {part.committees.map((one) => (ui.can('meetings.plan') ? <ButtonLink kind="main" href={`/meetings/new?committee=${one.id}`}>{t('firstMeeting', { name: one.shortName || one.name })}</ButtonLink> : null))}
            {part.toChange.map((one) => <ButtonLink href={letterHref(letter.id, `/committee/${one.id}`)}>{t('change', { name: one.name })}</ButtonLink>)}
            {part.mayMake && part.toChange.length === 0 ? <ButtonLink href={letterHref(letter.id, '/committee')}>{t('make')}</ButtonLink> : null}
          </ButtonRow>
        </Section>
      ) : null}
      {part.mayRegister ? <p><a href="/orders">{o('fromRegister')}</a></p> : null}
    </>
  );
}
