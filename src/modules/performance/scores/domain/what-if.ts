/** What would be: typed values instead of the results, another year's framework, and the cheapest way to a class. */
import type { Words } from '../../../../platform/words.ts';
import { cheapestWay, stepsAhead, type CheapestWay, type Movable, type Move } from '../../domain/ladder/cheapest.ts';
import { checkLadder, ladderOf, readyLadder, type ReadyLadder } from '../../domain/ladder/ladder.ts';
import { reachableValue, valueFor } from '../../domain/ladder/inverse.ts';
import { allComponents, type Framework } from '../../domain/framework/framework.ts';
import { compare, divide, parseTyped, subtract, whole, type Fraction, type Scaled, type TypedFailure } from '../../domain/numbers.ts';
import { ladderOfIndicator, scoredLines, type Indicator } from '../../store/indicators.ts';
import { makeSheet, type Sheet, type Supposed } from '../../sheet.ts';
import { messages } from './messages.ts';

/** Names of the fields of a line in the address: `v-3.1=77` a value, `c-3.1=200` what a unit of it costs. */
export const valueField = (key: string): string => `v-${key}`;
export const costField = (key: string): string => `c-${key}`;

export interface Typing {
  /** Values by id of the indicator, for `makeSheet`. */
  readonly values: ReadonlyMap<number, Scaled>;
  readonly costs: ReadonlyMap<number, Scaled>;
  /** As typed, by name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, Words>>;
}

const problem = ({ code }: TypedFailure): Words => messages.words(`typed.${code}`);

/** Reads the fields of an address. An empty one means the result as it is. */
export function readTyping(indicators: readonly Indicator[], query: Readonly<Record<string, unknown>>): Typing {
  const [values, costs] = [new Map<number, Scaled>(), new Map<number, Scaled>()];
  const [typed, errors]: [Record<string, string>, Record<string, Words>] = [{}, {}];
  for (const { id, key } of scoredLines(indicators)) {
    for (const [name, into] of [[valueField(key), values], [costField(key), costs]] as const) {
      const raw = query[name];
      const text = (Array.isArray(raw) ? raw[0] : raw) as unknown;
      if (typeof text !== 'string' || text.trim() === '') continue;
      typed[name] = text.slice(0, 40);
      const parsed = parseTyped(text);
      if (!parsed.ok) errors[name] = problem(parsed);
      else if (into === costs && parsed.value.value <= 0n) errors[name] = messages.words('typed.cost');
      else into.set(id, parsed.value.value);
    }
  }
  return { values, costs, typed, errors };
}

export type SheetRead = Parameters<typeof makeSheet>[0];

/** The ladder of an indicator under a framework of another year: the same values, its scores. Undefined where they do not fit. */
function ladderUnder(indicator: Indicator, { scale }: Framework): ReadyLadder | undefined {
  const { ladder, better } = indicator;
  if (!ladder || !scale || scale.scores.length !== ladder.values.length) return undefined;
  const made = ladderOf(ladder.values, scale.scores, { better, below: scale.below });
  return checkLadder(made).some(({ severity }) => severity === 'error') ? undefined : readyLadder(made);
}

interface OtherFramework {
  readonly framework: Framework;
  /** Numbers of indicators that its scale has no score for: other steps, or the scale is not known. */
  readonly unscored: readonly string[];
  /** Components of this year that it does not have; their weights stay as they are. */
  readonly unknown: readonly string[];
}

/** The sheet as it would be. With another framework: its rules, scale and classes on these values and weights. */
export function supposeSheet(read: SheetRead, values: Supposed['values'], other?: Framework): { readonly sheet: Sheet; readonly other: OtherFramework | undefined } {
  const supposed: Supposed = values ? { values } : {};
  if (!other) return { sheet: makeSheet(read, 12, supposed), other: undefined };
  const lines = scoredLines(read.indicators);
  const ladders = new Map(lines.map((indicator) => [indicator.id, ladderUnder(indicator, other)]));
  const components = new Set(allComponents(other).map(({ key }) => key));
  return {
    sheet: makeSheet({ ...read, framework: other }, 12, { ...supposed, ladders }),
    other: {
      framework: other,
      unscored: lines.filter((indicator) => ladderOfIndicator(indicator) && !ladders.get(indicator.id)).map(({ key }) => key),
      unknown: [...new Set(lines.filter(({ component }) => !components.has(component)).map(({ component }) => component))],
    },
  };
}

/** Lines that can be moved from where they stand: with value, ladder and weight, not cancelled. */
function movablesOf({ lines, rules }: Sheet, costs: ReadonlyMap<number, Scaled> = new Map()): Movable[] {
  if (!rules) return [];
  const stated = lines.filter(({ explanation }) => explanation).every(({ indicator }) => costs.has(indicator.id));
  return lines.flatMap(({ indicator, ladder, explanation, weighted }): Movable[] => {
    if (!ladder || !explanation || weighted.weight.n === 0n) return [];
    const cost = stated ? costs.get(indicator.id) : undefined;
    return [{ key: indicator.key, ladder, value: explanation.value, places: indicator.places, share: divide(weighted.weight, whole(rules.weightSum)), ...(cost === undefined ? {} : { costPerUnit: cost }) }];
  });
}

export interface WayTo {
  readonly wished: Scaled;
  readonly need: Fraction;
  readonly way: CheapestWay;
  /** Every line that can move has a stated cost; otherwise the way from the lowest rung to the top costs 1. */
  readonly costed: boolean;
}

/** The cheapest way to a total; missing results count as nothing, since there is no place to start from. */
export function wayTo(sheet: Sheet, wished: Scaled, costs: ReadonlyMap<number, Scaled> = new Map()): WayTo | undefined {
  if (!sheet.total) return undefined;
  const stands = sheet.total.exact ?? whole(sheet.total.least);
  const need = subtract(whole(wished), stands);
  const movables = movablesOf(sheet, costs);
  return { wished, need, way: cheapestWay(movables, need), costed: movables.length > 0 && movables.every(({ costPerUnit }) => costPerUnit !== undefined) };
}

/** The next rung of each line with what it adds to the total, the greatest gain first. */
export function nextSteps(sheet: Sheet): Move[] {
  return movablesOf(sheet).flatMap((movable) => stepsAhead(movable).filter(({ gain }) => gain.n > 0n).slice(0, 1)).toSorted((a, b) => compare(b.gain, a.gain));
}

/** The value of a line that just earns a score; `any` where every value does, `beyond` where none does. */
export function valueForScore(ladder: ReadyLadder, score: Scaled, places: number): Scaled | 'any' | 'beyond' {
  const needed = valueFor(ladder, whole(score));
  return needed.kind === 'value' ? (reachableValue(ladder, whole(score), places) as Scaled) : needed.kind;
}
