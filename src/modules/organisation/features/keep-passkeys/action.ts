import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { openCeremony, spendCeremony } from '../../sign-in/ceremony.ts';
import { hasFreshProof, proveFirst } from '../../sign-in/fresh-proof.ts';
import { ownAccount } from '../../sign-in/own-account.ts';
import { readRegistration } from '../../sign-in/passkeys.ts';
import { tellOwner } from '../../sign-in/tell-owner.ts';
import { addMyPasskey, myPasskeys, removeMyPasskey, renameMyPasskey } from '../../store/passkeys.ts';
import { addPasskeyForm, renamePasskeyForm } from './form.ts';
import { m } from './messages.ts';
import { passkeyPage, passkeyPermission, passkeysAddress, passkeysPage, type RegisterData } from './page.tsx';

const me = (id: number) => ({ type: 'organisation.person', id });

/** A challenge is spent by its first answer, right or wrong: so a refusal is an outcome here, not a failure that would undo it. */
export const addPasskeyAction = defineAction({
  path: passkeysAddress,
  permission: passkeyPermission,
  form: addPasskeyForm,
  page: passkeysPage,
  async run(tx, { input, actor, cookies, services }) {
    if (!(await hasFreshProof(tx, services, cookies))) return ok(proveFirst(actor, passkeysAddress));
    if (!input.response) return fail('NEEDS_SCRIPT', m.words('needsScript'));
    const { origin, dataFolder } = services.config;
    const opened = await openCeremony<RegisterData>(tx, dataFolder, input.ceremony, { purpose: 'passkey-register', cookies, person: actor.id });
    if (!opened.ok) return opened;
    const refused = (state: 'refused' | 'known'): ActionOutcome => ({ audit: { action: 'organisation.passkey-refused', subject: me(actor.id), detail: { why: state } }, goTo: `${passkeysAddress}?state=${state}` });
    if (!(await spendCeremony(tx, opened.value))) return ok(refused('refused'));
    const { challenge, userHandle } = opened.value.data;
    const made = await readRegistration(origin, challenge, Buffer.from(userHandle, 'base64url'), input.name, input.response);
    if (!made.ok) return ok(refused('refused'));
    const id = await addMyPasskey(tx, made.value);
    if (id === undefined) return ok(refused('known'));
    await tellOwner(tx, services, await ownAccount(tx, actor), m.words('toldAdded', { name: input.name }));
    return ok({
      audit: { action: 'organisation.passkey-added', subject: me(actor.id), detail: { passkey: id, name: input.name, synced: made.value.synced } },
      goTo: passkeysAddress,
      flash: m.words(actor.mustSetUpFactor ? 'doneGoOut' : 'done', { name: input.name }),
    });
  },
});

export const renamePasskeyAction = defineAction({
  path: '/account/security/passkeys/:id',
  permission: passkeyPermission,
  params: idParams,
  form: renamePasskeyForm,
  page: passkeyPage,
  async run(tx, { params, input, actor }) {
    if (!(await renameMyPasskey(tx, params.id, input.name))) return notFound();
    return ok({ audit: { action: 'organisation.passkey-renamed', subject: me(actor.id), detail: { passkey: params.id, name: input.name } }, goTo: passkeysAddress, flash: m.words('saved') });
  },
});

export const removePasskeyAction = defineAction({
  path: '/account/security/passkeys/:id/remove',
  permission: passkeyPermission,
  params: idParams,
  form: emptyForm,
  page: passkeyPage,
  async run(tx, { params, actor, cookies, services }) {
    const passkey = (await myPasskeys(tx)).find(({ id }) => id === params.id);
    if (!passkey) return notFound();
    if (!(await hasFreshProof(tx, services, cookies))) return ok(proveFirst(actor, `${passkeysAddress}/${passkey.id}`));
    if (!(await removeMyPasskey(tx, params.id))) return notFound();
    await tellOwner(tx, services, await ownAccount(tx, actor), m.words('toldRemoved', { name: passkey.name }));
    return ok({ audit: { action: 'organisation.passkey-removed', subject: me(actor.id), detail: { passkey: passkey.id, name: passkey.name } }, goTo: passkeysAddress, flash: m.words('removed', { name: passkey.name }) });
  },
});
