import { z } from 'zod';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { normaliseText } from '../../../../thai/index.ts';
import { addMisspelling, changeMisspelling, findMisspelling } from '../../store/misspellings.ts';
import type { MisspellingWords } from '../../store/misspellings.ts';
import { wordsPermission } from '../keep-salutations/page.tsx';
import { misspellingForm } from './form.ts';
import { messages } from './messages.ts';
import { editMisspellingPage, misspellingsAddress, misspellingsPage } from './page.tsx';

const taken = fail('WORD_TAKEN', messages.words('taken'), { fields: { wrong: messages.words('taken') } });

/** The wrong word stays as typed, but for its marks in order: normalising could mend the very slip. */
function wordsOf(input: FormValues<typeof misspellingForm>): Result<MisspellingWords> {
  const right = normaliseText(input.right).trim();
  if (input.wrong === right) return fail('SAME_WORD', messages.words('same'), { fields: { right: messages.words('same') } });
  const context = [...new Set((input.context ?? '').split('\n').map((line) => normaliseText(line).trim()).filter(Boolean))];
  return ok({ wrong: input.wrong, right, context, note: input.note ?? '', active: input.active });
}

const saved = (id: number, detail: Readonly<Record<string, unknown>>) => ok({
  audit: { action: 'correspondence.misspelling-saved', subject: { type: 'correspondence.misspelling', id }, detail }, goTo: misspellingsAddress, flash: messages.words('saved'),
});

export const newMisspellingAction = defineAction({
  path: `${misspellingsAddress}/new`,
  permission: wordsPermission,
  form: misspellingForm,
  page: misspellingsPage,
  async run(tx, { input, services }) {
    const words = wordsOf(input);
    if (!words.ok) return words;
    const id = await addMisspelling(tx, words.value, services.clock.now());
    return id === undefined ? taken : saved(id, { after: words.value });
  },
});

export const editMisspellingAction = defineAction({
  path: `${misspellingsAddress}/:id`,
  permission: wordsPermission,
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  form: misspellingForm,
  page: editMisspellingPage,
  async run(tx, { params, input, services }) {
    const before = await findMisspelling(tx, params.id);
    if (!before) return notFound();
    const words = wordsOf(input);
    if (!words.ok) return words;
    return (await changeMisspelling(tx, params.id, words.value, services.clock.now())) ? saved(params.id, { before: { wrong: before.wrong, right: before.right, active: before.active }, after: words.value }) : taken;
  },
});
