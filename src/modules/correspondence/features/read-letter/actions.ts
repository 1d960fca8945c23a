import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { letterHref } from '../../href.ts';
import { letterParams } from '../../params.ts';
import { markAcknowledged, passOn } from '../../store/recipients.ts';
import { passOnForm } from './form.ts';
import { loadLetter } from './load.ts';
import { messages } from './messages.ts';
import { readLetterPage } from './page.tsx';

/** "ทราบ": for myself and my post, and for my units where I may answer for them. */
export const acknowledgeAction = defineAction({
  path: '/letters/:id/acknowledge',
  permission: 'correspondence.read',
  params: letterParams,
  form: emptyForm,
  page: () => readLetterPage,
  async run(tx, { params, services }) {
    const data = await loadLetter(tx, params.id, services.clock.today());
    if (!data.ok) return data;
    const { letter, toAcknowledge } = data.value;
    if (toAcknowledge.length === 0) return fail('NOTHING_TO_ACKNOWLEDGE', messages.words('nothingToAcknowledge'), { status: 409 });
    const ids = toAcknowledge.map((row) => row.recipientId);
    await markAcknowledged(tx, letter.id, ids, services.clock.now());
    return ok({
      audit: { action: 'correspondence.letter-acknowledged', subject: { type: 'correspondence.letter', id: letter.id }, detail: { reference: letter.reference, for: ids } },
      goTo: letterHref(letter.id),
      flash: messages.words('acknowledged'),
    });
  },
});

/** From a unit to people in it. */
export const passOnAction = defineAction({
  path: '/letters/:id/pass-on',
  permission: 'correspondence.receive',
  params: letterParams,
  form: passOnForm,
  page: () => readLetterPage,
  async run(tx, { params, services, input }) {
    const data = await loadLetter(tx, params.id, services.clock.today());
    if (!data.ok) return data;
    const { letter, passFrom, people } = data.value;
    if (!passFrom.some((row) => row.recipientId === input.from)) return notFound();
    const chosen = people.filter((person) => input.people.includes(person.id));
    if (chosen.length < new Set(input.people).size) return fail('NOT_OF_UNIT', messages.words('notOfUnit'), { fields: { people: messages.words('notOfUnit') } });
    const count = await passOn(tx, letter.id, input.from, chosen.map((person) => ({ id: person.id, kind: 'person', label: person.name })), input.instruction ?? '', services.clock.now());
    if (count === 0) return fail('ALL_HAVE_IT', messages.words('nobodyNew'), { fields: { people: messages.words('nobodyNew') } });
    return ok({
      audit: {
        action: 'correspondence.letter-passed-on',
        subject: { type: 'correspondence.letter', id: letter.id },
        unitId: input.from,
        detail: { reference: letter.reference, people: chosen.map((person) => person.id), added: count },
      },
      goTo: letterHref(letter.id),
      flash: messages.words('passedOn', { count }),
    });
  },
});
