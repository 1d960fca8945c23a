import { emptyForm } from '../../../../platform/forms/form.ts';
import { cookieNames } from '../../../../platform/http/context.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { endMySession } from '../../store/accounts.ts';
import { signInPage } from '../sign-in/page.tsx';

/** Ends the session in the database too, so that a copied cookie is worth nothing. */
export const signOutAction = defineAction({
  path: '/sign-out',
  permission: { signedIn: 'everyone may end the own session' },
  form: emptyForm,
  page: signInPage,
  async run(tx, { actor }) {
    await endMySession(tx, Number(actor.sessionId));
    return ok({
      audit: { action: 'organisation.signed-out', subject: { type: 'organisation.person', id: actor.id } },
      goTo: '/sign-in?state=out',
      cookies: [{ name: cookieNames.session, value: '', maxAgeSeconds: 0 }],
    });
  },
});
