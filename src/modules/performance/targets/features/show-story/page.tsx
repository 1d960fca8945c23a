// Everything about the targets of one line: two authorities, every word in order, the score of one result under each.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { ButtonLink } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { FindingList } from '../../../shown.tsx';
import { messages as shared } from '../../messages.ts';
import { changesHref, lineHref, lineOfYear, lineParams, targetsHref } from '../../params.ts';
import { askedValue, SupposeForm, supposeQuery } from '../../shown.tsx';
import { ChangeTable } from '../ask-change/table.tsx';
import { QuestionTable } from '../keep-questions/table.tsx';
import { YearsTable } from '../link-years/table.tsx';
import { readStory, valueOf, type Story } from './load.ts';
import { messages } from './messages.ts';
import { NowFacts, Sides, Words } from './parts.tsx';

export const storyPage = definePage({
  path: '/performance/:year/targets/:key',
  permission: 'performance.read',
  params: lineParams,
  query: supposeQuery,
  async load(tx, { params, query, actor }) {
    const line = await lineOfYear(tx, params.year, params.key);
    return line.ok ? ok(await readStory(tx, line.value.sheet, line.value.indicator, askedValue(query.value), actor)) : line;
  },
  title: ({ indicator }, ui) => messages.in(ui.lang)('title', { key: indicator.key }),
  view: StoryView,
});

function StoryView(story: Story, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, sheet, standing, findings, questions, changes, asked } = story;
  const year = sheet.cycle.fiscalYear;
  const at = (rest: string) => lineHref(year, indicator.key, rest);
  const closed = indicator.state !== 'draft';
  const actions = (
    <>
      {standing.owner && !closed ? <ButtonLink kind="main" href={at('/new?stage=proposed')}>{t('propose')}</ButtonLink> : null}
      {standing.executive && !closed ? <ButtonLink kind="main" href={at('/new?stage=pre-review')}>{t('review')}</ButtonLink> : null}
      {standing.keeper && indicator.state !== 'cancelled' ? <ButtonLink href={at('/new?stage=working-group')}>{t('record')}</ButtonLink> : null}
      {(standing.owner || standing.keeper) && indicator.state !== 'cancelled' ? <ButtonLink kind="quiet" href={`${changesHref(year, '/new')}?indicator=${indicator.id}`}>{t('askChange')}</ButtonLink> : null}
    </>
  );
  return (
    <div class="stack-l">
      <PageHead title={t('title', { key: indicator.key })} sub={<a href={`/performance/${year}/indicators/${indicator.key}`}>{indicator.name}</a>} crumbs={[{ label: s('targets'), href: targetsHref(year) }, { label: s('year', { year }), href: targetsHref(year) }, { label: indicator.key }]} actions={actions} />
      {findings.length > 0 ? <FindingList ui={ui} findings={findings} inputOf={() => undefined} /> : null}
      <SupposeForm ui={ui} action={at('')} asked={asked} real={valueOf({ ...story, asked: askedValue(undefined) })} unit={indicator.unitOfMeasure} />
      <Section title={t('now')}><NowFacts story={story} ui={ui} /></Section>
      <Section title={t('sides')}><Sides story={story} ui={ui} /></Section>
      <Section title={t('story')} id="story"><Words story={story} ui={ui} /></Section>
      {questions.length > 0 ? <Section title={t('questions')}><QuestionTable ui={ui} sheet={sheet} questions={questions} /></Section> : null}
      {changes.length > 0 ? <Section title={t('changes')}><ChangeTable ui={ui} sheet={sheet} changes={changes} /></Section> : null}
      <Section title={t('years')} aside={standing.owner || standing.keeper ? <a href={at('/years')}>{t('editYears')}</a> : undefined} id="years"><YearsTable ui={ui} years={story.years} plans={story.plans} here={indicator.id} /></Section>
      <Pager print />
    </div>
  );
}
