// A letter as the Word file has it: which layout, and what stands in each place of it.
import type { Services } from '../../../platform/services.ts';
import { calendarYear, formatDate, localDate } from '../../../thai/index.ts';
import { subKindName } from '../domain/forms.ts';
import { urgencyStamps } from '../domain/kinds.ts';
import type { SubKind, Urgency } from '../domain/kinds.ts';
import type { LetterContent, Signature } from '../domain/letter.ts';
import type { WordLetter } from './word-letter.ts';

export interface Written {
  readonly subKind: SubKind;
  readonly circular: boolean;
  readonly fromText: string;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly salutation: string;
  readonly toText: string;
  readonly signer: Pick<Signature, 'name' | 'title' | 'acting'> | null;
}

const dots = '.'.repeat(24);

/** What a letter prints, for Word; `issued` is null on a draft, whose number and day are dots. */
export function wordOf(letter: Written, content: LetterContent, enclosures: readonly { readonly label: string }[], emblem: ReturnType<Services['paper']['emblem']>, issued: { reference: string; letterDate: string } | null): WordLetter {
  const fields = content.fields ?? {};
  const day = (style: 'long' | 'formal') => (issued ? formatDate(localDate(issued.letterDate), { style }) : dots);
  const number = issued?.reference ?? dots;
  const issuer = fields.issuer ?? dots;
  const name = subKindName(letter.subKind);
  const empty = { title: [], day: '', seal: [], below: [], copies: [] };
  const base: WordLetter = {
    ...empty, form: 'memo', urgency: urgencyStamps[letter.urgency], from: [letter.fromText], reference: issued?.reference ?? '', date: issued ? formatDate(localDate(issued.letterDate)) : '', subject: letter.subject,
    salutation: letter.salutation, to: letter.toText, references: (fields.references ?? []).map((one) => one.text), enclosures: [...(fields.enclosed ?? []), ...enclosures.map((one) => one.label)],
    paragraphs: content.paragraphs, closing: '', signer: letter.signer, owner: [], emblem, circular: letter.circular,
  };
  const owner = [...(fields.ownerUnit ? [fields.ownerUnit] : []), ...(fields.contacts ?? [])];
  const agency = fields.agency ?? [letter.fromText];
  const alone = { ...base, urgency: '', salutation: '', to: '', references: [], enclosures: [], from: [], date: '', reference: '' };
  switch (letter.subKind) {
    case 'external':
      return { ...base, form: 'emblem-paper', from: agency, reference: number, date: day('long'), closing: fields.closing ?? '', owner, copies: fields.copies ?? [] };
    case 'stamped':
      return { ...alone, form: 'stamped', urgency: base.urgency, reference: number, to: letter.toText, seal: [agency[0] ?? dots, '(ตราชื่อส่วนราชการ)', day('long')], signer: null, owner };
    case 'order':
      return { ...alone, form: 'titled', title: [`คำสั่ง${issuer}`, `ที่ ${number}`, `เรื่อง ${letter.subject}`], paragraphs: [...content.paragraphs, ...(fields.effective ? [`ทั้งนี้ ตั้งแต่${fields.effective}`] : [])], day: `สั่ง ณ วันที่ ${day('formal')}` };
    case 'regulation':
    case 'rule':
      return {
        ...alone, form: 'titled', title: [`${name}${issuer}`, `ว่าด้วย${letter.subject}`, ...(fields.edition ? [`(ฉบับที่ ${fields.edition})`] : []), `พ.ศ. ${issued ? calendarYear(localDate(issued.letterDate)) : '..........'}`],
        day: `ประกาศ ณ วันที่ ${day('formal')}`,
      };
    case 'announcement':
      return { ...alone, form: 'titled', title: [`ประกาศ${issuer}`, `เรื่อง ${letter.subject}`], day: `ประกาศ ณ วันที่ ${day('formal')}` };
    case 'statement':
    case 'news':
      return { ...alone, form: 'titled', title: [`${name}${issuer}`, `เรื่อง ${letter.subject}`, ...(fields.edition ? [`ฉบับที่ ${fields.edition}`] : [])], seal: [issuer, day('long')], signer: null };
    case 'certificate':
      return {
        ...alone, form: 'certificate', from: agency, reference: number, day: `ให้ไว้ ณ วันที่ ${day('formal')}`,
        below: fields.holder ? ['(ติดรูปถ่าย ๔ × ๖ ซม.)', `(ลงชื่อ) ${dots} ผู้ได้รับการรับรอง`, `(${fields.holder})`] : [],
      };
    case 'note':
      return { ...alone, form: 'note', title: ['บันทึก'], salutation: letter.salutation, to: letter.toText, seal: [day('long')] };
    case 'memo':
    case 'minutes':
    case 'other':
      return base;
  }
}
