import type { Tx } from '../../../../platform/db/database.ts';
import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { draftHref } from '../../href.ts';
import { issueDraft } from '../../issue.ts';
import type { SignedBy } from '../../issue.ts';
import { messages as shared } from '../../messages.ts';
import { positionHolderOn } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { discardDraft, insertDraft, markForSignature, updateDraft } from '../../store/drafts.ts';
import { checkDraftPage } from './check-page.tsx';
import { composeForm } from './form.ts';
import { ownDraft } from './load.ts';
import { messages } from './messages.ts';
import { editDraftPage, newDraftPage } from './page.tsx';
import { toLetter } from './to-letter.ts';

/** The form with the button that was pressed. */
const form = defineForm({ ...composeForm.fields, then: hidden({ optional: true }) });
const after = (id: number, then: string | undefined) => (then === 'preview' ? draftHref(id, '/check') : draftHref(id));
const subject = (id: number) => ({ type: 'correspondence.letter', id });

export const newDraftAction = defineAction({
  path: '/drafts/new',
  permission: 'correspondence.draft',
  form,
  page: newDraftPage,
  async run(tx, { input, services }) {
    const made = await toLetter(tx, input, null, services.clock.today());
    if (!made.ok) return made;
    const id = await insertDraft(tx, made.value.letter, made.value.sender, services.clock.now());
    return ok({ audit: { action: 'correspondence.draft-written', subject: subject(id), unitId: input.fromUnit }, goTo: after(id, input.then), flash: messages.words('saved') });
  },
});

export const editDraftAction = defineAction({
  path: '/drafts/:id',
  permission: 'correspondence.draft',
  params: letterParams,
  form,
  page: editDraftPage,
  async run(tx, { params, input, services }) {
    const before = await ownDraft(tx, params.id, true);
    if (!before) return notFound();
    const made = await toLetter(tx, { ...input, fromUnit: before.fromUnitId }, before, services.clock.today());
    if (!made.ok) return made;
    if (!(await updateDraft(tx, params.id, made.value.letter, made.value.sender, services.clock.now()))) return notFound();
    return ok({ audit: { action: 'correspondence.draft-written', subject: subject(params.id), unitId: before.fromUnitId }, goTo: after(params.id, input.then), flash: messages.words('saved') });
  },
});

const onDraft = { permission: 'correspondence.draft', params: letterParams, form: emptyForm, page: checkDraftPage } as const;

/** Puts the draft before the one who signs. */
export const submitDraftAction = defineAction({
  ...onDraft,
  path: '/drafts/:id/submit',
  async run(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    if (draft.signerPositionId === null) return fail('NOT_THE_SIGNER', shared.words('noSigner'));
    await markForSignature(tx, params.id, services.clock.now());
    return ok({ audit: { action: 'correspondence.draft-submitted', subject: subject(params.id), unitId: draft.fromUnitId, detail: { signerPositionId: draft.signerPositionId } }, goTo: draftHref(params.id, '/check'), flash: messages.words('forSignatureDone') });
  },
});

export const discardDraftAction = defineAction({
  ...onDraft,
  path: '/drafts/:id/discard',
  async run(tx, { params }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft || !(await discardDraft(tx, params.id))) return notFound();
    return ok({ audit: { action: 'correspondence.draft-discarded', subject: subject(params.id), unitId: draft.fromUnitId, detail: { subject: draft.subject } }, goTo: '/sent-letters', flash: messages.words('discarded') });
  },
});

async function issue(tx: Tx, services: Services, id: number, signedBy?: SignedBy): Promise<Result<ActionOutcome>> {
  const done = await issueDraft(tx, services, id, signedBy);
  if (!done.ok) return done;
  const { audit, href, number, recipientCount } = done.value;
  return ok({ audit, goTo: href, flash: messages.words('issued', { number, count: recipientCount }) });
}

/** The signer signs and the number is taken. */
export const issueDraftAction = defineAction({
  ...onDraft,
  path: '/drafts/:id/issue',
  permission: 'correspondence.issue',
  async run(tx, { params, services }) {
    return (await ownDraft(tx, params.id, true)) ? issue(tx, services, params.id) : notFound();
  },
});

/** A clerk records that the signer signed the paper original. */
export const issueOnPaperAction = defineAction({
  ...onDraft,
  path: '/drafts/:id/issue-paper',
  permission: 'correspondence.record-signature',
  async run(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    const signer = draft.signerPositionId === null ? undefined : await positionHolderOn(tx, draft.signerPositionId, services.clock.today());
    if (signer === undefined) return fail('NOT_THE_SIGNER', messages.words('cannotSign'));
    return issue(tx, services, params.id, { personId: signer, onPaper: true });
  },
});
