// A reply is begun from the letter that it answers: its number is noted there when it is issued (clause 39).
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { replyOpening } from '../../domain/reply.ts';
import { draftHref } from '../../href.ts';
import { ownUnits, senderOn, signersOf } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { taken } from '../../received/matter.ts';
import { messages as shared } from '../../messages.ts';
import { messages as received } from '../../received/messages.ts';
import { insertDraft } from '../../store/drafts.ts';
import { findReceived } from '../../store/received.ts';
import { addReply } from '../../store/replies.ts';
import { replyForm } from './forms.ts';
import { incomingPage } from './page.tsx';

export const replyAction = defineAction({
  path: '/incoming/:id/reply',
  permission: 'correspondence.draft',
  params: letterParams,
  form: replyForm,
  page: () => incomingPage,
  async run(tx, { params, input, services }) {
    const today = services.clock.today();
    const letter = await findReceived(tx, params.id);
    if (!letter) return notFound();
    const sender = (await ownUnits(tx, 'correspondence.draft', today)).some((one) => one.id === input.unit) ? await senderOn(tx, input.unit, today) : undefined;
    if (!sender) return fail('NOT_YOUR_UNIT', received.words('notYourUnit'), { fields: { unit: received.words('notYourUnit') } });
    const opening = replyOpening(letter);
    const id = await insertDraft(tx, {
      kind: 'internal', subKind: 'memo', circular: false, fromUnitId: input.unit, signerPositionId: (await signersOf(tx, input.unit, today))[0]?.id ?? null,
      subject: opening.subject, content: { paragraphs: [opening.paragraph] }, enclosures: [], addressees: [], toText: letter.from,
      salutation: shared.th.salutation, urgency: letter.urgency, secrecy: letter.secrecy, respondBy: null, reply: null, source: null, replaces: null,
    }, sender, services.clock.now());
    await addReply(tx, letter.id, id, input.closes, services.clock.now());
    return ok({ audit: taken(letter, 'reply-begun', { letter: id, closes: input.closes }).audit, goTo: draftHref(id) });
  },
});
