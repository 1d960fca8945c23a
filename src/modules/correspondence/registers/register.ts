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
import { findReserved, takeNumberFor } from '../store/reserved.ts';
import type { TakenNumber } from '../store/numbers.ts';

/** A document that takes a number. The number exists exactly if the caller's transaction does, or was reserved before. */
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
  /** A number that was reserved for it in the same book: the document bears the day on which it was taken. */
  readonly reservedEntryId?: number;
}

/**
 * Takes a number of a book for a record of another module: the next one, dated today, or one that was reserved. The last
 * thing that a transaction does. Failures: NO_SUCH_UNIT; for letters NO_LETTER_CODE; NOT_RESERVED where the reserved
 * number was used, given up or has expired meanwhile, or is one of another unit or book.
 */
export async function takeRegisterNumber(tx: Tx, services: IssueServices, order: RegisterOrder): Promise<Result<TakenNumber>> {
  const { reservedEntryId } = order;
  const notReserved = () => fail('NOT_RESERVED', messages.words('notReserved'), { status: 409 });
  const reserved = reservedEntryId === undefined ? undefined : await findReserved(tx, reservedEntryId, true);
  if (reservedEntryId !== undefined && !reserved) return notReserved();
  const letterDate = reserved?.letterDate ?? services.clock.today();
  const sender = await senderOn(tx, order.unitId, letterDate);
  if (!sender || (reserved && !(await senderOn(tx, order.unitId, services.clock.today())))) return fail('NO_SUCH_UNIT', messages.words('noSuchUnit'));
  const year = calendarYear(localDate(letterDate));
  const carriesCode = order.book === 'outgoing' || order.book === 'secret';
  if (carriesCode && sender.code === undefined) return fail('NO_LETTER_CODE', messages.words('noLetterCode', { unit: sender.name }));
  const taken = await takeNumberFor(tx, {
    reservedEntryId, unitId: order.unitId, book: order.book, year, letterDate, circular: false,
    frame: referenceFrame(order.book, false, sender.code ?? '', year),
    restricted: order.restrictedTo !== undefined,
    readers: order.restrictedTo ?? [],
    from: sender.abbreviation, to: order.to, subject: order.subject, action: order.action ?? '', remark: order.remark ?? '',
    subjectType: order.record.type, subjectId: order.record.id, href: order.record.href, at: services.clock.now(),
  });
  return taken ? ok(taken) : notReserved();
}
