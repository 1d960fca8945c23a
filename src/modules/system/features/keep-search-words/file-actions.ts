import { readFileRecords } from '../../../../platform/files/file-records.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { addTerms } from '../../../../platform/search/terms.ts';
import { countVerdicts, readTermFile } from './file.ts';
import { fileAddress, fileParams, judgedFile, wordsFilePage } from './file-page.tsx';
import { fileForm } from './forms.ts';
import { messages } from './messages.ts';
import { wordsAddress, wordsPage, wordsPermission } from './page.tsx';

const subject = (id: number) => ({ type: 'platform.file', id });

/** Takes a file in and shows the verdict of each row; no entry is added. */
export const checkWordsFile = defineAction({
  path: fileAddress,
  permission: wordsPermission,
  form: fileForm,
  page: wordsPage,
  async run(tx, { input, actor, services }) {
    const [file, ...others] = (await readFileRecords(tx, input.file)).filter((one) => one.uploadedBy === actor.id);
    if (!file || others.length > 0) return fail('ONE_FILE', messages.words('file.one'), { fields: { file: messages.words('file.one') } });
    const rows = await readTermFile(await services.files.get(file.hash));
    if (!rows.ok) return fail(rows.code, rows.message, { fields: { file: rows.message } });
    return ok({ audit: { action: 'system.search-terms-checked', subject: subject(file.id), detail: { file: file.name, hash: file.hash, rows: rows.value.length } }, goTo: `${fileAddress}/${file.id}` });
  },
});

/** Adds every entry of the file that is new as of now; what is known, double or refused stays out. */
export const takeWordsFile = defineAction({
  path: `${fileAddress}/:id/take`,
  permission: wordsPermission,
  params: fileParams,
  form: emptyForm,
  page: wordsFilePage,
  async run(tx, { params, services }) {
    const judged = await judgedFile(tx, services, params.id);
    if (!judged.ok) return judged;
    const { file, rows } = judged.value;
    const added = await addTerms(tx, rows.flatMap((row) => row.term ?? []), services.clock.now());
    if (added === 0) return fail('TERMS_EMPTY', messages.words('rows.empty'));
    const { known, twice, refused } = countVerdicts(rows);
    return ok({
      audit: { action: 'system.search-terms-imported', subject: subject(file.id), detail: { added, known, twice, refused, file: file.name, hash: file.hash } },
      goTo: wordsAddress,
      flash: messages.words('imported', { n: added, known }),
    });
  },
});
