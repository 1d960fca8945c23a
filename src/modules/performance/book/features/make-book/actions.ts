import { defineAction } from '../../../../../platform/http/define.ts';
import { emptyForm } from '../../../../../platform/forms/form.ts';
import { enqueue } from '../../../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { headPositionOf } from '../../../../organisation/index.ts';
import { openSigningRequest } from '../../../../signatures/index.ts';
import { editionById } from '../../../store/framework-editions.ts';
import { cycleOfYear, keepsCycle } from '../../../store/cycles.ts';
import { yearParams } from '../../../scores/load.ts';
import { bookType, type makeBookJob } from '../../make-book-job.ts';
import { messages } from '../../messages.ts';
import { askForBook, bookById } from '../../store/books.ts';
import { makeBookForm } from './forms.ts';
import { bookParams, booksHref, booksPage } from './page.tsx';

/** Asks for the book; the job makes it. */
export const makeBookAction = (job: ReturnType<typeof makeBookJob>) => defineAction({
  path: '/performance/:year/book',
  permission: 'performance.keep',
  params: yearParams,
  form: makeBookForm,
  page: booksPage,
  async run(tx, { params, input, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    if (!cycle || !keepsCycle(actor, cycle)) return notFound();
    const month = Number(input.month);
    const rounds = (await editionById(tx, cycle.frameworkId))?.content.rounds ?? [12];
    if (!rounds.includes(month)) return fail('BAD_MONTH', messages.words('badMonth'), { fields: { month: messages.words('badMonth') } });
    const bookId = await askForBook(tx, cycle.id, month, services.clock.now());
    await enqueue(tx, job, { bookId });
    return ok({
      audit: { action: 'performance.book-asked', subject: { type: bookType, id: bookId }, unitId: cycle.keeperUnitId, detail: { year: params.year, month } },
      goTo: booksHref(params.year), flash: messages.words('asked'),
    });
  },
});

/** Opens the signing of a book: the head of the secretariat approves, then the head of the department signs with a certificate. */
export const signBookAction = defineAction({
  path: '/performance/:year/book/:book/sign',
  permission: 'performance.keep',
  params: bookParams,
  form: emptyForm,
  page: booksPage,
  async run(tx, { params, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    const book = cycle && keepsCycle(actor, cycle) ? await bookById(tx, params.book) : undefined;
    if (!cycle || !book || book.cycleId !== cycle.id) return notFound();
    if (book.fileHash === null || book.fileSize === null) return fail('BOOK_NOT_READY', messages.words('notReady'), { status: 409 });
    const today = services.clock.today();
    const [keeper, head] = [await headPositionOf(tx, cycle.keeperUnitId, today), await headPositionOf(tx, cycle.departmentId, today)];
    if (!keeper || !head) return fail('NO_SIGNER', messages.words('noSigner'), { status: 409 });
    const done = await openSigningRequest(tx, services, {
      subject: { type: bookType, id: book.id, href: booksHref(params.year), title: messages.words('signedTitle', { year: params.year }).th },
      fileHash: book.fileHash, fileSize: book.fileSize, fileName: `${messages.words('fileName', { year: params.year, month: book.month }).th}.pdf`, unitId: cycle.keeperUnitId,
      steps: [[{ kind: 'approve', positionId: keeper.id, label: keeper.title }], [{ kind: 'sign', positionId: head.id, label: head.title }]],
    });
    return done.ok ? ok({ audit: done.value.audit, goTo: done.value.href, flash: messages.words('sent') }) : done;
  },
});
