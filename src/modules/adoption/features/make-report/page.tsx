// The six-month and yearly report: page, PDF and Excel say the same.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { PaperDocument } from '../../../../paper/index.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import { momentWords } from '../../../../platform/when.ts';
import type { Words } from '../../../../platform/words.ts';
import { unitLabel } from '../../../organisation/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { boundsOf, periodName, spanWords } from '../../domain/periods.ts';
import { stages, stageShort } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { AdoptionTabs, asOfWords, PeriodFilter, periodQuery, periodSearch } from '../../shown.tsx';
import { messages as savingsWords } from '../show-savings/messages.ts';
import { factsOf, readReport, stageLines, unitLines, type Report } from './load.ts';
import { messages } from './messages.ts';

const query = z.object(periodQuery);

export const reportPage = definePage({
  path: '/adoption/report',
  permission: 'adoption.read',
  query,
  load: async (tx, { query: asked, services }) => ok(await readReport(tx, asked, services)),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ReportView,
});

function ReportView(report: Report, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { period, board } = report;
  const search = periodSearch(period);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={periodName(ui.lang, period)} crumbs={[{ label: s('module'), href: '/adoption' }, { label: s('tabReport') }]}
        actions={<ButtonLink kind="main" href={`/adoption/report.pdf?${search}`} plainVisit>{s('pdf')}</ButtonLink>} />
      <AdoptionTabs ui={ui} at="/adoption/report" />
      <PeriodFilter ui={ui} action="/adoption/report" period={period} today={report.today} result={asOfWords(ui, period)} />
      <Section title={t('summary')}><DefinitionList ruled items={factsOf(report, ui)} /></Section>
      <Section title={t('byStage')}>
        <Table caption={t('byStage')} captionHidden rows={stageLines(report, ui)} rowKey={({ stage }) => String(stage)}
          columns={[
            { key: 'stage', head: t('stage'), kind: 'main', cell: ({ name }) => name },
            { key: 'due', head: t('due'), kind: 'nowrap', cell: ({ due }) => due },
            { key: 'moved', head: t('moved'), kind: 'num', cell: ({ moved, all }) => `${moved}/${all}` },
            { key: 'sent', head: t('sentHead'), kind: 'num', cell: ({ sent }) => sent.toLocaleString('en') },
          ]} />
      </Section>
      <Section title={t('notIn')}>
        {board.late.length === 0 ? <p class="quiet">{t('noneNotIn')}</p> : <p>{board.late.map(({ unit }) => unit.abbreviation || unit.name).join(', ')}</p>}
      </Section>
      <Section title={t('byUnit')} aside={t('noteIn')}>
        <Table caption={t('byUnit')} captionHidden rows={unitLines(report)} rowKey={({ unit }) => String(unit.id)}
          columns={[
            { key: 'unit', head: t('unit'), kind: 'main', cell: ({ unit }) => unitLabel(unit, ui.lang) },
            { key: 'in', head: t('isIn'), cell: ({ isIn }) => t(isIn ? 'yes' : 'no') },
            ...stages.map((stage, at) => ({ key: `s${stage}`, head: `${stage} ${ui.text(stageShort[stage])}`, kind: 'num' as const, cell: ({ sent }: ReturnType<typeof unitLines>[number]) => (sent[at] ?? 0).toLocaleString('en') })),
          ]} />
      </Section>
      <Pager print extra={[{ label: s('pdf'), href: `/adoption/report.pdf?${search}`, download: true }, { label: s('xlsx'), href: `/adoption/report.xlsx?${search}`, download: true }]} />
    </div>
  );
}

/** The report on paper, in Thai whatever the language of the screen. */
export function reportDocument(report: Report, at: Date): PaperDocument {
  const ui = { lang: 'th' } as const;
  const t = messages.in('th');
  const facts = factsOf(report, ui).map(({ term, value }) => `${term}: ${value}`);
  const stageRows = stageLines(report, ui).map(({ name, due, moved, all, sent }) => t('stageLine', { name, due, moved, all, sent }));
  return {
    kind: 'table-report', orientation: 'portrait', heading: t('title'),
    titleLines: [periodName('th', report.period), shared.in('th')('asOf', { span: spanWords('th', boundsOf(report.period)), when: momentWords('th', at) })],
    columns: [{ head: t('unit'), width: 6 }, { head: t('isIn'), width: 1.2, align: 'centre' }, ...stages.map((stage) => ({ head: stageShort[stage].th, width: 1.8, align: 'right' as const }))],
    rows: unitLines(report).map(({ unit, isIn, sent }) => [unit.name, t(isIn ? 'yes' : 'no'), ...sent.map((n) => n.toLocaleString('en'))]),
    totals: [t('total'), String(report.board.units.length - report.board.late.length), ...stageLines(report, ui).map(({ sent }) => sent.toLocaleString('en'))],
    notes: [...facts, ...stageRows, t('noteIn'), savingsWords.th.formulaText],
  } as PaperDocument;
}

export const reportPdf = defineDownload({
  path: '/adoption/report.pdf',
  permission: 'adoption.read',
  query,
  async load(tx, { query: asked, services }) {
    const at = services.clock.now();
    const report = await readReport(tx, asked, services);
    const made = await services.paper.renderPdf(reportDocument(report, at), { createdAt: at });
    if (!made.ok) return fail(made.code, made.message, { status: 503 });
    return ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${messages.th.fileName}-${report.period.year}-${report.period.part}.pdf`, disposition: 'inline' });
  },
});

const column = (code: string, head: Words, kind: TableColumn['kind'] = 'integer'): TableColumn => ({ code, head, about: head, kind, readOnly: true });

const unitColumns: readonly TableColumn[] = [
  column('unit', messages.words('unit'), 'text'), column('in', messages.words('isIn'), 'yes-no'),
  ...stages.map((stage) => column(`stage_${stage}`, stageShort[stage])),
  column('fact', messages.words('summary'), 'lines'),
];

export const reportXlsx = defineDownload({
  path: '/adoption/report.xlsx',
  permission: 'adoption.read',
  query,
  async load(tx, { query: asked, services }) {
    const report = await readReport(tx, asked, services);
    const facts = factsOf(report, { lang: 'th' });
    const rows = unitLines(report).map(({ unit, isIn, sent }, at) => ({
      unit: unit.name, in: isIn, ...Object.fromEntries(stages.map((stage, n) => [`stage_${stage}`, sent[n] ?? 0])),
      // The sentences of the report stand beside its first lines.
      fact: facts[at] ? `${facts[at].term}: ${facts[at].value}` : null,
    }));
    return ok({ body: await tableXlsx({ name: periodName('th', report.period), columns: unitColumns, rows }), contentType: xlsxType, fileName: `${messages.th.fileName}-${report.period.year}-${report.period.part}.xlsx`, disposition: 'attachment' });
  },
});
