import { z } from 'zod';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../../platform/result.ts';
import { addTerm, addTerms, changeTerm, findTerm, namesOf, readTerm, removeTerm, type TermKind } from '../../../../platform/search/terms.ts';
import { importForm, removeForm, sameForm, wordForm } from './forms.ts';
import { messages } from './messages.ts';
import { readTerms } from './csv.ts';
import { editWordsPage, wordsAddress, wordsPage, wordsPermission } from './page.tsx';

const params = z.object({ id: z.coerce.number().int().positive() });
const subject = (id: number | null) => ({ type: 'platform.search-term', id });
const atField = (failure: Failure, field: string): Failure => fail(failure.code, failure.message, { fields: { [field]: failure.message } });

async function add(tx: Tx, kind: TermKind, typed: string, note: string | undefined, now: Date): Promise<Result<ActionOutcome>> {
  const term = readTerm(kind, namesOf(typed), note ?? '');
  if (!term.ok) return atField(term, 'words');
  const added = await addTerm(tx, term.value, now);
  if (!added.ok) return atField(added, 'words');
  return ok({ audit: { action: 'system.search-term-added', subject: subject(added.value), detail: { ...term.value } }, goTo: `${wordsAddress}?kind=${kind}`, flash: messages.words('added') });
}

const common = { permission: wordsPermission, page: wordsPage };

export const addSame = defineAction({ ...common, path: `${wordsAddress}/same`, form: sameForm, run: (tx, { input, services }) => add(tx, 'same', input.words, input.note, services.clock.now()) });
export const addWord = defineAction({ ...common, path: `${wordsAddress}/word`, form: wordForm, run: (tx, { input, services }) => add(tx, 'word', input.words, input.note, services.clock.now()) });

export const changeWords = defineAction({
  path: `${wordsAddress}/:id`,
  permission: wordsPermission,
  params,
  form: sameForm,
  page: editWordsPage,
  async run(tx, { params: { id }, input, services }) {
    const before = await findTerm(tx, id);
    if (!before) return notFound();
    const term = readTerm(before.kind, namesOf(input.words), input.note ?? '');
    if (!term.ok) return atField(term, 'words');
    const changed = await changeTerm(tx, before, term.value, services.clock.now());
    if (!changed.ok) return atField(changed, 'words');
    return ok({
      audit: { action: 'system.search-term-changed', subject: subject(id), detail: { before: before.words, after: term.value.words } },
      goTo: `${wordsAddress}?kind=${before.kind}`,
      flash: messages.words('saved'),
    });
  },
});

export const removeWords = defineAction({
  path: `${wordsAddress}/:id/remove`,
  permission: wordsPermission,
  params,
  form: removeForm,
  page: editWordsPage,
  async run(tx, { params: { id }, services }) {
    const term = await findTerm(tx, id);
    if (!term) return notFound();
    await removeTerm(tx, term, services.clock.now());
    return ok({ audit: { action: 'system.search-term-removed', subject: subject(id), detail: { kind: term.kind, words: term.words } }, goTo: `${wordsAddress}?kind=${term.kind}`, flash: messages.words('removed') });
  },
});

export const importWords = defineAction({
  ...common,
  path: `${wordsAddress}/import`,
  form: importForm,
  async run(tx, { input, services }) {
    const terms = readTerms(input.rows);
    if (!terms.ok) return atField(terms, 'rows');
    const n = await addTerms(tx, terms.value, services.clock.now());
    const known = terms.value.length - n;
    return ok({ audit: { action: 'system.search-terms-imported', subject: subject(null), detail: { added: n, known } }, goTo: wordsAddress, flash: messages.words('imported', { n, known }) });
  },
});
