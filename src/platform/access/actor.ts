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
  /** Of the principals, the units that are gone and that a unit of this person took over. Left out where there are none. */
  readonly takenOver?: TakenOver;
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

/**
 * Units that are gone, whose records came to a unit that the actor stands for. They are read and what is under way is
 * finished; nothing new is done in their name.
 */
export interface TakenOver {
  readonly units: readonly number[];
  /** Permissions that go on for such a unit: reading, and ending what is open (`PermissionDefinition.continues`). */
  readonly continued: ReadonlySet<string>;
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

/** Whether the actor stands for a unit only because it is gone and was taken over. */
export const isTakenOver = ({ takenOver }: Actor, unitId: number): boolean => takenOver?.units.includes(unitId) ?? false;

/** Whether the actor stands for a unit in whose name something new can be done: not for one that is gone. */
export const standsFor = (actor: Actor, unitId: number): boolean => actor.principals.includes(unitId) && !isTakenOver(actor, unitId);

/**
 * Whether the actor stands for a unit and holds a permission in it. For a unit that was taken over only where the
 * permission goes on; who may do something everywhere does it in the name of no unit that is gone.
 */
export function actsFor(actor: Actor, permission: string, unitId: number): boolean {
  return actor.principals.includes(unitId) && can(actor, permission, unitId) && (!isTakenOver(actor, unitId) || actor.takenOver?.continued.has(permission) === true);
}

/** Units that the actor acts for with a permission: a scope of everywhere does not reach beyond one's own units. */
export function unitsHolding(actor: Actor, permission: string): number[] {
  return actor.permissions.has(permission) ? actor.principals.filter((id) => actsFor(actor, permission, id)) : [];
}

export const publicActor: Actor = { kind: 'public', id: 0, name: 'public', principals: [], permissions: new Map() };

/** The actor of work that no person started. The name goes to the audit log: `systemActor('meetings.deem')`. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: 0, name, principals: [], permissions: new Map() };
}
