import { cookieNames } from '../../../../platform/http/context.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { ok } from '../../../../platform/result.ts';
import { verifyPassword } from '../../sign-in/passwords.ts';
import { newToken, tokenHash } from '../../sign-in/tokens.ts';
import { beginSignIn, countFailedSignIn, openSession } from '../../store/accounts.ts';
import { signInForm } from './form.ts';
import { signInPage } from './page.tsx';

const weekSeconds = 7 * 86_400;

/**
 * A refused attempt is an outcome, not a failure: its count must be kept, and a failure would undo it. Unknown name
 * and wrong password cost the same work and get the same answer.
 */
export const signInAction = defineAction({
  path: '/sign-in',
  permission: { public: 'people sign in here' },
  form: signInForm,
  page: signInPage,
  async run(tx, { input, ip, userAgent }) {
    const next = localAddress(input.next);
    const back = (state: string) => `/sign-in?${new URLSearchParams(next === '/' ? {} : { next })}${next === '/' ? '' : '&'}${state}`;
    const attempt = await beginSignIn(tx, input.username, ip);
    const subject = { type: 'organisation.person', id: attempt.personId };
    if (attempt.waitSeconds > 0) {
      return ok({ audit: { action: 'organisation.sign-in-delayed', subject, detail: { seconds: attempt.waitSeconds } }, goTo: back(`state=wait&seconds=${attempt.waitSeconds}`) });
    }
    const right = await verifyPassword(attempt.passwordHash, input.password);
    if (!right || attempt.personId === null) {
      await countFailedSignIn(tx, input.username, ip);
      return ok({ audit: { action: 'organisation.sign-in-refused', subject }, goTo: back('state=refused') });
    }
    const token = newToken();
    const session = await openSession(tx, attempt.personId, input.username, tokenHash(token), ip, userAgent);
    return ok({
      audit: { action: 'organisation.signed-in', subject, detail: { name: session.name, session: session.sessionId } },
      goTo: session.mustChange ? '/account/password' : next,
      cookies: [{ name: cookieNames.session, value: token, maxAgeSeconds: weekSeconds }],
    });
  },
});
