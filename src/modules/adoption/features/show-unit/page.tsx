// One unit: what it did at each stage, what is missing, and a reminder to its clerk in one press.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { dayWords } from '../../../../platform/when.ts';
import { localDate } from '../../../../thai/index.ts';
import { unitLabel } from '../../../organisation/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { periodName } from '../../domain/periods.ts';
import { stageNames, stages, standingOf } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { monthWords } from '../../month.ts';
import { asOfWords, PeriodFilter, periodQuery, StandingMark } from '../../shown.tsx';
import { readUnit, type Missing, type UnitPage } from './load.ts';
import { messages } from './messages.ts';

export const unitParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

export const unitPage = definePage({
  path: '/adoption/units/:id',
  permission: 'adoption.read',
  params: unitParams,
  query: z.object(periodQuery),
  async load(tx, { params, query, services }) {
    const found = await readUnit(tx, params.id, query, services);
    return found ? ok(found) : notFound(shared.words('noSuchUnit'));
  },
  title: ({ one }, ui) => unitLabel(one.unit, ui.lang),
  view: UnitView,
});

function UnitView(data: UnitPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { one, period, today, missing } = data;
  const name = unitLabel(one.unit, ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={name} sub={periodName(ui.lang, period)} crumbs={[{ label: s('module'), href: '/adoption' }, { label: name }]} />
      <PeriodFilter ui={ui} action={`/adoption/units/${one.unit.id}`} period={period} today={today} result={asOfWords(ui, period)} />
      <Section title={t('missing')}>
        {missing.length === 0 ? <p class="quiet">{t('nothingMissing')}</p> : (
          <ul>{missing.map((line) => <li><MissingLine line={line} names={data.names} ui={ui} /></li>)}</ul>
        )}
        {missing.length > 0 && ui.can('adoption.remind', one.unit.id) ? <Remind data={data} ui={ui} /> : null}
      </Section>
      <Section title={t('stages')}>
        <Table caption={t('stages')} captionHidden rows={stages} rowKey={String}
          columns={[
            { key: 'stage', head: s('stage'), kind: 'main', cell: (stage) => `${stage} ${ui.text(stageNames[stage])}` },
            { key: 'standing', head: s('standing.moved'), cell: (stage) => <StandingMark ui={ui} standing={standingOf(stage, one.done[stage])} /> },
            ...(['sent', 'received', 'opened', 'acknowledged'] as const).map((key) => ({ key, head: t(key), kind: 'num' as const, cell: (stage: (typeof stages)[number]) => one.done[stage][key].toLocaleString('en') })),
          ]} />
      </Section>
      <Section title={t('training')} aside={<a href={`/adoption/training?unit=${one.unit.id}`}>{t('trainingAll')}</a>}>
        <Table caption={t('training')} captionHidden rows={data.trainings} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('trainingNone')} />}
          columns={[
            { key: 'person', head: t('person'), kind: 'main', cell: (row) => row.person },
            { key: 'course', head: t('course'), cell: (row) => row.course },
            { key: 'day', head: t('day'), kind: 'nowrap', cell: (row) => dayWords(ui.lang, localDate(row.day)) },
          ]} />
      </Section>
      <Pager print />
    </div>
  );
}

function MissingLine({ line: { stage, line, overdue }, names, ui }: { line: Missing; names: ReadonlyMap<number, string>; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const support = line?.supportingUnitIds.map((id) => names.get(id) ?? '').filter(Boolean).join(' ') ?? '';
  return (
    <>
      {t('missingStage', { n: stage, stage: ui.text(stageNames[stage]) })}
      {' · '}
      {line ? <StateMark kind={overdue ? 'late' : 'wait'} wrap>{`${t('due', { month: monthWords(ui.lang, line.dueMonth) })} ${t(overdue ? 'overdue' : 'dueLater')}`}</StateMark> : <span class="quiet">{t('noDue')}</span>}
      {support ? <span class="quiet small"> {t('support', { units: support })}</span> : null}
    </>
  );
}

function Remind({ data: { one, people }, ui }: { data: UnitPage; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (people.length === 0) return <Notice kind="warn">{t('nobody')}</Notice>;
  return (
    <ActionForm ui={ui} action={`/adoption/units/${one.unit.id}/remind`}>
      <div class="cluster"><Button kind="main">{t('remind')}</Button><span class="quiet">{t('remindTo', { names: people.map(({ name }) => name).join(', ') })}</span></div>
    </ActionForm>
  );
}
