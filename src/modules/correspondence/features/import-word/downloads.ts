// A letter as an editable Word file: to be worked on elsewhere, never the definitive paper.
import { defineDownload } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { mediaTypes } from '../../../../platform/files/media-types.ts';
import { signersOf } from '../../office.ts';
import { openedLetter } from '../../opening.ts';
import { letterParams } from '../../params.ts';
import { findLetter } from '../../store/letters.ts';
import { letterDocx } from '../../word/word-letter.ts';
import { wordOf } from '../../word/word-of.ts';
import { ownDraft } from '../compose-letter/load.ts';

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
    return ok(file(await letterDocx(wordOf(written, draft.content, draft.enclosures, services.paper.emblem(), null)), `draft-${draft.id}`));
  },
});

export const letterWord = defineDownload({
  path: '/letters/:id/docx',
  permission: 'correspondence.read',
  params: letterParams,
  async load(tx, { params, services }) {
    const letter = await findLetter(tx, params.id);
    if (!letter?.body) return notFound();
    const body = await letterDocx(wordOf(letter, letter.body.content, letter.body.enclosures, services.paper.emblem(), letter));
    return ok({ ...file(body, letter.reference.replaceAll(/[\s/]+/g, '-')), opens: openedLetter(letter) });
  },
});
