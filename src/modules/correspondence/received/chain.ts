// Proposing a received letter, passing it up, ordering, giving it back (การบันทึกต่อเนื่อง, clauses 26 and 39).
import type { Tx } from '../../../platform/db/database.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { clerksOfUnit, holdersOf, positionById } from '../../organisation/index.ts';
import { stateAfterOrder, type Purpose, type Verdict } from '../domain/received.ts';
import { tell, tellGiven } from './follow-up.ts';
import { holderAuthority, openMatter, readersFor, taken, type Taken } from './matter.ts';
import type { ReceiveServices } from './receive.ts';
import { indexReceived } from './search.ts';
import { messages } from './messages.ts';
import { finish } from './settle.ts';
import { addAssignments, addStep, assignmentsOf, type Assignee } from '../store/chain.ts';
import { moveReceived, type Received } from '../store/received.ts';

interface Seen {
  /** How many steps the asker's page showed. */
  readonly seen?: number | undefined;
}

/** Puts the letter before a post, with everything that follows: who answers for it is told, may see it, holds it. */
async function putBefore(tx: Tx, services: ReceiveServices, letter: Received, positionId: number): Promise<Result<{ label: string }>> {
  const today = services.clock.today();
  const [holder] = await holdersOf(tx, [positionId], today);
  const nobody = messages.words('nobodyAnswers');
  const seat = await positionById(tx, positionId);
  if (!holder || !seat) return fail('NOBODY_ANSWERS', nobody, { fields: { position: nobody } });
  const label = seat.abbreviation || seat.title;
  await moveReceived(tx, letter, { state: 'proposed', holder: { positionId, label, sentBy: tx.actor.id }, readers: [positionId, tx.actor.id], parked: null }, services.clock.now());
  return ok({ label });
}

const tellHolder = async (tx: Tx, services: ReceiveServices, letter: Received, positionId: number, purpose: Purpose) =>
  tell(tx, letter, (await holdersOf(tx, [positionId], services.clock.today())).map((one) => one.personId), 'tellProposed', { purpose: messages.words(`purpose.${purpose}`) });

/** เสนอ: the clerk puts the letter before a post, with a note. */
export async function propose(tx: Tx, services: ReceiveServices, id: number, step: Seen & { positionId: number; purpose: Purpose; note: string }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'propose', 'clerk', step.seen);
  if (!opened.ok) return opened;
  const put = await putBefore(tx, services, opened.value, step.positionId);
  if (!put.ok) return put;
  await addStep(tx, id, { kind: 'propose', purpose: step.purpose, note: step.note, toLabel: put.value.label, toPositionId: step.positionId }, services.clock.now());
  await tellHolder(tx, services, opened.value, step.positionId, step.purpose);
  await indexReceived(tx, id);
  return ok(taken(opened.value, 'proposed', { position: step.positionId, purpose: step.purpose }));
}

/** ผ่านเรื่อง: whoever holds it adds an opinion and puts it before a higher post. */
export async function passUp(tx: Tx, services: ReceiveServices, id: number, step: Seen & { positionId: number; note: string }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'pass-up', 'holder', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const authority = await holderAuthority(tx, services, letter);
  if (!authority.ok) return authority;
  if (step.positionId === letter.holderPositionId) return fail('SAME_POSITION', messages.words('samePosition'), { fields: { position: messages.words('samePosition') } });
  const put = await putBefore(tx, services, letter, step.positionId);
  if (!put.ok) return put;
  await addStep(tx, id, { kind: 'pass-up', note: step.note, toLabel: put.value.label, toPositionId: step.positionId, authority: authority.value.authority, byTitle: authority.value.title }, services.clock.now());
  await tellHolder(tx, services, letter, step.positionId, 'order');
  await indexReceived(tx, id);
  return ok(taken(letter, 'passed-up', { position: step.positionId }, authority.value.authority));
}

export interface Giving {
  readonly assignees: readonly Assignee[];
  /** One after another instead of beside each other. */
  readonly sequence: boolean;
  readonly note: string;
  /** The matter's own deadline when left out. */
  readonly dueAt?: Date | null | undefined;
}

/** Gives the matter to units and people: they may see it, it waits for them, they are told, their deadline is followed. */
async function give(tx: Tx, services: ReceiveServices, letter: Received, stepId: number, giving: Giving): Promise<void> {
  const at = services.clock.now();
  const dueAt = giving.dueAt === undefined ? letter.dueAt : giving.dueAt;
  await addAssignments(tx, letter.id, stepId, giving.assignees, { sequence: giving.sequence, note: giving.note, dueAt, at });
  const given = (await assignmentsOf(tx, letter.id)).filter((one) => one.state === 'open' && one.givenAt.getTime() === at.getTime());
  await tellGiven(tx, services, letter, given);
}

const listOf = (assignees: readonly Assignee[]) => assignees.map((one) => one.label).join(', ');

/** สั่งการ, on the authority that the actor has today for the post that holds the letter. */
export async function order(tx: Tx, services: ReceiveServices, id: number, step: Seen & Giving & { verdict: Verdict }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'order', 'holder', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const { verdict, assignees } = step;
  if (verdict === 'assign' && assignees.length === 0) return fail('ASSIGN_WHOM', messages.words('assignWhom'), { fields: { units: messages.words('assignWhom') } });
  if (assignees.length > 0 && (verdict === 'noted' || verdict === 'file' || verdict === 'rejected' || verdict === 'consult')) {
    const name = messages.words(`verdict.${verdict}`);
    const words = { th: messages.in('th')('noAssignees', { verdict: name.th }), en: messages.in('en')('noAssignees', { verdict: name.en }) };
    return fail('NO_ASSIGNEES', words, { fields: { verdict: words } });
  }
  const late = step.dueAt && step.dueAt <= services.clock.now();
  if (late) return fail('DEADLINE_PAST', messages.words('deadlinePast'), { fields: { dueDate: messages.words('deadlinePast') } });
  const authority = await holderAuthority(tx, services, letter);
  if (!authority.ok) return authority;
  const at = services.clock.now();
  const stepId = await addStep(tx, id, {
    kind: 'order', verdict, note: step.note, toLabel: listOf(assignees), dueAt: step.dueAt ?? null, authority: authority.value.authority, byTitle: authority.value.title,
  }, at);
  const words = messages.words(`verdict.${verdict}`);
  const state = stateAfterOrder(verdict, assignees.length);
  await moveReceived(tx, letter, {
    state: state === 'closed' ? 'working' : state, holder: null, ordered: true, parked: null,
    // Whoever ordered keeps sight of it.
    readers: [tx.actor.id, ...(await readersFor(tx, letter, assignees, services.clock.today()))],
    action: assignees.length > 0 ? messages.words('actionAssigned', { list: listOf(assignees) }).th : words.th,
  }, at);
  await give(tx, services, letter, stepId, step);
  if (state === 'closed') await finish(tx, services, letter, words.th, words.th);
  await tell(tx, letter, (await clerksOfUnit(tx, letter.unitId, services.clock.today())).map((one) => one.personId), 'tellOrdered', { verdict: words });
  await indexReceived(tx, id);
  return ok(taken(letter, 'ordered', { verdict, to: assignees.map((one) => one.unitId ?? one.personId) }, authority.value.authority));
}

/** ส่งต่อ: the clerk gives the letter to whom it belongs, without an order. */
export async function forward(tx: Tx, services: ReceiveServices, id: number, step: Seen & Giving): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'forward', 'clerk', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  if (step.assignees.length === 0) return fail('ASSIGN_WHOM', messages.words('assignWhom'), { fields: { units: messages.words('assignWhom') } });
  const at = services.clock.now();
  const stepId = await addStep(tx, id, { kind: 'forward', note: step.note, toLabel: listOf(step.assignees), dueAt: step.dueAt ?? null }, at);
  await moveReceived(tx, letter, { state: 'working', parked: null, readers: await readersFor(tx, letter, step.assignees, services.clock.today()), action: messages.words('actionAssigned', { list: listOf(step.assignees) }).th }, at);
  await give(tx, services, letter, stepId, step);
  await indexReceived(tx, id);
  return ok(taken(letter, 'forwarded', { to: step.assignees.map((one) => one.unitId ?? one.personId) }));
}

/** ส่งคืน: whoever holds it gives it back to the clerks, with the reason. */
export async function giveBack(tx: Tx, services: ReceiveServices, id: number, step: Seen & { reason: string }): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'return', 'holder', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const authority = await holderAuthority(tx, services, letter);
  if (!authority.ok) return authority;
  await addStep(tx, id, { kind: 'return', note: step.reason, authority: authority.value.authority, byTitle: authority.value.title }, services.clock.now());
  await moveReceived(tx, letter, { state: 'waiting', holder: null, readers: [tx.actor.id] }, services.clock.now());
  await tell(tx, letter, (await clerksOfUnit(tx, letter.unitId, services.clock.today())).map((one) => one.personId), 'tellReturned');
  await indexReceived(tx, id);
  return ok(taken(letter, 'returned', { reason: step.reason }, authority.value.authority));
}

/** ดึงกลับ: whoever put it there, or a clerk of the unit, takes it back before it is opened. */
export async function takeBack(tx: Tx, services: ReceiveServices, id: number, step: Seen): Promise<Result<Taken>> {
  const opened = await openMatter(tx, id, 'recall', 'reader', step.seen);
  if (!opened.ok) return opened;
  const letter = opened.value;
  if (letter.sentBy !== tx.actor.id) return fail('NOT_HOLDER', messages.words('notHolder'), { status: 403 });
  if (letter.openedAt !== null) return fail('ALREADY_OPENED', messages.words('alreadyOpened', { by: letter.openedBy ?? '' }), { status: 409 });
  await addStep(tx, id, { kind: 'recall', toLabel: letter.holderLabel }, services.clock.now());
  await moveReceived(tx, letter, { state: 'waiting', holder: null }, services.clock.now());
  return ok(taken(letter, 'recalled', { position: letter.holderPositionId }));
}
