import { z } from 'zod';
import { emptyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { parseTyped, type Scaled } from '../../../domain/numbers.ts';
import { frameworksHref } from '../../shown.tsx';
import { addStated, removeStated, type StatedResult } from '../../store/stated-results.ts';
import { statedForm } from './form.ts';
import { messages } from './messages.ts';
import { comparePage } from './page.tsx';

const compareHref = `${frameworksHref}/compare`;

/** The line as it was typed, or words at its fields. */
function lineOf(input: FormValues<typeof statedForm>): Result<Omit<StatedResult, 'id'>> {
  const fields: Record<string, Words> = {};
  const number = (name: 'score' | 'best'): Scaled | null => {
    const typed = input[name];
    if (typed === undefined) return null;
    const parsed = parseTyped(typed);
    if (!parsed.ok || parsed.value.value < 0n) fields[name] = messages.words('badNumber');
    return parsed.ok ? parsed.value.value : null;
  };
  const score = number('score');
  const best = number('best');
  if (best !== null && best <= 0n) fields['best'] ??= messages.words('bestZero');
  else if (score !== null && best !== null && score > best) fields['score'] ??= messages.words('overBest');
  if (input.kind === 'total' && input.subject !== undefined) fields['subject'] = messages.words('subjectTotal');
  if (input.kind !== 'total' && input.subject === undefined) fields['subject'] = messages.words('subjectMissing');
  if (input.score === undefined && input.words === undefined) fields['score'] = messages.words('nothing');
  const [first] = Object.values(fields);
  if (first) return fail('STATED_RESULT', first, { fields });
  return ok({ fiscalYear: input.year, kind: input.kind, subject: input.subject ?? '', component: null, score, best, grade: input.grade ?? '', words: input.words ?? '', source: input.source });
}

/** Notes what a paper says of a year. */
export const addStatedAction = defineAction({
  path: compareHref,
  permission: 'performance.keep',
  form: statedForm,
  page: () => comparePage,
  async run(tx, { input, services }) {
    const line = lineOf(input);
    if (!line.ok) return line;
    const id = await addStated(tx, line.value, services.clock.now());
    if (id === undefined) return fail('STATED_TOTAL_TAKEN', messages.words('totalTaken'), { fields: { kind: messages.words('totalTaken') } });
    const { fiscalYear, kind, subject, source } = line.value;
    return ok({ audit: { action: 'performance.year-stated', subject: { type: 'performance.stated-result', id }, detail: { fiscalYear, kind, subject, score: input.score ?? null, source } }, goTo: compareHref, flash: messages.words('saved') });
  },
});

/** Takes a note back; the row stays in the table for the trail. */
export const removeStatedAction = defineAction({
  path: `${compareHref}/:id/remove`,
  permission: 'performance.keep',
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  form: emptyForm,
  page: () => comparePage,
  async run(tx, { params, services }) {
    if (!(await removeStated(tx, params.id, services.clock.now()))) return notFound(messages.words('gone'));
    return ok({ audit: { action: 'performance.year-statement-removed', subject: { type: 'performance.stated-result', id: params.id } }, goTo: compareHref, flash: messages.words('removed') });
  },
});
