/** The parts that documents are made of: texts with marked runs, blocks of a body, people, signatories. */
import { z } from 'zod';

/** One short line, never empty. */
export const lineText = z.string().trim().min(1).max(500);

export const runSchema = z.object({
  text: z.string().max(200_000),
  bold: z.boolean().optional(),
  /** Inserted (underlined) or deleted (struck through) in a difference. */
  mark: z.enum(['ins', 'del']).optional(),
  /** Printed small and raised after the run: the number of the suggestion that made the change. */
  note: z.string().max(40).optional(),
  /** Digits stay as they are: an identifier that is defined in Arabic digits. */
  asWritten: z.boolean().optional(),
});

/** A plain string, or runs that differ in style. Line breaks inside count as spaces. */
export const paperTextSchema = z.union([z.string().max(200_000), z.array(runSchema).max(5000)]);

export const tableSchema = z.object({
  kind: z.literal('table'),
  columns: z.array(z.object({
    head: paperTextSchema,
    /** Share of the width; 1 for all when left out. */
    width: z.number().positive().max(100).default(1),
    align: z.enum(['left', 'centre', 'right']).default('left'),
  })).min(1).max(12),
  rows: z.array(z.array(paperTextSchema)).max(2000),
}).refine((table) => table.rows.every((row) => row.length === table.columns.length), {
  error: 'every row must have one cell for each column', path: ['rows'],
});

const textBlock = z.discriminatedUnion('kind', [
  /** An agenda heading at the left margin: "ระเบียบวาระที่ 1 …". */
  z.object({ kind: z.literal('section'), text: paperTextSchema }),
  /** A numbered matter under it, bold and indented: "2.1 …". */
  z.object({ kind: z.literal('topic'), text: paperTextSchema }),
  /** A bold line inside a matter: "ตัวชี้วัดที่ 1 …". */
  z.object({ kind: z.literal('heading'), text: paperTextSchema }),
  z.object({ kind: z.literal('paragraph'), text: paperTextSchema }),
  /** What somebody said: "- ผอ.ก. แจ้งว่า …". */
  z.object({ kind: z.literal('statement'), speaker: z.string().max(300).optional(), text: paperTextSchema }),
  /** One entry of a list; `label` as printed ("1.", "ขั้นตอนที่ 1"), a dash when left out. */
  z.object({
    kind: z.literal('item'),
    label: z.string().max(100).optional(),
    level: z.int().min(1).max(4).default(1),
    text: paperTextSchema,
  }),
  z.object({ kind: z.literal('resolution'), label: lineText.default('มติที่ประชุม'), text: paperTextSchema }),
]);

/** A block of a body. A bare text is a paragraph. */
export const blockSchema = z.union([paperTextSchema, tableSchema, textBlock]);

/** One who was present, absent or attending. With `role` the list prints name over position, and the role at the right. */
export const personSchema = z.object({
  name: lineText,
  position: z.string().max(500).default(''),
  /** A line of its own under the position: "รักษาราชการแทนผู้อำนวยการกองคลัง", "ผู้แทนผู้อำนวยการสำนักข่าว". */
  acting: z.string().max(500).default(''),
  role: z.string().max(300).default(''),
  /** Why absent. */
  reason: z.string().max(500).default(''),
});

export const signatorySchema = z.object({
  /** Names the place of the signature in the renderer's answer. */
  id: z.string().max(100).optional(),
  name: lineText,
  position: paperTextSchema.default(''),
  /** A post signed for: phrase "รักษาราชการแทน" / "ปฏิบัติราชการแทน" / "รักษาการในตำแหน่ง" / "ทำการแทน" and the principal's post. */
  acting: z.object({ phrase: lineText, principal: lineText }).optional(),
  /** Typed instead of written by hand, over the printed name. */
  signedAs: z.string().max(200).optional(),
  /** "ผู้จดรายงานการประชุม" */
  caption: z.string().max(200).optional(),
});

export type Run = z.output<typeof runSchema>;
export type PaperText = z.output<typeof paperTextSchema>;
export type Block = z.output<typeof blockSchema>;
export type TableBlock = z.output<typeof tableSchema>;
export type Person = z.output<typeof personSchema>;
export type Signatory = z.output<typeof signatorySchema>;
