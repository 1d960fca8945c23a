// The outgoing register as files: CSV and Excel to reckon with, PDF by form 14 for the file.
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { xlsxType } from '../../../../platform/tables/write-table.ts';
import { formatDate, localDate } from '../../../../thai/index.ts';
import { toCsv } from '../../csv.ts';
import { printedReference } from '../../domain/reference.ts';
import { registerDocument, registerPaperLimit, registerXlsx } from '../../registers/register-files.ts';
import type { RegisterLine } from '../../registers/register-files.ts';
import { loadRegister, registerQuery, remarkOf } from './load.ts';
import type { RegisterData } from './load.ts';
import { messages } from './messages.ts';

const exportLimit = 50_000;
const common = { permission: 'correspondence.read-register', query: registerQuery } as const;
const linesOf = (data: RegisterData): RegisterLine[] => data.rows.toReversed().map((row) => ({ ...row, remark: remarkOf(row, messages.in('th')) }));

export const registerCsv = defineDownload({
  ...common,
  path: '/register.csv',
  async load(tx, { query, services, actor }) {
    const data = await loadRegister(tx, query, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    const t = messages.in(actor.language ?? 'th');
    const body = toCsv(
      [t('number'), t('reference'), t('letterDate'), t('from'), t('to'), t('subject'), t('action'), t('remark')],
      data.rows.map((row) => [row.number, printedReference(row.reference), formatDate(localDate(row.letterDate), { style: 'numeric' }), row.from, row.to, row.subject, row.action, remarkOf(row, t)]),
    );
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('fileName')}-${data.year}.csv`, disposition: 'attachment' });
  },
});

export const registerExcel = defineDownload({
  ...common,
  path: '/register.xlsx',
  async load(tx, { query, services }) {
    const data = await loadRegister(tx, query, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    return ok({ body: await registerXlsx({ form: 'sent', year: data.year, lines: linesOf(data) }), contentType: xlsxType, fileName: `${messages.th.fileName}-${data.year}.xlsx`, disposition: 'attachment' });
  },
});

export const registerPdf = defineDownload({
  ...common,
  path: '/register.pdf',
  async load(tx, { query, services }) {
    const data = await loadRegister(tx, query, services.clock.today(), registerPaperLimit);
    if (!data.unit) return notFound();
    const made = await services.paper.renderPdf(registerDocument({ form: 'sent', unit: data.unit.label, year: data.year, lines: linesOf(data) }), { createdAt: services.clock.now(), attachData: false });
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${messages.th.fileName}-${data.year}.pdf`, disposition: 'inline' as const }) : made;
  },
});
