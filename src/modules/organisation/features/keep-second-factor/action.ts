import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { HouseKeyMissingError } from '../../../../platform/house-key.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Words } from '../../../../platform/words.ts';
import { m as ownerWords } from '../../sign-in/messages.ts';
import { checkCode, newRecoveryCodes, newSecret, readCode, recoveryHash, sealSecret, sealShownCodes, shownCodesCookie, shownCodesSeconds } from '../../sign-in/one-time-codes.ts';
import { secondFactorRoles } from '../../sign-in/settings.ts';
import { securityAddress, tellOwner } from '../../sign-in/tell-owner.ts';
import { confirmMyTotp, hasSealedSecrets, myFactors, prepareMyTotp, removeMyTotp, setMyRecoveryCodes } from '../../store/factors.ts';
import { personById } from '../../store/people.ts';
import { rolesAtSignIn } from '../../store/sign-ins.ts';
import { codesAddress, confirmAddress, factorAddress, keptAddress, offAddress, ownFactor } from './addresses.ts';
import { afterIdentity } from './after-identity.ts';
import { recoveryCodesPage } from './codes-page.tsx';
import { firstCodeForm, identityForm } from './form.ts';
import { m } from './messages.ts';
import { secondFactorPage } from './page.tsx';

const me = (tx: Tx) => ({ type: 'organisation.person', id: tx.actor.id });
const at = (field: string, words: Words) => fail('CODE_NEEDED', words, { fields: { [field]: words } });

/** Tells the actor, as the owner of the account, on the page and by mail. */
async function tellMe(tx: Tx, services: Services, what: Words): Promise<void> {
  const person = await personById(tx, tx.actor.id);
  await tellOwner(tx, services, { id: tx.actor.id, name: tx.actor.name, email: person?.email ?? null }, what);
}

/** New codes: their hashes into the database, themselves into a sealed cookie of this session. */
async function makeCodes(tx: Tx, services: Services): Promise<NonNullable<ActionOutcome['cookies']>> {
  const codes = newRecoveryCodes();
  await setMyRecoveryCodes(tx, codes.map((code) => recoveryHash(tx.actor.id, code)));
  return [{ name: shownCodesCookie, value: sealShownCodes(services, tx.actor.sessionId ?? '', codes), maxAgeSeconds: shownCodesSeconds }];
}

export const prepareSecondFactorAction = defineAction({
  path: factorAddress,
  permission: ownFactor,
  form: identityForm,
  page: secondFactorPage,
  async run(tx, { input, services }) {
    return afterIdentity(tx, services, input, factorAddress, async () => {
      try {
        await prepareMyTotp(tx, sealSecret(services, tx.actor.id, newSecret(), await hasSealedSecrets(tx)));
      } catch (error) {
        if (!(error instanceof HouseKeyMissingError)) throw error;
        services.log.error({ error }, 'a second factor cannot be set up');
        return ok({ audit: { action: 'organisation.identity-refused', subject: me(tx), detail: { state: 'key-missing' } }, goTo: `${factorAddress}?state=key-missing` });
      }
      return ok({ audit: { action: 'organisation.second-factor-prepared', subject: me(tx) }, goTo: factorAddress });
    });
  },
});

/** The first right code turns it on. Guesses here open nothing, since the secret was just shown to whoever guesses. */
export const confirmSecondFactorAction = defineAction({
  path: confirmAddress,
  permission: ownFactor,
  form: firstCodeForm,
  page: secondFactorPage,
  async run(tx, { input, services }) {
    const factors = await myFactors(tx);
    const replaced = factors?.confirmedAt != null;
    const again = (state: string) => ok({ audit: { action: 'organisation.identity-refused', subject: me(tx), detail: { state } }, goTo: `${factorAddress}?state=${state}` });
    if (!factors?.pendingSecret) return again('expired');
    if (readCode(input.first) === undefined) return at('first', m.words('firstWrong'));
    const half = checkCode(services, tx.actor.id, factors.pendingSecret, input.first);
    if (typeof half === 'string') return at('first', m.words(half === 'no-key' ? 'keyMissing' : 'firstWrong'));
    if (!(await confirmMyTotp(tx, factors.pendingSecret, half))) return again('expired');
    await tellMe(tx, services, ownerWords.words('setUp'));
    const audit = { action: 'organisation.second-factor-set-up', subject: me(tx), detail: { replaced } };
    // Another telephone leaves the printed codes as they are.
    if (replaced) return ok({ audit, goTo: securityAddress, flash: m.words('replaced') });
    return ok({ audit, goTo: codesAddress, flash: m.words('done'), cookies: await makeCodes(tx, services) });
  },
});

export const turnOffSecondFactorAction = defineAction({
  path: offAddress,
  permission: ownFactor,
  form: identityForm,
  page: secondFactorPage,
  async run(tx, { input, services }) {
    const asked = await readSetting(tx, secondFactorRoles);
    const held = ['staff', ...(await rolesAtSignIn(tx, tx.actor.id, services.clock.today()))];
    if (asked.some((role) => held.includes(role))) return fail('ROLE_NEEDS_FACTOR', m.words('cannotTurnOff'));
    return afterIdentity(tx, services, input, factorAddress, async () => {
      await removeMyTotp(tx);
      await tellMe(tx, services, ownerWords.words('turnedOff'));
      return ok({ audit: { action: 'organisation.second-factor-removed', subject: me(tx) }, goTo: securityAddress, flash: m.words('turnedOff') });
    });
  },
});

export const renewRecoveryCodesAction = defineAction({
  path: codesAddress,
  permission: ownFactor,
  form: identityForm,
  page: recoveryCodesPage,
  async run(tx, { input, services }) {
    if ((await myFactors(tx))?.sealedSecret == null) return fail('NO_FACTOR', m.words('needFactor'));
    return afterIdentity(tx, services, input, codesAddress, async () => {
      const cookies = await makeCodes(tx, services);
      await tellMe(tx, services, ownerWords.words('codesRenewed'));
      return ok({ audit: { action: 'organisation.recovery-codes-made', subject: me(tx) }, goTo: codesAddress, cookies });
    });
  },
});

/** The person has printed or written the codes down: they are not shown again. */
export const keptRecoveryCodesAction = defineAction({
  path: keptAddress,
  permission: ownFactor,
  form: emptyForm,
  page: recoveryCodesPage,
  async run(tx) {
    return ok({ audit: { action: 'organisation.recovery-codes-kept', subject: me(tx) }, goTo: securityAddress, cookies: [{ name: shownCodesCookie, value: '', maxAgeSeconds: 0 }] });
  },
});
