import { defineAction, defineApi, type ActionOutcome } from '../../../../platform/http/define.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { beginCeremony, openCeremony, spendCeremony } from '../../sign-in/ceremony.ts';
import { completeSignIn, originOf } from '../../sign-in/complete-sign-in.ts';
import { askToSignIn, challengeMinutes, checkSignIn, credentialOf, passkeysWork, type ChallengeData } from '../../sign-in/passkeys.ts';
import { tellOwner } from '../../sign-in/tell-owner.ts';
import { noteRefusedSignIn } from '../../store/sign-ins.ts';
import { passkeyForSignIn, passkeyUsed } from '../../store/passkeys.ts';
import { signInPage } from '../sign-in/page.tsx';
import { passkeySignInForm } from './form.ts';
import { m } from './messages.ts';
import { challengeAddress, passkeySignInAddress, type PasskeyTrouble } from './section.tsx';

const permission = { public: 'people sign in here' };

/** A challenge for whoever wants to sign in with a passkey: it tells nothing of anybody. */
export const signInChallenge = defineApi({
  method: 'ASK',
  path: challengeAddress,
  permission,
  summary: { th: 'ขอคำท้าสำหรับเข้าสู่ระบบด้วยพาสคีย์', en: 'A challenge to sign in with a passkey' },
  async load(_tx, { cookies, services }) {
    const { origin, dataFolder } = services.config;
    if (!passkeysWork(origin)) return fail('NO_PASSKEYS_HERE', m.words('unsupported'));
    const options = await askToSignIn(origin);
    const data: ChallengeData = { challenge: options.challenge };
    return ok({ options, ceremony: beginCeremony(dataFolder, { purpose: 'passkey-sign-in', cookies, person: 0, minutes: challengeMinutes, data }) });
  },
});

/**
 * A refused answer is an outcome: its challenge is spent and it is in the trail. The row of the passkey is locked, so
 * that two answers at once are judged one after the other.
 */
export const passkeySignInAction = defineAction({
  path: passkeySignInAddress,
  permission,
  form: passkeySignInForm,
  page: signInPage,
  async run(tx, { input, ip, userAgent, cookies, services }) {
    if (!input.response) return fail('NEEDS_SCRIPT', m.words('needsScript'));
    const { origin, dataFolder } = services.config;
    const next = localAddress(input.next);
    const from = originOf({ ip, userAgent, cookies });
    const refused = (trouble: PasskeyTrouble, personId: number | null, why: string): ActionOutcome => ({
      audit: { action: 'organisation.sign-in-refused', subject: { type: 'organisation.person', id: personId }, detail: { method: 'passkey', why } },
      goTo: `/sign-in?${new URLSearchParams({ ...(next === '/' ? {} : { next }), passkey: trouble }).toString()}`,
    });
    const opened = await openCeremony<ChallengeData>(tx, dataFolder, input.ceremony, { purpose: 'passkey-sign-in', cookies, person: 0 });
    if (!opened.ok) return ok(refused(opened.code === 'CEREMONY_UNKNOWN' ? 'refused' : 'late', null, opened.code));
    if (!(await spendCeremony(tx, opened.value))) return ok(refused('late', null, 'CEREMONY_USED'));
    const credential = credentialOf(input.response);
    const passkey = credential === undefined ? undefined : await passkeyForSignIn(tx, credential, services.clock.today());
    if (!passkey) return ok(refused('refused', null, 'PASSKEY_UNKNOWN'));
    const checked = await checkSignIn(origin, opened.value.data.challenge, passkey, input.response);
    if (!checked.ok) {
      const back = checked.code === 'COUNTER_BACK';
      if (back) await tellOwner(tx, services, { id: passkey.personId, name: passkey.ownerName, email: passkey.ownerEmail }, m.words('counterTold', { name: passkey.name }));
      await noteRefusedSignIn(tx, { personId: passkey.personId, method: 'passkey', reason: back ? 'counter' : 'passkey', origin: from });
      return ok(refused(back ? 'counter' : 'refused', passkey.personId, checked.code));
    }
    await passkeyUsed(tx, passkey.id, checked.value.counter, checked.value.synced);
    return ok(await completeSignIn(tx, services, { personId: passkey.personId, method: 'passkey', strong: true, origin: from, next, detail: { passkey: passkey.id, passkeyName: passkey.name } }));
  },
});
