// What a matter that ends, wholly or in part, sets off: the next turn, the clerks, the unit that assigned it.
import type { Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { clerksOfUnit, unitsActiveOn } from '../../organisation/index.ts';
import { tell, tellGiven } from './follow-up.ts';
import type { ReceiveServices } from './receive.ts';
import { indexReceived } from './search.ts';
import { messages } from './messages.ts';
import { addStep, assignmentsOf, endAssignment, findAssignment, openNextTurn, type Assignment } from '../store/chain.ts';
import { lockReceived, moveReceived, type Received } from '../store/received.ts';

const clerks = async (tx: Tx, unitId: number, services: ReceiveServices) => (await clerksOfUnit(tx, unitId, services.clock.today())).map((one) => one.personId);

/** Ends an assignment in its own letter's chain, and opens the next turn of a sequence. */
export async function settle(tx: Tx, services: ReceiveServices, assignment: Assignment, how: { state: 'done' | 'returned'; note: string }): Promise<Result<Received>> {
  const at = services.clock.now();
  const letter = await lockReceived(tx, assignment.receivedId);
  if (!letter) return notFound();
  if (!(await endAssignment(tx, assignment.id, how.state, how.note, at))) return fail('ENDED', messages.words('ended'), { status: 409 });
  await addStep(tx, letter.id, { kind: how.state === 'done' ? 'report' : 'send-back', note: how.note, toLabel: assignment.label }, at);
  await tellGiven(tx, services, letter, await openNextTurn(tx, letter.id, at));
  await tell(tx, letter, await clerks(tx, letter.unitId, services), how.state === 'done' ? 'tellReported' : 'tellReturned', { by: assignment.label });
  await indexReceived(tx, letter.id);
  if (how.state === 'done' && (await endsWithoutUnit(tx, letter, services))) {
    await addStep(tx, letter.id, { kind: 'close', note: how.note }, at);
    await finish(tx, services, letter, how.note, how.note);
  }
  return ok(letter);
}

/** The unit whose matter it is was abolished: nobody is left to close it, so it ends with the last that was given. */
async function endsWithoutUnit(tx: Tx, letter: Received, { clock }: ReceiveServices): Promise<boolean> {
  if (letter.state === 'closed' || (await unitsActiveOn(tx, clock.today())).some((unit) => unit.id === letter.unitId)) return false;
  return !(await assignmentsOf(tx, letter.id)).some((one) => one.state === 'open' || one.state === 'queued');
}

/** Closes a matter: its chain has the step already. The unit that assigned it hears of the outcome. */
export async function finish(tx: Tx, services: ReceiveServices, letter: Received, outcome: string, action: string): Promise<void> {
  await moveReceived(tx, letter, { state: 'closed', holder: null, outcome, action, parked: null }, services.clock.now());
  await indexReceived(tx, letter.id);
  const assignment = letter.assignmentId === null ? undefined : await findAssignment(tx, letter.assignmentId);
  if (assignment && assignment.state === 'open') await settle(tx, services, assignment, { state: 'done', note: outcome });
}
