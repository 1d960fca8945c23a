import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import type { Services } from '../../../../platform/services.ts';
import { m } from '../../certificates/messages.ts';
import type { CertificateStep } from '../../domain/certificate-state.ts';
import { certificatesOf, certificateTime } from '../../certificates/keys.ts';
import { certificateNews } from '../../certificates/news.ts';
import { forStep, holderFacts, keepPermission as permission, postsOf, requireKeeper } from '../../certificates/office.ts';
import { certificateParams as params } from '../../certificates/params.ts';
import { addCertificate, addEvent } from '../../store/certificates.ts';
import type { CertificateRow, EventAct } from '../../store/certificates.ts';
import { endCertificate, handOver, markSent } from '../../store/certificate-steps.ts';
import { takeInCertificate } from '../../certificates/take-in.ts';
import { handOverForm, newCertificateForm, receiveForm, refuseForm, replaceForm, revokeForm, sendForm } from './form.ts';
import { certificatePage, certificatesAddress as base, newCertificatePage } from './page.tsx';

const subject = (id: number) => ({ type: 'signatures.certificate', id });
const at = (id: number) => `${base}/${id}`;
type Told = 'tell.requested' | 'tell.received' | 'tell.handed' | 'tell.refused' | 'tell.revoked' | 'tell.replaced';

const tell = (tx: Tx, row: { readonly personId: number; readonly id: number }, words: Told): Promise<void> =>
  notify(tx, [row.personId].filter((one) => one !== tx.actor.id), m.words(words), `/account/certificates/${row.id}`, { kind: certificateNews });

async function step(tx: Tx, services: Services, id: number, which: CertificateStep): Promise<Result<CertificateRow>> {
  const keeper = await requireKeeper(tx);
  return keeper.ok ? forStep(tx, id, which, services.clock.today(), 'any') : keeper;
}

export const newCertificateAction = defineAction({
  path: `${base}/new`, permission, form: newCertificateForm, page: () => newCertificatePage,
  async run(tx, { input, services }) {
    const keeper = await requireKeeper(tx);
    if (!keeper.ok) return keeper;
    const today = services.clock.today();
    const holder = await holderFacts(tx, input.person, today);
    if (!holder) return fail('NO_HOLDER', m.words('new.gone'), { fields: { person: m.words('new.gone') } });
    const post = input.withPost ? (await postsOf(tx, input.person, today))[0] : undefined;
    const now = services.clock.now();
    const id = await addCertificate(tx, { personId: input.person, positionId: post?.id ?? null, name: input.name ?? holder.name, post: post?.title ?? '', email: input.email ?? holder.email }, now);
    await addEvent(tx, id, 'requested', '', now);
    await tell(tx, { id, personId: input.person }, 'tell.requested');
    return ok({ audit: { action: 'signatures.certificate-requested', subject: subject(id), detail: { person: input.person, position: post?.id ?? null } }, goTo: at(id), flash: m.words('new.done') });
  },
});

export const sendAction = defineAction({
  path: `${base}/:id/sent`, permission, params, form: sendForm, page: () => certificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await step(tx, services, id, 'send');
    if (!row.ok) return row;
    await markSent(tx, id, input);
    await addEvent(tx, id, 'sent', [input.authority, input.reference].join(' · '), services.clock.now());
    return ok({ audit: { action: 'signatures.request-sent', subject: subject(id), detail: { ...input } }, goTo: at(id), flash: m.words('send.done') });
  },
});

export const receiveAction = defineAction({
  path: `${base}/:id/certificate`, permission, params, form: receiveForm, page: () => certificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await step(tx, services, id, 'take-in');
    if (!row.ok) return row;
    const taken = await takeInCertificate(tx, services, row.value, input.certificateFile);
    if (!taken.ok) return { ...taken, fields: { certificateFile: taken.message } };
    await tell(tx, row.value, 'tell.received');
    return ok({ audit: { action: 'signatures.certificate-received', subject: subject(id), detail: { warnings: taken.value } }, goTo: at(id), flash: m.words('receive.done') });
  },
});

export const handOverAction = defineAction({
  path: `${base}/:id/hand-over`, permission, params, form: handOverForm, page: () => certificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await step(tx, services, id, 'hand-over');
    if (!row.ok) return row;
    const now = services.clock.now();
    await handOver(tx, id, input.identityCheck, now);
    await addEvent(tx, id, 'handed-over', input.identityCheck, now);
    await tell(tx, row.value, 'tell.handed');
    return ok({ audit: { action: 'signatures.certificate-handed-over', subject: subject(id), detail: { identityCheck: input.identityCheck } }, goTo: at(id), flash: m.words('hand.done') });
  },
});

interface Ending {
  readonly state: 'refused' | 'revoked' | 'replaced';
  readonly which: CertificateStep;
  readonly act: EventAct;
  readonly told: Told;
}

async function end(tx: Tx, services: Services, id: number, ending: Ending, given: { readonly day: string; readonly reason: string; readonly replacedBy?: number }): Promise<Result<ActionOutcome>> {
  if (given.day > services.clock.today()) return fail('DAY_AHEAD', m.words('end.future'), { fields: { day: m.words('end.future') } });
  const row = await step(tx, services, id, ending.which);
  if (!row.ok) return row;
  await endCertificate(tx, id, { state: ending.state, ...given });
  await addEvent(tx, id, ending.act, given.reason, services.clock.now());
  await tell(tx, row.value, ending.told);
  return ok({ audit: { action: `signatures.certificate-${ending.state}`, subject: subject(id), detail: { ...given } }, goTo: at(id), flash: m.words('end.done') });
}

export const refuseAction = defineAction({
  path: `${base}/:id/refuse`, permission, params, form: refuseForm, page: () => certificatePage,
  run: (tx, { input, params: { id }, services }) => end(tx, services, id, { state: 'refused', which: 'refuse', act: 'refused', told: 'tell.refused' }, input),
});

export const revokeAction = defineAction({
  path: `${base}/:id/revoke`, permission, params, form: revokeForm, page: () => certificatePage,
  run: (tx, { input, params: { id }, services }) => end(tx, services, id, { state: 'revoked', which: 'revoke', act: 'revoked', told: 'tell.revoked' }, input),
});

export const replaceAction = defineAction({
  path: `${base}/:id/replace`, permission, params, form: replaceForm, page: () => certificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await step(tx, services, id, 'replace');
    if (!row.ok) return row;
    const others = (await certificatesOf(tx, row.value.personId, certificateTime(services))).filter((one) => one.id !== id);
    if (!others.some((one) => one.id === input.by)) return fail('NOT_ITS_HOLDERS', m.words('end.notOwn'), { fields: { by: m.words('end.notOwn') } });
    return end(tx, services, id, { state: 'replaced', which: 'replace', act: 'replaced', told: 'tell.replaced' }, { day: services.clock.today(), reason: input.reason, replacedBy: input.by });
  },
});
