/** Lists on paper: registers (forms 13, 14), the delivery book (16), reports as tables; and the envelope (15). */
import { z } from 'zod';
import { common } from './document-common.ts';
import { lineText, paperTextSchema } from './text-schemas.ts';

const columnSchema = z.object({
  head: paperTextSchema,
  /** Share of the width. */
  width: z.number().positive().max(100).default(1),
  align: z.enum(['left', 'centre', 'right']).default('left'),
});

/** A table over any number of pages, its head on each of them. */
export const tableReportSchema = z.object({
  kind: z.literal('table-report'),
  ...common,
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  heading: lineText,
  titleLines: z.array(paperTextSchema).max(6).default([]),
  columns: z.array(columnSchema).min(1).max(14),
  /** Cells of a row; or a line across the table (a day, a group). */
  rows: z.array(z.union([z.array(paperTextSchema), z.object({ across: paperTextSchema })])).max(5000),
  totals: z.array(paperTextSchema).optional(),
  notes: z.array(paperTextSchema).max(20).default([]),
}).refine((report) => [...report.rows, ...(report.totals ? [report.totals] : [])].every((row) => !Array.isArray(row) || row.length === report.columns.length), {
  error: 'every row must have one cell for each column', path: ['rows'],
});

/** ซองหนังสือ (form 15, clause 75): sizes of the regulation in mm. */
export const envelopeSizes = { C4: [229, 324], C5: [162, 229], C6: [114, 162], DL: [110, 220] } as const;
export const envelopeSchema = z.object({
  kind: z.literal('envelope'),
  ...common,
  size: z.enum(['C4', 'C5', 'C6', 'DL']).default('DL'),
  urgency: z.string().trim().min(1).max(60).optional(),
  agencyLines: z.array(lineText).min(1).max(5),
  number: z.string().max(200).default(''),
  salutation: lineText.default('เรียน'),
  to: paperTextSchema,
  addressLines: z.array(lineText).max(5).default([]),
});

/** ตรารับหนังสือ (form 12, clause 36): a sheet of 5 × 2.5 cm, to be laid on a copy of what was received. */
export const receiveStampSchema = z.object({
  kind: z.literal('receive-stamp'),
  ...common,
  agency: lineText,
  number: lineText,
  date: lineText,
  time: lineText,
});

/** ใบรับหนังสือ (form 17, clause 48): kept with the copy of what was sent. Empty day, time and receiver are filled in by hand. */
export const receiptSlipSchema = z.object({
  kind: z.literal('receipt-slip'),
  ...common,
  agency: lineText,
  number: z.string().max(200).default(''),
  to: paperTextSchema,
  subject: paperTextSchema,
  receivedOn: z.string().max(200).default(''),
  time: z.string().max(60).default(''),
  receiver: z.string().max(300).default(''),
});

export const listSchemas = [tableReportSchema, envelopeSchema, receiveStampSchema, receiptSlipSchema] as const;

export type TableReport = z.output<typeof tableReportSchema>;
export type Envelope = z.output<typeof envelopeSchema>;
export type ReceiveStamp = z.output<typeof receiveStampSchema>;
export type ReceiptSlip = z.output<typeof receiptSlipSchema>;
