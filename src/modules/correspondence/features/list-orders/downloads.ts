// The register of orders as files: CSV and Excel to reckon with, PDF for the file.
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import type { Language as Lang } from '../../../../platform/words.ts';
import { formatDate, localDate } from '../../../../thai/index.ts';
import { toCsv } from '../../csv.ts';
import { printedReference } from '../../domain/reference.ts';
import { messages } from '../../orders/messages.ts';
import { linkWords } from '../../orders/views.tsx';
import { registerPaperLimit } from '../../registers/register-files.ts';
import { loadOrders, ordersQuery } from './load.ts';
import type { OrdersData, ShownOrder } from './load.ts';

const exportLimit = 50_000;
const common = { permission: 'correspondence.read-register', query: ordersQuery } as const;
const keys = ['reference', 'letterDate', 'subject', 'signer', 'standing', 'links', 'made'] as const;

/** The words of a row's last columns, in one language. */
function wordsOf(row: ShownOrder, lang: Lang) {
  const t = messages.in(lang);
  return {
    signer: [row.signer, row.signerTitle].filter(Boolean).join(' '), standing: [t(`standing.${row.standing}`), row.voidReason].filter(Boolean).join(': '),
    links: row.links.map((link) => linkWords({ lang }, link)).join(' · '), made: row.committees.map((one) => t(`committee.${one.how}`, { name: one.name })).join(' · '),
  };
}

const nameOf = (data: OrdersData, lang: Lang, ext: string): string => `${messages.in(lang)('fileName')}${data.year === null ? '' : `-${data.year}`}.${ext}`;

export const ordersCsv = defineDownload({
  ...common,
  path: '/orders.csv',
  async load(tx, { query, services, actor }) {
    const data = await loadOrders(tx, query, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    const lang = actor.language ?? 'th';
    const t = messages.in(lang);
    const body = toCsv(keys.map((key) => t(key)), data.rows.map((row) => {
      const words = wordsOf(row, lang);
      return [printedReference(row.reference), formatDate(localDate(row.letterDate), { style: 'numeric' }), row.subject, words.signer, words.standing, words.links, words.made];
    }));
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: nameOf(data, lang, 'csv'), disposition: 'attachment' });
  },
});

export const ordersExcel = defineDownload({
  ...common,
  path: '/orders.xlsx',
  async load(tx, { query, services }) {
    const data = await loadOrders(tx, query, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    const columns: TableColumn[] = keys.map((code) => ({ code, head: messages.words(code), about: messages.words(code), readOnly: true, kind: code === 'letterDate' ? 'date' : 'text', ...(code === 'subject' ? { width: 60 } : {}) }));
    const rows = data.rows.toReversed().map((row) => ({ reference: printedReference(row.reference), letterDate: row.letterDate, subject: row.subject, ...wordsOf(row, 'th') }));
    return ok({ body: await tableXlsx({ name: nameOf(data, 'th', '').replace(/\.$/, ''), columns, rows }), contentType: xlsxType, fileName: nameOf(data, 'th', 'xlsx'), disposition: 'attachment' });
  },
});

export const ordersPdf = defineDownload({
  ...common,
  path: '/orders.pdf',
  async load(tx, { query, services }) {
    const data = await loadOrders(tx, query, services.clock.today(), registerPaperLimit);
    if (!data.unit) return notFound();
    const t = messages.in('th');
    const widths = { reference: 1.6, letterDate: 1.8, subject: 5, signer: 3, standing: 2.2, links: 3.2, made: 3 } as const;
    const made = await services.paper.renderPdf({
      kind: 'table-report', orientation: 'landscape', heading: t('title'), titleLines: [data.year === null ? t('headAll', { unit: data.unit.label }) : t('head', { unit: data.unit.label, year: data.year })],
      columns: keys.map((key) => ({ head: t(key), width: widths[key], ...(key === 'reference' || key === 'letterDate' ? { align: 'centre' as const } : {}) })),
      rows: data.rows.toReversed().map((row) => {
        const words = wordsOf(row, 'th');
        return [row.reference, formatDate(localDate(row.letterDate), { style: 'short' }), row.subject, words.signer, words.standing, words.links, words.made];
      }),
    }, { createdAt: services.clock.now(), attachData: false });
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: nameOf(data, 'th', 'pdf'), disposition: 'inline' as const }) : made;
  },
});
