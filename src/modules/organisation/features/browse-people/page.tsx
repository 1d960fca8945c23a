import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { UnitTag } from '../../../../ui/components/unit-tag.tsx';
import { unitLabel } from '../../domain/units.ts';
import { countPeople, listPeople, personById } from '../../store/people.ts';
import { unitsActiveOn } from '../../store/units.ts';
import { day } from '../../views.tsx';
import { exportLinks } from '../export-table/links.tsx';
import { m } from './messages.ts';

const pageSize = 50;
const query = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  who: z.enum(['in-service', 'left', 'all']).optional().catch(undefined),
  after: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});

export const peoplePage = definePage({
  path: '/people',
  permission: 'organisation.view',
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    // The key of a page is the person last seen; the place in the order is looked up, so that no name stands in an address.
    const last = asked.after === undefined ? undefined : await personById(tx, asked.after);
    const filter = { words: asked.q ?? '', who: asked.who ?? 'in-service', ...(asked.unit === undefined ? {} : { unitId: asked.unit }), ...(last ? { after: last } : {}), limit: pageSize + 1 } as const;
    const found = await listPeople(tx, today, filter);
    return ok({ asked, today, rows: found.slice(0, pageSize), more: found.length > pageSize, counts: await countPeople(tx, today), units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ asked, today, rows, more, counts, units }, ui) {
    const t = m.in(ui.lang);
    const filtered = Boolean(asked.q || asked.unit || (asked.who && asked.who !== 'in-service'));
    const kept = { ...(asked.q ? { q: asked.q } : {}), ...(asked.unit ? { unit: String(asked.unit) } : {}), ...(asked.who ? { who: asked.who } : {}) };
    const next = more ? `/people?${new URLSearchParams({ ...kept, after: String(rows.at(-1)?.id) })}` : undefined;
    const start = asked.after === undefined ? undefined : `/people?${new URLSearchParams(kept)}`;
    return (
      <>
        <PageHead
          title={t('title')} sub={t('sub', { inService: counts.inService, day: day(ui, today) })}
          actions={ui.can('organisation.manage-people') ? <ButtonLink kind="main" href="/people/new">{t('add')}</ButtonLink> : undefined}
        />
        <FilterBar action="/people" submitLabel={t('submit')} {...(filtered ? { clearHref: '/people' } : {})}>
          <TextField name="q" label={t('words')} type="search" value={asked.q ?? ''} optional />
          <Select name="unit" label={t('unit')} value={String(asked.unit ?? '')} empty={t('allUnits')} optional options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
          <Select name="who" label={t('who')} value={asked.who ?? 'in-service'} optional
            options={[{ value: 'in-service', label: t('inService') }, { value: 'left', label: t('left') }, { value: 'all', label: t('everyone') }]} />
        </FilterBar>
        <Table
          caption={t('title')} captionHidden rows={rows} rowKey={(person) => String(person.id)}
          empty={<EmptyState title={t('none')} action={<ButtonLink href="/people">{t('clear')}</ButtonLink>}>{t('noneMore')}</EmptyState>}
          columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: (person) => <a href={`/people/${person.id}`}>{person.name}</a> },
            { key: 'position', head: t('position'), cell: (person) => person.positionTitle ?? <span class="quiet">{t('noSeat')}</span> },
            { key: 'unit', head: t('unitHead'), cell: (person) => (person.unitId === null ? null : <UnitTag short={person.unitAbbreviation ?? person.unitName ?? ''} full={person.unitName ?? ''} href={`/units/${person.unitId}`} />) },
            { key: 'phone', head: t('phone'), cell: (person) => person.phone },
          ]}
        />
        <Pager range={t('shown', { n: rows.length })} print extra={exportLinks(ui, 'people', kept)} {...(start ? { previous: { href: start } } : {})} {...(next ? { next: { href: next } } : {})} />
      </>
    );
  },
});
