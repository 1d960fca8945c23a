// A letter as an editable Word file: to be worked on elsewhere, never the definitive paper.
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { mediaTypes } from '../../../../platform/files/media-types.ts';
import type { Services } from '../../../../platform/services.ts';
import { formatDate, localDate } from '../../../../thai/index.ts';
import { urgencyStamps } from '../../domain/kinds.ts';
import type { SubKind, Urgency } from '../../domain/kinds.ts';
import type { LetterContent, Signature } from '../../domain/letter.ts';
import { signersOf } from '../../office.ts';
import { openedLetter } from '../../opening.ts';
import { letterParams } from '../../params.ts';
import { findLetter } from '../../store/letters.ts';
import { letterDocx } from '../../word/word-letter.ts';
import type { WordLetter } from '../../word/word-letter.ts';
import { ownDraft } from '../compose-letter/load.ts';

interface Written {
  readonly subKind: SubKind;
  readonly fromText: string;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly salutation: string;
  readonly toText: string;
  readonly signer: Pick<Signature, 'name' | 'title' | 'acting'> | null;
}

/** What a memo prints, for Word. */
function wordLetter(letter: Written, content: LetterContent, enclosures: readonly { readonly label: string }[], services: Services, issued: { reference: string; letterDate: string } | null): WordLetter {
  const fields = content.fields ?? {};
  const memo = letter.subKind === 'memo' || letter.subKind === 'note';
  return {
    form: memo ? 'memo' : 'emblem-paper', urgency: urgencyStamps[letter.urgency], from: memo ? [letter.fromText] : fields.agency ?? (fields.issuer ? [fields.issuer] : [letter.fromText]), reference: issued?.reference ?? '', date: issued ? formatDate(localDate(issued.letterDate)) : '',
    subject: letter.subject, salutation: letter.salutation, to: letter.toText, references: (fields.references ?? []).map((one) => one.text), enclosures: [...(fields.enclosed ?? []), ...enclosures.map((one) => one.label)],
    paragraphs: content.paragraphs, closing: letter.subKind === 'external' ? fields.closing ?? '' : '', signer: letter.signer, owner: memo ? [] : [...(fields.ownerUnit ? [fields.ownerUnit] : []), ...(fields.contacts ?? [])], emblem: services.paper.emblem(),
  };
}

const file = (body: Buffer, name: string) => ({ body, contentType: mediaTypes.docx.mediaType, fileName: `${name}.docx`, disposition: 'attachment' as const });

export const draftWord = defineDownload({
  path: '/drafts/:id/docx',
  permission: 'correspondence.draft',
  params: letterParams,
  async load(tx, { params, services }) {
    const draft = await ownDraft(tx, params.id);
    if (!draft) return notFound();
    const signer = (await signersOf(tx, draft.fromUnitId, services.clock.today())).find((one) => one.id === draft.signerPositionId);
    const written = { ...draft, signer: signer?.name ? { name: signer.name, title: signer.title, acting: signer.acting } : null };
    return ok(file(await letterDocx(wordLetter(written, draft.content, draft.enclosures, services, null)), `draft-${draft.id}`));
  },
});

export const letterWord = defineDownload({
  path: '/letters/:id/docx',
  permission: 'correspondence.read',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findLetter(tx, params.id);
    if (!letter?.body) return notFound();
    const body = await letterDocx(wordLetter(letter, letter.body.content, letter.body.enclosures, services, letter));
    return ok({ ...file(body, letter.reference.replaceAll(/[\s/]+/g, '-')), opens: openedLetter(letter) });
  },
});
