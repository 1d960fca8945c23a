// Books of a year: made by one press, opened, sent for signature.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { signedFile, signingHref, signingState, type SubjectState } from '../../../../signatures/index.ts';
import { readYear, yearParams, type ScoredYear } from '../../../scores/load.ts';
import { messages as scores } from '../../../scores/messages.ts';
import { ScoreTabs, scoreText } from '../../../scores/shown.tsx';
import { keepsCycle } from '../../../store/cycles.ts';
import { bookType } from '../../make-book-job.ts';
import { messages } from '../../messages.ts';
import { bookById, booksOf, type Book } from '../../store/books.ts';
import { makeBookForm } from './forms.ts';

export interface ShownBook {
  readonly book: Book;
  readonly signing: SubjectState | undefined;
}

export interface BooksData {
  readonly scored: ScoredYear;
  readonly books: readonly ShownBook[];
  readonly keeps: boolean;
}

export const bookParams = yearParams.extend({ book: z.coerce.number().int().positive().max(2_147_483_647) });
export const booksHref = (year: number): string => `/performance/${year}/book`;

export const booksPage = definePage({
  path: '/performance/:year/book',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services, actor }) {
    const scored = await readYear(tx, params.year, services);
    if (!scored) return notFound(scores.words('noYear'));
    const { cycle } = scored.sheet;
    const books: ShownBook[] = [];
    for (const book of await booksOf(tx, cycle.id)) books.push({ book, signing: await signingState(tx, { type: bookType, id: book.id }) });
    const data: BooksData = { scored, books, keeps: keepsCycle(actor, cycle) };
    return ok(data);
  },
  title: ({ scored }, ui) => ui.text(messages.words('title', { year: scored.year })),
  view: BooksView,
});

const marks: Readonly<Record<Book['state'], StateKind>> = { asked: 'wait', done: 'done', failed: 'late' };
const signingMarks: Readonly<Record<SubjectState['state'], StateKind>> = { open: 'wait', complete: 'done', refused: 'late', withdrawn: 'void' };

/** What can be done with a book: open it or its signed form, send it for signature, follow the signing. */
function Doings({ shown: { book, signing }, year, keeps, ui }: { shown: ShownBook; year: number; keeps: boolean; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (book.state !== 'done') return book.whyFailed ? <span class="quiet small">{book.whyFailed}</span> : null;
  const href = `${booksHref(year)}/${book.id}`;
  const mayAsk = keeps && (!signing || signing.state === 'refused' || signing.state === 'withdrawn');
  return (
    <div class="cluster">
      <a href={`${href}/file`}>{t(signing?.state === 'complete' ? 'openSigned' : 'open')}</a>
      {signing ? <a href={signingHref(signing.requestId)}>{t('follow')}</a> : null}
      {mayAsk ? <ActionButton ui={ui} action={`${href}/sign`} kind="quiet">{t('sign')}</ActionButton> : null}
    </div>
  );
}

function BooksView({ scored, books, keeps }: BooksData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { year, sheet, months } = scored;
  const missing = sheet.total?.missing.length ?? 0;
  const form = { ui, action: booksHref(year), form: makeBookForm };
  const state = ({ book, signing }: ShownBook) => (signing ? <StateMark kind={signingMarks[signing.state]}>{t(`signing.${signing.state}`)}</StateMark> : <StateMark kind={marks[book.state]}>{t(`state.${book.state}`)}</StateMark>);
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[{ label: scores.in(ui.lang)('module'), href: `/performance/${year}` }, { label: t('tab') }]} />
      <ScoreTabs ui={ui} year={year} at="/book" />
      {keeps ? (
        <Section title={t('make')}>
          {missing > 0 ? <Notice kind="warn">{t('missingWarning', { count: missing })}</Notice> : null}
          <ActionForm {...form} class="form">
            <FormField {...form} name="month" as="select" value={String(months.at(-1) ?? 12)} options={months.map((month) => ({ value: String(month), label: t('monthOption', { month }) }))} />
            <ButtonRow><Button kind="main">{t('make')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      <Table caption={t('books')} captionHidden rows={books} rowKey={({ book }) => String(book.id)} empty={<EmptyState title={t('none')}>{keeps ? t('noneText') : undefined}</EmptyState>}
        columns={[
          { key: 'when', head: t('when'), kind: 'main', cell: ({ book }) => momentWords(ui.lang, book.madeAt ?? book.askedAt) },
          { key: 'month', head: t('month'), kind: 'nowrap', cell: ({ book }) => t('monthOption', { month: book.month }) },
          { key: 'total', head: t('total'), kind: 'nowrap', cell: ({ book }) => (book.total === null ? (book.missing ? t('openTotal', { count: book.missing }) : '–') : scoreText(sheet, book.total)) },
          { key: 'pages', head: t('pages'), kind: 'num', cell: ({ book }) => book.pages ?? '–' },
          { key: 'by', head: t('by'), cell: ({ book }) => book.askedByName },
          { key: 'state', head: t('state'), kind: 'nowrap', cell: state },
          { key: 'do', head: '', cell: (shown) => <Doings shown={shown} year={year} keeps={keeps} ui={ui} /> },
        ]} />
      {keeps && books.some(({ book }) => book.state === 'done') ? <p class="quiet small">{t('signTitle')}: {t('signText')}</p> : null}
    </div>
  );
}

/** The book as a PDF; the signed one as soon as everybody signed. */
export const bookFile = defineDownload({
  path: '/performance/:year/book/:book/file',
  permission: 'performance.read',
  params: bookParams,
  async load(tx, { params, services }) {
    const book = await bookById(tx, params.book);
    const scored = await readYear(tx, params.year, services);
    if (!book || !scored || book.cycleId !== scored.sheet.cycle.id || book.fileHash === null) return notFound();
    const signed = await signedFile(tx, { type: bookType, id: book.id });
    const hash = signed?.hash ?? book.fileHash;
    return ok({
      body: await services.files.get(hash), contentType: 'application/pdf', fileName: `${messages.words('fileName', { year: params.year, month: book.month }).th}.pdf`, disposition: 'inline' as const, etag: hash,
    });
  },
});
