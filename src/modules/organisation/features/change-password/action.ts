import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { guessAtOwnPassword } from '../../sign-in/confirm-identity.ts';
import { checkNewPassword, hashPassword, verifyPassword } from '../../sign-in/passwords.ts';
import { myPasswordHash, setMyPassword } from '../../store/accounts.ts';
import { changePasswordForm } from './form.ts';
import { m } from './messages.ts';
import { changePasswordPage } from './page.tsx';

const at = (field: string, key: 'wrong' | 'different' | 'same') => fail('PASSWORD_REFUSED', m.words(key), { fields: { [field]: m.words(key) } });

const waitFirst = (seconds: number) => fail('WAIT_FIRST', m.words('wait', { seconds }), { fields: { current: m.words('wait', { seconds }) } });

export const changePasswordAction = defineAction({
  path: '/account/password',
  permission: { signedIn: 'everyone may change the own password' },
  form: changePasswordForm,
  page: changePasswordPage,
  async run(tx, { input, actor, services }) {
    if (input.password !== input.repeat) return at('repeat', 'different');
    const current = await myPasswordHash(tx);
    const seconds = await guessAtOwnPassword(services, actor, () => verifyPassword(current, input.current));
    if (seconds !== 'right') return seconds === 'wrong' ? at('current', 'wrong') : waitFirst(seconds);
    const checked = checkNewPassword(input.password, actor.name.split(/\s+/));
    if (!checked.ok) return checked;
    if (await verifyPassword(current, input.password)) return at('password', 'same');
    await setMyPassword(tx, await hashPassword(input.password), Number(actor.sessionId));
    return ok({
      audit: { action: 'organisation.password-changed', subject: { type: 'organisation.person', id: actor.id } },
      goTo: actor.mustChangePassword ? '/' : '/account',
      flash: m.words('done'),
    });
  },
});
