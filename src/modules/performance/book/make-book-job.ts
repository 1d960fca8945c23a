// The book is made behind the scenes: gathering and setting it takes seconds.
import { z } from 'zod';
import { defineJob, type AnyJob } from '../../../platform/jobs/jobs.ts';
import { GiveUpError } from '../../../platform/jobs/task-list.ts';
import type { CollectingHouse } from '../collecting/house.ts';
import { cycleById } from '../store/cycles.ts';
import { gatherBook } from './content.ts';
import { messages } from './messages.ts';
import { bookById, failBook, finishBook } from './store/books.ts';

/** Failures that trying again cannot mend. */
const hopeless = new Set(['RENDERER_UNAVAILABLE', 'DOCUMENT_INVALID', 'DOCUMENT_TOO_LARGE', 'CHARACTER_NOT_PRINTABLE']);
export const bookType = 'performance.book';

export const makeBookJob = (house: CollectingHouse) => defineJob({
  name: 'performance.make-book',
  title: messages.words('job'),
  payload: z.object({ bookId: z.int().positive() }),
  attempts: 5,
  async run({ bookId }, { services, read, write, lastAttempt }) {
    const { clock, files, paper } = services;
    const asked = await read((tx) => bookById(tx, bookId));
    if (!asked) throw new GiveUpError(`book ${bookId} is not there`);
    if (asked.state === 'done') return;
    const now = clock.now();
    const { document, sheet } = await read(async (tx) => {
      const cycle = await cycleById(tx, asked.cycleId);
      if (!cycle) throw new GiveUpError(`cycle ${asked.cycleId} is not there`);
      return gatherBook(tx, cycle, asked.month, house, clock.today());
    });
    const made = await paper.renderPdf(document, { createdAt: now });
    if (!made.ok) {
      const over = hopeless.has(made.code);
      if (over || lastAttempt) await write(async (tx) => ({ value: await failBook(tx, bookId, made.message.th), audit: [] }));
      throw over ? new GiveUpError(`${made.code}: ${made.message.en}`) : new Error(`${made.code}: ${made.message.en}`);
    }
    const { hash, size } = await files.put(made.value.pdf);
    const total = sheet.total?.shown ?? null;
    const missing = sheet.total?.missing.length ?? sheet.lines.length;
    await write(async (tx) => {
      const first = await finishBook(tx, bookId, { hash, size, pages: made.value.pages, total, missing }, clock.now());
      return {
        value: first,
        audit: first ? [{ action: 'performance.book-made', subject: { type: bookType, id: bookId }, unitId: sheet.cycle.keeperUnitId, detail: { year: sheet.cycle.fiscalYear, month: asked.month, hash, pages: made.value.pages, missing } }] : [],
      };
    });
  },
}) satisfies AnyJob;
