// The list of requests of a year, and the form for a new one.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Actor } from '../../../../../platform/access/actor.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import type { Sheet } from '../../../sheet.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import { scoredLines, type Indicator } from '../../../store/indicators.ts';
import { roundsOf, type Round } from '../../../store/rounds.ts';
import { ownUnits } from '../../access.ts';
import { scaleOf, scales, type Scale } from '../../domain/read-ladder.ts';
import { LadderInputs, ScaleLinks, scaleShown } from '../../ladder-fields.tsx';
import { messages as shared } from '../../messages.ts';
import { changesHref, sheetOfYear, targetsHref, yearParams } from '../../params.ts';
import { TargetTabs, weightText } from '../../shown.tsx';
import { calendarOf } from '../../store/calendar.ts';
import { changeGrounds, changeKinds, changesOf, type ChangeKind, type ChangeRequest } from '../../store/changes.ts';
import { deadlineOf, type Deadline } from './deadline.ts';
import { changeForm } from './form.ts';
import { messages } from './messages.ts';
import { ChangeTable } from './table.tsx';

/** Lines for which the actor may ask: of its own units, all for the secretariat. */
export const askable = (sheet: Sheet, actor: Actor): Indicator[] =>
  scoredLines(sheet.indicators).filter((one) => one.state !== 'cancelled' && (keepsCycle(actor, sheet.cycle) || ownUnits(actor, one).length > 0));

interface List { readonly sheet: Sheet; readonly changes: readonly ChangeRequest[]; readonly may: boolean; readonly deadlines: readonly Deadline[] }

export const changesPage = definePage({
  path: '/performance/:year/changes',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    const days = await calendarOf(tx, sheet.value.cycle.id);
    const today = services.clock.today();
    return ok({ sheet: sheet.value, changes: await changesOf(tx, sheet.value.cycle.id), may: askable(sheet.value, actor).length > 0, deadlines: [deadlineOf(days, 'target', today), deadlineOf(days, 'appeal', today)] });
  },
  title: (_data, ui) => shared.in(ui.lang)('changes'),
  view: ListView,
});

function ListView({ sheet, changes, may, deadlines }: List, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = sheet.cycle.fiscalYear;
  return (
    <div class="stack-l">
      <PageHead title={s('changes')} sub={t('sub', { year })} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('changes') }]} actions={may ? <ButtonLink kind="main" href={changesHref(year, '/new')}>{t('ask')}</ButtonLink> : undefined} />
      <TargetTabs ui={ui} year={year} at="changes" />
      <Notice kind={deadlines.some(({ late }) => late) ? 'warn' : 'info'}>{deadlines.map(({ words }) => <p>{ui.text(words)}</p>)}</Notice>
      <ChangeTable ui={ui} sheet={sheet} changes={changes} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager print />
    </div>
  );
}

const query = z.object({ indicator: z.coerce.number().int().optional().catch(undefined), kind: z.enum(changeKinds).optional().catch(undefined), scale: z.enum(scales).optional().catch(undefined) });

interface Data {
  readonly sheet: Sheet;
  readonly lines: readonly Indicator[];
  readonly chosen: Indicator | undefined;
  readonly kind: ChangeKind;
  readonly scale: Scale;
  readonly rounds: readonly Round[];
  readonly deadline: Deadline;
  readonly keeper: boolean;
}

export const newChangePage = definePage({
  path: '/performance/:year/changes/new',
  permission: 'performance.report',
  params: yearParams,
  query,
  async load(tx, { params, query: asked, actor, form, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    const lines = askable(sheet.value, actor);
    if (lines.length === 0) return notFound();
    const kind = changeKinds.find((one) => one === form.values['kind']) ?? asked.kind ?? 'target';
    const chosen = lines.find(({ id }) => id === (Number(form.values['indicator']) || asked.indicator));
    return ok({
      sheet: sheet.value, lines, chosen, kind, scale: asked.scale ?? scaleOf(chosen?.ladder ?? null), rounds: (await roundsOf(tx, sheet.value.cycle.id)).filter((round) => round.kind === 'result'),
      deadline: deadlineOf(await calendarOf(tx, sheet.value.cycle.id), kind, services.clock.today()), keeper: keepsCycle(actor, sheet.value.cycle),
    });
  },
  title: ({ kind }: Data, ui) => messages.in(ui.lang)(`title.${kind}`),
  view: (data: Data, ui) => <AskView data={data} ui={ui} />,
});

function AskView({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, lines, chosen, kind, rounds, deadline, keeper } = data;
  const year = sheet.cycle.fiscalYear;
  const form = { ui, action: changesHref(year, '/new'), form: changeForm };
  const scale = scaleShown(ui, data.scale);
  const search = (more: Record<string, string>) => `${form.action}?${new URLSearchParams({ ...(chosen ? { indicator: String(chosen.id) } : {}), kind, ...more }).toString()}`;
  return (
    <div class="stack-l">
      <PageHead title={t(`title.${kind}`)} sub={chosen ? `${chosen.key} ${chosen.name}` : undefined} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('changes'), href: changesHref(year) }, { label: t('ask') }]} />
      <QuickFilters items={changeKinds.map((one) => ({ label: t(`kind.${one}`), href: search({ kind: one }), current: one === kind }))} />
      <Notice kind={deadline.late ? 'warn' : 'info'}>{ui.text(deadline.words)}</Notice>
      <ActionForm {...form} class="form" hidden={kind === 'appeal' ? { kind, ground: 'score' } : { kind }}>
        <FormField {...form} name="indicator" as="select" value={chosen?.id} options={lines.map(({ id, key, name }) => ({ value: String(id), label: `${key} ${name}` }))} />
        {kind === 'target' ? <><ScaleLinks ui={ui} href={(to) => search({ scale: to })} scale={scale} /><LadderInputs {...form} scale={scale} ladder={chosen?.ladder ?? null} unit={chosen?.unitOfMeasure ?? ''} /></> : <><input type="hidden" name="scale" value={scale} /><input type="hidden" name="below" value="zero" /></>}
        {kind === 'weight' ? <FormField {...form} name="weight" value={weightText(chosen?.weight ?? null)} size="s" neededLater /> : null}
        {kind === 'indicator' ? <FormField {...form} name="name" value={chosen?.name} neededLater /> : null}
        {kind === 'appeal' ? <><FormField {...form} name="round" as="select" options={rounds.map((one) => ({ value: String(one.id), label: t('rounds', { month: one.month ?? 0 }) }))} neededLater /><FormField {...form} name="value" size="s" neededLater /></> : null}
        {kind === 'appeal' ? null : <FormField {...form} name="ground" options={changeGrounds.filter((one) => one !== 'score').map((value) => ({ value, label: t(`ground.${value}`) }))} />}
        <FormField {...form} name="reason" rows={3} />
        <FormField {...form} name="evidence" rows={2} />
        <FormField {...form} name="files" />
        <FormField {...form} name="letter" />
        {deadline.late && keeper ? <FormField {...form} name="lateReason" rows={2} neededLater /> : null}
        <ButtonRow><Button kind="main">{t('ask')}</Button><ButtonLink kind="quiet" href={changesHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
