import { belongsTo, makeCertificateRequest, openProtectedKey, protectKey, signingFailure } from '../../../../paper/index.ts';
import type { NewKeyKind } from '../../../../paper/index.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Failure, Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { Words } from '../../../../platform/words.ts';
import { m } from '../../certificates/messages.ts';
import { certificateFailure } from '../../certificates/failures.ts';
import { certificateTime } from '../../certificates/keys.ts';
import { departmentName, forStep, holderFacts, ownPermission as permission, postsOf } from '../../certificates/office.ts';
import { certificateParams as params } from '../../certificates/params.ts';
import { dayOf } from '../../certificates/shown.tsx';
import { addCertificate, addEvent, certificateById, lockCertificate } from '../../store/certificates.ts';
import type { CertificateRow } from '../../store/certificates.ts';
import { certificateBytes, dropKey, endCertificate, handOver, keepKey, keptKey, setRequest } from '../../store/certificate-steps.ts';
import { takeInCertificate, takeInPkcs12 } from '../../certificates/take-in.ts';
import { beginForm, changeForm, keyForm, newKeyForm, p12Form, removeForm, takeForm, testForm, uploadForm } from './form.ts';
import { myCertificatePage, myCertificatesAddress as base, newKeyPage, uploadPage } from './page.tsx';

const subject = (id: number) => ({ type: 'signatures.certificate', id });
const at = (id: number) => `${base}/${id}`;

/** The failure at the field that it concerns. */
function atField(failure: Failure, field: string): Failure {
  const message: Words = failure.code === 'P12_UNSUPPORTED' ? m.words('legacy') : failure.message;
  return { ...failure, message, fields: { [field]: message } };
}

const notSame = () => fail('PASSPHRASES_DIFFER', m.words('notSame'), { fields: { again: m.words('notSame') } });
const wrongPassphrase = (field: string) => atField(signingFailure('P12_PASSPHRASE'), field);

/** A line for the actor, in the own name or in that of a post that the actor holds. */
async function newLine(tx: Tx, services: Services, positionId: number | undefined): Promise<Result<CertificateRow>> {
  const today = services.clock.today();
  const holder = await holderFacts(tx, tx.actor.id, today);
  const post = positionId === undefined ? undefined : (await postsOf(tx, tx.actor.id, today)).find((one) => one.id === positionId);
  if (!holder || (positionId !== undefined && !post)) return fail('NOT_YOUR_POST', m.words('new.gone'), { fields: { position: m.words('new.gone') } });
  const id = await addCertificate(tx, { personId: tx.actor.id, positionId: post?.id ?? null, name: holder.name, post: post?.title ?? '', email: holder.email }, services.clock.now());
  return ok((await certificateById(tx, id, today))!);
}

/** A key, its request, and the key under the passphrase, all in one. */
async function makeKey(tx: Tx, services: Services, row: CertificateRow, kind: NewKeyKind, passphrase: string): Promise<void> {
  const now = services.clock.now();
  const made = await makeCertificateRequest({ name: row.requestedName, post: row.requestedPost, organisation: await departmentName(tx, services.clock.today()), email: row.requestedEmail }, kind);
  await setRequest(tx, row.id, made.pem, made.publicKey);
  await keepKey(tx, row.id, row.personId, await protectKey(made.privateKey, passphrase), now);
  await addEvent(tx, row.id, 'key-made', m.in('th')(`kind.${kind}`), now);
}

export const newKeyAction = defineAction({
  path: `${base}/new-key`, permission, form: newKeyForm, page: () => newKeyPage,
  async run(tx, { input, services }) {
    if (input.newPassphrase !== input.again) return notSame();
    const line = await newLine(tx, services, input.position);
    if (!line.ok) return line;
    await addEvent(tx, line.value.id, 'requested', '', services.clock.now());
    await makeKey(tx, services, line.value, input.keyKind, input.newPassphrase);
    return ok({ audit: { action: 'signatures.key-made', subject: subject(line.value.id), detail: { kind: input.keyKind, position: input.position ?? null } }, goTo: at(line.value.id), flash: m.words('keyMade') });
  },
});

export const makeKeyAction = defineAction({
  path: `${base}/:id/key`, permission, params, form: keyForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    if (input.newPassphrase !== input.again) return notSame();
    const row = await forStep(tx, id, 'make-key', services.clock.today(), 'mine');
    if (!row.ok) return row;
    await makeKey(tx, services, row.value, input.keyKind, input.newPassphrase);
    return ok({ audit: { action: 'signatures.key-made', subject: subject(id), detail: { kind: input.keyKind } }, goTo: at(id), flash: m.words('keyMade') });
  },
});

/** The holder brought the key and knows its passphrase: that is the hand-over. */
async function beginUse(tx: Tx, services: Services, id: number, audit: string, more: Readonly<Record<string, unknown>> = {}): Promise<Result<ActionOutcome>> {
  const now = services.clock.now();
  await handOver(tx, id, m.in('th')('byKey'), now);
  await addEvent(tx, id, 'handed-over', m.in('th')('byKey'), now);
  const row = (await certificateById(tx, id, services.clock.today()))!;
  const later = row.validFrom !== null && row.validFrom > certificateTime(services);
  const flash = later ? { th: m.in('th')('uploadedLater', { date: dayOf('th', row.validFrom) }), en: m.in('en')('uploadedLater', { date: dayOf('en', row.validFrom) }) } : m.words(audit === 'signatures.p12-taken-in' ? 'uploaded' : 'begun');
  return ok({ audit: { action: audit, subject: subject(id), detail: { fingerprint: row.fingerprint, warnings: row.warnings, ...more } }, goTo: at(id), flash });
}

async function bringPkcs12(tx: Tx, services: Services, row: CertificateRow, file: Buffer, passphrase: string): Promise<Result<ActionOutcome>> {
  const taken = await takeInPkcs12(tx, services, row, file, passphrase);
  if (!taken.ok) return atField(taken, taken.code === 'P12_PASSPHRASE' ? 'p12Passphrase' : 'p12');
  await addEvent(tx, row.id, 'taken-in', '', services.clock.now());
  return beginUse(tx, services, row.id, 'signatures.p12-taken-in');
}

export const uploadAction = defineAction({
  path: `${base}/upload`, permission, form: uploadForm, page: () => uploadPage,
  async run(tx, { input, services }) {
    const line = await newLine(tx, services, input.position);
    return line.ok ? bringPkcs12(tx, services, line.value, input.p12, input.p12Passphrase) : line;
  },
});

export const p12Action = defineAction({
  path: `${base}/:id/p12`, permission, params, form: p12Form, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    const today = services.clock.today();
    const state = await lockCertificate(tx, id);
    const row = await forStep(tx, id, state === 'received' ? 'hand-over' : 'take-in', today, 'mine');
    return row.ok ? bringPkcs12(tx, services, row.value, input.p12, input.p12Passphrase) : row;
  },
});

/** Whether the actor's kept key opens with a passphrase, and belongs to a certificate. */
async function opens(tx: Tx, id: number, passphrase: string): Promise<Result<Awaited<ReturnType<typeof openProtectedKey>> & object>> {
  const kept = await keptKey(tx, id);
  if (!kept) return certificateFailure('CERTIFICATE_WITHOUT_KEY');
  const key = await openProtectedKey(kept, passphrase);
  if (!key) return signingFailure('P12_PASSPHRASE');
  const certificate = await certificateBytes(tx, id);
  return certificate && !belongsTo(key, certificate) ? certificateFailure('CERTIFICATE_OF_ANOTHER_KEY') : ok(key);
}

export const takeAction = defineAction({
  path: `${base}/:id/certificate`, permission, params, form: takeForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await forStep(tx, id, 'take-in', services.clock.today(), 'mine');
    if (!row.ok) return row;
    const taken = await takeInCertificate(tx, services, row.value, input.certificateFile);
    if (!taken.ok) return atField(taken, 'certificateFile');
    const key = await opens(tx, id, input.passphrase);
    return key.ok ? beginUse(tx, services, id, 'signatures.certificate-taken-in') : atField(key, 'passphrase');
  },
});

export const beginAction = defineAction({
  path: `${base}/:id/begin`, permission, params, form: beginForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    const row = await forStep(tx, id, 'hand-over', services.clock.today(), 'mine');
    if (!row.ok) return row;
    const key = await opens(tx, id, input.passphrase);
    return key.ok ? beginUse(tx, services, id, 'signatures.certificate-taken-over') : atField(key, 'passphrase');
  },
});

export const testAction = defineAction({
  path: `${base}/:id/test`, permission, params, form: testForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id } }) {
    const key = await opens(tx, id, input.passphrase);
    if (!key.ok) return atField(key, 'passphrase');
    return ok({ audit: { action: 'signatures.passphrase-tried', subject: subject(id) }, goTo: at(id), flash: m.words('tested') });
  },
});

export const changeAction = defineAction({
  path: `${base}/:id/passphrase`, permission, params, form: changeForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    if (input.newPassphrase !== input.again) return notSame();
    await lockCertificate(tx, id);
    const key = await opens(tx, id, input.current);
    if (!key.ok) return key.code === 'P12_PASSPHRASE' ? wrongPassphrase('current') : key;
    const now = services.clock.now();
    await keepKey(tx, id, tx.actor.id, await protectKey(key.value, input.newPassphrase), now);
    await addEvent(tx, id, 'passphrase-changed', '', now);
    return ok({ audit: { action: 'signatures.passphrase-changed', subject: subject(id) }, goTo: at(id), flash: m.words('changed') });
  },
});

export const removeAction = defineAction({
  path: `${base}/:id/remove`, permission, params, form: removeForm, page: () => myCertificatePage,
  async run(tx, { input, params: { id }, services }) {
    const today = services.clock.today();
    const row = await forStep(tx, id, 'remove', today, 'mine');
    if (!row.ok) return row;
    await endCertificate(tx, id, { state: 'removed', day: today, reason: input.reason });
    await dropKey(tx, id);
    await addEvent(tx, id, 'removed', input.reason, services.clock.now());
    return ok({ audit: { action: 'signatures.certificate-removed', subject: subject(id), detail: { reason: input.reason } }, goTo: base, flash: m.words('removed') });
  },
});
