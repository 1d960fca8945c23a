/** A report bound as a book (รูปเล่ม): cover, contents with page numbers, parts that each begin a page. */
import { z } from 'zod';
import { common } from './document-common.ts';
import { blockSchema, lineText, paperTextSchema } from './text-schemas.ts';

export const boundReportSchema = z.object({
  kind: z.literal('bound-report'),
  ...common,
  agency: lineText,
  heading: lineText,
  /** Under the heading on the cover: fiscal year, round, day. */
  titleLines: z.array(paperTextSchema).min(1).max(8),
  contentsHeading: lineText.default('สารบัญ'),
  parts: z.array(z.object({
    /** Before the title, in the contents too: `บทที่ 1`, `ภาคผนวก ก`. */
    label: z.string().max(60).default(''),
    title: paperTextSchema,
    body: z.array(blockSchema).max(2000),
  })).min(1).max(200),
});
export type BoundReport = z.output<typeof boundReportSchema>;
