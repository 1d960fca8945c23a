// The last category: indicators with three years' results.
import type { VNode } from 'preact';
import { choice, integer, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { FieldsRow } from '../../../../../ui/components/form.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { roundedText, scaledText, type Scaled } from '../../../domain/numbers.ts';
import type { ResultItem } from '../../../domain/pmqa/edition.ts';
import { percentOfTarget, resultPoints } from '../../../domain/pmqa/score.ts';
import { readBasics, readYear, type YearBasics, type YearData } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearIdParams, yearParams } from '../../params.ts';
import { LockedNotice, pointsText, SavedMeanwhile, scoreWords, YearHead, yearHref } from '../../shown.tsx';
import { entryOf, resultLines, type ResultLine } from '../../store/results.ts';
import { messages } from './messages.ts';

export const resultsPage = definePage({
  path: '/performance/pmqa/:year/results',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const data = await readYear(tx, params.year, services);
    return data ? ok(data) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ResultsView,
});

export const numberText = (value: Scaled | null): string => (value === null ? '' : scaledText(value, { grouped: true }));

/** Whether the last known value is better than the one before it. */
export function trendOf({ better, valueBefore, valueLast, value }: Pick<ResultLine, 'better' | 'valueBefore' | 'valueLast' | 'value'>): 'up' | 'down' | 'same' | undefined {
  const known = [valueBefore, valueLast, value].filter((one) => one !== null);
  const [before, now] = known.slice(-2);
  if (before === undefined || now === undefined) return undefined;
  if (before === now) return 'same';
  return now > before === (better === 'more') ? 'up' : 'down';
}

function ResultsView(data: YearData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record: { year }, edition, lines, score } = data;
  const items = edition.categories.flatMap(({ results }) => results ?? []);
  const dash = (text_: string) => text_ || '–';
  const against = (line: ResultLine): string => (line.kind === 'free' ? (line.unitOfMeasure ? t('targetOf', { target: numberText(line.target), unit: line.unitOfMeasure }) : numberText(line.target)) : t('fiveLevels', { values: edition.ladders.find(({ key }) => key === line.ladder)?.values.join(' / ') ?? '' }));
  const percent = (line: ResultLine): string => {
    const of = line.kind === 'free' && line.value !== null ? percentOfTarget({ target: line.target ?? 0n, value: line.value, better: line.better }) : undefined;
    return of ? roundedText(of, { places: 2, mode: 'half-away' }) : '–';
  };
  const category = score.categories.find(({ key }) => edition.categories.find((one) => one.key === key)?.results);
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/results" title={t('title')} sub={`${t('sub')}${category ? ` · ${scoreWords(ui.lang, category)}` : ''}`} crumb={t('title')}
        actions={data.mayFill ? <ButtonLink kind="main" href={yearHref(year, '/results/new')}>{t('add')}</ButtonLink> : undefined} />
      {data.mayFill ? null : <LockedNotice ui={ui} data={data} />}
      {items.map((item) => {
        const own = lines.filter((line) => line.item === item.key);
        return (
          <Section title={`${item.key} ${ui.text(item.name)}`}>
            {own.length === 0 ? <p class="quiet">{t('none')}</p> : (
              <Table caption={ui.text(item.name)} captionHidden rows={own} rowKey={({ id }) => String(id)}
                columns={[
                  { key: 'name', head: t('name'), kind: 'main', cell: (line) => (data.mayFill ? <a href={yearHref(year, `/results/${line.id}`)}>{line.name}</a> : line.name) },
                  { key: 'target', head: t('target'), cell: against },
                  { key: 'before', head: String(year - 2), kind: 'num', cell: (line) => dash(numberText(line.valueBefore)) },
                  { key: 'last', head: String(year - 1), kind: 'num', cell: (line) => dash(numberText(line.valueLast)) },
                  { key: 'value', head: String(year), kind: 'num', cell: (line) => dash(numberText(line.value)) },
                  { key: 'trend', head: t('trend'), kind: 'nowrap', cell: (line) => { const trend = trendOf(line); return trend ? t(`trend.${trend}`) : '–'; } },
                  { key: 'percent', head: t('percent'), kind: 'num', cell: percent },
                  { key: 'points', head: t('points'), kind: 'num', cell: (line) => { const points = resultPoints(edition, entryOf(line)); return points ? pointsText(points) : s('missing'); } },
                ]} />
            )}
          </Section>
        );
      })}
    </div>
  );
}

const value = (label: string) => text({ label: { th: label, en: label }, max: 40, optional: true });

export const resultForm = defineForm({
  // Which items there are the edition says: the action asks it.
  item: text({ label: shared.words('item'), max: 10 }),
  name: text({ label: messages.words('name'), max: 500, min: 2 }),
  unit: text({ label: messages.words('unit'), max: 100, optional: true }),
  kind: choice(['free', 'ladder'], { label: messages.words('kind') }),
  better: choice(['more', 'less'], { label: messages.words('better') }),
  target: text({ label: messages.words('target'), hint: messages.words('targetHint'), max: 40, optional: true }),
  ladder: text({ label: messages.words('ladder'), hint: messages.words('ladderHint'), max: 40, optional: true }),
  before: value('before'), last: value('last'), value: text({ label: { th: 'value', en: 'value' }, hint: messages.words('valueHint'), max: 40, optional: true }),
  note: textarea({ label: messages.words('note'), max: 2000, optional: true }),
  rev: integer({ label: { th: '', en: '' } }),
});

interface Edited { readonly basics: YearBasics; readonly line: ResultLine | undefined }

const items = ({ edition }: YearBasics): ResultItem[] => edition.categories.flatMap(({ results }) => [...(results ?? [])]);

export const newResultPage = definePage({
  path: '/performance/pmqa/:year/results/new',
  permission: 'performance.report',
  params: yearParams,
  async load(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    return basics?.mayFill ? ok({ basics, line: undefined }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('add')),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

export const editResultPage = definePage({
  path: '/performance/pmqa/:year/results/:id',
  permission: 'performance.report',
  params: yearIdParams,
  async load(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    const line = basics?.mayFill ? (await resultLines(tx, basics.record.id)).find(({ id }) => id === params.id) : undefined;
    return basics && line ? ok({ basics, line }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('edit')),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

function Edit({ data: { basics, line }, ui }: { data: Edited; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record: { year }, edition } = basics;
  const title = t(line ? 'edit' : 'add');
  const action = yearHref(year, line ? `/results/${line.id}` : '/results/new');
  const form = { ui, action, form: resultForm };
  const sent = stateFor(ui, action).values.rev;
  const late = line !== undefined && sent !== undefined && sent !== String(line.rev);
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/results" title={title} crumb={title} />
      {late ? <SavedMeanwhile ui={ui} saved={line}><p>{t('meanwhile', { name: line.name, target: numberText(line.target) || (line.ladder ?? ''), values: [line.valueBefore, line.valueLast, line.value].map((one) => numberText(one) || '–').join(' / ') })}</p></SavedMeanwhile> : null}
      <ActionForm {...form} class="form" hidden={{ rev: String(line?.rev ?? 0) }} draft={`pmqa-result-${year}-${line?.id ?? 'new'}`}>
        <FormField {...form} name="item" value={line?.item} options={items(basics).map(({ key, name }) => ({ value: key, label: `${key} ${ui.text(name)}` }))} />
        <FormField {...form} name="name" value={line?.name} />
        <FormField {...form} name="unit" value={line?.unitOfMeasure} size="m" />
        <FormField {...form} name="kind" value={line?.kind ?? 'free'} options={(['free', 'ladder'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} arrange="row" />
        <FormField {...form} name="better" value={line?.better ?? 'more'} options={(['more', 'less'] as const).map((way) => ({ value: way, label: t(`better.${way}`) }))} arrange="row" />
        <FieldsRow>
          <FormField {...form} name="target" value={line?.target === undefined ? undefined : numberText(line.target)} size="s" neededLater />
          <FormField {...form} name="ladder" value={line?.ladder ?? ''} empty="–" neededLater options={edition.ladders.map(({ key, values }) => ({ value: key, label: t('ladderOption', { key, values: values.join(' / ') }) }))} />
        </FieldsRow>
        <FieldsRow>
          <FormField {...form} name="before" label={t('yearValue', { year: year - 2 })} value={line ? numberText(line.valueBefore) : undefined} size="s" />
          <FormField {...form} name="last" label={t('yearValue', { year: year - 1 })} value={line ? numberText(line.valueLast) : undefined} size="s" />
          <FormField {...form} name="value" label={t('yearValue', { year })} value={line ? numberText(line.value) : undefined} size="s" />
        </FieldsRow>
        <FormField {...form} name="note" value={line?.note} rows={2} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={yearHref(year, '/results')}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {line ? <Section title={s('remove')} aside={t('removeNote')}><ActionButton ui={ui} action={`${action}/remove`} kind="danger">{s('remove')}</ActionButton></Section> : null}
    </div>
  );
}
