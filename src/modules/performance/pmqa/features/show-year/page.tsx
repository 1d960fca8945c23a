// The assessment of a year at a glance: score, radar, items, steps, assessors, history.
import type { VNode } from 'preact';
import { id, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink } from '../../../../../ui/components/button.tsx';
import { RadarChart } from '../../../../../ui/components/chart-radar.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import { round, roundedText, scaledText, whole, type Fraction } from '../../../domain/numbers.ts';
import type { Category } from '../../../domain/pmqa/edition.ts';
import { governmentLevel, groupOf, standingOf, topPoints } from '../../../domain/pmqa/score.ts';
import { meanOf } from '../../domain/shares.ts';
import { refusalOf, stepRules, steps, type Step } from '../../domain/states.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { AssessmentMark, pointsText, scoreWords, totalText, YearHead, yearHref } from '../../shown.tsx';
import { ItemsTable } from './items-table.tsx';
import { readOverview, type Overview } from './load.ts';
import { messages } from './messages.ts';

export const returnForm = defineForm({ note: textarea({ label: messages.words('remark'), max: 2000 }) });
export const assessorForm = defineForm({ person: id({ label: messages.words('person'), hint: messages.words('personHint') }) });

export const yearPage = definePage({
  path: '/performance/pmqa/:year',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const found = await readOverview(tx, params.year, services);
    return found ? ok(found) : notFound();
  },
  title: ({ record }, ui) => messages.in(ui.lang)('title', { year: record.year }),
  view: YearView,
});

/** Points as the length of a spoke, for drawing only; null leaves the outline open. */
const lengthOf = (points: Fraction | undefined): number | null => (points ? Number(scaledText(round(points, { places: 2, mode: 'half-away' }))) : null);
/** Where rings stand: the levels of an item. */
const rings = [100, 200, 300, 400, 500];

/** The mean of the assessors' points of a category. */
const assessorPoints = (data: Overview, key: string): Fraction | undefined => meanOf(data.assessorScores.flatMap(({ score }) => { const of = score.categories.find((one) => one.key === key); return of ? [of.least] : []; }));

function YearView(data: Overview, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record, edition, score } = data;
  const top = topPoints(edition);
  const total = round(score.least, { places: 2, mode: 'half-away' });
  const best = Number(scaledText(top));
  const drawn = [
    { name: s('self'), of: (which: string) => score.categories.find(({ key }) => key === which)?.least },
    ...(data.assessorScores.length > 0 ? [{ name: s('assessor'), of: (which: string) => assessorPoints(data, which) }] : []),
  ];
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={record.year} at="" title={t('title', { year: record.year })} sub={t('sub', { edition: ui.text(edition.name), day: dayWords(ui.lang, localDate(record.closesOn)) })}
        actions={data.mine && record.state === 'submitted' ? <ButtonLink kind="main" href={yearHref(record.year, '/assess')}>{t('assess')}</ButtonLink> : undefined} />
      <div class="two">
        <Section title={t('selfScore')}>
          <p class="figure">{scoreWords(ui.lang, score)}</p>
          <p class="quiet">{score.missing.length === 0 ? t('complete') : t('certain', { n: score.missing.length })}</p>
          <DefinitionList items={[
            { term: t('steps'), value: <AssessmentMark ui={ui} state={record.state} /> },
            { term: t('standing'), value: score.points ? ui.text(standingOf(edition, total)?.name ?? { th: '', en: '' }) : undefined },
            { term: t('group'), value: score.points ? ui.text(groupOf(edition, total)?.name ?? { th: '', en: '' }) : undefined },
            { term: t('government'), value: score.points ? roundedText(governmentLevel(edition, total), { places: 1, mode: 'half-away' }) : undefined },
            { term: t('outcome'), value: data.outcome ? t('outcomeOf', { total: totalText(data.outcome.total), group: data.outcome.groupName, source: data.outcome.source }) : undefined },
          ]} />
        </Section>
        <StepsPanel data={data} ui={ui} />
      </div>
      <Section title={t('radar')}>
        <div class="two">
          <RadarChart caption={t('radar')} summary={t('radarLabel', { top: scaledText(top) })} max={best} rings={rings.filter((at) => at <= best).map((at) => ({ at, words: String(at) }))}
            axes={edition.categories.map(({ key }) => t('axis', { key }))} series={drawn.map(({ name, of }) => ({ name, values: edition.categories.map(({ key }) => lengthOf(of(key))) }))}
            table={{ heads: [t('category'), ...drawn.map(({ name }) => name)], rows: edition.categories.map(({ key, name }) => [`${key} ${ui.text(name)}`, ...drawn.map(({ of }) => { const points = of(key); return points ? pointsText(points) : '–'; })]) }} />
          <Table caption={t('radar')} captionHidden rows={edition.categories} rowKey={({ key }) => key} cards={false}
            columns={[
              { key: 'category', head: t('category'), kind: 'main', cell: ({ key, name }) => `${key} ${ui.text(name)}` },
              { key: 'points', head: s('self'), kind: 'num', cell: ({ key }) => pointsText(score.categories.find((one) => one.key === key)?.least ?? whole(0n)) },
              ...(data.assessorScores.length > 0 ? [{ key: 'assessor', head: t('assessor'), kind: 'num' as const, cell: ({ key }: Category) => { const points = assessorPoints(data, key); return points ? pointsText(points) : '–'; } }] : []),
            ]}
            footer={{ category: scoreWords(ui.lang, score), points: pointsText(score.least) }} />
        </div>
      </Section>
      <ItemsTable data={data} ui={ui} />
      <AssessorsPart data={data} ui={ui} />
      <Section title={t('history')}>
        <Timeline label={t('history')} items={data.events.map((event) => ({ text: t(`event.${event.kind}`), by: event.personName, time: momentWords(ui.lang, event.at), iso: event.at.toISOString(), note: event.note || undefined }))} />
      </Section>
      <Pager print extra={[{ label: s('pdf'), href: yearHref(record.year, '/report.pdf'), download: true }, { label: s('xlsx'), href: yearHref(record.year, '/scores.xlsx'), download: true }]} />
    </div>
  );
}

const buttonOf: Readonly<Record<Step, 'main' | 'plain'>> = { apply: 'main', begin: 'main', submit: 'main', 'take-back': 'plain', return: 'plain', accept: 'main', close: 'plain' };

function StepsPanel({ data, ui }: { data: Overview; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { record, facts } = data;
  const open = steps.filter((step) => stepRules[step].from.includes(record.state) && (stepRules[step].by === 'keeper' ? data.keeps : data.mine !== undefined));
  const results = data.score.missing.filter((key) => !facts.missingItems.includes(key)).join(', ');
  return (
    <Panel title={t('steps')}>
      <div class="stack">
        {open.map((step) => {
          const why = refusalOf(step, facts);
          const action = yearHref(record.year, `/${step}`);
          if (why) {
            const what = why === 'profile' ? facts.missingSections.join(' ') : facts.missingItems.join(' ');
            return <p class="quiet"><strong>{t(`step.${step}`)}</strong>: {t(`why.${why}`, { what, n: facts.assessorsSubmitted, of: facts.assessors })}</p>;
          }
          const hidden = { rev: String(record.rev) };
          if (step === 'return') {
            return (
              <details class="step-more" open={ui.form.action === action}>
                <summary>{t('step.return')}</summary>
                <ActionForm ui={ui} action={action} form={returnForm} hidden={hidden} scope="return">
                  <FormField ui={ui} action={action} form={returnForm} name="note" rows={3} />
                  <Button>{t('step.return')}</Button>
                </ActionForm>
              </details>
            );
          }
          return (
            <div class="stack-s">
              {step === 'submit' && results !== '' ? <Notice kind="warn">{t('warnResults', { what: results })}</Notice> : null}
              <ActionButton ui={ui} action={action} kind={buttonOf[step]} hidden={hidden}>{t(`step.${step}`)}</ActionButton>
            </div>
          );
        })}
        {open.length === 0 ? <AssessmentMark ui={ui} state={record.state} /> : null}
        {data.keeps && record.state !== 'closed' ? <p><a href={yearHref(record.year, '/settings')}>{t('settings')}</a></p> : null}
      </div>
    </Panel>
  );
}

function AssessorsPart({ data, ui }: { data: Overview; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { record, assessors } = data;
  const naming = data.keeps && record.state !== 'assessed' && record.state !== 'closed';
  const form = { ui, action: yearHref(record.year, '/assessors'), form: assessorForm };
  const scoreOf = (id: number) => data.assessorScores.find(({ assessor }) => assessor.id === id)?.score;
  return (
    <Section title={t('assessors')} aside={t('assessorsNote')} id="assessors">
      {assessors.length === 0 ? <p class="quiet">{t('noAssessors')}</p> : (
        <Table caption={t('assessors')} captionHidden rows={assessors} rowKey={({ id: key }) => String(key)}
          columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: ({ personName }) => personName },
            { key: 'state', head: t('steps'), cell: ({ submittedAt }) => (submittedAt ? <StateMark kind="done" wrap>{t('submitted', { when: momentWords(ui.lang, submittedAt) })}</StateMark> : <StateMark kind="wait">{t('working')}</StateMark>) },
            { key: 'points', head: t('points'), kind: 'num', cell: ({ id: key }) => { const of = scoreOf(key); return of ? scoreWords(ui.lang, of) : '–'; } },
            { key: 'act', head: '', kind: 'act', cell: ({ id: key, submittedAt }) => (naming && !submittedAt ? <ActionButton ui={ui} action={yearHref(record.year, `/assessors/${key}/release`)} kind="quiet">{t('release')}</ActionButton> : null) },
          ]} />
      )}
      {naming ? (data.candidates.length === 0 ? <p class="quiet">{t('personNone')}</p> : (
        <ActionForm {...form} class="form" scope="assessor">
          <FormField {...form} name="person" as="select" options={data.candidates.map(({ id: value, name }) => ({ value: String(value), label: name }))} size="m" />
          <Button>{t('nameAssessor')}</Button>
        </ActionForm>
      )) : null}
    </Section>
  );
}
