// One word about a target: proposed by its owner, looked at by an executive, or recorded by the secretariat.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { FormState } from '../../../../../platform/forms/form.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import type { Finding } from '../../../domain/finding.ts';
import { scaled, scaledText } from '../../../domain/numbers.ts';
import { budgetOf } from '../../../indicators/store/projects.ts';
import type { Sheet } from '../../../sheet.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { standingOf } from '../../access.ts';
import { scaleOf, scales, type Scale } from '../../domain/read-ladder.ts';
import { authorities, grounds, maySay, stages, type Authority, type Stage, type Standing } from '../../domain/stages.ts';
import { LadderInputs, ScaleLinks, scaleShown } from '../../ladder-fields.tsx';
import { messages as shared } from '../../messages.ts';
import { lineHref, lineOfYear, lineParams, targetsHref } from '../../params.ts';
import { wordsOf, type StoredWord } from '../../store/targets.ts';
import { checkWord, repairWords } from './check.ts';
import { repairs, wordForm } from './form.ts';
import { messages } from './messages.ts';

const query = z.object({ stage: z.enum(stages).optional().catch(undefined), authority: z.enum(authorities).optional().catch(undefined), scale: z.enum(scales).optional().catch(undefined) });

interface Data {
  readonly sheet: Sheet;
  readonly indicator: Indicator;
  readonly stage: Stage;
  readonly authority: Authority;
  readonly scale: Scale;
  /** The latest word, whose ladder the fields begin with. */
  readonly latest: StoredWord | undefined;
  readonly standing: Standing;
  readonly today: string;
  readonly findings: readonly Finding[];
  /** Budget of the projects behind it, in baht. */
  readonly budget: string | undefined;
  readonly asked: z.infer<typeof query>;
}

export const wordPage = definePage({
  path: '/performance/:year/targets/:key/new',
  permission: 'performance.read',
  params: lineParams,
  query,
  async load(tx, { params, query: asked, actor, form, services }) {
    const line = await lineOfYear(tx, params.year, params.key);
    if (!line.ok) return line;
    const { sheet, indicator } = line.value;
    const standing = standingOf(actor, sheet.cycle, indicator);
    const own = stages.find((stage) => maySay(stage, standing));
    if (own === undefined) return fail('NOT_YOURS', messages.words('notYours'), { status: 403 });
    if (indicator.state === 'cancelled') return notFound(messages.words('cancelled'));
    const typed = stages.find((stage) => stage === form.values['stage']) ?? asked.stage;
    const stage = typed !== undefined && maySay(typed, standing) ? typed : own;
    const authority = asked.authority ?? 'opdc';
    const words = await wordsOf(tx, indicator.id);
    const latest = words.findLast((word) => word.authority === authority && word.ladder !== null);
    return ok({ sheet, indicator, stage, authority, standing, latest, asked, scale: asked.scale ?? scaleOf(latest?.ladder ?? indicator.ladder), today: services.clock.today(), findings: await found(tx, sheet, indicator, form), budget: await budgetOf(tx, indicator.id) });
  },
  title: ({ stage, indicator }: Data, ui) => messages.in(ui.lang)(`title.${stage}`, { key: indicator.key }),
  view: (data: Data, ui) => <WordView data={data} ui={ui} />,
});

/** What was found in a form that is shown again. */
async function found(tx: ReadTx, sheet: Sheet, indicator: Indicator, { values }: FormState): Promise<readonly Finding[]> {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  if (one('scale') === undefined) return [];
  const checked = await checkWord(tx, sheet, indicator, {
    stage: 'proposed', authority: 'opdc', scale: scales.find((scale) => scale === one('scale')) ?? '50-75-100', below: (['zero', 'slope', 'lowest'] as const).find((below) => below === one('below')) ?? 'zero',
    v0: one('v0'), v1: one('v1'), v2: one('v2'), v3: one('v3'), v4: one('v4'), weight: one('weight'), weightGround: undefined, reference: undefined, letter: undefined,
    yearSaid: /^\d{4}$/.test(one('yearSaid') ?? '') ? Number(one('yearSaid')) : undefined, sure: false, repair: repairs.find((repair) => repair === one('repair')),
  });
  return checked.findings;
}

function WordView({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, indicator, stage, authority, latest, standing, today, findings, budget, asked } = data;
  const year = sheet.cycle.fiscalYear;
  const back = lineHref(year, indicator.key);
  const action = `${back}/new`;
  const form = { ui, action, form: wordForm };
  const scale = scaleShown(ui, data.scale);
  const title = t(`title.${stage}`, { key: indicator.key });
  const offered = stages.filter((one) => maySay(one, standing) && (stage === 'proposed' || stage === 'pre-review' ? one === stage : true));
  const repair = repairWords(findings);
  // What was mended stays mended when something else is still missing.
  const mended = ui.form.values['repair'] === 'all';
  const warned = findings.some(({ severity }) => severity === 'warning') && findings.every(({ severity }) => severity === 'warning');
  const search = (to: Scale) => `${action}?${new URLSearchParams({ stage, authority: asked.authority ?? authority, scale: to }).toString()}`;
  return (
    <div class="stack-l">
      <PageHead title={title} sub={indicator.name} crumbs={[{ label: s('targets'), href: targetsHref(year) }, { label: indicator.key, href: back }, { label: title }]} />
      <ActionForm {...form} class="form">
        {offered.length === 1 ? <input type="hidden" name="stage" value={stage} /> : <FormField {...form} name="stage" value={stage} as="select" options={offered.map((value) => ({ value, label: s(`stage.${value}`) }))} />}
        <FormField {...form} name="authority" value={authority} options={authorities.map((value) => ({ value, label: s(`authority.${value}`) }))} arrange="row" />
        <Section title={t('ladder')} level={3}>
          <p class="quiet">{t('ladderNote')}</p>
          <ScaleLinks ui={ui} href={search} scale={scale} />
          <LadderInputs {...form} scale={scale} ladder={latest?.ladder ?? indicator.ladder} unit={indicator.unitOfMeasure} />
        </Section>
        <Section title={t('weightPart')} level={3}>
          {budget === undefined ? null : <p class="quiet">{t('budget', { baht: scaledText(scaled(budget), { grouped: true, places: 2 }) })}</p>}
          <FormField {...form} name="weight" size="s" />
          <FormField {...form} name="weightGround" options={grounds.map((value) => ({ value, label: s(`ground.${value}`) }))} as="select" empty={s('unknown')} />
        </Section>
        <Section title={t('basis')} level={3}>
          <FormField {...form} name="reason" rows={3} />
          <FormField {...form} name="decidedOn" value={today} />
          <FormField {...form} name="reference" />
          <FormField {...form} name="letter" />
          <FormField {...form} name="yearSaid" />
        </Section>
        {mended ? <input type="hidden" name="repair" value="all" /> : null}
        {warned ? <FormField {...form} name="sure" /> : null}
        <ButtonRow>
          <Button kind="main">{s('save')}</Button>
          {repair ? <Button name="repair" value="all">{ui.text(repair)}</Button> : null}
          <ButtonLink kind="quiet" href={back}>{s('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}
