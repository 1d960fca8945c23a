// The plan of improvement, one line of it, and its progress.
import type { VNode } from 'preact';
import { z } from 'zod';
import { choice, files, id, integer, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { UploadProgress } from '../../../../../ui/components/file-field.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import { itemName } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearIdParams, yearParams } from '../../params.ts';
import { YearHead, yearHref } from '../../shown.tsx';
import { followUpMonths, followUpStandings, type FollowUpMonth, type PlanLine } from '../../store/plan.ts';
import { lastReport, readPlan, readPlanLine, roundEnds, type PlanData, type PlanLineData } from './load.ts';
import { messages } from './messages.ts';

export const planForm = defineForm({
  item: text({ label: messages.words('item'), max: 10 }),
  what: textarea({ label: messages.words('what'), max: 2000 }),
  unit: id({ label: messages.words('who') }),
  due: thaiDate({ label: messages.words('due') }),
  done: thaiDate({ label: messages.words('doneOn'), hint: messages.words('doneHint'), optional: true }),
  rev: integer({ label: { th: '', en: '' } }),
});

export const followUpForm = defineForm({
  month: choice(['6', '12'], { label: messages.words('fieldMonth') }),
  standing: choice(followUpStandings, { label: messages.words('fieldStanding') }),
  text: textarea({ label: messages.words('fieldText'), max: 4000 }),
  files: files({ label: messages.words('fieldFile'), optional: true }),
});

export const planHref = (year: number, rest = ''): string => yearHref(year, `/plan${rest}`);

export const planPage = definePage({
  path: '/performance/pmqa/:year/plan',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readPlan(tx, params.year, services);
    return data ? ok(data) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: PlanView,
});

const unitName = ({ units }: PlanData, unitId: number): string => { const unit = units.get(unitId); return unit ? unit.abbreviation || unit.name : ''; };
const nameOf = ({ edition }: PlanData, ui: Ui, key: string): string => `${key} ${ui.text(itemName(edition, key) ?? { th: '', en: '' })}`;

function LineState({ line, today, ui }: { line: PlanLine; today: string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (line.doneOn) return <StateMark kind="done" wrap>{t('done', { day: dayWords(ui.lang, localDate(line.doneOn)) })}</StateMark>;
  return line.dueOn < today ? <StateMark kind="late">{t('late')}</StateMark> : <StateMark kind="wait">{t('open')}</StateMark>;
}

function PlanView(data: PlanData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { record: { year } } = data;
  const marks = { 'not-begun': 'risk', going: 'going', done: 'done' } as const;
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/plan" title={t('title')} sub={`${t('sub')} · ${followUpMonths.map((n) => t('monthDue', { n, day: dayWords(ui.lang, localDate(roundEnds(year, n))) })).join(' · ')}`} crumb={t('title')}
        actions={data.keeps ? <ButtonLink kind="main" href={planHref(year, '/new')}>{t('add')}</ButtonLink> : undefined} />
      <Table caption={t('title')} captionHidden rows={data.lines} rowKey={({ id: key }) => String(key)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'what', head: t('what'), kind: 'main', cell: (line) => <a href={planHref(year, `/${line.id}`)}>{line.what}</a> },
          { key: 'item', head: t('item'), cell: ({ item }) => <a href={yearHref(year, data.edition.categories.some(({ items }) => items.some(({ key }) => key === item)) ? `/items/${item}` : '/results')}>{nameOf(data, ui, item)}</a> },
          { key: 'who', head: t('who'), cell: ({ unitId }) => unitName(data, unitId) },
          { key: 'due', head: t('due'), kind: 'nowrap', cell: ({ dueOn }) => dayWords(ui.lang, localDate(dueOn)) },
          { key: 'state', head: t('state'), cell: (line) => <LineState line={line} today={data.today} ui={ui} /> },
          ...followUpMonths.map((n) => ({ key: `m${n}`, head: t('monthHead', { n }), cell: ({ id: key }: PlanLine) => { const report = lastReport(data, key, n); return report ? <StateMark kind={marks[report.standing]} wrap>{t(`standing.${report.standing}`)}</StateMark> : <StateMark kind="void">{t('followNone')}</StateMark>; } })),
        ]} />
      <Pager print />
    </div>
  );
}

export const newPlanPage = definePage({
  path: '/performance/pmqa/:year/plan/new',
  permission: 'performance.keep',
  params: yearParams,
  query: z.object({ item: z.string().max(10).optional().catch(undefined) }),
  async load(tx, { params, query, services }) {
    const data = await readPlan(tx, params.year, services);
    return data?.keeps ? ok({ data, line: undefined, item: query.item }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('add')),
  view: ({ data, item }: { data: PlanData; line: undefined; item: string | undefined }, ui) => (
    <div class="stack-l">
      <YearHead ui={ui} year={data.record.year} at="/plan" title={ui.text(messages.words('add'))} crumb={ui.text(messages.words('add'))} />
      <LineForm data={data} item={item} ui={ui} />
    </div>
  ),
});

function LineForm({ data, line, item, ui }: { data: PlanData; line?: PlanLine; item?: string | undefined; ui: Ui }): VNode {
  const s = shared.in(ui.lang);
  const year = data.record.year;
  const form = { ui, action: planHref(year, line ? `/${line.id}` : '/new'), form: planForm };
  const options = [...data.units.values()].filter(({ kind, abbreviation }) => abbreviation !== '' && kind !== 'provincial-office').map((unit) => ({ value: String(unit.id), label: unit.abbreviation || unit.name }));
  return (
    <ActionForm {...form} class="form" hidden={{ rev: String(line?.rev ?? 0) }}>
      <FormField {...form} name="item" value={line?.item ?? item} options={data.edition.categories.map(({ key, name, items, results }) => ({ group: `${key} ${ui.text(name)}`, options: [...items, ...(results ?? [])].map((one) => ({ value: one.key, label: `${one.key} ${ui.text(one.name)}` })) }))} />
      <FormField {...form} name="what" value={line?.what} rows={3} />
      <FormField {...form} name="unit" as="select" value={line?.unitId ?? data.record.keeperUnitId} options={options} size="m" />
      <FormField {...form} name="due" value={line?.dueOn} />
      {line ? <FormField {...form} name="done" value={line.doneOn} /> : null}
      <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={planHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

export const planLinePage = definePage({
  path: '/performance/pmqa/:year/plan/:id',
  permission: 'performance.read',
  params: yearIdParams,
  async load(tx, { params, services }) {
    const data = await readPlanLine(tx, params.year, params.id, services);
    return data ? ok(data) : notFound();
  },
  title: ({ line }) => line.what,
  view: PlanLineView,
});

function PlanLineView(data: PlanLineData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { line, record: { year } } = data;
  const action = planHref(year, `/${line.id}`);
  const sent = stateFor(ui, action).values.rev;
  const report = { ui, action: `${action}/follow-up`, form: followUpForm };
  // The round that is due next, or the last one.
  const month: FollowUpMonth = data.today <= roundEnds(year, 6) ? 6 : 12;
  const own = data.reports.filter(({ lineId }) => lineId === line.id);
  const due = dayWords(ui.lang, localDate(line.dueOn));
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/plan" title={line.what} sub={nameOf(data, ui, line.item)} crumb={t('detail')} />
      <DefinitionList items={[
        { term: t('who'), value: data.units.get(line.unitId)?.name },
        { term: t('due'), value: due },
        { term: t('state'), value: <LineState line={line} today={data.today} ui={ui} /> },
      ]} />
      <Section title={t('history')}>
        {own.length === 0 ? <p class="quiet">{t('followNone')}</p> : (
          <>
            <Timeline label={t('history')} items={own.map((one) => ({ text: `${t('month', { n: one.month })}: ${t(`standing.${one.standing}`)}`, by: one.personName, time: momentWords(ui.lang, one.at), iso: one.at.toISOString(), note: one.text }))} />
            {data.evidence.map(({ line: piece }) => (piece.href ? <Attachment name={piece.title ?? ''} href={piece.href} /> : null))}
          </>
        )}
      </Section>
      {data.mayReport ? (
        <Section title={t('follow')} id="follow-up">
          <ActionForm {...report} class="form" scope="follow">
            <FormField {...report} name="month" value={String(month)} options={followUpMonths.map((n) => ({ value: String(n), label: t('month', { n }) }))} arrange="row" />
            <FormField {...report} name="standing" options={followUpStandings.map((one) => ({ value: one, label: t(`standing.${one}`) }))} arrange="row" />
            <FormField {...report} name="text" rows={3} />
            <FormField {...report} name="files" />
            <UploadProgress />
            <Button kind={data.keeps ? 'plain' : 'main'}>{t('follow')}</Button>
          </ActionForm>
        </Section>
      ) : null}
      {data.keeps ? (
        <Section title={t('edit')}>
          {sent !== undefined && sent !== String(line.rev) ? <Notice kind="warn">{t('now', { what: line.what, who: unitName(data, line.unitId), due })}</Notice> : null}
          <LineForm data={data} line={line} ui={ui} />
        </Section>
      ) : null}
      {data.keeps ? <Section title={s('remove')} aside={t('removeNote')}><ActionButton ui={ui} action={`${action}/remove`} kind="danger">{s('remove')}</ActionButton></Section> : null}
    </div>
  );
}
