import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { keeps } from '../../keeper.ts';
import { addParameter } from '../../store/savings.ts';
import { parameterForm } from './form.ts';
import { messages } from './messages.ts';
import { savingsPage } from './page.tsx';

/** A new value of the calculation from a day on; what was is kept for the letters before it. */
export const addParameterAction = defineAction({
  path: '/adoption/savings/parameters',
  permission: 'adoption.keep',
  form: parameterForm,
  page: savingsPage,
  async run(tx, { input, services }) {
    if (!(await keeps(tx, services.clock.today()))) return notFound();
    const { name, value, from, source } = input;
    if (!(await addParameter(tx, { name, value, validFrom: from, source }, services.clock.now()))) return fail('PARAMETER_DAY_TAKEN', messages.words('taken'), { fields: { from: messages.words('taken') } });
    return ok({ audit: { action: 'adoption.parameter-added', subject: { type: 'adoption.saving-parameter', id: null }, detail: { name, value, from, source } }, goTo: '/adoption/savings', flash: messages.words('added') });
  },
});
