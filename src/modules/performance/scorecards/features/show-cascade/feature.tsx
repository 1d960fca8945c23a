// Which bureaus carry an indicator of the department, with what share, and the level that comes of it by its rule.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { choice } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { hundred, roundedText, scaledText } from '../../../domain/numbers.ts';
import { scoreNode, type NodeScore, type ParentRule } from '../../../domain/scorecard.ts';
import { indicatorById, indicatorsOf, scoredLines, type Indicator } from '../../../store/indicators.ts';
import { cycleById, keepsCycle } from '../../../store/cycles.ts';
import { cardHref, root } from '../../access.ts';
import { asState, levels } from '../../domain/card.ts';
import { cycleAsked, readCards, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { cascadeRules, setCascadeRule } from '../../store/cards.ts';

const m = messages.words;
const rules = ['contribution', 'lowest', 'own'] as const;
export const ruleForm = defineForm({ rule: choice(rules, { label: m('rule') }) });

interface Carried { readonly indicator: Indicator; readonly rule: ParentRule; readonly parts: readonly { readonly view: CardView; readonly scored: CardView['score']['lines'][number] }[]; readonly sum: bigint; readonly joined: NodeScore | undefined }

async function load(tx: ReadTx, year: number | undefined, { clock }: Pick<Services, 'clock'>) {
  const cycle = await cycleAsked(tx, year);
  if (!cycle) return undefined;
  const views = await readCards(tx, cycle, clock.today(), 12);
  const said = await cascadeRules(tx);
  const lines = scoredLines(await indicatorsOf(tx, cycle.id)).map((indicator): Carried => {
    const parts = views.flatMap((view) => view.score.lines.filter(({ line }) => line.indicatorId === indicator.id).map((scored) => ({ view, scored })));
    const rule = said.get(indicator.id) ?? 'contribution';
    const key = (lineId: number) => `line-${lineId}`;
    const nodes = [
      { key: 'parent', rule, own: { state: 'missing' as const }, parts: parts.map(({ scored: { line } }) => ({ key: key(line.id), contribution: line.contribution ?? 0n })) },
      ...parts.map(({ scored }) => ({ key: key(scored.line.id), rule: 'own' as const, own: asState(scored), parts: [] })),
    ];
    return { indicator, rule, parts, sum: parts.reduce((sum, { scored: { line } }) => sum + (line.contribution ?? 0n), 0n), joined: parts.length > 0 && rule !== 'own' ? scoreNode(nodes, 'parent', levels) : undefined };
  });
  return { cycle, lines, keeps: keepsCycle(tx.actor, cycle) && cycle.state !== 'closed' };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

export const cascadePage = definePage({
  path: '/performance/scorecards/cascade',
  permission: 'performance.read',
  query: z.object({ year: z.coerce.number().int().min(2540).max(2700).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const found = await load(tx, query.year, services);
    return found ? ok(found) : notFound(m('noCycle'));
  },
  title: (_data, ui) => ui.text(m('cascade')),
  view: CascadeView,
});

const four = { places: 4, mode: 'half-away' } as const;

function CascadeView({ cycle, lines, keeps }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={t('cascade')} sub={t('cascadeSub')} crumbs={[{ label: t('title'), href: `${root}?year=${cycle.fiscalYear}` }, { label: t('cascade') }]} />
      {lines.map((carried) => {
        const { indicator, parts, sum, joined, rule } = carried;
        const form = { ui, action: `${root}/cascade/${indicator.id}`, form: ruleForm };
        return (
          <Section title={`${indicator.key} ${indicator.name}`} aside={joined ? `${t('joined')} ${joined.score ? roundedText(joined.score, four) : t('between', { least: roundedText(joined.least, four), most: roundedText(joined.most, four) })}` : undefined}>
            <Table caption={t('parts')} captionHidden rows={parts} rowKey={({ scored }) => String(scored.line.id)} empty={<EmptyState title={t('nobody')} />}
              columns={[
                { key: 'unit', head: t('unit'), kind: 'main', cell: ({ view }) => <a href={cardHref(view.card.id)}>{view.unit.abbreviation || view.unit.name}</a> },
                { key: 'line', head: t('line'), cell: ({ scored }) => scored.line.title },
                { key: 'share', head: t('contribution'), kind: 'num', cell: ({ scored }) => scaledText(scored.line.contribution ?? 0n) },
                { key: 'level', head: t('level'), kind: 'num', cell: ({ scored, view }) => (scored.explanation ? scaledText(scored.explanation.shown, { places: view.card.places }) : t('noResult')) },
              ]} />
            {parts.length > 0 && sum !== hundred ? <p><StateMark kind="risk" wrap>{t('sumWrong', { sum: scaledText(sum) })}</StateMark></p> : null}
            {rule === 'own' ? <p class="quiet">{t('ownNote')}</p> : null}
            {keeps ? <ActionForm {...form} scope={`rule-${indicator.id}`}><div class="cluster"><FormField {...form} name="rule" as="select" value={rule} options={rules.map((one) => ({ value: one, label: t(`rule.${one}`) }))} /><Button>{t('setRule')}</Button></div></ActionForm> : <p class="quiet">{t('rule')}: {t(`rule.${rule}`)}</p>}
          </Section>
        );
      })}
      <Pager print />
    </div>
  );
}

export const ruleAction = defineAction({
  path: '/performance/scorecards/cascade/:indicator',
  permission: 'performance.keep',
  params: z.object({ indicator: z.coerce.number().int().positive().max(2_147_483_647) }),
  form: ruleForm,
  page: cascadePage,
  async run(tx, { params, input, services, actor }) {
    const indicator = await indicatorById(tx, params.indicator);
    const cycle = indicator && await cycleById(tx, indicator.cycleId);
    if (!indicator || !cycle || cycle.state === 'closed' || !keepsCycle(actor, cycle)) return notFound(m('notFound'));
    await setCascadeRule(tx, params.indicator, input.rule, services.clock.now());
    return ok({ audit: { action: 'performance.cascade-rule-set', subject: { type: 'performance.indicator', id: params.indicator }, detail: { rule: input.rule } }, goTo: `${root}/cascade?year=${cycle.fiscalYear}`, flash: m('ruleSaved') });
  },
});
