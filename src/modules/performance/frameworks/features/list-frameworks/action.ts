import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, ok } from '../../../../../platform/result.ts';
import { shippedFramework } from '../../../domain/framework/years/shipped.ts';
import { frameworkHref, frameworksHref } from '../../shown.tsx';
import { addFramework, frameworksOfYear } from '../../store/frameworks.ts';
import { bringForm } from './form.ts';
import { messages } from './messages.ts';
import { listPage } from './page.tsx';

/** Brings in a year that comes with the house. Once: a further edition is made from the one that is there. */
export const bringAction = defineAction({
  path: `${frameworksHref}/shipped`,
  permission: 'performance.keep',
  form: bringForm,
  page: listPage,
  async run(tx, { input, services }) {
    const framework = shippedFramework(input.year);
    if (!framework) return fail('NOT_SHIPPED', messages.words('notShipped'));
    const there = (await frameworksOfYear(tx, framework.fiscalYear)).some(({ agency }) => agency === framework.agency);
    const added = there ? undefined : await addFramework(tx, framework, services.clock.now(), 'brought-in');
    if (!added) return fail('FRAMEWORK_TAKEN', messages.words('hasIt'));
    return ok({ audit: { action: 'performance.framework-brought-in', subject: { type: 'performance.framework', id: added.id }, detail: { fiscalYear: input.year } }, goTo: frameworkHref(added.id), flash: messages.words('brought') });
  },
});
