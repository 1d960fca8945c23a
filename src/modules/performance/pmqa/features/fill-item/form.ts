import { choice, files, integer, keys, text, textarea, hidden } from '../../../../../platform/forms/fields.ts';
import { defineForm, type FormValues } from '../../../../../platform/forms/form.ts';
import type { Item } from '../../../domain/pmqa/edition.ts';
import { allLevels, type Level } from '../../../domain/pmqa/levels.ts';
import type { Ticks } from '../../../domain/pmqa/score.ts';
import type { LevelTexts } from '../../store/answers.ts';
import { messages } from './messages.ts';

const boxes = keys(/^[1-9]\d?$/, { label: messages.words('boxes'), optional: true });
const explanation = textarea({ label: messages.words('explanation'), max: 6000, optional: true });

/** Boxes of a level are sent by their numbers, from 1. */
export const itemForm = defineForm({
  basic: boxes, basicText: explanation, advance: boxes, advanceText: explanation, significance: boxes, significanceText: explanation,
  rev: integer({ label: { th: '', en: '' } }),
  then: hidden({ optional: true }),
});

export const evidenceForm = defineForm({
  level: choice(allLevels, { label: messages.words('fieldLevel') }),
  file: files({ label: messages.words('fieldFile'), accept: ['pdf'], maxFiles: 1, upload: { allow: ['pdf'] } }),
  note: text({ label: messages.words('fieldNote'), max: 300, optional: true }),
});

export const withdrawForm = defineForm({ reason: text({ label: messages.words('reason'), max: 300 }) });

/** Pages of evidence that one level may have together. */
export const mostPages = 2;

/** What was ticked, as the rules take it; undefined where a number is beyond the item's boxes. */
export function ticksOf(item: Item, input: Readonly<Record<Level, readonly string[]>>): Ticks | undefined {
  const of = (level: Level) => {
    const chosen = new Set(input[level].map(Number));
    const count = item.levels[level].boxes;
    return [...chosen].some((n) => n > count) ? undefined : Array.from({ length: count }, (_, at) => chosen.has(at + 1));
  };
  const [basic, advance, significance] = [of('basic'), of('advance'), of('significance')];
  return basic && advance && significance ? { basic, advance, significance } : undefined;
}

export const textsOf = (input: FormValues<typeof itemForm>): LevelTexts => ({ basic: input.basicText ?? '', advance: input.advanceText ?? '', significance: input.significanceText ?? '' });

export const noTicks = (item: Item): Ticks => ({ basic: Array.from({ length: item.levels.basic.boxes }, () => false), advance: Array.from({ length: item.levels.advance.boxes }, () => false), significance: Array.from({ length: item.levels.significance.boxes }, () => false) });
