import { defineAction, defineDownload } from '../../../../platform/http/define.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { exportRegister } from '../../registers/export-register-job.ts';
import { keptUnits } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { askForExport, findExport } from '../../store/register-exports.ts';
import { exportForm } from './form.ts';
import { exportMessages as messages } from './messages.ts';
import { exportsPage } from './page.tsx';

const permission = 'correspondence.keep-registers';

/** Asks for the package; the job makes it. */
export const exportRegisterAction = defineAction({
  path: '/register/exports',
  permission,
  form: exportForm,
  page: exportsPage,
  async run(tx, { input, services }) {
    const today = services.clock.today();
    const unit = (await keptUnits(tx, permission, today)).find((one) => one.id === input.unit);
    if (!unit) return notFound();
    if (input.year > calendarYear(localDate(today))) return fail('FUTURE_YEAR', messages.words('futureYear'), { fields: { year: messages.words('futureYear') } });
    const exportId = await askForExport(tx, { unitId: unit.id, unitLabel: unit.label, year: input.year, at: services.clock.now() });
    await enqueue(tx, exportRegister, { exportId });
    return ok({
      audit: { action: 'correspondence.register-export-asked', subject: { type: 'correspondence.register-export', id: exportId }, unitId: unit.id, detail: { year: input.year } },
      goTo: `/register/exports/${exportId}`,
      flash: messages.words('asked'),
    });
  },
});

export const exportFile = defineDownload({
  path: '/register/exports/:id/file',
  permission,
  params: letterParams,
  async load(tx, { params, services }) {
    const made = await findExport(tx, params.id);
    if (!made || made.fileHash === null) return notFound();
    return ok({
      body: await services.files.get(made.fileHash), contentType: 'application/zip', fileName: `${messages.th.fileName}-${made.unitLabel.split(' ')[0] ?? ''}-${made.year}-${made.id}.zip`,
      disposition: 'attachment' as const, etag: made.fileHash,
      opens: { type: 'correspondence.register-export', id: made.id },
    });
  },
});
