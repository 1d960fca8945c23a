// Questions that were left open: the list, a new one, and one with the score under each answer.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import type { Sheet } from '../../../sheet.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { scoredLines } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref, questionsHref, recordParams, sheetOfYear, targetsHref, yearParams } from '../../params.ts';
import { lineOf, supposed } from '../../score.ts';
import { askedValue, day, ScoreWords, SupposeForm, supposeQuery, TargetTabs, totalWords, type Asked } from '../../shown.tsx';
import { questionById, questionsOf, type Answer, type Question } from '../../store/questions.ts';
import { answerPlaces, decideForm, questionForm, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import { questionMark, QuestionTable, setsWords } from './table.tsx';

interface List {
  readonly sheet: Sheet;
  readonly questions: readonly Question[];
  readonly keeper: boolean;
}

export const questionsPage = definePage({
  path: '/performance/:year/questions',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, actor }) {
    const sheet = await sheetOfYear(tx, params.year);
    return sheet.ok ? ok({ sheet: sheet.value, questions: await questionsOf(tx, sheet.value.cycle.id), keeper: keepsCycle(actor, sheet.value.cycle) }) : sheet;
  },
  title: (_data, ui) => shared.in(ui.lang)('questions'),
  view: ListView,
});

function ListView({ sheet, questions, keeper }: List, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  return (
    <div class="stack-l">
      <PageHead title={s('questions')} sub={t('sub', { year })} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('questions') }]}
        actions={<>{keeper ? <ButtonLink kind="main" href={questionsHref(year, '/new')}>{t('add')}</ButtonLink> : null}<ButtonLink kind="quiet" href="/open-points">{t('meeting')}</ButtonLink></>} />
      <TargetTabs ui={ui} year={year} at="questions" open={questions.filter(({ state }) => state === 'open').length} />
      <QuestionTable ui={ui} sheet={sheet} questions={questions} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager print />
    </div>
  );
}

export const newQuestionPage = definePage({
  path: '/performance/:year/questions/new',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    return keepsCycle(actor, sheet.value.cycle) ? ok({ sheet: sheet.value, today: services.clock.today() }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('add'),
  view: NewView,
});

function NewView({ sheet, today }: { sheet: Sheet; today: string }, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  const form = { ui, action: questionsHref(year, '/new'), form: questionForm };
  return (
    <div class="stack-l">
      <PageHead title={t('add')} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('questions'), href: questionsHref(year) }, { label: t('add') }]} />
      <ActionForm {...form} class="form">
        <FormField {...form} name="question" />
        <FormField {...form} name="detail" rows={2} />
        <FormField {...form} name="indicators" options={scoredLines(sheet.indicators).map(({ id, key, name }) => ({ value: String(id), label: `${key} ${name}` }))} />
        {answerPlaces.map((n) => (
          <Section title={t('answer', { n })} level={3}>
            <FormField {...form} name={`text${n}`} neededLater={n < 3} />
            <FormField {...form} name={`saidBy${n}`} />
            <div class="two"><FormField {...form} name={`values${n}`} size="m" /><FormField {...form} name={`weight${n}`} size="s" /></div>
          </Section>
        ))}
        <FormField {...form} name="decider" />
        <FormField {...form} name="point" size="m" />
        <FormField {...form} name="askedOn" value={today} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={questionsHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

interface One {
  readonly sheet: Sheet;
  readonly question: Question;
  readonly asked: Asked;
  readonly keeper: boolean;
  readonly today: string;
}

export const questionPage = definePage({
  path: '/performance/:year/questions/:id',
  permission: 'performance.read',
  params: recordParams,
  query: supposeQuery,
  async load(tx, { params, query, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    const question = await questionById(tx, sheet.value.cycle.id, params.id);
    return question ? ok({ sheet: sheet.value, question, asked: askedValue(query.value), keeper: keepsCycle(actor, sheet.value.cycle), today: services.clock.today() }) : notFound();
  },
  title: ({ question }: One) => question.question,
  view: QuestionView,
});

/** The sheet under an answer. */
const underAnswer = (sheet: Sheet, { indicatorIds }: Pick<Question, 'indicatorIds'>, { ladder, weight }: Pick<Answer, 'ladder' | 'weight'>, asked: Asked): Sheet =>
  supposed(sheet, { indicatorIds, ladder, weight, value: asked.value });

function QuestionView(data: One, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, question, asked, keeper } = data;
  const year = sheet.cycle.fiscalYear;
  const lines = sheet.lines.filter(({ indicator }) => question.indicatorIds.includes(indicator.id));
  return (
    <div class="stack-l">
      <PageHead title={question.question} sub={question.detail} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('questions'), href: questionsHref(year) }, { label: String(question.id) }]} />
      <DefinitionList items={[
        { term: t('state'), value: questionMark(ui, question) },
        { term: t('indicators'), value: lines.length === 0 ? '' : <ul>{lines.map(({ indicator }) => <li><a href={lineHref(year, indicator.key)}>{indicator.key} {indicator.name}</a></li>)}</ul> },
        { term: t('decider'), value: question.decider },
        { term: t('askedOn'), value: day(ui, question.askedOn) },
        { term: t('point'), value: question.pointHref ? <a href={question.pointHref}>{t('openPoint')}</a> : '' },
        { term: t('chosen'), value: question.state === 'decided' ? <strong>{question.answers.find(({ place }) => place === question.chosen)?.text}</strong> : '' },
        { term: t('decision'), value: question.decision ?? '' },
        { term: s('reference'), value: question.decisionReference },
        { term: t('decidedOn'), value: question.decidedOn ? day(ui, question.decidedOn) : '' },
      ]} />
      {lines.length > 0 ? <SupposeForm ui={ui} action={questionsHref(year, `/${question.id}`)} asked={asked} real={lines[0]?.result?.value ?? undefined} unit={lines[0]?.indicator.unitOfMeasure ?? ''} /> : null}
      <Section title={t('underEach')}><Answers data={data} ui={ui} /></Section>
      {keeper && question.state === 'open' ? <Decide data={data} ui={ui} /> : null}
    </div>
  );
}

function Answers({ data: { sheet, question, asked }, ui }: { data: One; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const rows = question.answers.map((answer) => ({ answer, under: underAnswer(sheet, question, answer, asked) }));
  const weights = (under: Sheet) => scaledText(under.lines.reduce((sum, { indicator }) => sum + (indicator.state === 'cancelled' ? 0n : (indicator.weight ?? 0n)), 0n));
  const scored = question.indicatorIds.length > 0;
  return (
    <Table caption={t('underEach')} captionHidden rows={rows} rowKey={({ answer }) => String(answer.place)} isCurrent={({ answer }) => answer.place === question.chosen}
      columns={[
        { key: 'answer', head: t('answerText'), kind: 'main', cell: ({ answer }) => <>{answer.text}{answer.saidBy ? <div class="quiet small regular">{answer.saidBy}</div> : null}</> },
        { key: 'sets', head: t('sets'), cell: ({ answer }) => setsWords(ui, answer) || <span class="quiet">{t('nothing')}</span> },
        ...(scored ? [
          { key: 'score', head: s('score'), cell: ({ under }: (typeof rows)[number]) => <>{question.indicatorIds.map((id) => { const line = lineOf(under, id); return line ? <div><span class="quiet">{line.indicator.key}</span> <ScoreWords ui={ui} line={line} sheet={under} why /></div> : null; })}</> },
          { key: 'total', head: t('total'), cell: ({ under }: (typeof rows)[number]) => <>{totalWords(ui, under)}<div class="quiet small">{t('weights', { sum: weights(under) })}</div></> },
        ] : []),
      ]} />
  );
}

function Decide({ data: { sheet, question, today }, ui }: { data: One; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const base = questionsHref(sheet.cycle.fiscalYear, `/${question.id}`);
  const decide = { ui, action: `${base}/decide`, form: decideForm };
  const withdraw = { ui, action: `${base}/withdraw`, form: withdrawForm };
  const rev = { rev: String(question.rev) };
  return (
    <>
      <Section title={t('decide')}>
        <Notice>{t('decideNote')}</Notice>
        <ActionForm {...decide} class="form" hidden={rev} scope="decide">
          <FormField {...decide} name="chosen" as="radios" options={question.answers.map(({ place, text }) => ({ value: String(place), label: text }))} />
          <FormField {...decide} name="decision" rows={2} />
          <FormField {...decide} name="reference" />
          <FormField {...decide} name="decidedOn" value={today} />
          <ButtonRow><Button kind="main">{t('decide')}</Button></ButtonRow>
        </ActionForm>
      </Section>
      <details class="fold">
        <summary>{t('withdraw')}</summary>
        <ActionForm {...withdraw} class="form" hidden={rev} scope="withdraw">
          <FormField {...withdraw} name="reason" />
          <ButtonRow><Button kind="danger">{t('withdraw')}</Button></ButtonRow>
        </ActionForm>
      </details>
    </>
  );
}
