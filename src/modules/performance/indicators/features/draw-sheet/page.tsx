// The year's sheet: every line with its weight, what the framework finds in it, and the statements that it asks for.
import type { ComponentChildren, VNode } from 'preact';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Field } from '../../../../../platform/forms/fields.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Finding } from '../../../domain/finding.ts';
import { allComponents, mainComponent, weightOf } from '../../../domain/framework/framework.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { FindingList, findingCount } from '../../../shown.tsx';
import type { Indicator } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { componentOf, indicatorHref, isParent, sheetHref, yearParams } from '../../place.ts';
import { IndicatorState, unitNames, unitsOfRole, unitShort, YearTabs } from '../../shown.tsx';
import { statementFields, statementsForm, weightFields, weightsForm } from './form.ts';
import { readSheetPage, sheetRows, weightRows, type SheetData } from './load.ts';
import { messages } from './messages.ts';

export const sheetPage = definePage({
  path: '/performance/:year/sheet',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const data = await readSheetPage(tx, params, actor, services.clock.today());
    return data ? ok(data) : notFound();
  },
  title: (data: SheetData, ui) => ui.text(messages.words('title', { year: data.cycle.fiscalYear })),
  view: (data: SheetData, ui) => <SheetView data={data} ui={ui} />,
});

type Part = { readonly data: SheetData; readonly ui: Ui };

function SheetView({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { cycle, framework, keeps, flags, all, units } = data;
  const year = cycle.fiscalYear;
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={`${t('framework')}: ${ui.text(framework.name)}`}
        actions={keeps ? <><ButtonLink kind="main" href={`/performance/${year}/indicators/new`}>{t('add')}</ButtonLink><ButtonLink href={`${sheetHref(year)}/copy`}>{t('copy')}</ButtonLink></> : undefined} />
      <YearTabs year={year} at="sheet" ui={ui} />
      <div class="beside beside-small">
        <div class="stack-l"><Lines data={data} ui={ui} /></div>
        <div class="stack">
          <Panel title={t('findings')} aside={findingCount(ui, data.findings)} id="findings"><Findings data={data} ui={ui} /></Panel>
          {flags.length > 0 ? (
            <Panel title={t('flags')}>
              <ul class="plain-list stack-s">{flags.map((flag) => { const of = all.find(({ id }) => id === flag.indicatorId); return <li><a href={indicatorHref(year, of?.key ?? '', '/notes#cannot')}>{t('flagLine', { unit: unitShort(units, flag.unitId), key: of?.key ?? '', what: flag.what })}</a></li>; })}</ul>
            </Panel>
          ) : null}
        </div>
      </div>
      <Statements data={data} ui={ui} />
      <Pager print extra={[{ label: t('exportXlsx'), href: `/performance/${year}/forms.xlsx`, download: true }, ...(cycle.state === 'closed' ? [] : [{ label: t('importXlsx'), href: `/performance/${year}/forms/import` }]), { label: s('tabProjects'), href: `/performance/${year}/projects` }]} />
    </div>
  );
}

function Lines({ data, ui }: Part): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { all, cycle, framework, units, progress } = data;
  const year = cycle.fiscalYear;
  const rows = sheetRows(data);
  const open = weightRows(data);
  const action = `${sheetHref(year)}/weights`;
  const sumOf = (some: readonly Indicator[]) => some.reduce((total, one) => (one.state === 'cancelled' || isParent(all, one) ? total : total + (one.weight ?? 0n)), 0n);
  const form = (one: Indicator): ComponentChildren => {
    const empty = progress.get(one.id);
    return empty === undefined ? <StateMark kind="wait">{t('form.none')}</StateMark> : empty === 0 ? <StateMark kind="done">{t('form.whole')}</StateMark> : <StateMark kind="going" wrap>{t('form.part', { n: empty })}</StateMark>;
  };
  const weight = (one: Indicator): ComponentChildren => {
    const at = open.indexOf(one);
    if (at < 0) return one.weight === null ? '' : scaledText(one.weight);
    const field = (name: keyof typeof weightFields) => `weights.${at}.${name}`;
    return (
      <>
        <input type="hidden" name={field('key')} value={one.key} /><input type="hidden" name={field('rev')} value={String(one.rev)} />
        <FormField ui={ui} action={action} form={weightsForm} name="weights" inputName={field('weight')} field={weightFields.weight as Field<unknown>} label={t('weightOf', { key: one.key })} labelHidden size="xs" neededLater value={one.weight === null ? '' : scaledText(one.weight)} />
      </>
    );
  };
  const table = (
    <Table caption={t('title', { year })} captionHidden id="sheet" rows={rows} rowKey={(row) => row.key.replaceAll('.', '-')} isVoid={(row) => row.state === 'cancelled'} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      group={{ key: (row) => row.component, head: (row) => { const of = componentOf(framework, row.component); const wanted = of && weightOf(of); return <span class="spread"><span>{of ? `${of.key} ${ui.text(of.name)}` : row.component}</span><span class="regular">{wanted === undefined ? '' : t('of', { got: scaledText(sumOf(all.filter(({ component }) => component === row.component))), wanted: scaledText(wanted) })}</span></span>; } }}
      footer={{ name: t('sum'), weight: scaledText(sumOf(all)) }}
      columns={[
        { key: 'key', head: s('key'), kind: 'nowrap', cell: (row) => row.key },
        { key: 'name', head: s('name'), kind: 'main', cell: (row) => <a href={indicatorHref(year, row.key)}>{row.name}</a> },
        { key: 'owners', head: t('owners'), cell: (row) => unitNames(units, unitsOfRole(row, 'owner')) },
        { key: 'weight', head: t('weights'), kind: open.length > 0 ? 'nowrap' : 'num', cell: weight },
        { key: 'form', head: t('formState'), cell: (row) => (row.state === 'cancelled' ? <IndicatorState state={row.state} ui={ui} /> : form(row)) },
      ]} />
  );
  if (open.length === 0) return table;
  return <ActionForm ui={ui} action={action} form={weightsForm} class="stack">{table}<ButtonRow><Button kind="main">{t('saveWeights')}</Button></ButtonRow></ActionForm>;
}

function Findings({ data, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const { counted, findings, keeps, cycle, framework } = data;
  const year = cycle.fiscalYear;
  const rows = weightRows(data);
  const at = ({ field }: Finding) => /^indicators\.(\d+)\.(\w+)$/.exec(field);
  const indicatorOf = (finding: Finding) => { const found = at(finding); return found ? counted[Number(found[1])] : undefined; };
  const inputOf = (finding: Finding): string | undefined => {
    if (!keeps) return undefined;
    const indicator = indicatorOf(finding);
    if (indicator && at(finding)?.[2] === 'weight' && rows.includes(indicator)) return `weights.${rows.indexOf(indicator)}.weight`;
    const statement = /^statements\.(.+)$/.exec(finding.field);
    if (statement) return `statements.${asked(data).findIndex(({ tag }) => tag === statement[1])}.text`;
    const component = /^components\.(.+?)(\.weight)?$/.exec(finding.field)?.[1];
    const first = rows.findIndex((one) => one.component === component || mainComponent(framework, one.component)?.key === component);
    return first >= 0 && finding.field.endsWith('.weight') ? `weights.${first}.weight` : undefined;
  };
  return (
    <FindingList ui={ui} findings={findings} inputOf={inputOf} repair={(finding, value) => {
      const indicator = indicatorOf(finding);
      if (!indicator || !keeps) return null;
      if (at(finding)?.[2] !== 'weight') return <a href={indicatorHref(year, indicator.key, '/edit')}>{t('edit')}</a>;
      return <ActionButton ui={ui} action={indicatorHref(year, indicator.key, '/weight')} hidden={{ weight: value, rev: String(indicator.rev) }}>{t('repair', { value })}</ActionButton>;
    }} />
  );
}

/** Statements that the framework may ask for. */
const asked = ({ framework }: Pick<SheetData, 'framework'>) => framework.rules.flatMap((rule) => (rule.kind === 'statement' ? [{ component: rule.component, tag: rule.tag }] : []));

function Statements({ data, ui }: Part): VNode | null {
  const t = messages.in(ui.lang);
  const { framework, statements, keeps, cycle } = data;
  const fields = asked(data);
  if (fields.length === 0) return null;
  const nameOf = ({ component, tag }: (typeof fields)[number]) => { const found = allComponents(framework).find(({ key }) => key === component)?.tags?.find(({ key }) => key === tag); return found ? ui.text(found.name) : tag; };
  const saidOf = ({ component, tag }: (typeof fields)[number]) => statements.find((one) => one.component === component && one.tag === tag)?.text ?? '';
  const action = `${sheetHref(cycle.fiscalYear)}/statements`;
  return (
    <Section title={t('statements')} id="statements">
      {keeps ? (
        <ActionForm ui={ui} action={action} form={statementsForm}>
          {fields.map((one, at) => (
            <>
              <input type="hidden" name={`statements.${at}.component`} value={one.component} /><input type="hidden" name={`statements.${at}.tag`} value={one.tag} />
              <FormField ui={ui} action={action} form={statementsForm} name="statements" inputName={`statements.${at}.text`} field={statementFields.text as Field<unknown>} label={t('statement', { tag: nameOf(one) })} hint={t('statementHint')} rows={2} value={saidOf(one)} />
            </>
          ))}
          <ButtonRow><Button>{t('saveStatements')}</Button></ButtonRow>
        </ActionForm>
      ) : fields.map((one) => (saidOf(one) ? <p class="pre">{`${t('statement', { tag: nameOf(one) })}: ${saidOf(one)}`}</p> : null))}
    </Section>
  );
}
