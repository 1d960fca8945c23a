// A unit's scorecard: what is missing first, then every line with its levels, its result and the reason of its level.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { LevelSteps } from '../../../../../ui/components/level-steps.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import { unitLabel } from '../../../../organisation/index.ts';
import { round, scaledText } from '../../../domain/numbers.ts';
import { cardHref, cardParams, writesCard } from '../../access.ts';
import { levelReached, months, totalFormula, whyWords, type Month } from '../../domain/card.ts';
import { readCard, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { CardFindings, CardStateMark, CardTabs, crumbsOf, scoreText } from '../../shown.tsx';

const query = z.object({ month: z.coerce.number().pipe(z.literal(months)).optional().catch(undefined) });

export const cardPage = definePage({
  path: '/performance/scorecards/:id',
  permission: 'performance.read',
  params: cardParams,
  query,
  async load(tx, { params, query: asked, services, actor }) {
    const view = await readCard(tx, params.id, services.clock.today(), asked.month as Month | undefined);
    return view ? ok({ ...view, writes: writesCard(actor, view.card), locked: view.state === 'proposed' || view.state === 'head-signed' }) : notFound(messages.words('notFound'));
  },
  title: ({ unit }, ui) => unitLabel(unit, ui.lang),
  view: CardPage,
});

type Data = CardView & { readonly writes: boolean; readonly locked: boolean };

/** What the head of the unit sees first. */
export function waitsOf(view: CardView): { key: Parameters<typeof messages.words>[0]; params?: Record<string, string | number>; href: string }[] {
  const at = (rest = '') => cardHref(view.card.id, rest);
  const state = { draft: 'waits.propose', proposed: 'waits.head', 'head-signed': 'waits.executive', changed: 'waits.changed', returned: 'waits.returned', signed: undefined } as const;
  const key = state[view.state];
  const unread = view.readers.filter(({ readAt }) => readAt === null).length;
  return [
    ...(view.lines.length === 0 ? [{ key: 'waits.lines' as const, href: at('/lines/new') }] : []),
    ...(key ? [{ key, params: { reason: view.agreement?.returnReason ?? '' }, href: at('/agreement') }] : []),
    ...view.score.lines.filter(({ weighted }) => weighted.state === 'missing').map(({ line }) => ({ key: 'waits.result' as const, params: { n: view.month, title: line.title }, href: at(`/lines/${line.id}/result`) })),
    ...(unread > 0 ? [{ key: 'waits.readers' as const, params: { n: unread }, href: at('/readers') }] : []),
  ];
}

type Scored = CardView['score']['lines'][number];

function CardPage(view: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { card, score } = view;
  const waits = waitsOf(view);
  const edits = view.writes && !view.locked;
  const shown = (value: bigint) => scaledText(value, { places: card.places });
  const formula = totalFormula(score);
  return (
    <div class="stack-l">
      <PageHead title={unitLabel(view.unit, ui.lang)} sub={t('year1', { year: card.fiscalYear })} crumbs={crumbsOf(ui, view)}
        actions={edits ? <ButtonRow><ButtonLink href={cardHref(card.id, '/lines/new')}>{t('addLine')}</ButtonLink><ButtonLink kind="quiet" href={cardHref(card.id, '/settings')}>{t('settings')}</ButtonLink></ButtonRow> : undefined} />
      <CardTabs ui={ui} view={view} at="" />
      <Section title={t('waits')} aside={<CardStateMark ui={ui} state={view.state} />}>
        {waits.length === 0 && view.findings.length === 0 ? <p><StateMark kind="done">{t('nothingWaits')}</StateMark></p> : <ul>{waits.map(({ key, params, href }) => <li><a href={href}>{t(key, params)}</a></li>)}</ul>}
        <CardFindings ui={ui} view={view} editable={edits} />
      </Section>
      <Section title={`${t('total')} ${scoreText(ui, view)}`} aside={<QuickFilters label={t('month')} items={months.map((month) => ({ label: t('monthN', { n: month }), href: cardHref(card.id, `?month=${month}`), current: month === view.month }))} />}>
        {formula ? <p class="measure">{t('formula', { formula, score: shown(score.total.shown ?? 0n) })}</p> : view.lines.length === 0 ? null : (
          <Notice kind="info">{t('open', { least: shown(score.total.least), most: shown(score.total.most) })}{score.total.soFar === undefined ? '' : ` ${t('soFar', { score: shown(score.total.soFar) })}`}</Notice>
        )}
        <Table caption={t('lines')} captionHidden rows={score.lines} rowKey={({ line }) => String(line.id)} empty={<EmptyState title={t('waits.lines')} />} isVoid={({ line }) => line.cancelled}
          columns={[
            { key: 'line', head: t('line'), kind: 'main', cell: (scored) => <LineName ui={ui} view={view} scored={scored} edits={edits} /> },
            { key: 'weight', head: t('weight'), kind: 'num', cell: ({ line }) => scaledText(line.weight) },
            { key: 'levels', head: t('levels'), cell: (scored) => <LevelSteps label={t('levels')} values={scored.line.ladder.values} reached={levelReached(scored)} /> },
            { key: 'result', head: t('result'), cell: (scored) => <ResultCell ui={ui} view={view} scored={scored} /> },
            { key: 'level', head: t('level'), kind: 'num', cell: ({ explanation }) => (explanation ? shown(explanation.shown) : '–') },
            { key: 'weighted', head: t('weighted'), kind: 'num', cell: ({ weighted }) => (weighted.weighted ? shown(round(weighted.weighted, { places: card.places, mode: 'half-away' })) : '–') },
          ]} />
      </Section>
      <Pager print extra={[{ label: t('pdf'), href: cardHref(card.id, '/agreement.pdf'), download: true }].filter(() => view.agreement !== undefined)} />
    </div>
  );
}

function LineName({ ui, view, scored: { line }, edits }: { ui: Ui; view: Data; scored: Scored; edits: boolean }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      {edits ? <a href={cardHref(view.card.id, `/lines/${line.id}`)}>{line.title}</a> : line.title}
      <div class="quiet small">{line.kind === 'cascaded' ? t('fromIndicator', { key: line.indicatorKey ?? '', share: scaledText(line.contribution ?? 0n) }) : t(`kind.${line.kind}`)}{line.unitOfMeasure ? ` · ${line.unitOfMeasure}` : ''}</div>
      {line.cannotReason && line.cannotOn ? <div class="small"><StateMark kind="risk">{t('cannot')}</StateMark> {t('cannotSaid', { day: dayWords(ui.lang, localDate(line.cannotOn)), by: line.cannotBy ?? '', reason: line.cannotReason })}</div> : null}
    </>
  );
}

function ResultCell({ ui, view, scored }: { ui: Ui; view: Data; scored: Scored }): VNode {
  const t = messages.in(ui.lang);
  const why = whyWords(scored);
  const { line, result } = scored;
  if (line.cancelled) return <span class="quiet">{t('cancelledLine')}</span>;
  return (
    <>
      {result && result.value !== null ? <>{scaledText(result.value)} <span class="quiet small">{t('monthN', { n: result.month })}</span></> : <StateMark kind="wait">{t('noResult')}</StateMark>}
      <div><a class="small" href={cardHref(view.card.id, `/lines/${line.id}/result`)}>{view.writes ? t('report') : t('history')}</a></div>
      {why ? <details class="fold"><summary>{t('why')}</summary><p class="small">{ui.text(why)}</p>{result?.evidence ? <p class="small quiet">{t('evidence')}: {result.evidence}</p> : null}</details> : null}
    </>
  );
}
