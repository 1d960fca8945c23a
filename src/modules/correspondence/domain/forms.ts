/**
 * The forms of letters that are written here: for each, what the regulation on correspondence wants on it (clauses 10-27),
 * which book numbers it, whether it is signed and whether it goes to somebody. Minutes are made by meetings alone, and
 * "หนังสืออื่น" (clause 27) is a thing received, not written: neither is here.
 */
import { z } from 'zod';
import { fieldSchemas } from './letter.ts';
import type { LetterContent, LetterFields } from './letter.ts';
import type { Book, LetterKind, Secrecy, SubKind } from './kinds.ts';

export const formKeys = ['circular', 'external', 'memo', 'stamped', 'order', 'announcement', 'certificate', 'note', 'regulation', 'rule', 'statement', 'news'] as const;
export type FormKey = (typeof formKeys)[number];

export type FieldKey = keyof LetterFields;

/** Letters carry the code of their unit, orders and the like n/year; the rest has no running number. */
export type Numbering = 'letters' | 'order' | 'announcement' | 'certificate' | 'none';

export interface LetterForm {
  readonly key: FormKey;
  readonly kind: LetterKind;
  readonly subKind: SubKind;
  readonly circular: boolean;
  /** May go to many with the same words: ว before its number (clause 32). A memo that does so is a form of its own. */
  readonly circulates: boolean;
  readonly numbering: Numbering;
  /** Statements and news carry no signature (clauses 21 and 22). */
  readonly signed: boolean;
  /** `needed`: the form prints whom it is for; `copies`: may be sent around in the house; the sheet does not say to whom. */
  readonly addressed: 'needed' | 'copies';
  /** May name agencies and people outside the house. */
  readonly outside: boolean;
  /** Signed by the heads of the department as well as by those of the unit. */
  readonly byDepartment: boolean;
  readonly salutation: boolean;
  /** ชั้นความเร็ว is for what goes to somebody to be acted on. */
  readonly speed: boolean;
  /** Fields of the form besides subject, text and signature, in the order in which they are printed. */
  readonly fields: readonly FieldKey[];
  /** Those without which it is not numbered. */
  readonly needed: readonly FieldKey[];
  readonly schema: z.ZodType<Partial<LetterFields>>;
}

type Shape = Omit<LetterForm, 'schema' | 'circular' | 'circulates' | 'outside' | 'byDepartment' | 'salutation' | 'speed' | 'signed'> &
  Partial<Pick<LetterForm, 'circular' | 'circulates' | 'outside' | 'byDepartment' | 'salutation' | 'speed' | 'signed'>>;

/** The schema that holds at issue: needed fields must be there, others of the form may, those of other forms are dropped. */
function schemaOf(fields: readonly FieldKey[], needed: readonly FieldKey[]): z.ZodType<Partial<LetterFields>> {
  return z.object(Object.fromEntries(fields.map((key) => [key, needed.includes(key) ? fieldSchemas[key] : fieldSchemas[key].optional()]))) as unknown as z.ZodType<Partial<LetterFields>>;
}

const form = (shape: Shape): LetterForm => ({
  circular: false, circulates: false, outside: false, byDepartment: false, salutation: false, speed: false, signed: true, ...shape, schema: schemaOf(shape.fields, shape.needed),
});

const memoFields = ['references', 'enclosed', 'outside'] as const satisfies readonly FieldKey[];
const rules = ['issuer', 'edition'] as const satisfies readonly FieldKey[];

const list: readonly LetterForm[] = [
  form({ key: 'circular', kind: 'internal', subKind: 'memo', circular: true, numbering: 'letters', addressed: 'needed', salutation: true, speed: true, fields: ['references', 'enclosed'], needed: [] }),
  form({
    key: 'external', kind: 'external', subKind: 'external', circulates: true, numbering: 'letters', addressed: 'needed', outside: true, byDepartment: true, salutation: true, speed: true,
    fields: ['agency', 'outside', 'references', 'enclosed', 'closing', 'ownerUnit', 'contacts', 'copies'], needed: ['agency', 'closing', 'ownerUnit'],
  }),
  form({ key: 'memo', kind: 'internal', subKind: 'memo', numbering: 'letters', addressed: 'needed', outside: true, byDepartment: true, salutation: true, speed: true, fields: memoFields, needed: [] }),
  form({ key: 'stamped', kind: 'stamped', subKind: 'stamped', circulates: true, numbering: 'letters', addressed: 'needed', outside: true, speed: true, fields: ['outside', 'agency', 'ownerUnit', 'contacts'], needed: ['agency', 'ownerUnit'] }),
  form({ key: 'order', kind: 'directive', subKind: 'order', numbering: 'order', addressed: 'copies', byDepartment: true, fields: ['issuer', 'effective', 'cancels', 'amends'], needed: ['issuer', 'effective'] }),
  form({ key: 'announcement', kind: 'publicity', subKind: 'announcement', numbering: 'announcement', addressed: 'copies', byDepartment: true, fields: ['issuer'], needed: ['issuer'] }),
  form({ key: 'certificate', kind: 'record', subKind: 'certificate', numbering: 'certificate', addressed: 'copies', byDepartment: true, fields: ['agency', 'holder'], needed: ['agency'] }),
  form({ key: 'note', kind: 'record', subKind: 'note', numbering: 'none', addressed: 'needed', salutation: true, fields: [], needed: [] }),
  // Clauses 17 and 18: a regulation is known by its name, edition and year, not by a running number.
  form({ key: 'regulation', kind: 'directive', subKind: 'regulation', numbering: 'none', addressed: 'copies', byDepartment: true, fields: rules, needed: ['issuer'] }),
  form({ key: 'rule', kind: 'directive', subKind: 'rule', numbering: 'none', addressed: 'copies', byDepartment: true, fields: rules, needed: ['issuer'] }),
  // Clauses 21 and 22: "ฉบับที่" where one matter has several, as typed.
  form({ key: 'statement', kind: 'publicity', subKind: 'statement', numbering: 'none', addressed: 'copies', signed: false, fields: rules, needed: ['issuer'] }),
  form({ key: 'news', kind: 'publicity', subKind: 'news', numbering: 'none', addressed: 'copies', signed: false, fields: rules, needed: ['issuer'] }),
];

const byKey = new Map(list.map((one) => [one.key, one]));
const memoForm = list[2] as LetterForm;

export const formOf = (key: FormKey): LetterForm => byKey.get(key) ?? memoForm;

/** The form of a letter; what another module made (minutes) is treated as a memo. */
export function formOfLetter(letter: { readonly subKind: SubKind; readonly circular: boolean }): LetterForm {
  if (letter.circular && letter.subKind === 'memo') return formOf('circular');
  return list.find((one) => one.subKind === letter.subKind && !one.circular) ?? memoForm;
}

/** Whether the letter says to whom it goes: a circular in the house by its list of recipients, others by the line that is printed as well. */
export const saysToWhom = (letter: { readonly subKind: SubKind; readonly circular: boolean; readonly toText: string }): boolean =>
  letter.toText.trim() !== '' && !formOfLetter(letter).circular;

/** Fields that the form wants and the letter has not. */
export function missingFields(letter: { readonly subKind: SubKind; readonly circular: boolean; readonly content: LetterContent }): readonly FieldKey[] {
  const { schema } = formOfLetter(letter);
  const checked = schema.safeParse(letter.content.fields ?? {});
  return checked.success ? [] : [...new Set(checked.error.issues.map((issue) => issue.path[0] as FieldKey))];
}

/** Only the fields that the form has: what was typed for another form is not kept. */
export function fieldsFor(letterForm: LetterForm, fields: LetterFields): LetterFields {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => letterForm.fields.includes(key as FieldKey) && (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '')));
}

/**
 * The book of a number; null where the form has none. Secret letters have registers of their own (rules on official
 * secrets, ทขล.2), whatever the form; orders and the like keep their own book and hide the row.
 */
export function bookFor(letter: { readonly subKind: SubKind; readonly circular: boolean; readonly secrecy: Secrecy }, circularBook: Book): Book | null {
  const { numbering } = formOfLetter(letter);
  if (numbering === 'none') return null;
  if (numbering !== 'letters') return numbering;
  if (letter.secrecy !== 'none' && !letter.circular) return 'secret';
  return letter.circular ? circularBook : 'outgoing';
}

const printedNames: Readonly<Record<SubKind, string>> = {
  external: 'หนังสือภายนอก', memo: 'บันทึกข้อความ', stamped: 'หนังสือประทับตรา', order: 'คำสั่ง', regulation: 'ระเบียบ', rule: 'ข้อบังคับ', announcement: 'ประกาศ',
  statement: 'แถลงการณ์', news: 'ข่าว', certificate: 'หนังสือรับรอง', minutes: 'รายงานการประชุม', note: 'บันทึก', other: 'หนังสืออื่น',
};

/** The name of a sub-kind as the regulation has it. */
export const subKindName = (subKind: SubKind): string => printedNames[subKind];

/** How a letter without a number is called in lists: `ระเบียบ (ฉบับที่ 2) พ.ศ. 2563`, `ข่าว ฉบับที่ 3`, `บันทึก 9 พ.ย. 2563`. */
export function unnumberedReference(letter: { readonly subKind: SubKind; readonly content: LetterContent }, year: number, shortDay: string): string {
  const name = subKindName(letter.subKind);
  const edition = letter.content.fields?.edition;
  if (letter.subKind === 'regulation' || letter.subKind === 'rule') return `${name}${edition ? ` (ฉบับที่ ${edition})` : ''} พ.ศ. ${year}`;
  return edition ? `${name} ฉบับที่ ${edition}` : `${name} ${shortDay}`;
}
