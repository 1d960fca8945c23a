import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { can } from '../../../../platform/access/actor.ts';
import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tabs } from '../../../../ui/components/tabs.tsx';
import { actingKinds, actingLine, actingNames } from '../../domain/acting.ts';
import { idParams } from '../../guard.ts';
import { actingById, listActing } from '../../store/acting.ts';
import { committeesOn } from '../../store/committees.ts';
import { peopleChoices } from '../../store/people.ts';
import { seatsOn } from '../../store/positions.ts';
import { day, grouped, instant, period, printedOrder, StandingMark } from '../../views.tsx';
import { actingForm, endActingForm } from './form.ts';
import { m } from './messages.ts';

const pageSize = 50;
const states = ['now', 'coming', 'past'] as const;
const listQuery = z.object({ when: z.enum(states).optional().catch(undefined), before: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,9}$/).optional().catch(undefined) });

export const actingListPage = definePage({
  path: '/acting',
  permission: 'organisation.view',
  query: listQuery,
  async load(tx, { query, services }) {
    const when = query.when ?? 'now';
    const [validFrom, id] = query.before?.split('.') ?? [];
    const found = await listActing(tx, services.clock.today(), { when, limit: pageSize + 1, ...(validFrom && id ? { before: { validFrom, id: Number(id) } } : {}) });
    return ok({ when, today: services.clock.today(), rows: found.slice(0, pageSize), more: found.length > pageSize });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ when, rows, more, today }, ui) {
    const t = m.in(ui.lang);
    const last = rows.at(-1);
    return (
      <>
        <PageHead title={t('title')} actions={ui.can('organisation.manage-acting') ? <ButtonLink kind="main" href="/acting/new">{t('add')}</ButtonLink> : undefined} />
        <Tabs label={t('title')} items={states.map((state) => ({ label: t(state), href: `/acting?when=${state}`, current: state === when }))} />
        <Table
          caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'who', head: t('who'), kind: 'main', cell: (row) => <a href={`/acting/${row.id}`}>{row.personName}</a> },
            { key: 'kind', head: t('kind'), cell: (row) => ui.text(actingNames[row.kind]) },
            { key: 'position', head: t('position'), cell: (row) => row.positionTitle },
            { key: 'used', head: t('used'), kind: 'nowrap', cell: (row) => period(ui, row) },
            { key: 'state', head: t('state'), kind: 'nowrap', cell: (row) => (row.endedAt ? null : <StandingMark ui={ui} row={row} today={today} />) },
            { key: 'order', head: t('order'), kind: 'nowrap', cell: (row) => printedOrder(row.orderNumber) },
          ]}
        />
        {more && last ? <Pager range={t('shown', { n: rows.length })} next={{ href: `/acting?when=${when}&before=${last.validFrom}.${last.id}`, label: t('next') }} /> : null}
      </>
    );
  },
});

export const newActingPage = definePage({
  path: '/acting/new',
  permission: 'organisation.manage-acting',
  query: z.object({ position: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) }),
  async load(tx, { query, services, actor }) {
    const today = services.clock.today();
    const seats = await seatsOn(tx, today);
    return ok({ today, position: query.position, seats: seats.filter((seat) => can(actor, 'organisation.manage-acting', seat.unitId)), people: await peopleChoices(tx, today), committees: await committeesOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view({ today, position, seats, people, committees }, ui) {
    const t = m.in(ui.lang);
    const common = { ui, action: '/acting/new', form: actingForm };
    const hints = { rakkha: t('rakkhaHint'), patibat: t('patibatHint'), representative: t('representativeHint') };
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: '/acting' }, { label: t('newTitle') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="kind" value="rakkha" options={actingKinds.map((kind) => ({ value: kind, label: ui.text(actingNames[kind]), hint: hints[kind] }))} />
          <FormField {...common} name="positionId" value={position} as="select" options={grouped(seats, (seat) => seat.unitAbbreviation ?? seat.unitName, (seat) => ({ value: String(seat.id), label: seat.holderName ? `${seat.title} (${seat.holderName})` : seat.title }))} />
          <FormField {...common} name="personId" as="select" options={grouped(people, (one) => one.unitAbbreviation ?? '–', (one) => ({ value: String(one.id), label: `${one.name} (${one.positionTitle ?? '–'})` }))} />
          <FormField {...common} name="committeeId" as="select" empty={t('anyCommittee')} options={committees.map((committee) => ({ value: String(committee.id), label: committee.name }))} />
          <FormField {...common} name="reason" />
          <FormField {...common} name="validFrom" value={today} />
          <FormField {...common} name="validTo" />
          <FormField {...common} name="orderNumber" size="m" />
          <FormField {...common} name="orderDate" />
          <FormField {...common} name="powers" />
          <FormField {...common} name="orderFile" />
          <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink href="/acting">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

/** One record, laid out so that it can be printed as proof beside a signed paper. */
export const actingPage = definePage({
  path: '/acting/:id',
  permission: 'organisation.view',
  params: idParams,
  async load(tx, { params, services }) {
    const record = await actingById(tx, params.id);
    return record ? ok({ record, today: services.clock.today() }) : notFound();
  },
  title: (_data, ui) => ui.text(m.words('proof')),
  view({ record, today }, ui) {
    const t = m.in(ui.lang);
    const over = record.endedAt !== null || (record.validTo !== null && record.validTo < today);
    const endAction = `/acting/${record.id}/end`;
    return (
      <>
        <PageHead title={t('proof')} sub={`${record.personName} · ${actingLine(record.kind, record.positionTitle)}`} crumbs={[{ label: t('title'), href: '/acting' }, { label: t('proof') }]} />
        {record.endedAt ? <Notice kind="warn">{t('endedAt', { at: instant(ui, record.endedAt), reason: record.endedReason ?? '' })}</Notice> : null}
        <DefinitionList
          ruled
          items={[
            { term: t('who'), value: <><a href={`/people/${record.personId}`}>{record.personName}</a>{record.ownTitle ? <span class="quiet"> {record.ownTitle}</span> : null}</> },
            { term: t('kind'), value: ui.text(actingNames[record.kind]) },
            { term: t('position'), value: <a href={`/positions/${record.positionId}`}>{record.positionTitle}</a> },
            { term: t('unit'), value: <a href={`/units/${record.unitId}`}>{record.unitName}</a> },
            { term: t('committee'), value: record.committeeName ? <a href={`/committees/${record.committeeId}`}>{record.committeeName}</a> : null },
            { term: t('used'), value: <>{period(ui, record)}{record.validTo === null ? ` ${t('untilDone')}` : ''} {record.endedAt ? null : <StandingMark ui={ui} row={record} today={today} />}</> },
            { term: t('reason'), value: record.reason },
            { term: t('powers'), value: record.powers },
            { term: t('order'), value: record.orderNumber ? `${printedOrder(record.orderNumber)}${record.orderDate ? ` ${t('dated')} ${day(ui, record.orderDate)}` : ''}` : null },
            { term: t('file'), value: record.orderFileId === null ? null : <a href={`/files/${record.orderFileId}`} data-turbo="false">{t('openFile')}</a> },
            { term: t('line'), value: record.kind === 'representative' ? null : <span class="strong">{actingLine(record.kind, record.positionTitle)}</span> },
          ]}
        />
        <p><button class="btn js-only" type="button" data-print="">{t('print')}</button></p>
        {!over && ui.can('organisation.manage-acting', record.unitId) ? (
          <Section title={t('endTitle')} aside={t('stays')}>
            <ActionForm ui={ui} action={endAction} form={endActingForm} class="form">
              <FormField ui={ui} action={endAction} form={endActingForm} name="reason" />
              <ButtonRow><Button kind="danger">{t('end')}</Button></ButtonRow>
            </ActionForm>
          </Section>
        ) : null}
      </>
    );
  },
});
