/** Papers of the performance cycle: the form of an indicator, the report card of its result, and the book of the year. */
import { z } from 'zod';
import { common } from './document-common.ts';
import { blockSchema, lineText, paperTextSchema, signatorySchema } from './text-schemas.ts';

/** Text of a field as it was typed: each line is a paragraph; "- " or "1. " before it hangs. Empty shows a dash. */
const fieldText = z.string().max(50_000).default('');
const shortText = z.string().max(2000).default('');

/** Who answers for something, with a telephone as people write it. */
const contactSchema = z.object({ name: lineText, position: shortText, unit: shortText, phone: z.string().max(200).default('') });

/** Values of the rungs under the scores they bring: heads "ขั้นต้น (50)", "มาตรฐาน (75)", "ขั้นสูง (100)"; a row for each round. */
const ladderSchema = z.object({
  heads: z.array(lineText).min(1).max(6),
  rows: z.array(z.object({ label: lineText, cells: z.array(z.string().max(2000)) })).min(1).max(12),
}).refine((ladder) => ladder.rows.every((row) => row.cells.length === ladder.heads.length), { error: 'every row must have one cell for each head', path: ['rows'] });

const valueOfYear = z.object({ year: lineText, value: z.string().trim().max(300) });

/** A target as one authority asks for it. */
const targetSchema = z.object({
  authority: lineText,
  /** In the order of the scores: { score: '50', value: 'ร้อยละ 70' }. */
  rungs: z.array(z.object({ score: lineText, value: shortText })).max(6).default([]),
  weight: z.string().max(100).default(''),
  reason: fieldText,
  /** Letter or meeting that it comes from. */
  source: shortText,
});

const indicator = {
  /** "1.1" */
  number: lineText,
  name: paperTextSchema,
  agency: lineText,
  /** "ประจำปีงบประมาณ พ.ศ. 2564" */
  period: lineText,
  weight: z.string().max(100).default(''),
  unitOfMeasure: z.string().max(300).default(''),
};

const formFields = {
  ...indicator,
  component: shortText,
  guideline: shortText,
  /** ผลลัพธ์, ผลผลิต, ขั้นตอน */
  type: z.string().max(200).default(''),
  /** ยิ่งมากยิ่งดี, ยิ่งน้อยยิ่งดี */
  direction: z.string().max(200).default(''),
  definition: fieldText,
  scope: fieldText,
  formula: fieldText,
  baseline: z.array(valueOfYear).max(6).default([]),
  planned: z.array(valueOfYear).max(8).default([]),
  ladder: ladderSchema.optional(),
  targets: z.array(targetSchema).max(3).default([]),
  conditions: fieldText,
  collection: fieldText,
  sources: fieldText,
  /** ยุทธศาสตร์ชาติ, แผนแม่บท, แผนปฏิรูป …: label and what of it. */
  links: z.array(z.object({ label: lineText, text: z.string().max(4000) })).max(20).default([]),
  supervisors: z.array(contactSchema).max(10).default([]),
  collectors: z.array(contactSchema).max(20).default([]),
  supporters: z.array(lineText).max(40).default([]),
  reason: fieldText,
  /** "ฉบับที่ 3 เสนอสำนักงาน ก.พ.ร. เมื่อวันที่ 30 ตุลาคม 2563" */
  state: shortText,
};

/** Words of the form that are not the usual ones of this year, by field. */
const labels = z.record(z.string().max(40), lineText).default({});

export const evidenceSchema = z.object({
  /** "1", "1.1-2" */
  number: z.string().max(40).default(''),
  name: z.string().trim().min(1).max(1000),
  date: z.string().max(100).default(''),
  /** Where it can be opened or found. */
  place: z.string().max(500).default(''),
});

const cardFields = {
  ...indicator,
  /** "รอบ 12 เดือน" */
  round: lineText,
  ladder: ladderSchema.optional(),
  /** As read: "ร้อยละ 77.000"; words for a missing one are the caller's. */
  result: lineText,
  resultDetail: fieldText,
  /** How the score comes from the result, line by line. */
  calculation: fieldText,
  score: lineText,
  weighted: z.string().max(200).default(''),
  measures: fieldText,
  supporting: fieldText,
  problems: fieldText,
  suggestions: fieldText,
  evidence: z.array(evidenceSchema).max(500).default([]),
  reporters: z.array(contactSchema).max(10).default([]),
};

/** แบบรายละเอียดตัวชี้วัด. */
export const indicatorFormSchema = z.object({
  kind: z.literal('indicator-form'), ...common, heading: lineText.default('แบบรายละเอียดตัวชี้วัด'), labels, ...formFields,
  signers: z.array(signatorySchema).max(3).default([]),
});

/** แบบรายงานผลการดำเนินงานตามตัวชี้วัด. */
export const sarCardSchema = z.object({
  kind: z.literal('sar-card'), ...common, heading: lineText.default('แบบรายงานผลการดำเนินงานตามตัวชี้วัด'), labels, ...cardFields,
  signers: z.array(signatorySchema).max(3).default([]),
});

/** Bars of the same scale below one another; numbers place them, words are read. */
const barsSchema = z.object({
  kind: z.literal('bars'),
  caption: lineText,
  max: z.number().positive(),
  marks: z.array(z.object({ at: z.number().nonnegative(), words: lineText })).max(8).default([]),
  rows: z.array(z.object({
    label: lineText, value: z.number().nonnegative().nullable(), rest: z.number().nonnegative().default(0), of: z.number().positive().optional(), words: lineText,
  })).min(1).max(60),
});

/** Shapes as SVG and words at their places, as `chartDrawing` makes it of a chart of the screen. */
export const drawingSchema = z.object({
  kind: z.literal('drawing'),
  caption: lineText,
  alt: z.string().trim().min(1).max(2000),
  width: z.number().positive().max(5000),
  height: z.number().positive().max(5000),
  /** Shapes alone: words, links, pictures and styles of its own are refused. */
  svg: z.string().max(100_000).refine((svg) => svg.startsWith('<svg ') && !/<(?:text|image|use|style|script|foreignObject|a)\b|href|url\(|<!/i.test(svg), { error: 'only shapes' }),
  labels: z.array(z.object({ x: z.number(), y: z.number(), words: lineText, anchor: z.enum(['start', 'middle', 'end']).default('start'), bold: z.boolean().default(false) })).max(200).default([]),
  legend: z.array(z.object({ svg: z.string().max(4000), words: lineText })).max(12).default([]),
});
const chartSchema = z.discriminatedUnion('kind', [barsSchema, drawingSchema]);

/** รูปเล่ม: cover, contents, summary, a chapter for each indicator, annexes. */
export const performanceBookSchema = z.object({
  kind: z.literal('performance-book'), ...common,
  heading: lineText.default('รายงานการประเมินผลการปฏิบัติราชการ'),
  agency: lineText,
  period: lineText,
  /** Lines at the foot of the cover: who sends it to whom, and the day. */
  coverLines: z.array(paperTextSchema).max(6).default([]),
  labels,
  summary: z.object({
    intro: z.array(blockSchema).max(60).default([]),
    rows: z.array(z.union([
      z.object({ number: lineText, name: paperTextSchema, weight: z.string().max(60), result: z.string().max(300), score: z.string().max(60), weighted: z.string().max(60) }),
      z.object({ across: paperTextSchema }),
    ])).min(1).max(200),
    total: z.object({ weight: z.string().max(60), score: z.string().max(60).default(''), weighted: z.string().max(60) }),
    /** "ระดับมาตรฐานขั้นสูง" and the like, a line each. */
    notes: z.array(paperTextSchema).max(20).default([]),
    charts: z.array(chartSchema).max(12).default([]),
  }),
  chapters: z.array(z.object({
    number: lineText,
    name: paperTextSchema,
    form: z.object(formFields).optional(),
    card: z.object(cardFields).optional(),
    charts: z.array(chartSchema).max(6).default([]),
  })).min(1).max(60),
  annexes: z.array(z.object({ number: lineText, name: z.string().trim().min(1).max(1000), note: z.string().max(500).default('') })).max(300).default([]),
});

export const performanceSchemas = [indicatorFormSchema, sarCardSchema, performanceBookSchema] as const;

export type IndicatorForm = z.output<typeof indicatorFormSchema>;
export type SarCard = z.output<typeof sarCardSchema>;
export type PerformanceBook = z.output<typeof performanceBookSchema>;
export type IndicatorFormFields = Omit<IndicatorForm, 'kind' | 'heading' | 'labels' | 'signers' | keyof typeof common>;
export type SarCardFields = Omit<SarCard, 'kind' | 'heading' | 'labels' | 'signers' | keyof typeof common>;
export type BookChart = z.output<typeof chartSchema>;
/** A chart as a caller hands it over: defaults may be left out. */
export type BookChartInput = z.input<typeof chartSchema>;
