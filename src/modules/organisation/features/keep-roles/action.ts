import { emptyForm } from '../../../../platform/forms/form.ts';
import type { AnyPage } from '../../../../platform/http/define.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { PermissionDefinition } from '../../../../platform/module.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { grantRole, listGrants, revokeGrant, setRolePermission } from '../../store/roles.ts';
import { grantForm, rolePermissionForm } from './form.ts';
import { m } from './messages.ts';
import { newGrantPage, rolesPage } from './page.tsx';

const permission = 'organisation.manage-roles';
type Key = Parameters<typeof m.words>[0];
const at = (field: string, key: Key) => fail('GRANT_REFUSED', m.words(key), { fields: { [field]: m.words(key) } });

export const grantRoleAction = defineAction({
  path: '/roles/new',
  permission,
  form: grantForm,
  page: newGrantPage,
  async run(tx, { input }) {
    const { through, scope } = input;
    if (through === 'person' && input.personId === undefined) return at('personId', 'needPerson');
    if (through === 'position' && input.positionId === undefined) return at('positionId', 'needPosition');
    if (through === 'kind' && input.holdersOf === undefined) return at('holdersOf', 'needKind');
    if (scope === 'unit' && input.unitId === undefined) return at('unitId', 'needUnit');
    if (scope === 'own' && through === 'person') return at('scope', 'ownNotPerson');
    if (input.validTo !== undefined && input.validTo < input.validFrom) return at('validTo', 'order');
    const made = await grantRole(tx, {
      role: input.role,
      personId: through === 'person' ? (input.personId ?? null) : null,
      positionId: through === 'position' ? (input.positionId ?? null) : null,
      holdersOf: through === 'kind' ? (input.holdersOf ?? null) : null,
      unitId: scope === 'unit' ? (input.unitId ?? null) : null,
      ownUnit: scope === 'own',
      reason: input.reason, validFrom: input.validFrom, validTo: input.validTo ?? null,
    });
    if (!made.ok) {
      const words = made.fields?.['who'];
      return words ? { ...made, fields: { [through === 'person' ? 'personId' : 'positionId']: words } } : made;
    }
    return ok({ audit: { action: 'organisation.role-granted', subject: { type: 'organisation.role-grant', id: made.value }, detail: { ...input } }, goTo: `/roles?role=${input.role}`, flash: m.words('granted') });
  },
});

export const revokeRoleAction = defineAction({
  path: '/roles/:id/revoke',
  permission,
  params: idParams,
  form: emptyForm,
  page: rolesPage,
  async run(tx, { params, services }) {
    const [grant] = await listGrants(tx, services.clock.today(), { id: params.id });
    const done = await revokeGrant(tx, params.id);
    if (!done.ok) return done;
    const detail = grant ? { role: grant.role, person: grant.personId, position: grant.positionId, holdersOf: grant.holdersOf } : {};
    return ok({ audit: { action: 'organisation.role-revoked', subject: { type: 'organisation.role-grant', id: params.id }, detail }, goTo: '/roles', flash: m.words('revoked') });
  },
});

export const rolePermissionAction = (all: () => readonly PermissionDefinition[], page: AnyPage) => defineAction({
  path: '/roles/permissions',
  permission,
  form: rolePermissionForm,
  page,
  async run(tx, { input }) {
    if (!all().some((one) => one.key === input.permission)) return at('permission', 'unknown');
    // Whoever takes this from the administrators could never give it back.
    if (input.permission === permission && input.role === 'system-admin' && input.allowed === 'no') return at('permission', 'locked');
    await setRolePermission(tx, { role: input.role, permission: input.permission, allowed: input.allowed === 'yes', reason: input.reason });
    return ok({ audit: { action: 'organisation.role-permission-changed', subject: { type: 'organisation.role', id: null }, detail: { ...input } }, goTo: '/roles/permissions', flash: m.words('done') });
  },
});
