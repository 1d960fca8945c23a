import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { actingLine } from '../../domain/acting.ts';
import { leaveReasonNames, type LeaveReason } from '../../domain/positions.ts';
import { idParams } from '../../guard.ts';
import { listActing } from '../../store/acting.ts';
import { committeesOf } from '../../store/committees.ts';
import { holdingsOf, personById, personLabel } from '../../store/people.ts';
import { rolesOf } from '../../store/roles.ts';
import { day, period, printedOrder, StandingMark } from '../../views.tsx';
import { Roles } from '../my-account/page.tsx';
import { m } from './messages.ts';

export const personPage = definePage({
  path: '/people/:id',
  permission: 'organisation.view',
  params: idParams,
  async load(tx, { params, services, actor }) {
    const today = services.clock.today();
    const person = await personById(tx, params.id);
    if (!person) return notFound();
    const seesRoles = actor.permissions.has('organisation.view-roles') || actor.id === person.id;
    return ok({
      person, today,
      holdings: await holdingsOf(tx, person.id),
      acting: await listActing(tx, today, { when: 'now', personId: person.id, limit: 50 }),
      committees: await committeesOf(tx, person.id, today),
      roles: seesRoles ? await rolesOf(tx, person.id, today) : undefined,
    });
  },
  opens: ({ person }) => ({ type: 'organisation.person', id: person.id }),
  title: ({ person }) => personLabel(person),
  view({ person, today, holdings, acting, committees, roles }, ui) {
    const t = m.in(ui.lang);
    const current = holdings.find((holding) => holding.main && holding.validFrom <= today && (holding.validTo === null || holding.validTo >= today));
    const inService = person.leftOn === null || person.leftOn >= today;
    const english = `${person.givenEn} ${person.familyEn}`.trim();
    return (
      <>
        <PageHead
          title={personLabel(person)} sub={current ? `${current.positionTitle} · ${current.unitName}` : t('noSeat')}
          crumbs={[{ label: t('title'), href: '/people' }, { label: personLabel(person) }]}
          actions={
            <>
              {ui.can('organisation.manage-people') ? <ButtonLink href={`/people/${person.id}/edit`}>{t('edit')}</ButtonLink> : null}
              {inService && ui.can('organisation.manage-people') ? <ButtonLink href={`/people/${person.id}/move`}>{t('move')}</ButtonLink> : null}
              {person.leftOn === null && ui.can('organisation.manage-people') ? <ButtonLink kind="danger" href={`/people/${person.id}/leave`}>{t('leave')}</ButtonLink> : null}
              {inService && ui.can('organisation.manage-accounts') ? <ButtonLink href={`/people/${person.id}/account`}>{t('account')}</ButtonLink> : null}
            </>
          }
        />
        {person.leftOn === null ? null : <Notice kind="warn">{t('leftOn', { day: day(ui, person.leftOn), reason: ui.text(leaveReasonNames[person.leftReason as LeaveReason]) })}</Notice>}
        <div class="two">
          <Section title={t('facts')}>
            <DefinitionList items={[
              { term: t('email'), value: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null },
              { term: t('phone'), value: person.phone },
              { term: t('english'), value: english },
            ]} />
          </Section>
          <Section title={t('committees')}>
            {committees.length === 0 ? <p class="quiet">{t('noCommittees')}</p> : <ul>{committees.map((committee) => <li><a href={`/committees/${committee.id}`}>{committee.name}</a></li>)}</ul>}
          </Section>
        </div>
        <Section title={t('seats')}>
          <Table
            caption={t('seats')} captionHidden rows={holdings} rowKey={(row) => String(row.id)} empty={<p class="quiet">{t('noSeat')}</p>}
            columns={[
              { key: 'position', head: t('position'), kind: 'main', cell: (row) => <a href={`/positions/${row.positionId}`}>{row.positionTitle}</a> },
              { key: 'unit', head: t('unitHead'), cell: (row) => <a href={`/units/${row.unitId}`}>{row.unitName}</a> },
              { key: 'used', head: t('used'), cell: (row) => period(ui, row) },
              { key: 'state', head: t('state'), kind: 'nowrap', cell: (row) => <StandingMark ui={ui} row={row} today={today} /> },
              { key: 'order', head: t('order'), kind: 'nowrap', cell: (row) => printedOrder(row.orderNumber) },
            ]}
          />
        </Section>
        <Section title={t('acting')}>
          {acting.length === 0 ? <p class="quiet">{t('noActing')}</p> : (
            <ul class="stack-s">{acting.map((record) => <li><a href={`/acting/${record.id}`}>{actingLine(record.kind, record.positionTitle)}</a> <span class="quiet mid">{period(ui, record)}</span></li>)}</ul>
          )}
        </Section>
        {roles ? <Section title={t('rights')}><Roles ui={ui} roles={roles} /></Section> : null}
      </>
    );
  },
});
