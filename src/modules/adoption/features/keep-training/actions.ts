import { readFileRecords } from '../../../../platform/files/file-records.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { keeps } from '../../keeper.ts';
import { addTrainings, markApplied, stageTrainings, trainingImport } from '../../store/training.ts';
import { trainingForm } from './form.ts';
import { judgeTrainings } from './judge.ts';
import { messages } from './messages.ts';
import { importParams, importTrainingPage, trainingImportPage } from './page.tsx';

const subject = (id: number) => ({ type: 'adoption.training-import', id });

/** Judges every row of a file and shows the verdicts; the list does not change yet. */
export const stageTrainingAction = defineAction({
  path: '/adoption/training/import',
  permission: 'adoption.keep',
  form: trainingForm,
  page: importTrainingPage,
  async run(tx, { input, actor, services }) {
    if (!(await keeps(tx, services.clock.today()))) return notFound();
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return fail('ONE_FILE', messages.words('oneFile'), { fields: { file: messages.words('oneFile') } });
    const judged = await judgeTrainings(tx, await services.files.get(file.hash) as Buffer, services.clock.today());
    if (!judged.ok) return fail(judged.code, judged.message, { fields: { file: judged.message } });
    const id = await stageTrainings(tx, file.name, judged.value, services.clock.now());
    return ok({ audit: { action: 'adoption.trainings-looked-through', subject: subject(id), detail: { file: file.name, hash: file.hash, rows: judged.value.length } }, goTo: `/adoption/training/imports/${id}` });
  },
});

/** Writes the rows that were new; one that came in by another way meanwhile is not added twice. */
export const confirmTrainingAction = defineAction({
  path: '/adoption/training/imports/:id/confirm',
  permission: 'adoption.keep',
  params: importParams,
  form: emptyForm,
  page: trainingImportPage,
  async run(tx, { params, services }) {
    const staged = (await keeps(tx, services.clock.today())) ? await trainingImport(tx, params.id) : undefined;
    if (!staged) return notFound();
    const entries = staged.rows.flatMap(({ verdict, entry }) => (verdict === 'new' && entry ? [entry] : []));
    const added = staged.appliedAt === null ? await addTrainings(tx, entries, services.clock.now()) : 0;
    if (!(await markApplied(tx, params.id, added, services.clock.now()))) return fail('IMPORT_DONE', messages.words('gone'), { status: 409 });
    return ok({ audit: { action: 'adoption.trainings-imported', subject: subject(params.id), detail: { added } }, goTo: '/adoption/training', flash: messages.words('done', { n: added }) });
  },
});
