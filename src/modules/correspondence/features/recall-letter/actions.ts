import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { recallLetter, voidLetter } from '../../fate.ts';
import { draftHref, letterHref } from '../../href.ts';
import { actsFor } from '../../../../platform/access/actor.ts';
import { messages as shared } from '../../messages.ts';
import { livingUnit, senderOn } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { addresseesOf, insertDraft } from '../../store/drafts.ts';
import { reasonForm } from './form.ts';
import { messages } from './messages.ts';
import { recallable, recallPage } from './page.tsx';

const common = { permission: 'correspondence.recall', params: letterParams, form: reasonForm, page: recallPage } as const;

export const recallAction = defineAction({
  ...common,
  path: '/letters/:id/recall',
  async run(tx, { params, services, input }) {
    const letter = await recallable(tx, params.id);
    if (!letter.ok) return letter;
    const done = await recallLetter(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: letterHref(params.id), flash: messages.words('recalled') }) : done;
  },
});

export const voidAction = defineAction({
  ...common,
  path: '/letters/:id/void',
  async run(tx, { params, services, input }) {
    const letter = await recallable(tx, params.id);
    if (!letter.ok) return letter;
    const done = await voidLetter(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: letterHref(params.id), flash: messages.words('voided') }) : done;
  },
});

/** Makes a draft like the letter, to be changed and issued in its place. */
export const correctAction = defineAction({
  ...common,
  path: '/letters/:id/correct',
  async run(tx, { params, services, input }) {
    const found = await recallable(tx, params.id);
    if (!found.ok) return found;
    const letter = found.value;
    const today = services.clock.today();
    // In the place of a letter of a unit that is gone the unit that took it over writes, in its own name and series.
    const unitId = await livingUnit(tx, letter.unitId, today);
    const heir = unitId === letter.unitId ? undefined : await senderOn(tx, unitId, today);
    if (unitId !== letter.unitId && !(heir && actsFor(tx.actor, 'correspondence.draft', unitId))) return fail('UNIT_GONE', shared.words('unitGone'), { status: 403 });
    if (letter.replacedBy || (letter.state !== 'issued' && letter.state !== 'recalled')) return fail('NOT_ISSUED', shared.words('notIssued'), { status: 409 });
    const draftId = await insertDraft(
      tx,
      {
        kind: letter.kind, subKind: letter.subKind, circular: letter.circular, fromUnitId: unitId, signerPositionId: heir ? null : letter.signer.positionId || null,
        subject: letter.subject, content: letter.body?.content ?? { paragraphs: [] }, enclosures: letter.body?.enclosures ?? [],
        addressees: await addresseesOf(tx, letter.id), toText: letter.toText, salutation: letter.salutation, urgency: letter.urgency, urgentBefore: letter.urgentBefore,
        secrecy: letter.secrecy, respondBy: letter.respondBy, reply: letter.reply, source: letter.source,
        replaces: { letterId: letter.id, reason: input.reason },
      },
      heir ?? { fromText: letter.fromText, abbreviation: letter.fromShort },
      services.clock.now(),
    );
    return ok({
      audit: { action: 'correspondence.correction-drafted', subject: { type: 'correspondence.letter', id: draftId }, unitId, detail: { replaces: letter.id, reason: input.reason } },
      goTo: draftHref(draftId),
      flash: messages.words('drafted'),
    });
  },
});
