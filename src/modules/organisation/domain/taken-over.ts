import type { Actor, Scope, TakenOver } from '../../../platform/access/actor.ts';
import type { RoleTable } from './roles.ts';

/** A unit that is gone, and the unit of the person's own that it came to. */
export type TakenPair = readonly [gone: number, heir: number];

/**
 * What somebody stands for with the units that his own took over: their parties beside the own ones, and the permissions
 * that go on, where he holds them in the unit that took over. A unit that he stands for by himself anyway (of a head
 * above it) is one that is gone all the same.
 */
export function withTakenOver(own: Pick<Actor, 'principals' | 'permissions'>, pairs: readonly TakenPair[] | null, table: RoleTable): Pick<Actor, 'principals' | 'permissions' | 'takenOver'> {
  if (!pairs || pairs.length === 0) return own;
  const units = [...new Set(pairs.map(([gone]) => gone))];
  const permissions = new Map<string, Scope>(own.permissions);
  for (const key of table.continued) {
    const scope = permissions.get(key);
    if (scope === undefined || scope === 'all') continue;
    permissions.set(key, [...new Set([...scope, ...pairs.filter(([, heir]) => scope.includes(heir)).map(([gone]) => gone)])]);
  }
  const takenOver: TakenOver = { units, continued: table.continued };
  return { principals: [...new Set([...own.principals, ...units])], permissions, takenOver };
}
