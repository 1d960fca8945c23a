// What is done with several letters at once: with all of them or, where one cannot, with none.
import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { forward, order, propose } from '../../received/chain.ts';
import type { Taken } from '../../received/matter.ts';
import { assigneeChoices, chosenAssignees } from '../../received/office.ts';
import { messages as received } from '../../received/messages.ts';
import { findReceived } from '../../store/received.ts';
import type { Received } from '../../store/received.ts';
import { bulkAssignForm, bulkNotedForm, bulkProposeForm } from './form.ts';
import { messages } from './messages.ts';
import { listIncomingPage } from './page.tsx';

async function withEach(tx: Tx, ids: readonly number[], work: (letter: Received) => Promise<Result<Taken>>): Promise<Result<ActionOutcome>> {
  const audit: AuditEntry[] = [];
  // In the order of their ids, so that two people with overlapping choices wait for each other and never lock up.
  for (const id of [...new Set(ids)].toSorted((a, b) => a - b)) {
    const letter = await findReceived(tx, id);
    if (!letter) return notFound();
    const done = await work(letter);
    if (!done.ok) return fail(done.code, { th: messages.in('th')('failed', { number: letter.number, reason: done.message.th }), en: messages.in('en')('failed', { number: letter.number, reason: done.message.en }) }, { status: done.status ?? 422 });
    audit.push(done.value.audit);
  }
  return ok({ audit, goTo: '/incoming', flash: messages.words('done', { count: audit.length }) });
}

export const bulkProposeAction = defineAction({
  path: '/incoming/propose',
  permission: 'correspondence.receive-letters',
  form: bulkProposeForm,
  page: () => listIncomingPage,
  run: (tx, { input, services }) => withEach(tx, input.letters, (letter) => propose(tx, services, letter.id, { positionId: input.position, purpose: input.purpose, note: input.note ?? '' })),
});

/** By whoever holds a letter as an order, by the clerks as a forwarding. */
export const bulkAssignAction = defineAction({
  path: '/incoming/assign',
  permission: 'correspondence.read-incoming',
  form: bulkAssignForm,
  page: () => listIncomingPage,
  run: (tx, { input, services }) => withEach(tx, input.letters, async (letter) => {
    const assignees = chosenAssignees(await assigneeChoices(tx, letter.unitId, services.clock.today()), input.units, input.people);
    if (!assignees) return fail('NOT_OFFERED', received.words('notOffered'));
    const giving = { assignees, sequence: false, note: input.note ?? '' };
    return letter.state === 'proposed' ? order(tx, services, letter.id, { ...giving, verdict: 'assign' }) : forward(tx, services, letter.id, giving);
  }),
});

export const bulkNotedAction = defineAction({
  path: '/incoming/noted',
  permission: 'correspondence.read-incoming',
  form: bulkNotedForm,
  page: () => listIncomingPage,
  run: (tx, { input, services }) => withEach(tx, input.letters, (letter) => order(tx, services, letter.id, { verdict: 'noted', assignees: [], sequence: false, note: input.note ?? '' })),
});
