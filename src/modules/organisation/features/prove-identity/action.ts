import { defineAction } from '../../../../platform/http/define.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { ok } from '../../../../platform/result.ts';
import { keepProof, proofFor, proofMinutes, proveAddress } from '../../sign-in/fresh-proof.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { afterIdentity } from '../keep-second-factor/after-identity.ts';
import { proveForm } from './form.ts';
import { m } from './messages.ts';
import { provePage, provePermission } from './page.tsx';

/** Password, and code where one is in use: right, they are good for changes of the ways to sign in for ten minutes. */
export const proveAction = defineAction({
  path: proveAddress,
  permission: provePermission,
  form: proveForm,
  page: provePage,
  async run(tx, { input, actor, services }) {
    const back = localAddress(input.next, securityAddress);
    return afterIdentity(tx, services, input, proofFor(back), async () => ok({
      audit: { action: 'organisation.identity-proved', subject: { type: 'organisation.person', id: actor.id } },
      goTo: back,
      flash: m.words('done', { minutes: proofMinutes }),
      cookies: [keepProof(services, actor)],
    }));
  },
});
