import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { actingNames } from '../../domain/acting.ts';
import { committeeKindNames, committeeRoleNames } from '../../domain/committee-words.ts';
import { quorumWords } from '../../domain/quorum.ts';
import { unitLabel } from '../../domain/units.ts';
import { idParams } from '../../guard.ts';
import { readableOrders } from '../../committee-orders.ts';
import { committeeById, listCommittees, membersOfCommittee, ordersOfCommittee } from '../../store/committees.ts';
import type { CommitteeSeat } from '../../store/committees.ts';
import { unitById } from '../../store/units.ts';
import { day, period, printedOrder, StandingMark } from '../../views.tsx';
import { ExportLinks } from '../export-table/links.tsx';
import { m } from './messages.ts';

export const committeesPage = definePage({
  path: '/committees',
  permission: 'organisation.view',
  async load(tx, { services }) {
    const today = services.clock.today();
    return ok({ today, committees: await listCommittees(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ committees, today }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('title')} actions={ui.can('organisation.manage-committees') ? <ButtonLink kind="main" href="/committees/new">{t('add')}</ButtonLink> : undefined} />
        <Table
          caption={t('title')} captionHidden rows={committees} rowKey={(committee) => String(committee.id)} empty={<EmptyState title={t('none')}>{t('noneMore')}</EmptyState>}
          columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: (committee) => <a href={`/committees/${committee.id}`}>{ui.lang === 'th' ? committee.name : committee.nameEn || committee.name}</a> },
            { key: 'order', head: t('order'), kind: 'nowrap', cell: (committee) => printedOrder(committee.orderNumber) },
            { key: 'secretariat', head: t('secretariat'), cell: (committee) => committee.secretariat },
            { key: 'members', head: t('members'), kind: 'num', cell: (committee) => committee.members },
            { key: 'state', head: t('state'), kind: 'nowrap', cell: (committee) => <StandingMark ui={ui} row={committee} today={today} /> },
          ]}
        />
        <ExportLinks ui={ui} name="committees" />
      </>
    );
  },
});

export const committeePage = definePage({
  path: '/committees/:id',
  permission: 'organisation.view',
  params: idParams,
  async load(tx, { params, services }) {
    const today = services.clock.today();
    const committee = await committeeById(tx, params.id);
    if (!committee) return notFound();
    const orders = await ordersOfCommittee(tx, committee.id);
    const open = await readableOrders(tx, [...new Set([orders.made, ...orders.seats.map((one) => one.href)].filter((href) => href !== null))]);
    return ok({ committee, today, seats: await membersOfCommittee(tx, committee.id, today), orders, open, secretariat: await unitById(tx, committee.secretariatUnitId, today) });
  },
  title: ({ committee }) => committee.shortName || committee.name,
  view({ committee, today, seats, secretariat, orders, open }, ui) {
    const t = m.in(ui.lang);
    const orderLink = (href: string | null, text: string) => (href !== null && open.has(href) ? <a href={href}>{text}</a> : text);
    /** Members who came by another order than the one that made the committee. */
    const laterOrder = (seat: CommitteeSeat) => (seat.orderNumber === '' || seat.orderNumber === committee.orderNumber ? null : <div class="quiet mid">{orderLink(orders.seats.find((one) => one.memberId === seat.memberId)?.href ?? null, t('byOrder', { number: printedOrder(seat.orderNumber) }))}</div>);
    return (
      <>
        <PageHead
          title={ui.lang === 'th' ? committee.name : committee.nameEn || committee.name} sub={ui.text(committeeKindNames[committee.kind])} crumbs={[{ label: t('title'), href: '/committees' }, { label: committee.shortName || committee.name }]}
          actions={ui.can('organisation.manage-committees', committee.secretariatUnitId) ? <ButtonLink href={`/committees/${committee.id}/edit`}>{t('edit')}</ButtonLink> : undefined}
        />
        <Section title={t('facts')}>
          <DefinitionList items={[
            { term: t('order'), value: <>{orderLink(orders.made, printedOrder(committee.orderNumber))} {t('dated')} {day(ui, committee.orderDate)}</> },
            { term: t('period'), value: <>{period(ui, committee)} <StandingMark ui={ui} row={committee} today={today} /></> },
            { term: t('quorum'), value: ui.text(quorumWords(committee.quorum, seats.length)) },
            { term: t('secretariat'), value: secretariat ? <a href={`/units/${secretariat.id}`}>{unitLabel(secretariat, ui.lang)}</a> : null },
            { term: t('duties'), value: committee.duties ? <span class="pre">{committee.duties}</span> : null },
            { term: t('dutiesFile'), value: committee.dutiesFileId === null ? null : <a href={`/files/${committee.dutiesFileId}`} data-turbo="false">{t('openFile')}</a> },
          ]} />
        </Section>
        <Section title={t('seats')} aside={t('people', { n: seats.length })}>
          <Table
            caption={t('seats')} captionHidden rows={seats} rowKey={(seat) => String(seat.memberId)}
            columns={[
              { key: 'place', head: t('place'), kind: 'num', cell: (seat) => seat.sortOrder },
              { key: 'seat', head: t('seat'), kind: 'main', cell: (seat) => <>{seat.positionId === null ? seat.name : seat.positionTitle} <span class="quiet mid">{seat.positionId === null ? t('byName') : t('byPosition')}</span>{laterOrder(seat)}</> },
              {
                key: 'person', head: t('person'),
                cell: (seat) => (
                  <>
                    {seat.personId === null ? <StateMark kind="wait">{t('vacant')}</StateMark> : <a href={`/people/${seat.personId}`}>{seat.name}</a>}
                    {seat.standIns.map((standIn) => <><br /><a class="mid" href={`/acting/${standIn.actingId}`}>{t('standIn', { kind: ui.text(actingNames[standIn.kind]), name: standIn.name })}</a></>)}
                  </>
                ),
              },
              { key: 'role', head: t('role'), cell: (seat) => ui.text(committeeRoleNames[seat.role]) },
              { key: 'unit', head: t('unit'), kind: 'nowrap', cell: (seat) => (seat.unitId === null ? null : <a href={`/units/${seat.unitId}`}>{seat.unitAbbreviation}</a>) },
            ]}
          />
        </Section>
      </>
    );
  },
});
