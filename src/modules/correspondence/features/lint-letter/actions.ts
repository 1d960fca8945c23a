import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { paragraphsOf } from '../../domain/body-text.ts';
import { applyRepair } from '../../domain/letter-lint.ts';
import type { NewLetter } from '../../domain/letter.ts';
import { draftHref } from '../../href.ts';
import { senderOn } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { updateDraft } from '../../store/drafts.ts';
import { addVersion, currentVersion } from '../../store/versions.ts';
import type { Draft } from '../../store/drafts.ts';
import { checkDraftPage } from '../compose-letter/check-page.tsx';
import { ownDraft } from '../compose-letter/load.ts';
import { lintedDraft } from './knowledge.ts';
import { messages } from './messages.ts';
import { repairForm } from './repair-form.ts';

const fields = ['subject', 'salutation', 'toText', 'body', 'references', 'closing'] as const;

function text(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The draft with one repair in it; undefined when what stood there has changed meanwhile. */
function repaired(draft: Draft, input: FormValues<typeof repairForm>): NewLetter | undefined {
  const field = fields.find((one) => one === input.field);
  const original = text(input.original);
  const proposed = text(input.proposed);
  const start = Number(input.start);
  if (!field || original === undefined || proposed === undefined || !Number.isSafeInteger(start) || start < 0) return undefined;
  const after = applyRepair(lintedDraft(draft), { field, start, original, proposed });
  if (after === undefined) return undefined;
  const { content } = draft;
  if (field === 'body') return { ...draft, content: { ...content, paragraphs: paragraphsOf(after) } };
  if (field === 'references') {
    const references = after.split('\n').map((text, i) => ({ ...content.fields?.references?.[i], text })).filter((one) => one.text.trim() !== '');
    return { ...draft, content: { ...content, fields: { ...content.fields, references } } };
  }
  if (field === 'closing') return { ...draft, content: { ...content, fields: { ...content.fields, closing: after } } };
  return { ...draft, [field]: after };
}

async function keep(tx: Tx, draft: Draft, letter: NewLetter, today: string, at: Date): Promise<boolean> {
  const sender = await senderOn(tx, draft.fromUnitId, today);
  if (sender === undefined || !(await updateDraft(tx, draft.id, letter, sender, at))) return false;
  await addVersion(tx, draft.id, letter, at, 'current', (await currentVersion(tx, draft.id)) || null);
  return true;
}

/** One press, one repair; a draft that was before its signer goes back to its writer, as after any other change. */
export const repairDraftAction = defineAction({
  path: '/drafts/:id/repair',
  permission: 'correspondence.draft',
  params: letterParams,
  form: repairForm,
  page: checkDraftPage,
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id, true);
    if (!draft) return notFound();
    const letter = repaired(draft, input);
    if (!letter) return fail('STALE_REPAIR', messages.words('stale'), { status: 409 });
    if (!(await keep(tx, draft, letter, services.clock.today(), services.clock.now()))) return notFound();
    return ok({
      audit: { action: 'correspondence.draft-repaired', subject: { type: 'correspondence.letter', id: draft.id }, unitId: draft.fromUnitId, detail: { field: input.field, original: input.original.slice(0, 200), proposed: input.proposed.slice(0, 200) } },
      goTo: `${draftHref(draft.id, '/check')}#lint`,
      flash: messages.words('repaired'),
    });
  },
});
