import type { Language } from '../words.ts';

/** Where a permission holds: everywhere, or in these units (their sub-units are already listed). */
export type Scope = 'all' | readonly number[];

/** On whose authority somebody acts (design rule 11). Kept with what was decided. */
export interface Authority {
  readonly kind: 'own' | 'acting' | 'delegated' | 'representative' | 'system';
  /** Position in whose name the act is done. */
  readonly positionId?: number;
  /** The acting or delegation record relied on. */
  readonly actingId?: number;
  readonly words?: string;
}

/**
 * Who asks. There is no work without an actor: pages and actions get the signed-in person (or the public actor),
 * jobs and start-up work a named system actor.
 */
export interface Actor {
  readonly kind: 'person' | 'public' | 'system';
  /** Party id of the person; 0 for system and public. */
  readonly id: number;
  readonly name: string;
  /** Party ids that the person stands for: self, positions held or acted for, units, committees. Row-level security keys on these. */
  readonly principals: readonly number[];
  readonly permissions: ReadonlyMap<string, Scope>;
  /** Unit of the main position. */
  readonly unitId?: number;
  readonly positionName?: string;
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly sessionId?: string;
  /** Set where a program acts with a token of the person: what it may do at most, and its name for the trail. */
  readonly token?: ActorToken;
  /** True until a first password is replaced: such a person may only change it. */
  readonly mustChangePassword?: boolean;
  /** True until a second factor is set up, where a role asks for one: such a person may only do that. */
  readonly mustSetUpFactor?: boolean;
}

/** The token with which a program acts for a person. */
export interface ActorToken {
  readonly id: number;
  readonly name: string;
  /** `meetings:read`, `meetings:write`. */
  readonly scopes: ReadonlySet<string>;
  /** Calls a minute. */
  readonly perMinute: number;
}

/** Whether the actor holds a permission, anywhere or (with `unitId`) in that unit. */
export function can(actor: Actor, permission: string, unitId?: number): boolean {
  if (actor.kind === 'system') return true;
  const scope = actor.permissions.get(permission);
  if (scope === undefined) return false;
  return unitId === undefined || scope === 'all' || scope.includes(unitId);
}

/** Units that the actor stands for and holds a permission in: a scope of everywhere does not reach beyond one's own units. */
export function unitsHolding({ permissions, principals }: Actor, permission: string): number[] {
  const scope = permissions.get(permission);
  if (scope === undefined) return [];
  return principals.filter((id) => scope === 'all' || scope.includes(id));
}

export const publicActor: Actor = { kind: 'public', id: 0, name: 'public', principals: [], permissions: new Map() };

/** The actor of work that no person started. The name goes to the audit log: `systemActor('meetings.deem')`. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: 0, name, principals: [], permissions: new Map() };
}
