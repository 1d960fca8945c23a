import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { PersonName } from '../../../../ui/components/person-name.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { actingLine } from '../../domain/acting.ts';
import { positionKindNames, type Position } from '../../domain/positions.ts';
import { unitLabel } from '../../domain/units.ts';
import { idParams } from '../../guard.ts';
import { listActing } from '../../store/acting.ts';
import { positionHolder } from '../../store/authority.ts';
import { countSeats, pageOfSeats, positionById, seatHistory, type SeatFilter } from '../../store/positions.ts';
import { unitById, unitsActiveOn } from '../../store/units.ts';
import { optionsOf, period, printedOrder } from '../../views.tsx';
import { exportLinks } from '../export-table/links.tsx';
import { closePositionForm, newPositionForm, positionForm } from './form.ts';
import { m } from './messages.ts';

const pageSize = 50;
const key = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);
const query = z.object({ unit: key, only: z.enum(['vacant']).optional().catch(undefined), q: z.string().trim().max(100).optional().catch(undefined), after: key });
type Asked = z.infer<typeof query>;

const filterOf = (asked: Asked): SeatFilter => ({ ...(asked.unit ? { unitId: asked.unit } : {}), vacant: asked.only === 'vacant', ...(asked.q ? { words: asked.q } : {}) });

/** The address of the same list, elsewhere in it or in another form. */
function addressOf(path: string, asked: Asked, after?: number): string {
  const kept = Object.entries({ unit: asked.unit, only: asked.only, q: asked.q, after }).filter(([, value]) => value !== undefined && value !== '');
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}` : path;
}

export const positionsPage = definePage({
  path: '/positions',
  permission: 'organisation.view',
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    const found = await pageOfSeats(tx, today, filterOf(asked), { ...(asked.after ? { after: asked.after } : {}), limit: pageSize + 1 });
    return ok({ asked, seats: found.slice(0, pageSize), more: found.length > pageSize, counts: await countSeats(tx, today, filterOf(asked)), units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ asked, seats, more, counts, units }, ui) {
    const t = m.in(ui.lang);
    const last = seats.at(-1);
    return (
      <>
        <PageHead
          title={t('title')} sub={t('sub', { n: counts.all, vacant: counts.vacant })}
          actions={ui.can('organisation.manage-people') ? <ButtonLink kind="main" href={`/positions/new${asked.unit ? `?unit=${asked.unit}` : ''}`}>{t('add')}</ButtonLink> : undefined}
        />
        <FilterBar action="/positions" submitLabel={t('submit')} {...(asked.unit || asked.only || asked.q ? { clearHref: '/positions' } : {})}>
          <TextField name="q" label={t('words')} type="search" value={asked.q ?? ''} optional size="m" />
          <Select name="unit" label={t('unit')} value={String(asked.unit ?? '')} empty={t('allUnits')} optional options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
          <Select name="only" label={t('only')} value={asked.only ?? ''} empty={t('all')} optional options={[{ value: 'vacant', label: t('vacantOnly') }]} />
        </FilterBar>
        <Table
          caption={t('title')} captionHidden rows={seats} rowKey={(seat) => String(seat.id)} empty={<EmptyState title={t('none')} action={<ButtonLink href="/positions">{t('clear')}</ButtonLink>} />}
          columns={[
            { key: 'title', head: t('position'), kind: 'main', cell: (seat) => <a href={`/positions/${seat.id}`}>{seat.title}</a> },
            { key: 'unit', head: t('unit'), cell: (seat) => <a href={`/units/${seat.unitId}`}>{seat.unitAbbreviation ?? seat.unitName}</a> },
            { key: 'holder', head: t('holder'), cell: (seat) => (seat.holderId === null ? <StateMark kind="wait">{t('vacant')}</StateMark> : <a href={`/people/${seat.holderId}`}>{seat.holderName}</a>) },
            { key: 'number', head: t('seatNumber'), kind: 'nowrap', cell: (seat) => seat.seatNumber },
          ]}
        />
        <Pager
          range={seats.length < counts.all ? t('shown', { n: seats.length, total: counts.all }) : undefined} print
          {...(asked.after ? { previous: { href: addressOf('/positions', asked) } } : {})} {...(more && last ? { next: { href: addressOf('/positions', asked, last.id) } } : {})}
          extra={exportLinks(ui, 'positions', { unit: asked.unit, only: asked.only, q: asked.q })}
        />
      </>
    );
  },
});

function SeatFields({ ui, action, form, seat }: { ui: Ui; action: string; form: typeof newPositionForm | typeof positionForm; seat?: Position }) {
  const common = { ui, action, form };
  return (
    <>
      <FormField {...common} name="title" value={seat?.title} />
      <FormField {...common} name="titleEn" value={seat?.titleEn} />
      <FormField {...common} name="abbreviation" value={seat?.abbreviation} size="s" />
      <FormField {...common} name="kind" value={seat?.kind ?? 'officer'} options={optionsOf(ui, positionKindNames)} />
      <FormField {...common} name="level" value={seat?.level} size="m" />
      <FormField {...common} name="seatNumber" value={seat?.seatNumber} size="s" />
      <FormField {...common} name="head" value={seat?.head ?? false} />
      <FormField {...common} name="rank" value={seat?.rank ?? 100} />
    </>
  );
}

export const newPositionPage = definePage({
  path: '/positions/new',
  permission: 'organisation.manage-people',
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    return ok({ today, unitId: asked.unit, units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view({ today, unitId, units }, ui) {
    const t = m.in(ui.lang);
    const common = { ui, action: '/positions/new', form: newPositionForm };
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: '/positions' }, { label: t('newTitle') }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="unitId" value={unitId} as="select" options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
          <SeatFields ui={ui} action="/positions/new" form={newPositionForm} />
          <FormField {...common} name="from" value={today} />
          <ButtonRow><Button kind="main">{t('create')}</Button><ButtonLink href="/positions">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export const positionPage = definePage({
  path: '/positions/:id',
  permission: 'organisation.view',
  params: idParams,
  async load(tx, { params, services }) {
    const today = services.clock.today();
    const seat = await positionById(tx, params.id);
    if (!seat) return notFound();
    return ok({ seat, today, unit: await unitById(tx, seat.unitId, today), holder: await positionHolder(tx, seat.id, today), history: await seatHistory(tx, seat.id), acting: await listActing(tx, today, { when: 'now', positionId: seat.id, limit: 20 }) });
  },
  title: ({ seat }) => seat.title,
  view({ seat, today, unit, holder, history, acting }, ui) {
    const t = m.in(ui.lang);
    const action = `/positions/${seat.id}`;
    const may = ui.can('organisation.manage-people');
    return (
      <>
        <PageHead
          title={seat.title} sub={unit ? unitLabel(unit, ui.lang) : undefined} crumbs={[{ label: t('title'), href: '/positions' }, { label: seat.title }]}
          actions={ui.can('organisation.manage-acting', seat.unitId) ? <ButtonLink href={`/acting/new?position=${seat.id}`}>{t('addActing')}</ButtonLink> : undefined}
        />
        <div class="two">
          <Section title={t('facts')}>
            <DefinitionList items={[
              { term: t('now'), value: holder ? <PersonName name={holder.name} post={holder.authority.words ?? ''} href={`/people/${holder.personId}`} block /> : t('nobody') },
              { term: t('abbreviation'), value: seat.abbreviation }, { term: t('kind'), value: ui.text(positionKindNames[seat.kind]) }, { term: t('level'), value: seat.level }, { term: t('seatNumber'), value: seat.seatNumber },
            ]} />
          </Section>
          <Section title={t('acting')}>
            {acting.length === 0 ? <p class="quiet">{t('noActing')}</p> : <ul class="stack-s">{acting.map((record) => <li><a href={`/acting/${record.id}`}>{record.personName}</a> <span class="quiet mid">{actingLine(record.kind, '')} · {period(ui, record)}</span></li>)}</ul>}
          </Section>
        </div>
        <Section title={t('history')}>
          <Table caption={t('history')} captionHidden rows={history} rowKey={(row) => `${row.personId}-${row.validFrom}`} empty={<p class="quiet">{t('vacant')}</p>} columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: (row) => <a href={`/people/${row.personId}`}>{row.name}</a> },
            { key: 'used', head: t('used'), cell: (row) => period(ui, row) }, { key: 'order', head: t('order'), cell: (row) => printedOrder(row.orderNumber) },
          ]} />
        </Section>
        {may && seat.validTo === null ? (
          <details>
            <summary>{t('edit')}</summary>
            <ActionForm ui={ui} action={action} form={positionForm} class="form" scope="seat">
              <SeatFields ui={ui} action={action} form={positionForm} seat={seat} />
              <ButtonRow><Button>{t('save')}</Button></ButtonRow>
            </ActionForm>
            <ActionForm ui={ui} action={`${action}/close`} form={closePositionForm} class="form" scope="close">
              <FormField ui={ui} action={`${action}/close`} form={closePositionForm} name="lastDay" value={today} />
              <ButtonRow><Button kind="danger">{t('closeTitle')}</Button></ButtonRow>
            </ActionForm>
          </details>
        ) : null}
      </>
    );
  },
});
