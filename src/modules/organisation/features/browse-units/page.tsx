import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { printedCode, unitKindNames, type Unit } from '../../domain/units.ts';
import { findUnits, headcounts, unitsActiveOn } from '../../store/units.ts';
import { endedUnits } from '../../store/successions.ts';
import { day, Folded } from '../../views.tsx';
import { ExportLinks } from '../export-table/links.tsx';
import { m as successor } from '../name-successor/messages.ts';
import { m } from './messages.ts';

const query = z.object({ q: z.string().trim().max(100).optional().catch(undefined) });

export const unitsPage = definePage({
  path: '/units',
  permission: 'organisation.view',
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    const words = asked.q ?? '';
    return ok({ words, today, units: await unitsActiveOn(tx, today), found: words === '' ? undefined : await findUnits(tx, words, today, 100), people: await headcounts(tx, today), ended: words === '' ? await endedUnits(tx, today) : [] });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ words, today, units, found, people, ended }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead
          title={t('title')} sub={t('sub', { units: units.length, day: day(ui, today) })}
          actions={ui.can('organisation.manage-units') ? <ButtonLink kind="main" href="/units/new">{t('add')}</ButtonLink> : undefined}
        />
        <FilterBar action="/units" wide submitLabel={t('submit')} {...(words === '' ? {} : { clearHref: '/units', result: t('found', { n: found?.length ?? 0 }) })}>
          <TextField name="q" label={t('search')} type="search" value={words} optional />
        </FilterBar>
        {found ? <Found ui={ui} units={found} /> : <Tree ui={ui} units={units} people={people} />}
        <Ended ui={ui} ended={ended} />
        <ExportLinks ui={ui} name="units" filter={{ q: words }} />
      </>
    );
  },
});

function Found({ ui, units }: { ui: Ui; units: readonly Unit[] }) {
  const t = m.in(ui.lang);
  return (
    <Table
      caption={t('title')} captionHidden rows={units} rowKey={(unit) => String(unit.id)}
      empty={<EmptyState title={t('none')} action={<ButtonLink href="/units">{t('all')}</ButtonLink>}>{t('noneMore')}</EmptyState>}
      columns={[
        { key: 'unit', head: t('unit'), kind: 'main', cell: (unit) => <a href={`/units/${unit.id}`}>{unitName(ui, unit)}</a> },
        { key: 'abbreviation', head: t('abbreviation'), cell: (unit) => unit.abbreviation },
        { key: 'code', head: t('code'), kind: 'nowrap', cell: (unit) => (unit.code ? printedCode(unit.code) : '') },
        { key: 'kind', head: t('kind'), cell: (unit) => ui.text(unitKindNames[unit.kind]) },
      ]}
    />
  );
}

/** Units that are gone: found by their page only, so that no list of today's units holds them. */
function Ended({ ui, ended }: { ui: Ui; ended: Awaited<ReturnType<typeof endedUnits>> }) {
  const t = successor.in(ui.lang);
  if (ended.length === 0) return null;
  return (
    <Folded label={t('endedUnits', { n: ended.length })} open={false}>
      <Table
        caption={t('endedUnits', { n: ended.length })} captionHidden rows={ended} rowKey={(unit) => String(unit.id)}
        columns={[
          { key: 'unit', head: t('unit'), kind: 'main', cell: (unit) => <a href={`/units/${unit.id}`}>{unit.name}</a> },
          { key: 'day', head: t('lastDay'), kind: 'nowrap', cell: (unit) => day(ui, unit.closedOn) },
          { key: 'successor', head: t('title'), cell: (unit) => (unit.successorId === null ? <span class="quiet">{t('nobody')}</span> : <a href={`/units/${unit.successorId}`}>{unit.successorName}</a>) },
        ]}
      />
    </Folded>
  );
}

const unitName = (ui: Ui, unit: Unit) => (ui.lang === 'th' ? unit.name : unit.nameEn || unit.name);

/** The tree as lists that fold: the department open, what lies below a bureau or a region folded. Works without script. */
function Tree({ ui, units, people }: { ui: Ui; units: readonly Unit[]; people: ReadonlyMap<number, number> }) {
  const t = m.in(ui.lang);
  const below = new Map<number | null, Unit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const total = (unit: Unit): number => (people.get(unit.id) ?? 0) + (below.get(unit.id) ?? []).reduce((sum, child) => sum + total(child), 0);
  const line = (unit: Unit) => (
    <span class="org-line">
      <a href={`/units/${unit.id}`}>{unitName(ui, unit)}</a>
      {unit.abbreviation ? <span class="quiet"> {unit.abbreviation}</span> : null}
      {unit.code ? <span class="quiet nowrap"> {printedCode(unit.code)}</span> : null}
      <span class="quiet nowrap"> {t('people', { n: total(unit) })}</span>
    </span>
  );
  const branch = (unit: Unit, depth: number) => {
    const children = below.get(unit.id) ?? [];
    if (children.length === 0) return <li class="org-leaf">{line(unit)}</li>;
    return (
      <li class="org-branch">
        {line(unit)}
        <details open={depth === 0}>
          <summary class="quiet mid nowrap">{t('below', { n: children.length })}<span class="vh"> {unitName(ui, unit)}</span></summary>
          <ul class="org-tree">{children.map((child) => branch(child, depth + 1))}</ul>
        </details>
      </li>
    );
  };
  return <ul class="org-tree org-root" aria-label={t('tree')}>{(below.get(null) ?? []).map((unit) => branch(unit, 0))}</ul>;
}
