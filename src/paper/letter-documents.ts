/**
 * The forms of the regulation on correspondence that stand on paper with the emblem (forms 1, 3-10) and the note of its
 * clause 26. Words come as they are to be read; digits become Thai on the sheet.
 */
import { z } from 'zod';
import { common, running, urgency } from './document-common.ts';
import { blockSchema, lineText, paperTextSchema, signatorySchema } from './text-schemas.ts';

const onEmblemPaper = { ...common, ...running };
const body = z.array(blockSchema).min(1);
const signers = z.array(signatorySchema).min(1).max(4);
/** A day in words: "14 มิถุนายน 2569". Empty on a draft. */
const day = z.string().max(200).default('');
const number = z.string().max(200).default('');
/** โทร., โทรสาร, ไปรษณีย์อิเล็กทรอนิกส์: one line each, as written. */
const contacts = z.array(lineText).max(6).default([]);

/** หนังสือภายนอก (form 1, clause 11). */
export const externalLetterSchema = z.object({
  kind: z.literal('external-letter'),
  ...onEmblemPaper,
  urgency,
  number,
  /** The agency that owns the letter, and where it is: one to five lines at the right. */
  agencyLines: z.array(lineText).min(1).max(5),
  date: day,
  subject: paperTextSchema,
  salutation: lineText.default('เรียน'),
  to: paperTextSchema,
  references: z.array(paperTextSchema).max(20).default([]),
  enclosures: z.array(paperTextSchema).max(50).default([]),
  body,
  closing: lineText.default('ขอแสดงความนับถือ'),
  signers,
  /** ส่วนราชการเจ้าของเรื่อง. */
  ownerUnit: lineText.optional(),
  contacts,
  /** สำเนาส่ง: who else has it. */
  copies: z.array(lineText).max(30).default([]),
});

/** หนังสือประทับตรา (form 3, clause 14): a red seal and initials in place of the signature of the head of a department. */
export const stampedLetterSchema = z.object({
  kind: z.literal('stamped-letter'),
  ...onEmblemPaper,
  urgency,
  number,
  to: paperTextSchema,
  body,
  /** The agency that sends it, over the seal. */
  agency: lineText,
  /** Name along the lower ring of the seal; the agency's when left out. */
  sealName: lineText.optional(),
  /** ลายมือชื่อย่อ of the officer in charge, typed; empty on a draft. */
  initials: z.string().max(40).default(''),
  date: day,
  ownerUnit: lineText.optional(),
  contacts,
});

/** คำสั่ง (form 4, clause 16). */
export const orderSchema = z.object({
  kind: z.literal('order'),
  ...onEmblemPaper,
  issuer: lineText,
  /** "12/2569"; empty on a draft. */
  number,
  subject: paperTextSchema,
  body,
  /** Day of the order with พ.ศ.: "14 มิถุนายน พ.ศ. 2569". */
  date: day,
  signers,
});

const rules = {
  ...onEmblemPaper,
  issuer: lineText,
  /** What it is about, after ว่าด้วย. */
  about: paperTextSchema,
  /** "2" of "(ฉบับที่ 2)"; left out for the first of its name. */
  edition: z.string().trim().min(1).max(20).optional(),
  /** Year after พ.ศ. */
  year: z.string().trim().max(10).default(''),
  body,
  date: day,
  signers,
};
/** ระเบียบ (form 5, clause 17). */
export const regulationSchema = z.object({ kind: z.literal('regulation'), ...rules });
/** ข้อบังคับ (form 6, clause 18). */
export const ruleSchema = z.object({ kind: z.literal('rule'), ...rules });

/** ประกาศ (form 7, clause 20). */
export const announcementSchema = z.object({
  kind: z.literal('announcement'),
  ...onEmblemPaper,
  issuer: lineText,
  number: z.string().max(200).default(''),
  subject: paperTextSchema,
  body,
  date: day,
  signers,
});

const news = {
  ...onEmblemPaper,
  issuer: lineText,
  subject: paperTextSchema,
  edition: z.string().trim().min(1).max(20).optional(),
  body,
  date: day,
};
/** แถลงการณ์ (form 8, clause 21): no signature. */
export const statementSchema = z.object({ kind: z.literal('statement'), ...news });
/** ข่าว (form 9, clause 22): no signature. */
export const newsSchema = z.object({ kind: z.literal('news'), ...news });

/** หนังสือรับรอง (form 10, clause 24). */
export const certificateSchema = z.object({
  kind: z.literal('certificate'),
  ...onEmblemPaper,
  /** เลขที่ n/พ.ศ. */
  number,
  agencyLines: z.array(lineText).min(1).max(5),
  body,
  date: day,
  signers,
  /** For important ones: room for a photograph of 4 × 6 cm and the signature of the person certified. */
  photo: z.object({ holder: lineText }).optional(),
});

/** บันทึก (clause 26) with what was noted after it (การบันทึกต่อเนื่อง, เกษียน). */
export const noteSchema = z.object({
  kind: z.literal('note'),
  ...onEmblemPaper,
  heading: lineText.default('บันทึก'),
  salutation: lineText.default('เรียน'),
  to: paperTextSchema,
  subject: paperTextSchema.optional(),
  body,
  signers,
  date: day,
  entries: z.array(z.object({
    to: paperTextSchema.optional(),
    text: paperTextSchema.default(''),
    signer: signatorySchema,
    date: z.string().max(200).default(''),
  })).max(200).default([]),
});

export const letterSchemas = [
  externalLetterSchema, stampedLetterSchema, orderSchema, regulationSchema, ruleSchema, announcementSchema, statementSchema, newsSchema,
  certificateSchema, noteSchema,
] as const;

export type ExternalLetter = z.output<typeof externalLetterSchema>;
export type StampedLetter = z.output<typeof stampedLetterSchema>;
export type Order = z.output<typeof orderSchema>;
export type Rules = z.output<typeof regulationSchema> | z.output<typeof ruleSchema>;
export type Announcement = z.output<typeof announcementSchema>;
export type News = z.output<typeof statementSchema> | z.output<typeof newsSchema>;
export type Certificate = z.output<typeof certificateSchema>;
export type Note = z.output<typeof noteSchema>;
export type LetterDocument = ExternalLetter | StampedLetter | Order | Rules | Announcement | News | Certificate | Note;
