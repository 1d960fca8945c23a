import { defineAction } from '../../../../platform/http/define.ts';
import { sendMail } from '../../../../platform/mail/mail.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { checkNewPassword, hashPassword } from '../../sign-in/passwords.ts';
import { originOf } from '../../sign-in/complete-sign-in.ts';
import { newToken, tokenHash } from '../../sign-in/tokens.ts';
import { requestReset, useReset } from '../../store/accounts.ts';
import { knowBrowser } from '../../store/sign-ins.ts';
import { forgottenForm, resetForm } from './form.ts';
import { m } from './messages.ts';
import { forgottenPasswordPage, resetParams, resetPasswordPage } from './page.tsx';

/** Known or not, the answer is the same: nobody learns here who has an account. */
export const forgottenPasswordAction = defineAction({
  path: '/forgotten-password',
  permission: { public: 'people who cannot sign in ask for a link here' },
  form: forgottenForm,
  page: forgottenPasswordPage,
  async run(tx, { input, services }) {
    const token = newToken();
    const found = await requestReset(tx, input.username, tokenHash(token));
    if (found) {
      const link = `${services.config.origin}/reset-password/${token}`;
      const both = (key: 'mailSubject' | 'mailText') => {
        const words = m.words(key, { name: found.name, link });
        return key === 'mailSubject' ? words.th : `${words.th}\n\n———\n\n${words.en}`;
      };
      await sendMail(tx, { to: found.email, subject: both('mailSubject'), text: both('mailText') });
    }
    const subject = { type: 'organisation.person', id: found?.personId ?? null };
    return ok({ audit: { action: 'organisation.password-reset-requested', subject, detail: { sent: found !== undefined } }, goTo: '/forgotten-password?sent=1' });
  },
});

export const resetPasswordAction = defineAction({
  path: '/reset-password/:token',
  permission: { public: 'the link in the mail is the right' },
  params: resetParams,
  form: resetForm,
  page: resetPasswordPage,
  async run(tx, { params, input, ...request }) {
    if (input.password !== input.repeat) return fail('PASSWORD_REFUSED', m.words('different'), { fields: { repeat: m.words('different') } });
    const checked = checkNewPassword(input.password, []);
    if (!checked.ok) return checked;
    const personId = await useReset(tx, tokenHash(params.token), await hashPassword(input.password));
    if (personId === undefined) return fail('LINK_CLOSED', m.words('closed'));
    await knowBrowser(tx, tokenHash(params.token), originOf(request).browser);
    return ok({ audit: { action: 'organisation.password-reset', subject: { type: 'organisation.person', id: personId } }, goTo: '/sign-in', flash: m.words('done') });
  },
});
