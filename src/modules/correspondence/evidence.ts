import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import { idInPath } from '../../platform/evidence/record-address.ts';
import { printedReference } from './domain/reference.ts';
import { letterHref } from './href.ts';
import { messages } from './messages.ts';
import { signedFile } from '../signatures/index.ts';
import { letterSubject } from './signing.ts';
import { findLetter } from './store/letters.ts';

/** An issued letter as evidence, by the hash of its signed PDF, else of its definitive one; none while that is being made or after a recall. */
export const letterEvidence: EvidenceSource = {
  type: 'correspondence.letter',
  label: messages.words('module'),
  idAt: idInPath('/letters/:id'),
  async resolve(tx, id) {
    const letter = await findLetter(tx, id);
    if (!letter?.body || letter.fileHash === null) return undefined;
    return { title: `${printedReference(letter.reference)} ${letter.subject}`, href: letterHref(id), date: letter.letterDate, contentHash: (await signedFile(tx, letterSubject(id)))?.hash ?? letter.fileHash };
  },
};
