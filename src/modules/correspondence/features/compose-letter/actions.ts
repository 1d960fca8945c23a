import type { Tx } from '../../../../platform/db/database.ts';
import { hidden } from '../../../../platform/forms/fields.ts';
import { defineForm, emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { Channel } from '../../domain/letter.ts';
import { takeOverDraft } from '../../gone-drafts.ts';
import { draftHref } from '../../href.ts';
import { issueDraft } from '../../issue.ts';
import type { SignedBy } from '../../issue.ts';
import { messages as shared } from '../../messages.ts';
import { positionHolderOn } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { discardDraft, insertDraft, markForSignature, updateDraft, type Draft } from '../../store/drafts.ts';
import { answerShares } from '../../store/shares.ts';
import { countUse } from '../../store/templates.ts';
import { addVersion, currentVersion } from '../../store/versions.ts';
import { checkDraftPage } from './check-page.tsx';
import { composeForm, issueForm } from './form.ts';
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
    const at = services.clock.now();
    const id = await insertDraft(tx, made.value.letter, made.value.sender, at);
    await addVersion(tx, id, made.value.letter, at);
    if (input.template && /^\d+$/.test(input.template)) await countUse(tx, Number(input.template));
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
    const at = services.clock.now();
    await answerShares(tx, params.id, at);
    const stands = await currentVersion(tx, params.id);
    // Typed on a version that is no longer the draft: kept beside it, and the writer chooses with the difference before him.
    if (input.base !== undefined && input.base !== String(stands)) {
      const n = await addVersion(tx, params.id, made.value.letter, at, 'aside', Number(input.base) || null);
      return ok({ audit: { action: 'correspondence.draft-written', subject: subject(params.id), unitId: before.fromUnitId, detail: { aside: n } }, goTo: draftHref(params.id, `/together?from=${stands}&to=${n}`), flash: messages.words('stale', { n }) });
    }
    if (!(await updateDraft(tx, params.id, made.value.letter, made.value.sender, at))) return notFound();
    await addVersion(tx, params.id, made.value.letter, at, 'current', stands || null);
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

async function issue(tx: Tx, services: Services, draft: Draft, channel: Channel | undefined, signedBy?: SignedBy): Promise<Result<ActionOutcome>> {
  const done = await issueDraft(tx, services, draft, signedBy, { channel });
  if (!done.ok) return done;
  const { audit, href, number, recipientCount } = done.value;
  return ok({ audit, goTo: href, flash: recipientCount > 0 ? messages.words('issued', { number, count: recipientCount }) : messages.words('issuedPlain', { number }) });
}

/** The signer signs and the number is taken. */
export const issueDraftAction = defineAction({
  ...onDraft,
  form: issueForm,
  path: '/drafts/:id/issue',
  permission: 'correspondence.issue',
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id, true);
    return draft ? issue(tx, services, draft, input.channel) : notFound();
  },
});

/** A clerk records that the signer signed the paper original. */
export const issueOnPaperAction = defineAction({
  ...onDraft,
  form: issueForm,
  path: '/drafts/:id/issue-paper',
  permission: 'correspondence.record-signature',
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    const signer = draft.signerPositionId === null ? undefined : await positionHolderOn(tx, draft.signerPositionId, services.clock.today());
    if (signer === undefined) return fail('NOT_THE_SIGNER', messages.words('cannotSign'));
    return issue(tx, services, draft, input.channel, { personId: signer, onPaper: true });
  },
});

/** A draft of a unit that is gone becomes one of the unit that took it over. */
export const takeOverDraftAction = defineAction({
  ...onDraft,
  form: emptyForm,
  path: '/drafts/:id/take-over',
  permission: 'correspondence.draft',
  async run(tx, { params, services }) {
    const done = await takeOverDraft(tx, services, params.id);
    return done.ok ? ok({ audit: done.value, goTo: draftHref(params.id), flash: messages.words('tookOver') }) : done;
  },
});
