import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { letterNews } from '../../news.ts';
import { peopleToTell } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { receiptsOf } from '../../store/recipients.ts';
import { messages } from './messages.ts';
import { ownLetter, receiptsPage } from './page.tsx';

/** Tells those who have not opened a letter once more: the people of every such recipient, with one line in the trail. */
export const remindUnreadAction = defineAction({
  path: '/letters/:id/receipts/remind',
  permission: 'correspondence.read-register',
  params: letterParams,
  form: emptyForm,
  page: receiptsPage,
  async run(tx, { params, services }) {
    const letter = await ownLetter(tx, params.id);
    if (!letter) return notFound();
    if (letter.state !== 'issued') return fail('LETTER_NOT_IN_FORCE', messages.words('remindNotIssued'));
    const waiting = await receiptsOf(tx, letter.id, { state: 'unopened', limit: 50_000 });
    if (waiting.length === 0) return fail('NOBODY_WAITS', messages.words('unreadNone'));
    const people = await peopleToTell(tx, waiting.map(({ recipientId, recipientKind, label }) => ({ id: recipientId, kind: recipientKind, label })), services.clock.today());
    const words = messages.words('remindNews', { reference: printedReference(letter.reference), subject: letter.subject });
    await notify(tx, people, words, letterHref(letter.id), { kind: letterNews, urgency: letter.urgency, secret: letter.secrecy !== 'none' });
    return ok({
      audit: { action: 'correspondence.unread-reminded', subject: { type: 'correspondence.letter', id: letter.id }, unitId: letter.unitId, detail: { recipients: waiting.length, people: people.length } },
      goTo: letterHref(letter.id, '/receipts'),
      flash: messages.words('reminded', { n: waiting.length, people: people.length }),
    });
  },
});
