import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { QuickFilters, Tabs } from '../../../../ui/components/tabs.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { positionKindNames } from '../../domain/positions.ts';
import { grantableRoles, roleNames } from '../../domain/roles.ts';
import { unitLabel } from '../../domain/units.ts';
import { peopleChoices } from '../../store/people.ts';
import { seatsOn } from '../../store/positions.ts';
import { listGrants, type RoleGrantRow } from '../../store/roles.ts';
import { unitsActiveOn } from '../../store/units.ts';
import { grouped, optionsOf, period } from '../../views.tsx';
import { grantForm } from './form.ts';
import { m } from './messages.ts';

const query = z.object({ role: z.enum(grantableRoles).optional().catch(undefined) });

export function RoleTabs({ ui, current }: { ui: Ui; current: 'grants' | 'matrix' }) {
  const t = m.in(ui.lang);
  return <Tabs label={t('title')} items={[{ label: t('grants'), href: '/roles', current: current === 'grants' }, { label: t('matrix'), href: '/roles/permissions', current: current === 'matrix' }]} />;
}

export const rolesPage = definePage({
  path: '/roles',
  permission: 'organisation.view-roles',
  query,
  async load(tx, { query: asked, services }) {
    return ok({ role: asked.role, grants: await listGrants(tx, services.clock.today(), asked.role ? { role: asked.role } : {}) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ role, grants }, ui) {
    const t = m.in(ui.lang);
    const may = ui.can('organisation.manage-roles');
    const to = (grant: RoleGrantRow) => {
      if (grant.personId !== null) return <a href={`/people/${grant.personId}`}>{grant.personName}</a>;
      if (grant.positionId !== null) return <a href={`/positions/${grant.positionId}`}>{grant.positionTitle}</a>;
      return t('holdersOf', { kind: grant.holdersOf ? ui.text(positionKindNames[grant.holdersOf]) : '' });
    };
    return (
      <>
        <PageHead title={t('title')} actions={may ? <ButtonLink kind="main" href="/roles/new">{t('add')}</ButtonLink> : undefined} />
        <RoleTabs ui={ui} current="grants" />
        <QuickFilters items={[{ label: t('all'), href: '/roles', current: role === undefined }, ...grantableRoles.map((one) => ({ label: ui.text(roleNames[one]), href: `/roles?role=${one}`, current: one === role }))]} />
        <Table
          caption={t('grants')} captionHidden rows={grants} rowKey={(grant) => String(grant.id)} empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'to', head: t('to'), kind: 'main', cell: to },
            { key: 'role', head: t('role'), cell: (grant) => ui.text(roleNames[grant.role]) },
            { key: 'where', head: t('where'), cell: (grant) => (grant.ownUnit ? t('ownUnit') : grant.unitId === null ? t('everywhere') : <a href={`/units/${grant.unitId}`}>{grant.unitName}</a>) },
            { key: 'people', head: t('people'), kind: 'num', cell: (grant) => grant.people },
            { key: 'since', head: t('since'), kind: 'nowrap', cell: (grant) => period(ui, grant) },
            { key: 'why', head: t('why'), cell: (grant) => <>{grant.reason}{grant.grantedBy ? <span class="quiet mid"> {t('by', { name: grant.grantedBy })}</span> : null}</> },
            ...(may ? [{ key: 'act', head: t('act'), kind: 'act' as const, cell: (grant: RoleGrantRow) => <ActionForm ui={ui} action={`/roles/${grant.id}/revoke`}><Button kind="danger">{t('revoke')}</Button></ActionForm> }] : []),
          ]}
        />
      </>
    );
  },
});

export const newGrantPage = definePage({
  path: '/roles/new',
  permission: 'organisation.manage-roles',
  async load(tx, { services }) {
    const today = services.clock.today();
    return ok({ today, people: await peopleChoices(tx, today), seats: await seatsOn(tx, today), units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view({ today, people, seats, units }, ui) {
    const t = m.in(ui.lang);
    const common = { ui, action: '/roles/new', form: grantForm };
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: '/roles' }, { label: t('newTitle') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="role" as="select" options={optionsOf(ui, roleNames, [...grantableRoles])} />
          <FormField {...common} name="through" value="person" options={[{ value: 'person', label: t('throughPerson') }, { value: 'position', label: t('throughPosition') }, { value: 'kind', label: t('throughKind') }]} />
          <FormField {...common} name="personId" as="select" empty="–" options={grouped(people, (one) => one.unitAbbreviation ?? '–', (one) => ({ value: String(one.id), label: `${one.name} (${one.positionTitle ?? '–'})` }))} />
          <FormField {...common} name="positionId" as="select" empty="–" options={grouped(seats, (seat) => seat.unitAbbreviation ?? seat.unitName, (seat) => ({ value: String(seat.id), label: seat.holderName ? `${seat.title} (${seat.holderName})` : seat.title }))} />
          <FormField {...common} name="holdersOf" as="select" empty="–" options={optionsOf(ui, positionKindNames)} />
          <FormField {...common} name="scope" value="unit" options={[{ value: 'unit', label: t('scopeUnit') }, { value: 'own', label: t('scopeOwn') }, { value: 'all', label: t('scopeAll') }]} />
          <FormField {...common} name="unitId" as="select" empty="–" options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
          <FormField {...common} name="reason" />
          <FormField {...common} name="validFrom" value={today} />
          <FormField {...common} name="validTo" />
          <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink href="/roles">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});
