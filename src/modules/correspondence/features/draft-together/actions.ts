import { standsFor } from '../../../../platform/access/actor.ts';
import { z } from 'zod';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { draftHref } from '../../href.ts';
import { draftNews } from '../../news.ts';
import { addressBook, peopleToTell, senderOn } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { setDraftUnits, updateDraft } from '../../store/drafts.ts';
import { answerShares, noteShares, talkers } from '../../store/shares.ts';
import { addComment, addVersion, currentVersion, findVersion, resolveComment } from '../../store/versions.ts';
import { ownDraft } from '../compose-letter/load.ts';
import { commentForm, shareForm } from './form.ts';
import { messages } from './messages.ts';
import { togetherPage } from './page.tsx';

const common = { permission: 'correspondence.draft', page: togetherPage } as const;
const subject = (id: number) => ({ type: 'correspondence.letter', id });
const together = (id: number, place: string) => draftHref(id, `/together${place}`);
const part = z.coerce.number().int().positive().max(9_007_199_254_740_991);

/** Opens the draft to other units; only the unit whose draft it is. */
export const shareDraftAction = defineAction({
  ...common,
  path: '/drafts/:id/share',
  params: letterParams,
  form: shareForm,
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    if (!standsFor(tx.actor, draft.fromUnitId)) return fail('NOT_THE_OWNER', messages.words('notOwner'), { status: 403 });
    if (draft.secrecy !== 'none') return fail('SECRET_NOT_SHARED', messages.words('secretNotShared'));
    const known = new Set((await addressBook(tx, services.clock.today())).units.map((unit) => unit.id));
    const units = input.units.filter((unit) => known.has(unit) && unit !== draft.fromUnitId);
    await setDraftUnits(tx, draft, units);
    const at = services.clock.now();
    const added = await noteShares(tx, draft.id, units, at);
    await notify(tx, await peopleToTell(tx, added.map((id) => ({ id, kind: 'unit' as const, label: '' })), services.clock.today()), messages.words('tellShared', { name: tx.actor.name, subject: draft.subject }), together(draft.id, ''), { kind: draftNews, urgency: draft.urgency });
    return ok({ audit: { action: 'correspondence.draft-shared', subject: subject(draft.id), unitId: draft.fromUnitId, detail: { units } }, goTo: together(draft.id, '#share'), flash: messages.words('shared') });
  },
});

export const commentDraftAction = defineAction({
  ...common,
  path: '/drafts/:id/comments',
  params: letterParams,
  form: commentForm,
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    const at = services.clock.now();
    const people = await talkers(tx, draft.id, draft.draftedBy);
    const id = await addComment(tx, draft.id, { version: await currentVersion(tx, draft.id), quote: input.quote ?? '', words: input.words }, at);
    await answerShares(tx, draft.id, at);
    await notify(tx, people, messages.words('tellRemark', { name: tx.actor.name, subject: draft.subject }), together(draft.id, '#comments'), { kind: draftNews, urgency: draft.urgency, secret: draft.secrecy !== 'none' });
    return ok({ audit: { action: 'correspondence.draft-commented', subject: subject(draft.id), unitId: draft.fromUnitId, detail: { comment: id } }, goTo: together(draft.id, '#comments'), flash: messages.words('said') });
  },
});

/** Says that somebody of the unit has looked at a draft that was opened to it. */
export const lookedAtAction = defineAction({
  ...common,
  path: '/drafts/:id/looked-at',
  params: letterParams,
  form: emptyForm,
  async run(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    await answerShares(tx, draft.id, services.clock.now());
    return ok({ audit: { action: 'correspondence.draft-looked-at', subject: subject(draft.id), unitId: draft.fromUnitId }, goTo: together(draft.id, ''), flash: messages.words('lookedAt') });
  },
});

export const resolveCommentAction = defineAction({
  ...common,
  path: '/drafts/:id/comments/:comment/resolve',
  params: letterParams.extend({ comment: part }),
  form: emptyForm,
  async run(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    if (!(await resolveComment(tx, draft.id, params.comment, services.clock.now()))) return fail('COMMENT_CLOSED', messages.words('gone'), { status: 409 });
    return ok({ audit: { action: 'correspondence.draft-comment-resolved', subject: subject(draft.id), unitId: draft.fromUnitId, detail: { comment: params.comment } }, goTo: together(draft.id, '#comments'), flash: messages.words('resolved') });
  },
});

/** Makes an earlier version, or one kept aside, the draft again: as a new version, so that nothing is lost. */
export const restoreVersionAction = defineAction({
  ...common,
  path: '/drafts/:id/versions/:n/restore',
  params: letterParams.extend({ n: part }),
  form: emptyForm,
  async run(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id, true);
    const version = draft && (await findVersion(tx, draft.id, params.n));
    const sender = draft && (await senderOn(tx, draft.fromUnitId, services.clock.today()));
    if (!draft || !version || !sender) return notFound();
    const at = services.clock.now();
    const letter = { ...draft, ...version };
    if (!(await updateDraft(tx, draft.id, letter, sender, at))) return notFound();
    await addVersion(tx, draft.id, letter, at, 'current', params.n);
    return ok({ audit: { action: 'correspondence.draft-written', subject: subject(draft.id), unitId: draft.fromUnitId, detail: { restored: params.n } }, goTo: together(draft.id, ''), flash: messages.words('restored', { n: params.n }) });
  },
});
