import type { PublicDocument as Told, PublicDocumentSource } from '../../platform/documents/public-document.ts';
import { printedReference } from './domain/reference.ts';
import { messages } from './messages.ts';
import { signedFile } from '../signatures/index.ts';
import { letterSubject } from './signing.ts';
import { publicDocument } from './store/fate.ts';

const states = { issued: 'valid', corrected: 'replaced', recalled: 'recalled', void: 'recalled' } as const satisfies Record<string, Told['state']>;

/** What the QR of a letter tells to anybody. */
export const publicLetters: PublicDocumentSource = {
  async find(tx, code) {
    const found = await publicDocument(tx, code);
    if (!found) return undefined;
    const contentHash = (await signedFile(tx, letterSubject(found.id)))?.hash ?? found.fileHash;
    return {
      kind: messages.words(found.circular ? 'circularKind' : 'memoKind'),
      number: printedReference(found.reference),
      date: found.letterDate,
      unit: found.fromText.split(' โทร.')[0] ?? '',
      state: states[found.state as keyof typeof states],
      ...(found.subject === null ? {} : { subject: found.subject }),
      ...(contentHash === null ? {} : { contentHash }),
    };
  },
};
