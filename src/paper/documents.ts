/**
 * What can be printed, as data. Every document is one Zod schema; the renderer parses what it is given, so a caller may
 * hand over plain JSON. Digits may be Arabic or Thai: the sheet shows Thai ones. Dates and numbers come as words,
 * already written the official way by the module that knows them.
 */
import { z } from 'zod';
import { common, running, urgency } from './document-common.ts';
import { letterSchemas } from './letter-documents.ts';
import { listSchemas } from './list-documents.ts';
import { performanceSchemas } from './performance-documents.ts';
import { blockSchema, lineText, paperTextSchema, personSchema, signatorySchema } from './text-schemas.ts';

export * from './letter-documents.ts';
export * from './list-documents.ts';
export * from './performance-documents.ts';
export * from './text-schemas.ts';

/** บันทึกข้อความ (form 2): also the invitation to a meeting. */
export const memoSchema = z.object({
  kind: z.literal('memo'),
  ...common,
  ...running,
  urgency,
  /** ส่วนราชการ, with telephone as people write it: "กลุ่มพัฒนาระบบบริหาร โทร. 0 2000 0000 ต่อ 1720". */
  unit: paperTextSchema,
  /** ที่: empty on a draft that has no number yet. */
  number: z.string().max(200).default(''),
  date: z.string().max(200).default(''),
  subject: paperTextSchema,
  salutation: lineText.default('เรียน'),
  to: paperTextSchema,
  references: z.array(paperTextSchema).default([]),
  enclosures: z.array(paperTextSchema).default([]),
  body: z.array(blockSchema).min(1),
  signers: z.array(signatorySchema).min(1).max(4),
});

const titled = {
  /** Centred lines under the title: body, number, day, place. */
  titleLines: z.array(paperTextSchema).min(1).max(12),
};

/** แบบตอบรับการรับรองรายงานการประชุม, empty or filled in. */
export const replyFormSchema = z.object({
  kind: z.literal('reply-form'),
  ...common,
  ...titled,
  heading: lineText.default('แบบตอบรับการรับรองรายงานการประชุม'),
  to: paperTextSchema,
  /** What was considered: "ได้พิจารณารายงานการประชุม…แล้ว ผลการพิจารณาเป็นดังนี้". */
  statement: paperTextSchema,
  choices: z.tuple([paperTextSchema, paperTextSchema])
    .default(['รับรองรายงานการประชุม โดยไม่มีการแก้ไข', 'รับรองรายงานการประชุม โดยมีการแก้ไข']),
  remarksLabel: paperTextSchema.default('ข้อสังเกต/ข้อเสนอแนะ/อื่น ๆ'),
  answer: z.enum(['as-is', 'with-changes']).optional(),
  corrections: paperTextSchema.optional(),
  remarks: paperTextSchema.optional(),
  signedAs: z.string().max(200).default(''),
  name: z.string().max(200).default(''),
  position: z.string().max(400).default(''),
  /** Empty: dots for day, month and year. */
  date: z.string().max(100).default(''),
});

const clockTime = z.string().regex(/^(?:[01]?\d|2[0-3])[:.][0-5]\d$/, 'HH:MM');

const minutesFields = {
  ...common,
  ...running,
  ...titled,
  heading: lineText.default('รายงานการประชุม'),
  /** A line above the title: "(ร่าง)", "ฉบับแสดงการแก้ไข". */
  notice: paperTextSchema.optional(),
  present: z.array(personSchema).default([]),
  absent: z.array(personSchema).default([]),
  attending: z.array(personSchema).default([]),
  startTime: clockTime,
  body: z.array(blockSchema).default([]),
  endTime: clockTime,
  drafter: signatorySchema,
  checker: signatorySchema.optional(),
  /** Numbers at the left margin, starting anew on each page, for naming a place in a correction. */
  lineNumbers: z.boolean().default(false),
  /** บันทึกผลการรับรอง: who answered what, and when, on a page of its own at the end. */
  adoption: z.object({
    heading: lineText.default('บันทึกผลการรับรองรายงานการประชุม'),
    paragraphs: z.array(paperTextSchema).default([]),
    rows: z.array(z.object({
      who: paperTextSchema,
      answer: paperTextSchema,
      answeredOn: paperTextSchema.default(''),
      note: paperTextSchema.default(''),
    })).max(1000),
    conclusion: z.array(paperTextSchema).default([]),
  }).optional(),
};

/** รายงานการประชุม (form 11). */
export const minutesSchema = z.object({ kind: z.literal('minutes'), ...minutesFields });

/**
 * Minutes with the changes of one version to the next marked in the text: runs with `mark`, their `note` naming the
 * suggestion; a table at the end says what became of each suggestion.
 */
export const differenceSchema = z.object({
  kind: z.literal('difference'),
  ...minutesFields,
  changes: z.array(z.object({
    /** The same words as the `note` of the runs it made. */
    ref: lineText,
    by: paperTextSchema,
    suggestion: paperTextSchema,
    decision: paperTextSchema,
    reason: paperTextSchema.default(''),
  })).max(2000),
});

/** ระเบียบวาระการประชุม. */
export const agendaSchema = z.object({
  kind: z.literal('agenda'),
  ...common,
  ...running,
  ...titled,
  heading: lineText.default('ระเบียบวาระการประชุม'),
  sections: z.array(z.object({
    /** "ระเบียบวาระที่ 1" */
    label: lineText,
    text: paperTextSchema,
    items: z.array(z.object({
      label: lineText,
      text: paperTextSchema,
      /** Who presents it, printed below in brackets. */
      presenter: lineText.optional(),
      papers: z.array(lineText).default([]),
    })).default([]),
  })).min(1).max(50),
});

/** ใบลงชื่อ: rows to sign on. */
export const signInSchema = z.object({
  kind: z.literal('sign-in'),
  ...common,
  ...titled,
  heading: lineText.default('ใบลงชื่อผู้เข้าร่วมประชุม'),
  people: z.array(z.object({ name: lineText, position: z.string().max(500).default('') })).max(2000),
  /** Empty rows after the names, for those who were not expected. */
  blankRows: z.int().min(0).max(500).default(0),
  note: paperTextSchema.optional(),
});

/** What is seen of an electronic signature: a small page of its own, to be put onto another document by src/paper/signing. */
export const signatureStampSchema = z.object({
  kind: z.literal('signature-stamp'),
  ...common,
  heading: lineText.default('ลงลายมือชื่ออิเล็กทรอนิกส์'),
  name: lineText,
  position: z.string().max(400).default(''),
  /** "รักษาราชการแทน" and the post signed for. */
  acting: z.object({ phrase: lineText, principal: lineText }).optional(),
  /** Day and time in words. */
  date: lineText,
});

export const paperDocumentSchema = z.discriminatedUnion('kind', [
  memoSchema, replyFormSchema, minutesSchema, differenceSchema, agendaSchema, signInSchema, signatureStampSchema, ...letterSchemas, ...listSchemas, ...performanceSchemas,
]);

/** A document as a caller writes it: defaults may be left out. */
export type PaperDocument = z.input<typeof paperDocumentSchema>;
/** A document after parsing. */
export type ParsedDocument = z.output<typeof paperDocumentSchema>;
export type Memo = z.output<typeof memoSchema>;
export type ReplyForm = z.output<typeof replyFormSchema>;
export type Minutes = z.output<typeof minutesSchema>;
export type Difference = z.output<typeof differenceSchema>;
export type Agenda = z.output<typeof agendaSchema>;
export type SignIn = z.output<typeof signInSchema>;
export type SignatureStamp = z.output<typeof signatureStampSchema>;
