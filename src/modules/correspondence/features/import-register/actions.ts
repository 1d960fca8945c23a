import { readFileRecords } from '../../../../platform/files/file-records.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, defineDownload } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { showCell } from '../../../../platform/tables/cells.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { registerColumns } from '../../domain/register-columns.ts';
import { ownUnits } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { confirmRegister, stageRegister, takeBackRegister, verdictHeads } from '../../registers/register-import.ts';
import { findImport, importRows } from '../../store/register-imports.ts';
import { importForm, undoForm } from './form.ts';
import { importMessages as messages } from './messages.ts';
import { importRegisterPage, registerImportPage } from './page.tsx';

const permission = 'correspondence.keep-registers';

/** Takes a file in and judges every row. The register does not change. */
export const stageRegisterAction = defineAction({
  path: '/register/imports',
  permission,
  form: importForm,
  page: importRegisterPage,
  async run(tx, { input, actor, services }) {
    const today = services.clock.today();
    if (!(await ownUnits(tx, permission, today)).some((unit) => unit.id === input.unit)) return notFound();
    if (input.year > calendarYear(localDate(today))) return fail('FUTURE_YEAR', messages.words('futureYear'), { fields: { year: messages.words('futureYear') } });
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return fail('ONE_FILE', messages.words('oneFile'), { fields: { file: messages.words('oneFile') } });
    const staged = await stageRegister(tx, services, { unitId: input.unit, table: input.table, year: input.year }, file);
    if (!staged.ok) return fail(staged.code, staged.message, { fields: { file: staged.message } });
    return ok({ audit: staged.value.audit, goTo: `/register/imports/${staged.value.importId}` });
  },
});

const one = { permission, params: letterParams, page: registerImportPage } as const;

/** Whether a staged file is of a unit whose registers the actor keeps. */
const keeps = async (tx: Parameters<typeof findImport>[0], id: number, today: string): Promise<boolean> => {
  const found = await findImport(tx, id);
  return found !== undefined && (await ownUnits(tx, permission, today)).some((unit) => unit.id === found.unitId);
};

export const confirmRegisterAction = defineAction({
  ...one,
  path: '/register/imports/:id/confirm',
  form: emptyForm,
  async run(tx, { params, services }) {
    if (!(await keeps(tx, params.id, services.clock.today()))) return notFound();
    const done = await confirmRegister(tx, services, params.id);
    if (!done.ok) return done;
    return done.value.done
      ? ok({ audit: done.value.audit, goTo: `/register/imports/${params.id}`, flash: messages.words('done', { n: done.value.written }) })
      : ok({ audit: done.value.audit, goTo: `/register/imports/${params.id}?only=differs` });
  },
});

export const undoRegisterAction = defineAction({
  ...one,
  path: '/register/imports/:id/undo',
  form: undoForm,
  async run(tx, { params, input, services }) {
    if (!(await keeps(tx, params.id, services.clock.today()))) return notFound();
    const done = await takeBackRegister(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: `/register/imports/${params.id}`, flash: messages.words('undone', { n: done.value.gone }) }) : done;
  },
});

/** The collision report: the file's own rows with verdict and reason before them, to be mended and sent again. */
export const registerVerdicts = defineDownload({
  path: '/register/imports/:id/verdicts.xlsx',
  permission,
  params: letterParams,
  async load(tx, { params, services }) {
    const found = await findImport(tx, params.id);
    if (!found || !(await keeps(tx, params.id, services.clock.today()))) return notFound();
    const rows = await importRows(tx, params.id, { limit: 100_000 });
    const known = registerColumns[found.form].filter((column) => found.columns.includes(column.code));
    const about = { th: 'ผลการตรวจไฟล์ ไม่ต้องลบเมื่อส่งใหม่', en: 'Verdict on the file; need not be deleted when it is sent again' };
    const columns: TableColumn[] = [
      { code: 'verdict_', head: { th: verdictHeads[0] ?? '', en: verdictHeads[2] ?? '' }, about, kind: 'text', width: 18 },
      { code: 'reason_', head: { th: verdictHeads[1] ?? '', en: verdictHeads[3] ?? '' }, about, kind: 'lines', width: 60 },
      ...known.map((column): TableColumn => ({ ...column, kind: 'text' })),
    ];
    const t = messages.in('th');
    const body = await tableXlsx({
      name: t('verdictFile'), columns,
      rows: rows.map((row) => ({
        verdict_: t(`verdict.${row.verdict}`), reason_: row.problems.map((problem) => problem.th).join('\n'),
        ...Object.fromEntries(known.map((column) => {
          const cell = row.cells[column.code] ?? null;
          return [column.code, cell !== null && typeof cell === 'object' ? String(showCell({ ...column, kind: 'date' }, cell.day)) : typeof cell === 'boolean' ? (cell ? 'ใช่' : 'ไม่ใช่') : cell];
        })),
      })),
    });
    return ok({ body, contentType: xlsxType, fileName: `${messages.th.verdictFile} ${found.fileName.replace(/\.[^.]+$/, '')}.xlsx`, disposition: 'attachment' as const });
  },
});
