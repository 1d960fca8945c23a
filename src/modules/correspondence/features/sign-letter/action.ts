import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { stepsFrom } from '../../../signatures/index.ts';
import { letterParams } from '../../params.ts';
import { askForSignature, printLetter, signerPlace } from '../../signing.ts';
import { lockIssued } from '../../store/fate.ts';
import { signLetterForm } from './form.ts';
import { messages } from './messages.ts';
import { signable, signLetterPage } from './page.tsx';

/** Opens a request on a letter's PDF; two clerks at one letter come one after the other. */
export const signLetterAction = defineAction({
  path: '/letters/:id/signing',
  permission: 'signatures.request',
  params: letterParams,
  form: signLetterForm,
  page: () => signLetterPage,
  async run(tx, { params, input, services }) {
    const locked = await lockIssued(tx, params.id);
    const found = await signable(tx, params.id);
    if (!found.ok) return found;
    const letter = found.value;
    const before = await stepsFrom(tx, input.steps, services.clock.today());
    if (!before.ok) return before;
    const pdf = await services.files.get(letter.fileHash);
    // Only for the place of the printed name; a newer typesetter may set the letter otherwise than it was issued.
    const made = await printLetter(services, letter);
    const same = made.ok && Buffer.from(made.value.pdf).equals(pdf);
    const done = await askForSignature(tx, services, letter, { hash: letter.fileHash, size: pdf.byteLength, place: same ? signerPlace(made.value.signatures) : undefined }, { before: before.value });
    if (!done.ok) return done.code === 'SIGNING_STEPS' ? { ...done, fields: { steps: done.message } } : done;
    return ok({ audit: { ...done.value.audit, detail: { ...done.value.audit.detail, reference: locked?.reference ?? letter.reference } }, goTo: done.value.href, flash: messages.words('sent') });
  },
});
