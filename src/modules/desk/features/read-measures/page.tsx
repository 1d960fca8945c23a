// What the working systems count: every value of the year, and the records that it counts.
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { MeasureDefinition, MeasureRecord, MeasureValue } from '../../../../platform/measures/measures.ts';
import type { MeasureRegistry } from '../../../../platform/measures/registry.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { bangkokDate, bangkokTime, formatDate, formatEnglishDate, formatTime } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { messages } from '../../messages.ts';
import { periodOf, yearQuery, yearsOffered } from './period.ts';

const pageSize = 100;
const permission = { signedIn: 'each measure names the permission that reads it; others do not exist for the person' } as const;
const measureParams = z.object({ name: z.string().max(100) });

interface ListData {
  readonly year: number;
  readonly years: readonly number[];
  readonly lines: readonly { readonly measure: MeasureDefinition; readonly value: MeasureValue }[];
}

interface OneData {
  readonly measure: MeasureDefinition;
  readonly value: MeasureValue;
  readonly records: readonly MeasureRecord[];
  readonly year: number;
  readonly years: readonly number[];
  readonly page: number;
}

/** The measures that the person may read, one by one, and the list behind each value. */
export function measurePages(registry: () => MeasureRegistry) {
  const list = definePage({
    path: '/measures',
    permission,
    query: yearQuery,
    async load(tx, { query, services }) {
      const today = services.clock.today();
      const { year, period } = periodOf(query.year, today);
      const lines: ListData['lines'][number][] = [];
      for (const measure of registry().readable(tx.actor)) lines.push({ measure, value: await measure.value(tx, period, services.clock.now()) });
      return ok({ year, years: yearsOffered(today), lines });
    },
    title: (_data, ui) => messages.in(ui.lang)('measures.title'),
    view: (data: ListData, ui) => <Measures data={data} ui={ui} />,
  });

  const one = definePage({
    path: '/measures/:name',
    permission,
    params: measureParams,
    query: yearQuery.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
    async load(tx, { params, query, services }) {
      const measure = registry().readable(tx.actor).find(({ name }) => name === params.name);
      if (!measure) return notFound();
      const [today, asOf] = [services.clock.today(), services.clock.now()];
      const { year, period } = periodOf(query.year, today);
      return ok({ measure, value: await measure.value(tx, period, asOf), records: await measure.records(tx, period, asOf), year, years: yearsOffered(today), page: query.page });
    },
    title: ({ measure }, ui) => ui.text(measure.title),
    view: (data: OneData, ui) => <Measure data={data} ui={ui} />,
  });

  const csv = defineDownload({
    path: '/measures/:name/records.csv',
    permission,
    params: measureParams,
    query: yearQuery,
    async load(tx, { params, query, services }) {
      const measure = registry().readable(tx.actor).find(({ name }) => name === params.name);
      if (!measure) return notFound();
      const { year, period } = periodOf(query.year, services.clock.today());
      const records = await measure.records(tx, period, services.clock.now());
      const head = ['เลขที่', 'เรื่อง', 'นับ'];
      return ok({
        body: csvOf([head, ...records.map((record) => [record.reference, record.title, record.counted ? (record.amount ?? 1) : 0])]), contentType: 'text/csv; charset=utf-8',
        fileName: `${measure.name}-${year}.csv`, disposition: 'attachment' as const,
      });
    },
  });
  return [list, one, csv] as const;
}

/** "12", "12 จาก 40", or words for a value that is not there: never a zero in its place. */
function Value({ value, unit, ui }: { value: MeasureValue; unit: MeasureDefinition['unit']; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const n = (count: number) => count.toLocaleString('en');
  if (value.numerator === null) return <span class="quiet">{t('measures.none')}</span>;
  const count = <><strong>{n(value.numerator)}</strong>{value.denominator === null ? null : ` ${t('measures.of', { n: n(value.denominator) })}`} {ui.text(unit)}</>;
  return value.figure ? <><strong>{ui.text(value.figure)}</strong> <span class="quiet">({count})</span></> : count;
}

const share = ({ numerator, denominator }: MeasureValue): string => (numerator === null || !denominator ? '' : `${((numerator / denominator) * 100).toFixed(1)}%`);

function Years({ years, year, address, ui }: { years: readonly number[]; year: number; address: (year: number) => string; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return <QuickFilters label={t('measures.year')} items={years.map((one) => ({ label: t('measures.fiscal', { year: one }), href: address(one), current: one === year }))} />;
}

function Measures({ data, ui }: { data: ListData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      <PageHead title={t('measures.title')} sub={t('measures.sub')} />
      <Years years={data.years} year={data.year} address={(year) => `/measures?year=${year}`} ui={ui} />
      <Table caption={t('measures.title')} captionHidden rows={data.lines} rowKey={({ measure }) => measure.name} empty={<EmptyState title={t('measures.empty')} />}
        columns={[
          { key: 'title', head: t('measures.name'), kind: 'main', cell: ({ measure }) => <><a href={`/measures/${measure.name}?year=${data.year}`}>{ui.text(measure.title)}</a><div class="quiet small">{ui.text(measure.definition)}</div></> },
          { key: 'value', head: t('measures.value'), kind: 'nowrap', cell: ({ measure, value }) => <Value value={value} unit={measure.unit} ui={ui} /> },
          { key: 'share', head: t('measures.share'), kind: 'num', cell: ({ value }) => share(value) },
        ]} />
    </>
  );
}

function Measure({ data, ui }: { data: OneData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { measure, value, records, year, page } = data;
  const address = (more: Record<string, string | number>) => `/measures/${measure.name}?${new URLSearchParams(Object.entries({ year, ...more }).map(([key, text]) => [key, String(text)])).toString()}`;
  const shown = records.slice((page - 1) * pageSize, page * pageSize);
  const day = bangkokDate(value.asOf);
  const total = Math.max(1, Math.ceil(records.length / pageSize));
  return (
    <>
      <PageHead title={ui.text(measure.title)} sub={ui.text(measure.definition)} crumbs={[{ label: t('measures.title'), href: `/measures?year=${year}` }, { label: ui.text(measure.title) }]}
        actions={<ButtonLink href={`/measures/${measure.name}/records.csv?year=${year}`} plainVisit>{t('measures.csv')}</ButtonLink>} />
      <Years years={data.years} year={year} address={(one) => `/measures/${measure.name}?year=${one}`} ui={ui} />
      <DefinitionList items={[
        { term: t('measures.value'), value: <><Value value={value} unit={measure.unit} ui={ui} /> {share(value) ? <span class="quiet">({share(value)})</span> : null}</> },
        { term: t('measures.asOf'), value: `${ui.lang === 'th' ? formatDate(day) : formatEnglishDate(day)} ${ui.lang === 'th' ? formatTime(bangkokTime(value.asOf)) : bangkokTime(value.asOf)}` },
        { term: t('measures.code'), value: <code>{measure.name}</code> },
      ]} />
      <Table caption={t('measures.records')} rows={shown} rowKey={(record) => `${record.href ?? ''} ${record.reference} ${record.title}`} empty={<EmptyState title={t('measures.noRecords')} />}
        columns={[
          { key: 'reference', head: t('inbox.no'), kind: 'nowrap', cell: (record) => record.reference },
          { key: 'title', head: t('inbox.subject'), kind: 'main', cell: (record) => (record.href === null ? record.title : <a href={record.href} data-turbo-prefetch="false">{record.title}</a>) },
          { key: 'counted', head: t('measures.counted'), kind: 'nowrap', cell: (record) => <StateMark kind={record.counted ? 'done' : 'wait'}>{t(record.counted ? 'measures.yes' : 'measures.no')}</StateMark> },
        ]} />
      {total > 1 ? <Pager {...(page > 1 ? { previous: { href: address({ page: page - 1 }) } } : {})} {...(page < total ? { next: { href: address({ page: page + 1 }) } } : {})} /> : null}
    </>
  );
}
