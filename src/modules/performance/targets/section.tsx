// Targets on the page of an indicator: what counts now, the two authorities, the words in short, what is open.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { Section } from '../../../ui/components/panel.tsx';
import type { IndicatorSection } from '../indicators/sections.ts';
import { readSheet } from '../sheet.ts';
import { scoredLines } from '../store/indicators.ts';
import { readStory, type Story } from './features/show-story/load.ts';
import { messages } from './features/show-story/messages.ts';
import { NowFacts, Sides, WordLine } from './features/show-story/parts.tsx';
import { messages as shared } from './messages.ts';
import { lineHref, questionsHref } from './params.ts';
import { askedValue } from './shown.tsx';

/** What this room shows on the page of an indicator. An indicator over others has no targets of its own. */
export const targetSections: readonly IndicatorSection[] = [async (tx, { actor, cycle, indicator, all }) => {
  if (!scoredLines(all).some(({ id }) => id === indicator.id)) return undefined;
  const story = await readStory(tx, await readSheet(tx, cycle), indicator, askedValue(undefined), actor);
  return { id: 'targets', order: 100, title: shared.words('targets'), view: (ui) => <Targets story={story} ui={ui} /> };
}];

function Targets({ story, ui }: { story: Story; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const open = story.questions.filter(({ state }) => state === 'open');
  return (
    <Section title={s('targets')} id="targets" aside={<a href={lineHref(story.sheet.cycle.fiscalYear, story.indicator.key)}>{t('wholeStory')}</a>}>
      <div class="stack">
        <NowFacts story={story} ui={ui} />
        <Sides story={story} ui={ui} />
        <Section title={t('story')} level={3}><WordLine story={story} ui={ui} /></Section>
        {open.length > 0 ? <Section title={t('questions')} level={3}><ul>{open.map((one) => <li><a href={questionsHref(story.sheet.cycle.fiscalYear, `/${one.id}`)}>{one.question}</a></li>)}</ul></Section> : null}
      </div>
    </Section>
  );
}
