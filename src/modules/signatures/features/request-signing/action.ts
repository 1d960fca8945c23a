import { openPdf } from '../../../../paper/index.ts';
import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { openSigningRequest } from '../../requests/open.ts';
import { stepsFrom } from '../../requests/steps-form.tsx';
import { requestForm } from './form.ts';
import { messages } from './messages.ts';
import { askingUnits, requestSigningPage } from './page.tsx';

/** Opens a request on a PDF that was brought along. A file that cannot be signed is refused in words and not taken up. */
export const requestSigningAction = defineAction({
  path: '/signing/new',
  permission: 'signatures.request',
  form: requestForm,
  page: () => requestSigningPage,
  async run(tx, { input, services }) {
    const today = services.clock.today();
    const steps = await stepsFrom(tx, input.steps, today);
    if (!steps.ok) return steps;
    if (!(await askingUnits(tx, today)).some((unit) => unit.id === input.unit)) return fail('NOT_YOUR_UNIT', messages.words('notYourUnit'), { fields: { unit: messages.words('notYourUnit') } });
    if (input.file.length !== 1) return fail('ONE_PDF', messages.words('oneFile'), { fields: { file: messages.words('oneFile') } });
    const [file] = await takeFiles(tx, input.file, { unitId: input.unit });
    if (!file || file.mediaType !== 'application/pdf') return fail('ONE_PDF', messages.words('oneFile'), { fields: { file: messages.words('oneFile') } });
    const opened = openPdf(await services.files.get(file.hash));
    if (!opened.ok) return { ...opened, fields: { file: opened.message } };
    const done = await openSigningRequest(tx, services, {
      subject: { type: 'platform.file', id: file.id, href: `/files/${file.id}`, title: input.subject },
      fileHash: file.hash, fileSize: file.size, fileName: file.name, unitId: input.unit, steps: steps.value,
    });
    if (!done.ok) return done.code === 'SIGNING_STEPS' ? { ...done, fields: { steps: done.message } } : done;
    return ok({ audit: done.value.audit, goTo: done.value.href, flash: messages.words('sent') });
  },
});
