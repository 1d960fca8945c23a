import { z } from 'zod';
import { lineText } from './text-schemas.ts';

/** What every document may carry. */
export const common = {
  /** Title in the file's properties; otherwise taken from the document itself. */
  title: lineText.optional(),
  /** Names, units and terms that must not be broken over two lines. Names on lists and under signatures are added. */
  keep: z.array(lineText).max(5000).default([]),
  /** "ลับ", "ลับมาก": red, top and bottom of every page. */
  secrecy: z.string().trim().min(1).max(24).optional(),
  /** Spaces stretch to an even right edge. Off: ragged, which reads better where a line has few spaces. */
  justify: z.boolean().default(false),
};

/** For documents whose text runs over pages: first words of the next page at the foot of each page that goes on. */
export const running = { catchword: z.boolean().default(true) };

/** "ด่วน", "ด่วนมาก", "ด่วนที่สุด" or "ด่วนภายใน…": words are data, the law may add to them. Red, 32 pt. */
export const urgency = z.string().trim().min(1).max(60).optional();
