import { emptyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { parseTyped, type Scaled } from '../../../domain/numbers.ts';
import { readBasics, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearIdParams, yearParams } from '../../params.ts';
import { yearHref } from '../../shown.tsx';
import { addResultLine, changeResultLine, removeResultLine, resultLines, type ResultInput } from '../../store/results.ts';
import { messages } from './messages.ts';
import { editResultPage, newResultPage, resultForm } from './page.tsx';

const at = (field: string, words: Parameters<typeof fail>[1]) => fail('RESULT_REFUSED', words, { fields: { [field]: words } });
const trail = (action: string, { record }: YearBasics, detail: Readonly<Record<string, unknown>>) => ({ action, subject: { type: 'performance.pmqa-assessment', id: record.id }, unitId: record.keeperUnitId, detail });

/** What was typed, as a line; words at the first field that cannot be taken. */
function lineOf({ edition }: YearBasics, input: FormValues<typeof resultForm>): Result<ResultInput> {
  if (!edition.categories.some(({ results }) => results?.some(({ key }) => key === input.item))) return at('item', { th: 'ไม่มีหัวข้อนี้ในเกณฑ์', en: 'The criteria have no such item' });
  const values: Record<'target' | 'before' | 'last' | 'value', Scaled | null> = { target: null, before: null, last: null, value: null };
  for (const name of ['target', 'before', 'last', 'value'] as const) {
    const given = input[name];
    if (given === undefined) continue;
    const typed = parseTyped(given);
    if (!typed.ok) return at(name, shared.words('notANumber'));
    values[name] = typed.value.value;
  }
  if (input.kind === 'free' && values.target === null) return at('target', messages.words('needsTarget'));
  if (input.kind === 'free' && values.target === 0n) return at('target', messages.words('zero'));
  if (input.kind === 'ladder' && !edition.ladders.some(({ key }) => key === input.ladder)) return at('ladder', messages.words('needsLadder'));
  return ok({
    item: input.item, name: input.name, unitOfMeasure: input.unit ?? '', kind: input.kind, ladder: input.kind === 'ladder' ? (input.ladder ?? null) : null, better: input.better,
    target: input.kind === 'free' ? values.target : null, valueBefore: values.before, valueLast: values.last, value: values.value, note: input.note ?? '',
  });
}

export const addResultAction = defineAction({
  path: '/performance/pmqa/:year/results/new',
  permission: 'performance.report',
  params: yearParams,
  form: resultForm,
  page: newResultPage,
  async run(tx, { params, input, services }) {
    const basics = await readBasics(tx, params.year, services);
    if (!basics?.mayFill) return notFound();
    const line = lineOf(basics, input);
    if (!line.ok) return line;
    const id = await addResultLine(tx, basics.record.id, line.value, services.clock.now());
    return ok({ audit: trail('performance.pmqa-result-saved', basics, { result: id, item: line.value.item }), goTo: yearHref(params.year, '/results'), flash: messages.words('saved') });
  },
});

export const changeResultAction = defineAction({
  path: '/performance/pmqa/:year/results/:id',
  permission: 'performance.report',
  params: yearIdParams,
  form: resultForm,
  page: editResultPage,
  async run(tx, { params, input, services }) {
    const basics = await readBasics(tx, params.year, services);
    const before = basics?.mayFill ? (await resultLines(tx, basics.record.id)).find(({ id }) => id === params.id) : undefined;
    if (!basics || !before) return notFound();
    const line = lineOf(basics, input);
    if (!line.ok) return line;
    if (!(await changeResultLine(tx, { id: before.id, rev: input.rev }, line.value, services.clock.now()))) return fail('CHANGED_MEANWHILE', shared.words('stale'), { status: 409 });
    return ok({ audit: trail('performance.pmqa-result-saved', basics, { result: before.id, item: line.value.item }), goTo: yearHref(params.year, '/results'), flash: messages.words('saved') });
  },
});

export const removeResultAction = defineAction({
  path: '/performance/pmqa/:year/results/:id/remove',
  permission: 'performance.report',
  params: yearIdParams,
  form: emptyForm,
  page: editResultPage,
  async run(tx, { params, services }) {
    const basics = await readBasics(tx, params.year, services);
    const before = basics?.mayFill ? (await resultLines(tx, basics.record.id)).find(({ id }) => id === params.id) : undefined;
    if (!basics || !before || !(await removeResultLine(tx, before.id, services.clock.now()))) return notFound();
    return ok({ audit: trail('performance.pmqa-result-removed', basics, { result: before.id, name: before.name }), goTo: yearHref(params.year, '/results'), flash: messages.words('removed') });
  },
});
