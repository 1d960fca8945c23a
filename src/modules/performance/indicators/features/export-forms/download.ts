// The forms of a year as Excel: what is taken out can be brought in again.
import { defineDownload } from '../../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { formColumns, formRow } from '../../domain/form-table.ts';
import { yearAt, yearParams } from '../../place.ts';
import { formsOf } from '../../store/forms.ts';

export const formsXlsx = defineDownload({
  path: '/performance/:year/forms.xlsx',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params }) {
    const place = await yearAt(tx, params);
    if (!place) return notFound();
    const forms = await formsOf(tx, place.all);
    const rows = place.all.flatMap((one) => { const form = forms.get(one.id); return form ? [formRow(one.key, one.name, form.content)] : []; });
    return ok({ body: await tableXlsx({ name: `ตัวชี้วัด ${params.year}`, columns: formColumns, rows }), contentType: xlsxType, fileName: `แบบตัวชี้วัด-${params.year}.xlsx`, disposition: 'attachment' as const });
  },
});
