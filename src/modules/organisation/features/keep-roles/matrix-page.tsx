import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { PermissionDefinition, Role } from '../../../../platform/module.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { grantableRoles, permissionsOfRole, roleNames, roleTable } from '../../domain/roles.ts';
import { roleOverrides } from '../../store/roles.ts';
import { optionsOf } from '../../views.tsx';
import { rolePermissionForm } from './form.ts';
import { m } from './messages.ts';
import { RoleTabs } from './page.tsx';

const roles: readonly Role[] = ['staff', ...grantableRoles];

/** The table of roles and permissions of the whole house; `all` gives what the modules declare. */
export const rolePermissionsPage = (all: () => readonly PermissionDefinition[]) => definePage({
  path: '/roles/permissions',
  permission: 'organisation.view-roles',
  async load(tx) {
    const overrides = await roleOverrides(tx);
    const table = roleTable(all());
    const held = new Map(roles.map((role) => [role, permissionsOfRole(table, role, overrides)]));
    return ok({ permissions: all(), held, changed: new Set(overrides.map((change) => `${change.role} ${change.permission}`)) });
  },
  title: (_data, ui) => ui.text(m.words('matrix')),
  view({ permissions, held, changed }, ui) {
    const t = m.in(ui.lang);
    const form = { ui, action: '/roles/permissions', form: rolePermissionForm };
    return (
      <>
        <PageHead title={t('matrix')} sub={t('matrixNote')} crumbs={[{ label: t('title'), href: '/roles' }, { label: t('matrix') }]} />
        <RoleTabs ui={ui} current="matrix" />
        <Table
          caption={t('matrix')} captionHidden cards={false} rows={permissions} rowKey={(permission) => permission.key}
          columns={[
            { key: 'permission', head: t('permission'), kind: 'main', cell: (permission) => <span title={permission.key}>{ui.text(permission.words)}</span> },
            ...roles.map((role) => ({
              key: role, head: ui.text(roleNames[role]), kind: 'tick' as const,
              cell: (permission: PermissionDefinition) => (
                <>
                  {held.get(role)?.has(permission.key) ? <><span aria-hidden="true">●</span><span class="vh">{t('allowed')}</span></> : <span class="vh">{t('notAllowed')}</span>}
                  {changed.has(`${role} ${permission.key}`) ? <span class="quiet small"> {t('changed')}</span> : null}
                </>
              ),
            })),
          ]}
        />
        {ui.can('organisation.manage-roles') ? (
          <Section title={t('changeTitle')}>
            <ActionForm {...form} class="form">
              <FormField {...form} name="role" as="select" options={optionsOf(ui, roleNames, roles)} />
              <FormField {...form} name="permission" options={permissions.map((permission) => ({ value: permission.key, label: ui.text(permission.words) }))} />
              <FormField {...form} name="allowed" value="yes" options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />
              <FormField {...form} name="reason" />
              <ButtonRow><Button>{t('change')}</Button></ButtonRow>
            </ActionForm>
          </Section>
        ) : null}
      </>
    );
  },
});
