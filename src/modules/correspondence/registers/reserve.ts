// Reserving numbers, using them, letting them expire, and entries made by hand for letters that were not written here.
import { z } from 'zod';
import { can, standsFor } from '../../../platform/access/actor.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { defineJob, setTimer } from '../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { addDays, calendarYear, endOfDay, localDate } from '../../../thai/index.ts';
import type { Book } from '../domain/kinds.ts';
import { isCircularReference, referenceFrame } from '../domain/reference.ts';
import type { IssueServices } from '../issue.ts';
import { messages as shared } from '../messages.ts';
import { senderOn } from '../office.ts';
import { longestReservationDays, reservationDays } from './settings.ts';
import { bookOf } from '../store/drafts.ts';
import type { TakenNumber } from '../store/numbers.ts';
import { expireReserved, findReserved, giveUpReserved, reserveNumbers, takeNumberFor } from '../store/reserved.ts';
import { numberMessages as messages } from './messages.ts';

interface Frame {
  readonly book: Book;
  readonly circular: boolean;
  readonly year: number;
  readonly from: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Book and printed form of a number of a unit on a day: the code of that day, circulars as the unit numbers them. */
async function frameOn(tx: Tx, unitId: number, asked: Book, day: string): Promise<Result<Frame>> {
  const sender = await senderOn(tx, unitId, day);
  if (!sender) return fail('NO_SUCH_UNIT', shared.words('noSuchUnit'));
  const year = calendarYear(localDate(day));
  const circular = asked === 'circular';
  const book = circular ? await bookOf(tx, unitId, true, year) : asked;
  const carriesCode = book === 'outgoing' || book === 'circular' || book === 'secret';
  if (carriesCode && sender.code === undefined) return fail('NO_LETTER_CODE', shared.words('noLetterCode', { unit: sender.name }));
  return ok({ book, circular, year, from: sender.abbreviation, ...referenceFrame(book, circular, sender.code ?? '', year) });
}

const subject = (entryId: number) => ({ type: 'correspondence.register-entry', id: entryId });
const mine = (tx: Tx, unitId: number): boolean => standsFor(tx.actor, unitId);

export interface ReserveOrder {
  readonly unitId: number;
  readonly book: Book;
  readonly count: number;
  readonly reason: string;
  /** Last day on which the numbers may be used; by the setting when left out. */
  readonly until?: string | undefined;
}

/** Reserves the next numbers of a book. Fails with NOT_FOUND, NO_SUCH_UNIT, NO_LETTER_CODE or RESERVED_TOO_LONG. */
export async function reserve(tx: Tx, services: IssueServices, order: ReserveOrder): Promise<Result<{ taken: TakenNumber[]; audit: AuditEntry }>> {
  if (!mine(tx, order.unitId)) return notFound();
  const today = services.clock.today();
  const frame = await frameOn(tx, order.unitId, order.book, today);
  if (!frame.ok) return frame;
  const longest = addDays(localDate(today), await readSetting(tx, longestReservationDays));
  const usual = addDays(localDate(today), await readSetting(tx, reservationDays));
  const day = localDate(order.until ?? (usual < longest ? usual : longest));
  if (day < today || day > longest) {
    const words = messages.words('untilRange', { days: await readSetting(tx, longestReservationDays) });
    return fail('RESERVED_TOO_LONG', words, { fields: { until: words } });
  }
  const until = endOfDay(day);
  await setTimer(tx, expireNumbers, {}, until, { key: `correspondence.expire-numbers:${until.toISOString()}` });
  const { book, year, from, prefix, suffix } = frame.value;
  const taken = await reserveNumbers(tx, {
    unitId: order.unitId, book, year, letterDate: today, from, at: services.clock.now(), frame: { prefix, suffix },
    count: order.count, reason: order.reason, until,
  });
  return ok({
    taken,
    audit: {
      action: 'correspondence.numbers-reserved', subject: subject(taken[0]?.entryId ?? 0), unitId: order.unitId,
      detail: { book, year, numbers: taken.map((one) => one.number), until: day, reason: order.reason },
    },
  });
}

/** What is written into the register for a letter that was made outside Krom. */
export interface HandEntry {
  readonly to: string;
  readonly subject: string;
  readonly action?: string | undefined;
  readonly remark?: string | undefined;
}

export interface EnterOrder extends HandEntry {
  readonly unitId: number;
  readonly book: Book;
  /** The letter's day; a day before today is back-dating. */
  readonly letterDate: string;
  readonly backDateReason?: string | undefined;
}

/**
 * Takes the next number for a letter made outside. A day before today needs a permission of its own and a reason, and
 * still takes the next number: never one before a number that was given or reserved already. Days to come and years
 * that are over are refused: their registers are closed.
 */
export async function enterNumber(tx: Tx, services: IssueServices, order: EnterOrder): Promise<Result<{ taken: TakenNumber; audit: AuditEntry }>> {
  if (!mine(tx, order.unitId)) return notFound();
  const today = services.clock.today();
  const refused = (code: string, key: 'futureDay' | 'otherYear' | 'mayNotBackDate') => fail(code, messages.words(key), { fields: { letterDate: messages.words(key) } });
  if (order.letterDate > today) return refused('FUTURE_DAY', 'futureDay');
  const year = calendarYear(localDate(order.letterDate));
  if (year !== calendarYear(localDate(today))) return refused('OTHER_YEAR', 'otherYear');
  const back = order.letterDate < today;
  if (back && !can(tx.actor, 'correspondence.back-date', order.unitId)) return refused('MAY_NOT_BACK_DATE', 'mayNotBackDate');
  if (back && !order.backDateReason) return fail('NO_BACK_DATE_REASON', messages.words('needsReason'), { fields: { backDateReason: messages.words('needsReason') } });
  const frame = await frameOn(tx, order.unitId, order.book, order.letterDate);
  if (!frame.ok) return frame;
  return written(tx, services, order, frame.value, { unitId: order.unitId, letterDate: order.letterDate, ...(back ? { backDateReason: order.backDateReason } : {}) });
}

/** Uses a reserved number for a letter made outside; it bears the day of the reservation, which is no back-dating. */
export async function enterReserved(tx: Tx, services: IssueServices, entryId: number, entry: HandEntry): Promise<Result<{ taken: TakenNumber; audit: AuditEntry }>> {
  const found = await findReserved(tx, entryId, true);
  if (!found) return notFound();
  const circular = found.book === 'circular' || isCircularReference(found.reference);
  const frame = await frameOn(tx, found.unitId, circular ? 'circular' : found.book, found.letterDate);
  if (!frame.ok) return frame;
  return written(tx, services, entry, frame.value, { unitId: found.unitId, letterDate: found.letterDate, reservedEntryId: entryId });
}

async function written(
  tx: Tx, services: IssueServices, entry: HandEntry, frame: Frame,
  place: { unitId: number; letterDate: string; backDateReason?: string | undefined; reservedEntryId?: number },
): Promise<Result<{ taken: TakenNumber; audit: AuditEntry }>> {
  const restricted = frame.book === 'secret';
  const taken = await takeNumberFor(tx, {
    reservedEntryId: place.reservedEntryId, unitId: place.unitId, book: frame.book, year: frame.year, frame, circular: frame.circular,
    restricted, readers: restricted ? [tx.actor.id] : [], letterDate: place.letterDate, from: frame.from, to: entry.to, subject: entry.subject,
    action: entry.action ?? '', remark: entry.remark ?? '', subjectType: 'correspondence.outside-letter', subjectId: null, href: null,
    at: services.clock.now(), ...(place.backDateReason === undefined ? {} : { backDateReason: place.backDateReason }),
  });
  if (!taken) return fail('NOT_RESERVED', shared.words('notReserved'), { status: 409 });
  const how = place.reservedEntryId !== undefined ? 'reserved' : place.backDateReason === undefined ? 'today' : 'back-dated';
  return ok({
    taken,
    audit: {
      action: how === 'back-dated' ? 'correspondence.number-back-dated' : 'correspondence.number-entered', subject: subject(taken.entryId), unitId: place.unitId,
      detail: { reference: taken.reference, book: frame.book, dated: place.letterDate, how, ...(place.backDateReason === undefined ? {} : { reason: place.backDateReason }) },
    },
  });
}

/** Gives a reserved number up before its time. */
export async function giveUp(tx: Tx, services: IssueServices, entryId: number, reason: string): Promise<Result<{ unitId: number; audit: AuditEntry }>> {
  const found = await findReserved(tx, entryId, true);
  if (!found || !(await giveUpReserved(tx, entryId, reason, services.clock.now()))) return notFound();
  return ok({ unitId: found.unitId, audit: { action: 'correspondence.reservation-given-up', subject: subject(entryId), unitId: found.unitId, detail: { reference: found.reference, reason } } });
}

/** When the time of reserved numbers is over: they become void and stay in the list of void numbers. */
export const expireNumbers = defineJob({
  name: 'correspondence.expire-numbers',
  title: messages.words('jobExpire'),
  payload: z.object({}),
  async run(_payload, { services, write }) {
    await write(async (tx) => {
      const expired = await expireReserved(tx, messages.in('th')('expired'), services.clock.now());
      return {
        value: expired.length,
        audit: expired.map((one) => ({ action: 'correspondence.reservation-expired', subject: subject(one.entryId), unitId: one.unitId, detail: { reference: one.reference } })),
      };
    });
  },
});
