import { z } from 'zod';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { Book } from '../../domain/kinds.ts';
import { bookName, incomingBooks } from '../../domain/register-columns.ts';
import type { IncomingBook } from '../../domain/register-columns.ts';
import { senderOn } from '../../office.ts';
import { bookOf } from '../../store/drafts.ts';
import { incomingStates, startIncomingAt } from '../../store/incoming-series.ts';
import { circularsIn, lastNumber, startSeriesAt } from '../../store/numbers.ts';
import { setCircularSeries } from '../../store/settings.ts';
import { circularSeriesForm, startForm } from './form.ts';
import { messages } from './messages.ts';
import { unitSeriesPage } from './page.tsx';

const common = { permission: 'correspondence.set-series', params: z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) }), page: unitSeriesPage } as const;
const subjectOf = (unit: number) => ({ type: 'correspondence.series', id: unit });

/** How circulars are numbered from a year on; never for a year in which some were issued already. */
export const circularSeriesAction = defineAction({
  ...common,
  path: '/number-series/:unit',
  form: circularSeriesForm,
  async run(tx, { params, input, services }) {
    const today = services.clock.today();
    if (!(await senderOn(tx, params.unit, today))) return notFound();
    const thisYear = calendarYear(localDate(today));
    if (input.fromYear < thisYear) return fail('PAST_YEAR', messages.words('pastYear'), { fields: { fromYear: messages.words('pastYear') } });
    const before = await bookOf(tx, params.unit, true, input.fromYear);
    const after = input.circularSeries === 'shared' ? 'outgoing' : 'circular';
    if (before !== after && (await circularsIn(tx, params.unit, input.fromYear)) > 0) {
      const words = messages.words('alreadyUsed', { year: input.fromYear, next: input.fromYear + 1 });
      return fail('ALREADY_USED', words, { fields: { fromYear: words } });
    }
    await setCircularSeries(tx, params.unit, input.fromYear, input.circularSeries, input.reason, services.clock.now());
    return ok({
      audit: { action: 'correspondence.circular-series-set', subject: subjectOf(params.unit), unitId: params.unit, detail: { series: input.circularSeries, fromYear: input.fromYear, reason: input.reason } },
      goTo: `/number-series/${params.unit}`,
      flash: messages.words('saved'),
    });
  },
});

/** Lets a book go on at a number; the last number where one from there on is taken. */
async function startAt(tx: Tx, unitId: number, book: Book | IncomingBook, year: number, next: number, reason: string, at: Date): Promise<{ taken?: number }> {
  const received = incomingBooks.find((one) => one === book);
  if (received) {
    if (await startIncomingAt(tx, unitId, received, year, next, reason, at)) return {};
    return { taken: (await incomingStates(tx, unitId, year)).find((one) => one.book === received)?.last ?? 0 };
  }
  const sent = book as Book;
  return (await startSeriesAt(tx, unitId, sent, year, next, reason, at)) ? {} : { taken: await lastNumber(tx, unitId, sent, year) };
}

/** The next number of a book in this calendar year, sent or received: only forward, with the reason on record. */
export const startSeriesAction = defineAction({
  ...common,
  path: '/number-series/:unit/start',
  form: startForm,
  async run(tx, { params, input, services }) {
    const today = services.clock.today();
    if (!(await senderOn(tx, params.unit, today))) return notFound();
    const year = calendarYear(localDate(today));
    const { taken } = await startAt(tx, params.unit, input.book, year, input.next, input.reason, services.clock.now());
    if (taken !== undefined) {
      const words = messages.words('notForward', { last: taken, after: taken + 1 });
      return fail('NOT_FORWARD', words, { fields: { next: words } });
    }
    return ok({
      audit: { action: 'correspondence.series-started', subject: subjectOf(params.unit), unitId: params.unit, detail: { book: input.book, year, next: input.next, reason: input.reason } },
      goTo: `/number-series/${params.unit}`,
      flash: { th: messages.in('th')('started', { book: bookName(input.book), next: input.next }), en: messages.in('en')('started', { book: bookName(input.book, 'en'), next: input.next }) },
    });
  },
});
