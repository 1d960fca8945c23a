import { z } from 'zod';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { normaliseText } from '../../../../thai/index.ts';
import { addSalutation, changeSalutation, findSalutation } from '../../store/salutations.ts';
import type { SalutationWords } from '../../store/salutations.ts';
import { salutationForm } from './form.ts';
import { messages } from './messages.ts';
import { editSalutationPage, newSalutationPage, salutationsAddress, wordsPermission } from './page.tsx';

const subject = (id: number) => ({ type: 'correspondence.salutation', id });
const tidy = (text: string | undefined): string => normaliseText(text ?? '').replace(/\s+/g, ' ').trim();

function wordsOf(input: FormValues<typeof salutationForm>): Result<SalutationWords> {
  if (input.validTo !== undefined && input.validTo < input.validFrom) return fail('WRONG_ORDER', messages.words('order'), { fields: { validTo: messages.words('order') } });
  return ok({
    addresseeClass: tidy(input.addresseeClass), posts: [...new Set((input.posts ?? '').split('\n').map(tidy).filter(Boolean))], salutation: tidy(input.salutation),
    readerPronoun: tidy(input.readerPronoun), writerPronoun: tidy(input.writerPronoun), closing: tidy(input.closing), envelope: tidy(input.envelope),
    uncertain: input.uncertain, source: tidy(input.source), validFrom: input.validFrom, validTo: input.validTo ?? null,
  });
}

export const newSalutationAction = defineAction({
  path: `${salutationsAddress}/new`,
  permission: wordsPermission,
  form: salutationForm,
  page: newSalutationPage,
  async run(tx, { input, services }) {
    const words = wordsOf(input);
    if (!words.ok) return words;
    const id = await addSalutation(tx, words.value, services.clock.now());
    return ok({ audit: { action: 'correspondence.salutation-saved', subject: subject(id), detail: { after: words.value } }, goTo: salutationsAddress, flash: messages.words('saved') });
  },
});

export const editSalutationAction = defineAction({
  path: `${salutationsAddress}/:id`,
  permission: wordsPermission,
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  form: salutationForm,
  page: editSalutationPage,
  async run(tx, { params, input, services }) {
    const before = await findSalutation(tx, params.id);
    if (!before) return notFound();
    const words = wordsOf(input);
    if (!words.ok) return words;
    const id = await changeSalutation(tx, before, words.value, services.clock.now());
    const { changedAt: _at, changedByName: _by, ...was } = before;
    return ok({ audit: { action: 'correspondence.salutation-saved', subject: subject(id), detail: { before: was, after: words.value } }, goTo: salutationsAddress, flash: messages.words('saved') });
  },
});
