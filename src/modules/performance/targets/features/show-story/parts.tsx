// Parts of the story of a target: on its own page, and on the page of the indicator.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { ladderText } from '../../domain/read-ladder.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref } from '../../params.ts';
import { lineOf } from '../../score.ts';
import { day, LadderWords, ReferenceWords, ScoreWords, totalWords, weightText } from '../../shown.tsx';
import { deciding } from '../../domain/stages.ts';
import type { ScoredWord, Side, Story } from './load.ts';
import { messages } from './messages.ts';

/** What is scored by at this moment, and what is still open about it. */
export function NowFacts({ story, ui }: { story: Story; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, named, counting, lastYear, open, standing, sheet } = story;
  return (
    <DefinitionList items={[
      { term: s('ladder'), value: <LadderWords ui={ui} ladder={indicator.ladder} unit={indicator.unitOfMeasure} /> },
      { term: s('weight'), value: weightText(indicator.weight) },
      { term: s('score'), value: <ScoreWords ui={ui} line={lineOf(sheet, indicator.id)} sheet={sheet} why /> },
      { term: t('counts'), value: <>{s(`authority.${counting}`)}{named?.reason ? <span class="quiet"> ({named.reason})</span> : null}{standing.keeper ? <> <a href={lineHref(sheet.cycle.fiscalYear, indicator.key, '/authority')}>{t('change')}</a></> : null}</> },
      { term: t('state'), value: <StateMark kind={indicator.state === 'final' ? 'done' : indicator.state === 'cancelled' ? 'void' : 'going'}>{t(`state.${indicator.state}`)}</StateMark> },
      { term: t('lastYear'), value: lastYear ? `${t('lastYearText', { value: scaledText(lastYear.value), unit: indicator.unitOfMeasure, year: lastYear.fiscalYear })}${lastYear.stepsDone.length > 0 ? ` ${t('steps', { steps: lastYear.stepsDone.join(', ') })}` : ''}` : '' },
      { term: t('open'), value: open.length === 0 ? '' : <div class="cluster">{open.map((one) => <StateMark kind={one === 'authorities-differ' ? 'risk' : 'wait'} wrap>{t(`open.${one}`)}</StateMark>)}</div> },
    ]} />
  );
}

/** The two authorities beside each other. */
export function Sides({ story, ui }: { story: Story; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, sides } = story;
  const none = <span class="quiet">{t('sideNone')}</span>;
  const cell = (side: Side, what: (word: NonNullable<Side['word']>) => VNode | string | null) => (side.word ? what(side.word) : null);
  const all: readonly [string, (side: Side) => VNode | string | null][] = [
    [s('ladder'), (side) => (side.word ? <LadderWords ui={ui} ladder={side.word.ladder} unit={indicator.unitOfMeasure} /> : none)],
    [s('stage'), (side) => cell(side, (word) => t('sideFrom', { stage: s(`stage.${word.stage}`), date: day(ui, word.decidedOn) }))],
    [s('reason'), (side) => cell(side, (word) => word.reason)],
    [s('reference'), (side) => cell(side, (word) => (word.reference || word.letterId !== null ? <ReferenceWords ui={ui} {...word} /> : null))],
    [s('score'), (side) => (side.sheet ? <ScoreWords ui={ui} line={lineOf(side.sheet, indicator.id)} sheet={side.sheet} why /> : null)],
    [t('total'), (side) => (side.sheet ? totalWords(ui, side.sheet) : null)],
  ];
  const rows = all.filter(([, of]) => sides.some((side) => of(side)));
  return (
    <Table caption={t('sides')} captionHidden rows={rows} rowKey={([head]) => head}
      columns={[
        { key: 'what', head: t('said'), kind: 'main', cell: ([head]) => head },
        ...sides.map((side) => ({ key: side.authority, head: `${s(`authority.${side.authority}`)}${side.counts ? ` (${t('countsNow')})` : ''}`, cell: (row: (typeof rows)[number]) => row[1](side) })),
      ]} />
  );
}

/** Every word in order, each with the score of the same result under it. */
export function Words({ story, ui }: { story: Story; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, words } = story;
  const reason = (word: ScoredWord) => (
    <>
      {word.reason}
      {word.weightGround ? <div class="quiet small">{t('ground', { ground: s(`ground.${word.weightGround}`) })}</div> : null}
      {word.yearSaid !== null && word.yearSaid !== story.sheet.cycle.fiscalYear ? <div><StateMark kind="risk" wrap>{t('yearSaid', { year: word.yearSaid })}</StateMark></div> : null}
      <div class="quiet small"><ReferenceWords ui={ui} {...word} /></div>
    </>
  );
  return (
    <Table caption={t('story')} captionHidden rows={words} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('storyNone')}>{t('storyNoneText')}</EmptyState>}
      columns={[
        { key: 'stage', head: s('stage'), kind: 'main', cell: (word) => <><StateMark kind={word.stage === 'final' ? 'done' : deciding.includes(word.stage) ? 'going' : 'wait'} wrap>{s(`stage.${word.stage}`)}</StateMark><div class="quiet small regular">{s(`authority.${word.authority}`)}</div></> },
        { key: 'date', head: s('date'), kind: 'nowrap', cell: (word) => <>{day(ui, word.decidedOn)}<div class="quiet small">{word.personName}</div></> },
        { key: 'ladder', head: s('ladder'), kind: 'nowrap', cell: (word) => (word.ladder ? <LadderWords ui={ui} ladder={word.ladder} /> : '') },
        { key: 'weight', head: s('weight'), kind: 'num', cell: (word) => weightText(word.weight) },
        { key: 'reason', head: s('reason'), kind: 'wide', cell: reason },
        { key: 'score', head: s('score'), cell: (word) => (word.sheet ? <ScoreWords ui={ui} line={lineOf(word.sheet, indicator.id)} sheet={word.sheet} /> : '') },
      ]} />
  );
}

/** The same in short, for a narrow column: what each stage set. */
export function WordLine({ story, ui }: { story: Story; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const sets = ({ ladder, weight }: ScoredWord) => [ladder ? `${s('ladder')} ${ladderText(ladder)}` : '', weight === null ? '' : `${s('weight')} ${weightText(weight)}`].filter(Boolean).join(' · ');
  const score = ({ sheet }: ScoredWord) => { const why = sheet && lineOf(sheet, story.indicator.id)?.explanation; return why ? ` · ${s('scoreOf', { score: scaledText(why.shown, { places: why.rounding.places }) })}` : ''; };
  if (story.words.length === 0) return <p class="quiet">{t('storyNone')}</p>;
  return (
    <Timeline label={t('story')} items={story.words.map((word, at) => ({
      text: s(`stage.${word.stage}`), by: s(`authority.${word.authority}`), time: day(ui, word.decidedOn), iso: word.decidedOn, state: at === story.words.length - 1 ? 'now' as const : 'done' as const,
      note: <>{sets(word)}{score(word)}<div>{word.reason}</div></>,
    }))} />
  );
}
