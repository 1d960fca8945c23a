import { z } from 'zod';
import type { Authority } from '../../../platform/access/actor.ts';
import type { AddresseeKind, LetterKind, RecipientKind, Secrecy, SubKind, Urgency } from './kinds.ts';

/** A table in a letter. `share` is a column's part of the width beside the others, 1 when left out. */
export const letterTableSchema = z.object({
  kind: z.literal('table'),
  columns: z.array(z.object({ title: z.string().max(2000), align: z.enum(['left', 'centre', 'right']).optional(), share: z.number().positive().max(100).optional() })).min(1).max(12),
  rows: z.array(z.array(z.string().max(20_000))).max(2000),
}).refine((table) => table.rows.every((row) => row.length === table.columns.length), { error: 'every row must have one cell for each column', path: ['rows'] });
export type LetterTable = z.infer<typeof letterTableSchema>;

/** One paragraph, one entry of a list with its printed label (`level` 1 when left out), or a table. */
export const paragraphSchema = z.union([
  z.string().min(1).max(20_000),
  z.object({ kind: z.literal('item'), label: z.string().max(40).optional(), level: z.int().min(1).max(4).optional(), text: z.string().min(1).max(20_000) }),
  letterTableSchema,
]);
export type Paragraph = z.infer<typeof paragraphSchema>;

/** The words of a block, for search and for counting: cells of a table one after the other. */
export function wordsOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  return paragraph.kind === 'item' ? paragraph.text : [paragraph.columns.map((column) => column.title), ...paragraph.rows].map((row) => row.join(' ')).join('\n');
}

const line = z.string().trim().min(1).max(500);
const lines = (most: number) => z.array(line).min(1).max(most);

/** How a letter leaves the house for an addressee outside. */
export const channels = ['post', 'hand', 'mail', 'exchange'] as const;
export type Channel = (typeof channels)[number];

/** An agency or a person outside the house: name and address as typed. */
export const outsideAddresseeSchema = z.object({ name: line, address: z.string().trim().max(500).optional() });
export type OutsideAddressee = z.infer<typeof outsideAddresseeSchema>;

/** An earlier letter that this one refers to, as printed; `letterId` where it is one of the house. */
export const referenceLineSchema = z.object({ text: line, letterId: z.int().positive().optional() });
export type ReferenceLine = z.infer<typeof referenceLineSchema>;

/** Every field that some form of the regulation has besides subject, text and signature; forms.ts says which form has which. */
export const fieldSchemas = {
  /** ส่วนราชการเจ้าของหนังสือ and where it is, line by line. */
  agency: lines(5),
  outside: z.array(outsideAddresseeSchema).min(1).max(100),
  /** อ้างถึง */
  references: z.array(referenceLineSchema).min(1).max(20),
  /** สิ่งที่ส่งมาด้วย that is no stored file, as printed. */
  enclosed: lines(50),
  /** คำลงท้าย */
  closing: line,
  /** ส่วนราชการเจ้าของเรื่อง */
  ownerUnit: line,
  /** โทร. โทรสาร ไปรษณีย์อิเล็กทรอนิกส์, one line each. */
  contacts: lines(6),
  /** สำเนาส่ง */
  copies: lines(30),
  /** Who orders, announces or publishes: unit or post, as printed after the name of the form. */
  issuer: line,
  /** "ทั้งนี้ ตั้งแต่…" of an order. */
  effective: z.string().trim().min(1).max(1000),
  /** Numbers of earlier orders that this one cancels or amends: `12/2563`. */
  cancels: lines(20),
  amends: lines(20),
  /** ฉบับที่ */
  edition: z.string().trim().min(1).max(20),
  /** Whose photograph and signature stand on a certificate of weight. */
  holder: line,
} as const;
export const fieldsSchema = z.object(fieldSchemas).partial();
export type LetterFields = z.infer<typeof fieldsSchema>;

/** What a letter says: paragraphs, and words that must not be broken over two lines. Digits may be of either kind. */
export const contentSchema = z.object({
  paragraphs: z.array(paragraphSchema).max(500),
  keep: z.array(z.string().max(200)).max(500).optional(),
  fields: fieldsSchema.optional(),
  /** To be signed with a certificate once its PDF is made. */
  certificate: z.boolean().optional(),
});
export type LetterContent = z.infer<typeof contentSchema>;

/**
 * Something sent along: a stored file (`platform.file`) or a record of a module (`meetings.minutes-version`), named as
 * on the letter. `hash` is the SHA-256 of the content as it was when the letter was issued, where there is one.
 */
export const enclosureSchema = z.object({
  label: z.string().min(1).max(300),
  type: z.string().min(1).max(80),
  id: z.number().int().positive(),
  href: z.string().startsWith('/').max(500),
  hash: z.string().max(128).optional(),
});
export type Enclosure = z.infer<typeof enclosureSchema>;

/** Whom the author chose. `targetId`: party id, id of the saved group; none for all units. `label` as shown and printed. */
export interface Addressee {
  readonly kind: AddresseeKind;
  readonly targetId: number | null;
  readonly label: string;
}

/** Whom the letter reached: a party id that somebody stands for. */
export interface Recipient {
  readonly id: number;
  readonly kind: RecipientKind;
  readonly label: string;
}

/** A letter before it has a number. Days are `YYYY-MM-DD`. */
export interface NewLetter {
  readonly kind: LetterKind;
  readonly subKind: SubKind;
  readonly circular: boolean;
  readonly fromUnitId: number;
  readonly signerPositionId: number | null;
  readonly subject: string;
  readonly content: LetterContent;
  readonly enclosures: readonly Enclosure[];
  readonly addressees: readonly Addressee[];
  /** Printed after the salutation; made from the addressees when empty. */
  readonly toText: string;
  readonly salutation: string;
  readonly urgency: Urgency;
  /** "ด่วนภายใน" this instant: the fifth case of speed, beside the four. */
  readonly urgentBefore?: Date | null;
  readonly secrecy: Secrecy;
  readonly respondBy: string | null;
  /** Where an answer is given: a page of the house. */
  readonly reply: { readonly href: string; readonly label: string } | null;
  /** The record of another module that causes the letter. */
  readonly source: { readonly type: string; readonly id: number } | null;
  /** The letter that this one replaces, and why. */
  readonly replaces: { readonly letterId: number; readonly reason: string } | null;
}

/** Who signs, as printed, and on which authority (kept with the letter: design rule 11). */
export interface Signature {
  readonly positionId: number;
  readonly personId: number;
  readonly name: string;
  /** Own post of the signer. */
  readonly title: string;
  /** Phrase and principal's post of an acting signer: "รักษาราชการแทน" + "ผู้อำนวยการกองคลัง". */
  readonly acting: { readonly phrase: string; readonly principal: string } | null;
  readonly authority: Authority;
  readonly how: 'in-krom' | 'on-paper';
}

/**
 * The "ถึง" of a letter: what was written, or the names of those addressed, outside the house first. After เรียน stands a
 * post, not a unit: `heads` says by whose post a unit is addressed.
 */
export function toTextOf(letter: Pick<NewLetter, 'toText' | 'addressees'> & { readonly content?: LetterContent }, heads: ReadonlyMap<number, string> = new Map()): string {
  if (letter.toText.trim() !== '') return letter.toText.trim();
  const names = [...(letter.content?.fields?.outside ?? []), ...letter.addressees].map((one) => ('name' in one ? one.name : ((one.kind === 'unit' && one.targetId !== null ? heads.get(one.targetId) : undefined) ?? one.label)));
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(' ')} และ ${names.at(-1)}`;
}
