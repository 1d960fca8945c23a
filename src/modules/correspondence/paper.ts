// A letter as the document that src/paper prints.
import type { PaperDocument, VerifyBlock } from '../../paper/index.ts';
import { verifyPath } from '../../platform/documents/public-document.ts';
import { formatDate, localDate } from '../../thai/index.ts';
import { urgencyStamps } from './domain/kinds.ts';
import type { Urgency } from './domain/kinds.ts';
import type { LetterContent, Paragraph, Signature } from './domain/letter.ts';
import { messages } from './messages.ts';

type PaperBlock = Extract<PaperDocument, { kind: 'memo' }>['body'][number];

/** What is printed of a letter, before and after it has its number. */
export interface Printable {
  readonly fromText: string;
  readonly reference: string;
  /** `YYYY-MM-DD`; null on a draft. */
  readonly letterDate: string | null;
  readonly subject: string;
  readonly salutation: string;
  readonly toText: string;
  readonly urgency: Urgency;
  readonly content: LetterContent;
  readonly enclosures: readonly string[];
  readonly signer: Pick<Signature, 'name' | 'title' | 'acting'> | null;
}

/** A block of the text as the renderer takes it: columns go by their share; figures stand at the left until it can set them right. */
function blockOf(paragraph: Paragraph): PaperBlock {
  if (typeof paragraph === 'string' || paragraph.kind === 'item') return paragraph;
  return { kind: 'table', columns: paragraph.columns.map(({ title, align, share }) => ({ head: title, width: share ?? 1, align: align === 'centre' ? 'centre' as const : 'left' as const })), rows: paragraph.rows };
}

/** The memo (form 2). The typeset digits are Thai; a draft has no number, no date and, without a signer, dots. */
export function memoOf(letter: Printable): PaperDocument {
  const urgency = urgencyStamps[letter.urgency];
  return {
    kind: 'memo',
    ...(urgency ? { urgency } : {}),
    unit: letter.fromText,
    number: letter.reference,
    date: letter.letterDate === null ? '' : formatDate(localDate(letter.letterDate)),
    subject: letter.subject,
    salutation: letter.salutation,
    to: letter.toText,
    keep: [...(letter.content.keep ?? [])],
    enclosures: [...letter.enclosures],
    body: letter.content.paragraphs.length > 0 ? letter.content.paragraphs.map(blockOf) : [''],
    signers: [
      letter.signer === null
        ? { name: '.'.repeat(40) }
        : { id: 'signer', name: letter.signer.name, position: letter.signer.title, ...(letter.signer.acting ? { acting: letter.signer.acting } : {}) },
    ],
  };
}

/** The QR of an issued letter, on its last page. */
export function verifyBlockOf(origin: string, token: string): VerifyBlock {
  const url = `${origin}${verifyPath(token)}`;
  return { url, text: `${messages.th.verifyPrinted} ${url}`, page: 'last' };
}
