import { actsFor, can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { together } from '../../../../platform/db/together.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { livingUnit, peopleIn } from '../../office.ts';
import type { UnitPerson } from '../../office.ts';
import { dispatchesOf } from '../../store/dispatch.ts';
import type { Dispatch } from '../../store/dispatch.ts';
import { signingState } from '../../../signatures/index.ts';
import type { SubjectState } from '../../../signatures/index.ts';
import { canBeSigned, letterSubject } from '../../signing.ts';
import { mayAsk } from '../sign-letter/page.tsx';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { ownReceipts, passedOn, receiptCounts } from '../../store/recipients.ts';
import type { Receipt, ReceiptCounts } from '../../store/recipients.ts';
import { loadOrderPart } from './order-part.tsx';
import type { OrderPart } from './order-part.tsx';

export interface LetterData {
  readonly letter: Letter;
  /** How the letter reached the actor; empty for the sender. */
  readonly own: readonly Receipt[];
  /** Rows that the actor may answer for now. */
  readonly toAcknowledge: readonly Receipt[];
  /** Units of the actor from which it can be passed on. */
  readonly passFrom: readonly Receipt[];
  /** The actor keeps a register of received letters, and it came to a unit or to a post: a bureau writes to its groups by the posts of their heads. */
  readonly mayRegister: boolean;
  readonly people: readonly UnitPerson[];
  readonly passed: readonly Receipt[];
  /** Only for the sender's unit. */
  readonly counts: ReceiptCounts | null;
  readonly mayRecall: boolean;
  /** How far electronic signing is; null where it was never asked for. */
  readonly signing: SubjectState | null;
  readonly mayAskSignature: boolean;
  /** How it left for those outside the house; only for the sender's unit. */
  readonly dispatches: readonly Dispatch[];
  /** Of an order: whether it holds, what it changed, what it made. */
  readonly order: OrderPart | null;
}

/** Whether the actor may answer for a row: for himself and his post always, for a unit with the right to. */
export function mayAnswerFor(tx: ReadTx, receipt: Receipt): boolean {
  return receipt.recipientKind !== 'unit' || actsFor(tx.actor, 'correspondence.receive', receipt.recipientId);
}

/** A letter with all that the actor can do with it; NOT_FOUND when it is not the actor's to see. */
export async function loadLetter(tx: ReadTx, id: number, today: string): Promise<Result<LetterData>> {
  const letter = await findLetter(tx, id);
  if (!letter) return notFound();
  const own = await ownReceipts(tx, id);
  const open = letter.state === 'issued' || letter.state === 'corrected';
  const passFrom = open ? own.filter((row) => row.recipientKind === 'unit' && mayAnswerFor(tx, row)) : [];
  const ours = tx.actor.principals.includes(letter.unitId);
  const signing = (await signingState(tx, letterSubject(id))) ?? null;
  const ended = signing === null || signing.state === 'refused' || signing.state === 'withdrawn';
  const maySeeReceipts = ours && can(tx.actor, 'correspondence.read-register', letter.unitId);
  return ok({
    letter,
    order: await loadOrderPart(tx, letter),
    own,
    toAcknowledge: open ? own.filter((row) => row.acknowledgedAt === null && mayAnswerFor(tx, row)) : [],
    passFrom,
    mayRegister: open && can(tx.actor, 'correspondence.receive-letters') && (passFrom.length > 0 || own.some((row) => row.recipientKind === 'position')),
    people: passFrom.length > 0 ? await peopleIn(tx, await together(passFrom.map((row) => livingUnit(tx, row.recipientId, today))), today) : [],
    passed: await passedOn(tx, id, passFrom.map((row) => row.recipientId)),
    counts: maySeeReceipts && letter.recipientCount > 0 ? await receiptCounts(tx, id) : null,
    dispatches: ours && letter.body?.content.fields?.outside ? await dispatchesOf(tx, id) : [],
    signing,
    mayAskSignature: ended && canBeSigned(letter) && mayAsk(tx, letter),
    mayRecall: ours && letter.state === 'issued' && can(tx.actor, 'correspondence.recall', letter.unitId),
  });
}
