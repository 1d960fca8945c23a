import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import { idInPath } from '../../platform/evidence/record-address.ts';
import { bangkokDate } from '../../thai/index.ts';
import { printedReference } from './domain/reference.ts';
import { letterHref } from './href.ts';
import { exportMessages } from './features/export-register/messages.ts';
import { messages } from './messages.ts';
import { signedFile } from '../signatures/index.ts';
import { letterSubject } from './signing.ts';
import { findLetter } from './store/letters.ts';
import { findExport } from './store/register-exports.ts';

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

/** A package of registers as evidence, by the hash of its file. */
export const registerEvidence: EvidenceSource = {
  type: 'correspondence.register-export',
  label: exportMessages.words('evidence'),
  idAt: idInPath('/register/exports/:id'),
  async resolve(tx, id) {
    const made = await findExport(tx, id);
    if (!made || made.fileHash === null || made.finishedAt === null) return undefined;
    return { title: exportMessages.in('th')('evidenceTitle', { unit: made.unitLabel, year: made.year }), href: `/register/exports/${id}`, date: bangkokDate(made.finishedAt), contentHash: made.fileHash };
  },
};
