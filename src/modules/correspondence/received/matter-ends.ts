// How what was assigned comes back, and how a matter is closed, answered and opened again.
import type { Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { formatDate, localDate } from '../../../thai/index.ts';
import { printedReference } from '../domain/reference.ts';
import { openMatter, taken, type Taken } from './matter.ts';
import { keepsRegister, type ReceiveServices } from './receive.ts';
import { messages } from './messages.ts';
import { finish, settle } from './settle.ts';
import { addStep, assignmentsOf, endAssignment, findAssignment, type Assignment } from '../store/chain.ts';
import { replyOf } from '../store/replies.ts';
import { lockReceived, moveReceived } from '../store/received.ts';

/** An assignment that is the actor's to end: his own, or his unit's before it is registered there. */
async function ownAssignment(tx: Tx, id: number): Promise<Result<Assignment>> {
  const assignment = await findAssignment(tx, id);
  if (!assignment || !(assignment.personId === tx.actor.id || (assignment.unitId !== null && keepsRegister(tx, assignment.unitId)))) return notFound();
  if (assignment.childId !== null) return fail('CLOSE_THERE', messages.words('notReceivedYet'), { status: 409 });
  if (assignment.state !== 'open') return fail('ENDED', messages.words('ended'), { status: 409 });
  return ok(assignment);
}

/** A person, or a unit that keeps no register of it, reports what was done. */
export async function report(tx: Tx, services: ReceiveServices, assignmentId: number, result: string): Promise<Result<Taken & { receivedId: number }>> {
  const own = await ownAssignment(tx, assignmentId);
  if (!own.ok) return own;
  const letter = await settle(tx, services, own.value, { state: 'done', note: result });
  return letter.ok ? ok({ ...taken(letter.value, 'reported', { assignment: assignmentId }), receivedId: letter.value.id }) : letter;
}

/** What was assigned wrongly goes back, with the reason. */
export async function sendBack(tx: Tx, services: ReceiveServices, assignmentId: number, reason: string): Promise<Result<Taken & { receivedId: number }>> {
  const own = await ownAssignment(tx, assignmentId);
  if (!own.ok) return own;
  const letter = await settle(tx, services, own.value, { state: 'returned', note: reason });
  return letter.ok ? ok({ ...taken(letter.value, 'sent-back', { assignment: assignmentId, reason }), receivedId: letter.value.id }) : letter;
}

/**
 * Closes a matter with its outcome. What still waits for somebody is not closed over. Where another unit assigned it, that
 * unit's matter hears of the outcome.
 */
export async function close(tx: Tx, services: ReceiveServices, id: number, step: { outcome: string; seen?: number | undefined }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'close', 'clerk', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const open = (await assignmentsOf(tx, id)).filter((one) => one.state === 'open' || one.state === 'queued');
  if (open.length > 0) return fail('STILL_OPEN', messages.words('stillOpen', { list: open.map((one) => one.label).join(', ') }), { status: 409 });
  await addStep(tx, id, { kind: 'close', note: step.outcome }, services.clock.now());
  await finish(tx, services, letter, step.outcome, step.outcome);
  return ok(taken(letter, 'closed', { outcome: step.outcome }));
}

/** A closed matter goes on, with the reason. */
export async function reopen(tx: Tx, services: ReceiveServices, id: number, step: { reason: string; seen?: number | undefined }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'reopen', 'clerk', step.seen);
  if (!opened.ok) return opened;
  await addStep(tx, id, { kind: 'reopen', note: step.reason }, services.clock.now());
  await moveReceived(tx, opened.value, { state: 'waiting' }, services.clock.now());
  return ok(taken(opened.value, 'reopened', { reason: step.reason }));
}

/** ดึงกลับ: what was assigned is taken back by the clerks before anybody opened it. */
export async function takeBackAssignment(tx: Tx, services: ReceiveServices, assignmentId: number): Promise<Result<Taken & { receivedId: number }>> {
  const assignment = await findAssignment(tx, assignmentId);
  const letter = assignment && (await lockReceived(tx, assignment.receivedId));
  if (!assignment || !letter || !keepsRegister(tx, letter.unitId)) return notFound();
  if (assignment.openedAt !== null || assignment.childId !== null) return fail('ALREADY_OPENED', messages.words('alreadyOpened', { by: assignment.openedBy ?? assignment.label }), { status: 409 });
  if (!(await endAssignment(tx, assignmentId, 'recalled', '', services.clock.now()))) return fail('ENDED', messages.words('ended'), { status: 409 });
  await addStep(tx, letter.id, { kind: 'recall', toLabel: assignment.label }, services.clock.now());
  return ok({ ...taken(letter, 'recalled', { assignment: assignmentId }), receivedId: letter.id });
}

/**
 * A letter was issued: where it answers a received one, its number is noted there (clause 39) and the loop closes, if its
 * author chose so. Called in the transaction of the issue.
 */
export async function noteReply(tx: Tx, services: ReceiveServices, letterId: number, reference: string, letterDate: string): Promise<void> {
  const reply = await replyOf(tx, letterId);
  const letter = reply && (await lockReceived(tx, reply.receivedId));
  if (!reply || !letter) return;
  const date = formatDate(localDate(letterDate), { style: 'short' });
  const words = { reference: printedReference(reference), date };
  const outcome = messages.words('replyIsIssued', words).th;
  const at = services.clock.now();
  await addStep(tx, letter.id, { kind: 'reply', letterId, note: outcome }, at);
  const open = (await assignmentsOf(tx, letter.id)).filter((one) => one.state === 'open' || one.state === 'queued');
  const action = messages.words('actionReplied', words).th;
  if (reply.closes && letter.state !== 'closed' && open.length === 0) await finish(tx, services, letter, outcome, action);
  else await moveReceived(tx, letter, { action }, at);
}
