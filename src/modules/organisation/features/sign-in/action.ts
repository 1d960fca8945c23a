import { defineAction } from '../../../../platform/http/define.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { ok } from '../../../../platform/result.ts';
import { networkOf } from '../../domain/network.ts';
import { completeSignIn, originOf } from '../../sign-in/complete-sign-in.ts';
import { verifyPassword } from '../../sign-in/passwords.ts';
import { signInLimits } from '../../sign-in/settings.ts';
import { beginSignIn, countFailedSignIn, noteRefusedSignIn } from '../../store/sign-ins.ts';
import { signInForm } from './form.ts';
import { signInPage } from './page.tsx';

/**
 * A refused attempt is an outcome, not a failure: its count must be kept, and a failure would undo it. Unknown name
 * and wrong password cost the same work and get the same answer.
 */
export const signInAction = defineAction({
  path: '/sign-in',
  permission: { public: 'people sign in here' },
  form: signInForm,
  page: signInPage,
  async run(tx, { input, services, ...request }) {
    const next = localAddress(input.next);
    const back = (state: string) => `/sign-in?${new URLSearchParams(next === '/' ? {} : { next })}${next === '/' ? '' : '&'}${state}`;
    const limits = await signInLimits(tx);
    const origin = originOf(request);
    const network = networkOf(origin.ip);
    const attempt = await beginSignIn(tx, input.username, network, origin.browser, limits);
    const subject = { type: 'organisation.person', id: attempt.personId };
    if (attempt.waitSeconds > 0) {
      return ok({ audit: { action: 'organisation.sign-in-delayed', subject, detail: { seconds: attempt.waitSeconds } }, goTo: back(`state=wait&seconds=${attempt.waitSeconds}`) });
    }
    const right = await verifyPassword(attempt.passwordHash, input.password);
    if (!right || attempt.personId === null) {
      await countFailedSignIn(tx, input.username, network, origin.browser, limits);
      // Nobody's id finds no account, so an unknown name costs the same statement.
      await noteRefusedSignIn(tx, { personId: attempt.personId ?? 0, method: 'password', reason: 'password', origin });
      return ok({ audit: { action: 'organisation.sign-in-refused', subject }, goTo: back('state=refused') });
    }
    return ok(await completeSignIn(tx, services, { personId: attempt.personId, method: 'password', strong: false, login: input.username, origin, next }));
  },
});
