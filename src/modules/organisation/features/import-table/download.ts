import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { verdictFile } from '../../import/export.ts';
import { kindOf } from '../../import/kinds.ts';
import { stagedRows, tableImport } from '../../store/table-imports.ts';

/** The file's rows with verdict and reason beside each, to be mended and sent again. */
export const verdictsDownload = defineDownload({
  path: '/import/:id/verdicts.xlsx',
  permission: 'organisation.import',
  params: idParams,
  async load(tx, { params }) {
    const staged = await tableImport(tx, params.id);
    if (!staged || staged.rows === 0) return notFound();
    const rows = await stagedRows(tx, params.id, { limit: staged.rows });
    return ok({ ...(await verdictFile(kindOf(staged.kind), staged.columns, rows, staged.fileName)), disposition: 'attachment' as const });
  },
});
