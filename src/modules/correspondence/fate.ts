// What can still happen to an issued letter: taken back, replaced, or its number voided.
import type { AuditEntry } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import type { NewLetter } from './domain/letter.ts';
import { issueNewLetter } from './issue.ts';
import type { Issued, IssueServices, SignedBy } from './issue.ts';
import { announceLetter } from './jobs.ts';
import { messages } from './messages.ts';
import { letterSubject } from './signing.ts';
import { withdrawSigning } from '../signatures/index.ts';
import { messages as signMessages } from './features/sign-letter/messages.ts';
import { lockIssued, markRecalled, markVoid } from './store/fate.ts';
import { voidEntry } from './store/numbers.ts';

/**
 * Takes an issued letter back, whether or not somebody opened it. Recipients keep its line with the reason; from now on
 * only the sender's unit reads its words. Fails with NOT_FOUND for a letter that is not of the actor's unit.
 */
export async function recallLetter(tx: Tx, services: IssueServices, letterId: number, reason: string): Promise<Result<{ audit: AuditEntry }>> {
  const letter = await lockIssued(tx, letterId);
  if (!letter) return notFound();
  if (letter.state !== 'issued') return fail('NOT_ISSUED', messages.words('notIssued'), { status: 409 });
  await markRecalled(tx, letter, reason, messages.words('registerRecalled', { reason }).th, services.clock.now());
  await withdrawSigning(tx, services, letterSubject(letterId), signMessages.words('withdrawnWith', { reason }).th);
  await enqueue(tx, announceLetter, { letterId, what: 'recalled' });
  return ok({
    audit: {
      action: 'correspondence.letter-recalled',
      subject: { type: 'correspondence.letter', id: letterId },
      unitId: letter.unitId,
      detail: { reference: letter.reference, reason, openedBefore: letter.opened, recipients: letter.recipients },
    },
  });
}

/** Issues a letter in the place of an issued or recalled one; both point to each other and the old recipients are told. */
export function correctLetter(tx: Tx, services: IssueServices, oldLetterId: number, reason: string, letter: Omit<NewLetter, 'replaces'>, signedBy?: SignedBy): Promise<Result<Issued>> {
  return issueNewLetter(tx, services, { ...letter, replaces: { letterId: oldLetterId, reason } }, signedBy);
}

/**
 * Voids a letter that nobody has opened, with its number: the register keeps the row and the reason, the number is never
 * given again. A letter that was opened can only be recalled.
 */
export async function voidLetter(tx: Tx, services: IssueServices, letterId: number, reason: string): Promise<Result<{ audit: AuditEntry }>> {
  const letter = await lockIssued(tx, letterId);
  if (!letter) return notFound();
  if (letter.state !== 'issued') return fail('NOT_ISSUED', messages.words('notIssued'), { status: 409 });
  // Regulations, news and the like have no number to void: they are recalled.
  if (letter.entryId === 0) return fail('NO_NUMBER', messages.words('noNumberToVoid'), { status: 409 });
  if (letter.opened > 0) return fail('ALREADY_OPENED', messages.words('alreadyOpened', { count: letter.opened }), { status: 409 });
  await withdrawSigning(tx, services, letterSubject(letterId), signMessages.words('withdrawnWith', { reason }).th);
  await markVoid(tx, letterId);
  await voidEntry(tx, letter.entryId, reason, services.clock.now());
  return ok({
    audit: {
      action: 'correspondence.letter-voided',
      subject: { type: 'correspondence.letter', id: letterId },
      unitId: letter.unitId,
      detail: { reference: letter.reference, reason },
    },
  });
}
