import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, ok } from '../../../../../platform/result.ts';
import { frameworkFile, readFrameworkFile } from '../../domain/file.ts';
import { frameworkHref, frameworksHref } from '../../shown.tsx';
import { addFramework, frameworksOfYear } from '../../store/frameworks.ts';
import { importForm } from './form.ts';
import { messages } from './messages.ts';
import { importPage } from './page.tsx';

/** Brings a file in as a draft. One that says the same as an edition that is there is not brought in a second time. */
export const importAction = defineAction({
  path: `${frameworksHref}/import`,
  permission: 'performance.keep',
  form: importForm,
  page: importPage,
  async run(tx, { input, services }) {
    const read = readFrameworkFile(input.file.toString('utf8'));
    if (!read.ok) return read;
    const framework = read.value;
    const same = (await frameworksOfYear(tx, framework.fiscalYear)).find(({ agency, edition, content }) => agency === framework.agency && frameworkFile(content) === frameworkFile({ ...framework, edition }));
    if (same) {
      const told = messages.words('same', { edition: same.edition, year: same.fiscalYear });
      return fail('FRAMEWORK_SAME', told, { fields: { file: told } });
    }
    const added = await addFramework(tx, framework, services.clock.now(), 'imported');
    if (!added) return fail('FRAMEWORK_TAKEN', messages.words('taken'));
    return ok({
      audit: { action: 'performance.framework-imported', subject: { type: 'performance.framework', id: added.id }, detail: { fiscalYear: framework.fiscalYear, agency: framework.agency, edition: added.edition } },
      goTo: frameworkHref(added.id), flash: messages.words('brought'),
    });
  },
});
