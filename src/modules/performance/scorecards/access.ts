// Who may do what with a scorecard, and the addresses of its pages.
import { z } from 'zod';
import { can, type Actor } from '../../../platform/access/actor.ts';
import { decidesCycle, keepsCycle } from '../store/cycles.ts';
import type { Card } from './store/cards.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
export const cardParams = z.object({ id });
export const lineParams = z.object({ id, line: id });
export const pieceParams = z.object({ id, piece: id });

export const root = '/performance/scorecards';
export const cardHref = (cardId: number, rest = ''): string => `${root}/${cardId}${rest}`;

/** Whether the actor writes for the unit: its own people who report, or the secretariat. A closed year stays as it is. */
export const writesCard = (actor: Actor, card: Pick<Card, 'unitId' | 'keeperUnitId' | 'cycleState'>): boolean =>
  card.cycleState !== 'closed' && (keepsCycle(actor, card) || (can(actor, 'performance.report') && actor.principals.includes(card.unitId)));

/** Whether the actor may send an agreement back: executives of the department, and the unit itself. */
export const returnsCard = (actor: Actor, card: Card): boolean => decidesCycle(actor, card) || writesCard(actor, card);
