// Score, band and forecast on the page of an indicator.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { DefinitionList } from '../../../ui/components/definition-list.tsx';
import { Section } from '../../../ui/components/panel.tsx';
import { readSheet, type Sheet, type SheetLine } from '../sheet.ts';
import type { IndicatorSection } from '../indicators/sections.ts';
import { scaledText } from '../domain/numbers.ts';
import { foresee, standingOf } from './domain/standing.ts';
import { nextSteps, valueField } from './domain/what-if.ts';
import { defineMessages } from '../../../platform/words.ts';
import { LineLadder, RoundsChart } from './charts.tsx';
import { messages as shared } from './messages.ts';
import { foreseenWords, fractionText, scoreText, StandingMark, whyLines } from './shown.tsx';

const messages = defineMessages({
  th: {
    title: 'คะแนนและแนวโน้ม',
    now: 'คะแนนขณะนี้',
    standing: 'สถานะ',
    why: 'ที่มา',
    forecast: 'คาดการณ์สิ้นปี',
    noForecast: 'ยังไม่มีผลรอบใด จึงยังไม่คาดการณ์',
    next: 'ขั้นถัดไป',
    nextWords: 'ถึง {to} คะแนนรวมของกรมเพิ่ม {gain}',
    tryIt: 'ลองคิดคะแนนของตัวชี้วัดนี้',
  },
  en: {
    title: 'Score and outlook',
    now: 'Score now',
    standing: 'Standing',
    why: 'Why',
    forecast: 'Expected at the end of the year',
    noForecast: 'No round has a result, so nothing is expected yet',
    next: 'Next step',
    nextWords: '{to} adds {gain} to the total of the department',
    tryIt: 'What if for this indicator',
  },
});

function ScoreSection({ sheet, line, ui }: { sheet: Sheet; line: SheetLine; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, explanation } = line;
  const end = foresee(line, sheet.results);
  const step = nextSteps(sheet).find(({ key }) => key === indicator.key);
  return (
    <Section title={t('title')} id="score">
      <DefinitionList items={[
        { term: t('now'), value: explanation ? <strong>{scoreText(sheet, explanation.shown)}{line.weighted.weighted ? ` · ${s('weighted')} ${fractionText(sheet, line.weighted.weighted)}` : ''}</strong> : s('none') },
        { term: t('standing'), value: <StandingMark ui={ui} standing={standingOf(line, sheet.results)} /> },
        { term: t('why'), value: <ul>{whyLines(sheet, line, ui.lang).map((words) => <li>{words}</li>)}</ul> },
        { term: t('forecast'), value: end ? foreseenWords(sheet, end, ui.lang) : t('noForecast') },
        { term: t('next'), value: step ? t('nextWords', { to: scaledText(step.to), gain: fractionText(sheet, step.gain) }) : '' },
      ]} />
      <div class="stack"><LineLadder ui={ui} sheet={sheet} line={line} /><RoundsChart ui={ui} sheet={sheet} line={line} /></div>
      <p><a href={`/performance/${sheet.cycle.fiscalYear}/what-if?${valueField(indicator.key)}=${explanation ? scaledText(explanation.value) : ''}`}>{t('tryIt')}</a></p>
    </Section>
  );
}

/** For `indicatorSections`: an indicator that stands over others has no score of its own. */
export const scoreSections: readonly IndicatorSection[] = [async (tx, { cycle, indicator }) => {
  const sheet = await readSheet(tx, cycle);
  const line = sheet.lines.find((one) => one.indicator.id === indicator.id);
  return line && { id: 'score', order: 300, title: messages.words('title'), view: (ui) => <ScoreSection sheet={sheet} line={line} ui={ui} /> };
}];
