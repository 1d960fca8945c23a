// The page of an indicator: what it is, its official form as it is read, and the sections that other rooms put here.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { isLocalDate, localDate } from '../../../../../thai/index.ts';
import { ButtonLink } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { mainComponent } from '../../../domain/framework/framework.ts';
import { cycleById } from '../../../store/cycles.ts';
import { indicatorById, unitRoles } from '../../../store/indicators.ts';
import { fieldText } from '../../domain/field-text.ts';
import { fieldName, missingFields, type FieldCode } from '../../domain/form-content.ts';
import { messages as shared } from '../../messages.ts';
import { componentOf, idParams, indicatorHref, isParent, keyParams } from '../../place.ts';
import { bahtText, FieldShown, indicatorCrumbs, IndicatorState, IndicatorTabs, savedBy, unitsOfRole } from '../../shown.tsx';
import { readIndicator, type IndicatorPageData } from './load.ts';
import { messages } from './messages.ts';

export const indicatorPage = definePage({
  path: '/performance/:year/indicators/:key',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, actor, services }) {
    const data = await readIndicator(tx, params, actor, services.clock);
    return data ? ok(data) : notFound();
  },
  title: (data: IndicatorPageData) => `${data.indicator.key} ${data.indicator.name}`,
  view: (data: IndicatorPageData, ui) => <IndicatorView data={data} ui={ui} />,
});

/** The same page by the number of the record, as the trail knows it. */
export const indicatorRecordPage = definePage({
  path: '/performance/indicators/:id',
  permission: 'performance.read',
  params: idParams,
  async load(tx, { params, actor, services }) {
    const indicator = await indicatorById(tx, params.id);
    const cycle = indicator && (await cycleById(tx, indicator.cycleId));
    const data = indicator && cycle && (await readIndicator(tx, { year: cycle.fiscalYear, key: indicator.key }, actor, services.clock));
    return data ? ok(data) : notFound();
  },
  title: (data: IndicatorPageData) => `${data.indicator.key} ${data.indicator.name}`,
  view: (data: IndicatorPageData, ui) => <IndicatorView data={data} ui={ui} />,
});

type Part = { readonly data: IndicatorPageData; readonly ui: Ui };

function IndicatorView({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, cycle } = data;
  const year = cycle.fiscalYear;
  const href = (rest: string) => indicatorHref(year, indicator.key, rest);
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={indicatorCrumbs(year, indicator, undefined, ui)} sub={<IndicatorState state={indicator.state} ui={ui} />}
        actions={<>{data.mayFill ? <ButtonLink kind="main" href={href('/form')}>{t('fill')}</ButtonLink> : null}{data.mayChange ? <ButtonLink href={href('/edit')}>{t('change')}</ButtonLink> : null}</>} />
      <IndicatorTabs year={year} at="" indicator={indicator} ui={ui} />
      {indicator.state === 'cancelled' && indicator.cancelledOn ? <Notice kind="warn">{t('cancelled', { day: dayWords(ui.lang, localDate(indicator.cancelledOn)), reason: indicator.cancelReason ?? '' })}</Notice> : null}
      <div class="beside">
        <div class="stack-l">
          <Children data={data} ui={ui} />
          <Ladder data={data} ui={ui} />
          <FormRead data={data} ui={ui} />
          {data.links.length > 0 ? (
            <Section title={t('serves')}><DefinitionList ruled items={data.links.map((link) => ({ term: s(`link.${link.kind}`), value: link.href ? <a href={link.href}>{link.title}</a> : link.title }))} /></Section>
          ) : null}
          {data.sections.map((section) => section.view(ui))}
        </div>
        <Side data={data} ui={ui} />
      </div>
      <Pager print extra={[
        { label: s('pdf'), href: href('/form.pdf'), download: true }, { label: s('docx'), href: href('/form.docx'), download: true }, { label: s('zip'), href: href('/evidence.zip'), download: true },
      ]} />
    </div>
  );
}

function Children({ data: { all, indicator, cycle }, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const under = all.filter(({ parentId }) => parentId === indicator.id);
  if (under.length === 0) return null;
  return (
    <Section title={t('children')}>
      <ul class="plain-list stack-s">{under.map((one) => <li><a href={indicatorHref(cycle.fiscalYear, one.key)}>{`${one.key} ${one.name}`}</a></li>)}</ul>
    </Section>
  );
}

/** The rungs with what each asks for. */
function Ladder({ data: { indicator, framework, form, all }, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  if (isParent(all, indicator)) return null;
  const { ladder, unitOfMeasure } = indicator;
  if (!ladder) return <Section title={t('ladder')}><p class="quiet">{s('noLadder')}</p></Section>;
  const names = framework.scale?.scores.length === ladder.scores.length ? framework.scale.names : [];
  const rows = ladder.scores.map((score, at) => ({ score, value: ladder.values[at] ?? '', name: names[at] ? ui.text(names[at]) : String(at + 1), words: form.content.criteria[at] ?? '' }));
  return (
    <Section title={t('ladder')}>
      <Table caption={t('ladder')} captionHidden rows={rows} rowKey={({ score }) => score} columns={[
        { key: 'name', head: t('step'), kind: 'main', cell: ({ name }) => name },
        { key: 'score', head: t('score'), kind: 'num', cell: ({ score }) => score },
        { key: 'value', head: `${t('value')} (${unitOfMeasure})`, kind: 'num', cell: ({ value }) => value },
        { key: 'words', head: t('criterion'), kind: 'wide', cell: ({ words }) => words },
      ]} />
    </Section>
  );
}

const asText: readonly FieldCode[] = ['reason', 'definition', 'scope', 'formula', 'sixMonths', 'conditions', 'method', 'sources', 'supervisors', 'collectors'];

function FormRead({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const { form, indicator, all } = data;
  const { content } = form;
  const year = t('year');
  if (form.rev === 0) return <Section title={t('form')}><EmptyState title={t('empty')}>{t('emptyText')}</EmptyState></Section>;
  const missing = missingFields(content, isParent(all, indicator));
  return (
    <>
      <Section title={t('form')} aside={savedBy(ui, form.changedBy, form.changedAt)}>
        {missing.length > 0 ? <Notice kind="warn">{t('missing', { fields: missing.map((code) => ui.text(fieldName(code))).join(', ') })}</Notice> : null}
        <DefinitionList ruled items={asText.map((code) => ({ term: ui.text(fieldName(code)), value: fieldText(content, code) === '' ? null : <FieldShown content={content} code={code} ui={ui} /> }))} />
      </Section>
      {content.baseline.length > 0 ? (
        <Section title={t('baseline')}>
          <Table caption={t('baseline')} captionHidden rows={content.baseline} rowKey={(row) => String(row.year)} columns={[
            { key: 'year', head: year, kind: 'main', cell: (row) => row.year }, { key: 'value', head: `${t('result')} (${indicator.unitOfMeasure})`, kind: 'num', cell: (row) => row.value }, { key: 'note', head: t('note'), kind: 'wide', cell: (row) => row.note },
          ]} />
        </Section>
      ) : null}
      {content.yearly.length > 0 ? (
        <Section title={t('yearly')}>
          <Table caption={t('yearly')} captionHidden rows={content.yearly} rowKey={(row) => `${row.year} ${row.plan}`} columns={[
            { key: 'year', head: year, kind: 'main', cell: (row) => row.year }, { key: 'target', head: t('value'), cell: (row) => row.target }, { key: 'plan', head: t('plan'), kind: 'wide', cell: (row) => row.plan },
          ]} />
        </Section>
      ) : null}
      {content.steps.length > 0 ? (
        <Section title={t('steps')}>
          <Table caption={t('steps')} captionHidden rows={content.steps.map((row, at) => ({ ...row, n: at + 1 }))} rowKey={(row) => String(row.n)} columns={[
            { key: 'n', head: '', kind: 'num', cell: (row) => row.n }, { key: 'text', head: t('what'), kind: 'main', cell: (row) => row.text },
            { key: 'due', head: t('due'), kind: 'nowrap', cell: (row) => (isLocalDate(row.due) ? dayWords(ui.lang, row.due) : '–') }, { key: 'proof', head: t('proof'), kind: 'wide', cell: (row) => row.proof },
          ]} />
        </Section>
      ) : null}
    </>
  );
}

function Side({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, framework, standing, units, all, cycle } = data;
  const year = cycle.fiscalYear;
  const component = componentOf(framework, indicator.component);
  const tags = [...(component?.tags ?? []), ...(mainComponent(framework, indicator.component)?.tags ?? [])];
  const parent = all.find(({ id }) => id === indicator.parentId);
  const roleWords = { owner: s('owners'), doer: s('doers'), support: s('supports') };
  const unitList = (role: (typeof unitRoles)[number]) => {
    const ids = unitsOfRole(indicator, role);
    return ids.length === 0 ? null : <>{ids.map((id) => { const unit = units.get(id); return <div><span title={unit?.name}>{unit?.abbreviation || unit?.name}</span>{unit?.phone ? <span class="quiet small">{` ${s('phone', { phone: unit.phone })}`}</span> : null}</div>; })}</>;
  };
  const notes = indicatorHref(year, indicator.key, '/notes');
  return (
    <div class="stack">
      <Panel title={t('about')}>
        <DefinitionList items={[
          { term: s('weight'), value: indicator.weight === null ? null : scaledText(indicator.weight) },
          { term: s('component'), value: component ? `${component.key} ${ui.text(component.name)}` : indicator.component },
          { term: s('tags'), value: indicator.tags.map((tag) => tags.find(({ key }) => key === tag)?.name).filter((one) => one !== undefined).map((one) => ui.text(one)).join(', ') },
          { term: ui.text(fieldName('kind')), value: <FieldShown content={data.form.content} code="kind" ui={ui} /> },
          { term: ui.text(fieldName('better')), value: <FieldShown content={data.form.content} code="better" ui={ui} /> },
          { term: ui.text(fieldName('unitOfMeasure')), value: indicator.unitOfMeasure },
          { term: s('measuring'), value: s(`measuring.${indicator.measuring}`) },
          { term: s('parent'), value: parent ? <a href={indicatorHref(year, parent.key)}>{`${parent.key} ${parent.name}`}</a> : null },
          { term: t('formState'), value: standing ? `${t(`form.${standing.state}`)} ${t('dueOn', { day: dayWords(ui.lang, localDate(standing.dueOn)) })}` : null },
          { term: t('budget'), value: data.budget ? <a href={notes}>{t('baht', { n: bahtText(data.budget) })}</a> : null },
          { term: t('risks'), value: data.openRisks > 0 ? <a href={notes}>{t('n', { n: data.openRisks })}</a> : null },
          { term: t('flags'), value: data.openFlags > 0 ? <a href={notes}>{t('n', { n: data.openFlags })}</a> : null },
        ]} />
      </Panel>
      <Panel title={t('units')}>
        <DefinitionList items={unitRoles.map((role) => ({ term: roleWords[role], value: unitList(role) }))} />
      </Panel>
      {data.sections.length > 1 ? <Panel title={t('parts')}><ul class="plain-list">{data.sections.map((one) => <li><a href={`#${one.id}`}>{ui.text(one.title)}</a></li>)}</ul></Panel> : null}
    </div>
  );
}
