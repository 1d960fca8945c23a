import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type AnyPage } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { makeLineCode } from '../../line-code.ts';
import { messages } from '../../messages.ts';
import { putCode, unlinkPerson } from '../../store/line.ts';
import { choicesAddress, choicesPermission } from '../choose-channels/address.ts';

const me = (id: number) => ({ type: 'organisation.person', id });

/** A new code, in the place of the person's last one. */
export const makeCodeAction = (page: AnyPage) => defineAction({
  path: `${choicesAddress}/line/code`,
  permission: choicesPermission,
  form: emptyForm,
  page,
  async run(tx, { actor, services }) {
    if (!services.config.line) return fail('LINE_NOT_SET_UP', messages.words('lineUnavailable'));
    await putCode(tx, actor.id, makeLineCode());
    return ok({ audit: { action: 'notices.line-code-made', subject: me(actor.id) }, goTo: `${choicesAddress}#line`, flash: messages.words('lineCodeMade') });
  },
});

export const unlinkAction = (page: AnyPage) => defineAction({
  path: `${choicesAddress}/line/unlink`,
  permission: choicesPermission,
  form: emptyForm,
  page,
  async run(tx, { actor }) {
    if (!(await unlinkPerson(tx, actor.id))) return fail('LINE_NOT_LINKED', messages.words('lineNothing'));
    return ok({ audit: { action: 'notices.line-unlinked', subject: me(actor.id), detail: { by: 'the person' } }, goTo: `${choicesAddress}#line`, flash: messages.words('lineUnlinked') });
  },
});
