// Numbers for documents that other modules make: orders, announcements, certificates, letters on paper.
import type { Tx } from '../../../platform/db/database.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { calendarYear, localDate } from '../../../thai/index.ts';
import type { Book } from '../domain/kinds.ts';
import { referenceFrame } from '../domain/reference.ts';
import { messages } from '../messages.ts';
import { senderOn } from '../office.ts';
import type { IssueServices } from '../issue.ts';
import { takeNextNumber } from '../store/numbers.ts';
import type { TakenNumber } from '../store/numbers.ts';

/** A document that takes a number. Nothing is reserved: the number exists exactly if the caller's transaction does. */
export interface RegisterOrder {
  readonly unitId: number;
  readonly book: Exclude<Book, 'circular'>;
  readonly subject: string;
  readonly to: string;
  /** The record that the number is for. */
  readonly record: { readonly type: string; readonly id: number; readonly href: string };
  readonly action?: string;
  readonly remark?: string;
  /** Restricts the register row to these party ids and system work. */
  readonly restrictedTo?: readonly number[];
}

/**
 * Takes the next number of a book for a record of another module, dated today. The last thing that a transaction does.
 * Fails with NO_SUCH_UNIT or, for letters, NO_LETTER_CODE.
 */
export async function takeRegisterNumber(tx: Tx, services: IssueServices, order: RegisterOrder): Promise<Result<TakenNumber>> {
  const letterDate = services.clock.today();
  const sender = await senderOn(tx, order.unitId, letterDate);
  if (!sender) return fail('NO_SUCH_UNIT', messages.words('noSuchUnit'));
  const year = calendarYear(localDate(letterDate));
  const carriesCode = order.book === 'outgoing' || order.book === 'secret';
  if (carriesCode && sender.code === undefined) return fail('NO_LETTER_CODE', messages.words('noLetterCode', { unit: sender.name }));
  return ok(
    await takeNextNumber(tx, {
      unitId: order.unitId, book: order.book, year, letterDate, circular: false,
      frame: referenceFrame(order.book, false, sender.code ?? '', year),
      restricted: order.restrictedTo !== undefined,
      readers: order.restrictedTo ?? [],
      from: sender.abbreviation, to: order.to, subject: order.subject, action: order.action ?? '', remark: order.remark ?? '',
      subjectType: order.record.type, subjectId: order.record.id, href: order.record.href, at: services.clock.now(),
    }),
  );
}
