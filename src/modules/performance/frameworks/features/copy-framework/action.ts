import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, ok } from '../../../../../platform/result.ts';
import { blankFramework, copyOf } from '../../domain/copy.ts';
import { frameworkHref, frameworksHref } from '../../shown.tsx';
import { addFramework, frameworkById } from '../../store/frameworks.ts';
import { copyForm } from './form.ts';
import { messages } from './messages.ts';
import { copyPage } from './page.tsx';

/** Makes a draft of a year and agency: the next edition where there is one already. */
export const copyAction = defineAction({
  path: `${frameworksHref}/new`,
  permission: 'performance.keep',
  form: copyForm,
  page: copyPage,
  async run(tx, { input, services }) {
    const from = input.from === undefined ? undefined : await frameworkById(tx, input.from);
    if (input.from !== undefined && !from) return fail('NO_SUCH_FRAMEWORK', messages.words('noSource'), { fields: { from: messages.words('noSource') } });
    const to = { fiscalYear: input.year, agency: input.agency, take: input.take };
    const added = await addFramework(tx, from ? copyOf(from.content, to) : blankFramework(to), services.clock.now());
    if (!added) return fail('FRAMEWORK_TAKEN', messages.words('taken'));
    return ok({
      audit: { action: 'performance.framework-made', subject: { type: 'performance.framework', id: added.id }, detail: { fiscalYear: input.year, agency: input.agency, edition: added.edition, from: from?.id ?? null, take: input.take } },
      goTo: frameworkHref(added.id, '/edit'), flash: messages.words('made'),
    });
  },
});
