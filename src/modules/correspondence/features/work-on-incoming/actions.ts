// The steps of a matter, one address each.
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/database.ts';
import type { AnyForm, FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { bangkokInstant, endOfDay, localDate, localTime } from '../../../../thai/index.ts';
import { forward, giveBack, order, passUp, propose, takeBack } from '../../received/chain.ts';
import { incomingHref } from '../../href.ts';
import { close, reopen, report, sendBack, takeBackAssignment } from '../../received/matter-ends.ts';
import type { Taken } from '../../received/matter.ts';
import { assigneeChoices, chosenAssignees } from '../../received/office.ts';
import { inTurns } from '../../domain/turns.ts';
import { letterParams } from '../../params.ts';
import { registerAssigned } from '../../received/receive.ts';
import { messages as received } from '../../received/messages.ts';
import { findAssignment } from '../../store/chain.ts';
import type { Assignee } from '../../store/chain.ts';
import { findReceived } from '../../store/received.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { closeForm, forwardForm, orderForm, passUpForm, proposeForm, reportForm, returnForm, seenForm, sendBackForm } from './forms.ts';
import { messages } from './messages.ts';
import { incomingPage } from './page.tsx';

const seenOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);

function step<F extends AnyForm>(name: string, form: F, permission: string, work: (tx: Tx, services: Services, id: number, input: FormValues<F>) => Promise<Result<Taken>>) {
  return defineAction({
    path: `/incoming/:id/${name}`,
    permission,
    params: letterParams,
    form,
    page: () => incomingPage,
    async run(tx, { params, input, services }) {
      const done = await work(tx, services, params.id, input);
      return done.ok ? ok({ audit: done.value.audit, goTo: incomingHref(params.id), flash: messages.words('done') }) : done;
    },
  });
}

/** To whom, and by when, as typed. */
async function givingOf(tx: Tx, services: Services, id: number, input: FormValues<typeof forwardForm>): Promise<Result<{ assignees: Assignee[]; sequence: boolean; note: string; dueAt?: Date }>> {
  const letter = await findReceived(tx, id);
  const assignees = letter ? chosenAssignees(await assigneeChoices(tx, letter.unitId, services.clock.today()), input.units, input.people) : [];
  if (!assignees) return fail('NOT_OFFERED', received.words('notOffered'), { fields: { units: received.words('notOffered') } });
  const turns = inTurns(assignees, input.turns ?? '');
  if ('unknown' in turns) return fail('NOT_CHOSEN', messages.words('turnsUnknown', { name: turns.unknown }), { fields: { turns: messages.words('turnsUnknown', { name: turns.unknown }) } });
  const { dueDate, dueTime } = input;
  const dueAt = dueDate === undefined ? undefined : dueTime === undefined ? endOfDay(localDate(dueDate)) : bangkokInstant(localDate(dueDate), localTime(dueTime));
  return ok({ assignees: turns.list, sequence: input.sequence || input.turns !== undefined, note: input.note ?? '', ...(dueAt ? { dueAt } : {}) });
}

const clerk = 'correspondence.receive-letters';
const reader = 'correspondence.read-incoming';

export const proposeAction = step('propose', proposeForm, clerk, (tx, services, id, input) => propose(tx, services, id, { seen: seenOf(input.seen), positionId: input.position, purpose: input.purpose, note: input.note ?? '' }));
export const passUpAction = step('pass-up', passUpForm, reader, (tx, services, id, input) => passUp(tx, services, id, { seen: seenOf(input.seen), positionId: input.position, note: input.note ?? '' }));
export const orderAction = step('order', orderForm, reader, async (tx, services, id, input) => {
  const giving = await givingOf(tx, services, id, input);
  return giving.ok ? order(tx, services, id, { ...giving.value, seen: seenOf(input.seen), verdict: input.verdict }) : giving;
});
export const forwardAction = step('forward', forwardForm, clerk, async (tx, services, id, input) => {
  const giving = await givingOf(tx, services, id, input);
  return giving.ok ? forward(tx, services, id, { ...giving.value, seen: seenOf(input.seen) }) : giving;
});
export const returnAction = step('return', returnForm, reader, (tx, services, id, input) => giveBack(tx, services, id, { seen: seenOf(input.seen), reason: input.reason }));
export const takeBackAction = step('take-back', seenForm, reader, (tx, services, id, input) => takeBack(tx, services, id, { seen: seenOf(input.seen) }));
export const closeAction = step('close', closeForm, clerk, (tx, services, id, input) => close(tx, services, id, { seen: seenOf(input.seen), outcome: input.outcome }));
export const reopenAction = step('reopen', returnForm, clerk, (tx, services, id, input) => reopen(tx, services, id, { seen: seenOf(input.seen), reason: input.reason }));

const assignmentParams = z.object({ id: letterParams.shape.id, assignment: letterParams.shape.id });

/** An act on one assignment of the letter in the address. */
function onAssignment<F extends AnyForm>(name: string, form: F, permission: string, work: (tx: Tx, services: Services, assignment: number, input: FormValues<F>) => Promise<Result<Taken>>) {
  return defineAction({
    path: `/incoming/:id/assignments/:assignment/${name}`,
    permission,
    params: assignmentParams,
    form,
    page: () => incomingPage,
    async run(tx, { params, input, services }) {
      if ((await findAssignment(tx, params.assignment))?.receivedId !== params.id) return fail('NOT_FOUND', received.words('ended'), { status: 404 });
      const done = await work(tx, services, params.assignment, input);
      return done.ok ? ok({ audit: done.value.audit, goTo: incomingHref(params.id), flash: messages.words('done') }) : done;
    },
  });
}

export const reportAction = onAssignment('report', reportForm, reader, (tx, services, id, input) => report(tx, services, id, input.result));
export const sendBackAction = onAssignment('send-back', sendBackForm, reader, (tx, services, id, input) => sendBack(tx, services, id, input.reason));
export const takeBackAssignmentAction = onAssignment('take-back', emptyForm, clerk, (tx, services, id) => takeBackAssignment(tx, services, id));

/** The unit registers what was assigned to it, under its own number, and goes on there. */
export const registerAssignedAction = defineAction({
  path: '/incoming/:id/assignments/:assignment/receive',
  permission: clerk,
  params: assignmentParams,
  form: emptyForm,
  page: () => incomingPage,
  async run(tx, { params, services }) {
    if ((await findAssignment(tx, params.assignment))?.receivedId !== params.id) return fail('NOT_FOUND', received.words('ended'), { status: 404 });
    const done = await registerAssigned(tx, services, params.assignment);
    if (!done.ok) return done;
    const { id, number, year, audit } = done.value;
    return ok({ audit, goTo: incomingHref(id), flash: messages.words('received', { number, year }) });
  },
});
