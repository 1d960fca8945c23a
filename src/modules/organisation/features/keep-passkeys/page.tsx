import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineApi, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { idParams } from '../../guard.ts';
import { beginCeremony } from '../../sign-in/ceremony.ts';
import { hasFreshProof } from '../../sign-in/fresh-proof.ts';
import { askToRegister, challengeMinutes, passkeysWork, type ChallengeData } from '../../sign-in/passkeys.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { accountOf } from '../../store/accounts.ts';
import { myIdentities } from '../../store/identities.ts';
import { myPasskeys, type PasskeyRow } from '../../store/passkeys.ts';
import { instant } from '../../views.tsx';
import { m as proveWords } from '../prove-identity/messages.ts';
import { ProveFirst } from '../prove-identity/prove-first.tsx';
import { addPasskeyForm, renamePasskeyForm } from './form.ts';
import { m } from './messages.ts';

export const passkeyPermission = { signedIn: 'everyone keeps the own passkeys' };
export const passkeysAddress = '/account/security/passkeys';
const optionsAddress = '/account/security/passkeys/challenge';

/** What the challenge is kept with: the handle goes to the passkey that is made. */
export interface RegisterData extends ChallengeData {
  readonly userHandle: string;
}

/** A challenge for a new passkey of the signed-in person; nothing is kept here but sealed with the browser. */
export const passkeyChallenge = defineApi({
  method: 'ASK',
  path: optionsAddress,
  permission: passkeyPermission,
  summary: { th: 'ขอคำท้าสำหรับเพิ่มพาสคีย์', en: 'A challenge for a new passkey' },
  async load(tx, { actor, cookies, services }) {
    const { origin, dataFolder } = services.config;
    // Without the proof the answer would be refused: the device is not asked to keep what comes to nothing.
    if (!(await hasFreshProof(tx, services, cookies))) return fail('PROOF_NEEDED', proveWords.words('first'));
    const account = await accountOf(tx, actor.id);
    if (!account || !passkeysWork(origin)) return fail('NO_PASSKEYS_HERE', m.words('wrongAddress'));
    const options = await askToRegister(origin, { login: account.login, name: actor.name, passkeys: await myPasskeys(tx) });
    const data: RegisterData = { challenge: options.challenge, userHandle: options.user.id };
    return ok({ options, ceremony: beginCeremony(dataFolder, { purpose: 'passkey-register', cookies, person: actor.id, minutes: challengeMinutes, data }) });
  },
});

export const passkeysPage = definePage({
  path: passkeysAddress,
  permission: passkeyPermission,
  query: z.object({ state: z.enum(['refused', 'known']).optional().catch(undefined) }),
  async load(tx, { query, cookies, services }) {
    const { origin } = services.config;
    return ok({ ...query, passkeys: await myPasskeys(tx), origin, works: passkeysWork(origin), proved: await hasFreshProof(tx, services, cookies) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ state, passkeys, origin, works, proved }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('title')} crumbs={[{ label: t('account'), href: '/account' }, { label: t('security'), href: securityAddress }, { label: t('title') }]} />
        <div class="stack">
          <p class="measure">{t('intro')}</p>
          {state ? <div role="alert"><Notice kind="error">{t(state)}</Notice></div> : null}
          {passkeys.length === 0 ? <EmptyState title={t('none')}>{t('noneMore')}</EmptyState> : <Passkeys ui={ui} passkeys={passkeys} />}
        </div>
        {works ? <AddPasskey ui={ui} count={passkeys.length} origin={origin} proved={proved} /> : <Notice kind="warn">{t('wrongAddress')}</Notice>}
      </>
    );
  },
});

function Passkeys({ ui, passkeys }: { ui: Ui; passkeys: readonly PasskeyRow[] }) {
  const t = m.in(ui.lang);
  return (
    <Table
      caption={t('title')} captionHidden rows={passkeys} rowKey={(passkey) => String(passkey.id)}
      columns={[
        { key: 'name', head: t('name'), kind: 'main', cell: (passkey) => passkey.name },
        { key: 'kind', head: t('kind'), cell: (passkey) => t(passkey.synced ? 'synced' : 'single') },
        { key: 'added', head: t('added'), kind: 'nowrap', cell: (passkey) => instant(ui, passkey.createdAt) },
        { key: 'used', head: t('used'), kind: 'nowrap', cell: (passkey) => (passkey.lastUsedAt ? instant(ui, passkey.lastUsedAt) : t('never')) },
        { key: 'edit', head: t('edit'), kind: 'act', cell: (passkey) => <ButtonLink href={`${passkeysAddress}/${passkey.id}`}>{t('edit')}<span class="vh"> {passkey.name}</span></ButtonLink> },
      ]}
    />
  );
}

function AddPasskey({ ui, count, origin, proved }: { ui: Ui; count: number; origin: string; proved: boolean }) {
  const t = m.in(ui.lang);
  const common = { ui, action: passkeysAddress, form: addPasskeyForm };
  const words = { asking: t('asking'), cancelled: t('cancelled'), unsupported: t('unsupported'), known: t('known'), place: t('place', { origin }), failed: t('failed') };
  return (
    <Section title={t('addTitle')}>
      <div class="no-js-only"><Notice kind="warn">{t('needsScript')}</Notice></div>
      {proved ? (
        <div class="js-only" data-passkey="register" data-passkey-ask={optionsAddress} data-passkey-words={JSON.stringify(words)}>
          <ActionForm {...common} class="form">
            <FormField {...common} name="name" value={t('usual', { n: count + 1 })} size="m" />
            <input type="hidden" name="ceremony" value="" />
            <input type="hidden" name="response" value="" />
            <p class="hint" role="status" data-passkey-said="" />
            <ButtonRow><Button kind={count === 0 ? 'main' : 'plain'}>{t('add')}</Button></ButtonRow>
          </ActionForm>
        </div>
      ) : <div class="js-only"><ProveFirst ui={ui} back={passkeysAddress} /></div>}
    </Section>
  );
}

export const passkeyPage = definePage({
  path: '/account/security/passkeys/:id',
  permission: passkeyPermission,
  params: idParams,
  async load(tx, { params, cookies, services }) {
    const passkeys = await myPasskeys(tx);
    const passkey = passkeys.find(({ id }) => id === params.id);
    if (!passkey) return notFound();
    return ok({ passkey, last: passkeys.length === 1, linked: (await myIdentities(tx)).length > 0, proved: await hasFreshProof(tx, services, cookies) });
  },
  title: ({ passkey }) => passkey.name,
  view({ passkey, last, linked, proved }, ui) {
    const t = m.in(ui.lang);
    const address = `${passkeysAddress}/${passkey.id}`;
    const common = { ui, action: address, form: renamePasskeyForm };
    return (
      <>
        <PageHead title={passkey.name} crumbs={[{ label: t('account'), href: '/account' }, { label: t('security'), href: securityAddress }, { label: t('title'), href: passkeysAddress }, { label: passkey.name }]} />
        <ActionForm {...common} class="form">
          <FormField {...common} name="name" value={passkey.name} size="m" />
          <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink href={passkeysAddress}>{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
        <Section title={t('removeTitle')}>
          <div class="stack">
            {last ? <Notice kind="warn"><p>{t(linked ? 'lastButProvider' : 'lastOne')} <a href="/account/password">{t('password')}</a></p></Notice> : null}
            <p>{t('removeMore')}</p>
            {proved ? <ActionForm ui={ui} action={`${address}/remove`}><Button kind="danger">{t('remove')}</Button></ActionForm> : <ProveFirst ui={ui} back={address} />}
          </div>
        </Section>
      </>
    );
  },
});
