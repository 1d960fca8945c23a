import { certificateFacts } from '../../../../paper/index.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { RemoteCredential } from '../../../../platform/http/outside.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { certificateTime, judgeCertificate } from '../../certificates/keys.ts';
import { m } from '../../remote/messages.ts';
import { remoteProvider } from '../../service-settings.ts';
import { addRemoteCertificate, knowsCertificate } from '../../store/remote.ts';
import { addRemoteAddress } from '../sign-remotely/section.tsx';
import { findForm } from './form.ts';
import { addRemotePage } from './page.tsx';

/** Looks the actor's certificates up at the provider and adds those that can sign and bear the actor's name. */
export const addRemoteAction = defineAction({
  path: addRemoteAddress,
  permission: 'signatures.sign',
  form: findForm,
  page: addRemotePage,
  exchange: {
    seconds: 15,
    async load(tx, { input, services }) {
      const provider = await remoteProvider(tx, services);
      return provider ? ok({ provider, userId: input.userId }) : fail('REMOTE_NO_PROVIDER', m.words('noProvider'));
    },
    ask: ({ provider, userId }, outside, signal) => outside.remoteSigning.credentials(provider, userId, signal),
  },
  async run(tx, { asked, services }) {
    const added: number[] = [];
    for (const credential of asked) {
      const id = await addOne(tx, services, credential);
      if (id !== undefined) added.push(id);
    }
    if (added.length === 0) return fail('REMOTE_NOTHING', m.words('nothing'), { fields: { userId: m.words('nothing') } });
    return ok({
      audit: added.map((id) => ({ action: 'signatures.remote-certificate-added', subject: { type: 'signatures.certificate', id }, detail: {} })),
      goTo: addRemoteAddress, flash: m.words('added', { n: String(added.length) }),
    });
  },
});

async function addOne(tx: Tx, services: Services, { id, chain, usable, codes }: RemoteCredential): Promise<number | undefined> {
  const [certificate, ...others] = chain.map((one) => Buffer.from(one));
  if (!usable || !certificate) return undefined;
  const facts = certificateFacts(certificate);
  // Whoever types somebody else's user name gets nothing of it, and could not sign with it either.
  if (!sameName(facts.commonName, tx.actor.name) || (await knowsCertificate(tx, facts.fingerprint))) return undefined;
  const judged = await judgeCertificate(services, certificate, others, certificateTime(services));
  if (!judged.ok) return undefined;
  return addRemoteCertificate(tx, {
    credentialId: id, pin: codes?.pin ?? null, otp: codes?.otp ?? null, certificate, chain: others, subject: facts.commonName, subjectPost: facts.position ?? '', issuer: facts.issuer, serial: facts.serial, fingerprint: facts.fingerprint,
    key: facts.key, validFrom: facts.validFrom, validTo: facts.validTo, warnings: judged.value.trusted ? [] : ['issuer-not-trusted'], identityCheck: m.th.identityCheck,
  }, services.clock.now());
}

/** The same words, but for blanks and a title before one of them (`นาย`, `ดร.`). */
function sameName(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.normalize('NFC').replace(/[\s\u200b]+/g, '').toLowerCase()) as [string, string];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= 6 && long.endsWith(short) && long.length - short.length <= 12;
}
