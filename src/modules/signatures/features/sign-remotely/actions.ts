import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { signingParams } from '../../requests/params.ts';
import { remoteReturnPath } from '../../remote/return-address.ts';
import { setOut, takeAnswer } from '../../remote/set-out.ts';
import { signDocumentPage } from '../sign-document/page.tsx';
import { returnForm, setOutForm } from './form.ts';
import { returnPage, wayHref } from './page.tsx';

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
