// Requests to change and appeals: the list, a new one, and one with its score both ways.
import type { VNode } from 'preact';
import { listEvidence, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { fileEvidence } from '../../../../../platform/evidence/file-evidence.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import type { Sheet } from '../../../sheet.ts';
import { keepsCycle } from '../../../store/cycles.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { changesHref, lineHref, recordParams, sheetOfYear, targetsHref } from '../../params.ts';
import { lineOf } from '../../score.ts';
import { askedValue, day, ReferenceWords, ScoreWords, SupposeForm, supposeQuery, totalWords, type Asked } from '../../shown.tsx';
import { changeById, type ChangeRequest } from '../../store/changes.ts';
import { decideForm } from './form.ts';
import { messages } from './messages.ts';
import { bothWays, changedText, changeMark } from './shown.tsx';

export const changeType = 'performance.change-request';

interface One {
  readonly sheet: Sheet;
  readonly change: ChangeRequest;
  readonly indicator: Indicator;
  readonly asked: Asked;
  readonly evidence: readonly EvidenceLine[];
  readonly keeper: boolean;
  readonly mine: boolean;
  readonly today: string;
}

export const changePage = definePage({
  path: '/performance/:year/changes/:id',
  permission: 'performance.read',
  params: recordParams,
  query: supposeQuery,
  async load(tx, { params, query, actor, services }) {
    const sheet = await sheetOfYear(tx, params.year);
    if (!sheet.ok) return sheet;
    const change = await changeById(tx, sheet.value.cycle.id, params.id);
    const indicator = change && sheet.value.indicators.find(({ id }) => id === change.indicatorId);
    if (!change || !indicator) return notFound();
    return ok({
      sheet: sheet.value, change, indicator, asked: askedValue(query.value), evidence: await listEvidence(tx, [fileEvidence], { type: changeType, id: change.id }),
      keeper: keepsCycle(actor, sheet.value.cycle), mine: actor.principals.includes(change.unitId), today: services.clock.today(),
    });
  },
  title: ({ change }: One, ui) => messages.in(ui.lang)(`title.${change.kind}`),
  view: ChangeView,
});

function ChangeView(data: One, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, change, indicator, evidence, keeper, mine } = data;
  const year = sheet.cycle.fiscalYear;
  const base = changesHref(year, `/${change.id}`);
  const unit = change.kind === 'weight' ? '' : indicator.unitOfMeasure;
  return (
    <div class="stack-l">
      <PageHead title={t(`title.${change.kind}`)} sub={`${indicator.key} ${indicator.name}`} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('changes'), href: changesHref(year) }, { label: t('request', { id: change.id }) }]} />
      <DefinitionList items={[
        { term: t('state'), value: changeMark(ui, change) },
        { term: s('indicator'), value: <a href={lineHref(year, indicator.key)}>{indicator.key} {indicator.name}</a> },
        { term: t('old'), value: changedText(change.before, unit) },
        { term: t('new'), value: <strong>{changedText(change.wanted, unit)}</strong> },
        { term: t('ground'), value: t(`ground.${change.ground}`) },
        { term: t('reason'), value: <span class="pre">{change.reason}</span> },
        { term: t('evidence'), value: change.evidence ? <span class="pre">{change.evidence}</span> : '' },
        { term: t('files'), value: evidence.length === 0 ? '' : <div>{evidence.map((line) => (line.href === undefined ? null : <Attachment name={line.title ?? ''} href={line.href} note={line.contentHash.slice(0, 12)} />))}</div> },
        { term: s('letter'), value: change.letterId === null ? '' : <ReferenceWords ui={ui} reference={change.letterReference} letterId={change.letterId} /> },
        { term: t('askedOn'), value: `${day(ui, change.askedOn)} ${change.personName}` },
        { term: t('lateReason'), value: change.lateReason ?? '' },
        { term: t('decision'), value: change.decision ?? '' },
        { term: s('reference'), value: change.decisionReference },
        { term: t('decidedOn'), value: change.decidedOn ? `${day(ui, change.decidedOn)} ${change.deciderName ?? ''}` : '' },
      ]} />
      {change.kind === 'indicator' ? null : <Both data={data} ui={ui} />}
      {change.state === 'asked' && keeper ? <Decide data={data} ui={ui} /> : null}
      {change.state === 'asked' && (mine || keeper) ? <div><ActionButton ui={ui} action={`${base}/withdraw`} kind="danger" hidden={{ rev: String(change.rev) }}>{t('withdraw')}</ActionButton></div> : null}
    </div>
  );
}

function Both({ data: { sheet, change, indicator, asked }, ui }: { data: One; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const ways = bothWays(sheet, change, asked);
  const rows = [{ key: 'old', name: t('old'), under: ways.old }, { key: 'new', name: t('new'), under: ways.new }] as const;
  return (
    <Section title={t('both')}>
      {change.kind === 'appeal' ? null : <SupposeForm ui={ui} action={changesHref(sheet.cycle.fiscalYear, `/${change.id}`)} asked={asked} real={lineOf(sheet, indicator.id)?.result?.value ?? undefined} unit={indicator.unitOfMeasure} />}
      <Table caption={t('both')} captionHidden rows={rows} rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: t('kind'), kind: 'main', cell: ({ name }) => name },
          { key: 'value', head: t(`kind.${change.kind}`), cell: ({ key }) => changedText(key === 'old' ? change.before : change.wanted, change.kind === 'weight' ? '' : indicator.unitOfMeasure) },
          { key: 'score', head: s('score'), cell: ({ under }) => <ScoreWords ui={ui} line={lineOf(under, indicator.id)} sheet={under} why /> },
          { key: 'total', head: t('total'), cell: ({ under }) => totalWords(ui, under) },
        ]} />
    </Section>
  );
}

function Decide({ data: { sheet, change, today }, ui }: { data: One; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: changesHref(sheet.cycle.fiscalYear, `/${change.id}/decide`), form: decideForm };
  return (
    <Section title={t('decide')}>
      <Notice>{t('decideNote')}</Notice>
      <ActionForm {...form} class="form" hidden={{ rev: String(change.rev) }}>
        <FormField {...form} name="outcome" options={(['accepted', 'refused'] as const).map((value) => ({ value, label: t(`state.${value}`) }))} arrange="row" />
        <FormField {...form} name="decision" rows={2} />
        <FormField {...form} name="reference" />
        <FormField {...form} name="decidedOn" value={today} />
        <ButtonRow><Button kind="main">{t('decide')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}
