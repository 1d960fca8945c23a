// What was reported of the reform plan in a year: the source of the second guideline.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { localDate } from '../../../../../thai/index.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { indicatorHref, yearAt, yearParams, type YearPlace } from '../../place.ts';
import { sheetCrumb, YearTabs } from '../../shown.tsx';
import { reformReportsOf, type ReformReport } from '../../store/notes.ts';

const messages = defineMessages({
  th: { title: 'รายงานแผนการปฏิรูปประเทศ', sub: 'รายงานที่ส่งสำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ (สศช.) เป็นที่มาของตัวชี้วัดตามแนวทางแผนการปฏิรูปประเทศ', report: 'รายงานเรื่อง', reference: 'เลขที่หนังสือ', sentOn: 'วันที่ส่ง', reported: 'สาระที่รายงาน', indicator: 'ตัวชี้วัด', none: 'ยังไม่มีรายงานในปีนี้', noneText: 'บันทึกรายงานที่แท็บ “โครงการ ความเสี่ยง และหลักฐาน” ของตัวชี้วัด' },
  en: { title: 'Reports on the reform plan', sub: 'What was reported to the NESDC: the source of indicators under the reform plan', report: 'Report', reference: 'Letter', sentOn: 'Sent on', reported: 'What was reported', indicator: 'Indicator', none: 'No report in this year yet', noneText: 'Keep one on the tab “projects, risks and evidence” of an indicator' },
});

export interface ReportsData extends YearPlace { readonly reports: readonly ReformReport[] }

export const reformReportsPage = definePage({
  path: '/performance/:year/reform-reports',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params }) {
    const place = await yearAt(tx, params);
    return place ? ok<ReportsData>({ ...place, reports: await reformReportsOf(tx, place.all.map(({ id }) => id)) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: ReportsData, ui) => <ReportsView data={data} ui={ui} />,
});

function ReportsView({ data: { cycle, all, reports }, ui }: { data: ReportsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const keyOf = (id: number) => all.find((one) => one.id === id)?.key ?? '';
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[sheetCrumb(cycle.fiscalYear, ui), { label: t('title') }]} />
      <YearTabs year={cycle.fiscalYear} at="reform-reports" ui={ui} />
      <Table caption={t('title')} captionHidden rows={reports} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'sentOn', head: t('sentOn'), kind: 'nowrap', cell: ({ sentOn }) => dayWords(ui.lang, localDate(sentOn)) },
        { key: 'title', head: t('report'), kind: 'main', cell: (row) => <a href={indicatorHref(cycle.fiscalYear, keyOf(row.indicatorId), '/notes#reports')}>{row.title}</a> },
        { key: 'reference', head: t('reference'), cell: ({ reference }) => reference },
        { key: 'reported', head: t('reported'), kind: 'wide', cell: ({ reported }) => <span class="clamp-3">{reported}</span> },
        { key: 'indicator', head: t('indicator'), cell: (row) => keyOf(row.indicatorId) },
      ]} />
      <Pager print />
    </div>
  );
}
