/** A score sheet as it is frozen: everything that it shows, in plain digits and names, readable without the house. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Words } from '../../../../platform/words.ts';
import type { Sheet } from '../../sheet.ts';
import { explanationWords } from '../../domain/ladder/explain.ts';
import { possibleClasses } from '../../domain/ladder/total.ts';
import { allComponents } from '../../domain/framework/framework.ts';
import { round, scaledText, usualRounding, type Fraction, type Scaled } from '../../domain/numbers.ts';

const words = z.object({ th: z.string(), en: z.string() });
const number = z.string().regex(/^-?\d+(\.\d+)?$/).nullable();

const frozenLine = z.object({
  key: z.string(), name: z.string(), component: z.string(), componentName: words,
  owners: z.array(z.string()), unitOfMeasure: z.string(), better: z.enum(['more', 'less']),
  /** As on the sheet, and after the weight of cancelled ones was spread. */
  weight: number, countedWeight: number,
  targets: z.array(z.object({ value: z.string(), score: z.string() })),
  state: z.enum(['scored', 'missing', 'cancelled']), cancelReason: z.string().nullable(),
  value: number, margin: number, month: z.number().nullable(), asOf: z.string().nullable(), source: z.enum(['manual', 'measure']).nullable(), measureName: z.string().nullable(),
  score: number, weighted: number, why: words.nullable(),
});
export type FrozenLine = z.infer<typeof frozenLine>;

export const frozenSheet = z.object({
  /** Of this form; another one gets another number and both stay readable. */
  form: z.literal(1),
  fiscalYear: z.number(), month: z.number(), department: z.string(),
  framework: z.object({ name: words, edition: z.number(), weightSum: number, cancelled: z.string().nullable(), rounding: z.object({ places: z.number(), mode: z.string(), at: z.string() }).nullable() }),
  lines: z.array(frozenLine),
  total: z.object({ shown: number, least: number, most: number, missing: z.array(z.string()) }).nullable(),
  reached: z.object({ key: z.string(), name: words }).nullable(),
  possible: z.array(z.object({ key: z.string(), name: words })),
});
export type FrozenSheet = z.infer<typeof frozenSheet>;

const rounded = (value: Fraction | undefined, rounding: typeof usualRounding): string | null => (value === undefined ? null : scaledText(round(value, rounding), { places: rounding.places }));
const plain = (value: Scaled | null | undefined): string | null => (value === null || value === undefined ? null : scaledText(value));

/** The sheet to be frozen. `unitNames`: how units are named on paper, by id. */
export function freezeSheet(sheet: Sheet, month: number, unitNames: ReadonlyMap<number, string>): FrozenSheet {
  const { framework, cycle, total, lines, reached } = sheet;
  const rounding = framework.rounding ?? usualRounding;
  const components = new Map(allComponents(framework).map(({ key, name }) => [key, name]));
  const classNames = new Map((framework.classes ?? []).map(({ key, name }) => [key, name]));
  const named = (key: string): { key: string; name: Words } => ({ key, name: classNames.get(key) ?? { th: key, en: key } });
  const shown = (value: Scaled | undefined): string | null => (value === undefined ? null : scaledText(value, { places: rounding.places }));
  return {
    form: 1, fiscalYear: cycle.fiscalYear, month, department: unitNames.get(cycle.departmentId) ?? '',
    framework: { name: framework.name, edition: framework.edition, weightSum: framework.weightSum, cancelled: framework.cancelled, rounding: framework.rounding },
    lines: lines.map(({ indicator, ladder, result, explanation, weighted }) => ({
      key: indicator.key, name: indicator.name, component: indicator.component, componentName: components.get(indicator.component) ?? { th: indicator.component, en: indicator.component },
      owners: indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }) => unitNames.get(unitId) ?? ''), unitOfMeasure: indicator.unitOfMeasure, better: indicator.better,
      weight: plain(indicator.weight), countedWeight: rounded(weighted.weight, rounding),
      targets: (ladder?.rungs ?? []).map(({ value, score }) => ({ value: scaledText(value), score: scaledText(score) })),
      state: weighted.state, cancelReason: indicator.cancelReason,
      value: plain(explanation?.value ?? result?.value), margin: plain(result?.margin), month: result?.month ?? null, asOf: result?.asOf.toISOString() ?? null, source: result?.source ?? null, measureName: result?.measureName ?? null,
      score: explanation ? scaledText(explanation.shown, { places: rounding.places }) : null, weighted: rounded(weighted.weighted, rounding),
      why: explanation ? explanationWords(explanation) : null,
    })),
    total: total ? { shown: shown(total.shown), least: shown(total.least), most: shown(total.most), missing: [...total.missing] } : null,
    reached: reached ? named(reached.key) : null,
    possible: total && total.shown === undefined ? possibleClasses(sheet.classes, total).map(({ key }) => named(key)) : [],
  };
}

/** The same text for the same content, whatever order its parts came in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]));
}

/** The text that the hash is taken of; a reader of the JSON file can take it too. */
const canonicalText = (content: FrozenSheet): string => JSON.stringify(inOrder(content));

/** SHA-256 (hex) of the canonical text. */
export const hashOf = (content: FrozenSheet): string => createHash('sha256').update(canonicalText(content)).digest('hex');

export interface LineDifference {
  readonly key: string;
  readonly name: string;
  /** What differs; `added` and `removed` for a whole line. */
  readonly what: 'added' | 'removed' | 'name' | 'weight' | 'countedWeight' | 'targets' | 'state' | 'value' | 'score' | 'weighted' | 'owners';
  readonly before: string;
  readonly after: string;
}

const compared = ['name', 'weight', 'countedWeight', 'targets', 'state', 'value', 'score', 'weighted', 'owners'] as const;
const textOf = (line: FrozenLine, what: (typeof compared)[number]): string => {
  if (what === 'targets') return line.targets.map(({ value, score }) => `${value} = ${score}`).join(' · ');
  if (what === 'owners') return line.owners.join(' ');
  return line[what] ?? '';
};

/** What changed from one sheet to the other, line by line in the order of the later one; what went away comes last. */
export function differencesOf(before: FrozenSheet, after: FrozenSheet): LineDifference[] {
  const old = new Map(before.lines.map((line) => [line.key, line]));
  const now = new Set(after.lines.map(({ key }) => key));
  return [
    ...after.lines.flatMap((line): LineDifference[] => {
      const was = old.get(line.key);
      if (!was) return [{ key: line.key, name: line.name, what: 'added', before: '', after: line.name }];
      return compared.filter((what) => textOf(was, what) !== textOf(line, what)).map((what) => ({ key: line.key, name: line.name, what, before: textOf(was, what), after: textOf(line, what) }));
    }),
    ...before.lines.filter(({ key }) => !now.has(key)).map((line): LineDifference => ({ key: line.key, name: line.name, what: 'removed', before: line.name, after: '' })),
  ];
}
