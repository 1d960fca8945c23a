/**
 * The public door of correspondence: the only file that other modules may import. Numbers of letters, orders,
 * announcements and certificates are taken here and nowhere else.
 */
import type { Tx } from '../../platform/db/database.ts';
import type { Result } from '../../platform/result.ts';
import { issueNewLetter } from './issue.ts';
import type { Issued, IssueServices, SignedBy } from './issue.ts';
import type { Addressee, Enclosure, NewLetter, Paragraph } from './domain/letter.ts';
import type { Secrecy, Urgency } from './domain/kinds.ts';

/** What another module says when it sends a letter. Days are `YYYY-MM-DD`, digits of either kind. */
export interface LetterOrder {
  readonly fromUnitId: number;
  /** Position in whose name it is signed; checked on the day (own, acting or delegated). */
  readonly signerPositionId: number;
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  readonly addressees: readonly Addressee[];
  /** Printed after เรียน; made from the labels of the addressees when left out. */
  readonly toText?: string;
  readonly salutation?: string;
  readonly urgency?: Urgency;
  readonly secrecy?: Secrecy;
  readonly respondBy?: string;
  readonly enclosures?: readonly Enclosure[];
  /** A page of the house where recipients answer: shown as the usual next step beside the letter. */
  readonly reply?: { readonly href: string; readonly label: string };
  /** The record that causes the letter: `{type: 'meetings.meeting', id}`. */
  readonly source?: { readonly type: string; readonly id: number };
  /** Words that must not be broken over two lines in print. */
  readonly keep?: readonly string[];
  /** Left out: the actor signs, here and now. Somebody else: signed on paper, which only a records clerk may record. */
  readonly signedBy?: SignedBy;
}

function newLetter(order: LetterOrder, circular: boolean, replaces: NewLetter['replaces'] = null): NewLetter {
  return {
    kind: 'internal', subKind: 'memo', circular,
    fromUnitId: order.fromUnitId,
    signerPositionId: order.signerPositionId,
    subject: order.subject,
    content: { paragraphs: [...order.paragraphs], ...(order.keep ? { keep: [...order.keep] } : {}) },
    enclosures: order.enclosures ?? [],
    addressees: order.addressees,
    toText: order.toText ?? '',
    salutation: order.salutation ?? 'เรียน',
    urgency: order.urgency ?? 'ordinary',
    secrecy: order.secrecy ?? 'none',
    respondBy: order.respondBy ?? null,
    reply: order.reply ?? null,
    source: order.source ?? null,
    replaces,
  };
}

/**
 * Sends a circular (ว) in the caller's own transaction: authority, recipients, jobs and, last, the number. On a failure
 * nothing may be committed: hand it back from the action (or use `orFail`). Put `audit` of the answer into the action's
 * outcome. Failures: NO_SUCH_UNIT, NO_LETTER_CODE, NOT_THE_SIGNER, NO_ADDRESSEE, EMPTY_LETTER, TOO_SECRET.
 */
export function issueCircular(tx: Tx, services: IssueServices, order: LetterOrder): Promise<Result<Issued>> {
  return issueNewLetter(tx, services, newLetter(order, true), order.signedBy);
}

/** Sends a memo with an ordinary number (an invitation to a meeting): as `issueCircular`, and may have no addressee in the house. */
export function issueLetter(tx: Tx, services: IssueServices, order: LetterOrder): Promise<Result<Issued>> {
  return issueNewLetter(tx, services, newLetter(order, false), order.signedBy);
}

/** Sends a circular that replaces an earlier one; both point to each other, and who received the old one is told. */
export function correctCircular(tx: Tx, services: IssueServices, oldLetterId: number, reason: string, order: LetterOrder): Promise<Result<Issued>> {
  return issueNewLetter(tx, services, newLetter(order, true, { letterId: oldLetterId, reason }), order.signedBy);
}

export { incomingHref, letterHref } from './href.ts';
export type { Issued, IssueFailure, IssueServices, SignedBy } from './issue.ts';
export { correctLetter, recallLetter, voidLetter } from './fate.ts';
export { findLetter as letterForActor, type Letter } from './store/letters.ts';
export { receiptCounts, receiptsOf as recipientsOf, type Receipt, type ReceiptCounts } from './store/recipients.ts';
export { publicDocument as findPublicDocument, type PublicDocument } from './store/fate.ts';
export { receivedRegister, type ReceivedRegisterFilter, type ReceivedRegisterRow } from './store/received-lists.ts';
export { visibleReceived } from './store/received.ts';
export { medianHoursToOrder } from './received/measures.ts';
export { takeRegisterNumber, type RegisterOrder } from './registers/register.ts';
export { addressedUnits } from './office.ts';
export { printedReference } from './domain/reference.ts';
export { urgencyStamps, type AddresseeKind, type Book, type Secrecy, type Urgency } from './domain/kinds.ts';
export type { Addressee, Enclosure, NewLetter, Paragraph } from './domain/letter.ts';
export { verifyPackage, type PackageReport } from './registers/verify-register.ts';
export { againstHouse } from './registers/verify-against.ts';
