// A letter as the document that src/paper prints.
import type { PaperDocument, VerifyBlock } from '../../paper/index.ts';
import { verifyPath } from '../../platform/documents/public-document.ts';
import { calendarYear, formatDate, localDate, splitName } from '../../thai/index.ts';
import { secrecyStamps, speedStamp } from './domain/speed.ts';
import type { Secrecy, SubKind, Urgency } from './domain/kinds.ts';
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
  readonly urgentBefore?: Date | null;
  readonly secrecy?: Secrecy;
  readonly subKind?: SubKind;
  readonly content: LetterContent;
  readonly enclosures: readonly string[];
  readonly signer: Pick<Signature, 'name' | 'title' | 'acting'> | null;
}

/** A block of the text as the renderer takes it: columns go by their share. */
function blockOf(paragraph: Paragraph): PaperBlock {
  if (typeof paragraph === 'string' || paragraph.kind === 'item') return paragraph;
  return { kind: 'table', columns: paragraph.columns.map(({ title, align, share }) => ({ head: title, width: share ?? 1, align: align ?? 'left' })), rows: paragraph.rows };
}

const dots = '.'.repeat(40);

function signersOf({ signer }: Printable) {
  if (signer === null || signer.name === '') return [{ name: dots }];
  return [{ id: 'signer', name: signer.name, position: signer.title, ...(signer.acting ? { acting: signer.acting } : {}) }];
}

/** What every sheet has: words kept together, secrecy, speed, text. */
function commonOf(letter: Printable) {
  const urgency = speedStamp(letter);
  const secrecy = secrecyStamps[letter.secrecy ?? 'none'];
  return {
    ...(secrecy ? { secrecy } : {}),
    ...(urgency ? { urgency } : {}),
    keep: [...(letter.content.keep ?? [])],
    body: letter.content.paragraphs.length > 0 ? letter.content.paragraphs.map(blockOf) : [''],
  };
}

const dayOf = (letter: Printable, style: 'long' | 'formal'): string => (letter.letterDate === null ? '' : formatDate(localDate(letter.letterDate), { style }));
/** Names first as typed, then stored files. */
const enclosuresOf = (letter: Printable): string[] => [...(letter.content.fields?.enclosed ?? []), ...letter.enclosures];
const referencesOf = (letter: Printable): string[] => (letter.content.fields?.references ?? []).map((one) => one.text);

/** The memo (form 2). The typeset digits are Thai; a draft has no number, no date and, without a signer, dots. */
export function memoOf(letter: Printable): PaperDocument {
  return {
    kind: 'memo',
    ...commonOf(letter),
    unit: letter.fromText,
    number: letter.reference,
    date: dayOf(letter, 'long'),
    subject: letter.subject,
    salutation: letter.salutation,
    to: letter.toText,
    references: referencesOf(letter),
    enclosures: enclosuresOf(letter),
    signers: signersOf(letter),
  };
}

/** The letter on the form of the regulation that it is written on. What a draft has not yet shows as dots. */
export function documentOf(letter: Printable): PaperDocument {
  const fields = letter.content.fields ?? {};
  const common = commonOf(letter);
  const { subject } = letter;
  const issuer = fields.issuer ?? dots;
  const formal = dayOf(letter, 'formal');
  const edition = fields.edition ? { edition: fields.edition } : {};
  const agencyLines = fields.agency ?? [dots];
  const owner = { ...(fields.ownerUnit ? { ownerUnit: fields.ownerUnit } : {}), contacts: fields.contacts ?? [] };
  switch (letter.subKind) {
    case 'external':
      return {
        kind: 'external-letter', ...common, ...owner, number: letter.reference, agencyLines, date: dayOf(letter, 'long'), subject, salutation: letter.salutation || 'เรียน', to: letter.toText,
        references: referencesOf(letter), enclosures: enclosuresOf(letter), closing: fields.closing ?? 'ขอแสดงความนับถือ', signers: signersOf(letter), copies: fields.copies ?? [],
      };
    case 'stamped':
      return { kind: 'stamped-letter', ...common, ...owner, number: letter.reference, to: letter.toText, agency: agencyLines[0] ?? dots, date: dayOf(letter, 'long'), initials: initialsOf(letter) };
    case 'order':
      return { kind: 'order', ...common, issuer, number: letter.reference, subject, body: [...common.body, ...(fields.effective ? [`ทั้งนี้ ตั้งแต่${fields.effective}`] : [])], date: formal, signers: signersOf(letter) };
    case 'regulation':
    case 'rule':
      return { kind: letter.subKind, ...common, ...edition, issuer, about: subject, year: letter.letterDate === null ? '' : String(calendarYear(localDate(letter.letterDate))), date: formal, signers: signersOf(letter) };
    case 'announcement':
      return { kind: 'announcement', ...common, issuer, number: letter.reference, subject, date: formal, signers: signersOf(letter) };
    case 'statement':
    case 'news':
      return { kind: letter.subKind, ...common, ...edition, issuer, subject, date: dayOf(letter, 'long') };
    case 'certificate':
      return { kind: 'certificate', ...common, number: letter.reference, agencyLines, date: formal, signers: signersOf(letter), ...(fields.holder ? { photo: { holder: fields.holder } } : {}) };
    case 'note':
      return { kind: 'note', ...common, salutation: letter.salutation || 'เรียน', to: letter.toText, subject, date: dayOf(letter, 'long'), signers: signersOf(letter), entries: [] };
    case 'memo':
    case 'minutes':
    case 'other':
    case undefined:
      return memoOf(letter);
  }
}

/** ลายมือชื่อย่อ in place of a signature on a stamped letter: first letters of given and family name, as the signer is printed. */
function initialsOf({ signer }: Printable): string {
  if (!signer?.name) return '';
  const name = splitName(signer.name);
  return (name.ok ? [name.value.given, name.value.family] : [signer.name]).map((part) => /[ก-ฮ]/u.exec(part)?.[0] ?? '').filter(Boolean).map((letter) => `${letter}.`).join('');
}

/** The QR of an issued letter, on its last page. */
export function verifyBlockOf(origin: string, token: string): VerifyBlock {
  const url = `${origin}${verifyPath(token)}`;
  return { url, text: `${messages.th.verifyPrinted} ${url}`, page: 'last' };
}
