// How an indicator goes on from year to year: the link to the year before, and what each year is.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { choice, hidden, id, integer, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import type { Sheet } from '../../../sheet.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { standingOf } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref, lineOfYear, lineParams, targetsHref } from '../../params.ts';
import { earlierIndicators, phases, setContinuation, setYearPlan, yearPlans, yearsOf, type YearIndicator, type YearPlan } from '../../store/years.ts';
import { messages } from './messages.ts';
import { YearsTable } from './table.tsx';

const linkForm = defineForm({
  earlier: id({ label: messages.words('earlier'), hint: messages.words('earlierHint'), optional: true }),
  note: text({ label: messages.words('note'), hint: messages.words('noteHint'), max: 1000, optional: true }),
});

const planForm = defineForm({
  fiscalYear: integer({ label: messages.words('planYear'), min: 2540, max: 2700 }),
  phase: choice(phases, { label: messages.words('phase') }),
  text: textarea({ label: messages.words('text'), hint: messages.words('textHint'), max: 1000, rows: 2, optional: true }),
  rev: hidden({ optional: true, max: 12 }),
});

interface Data {
  readonly sheet: Sheet;
  readonly indicator: Indicator;
  readonly years: readonly YearIndicator[];
  readonly plans: readonly (YearPlan & { readonly indicatorId: number })[];
  readonly choices: Awaited<ReturnType<typeof earlierIndicators>>;
  readonly edited: number | undefined;
}

/** The line, for those who may write to it: its owners and the secretariat. */
async function editable(tx: ReadTx, year: number, key: string, actor: Actor): Promise<Result<{ sheet: Sheet; indicator: Indicator }>> {
  const line = await lineOfYear(tx, year, key);
  if (!line.ok) return line;
  const { owner, keeper } = standingOf(actor, line.value.sheet.cycle, line.value.indicator);
  return owner || keeper ? line : notFound();
}

export const yearsPage = definePage({
  path: '/performance/:year/targets/:key/years',
  permission: 'performance.report',
  params: lineParams,
  query: z.object({ edit: z.coerce.number().int().optional().catch(undefined) }),
  async load(tx, { params, query, actor, form }) {
    const line = await editable(tx, params.year, params.key, actor);
    if (!line.ok) return line;
    const years = await yearsOf(tx, line.value.indicator.id);
    return ok({ ...line.value, years, plans: await yearPlans(tx, years.map(({ indicatorId }) => indicatorId)), choices: await earlierIndicators(tx, params.year), edited: query.edit ?? (Number(form.values['fiscalYear']) || undefined) });
  },
  title: ({ indicator }: Data, ui) => messages.in(ui.lang)('title', { key: indicator.key }),
  view: (data: Data, ui) => <YearsView data={data} ui={ui} />,
});

function YearsView({ data: { sheet, indicator, years, plans, choices, edited }, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  const back = lineHref(year, indicator.key);
  const title = t('title', { key: indicator.key });
  const link = { ui, action: `${back}/years`, form: linkForm };
  const plan = { ui, action: `${back}/years/plan`, form: planForm };
  const mine = plans.filter(({ indicatorId }) => indicatorId === indicator.id);
  const shown = mine.find(({ fiscalYear }) => fiscalYear === edited);
  const earlier = years.findLast(({ fiscalYear }) => fiscalYear < year);
  return (
    <div class="stack-l">
      <PageHead title={title} sub={t('sub')} crumbs={[{ label: s('targets'), href: targetsHref(year) }, { label: indicator.key, href: back }, { label: title }]} />
      <YearsTable ui={ui} years={years} plans={plans} here={indicator.id} />
      <Section title={t('continues')}>
        <ActionForm {...link} class="form">
          <FormField {...link} name="earlier" as="select" value={earlier?.indicatorId} empty={t('noneEarlier')} options={choices.map((one) => ({ value: String(one.id), label: `${one.fiscalYear} · ${one.key} ${one.name}` }))} />
          <FormField {...link} name="note" value={years.find(({ indicatorId }) => indicatorId === indicator.id)?.note} />
          <ButtonRow><Button>{s('save')}</Button></ButtonRow>
        </ActionForm>
      </Section>
      <Section title={t('planTitle')}>
        <QuickFilters items={[...mine.map((one) => ({ label: t('edit', { year: one.fiscalYear }), href: `${back}/years?edit=${one.fiscalYear}`, current: one.fiscalYear === edited })), { label: t('add'), href: `${back}/years`, current: shown === undefined }]} />
        <ActionForm {...plan} class="form" hidden={{ rev: String(shown?.rev ?? 0) }}>
          <FormField {...plan} name="fiscalYear" value={shown?.fiscalYear ?? year + 1} size="s" />
          <FormField {...plan} name="phase" value={shown?.phase ?? 'next'} options={phases.map((value) => ({ value, label: t(`phase.${value}`) }))} arrange="row" />
          <FormField {...plan} name="text" value={shown?.text} rows={2} />
          <ButtonRow><Button>{s('save')}</Button></ButtonRow>
        </ActionForm>
      </Section>
    </div>
  );
}

export const linkAction = defineAction({
  path: '/performance/:year/targets/:key/years',
  permission: 'performance.report',
  params: lineParams,
  form: linkForm,
  page: yearsPage,
  async run(tx, { input, params, actor, services }) {
    const line = await editable(tx, params.year, params.key, actor);
    if (!line.ok) return line;
    const { indicator } = line.value;
    if (input.earlier !== undefined && !(await earlierIndicators(tx, params.year)).some((one) => one.id === input.earlier)) return fail('NO_SUCH_INDICATOR', messages.words('unknown'), { fields: { earlier: messages.words('unknown') } });
    await setContinuation(tx, indicator.id, input.earlier === undefined ? undefined : { id: input.earlier, note: input.note ?? '' }, services.clock.now());
    return ok({ audit: { action: 'performance.indicator-continued', subject: { type: 'performance.indicator', id: indicator.id }, detail: { earlier: input.earlier ?? null } }, goTo: `${lineHref(params.year, params.key)}#years`, flash: messages.words('linked') });
  },
});

export const planAction = defineAction({
  path: '/performance/:year/targets/:key/years/plan',
  permission: 'performance.report',
  params: lineParams,
  form: planForm,
  page: yearsPage,
  async run(tx, { input, params, actor, services }) {
    const line = await editable(tx, params.year, params.key, actor);
    if (!line.ok) return line;
    const { indicator } = line.value;
    const rev = Number(input.rev ?? 0);
    if (rev === 0 && (input.text ?? '').trim().length < 2) return fail('NO_TEXT', messages.words('empty'), { fields: { text: messages.words('empty') } });
    const plan = { fiscalYear: input.fiscalYear, phase: input.phase, text: input.text ?? '', rev };
    if (!(await setYearPlan(tx, indicator.id, plan, services.clock.now()))) return fail('STALE', shared.words('stale'), { status: 409 });
    return ok({ audit: { action: 'performance.year-planned', subject: { type: 'performance.indicator', id: indicator.id }, detail: { fiscalYear: plan.fiscalYear, phase: plan.phase, text: plan.text } }, goTo: `${lineHref(params.year, params.key)}#years`, flash: messages.words('planned') });
  },
});
