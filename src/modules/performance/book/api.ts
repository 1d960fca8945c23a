import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { scaledText } from '../domain/numbers.ts';
import { booksPage } from './features/make-book/page.tsx';

const n = z.int();

export const api: ModuleApi = {
  reads: [
    apiOfPage(booksPage, {
      summary: { th: 'รูปเล่มรายงานผลของปี', en: 'Books of results of a year' },
      answer: shape({ fiscalYear: n, books: list(shape({ id: n, month: n, state: oneOf(['asked', 'done', 'failed']), signing: orNull(oneOf(['open', 'complete', 'refused', 'withdrawn'])), total: orNull(z.string()), missing: orNull(n), pages: orNull(n), askedAt: instant, madeAt: orNull(instant) })) }),
      of: ({ scored, books }) => ({
        fiscalYear: scored.year,
        books: books.map(({ book, signing }) => ({
          id: book.id, month: book.month, state: book.state, signing: signing?.state ?? null, total: book.total === null ? null : scaledText(book.total), missing: book.missing, pages: book.pages, askedAt: book.askedAt, madeAt: book.madeAt,
        })),
      }),
    }),
  ],
  writes: {
    '/performance/:year/book': { th: 'จัดทำรูปเล่มรายงานผล', en: 'Make the book of results' },
    '/performance/:year/book/:book/sign': { th: 'เสนอรูปเล่มให้ลงนาม', en: 'Send a book for signature' },
  },
  files: { '/performance/:year/book/:book/file': { th: 'รูปเล่มรายงานผล (PDF)', en: 'Book of results (PDF)' } },
};
