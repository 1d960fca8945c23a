import { can } from '../../../../platform/access/actor.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { hashPassword } from '../../sign-in/passwords.ts';
import { disableAccount, giveFirstPassword, loginIsFree } from '../../store/accounts.ts';
import { personById } from '../../store/people.ts';
import { rolesOf } from '../../store/roles.ts';
import { firstPasswordForm } from './form.ts';
import { m } from './messages.ts';
import { accountPage } from './page.tsx';

const permission = 'organisation.manage-accounts';
const at = (key: 'wrongUsername' | 'taken') => fail('USERNAME_REFUSED', m.words(key), { fields: { username: m.words(key) } });

export const giveFirstPasswordAction = defineAction({
  path: '/people/:id/account',
  permission,
  params: idParams,
  form: firstPasswordForm,
  page: accountPage,
  async run(tx, { params, input, actor, services }) {
    if (!(await personById(tx, params.id))) return notFound();
    const roles = await rolesOf(tx, params.id, services.clock.today());
    // Whoever may not give the role may not take over the account of one who has it.
    if (roles.some((role) => role.role === 'system-admin') && !can(actor, 'organisation.manage-roles')) return fail('ADMIN_ACCOUNT', m.words('admin'));
    const login = input.username.toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(login)) return at('wrongUsername');
    if (!(await loginIsFree(tx, login, params.id))) return at('taken');
    if (!(await giveFirstPassword(tx, params.id, login, await hashPassword(input.password)))) return fail('OWN_ACCOUNT', m.words('own'));
    return ok({ audit: { action: 'organisation.first-password-given', subject: { type: 'organisation.person', id: params.id }, detail: { login } }, goTo: `/people/${params.id}/account`, flash: m.words('given') });
  },
});

export const closeAccountAction = defineAction({
  path: '/people/:id/account/close',
  permission,
  params: idParams,
  form: emptyForm,
  page: accountPage,
  async run(tx, { params }) {
    if (!(await disableAccount(tx, params.id))) return fail('OWN_ACCOUNT', m.words('own'));
    return ok({ audit: { action: 'organisation.account-closed', subject: { type: 'organisation.person', id: params.id } }, goTo: `/people/${params.id}/account`, flash: m.words('done') });
  },
});
