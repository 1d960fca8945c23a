import type { Actor, Scope } from '../../../platform/access/actor.ts';
import type { PermissionDefinition, Role } from '../../../platform/access/role.ts';
import type { Words } from '../../../platform/words.ts';

/** Which permissions each role holds: the modules' declarations, before an administrator's changes. */
export interface RoleTable extends ReadonlyMap<Role, ReadonlySet<string>> {
  /** Permissions that hold for units taken over too. */
  readonly continued: ReadonlySet<string>;
}

/** A role as a person has it: everywhere (`null`) or in these units. */
export interface GrantedRole {
  readonly role: Role;
  readonly units: readonly number[] | null;
}

/** An administrator's change of the declared table. */
export interface RoleOverride {
  readonly role: Role;
  readonly permission: string;
  readonly allowed: boolean;
}

export const roleNames: Readonly<Record<Role, Words>> = {
  staff: { th: 'บุคลากร', en: 'Staff' },
  clerk: { th: 'เจ้าหน้าที่สารบรรณ', en: 'Records clerk' },
  'unit-head': { th: 'หัวหน้าหน่วยงาน', en: 'Head of unit' },
  secretariat: { th: 'ฝ่ายเลขานุการการประชุม', en: 'Meeting secretariat' },
  executive: { th: 'ผู้บริหาร', en: 'Executive' },
  'organisation-admin': { th: 'ผู้ดูแลโครงสร้างและบุคลากร', en: 'Keeper of units and people' },
  auditor: { th: 'ผู้ตรวจสอบ', en: 'Auditor' },
  'system-admin': { th: 'ผู้ดูแลระบบ', en: 'System administrator' },
};

/** Roles that can be granted; `staff` is everybody who is signed in. */
export const grantableRoles = ['clerk', 'unit-head', 'secretariat', 'executive', 'organisation-admin', 'auditor', 'system-admin'] as const;

/** The table of all modules' permissions by role. */
export function roleTable(permissions: readonly PermissionDefinition[]): RoleTable {
  const table = new Map<Role, Set<string>>();
  for (const { key, roles } of permissions) {
    for (const role of roles) table.set(role, (table.get(role) ?? new Set()).add(key));
  }
  return Object.assign(table, { continued: new Set(permissions.filter((one) => one.continues).map((one) => one.key)) });
}

/** Permissions with where they hold: `staff` everywhere, then every granted role, wider scopes swallowing narrower. */
export function permissionsOf(table: RoleTable, granted: readonly GrantedRole[], overrides: readonly RoleOverride[]): ReadonlyMap<string, Scope> {
  const found = new Map<string, Scope>();
  for (const { role, units } of [{ role: 'staff' as const, units: null }, ...granted]) {
    for (const permission of permissionsOfRole(table, role, overrides)) {
      const before = found.get(permission);
      if (before === 'all') continue;
      found.set(permission, units === null ? 'all' : [...new Set([...(before ?? []), ...units])]);
    }
  }
  return found;
}

/** Permissions of one role after an administrator's changes. */
export function permissionsOfRole(table: RoleTable, role: Role, overrides: readonly RoleOverride[]): ReadonlySet<string> {
  const keys = new Set(table.get(role));
  for (const change of overrides) {
    if (change.role !== role) continue;
    if (change.allowed) keys.add(change.permission);
    else keys.delete(change.permission);
  }
  return keys;
}

/**
 * True when the permission would let the actor hand out more than he has: nobody gives rights to himself, and only a
 * system administrator makes another one.
 */
export function mayGrant(actor: Actor, role: Role, toPersonId: number | undefined): boolean {
  if (actor.kind === 'system') return true;
  if (toPersonId !== undefined && toPersonId === actor.id) return false;
  return role !== 'system-admin' || actor.permissions.has('organisation.manage-roles');
}
