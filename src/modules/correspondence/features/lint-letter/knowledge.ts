// What the linter knows on a day, from the tables; and a kept draft as it looks at it.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { localDate } from '../../../../thai/index.ts';
import { textOf } from '../../domain/body-text.ts';
import { lintLetter } from '../../domain/letter-lint.ts';
import type { Finding, LintKnowledge, LintLetter } from '../../domain/letter-lint.ts';
import { letterCodes } from '../../office.ts';
import type { Draft } from '../../store/drafts.ts';
import { misspellingsOf } from '../../store/misspellings.ts';
import { salutationsOf } from '../../store/salutations.ts';

/** Three statements, whatever the letter. */
export async function lintKnowledge(tx: ReadTx, day: string): Promise<LintKnowledge> {
  return { today: localDate(day), salutations: await salutationsOf(tx, day), misspellings: await misspellingsOf(tx), codes: await letterCodes(tx) };
}

/** A draft as the linter sees it. What its kind does not have is left out. */
export function lintedDraft(draft: Draft): LintLetter {
  const fields = draft.content.fields ?? {};
  return {
    subKind: draft.subKind, references: (fields.references ?? []).map((one) => one.text).join('\n'), ...(draft.subKind === 'external' ? { closing: fields.closing ?? '', agency: (fields.agency ?? []).join('\n') } : {}), subject: draft.subject, salutation: draft.salutation, toText: draft.toText, body: textOf(draft.content.paragraphs),
    enclosures: [...(fields.enclosed ?? []), ...draft.enclosures.map((one) => one.label)],
  };
}

export async function lintDraft(tx: ReadTx, draft: Draft, day: string): Promise<Finding[]> {
  return lintLetter(lintedDraft(draft), await lintKnowledge(tx, day));
}
