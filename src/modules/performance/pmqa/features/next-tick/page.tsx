// Which boxes raise the total most, and the fewest that lift it to a wished one; each is a link to its place.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { FilterBar } from '../../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { TextField } from '../../../../../ui/components/text-field.tsx';
import { parseTyped, scaledText, type Scaled } from '../../../domain/numbers.ts';
import { allLevels, type Level } from '../../../domain/pmqa/levels.ts';
import { nextBestTicks, planTicks, type TickMove, type TickPlan } from '../../../domain/pmqa/next-tick.ts';
import { topPoints } from '../../../domain/pmqa/score.ts';
import { itemName, itemOf, readYear, type YearData } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { pointsText, totalText, YearHead, yearHref } from '../../shown.tsx';
import { outcomes, type Outcome } from '../../store/outcomes.ts';
import { messages } from './messages.ts';

export interface NextData extends YearData {
  /** As typed. */
  readonly asked: string;
  /** Undefined where it is no total of these criteria. */
  readonly goal: Scaled | undefined;
  readonly plan: TickPlan | undefined;
  readonly best: readonly TickMove[];
  readonly last: Outcome | undefined;
}

/** Full Basic in every item: what most departments set out for. */
const usualGoal = '300';

export const nextPage = definePage({
  path: '/performance/pmqa/:year/next',
  permission: 'performance.read',
  params: yearParams,
  query: z.object({ to: z.string().trim().max(40).optional().catch(undefined) }),
  async load(tx, { params, query, services }) {
    const data = await readYear(tx, params.year, services);
    if (!data) return notFound();
    const asked = query.to || usualGoal;
    const typed = parseTyped(asked);
    const goal = typed.ok && typed.value.value >= 0n && typed.value.value <= topPoints(data.edition) ? typed.value.value : undefined;
    return ok({ ...data, asked, goal, plan: goal === undefined ? undefined : planTicks(data.edition, data.self, goal), best: nextBestTicks(data.edition, data.self).slice(0, 10), last: (await outcomes(tx)).findLast(({ year }) => year <= params.year) });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: NextView,
});

/** Numbers of the boxes that a move ticks: the first ones of the level that are open. */
export function boxesOfMove({ edition, self }: Pick<NextData, 'edition' | 'self'>, move: TickMove): Readonly<Record<Level, readonly number[]>> {
  const item = itemOf(edition, move.item);
  const own = self.items[move.item];
  const of = (level: Level) => Array.from({ length: item?.levels[level].boxes ?? 0 }, (_, at) => at + 1).filter((n) => !own?.[level][n - 1]).slice(0, move.levels[level]);
  return { basic: of('basic'), advance: of('advance'), significance: of('significance') };
}

function NextView(data: NextData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { record: { year }, edition, goal, plan, best, last, score } = data;
  const goalText = goal === undefined ? '' : scaledText(goal);
  const unopened = score.missing.filter((key) => itemOf(edition, key)).length;
  const told = (): string | undefined => {
    if (!last || goal === undefined) return undefined;
    const params = { year: last.year, total: totalText(last.total), goal: goalText };
    return last.total >= goal ? t('lastReached', params) : t('lastYear', { ...params, gap: totalText(goal - last.total) });
  };
  const moves = (rows: readonly TickMove[], caption: string, per: boolean) => (
    <Table caption={caption} captionHidden rows={rows} rowKey={({ item }) => item}
      columns={[
        { key: 'item', head: s('item'), kind: 'main', cell: ({ item }) => <a href={yearHref(year, `/items/${item}`)}>{`${item} ${ui.text(itemName(edition, item) ?? { th: '', en: '' })}`}</a> },
        { key: 'boxes', head: t('boxes'), cell: (move) => { const which = boxesOfMove(data, move); return <>{allLevels.filter((level) => move.levels[level] > 0).map((level) => <div><a href={yearHref(year, `/items/${move.item}#${level}`)}>{t('move', { level: s(`level.${level}`), n: move.levels[level], which: which[level].join(', ') })}</a></div>)}</>; } },
        { key: 'gain', head: t('gain'), kind: 'num', cell: ({ gain }) => `+${pointsText(gain)}` },
        ...(per ? [{ key: 'per', head: t('perBox'), kind: 'num' as const, cell: ({ gain, ticks }: TickMove) => `+${pointsText({ n: gain.n, d: gain.d * BigInt(ticks) })}` }] : []),
        ...(data.keeps ? [{ key: 'act', head: '', kind: 'act' as const, cell: ({ item }: TickMove) => <a href={yearHref(year, `/plan/new?item=${item}`)}>{t('addPlan')}<span class="vh"> {item}</span></a> }] : []),
      ]} />
  );
  const told_ = told();
  return (
    <div class="stack-l">
      <YearHead ui={ui} year={year} at="/next" title={t('title')} sub={t('sub')} crumb={t('title')} />
      <FilterBar action={yearHref(year, '/next')} submitLabel={t('show')} label={t('goal')}>
        <TextField name="to" label={t('goal')} value={data.asked} size="s" inputMode="decimal" error={goal === undefined ? t('badGoal', { top: scaledText(topPoints(edition)) }) : undefined} />
      </FilterBar>
      {told_ ? <Notice>{told_}</Notice> : null}
      <p>{t('now', { points: pointsText(score.least) })}{unopened > 0 ? ` · ${t('missing', { n: unopened })}` : ''}</p>
      {plan ? (
        <Section title={t('planTitle')} aside={plan.kind === 'plan' ? t('plan', { n: plan.ticks, before: pointsText(plan.before), after: pointsText(plan.after) }) : undefined}>
          {plan.kind === 'reached' ? <p>{t('reached')}</p> : null}
          {plan.kind === 'impossible' ? <Notice kind="warn">{t('impossible', { after: pointsText(plan.after), goal: goalText })}</Notice> : null}
          {plan.moves.length > 0 ? moves(plan.moves, t('planTitle'), false) : null}
        </Section>
      ) : null}
      <Section title={t('best')}>{best.length === 0 ? <p>{t('complete')}</p> : moves(best, t('best'), true)}</Section>
    </div>
  );
}

