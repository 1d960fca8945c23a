// The plan: by which month each stage is in use, and how far it is.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { addressedUnits } from '../../../correspondence/index.ts';
import type { Unit } from '../../../organisation/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { stageNames, stages, standingOf } from '../../domain/stages.ts';
import { keeps } from '../../keeper.ts';
import { messages as shared } from '../../messages.ts';
import { monthWords } from '../../month.ts';
import { AdoptionTabs } from '../../shown.tsx';
import { lastDayOf, planLine, type PlanLine } from '../../store/plan.ts';
import { readBoard, type Board } from '../show-board/load.ts';
import { planForm } from './form.ts';
import { messages } from './messages.ts';

export const lineParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

export const planPage = definePage({
  path: '/adoption/plan',
  permission: 'adoption.read',
  load: async (tx, { services }) => ok(await readBoard(tx, {}, services)),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: PlanView,
});

/** How many of the units that a line is for have moved. */
export function reached(board: Board, line: PlanLine): { moved: number; all: number } {
  const units = line.unitId === null ? board.units : board.units.filter(({ unit }) => unit.id === line.unitId);
  return { moved: units.filter(({ done }) => standingOf(line.stage, done[line.stage]) === 'moved').length, all: units.length };
}

function PlanView(board: Board, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const may = board.keeps;
  const short = new Map(board.units.map(({ unit }) => [unit.id, unit.abbreviation || unit.name]));
  const names = (ids: readonly number[]) => ids.map((id) => short.get(id) ?? '').filter(Boolean).join(' ');
  const state = (line: PlanLine) => {
    const { moved, all } = reached(board, line);
    if (all > 0 && moved === all) return <StateMark kind="done">{t('done')}</StateMark>;
    return lastDayOf(line) < board.today ? <StateMark kind="late">{t('late')}</StateMark> : <StateMark kind="wait">{t('open')}</StateMark>;
  };
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title') }]} actions={may ? <ButtonLink kind="main" href="/adoption/plan/new">{t('add')}</ButtonLink> : undefined} />
      <AdoptionTabs ui={ui} at="/adoption/plan" />
      <Table caption={t('title')} captionHidden rows={board.plan} rowKey={(line) => String(line.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'stage', head: s('stage'), kind: 'main', cell: (line) => { const words = `${line.stage} ${ui.text(stageNames[line.stage])}`; return may ? <a href={`/adoption/plan/${line.id}`}>{words}</a> : words; } },
          { key: 'unit', head: t('unit'), cell: (line) => (line.unitId === null ? t('every') : (short.get(line.unitId) ?? '')) },
          { key: 'month', head: t('month'), kind: 'nowrap', cell: (line) => monthWords(ui.lang, line.dueMonth) },
          { key: 'lead', head: t('lead'), cell: (line) => short.get(line.leadUnitId) ?? '' },
          { key: 'support', head: t('support'), cell: (line) => names(line.supportingUnitIds) },
          { key: 'moved', head: t('moved'), kind: 'num', cell: (line) => { const { moved, all } = reached(board, line); return `${moved}/${all}`; } },
          { key: 'state', head: t('state'), cell: state },
          { key: 'note', head: s('note'), cell: (line) => line.note },
        ]} />
      <Pager print />
    </div>
  );
}

interface Edited { readonly line: PlanLine | undefined; readonly units: readonly Unit[] }

const unitsToday = (tx: ReadTx, today: string) => addressedUnits(tx, today);

export const newPlanPage = definePage({
  path: '/adoption/plan/new',
  permission: 'adoption.keep',
  load: async (tx, { services }) => ((await keeps(tx, services.clock.today())) ? ok({ line: undefined, units: await unitsToday(tx, services.clock.today()) }) : notFound()),
  title: (_data, ui) => ui.text(messages.words('add')),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

export const editPlanPage = definePage({
  path: '/adoption/plan/:id',
  permission: 'adoption.keep',
  params: lineParams,
  async load(tx, { params, services }) {
    const line = (await keeps(tx, services.clock.today())) ? await planLine(tx, params.id) : undefined;
    return line ? ok({ line, units: await unitsToday(tx, services.clock.today()) }) : notFound(messages.words('gone'));
  },
  title: (_data, ui) => ui.text(messages.words('edit')),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

function Edit({ data: { line, units }, ui }: { data: Edited; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const title = t(line ? 'edit' : 'add');
  const form = { ui, action: line ? `/adoption/plan/${line.id}` : '/adoption/plan/new', form: planForm };
  const options = units.map((unit) => ({ value: String(unit.id), label: unit.abbreviation ? `${unit.abbreviation} ${unit.name}` : unit.name }));
  const central = units.filter((unit) => unit.kind !== 'provincial-office').map((unit) => ({ value: String(unit.id), label: unit.abbreviation || unit.name }));
  return (
    <div class="stack-l">
      <PageHead title={title} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title'), href: '/adoption/plan' }, { label: title }]} />
      <ActionForm {...form} class="form">
        <FormField {...form} name="stage" as="select" value={line ? String(line.stage) : undefined} options={stages.map((stage) => ({ value: String(stage), label: `${stage} ${ui.text(stageNames[stage])}` }))} />
        <FormField {...form} name="unit" as="select" value={line?.unitId ?? ''} options={options} empty={t('every')} />
        <FormField {...form} name="month" value={line?.dueMonth} />
        <FormField {...form} name="lead" as="select" value={line?.leadUnitId} options={options} />
        <FormField {...form} name="support" value={line?.supportingUnitIds.map(String) ?? []} options={central} arrange="two" />
        <FormField {...form} name="note" value={line?.note} rows={2} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href="/adoption/plan">{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {line ? (
        <Section title={t('withdraw')} aside={t('withdrawNote')}>
          <ActionButton ui={ui} action={`/adoption/plan/${line.id}/withdraw`} kind="danger">{t('withdraw')}</ActionButton>
        </Section>
      ) : null}
    </div>
  );
}
