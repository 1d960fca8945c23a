import { readFileRecords } from '../../../../../platform/files/file-records.ts';
import { emptyForm } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { idParams } from '../../params.ts';
import { addEdition, changeEdition, editionById, editionImport, listEditions, markEditionImported, stageEdition } from '../../store/editions.ts';
import { judgeEdition } from './judge.ts';
import { messages } from './messages.ts';
import { editionImportPage, importEditionPage, importForm } from './page.tsx';

const home = '/performance/pmqa/editions';
const subject = (id: number) => ({ type: 'performance.pmqa-edition', id });

/** Judges every row of a file of criteria; no edition changes yet. */
export const stageEditionAction = defineAction({
  path: `${home}/import`,
  permission: 'performance.keep',
  form: importForm,
  page: importEditionPage,
  async run(tx, { input, actor, services }) {
    const base = await editionById(tx, input.base);
    if (!base) return notFound();
    const at = (code: string, words: Parameters<typeof fail>[1]) => fail(code, words, { fields: { file: words } });
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return at('ONE_FILE', messages.words('oneFile'));
    const judged = await judgeEdition(await services.files.get(file.hash) as Buffer, base, await listEditions(tx));
    if (!judged.ok) return at(judged.code, judged.message);
    const id = await stageEdition(tx, { fileName: file.name, baseId: base.id, ...judged.value }, services.clock.now());
    return ok({ audit: { action: 'performance.pmqa-edition-looked-through', subject: subject(base.id), detail: { file: file.name, hash: file.hash, rows: judged.value.rows.length } }, goTo: `${home}/imports/${id}` });
  },
});

/** A new edition, or new content of one that nobody has used. */
export const confirmEditionAction = defineAction({
  path: `${home}/imports/:id/confirm`,
  permission: 'performance.keep',
  params: idParams,
  form: emptyForm,
  page: editionImportPage,
  async run(tx, { params, services }) {
    const staged = await editionImport(tx, params.id);
    if (!staged) return notFound();
    if (staged.appliedAt) return fail('IMPORT_DONE', messages.words('gone'), { status: 409 });
    if (!staged.content) return notFound();
    const now = services.clock.now();
    const stale = () => fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
    const held = (await listEditions(tx)).find(({ key }) => key === staged.content?.key);
    let id: number | undefined = held?.id;
    if (held) {
      if (!(await changeEdition(tx, held, staged.content, now))) return stale();
    } else {
      id = await addEdition(tx, staged.content, now);
    }
    if (id === undefined || !(await markEditionImported(tx, staged.id, id, now))) return stale();
    return ok({ audit: { action: 'performance.pmqa-edition-imported', subject: subject(id), detail: { key: staged.content.key, file: staged.fileName } }, goTo: `${home}/${id}`, flash: messages.words('done') });
  },
});
