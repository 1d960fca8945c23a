import { can, type Actor } from '../../../platform/access/actor.ts';
import { decidesCycle, keepsCycle, type Cycle } from '../store/cycles.ts';
import type { Indicator } from '../store/indicators.ts';
import type { Standing } from './domain/stages.ts';

/** Owning units that the actor reports for. */
export const ownUnits = (actor: Actor, { units }: Pick<Indicator, 'units'>): number[] =>
  units.filter(({ role, unitId }) => role === 'owner' && actor.principals.includes(unitId) && can(actor, 'performance.report', unitId)).map(({ unitId }) => unitId);

/** What the actor is to an indicator: of an owning unit, of the secretariat, an executive of the department. */
export const standingOf = (actor: Actor, cycle: Cycle, indicator: Pick<Indicator, 'units'>): Standing =>
  ({ owner: actor.kind === 'system' || ownUnits(actor, indicator).length > 0, keeper: keepsCycle(actor, cycle), executive: decidesCycle(actor, cycle) });
