import { emptyForm } from '../../../../platform/forms/form.ts';
import { readFileRecords } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { confirmImport, mayBringIn, stageFile } from '../../import/bring-in.ts';
import { kindOf } from '../../import/kinds.ts';
import { uploadForm } from './form.ts';
import { m } from './messages.ts';
import { importPage, importsPage } from './page.tsx';

const permission = 'organisation.import';

/** Takes a file in, judges every row and shows the verdicts. No record changes. */
export const stageImportAction = defineAction({
  path: '/import',
  permission,
  form: uploadForm,
  page: importsPage,
  async run(tx, { input, actor, services }) {
    const kind = kindOf(input.kind);
    const may = mayBringIn(actor, kind);
    if (!may.ok) return fail(may.code, may.message, { fields: { kind: m.words('notYours') } });
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return fail('ONE_FILE', m.words('oneFile'), { fields: { file: m.words('oneFile') } });
    const staged = await stageFile(tx, services.files, kind, file, services.clock.today());
    if (!staged.ok) return fail(staged.code, staged.message, { fields: { file: staged.message } });
    return ok({ audit: staged.value.audit, goTo: `/import/${staged.value.importId}` });
  },
});

/** Writes all accepted rows at once, unless something changed since they were shown. */
export const confirmImportAction = defineAction({
  path: '/import/:id/confirm',
  permission,
  params: idParams,
  form: emptyForm,
  page: importPage,
  async run(tx, { params, services, requestId }) {
    const confirmed = await confirmImport(tx, params.id, { day: services.clock.today(), at: services.clock.now(), requestId });
    if (!confirmed.ok) return confirmed;
    const { value } = confirmed;
    return value.done
      ? ok({ audit: value.audit, goTo: `/import/${params.id}`, flash: m.words('done', { n: value.written }) })
      : ok({ audit: value.audit, goTo: `/import/${params.id}?only=differs` });
  },
});
