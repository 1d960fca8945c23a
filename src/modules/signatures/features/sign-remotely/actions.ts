import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { signingParams } from '../../requests/params.ts';
import { remoteReturnPath } from '../../remote/return-address.ts';
import { setOut, takeAnswer } from '../../remote/set-out.ts';
import { signDocumentPage } from '../sign-document/page.tsx';
import { codesQuestion, otpQuestion, otpSent, takeCodesAnswer } from '../../remote/codes.ts';
import { m } from '../../remote/messages.ts';
import { codesForm, otpForm, returnForm, setOutForm } from './form.ts';
import { returnPage, wayHref, wayPage } from './page.tsx';

const permission = 'signatures.sign';

/** Prepares the file for a signature and sets out for the provider. */
export const setOutAction = defineAction({
  path: '/signing/:id/remote',
  permission,
  params: signingParams,
  form: setOutForm,
  page: () => signDocumentPage,
  async run(tx, { params, input, services }) {
    const done = await setOut(tx, services, params.id, input.part, input.certificate);
    return done.ok ? ok({ audit: done.value.audit, goTo: wayHref(done.value.id) }) : done;
  },
});

/** The provider's answer, brought by the browser of the same person. */
export const returnAction = defineAction({
  path: remoteReturnPath,
  permission,
  form: returnForm,
  page: returnPage,
  async run(tx, { input, services }) {
    const done = await takeAnswer(tx, services, { state: input.state ?? '', code: input.error ? undefined : input.code });
    return done.ok ? ok({ audit: done.value.audit, goTo: wayHref(done.value.id) }) : done;
  },
});

/** Lets the provider send a one-time password; the person waits for it, so it is asked at once and no job. */
export const sendOtpAction = defineAction({
  path: '/signing/remote/:id/otp',
  permission,
  params: signingParams,
  form: otpForm,
  page: wayPage,
  exchange: {
    seconds: 15,
    load: (tx, { params, services }) => otpQuestion(tx, services, params.id),
    ask: ({ provider, credentialId }, outside, signal) => outside.remoteSigning.sendOtp(provider, credentialId, signal),
  },
  async run(tx, { params, services }) {
    const done = await otpSent(tx, services, params.id);
    return done.ok ? ok({ audit: done.value, goTo: wayHref(params.id), flash: m.words('otpWasSent') }) : done;
  },
});

/** PIN and one-time password as typed, told to the provider at once: they are in no job and no table. */
export const codesAction = defineAction({
  path: '/signing/remote/:id/codes',
  permission,
  params: signingParams,
  form: codesForm,
  page: wayPage,
  exchange: {
    seconds: 20,
    load: (tx, { params, input, services }) => codesQuestion(tx, services, params.id, input),
    ask: ({ provider, ...question }, outside, signal) => outside.remoteSigning.authorize(provider, question, signal),
  },
  async run(tx, { params, asked, services }) {
    const done = await takeCodesAnswer(tx, services, params.id, asked);
    return done.ok ? ok({ audit: done.value, goTo: wayHref(params.id) }) : done;
  },
});
