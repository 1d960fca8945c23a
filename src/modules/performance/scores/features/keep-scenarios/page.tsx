// Saved scenarios side by side with what is now.
import type { VNode } from 'preact';
import { z } from 'zod';
import { can } from '../../../../../platform/access/actor.ts';
import { emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button, ButtonLink } from '../../../../../ui/components/button.tsx';
import { Checkboxes } from '../../../../../ui/components/choices.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Form } from '../../../../../ui/components/form.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { possibleClasses } from '../../../domain/ladder/total.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { makeSheet, type Sheet } from '../../../sheet.ts';
import { cycleOfYear } from '../../../store/cycles.ts';
import { readYear, shortUnit, yearParams, type ScoredYear } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { classWords, scoreText, ScoreTabs, totalText } from '../../shown.tsx';
import { removeScenario, scenarioById, scenariosOf, type Scenario } from '../../store/scenarios.ts';
import { tryAddress } from '../try-values/load.ts';
import { messages } from './messages.ts';

/** So many stand side by side on a screen. */
const most = 4;

const several = z.union([z.string(), z.array(z.string())]).optional().catch(undefined);

interface ScenariosPage {
  readonly scored: ScoredYear;
  readonly scenarios: readonly (Scenario & { readonly sheet: Sheet; readonly mine: boolean })[];
  readonly shown: readonly number[];
}

export const scenariosPage = definePage({
  path: '/performance/:year/scenarios',
  permission: 'performance.read',
  params: yearParams,
  query: z.object({ s: several }),
  async load(tx, { params, query, services, actor }) {
    const scored = await readYear(tx, params.year, services);
    if (!scored) return notFound(shared.words('noYear'));
    const ids = new Map(scored.sheet.indicators.map(({ id, key }) => [key, id]));
    const scenarios = (await scenariosOf(tx, scored.sheet.cycle.id)).map((scenario) => ({
      ...scenario, mine: actor.principals.includes(scenario.unitId) && can(actor, 'performance.report'),
      sheet: makeSheet(scored.sheet, 12, { values: new Map([...scenario.values].flatMap(([key, value]) => { const id = ids.get(key); return id === undefined ? [] : [[id, value] as const]; })) }),
    }));
    const asked = (query.s === undefined ? [] : [query.s].flat()).map(Number).filter((id) => scenarios.some((one) => one.id === id));
    const data: ScenariosPage = { scored, scenarios, shown: (asked.length > 0 ? asked : scenarios.map(({ id }) => id)).slice(0, most) };
    return ok(data);
  },
  title: ({ scored }, ui) => ui.text(messages.words('title', { year: scored.year })),
  view: ScenariosView,
});

function ScenariosView(data: ScenariosPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { scored, scenarios, shown } = data;
  const { year, units } = scored;
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: s('tabScenarios') }]} />
      <ScoreTabs ui={ui} year={year} at="/scenarios" />
      {scenarios.length === 0 ? <EmptyState title={t('none')} action={<ButtonLink href={`/performance/${year}/what-if`}>{t('noneLink')}</ButtonLink>}>{t('noneText')}</EmptyState> : (
        <>
          {scenarios.length > 1 ? (
            <Form method="get" action={`/performance/${year}/scenarios`} class="form" label={t('pick')}>
              <Checkboxes name="s" label={t('pick')} value={shown.map(String)} optional options={scenarios.map((one) => ({ value: String(one.id), label: one.name, hint: t('by', { unit: shortUnit(units, one.unitId), person: one.personName, when: momentWords(ui.lang, one.changedAt) }) }))} />
              <div><Button>{t('compare')}</Button></div>
            </Form>
          ) : null}
          <Section title={t('compareTitle')}><Compared data={data} ui={ui} /></Section>
        </>
      )}
      <Pager print />
    </div>
  );
}

/** Lines as rows, scenarios as columns: figures to be compared do not turn into cards. */
function Compared({ data: { scored, scenarios, shown }, ui }: { data: ScenariosPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, year, units } = scored;
  const columns = [{ key: 'now', head: t('now'), sheet, scenario: undefined }, ...shown.flatMap((id) => { const one = scenarios.find((other) => other.id === id); return one ? [{ key: `s${id}`, head: one.name, sheet: one.sheet, scenario: one }] : []; })];
  const classText = (one: Sheet): string => {
    if (!one.total) return '–';
    return (one.reached ? [one.reached] : possibleClasses(one.classes, one.total)).map(({ key }) => classWords(one, key, ui.lang)).join(' · ');
  };
  type Row = { key: string; head: VNode | string; cell: (one: (typeof columns)[number]) => VNode | string };
  const rows: Row[] = [
    { key: 'total', head: t('total'), cell: (one) => <strong>{totalText(one.sheet)}</strong> },
    { key: 'class', head: t('class'), cell: (one) => classText(one.sheet) },
    ...sheet.lines.map(({ indicator }, at): Row => ({
      key: indicator.key, head: `${indicator.key} ${indicator.name}`,
      cell: (one) => { const line = one.sheet.lines[at]; return line?.explanation ? t('cell', { value: scaledText(line.explanation.value), score: scoreText(one.sheet, line.explanation.shown) }) : s('none'); },
    })),
    { key: 'acts', head: t('about'), cell: ({ scenario }) => (scenario ? (
      <div class="stack-s">
        <span class="quiet small">{t('by', { unit: shortUnit(units, scenario.unitId), person: scenario.personName, when: momentWords(ui.lang, scenario.changedAt) })}</span>
        <div><a href={tryAddress(year, scenario.values, { scenario: String(scenario.id) })}>{t('open')}</a></div>
        {scenario.mine ? <ActionButton ui={ui} action={`/performance/${year}/scenarios/${scenario.id}/remove`} kind="quiet">{t('remove')}<span class="vh"> {scenario.name}</span></ActionButton> : null}
      </div>
    ) : '') },
  ];
  return (
    <Table caption={t('compareTitle')} captionHidden cards={false} rows={rows} rowKey={({ key }) => key}
      columns={[{ key: 'line', head: s('indicator'), kind: 'main', cell: ({ head }) => head }, ...columns.map((one) => ({ key: one.key, head: one.head, cell: (row: Row) => row.cell(one) }))]} />
  );
}

const scenarioParams = yearParams.extend({ scenario: z.coerce.number().int().positive().max(2_147_483_647) });

/** Takes a scenario of one's own unit off the list. */
export const removeScenarioAction = defineAction({
  path: '/performance/:year/scenarios/:scenario/remove',
  permission: 'performance.report',
  params: scenarioParams,
  form: emptyForm,
  page: scenariosPage,
  async run(tx, { params, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    const scenario = cycle && await scenarioById(tx, cycle.id, params.scenario);
    if (!scenario || !actor.principals.includes(scenario.unitId) || !(await removeScenario(tx, scenario.id, services.clock.now()))) return notFound(messages.words('gone'));
    return ok({ audit: { action: 'performance.scenario-removed', subject: { type: 'performance.scenario', id: scenario.id }, unitId: scenario.unitId, detail: { name: scenario.name } }, goTo: `/performance/${params.year}/scenarios`, flash: messages.words('removed') });
  },
});
