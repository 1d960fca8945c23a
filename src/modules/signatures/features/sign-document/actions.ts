import { defineAction } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { approvePart, goOnWithoutTime, refusePart, signPart } from '../../requests/decide.ts';
import { signingHref } from '../../requests/href.ts';
import { mayWithdraw, withdrawRequest } from '../../requests/open.ts';
import { signingParams } from '../../requests/params.ts';
import { findRequest } from '../../store/requests.ts';
import { approveForm, goOnForm, refuseForm, signForm, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import { signDocumentPage } from './page.tsx';

const common = { permission: 'signatures.sign', params: signingParams, page: () => signDocumentPage } as const;

/** Signs with the certificate chosen, or the only one that fits. */
export const signAction = defineAction({
  ...common,
  path: '/signing/:id/sign',
  form: signForm,
  async run(tx, { params, input, services }) {
    const done = await signPart(tx, services, params.id, input.part, { certificateId: input.certificate, passphrase: input.passphrase });
    return done.ok ? ok({ audit: done.value.audit, goTo: signingHref(params.id), flash: messages.words(done.value.awaitsTime ? 'signedAwaits' : 'signed') }) : done;
  },
});

export const approveAction = defineAction({
  ...common,
  path: '/signing/:id/approve',
  form: approveForm,
  async run(tx, { params, input, services }) {
    const done = await approvePart(tx, services, params.id, input.part, input.note ?? '');
    return done.ok ? ok({ audit: done.value.audit, goTo: signingHref(params.id), flash: messages.words('approved') }) : done;
  },
});

/** Sends back with a reason; the request stops. */
export const refuseAction = defineAction({
  ...common,
  path: '/signing/:id/refuse',
  form: refuseForm,
  async run(tx, { params, input, services }) {
    const done = await refusePart(tx, services, params.id, input.part, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: signingHref(params.id), flash: messages.words('refused') }) : done;
  },
});

export const withdrawAction = defineAction({
  ...common,
  permission: 'signatures.request',
  path: '/signing/:id/withdraw',
  form: withdrawForm,
  async run(tx, { params, input, services }) {
    const request = await findRequest(tx, params.id, true);
    // An ended one is answered by the withdrawal itself, in words.
    if (!request || (request.state === 'open' && !mayWithdraw(tx, request))) return notFound();
    const done = await withdrawRequest(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: signingHref(params.id), flash: messages.words('withdrawn') }) : done;
  },
});

/** Somebody who may takes the responsibility that a signature has no time stamp. */
export const goOnAction = defineAction({
  ...common,
  permission: 'signatures.go-on',
  path: '/signing/:id/without-time',
  form: goOnForm,
  async run(tx, { params, input, services }) {
    const done = await goOnWithoutTime(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: signingHref(params.id), flash: messages.words('goOnDone') }) : done;
  },
});
