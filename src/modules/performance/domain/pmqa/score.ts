/** Points of an assessment: boxes to items, items to categories, categories to the total of 0 to 500. */
import { errorAt, type Finding } from '../finding.ts';
import { ladderOf, readyLadder, scoreOf, usualScores } from '../ladder/ladder.ts';
import { add, compare, divide, hundred, one, scaled, subtract, sum, times, whole, zero, type Fraction, type Scaled } from '../numbers.ts';
import { itemsOf, type Category, type Edition, type Item } from './edition.ts';
import { allLevels, type Level } from './levels.ts';

/** The boxes of one item by level, true where ticked. */
export type Ticks = Readonly<Record<Level, readonly boolean[]>>;

/** A result of the last category. */
export type ResultEntry =
  /** Against a target of one's own. `value` null: no result yet. */
  | { readonly kind: 'free'; readonly item: string; readonly target: Scaled; readonly value: Scaled | null; readonly better: 'more' | 'less' }
  /** On a built-in line of levels. */
  | { readonly kind: 'ladder'; readonly item: string; readonly ladder: string; readonly value: Scaled | null };

/** What somebody filled in: the department itself, or an assessor. An item that nobody opened is not there, which is not the same as no tick. */
export interface Assessment {
  readonly items: Readonly<Record<string, Ticks>>;
  readonly results: readonly ResultEntry[];
}

const ticked = (boxes: readonly boolean[]): number => boxes.filter(Boolean).length;

/** Points of so many ticked boxes of each level. A level counts only when all before it are complete. */
export function pointsOfCounts(edition: Pick<Edition, 'points'>, item: Item, counts: Readonly<Record<Level, number>>): Fraction {
  let points = zero;
  for (const level of allLevels) {
    const { boxes } = item.levels[level];
    points = add(points, divide(whole(scaled(edition.points[level]) * BigInt(counts[level])), whole(BigInt(boxes) * one)));
    if (counts[level] < boxes) break;
  }
  return points;
}

export const countsOfTicks = (ticks: Ticks): Record<Level, number> => ({ basic: ticked(ticks.basic), advance: ticked(ticks.advance), significance: ticked(ticks.significance) });

/** Points of one item: boxes of `basic` share 300, each further level 100 more. */
export const itemPoints = (edition: Pick<Edition, 'points'>, item: Item, ticks: Ticks): Fraction => pointsOfCounts(edition, item, countsOfTicks(ticks));

/** The highest level whose boxes and all before are complete; undefined short of `basic`. */
export function levelReached(item: Item, ticks: Ticks): Level | undefined {
  let reached: Level | undefined;
  for (const level of allLevels) {
    if (ticked(ticks[level]) < item.levels[level].boxes) break;
    reached = level;
  }
  return reached;
}

/** Boxes given by hand or by import that do not fit the edition. */
export function checkTicks(edition: Edition, items: Assessment['items']): Finding[] {
  const known = new Map(itemsOf(edition).map((item) => [item.key, item]));
  return Object.entries(items).flatMap(([key, ticks]): Finding[] => {
    const item = known.get(key);
    if (!item) return [errorAt(`items.${key}`, 'find.item-unknown', { item: key })];
    return allLevels.flatMap((level) => (ticks[level].length === item.levels[level].boxes ? [] : [errorAt(`items.${key}.${level}`, 'find.boxes-count', { item: key, level, wanted: item.levels[level].boxes, got: ticks[level].length })]));
  });
}

/** result ÷ target in per cent, or 200 − that where less is better, never under 0. Undefined for a target of zero. */
export function percentOfTarget({ target, value, better }: { target: Scaled; value: Scaled; better: 'more' | 'less' }): Fraction | undefined {
  if (target === 0n) return undefined;
  const share = times(divide(whole(value), whole(target)), whole(hundred));
  const percent = better === 'more' ? share : subtract(whole(2n * hundred), share);
  return percent.n < 0n ? zero : percent;
}

/** Points of a result; undefined while there is none, or none can be made of a target of zero. */
export function resultPoints(edition: Pick<Edition, 'free' | 'ladders'>, entry: ResultEntry): Fraction | undefined {
  if (entry.value === null) return undefined;
  if (entry.kind === 'ladder') {
    const ladder = edition.ladders.find(({ key }) => key === entry.ladder);
    return ladder && scoreOf(readyLadder(ladderOf(ladder.values, usualScores['100-500'])), entry.value);
  }
  const percent = percentOfTarget({ ...entry, value: entry.value });
  if (!percent) return undefined;
  if (compare(percent, whole(hundred)) < 0) return times(percent, whole(scaled(edition.free.factor)));
  const step = edition.free.steps.find(({ upTo }) => upTo === null || compare(percent, whole(scaled(upTo))) <= 0);
  return step && whole(scaled(step.points));
}

/** Results that cannot be counted, told at their row. */
export const checkResults = (results: readonly ResultEntry[]): Finding[] =>
  results.flatMap((entry, at) => (entry.kind === 'free' && entry.target === 0n ? [errorAt(`results.${at}.target`, 'find.target-zero')] : []));

export interface Score {
  /** The points when everything is answered; undefined before, for what is missing is not nothing. */
  readonly points: Fraction | undefined;
  /** What is certain so far. */
  readonly least: Fraction;
  /** Keys of items and results without an answer. */
  readonly missing: readonly string[];
}

const mean = (parts: readonly Fraction[], of: number): Fraction => (of === 0 ? zero : divide(sum(parts), whole(BigInt(of) * one)));

function itemScores(edition: Edition, category: Category, { items, results }: Assessment): { key: string; points: Fraction | undefined; missing: readonly string[] }[] {
  const ofBoxes = category.items.map((item) => {
    const ticks = items[item.key];
    return { key: item.key, points: ticks && itemPoints(edition, item, ticks), missing: ticks ? [] : [item.key] };
  });
  const ofResults = (category.results ?? []).map(({ key }) => {
    const entries = results.filter(({ item }) => item === key);
    const points = entries.map((entry) => resultPoints(edition, entry));
    const known = points.filter((one) => one !== undefined);
    return { key, points: known.length === 0 ? undefined : mean(known, entries.length), missing: known.length < entries.length || entries.length === 0 ? [key] : [] };
  });
  return [...ofBoxes, ...ofResults];
}

export interface AssessmentScore extends Score {
  readonly categories: readonly (Score & { readonly key: string; readonly items: readonly { readonly key: string; readonly points: Fraction | undefined }[] })[];
}

/** The whole assessment: mean of items in a category, weighted mean of categories. */
export function scoreAssessment(edition: Edition, assessment: Assessment): AssessmentScore {
  const categories = edition.categories.map((category) => {
    const items = itemScores(edition, category, assessment);
    const missing = items.flatMap((item) => item.missing);
    const least = mean(items.map(({ points }) => points ?? zero), items.length);
    return { key: category.key, items: items.map(({ key, points }) => ({ key, points })), least, points: missing.length === 0 ? least : undefined, missing };
  });
  const weights = edition.categories.map(({ weight }) => scaled(weight));
  const all = weights.reduce((total, weight) => total + weight, 0n);
  const least = divide(sum(categories.map((category, at) => times(category.least, whole(weights[at] as Scaled)))), whole(all));
  const missing = categories.flatMap((category) => category.missing);
  return { categories, least, points: missing.length === 0 ? least : undefined, missing };
}

/** The best total that the edition gives. */
export const topPoints = ({ points }: Pick<Edition, 'points'>): Scaled => allLevels.reduce((total, level) => total + scaled(points[level]), 0n);

/** The total in the unit "government 4.0": 282.31 of 500 is 2.25848 of 4. */
export const governmentLevel = (edition: Edition, total: Scaled): Fraction => divide(times(whole(total), whole(scaled(edition.governmentLevel))), whole(topPoints(edition)));

/** The highest of the standings that a total reaches. */
export const standingOf = ({ standings }: Edition, total: Scaled): Edition['standings'][number] | undefined => standings.findLast(({ from }) => scaled(from) <= total);

/** The group that a total belongs to; undefined where the ladder of groups is not known. */
export const groupOf = ({ groups }: Edition, total: Scaled): Edition['groups'][number] | undefined =>
  groups.find(({ from, below }) => scaled(from) <= total && (below === null || total < scaled(below)));

export interface Difference {
  readonly key: string;
  /** Boxes, counted from 1, that only one of them ticked. */
  readonly boxes: Readonly<Record<Level, { readonly onlySelf: readonly number[]; readonly onlyAssessor: readonly number[] }>>;
  /** Assessor's points less one's own; undefined while one of them has not answered. */
  readonly points: Fraction | undefined;
}

/** Where the department and its assessor see an item differently. Items on which they agree are left out. */
export function differences(edition: Edition, self: Assessment['items'], assessor: Assessment['items']): Difference[] {
  return itemsOf(edition).flatMap((item): Difference[] => {
    const [own, theirs] = [self[item.key], assessor[item.key]];
    if (!own && !theirs) return [];
    const boxes = (level: Level) => {
      const only = (mine: readonly boolean[] = [], other: readonly boolean[] = []) => mine.flatMap((on, at) => (on && !other[at] ? [at + 1] : []));
      return { onlySelf: only(own?.[level], theirs?.[level]), onlyAssessor: only(theirs?.[level], own?.[level]) };
    };
    const each = { basic: boxes('basic'), advance: boxes('advance'), significance: boxes('significance') };
    const same = own && theirs && allLevels.every((level) => each[level].onlySelf.length + each[level].onlyAssessor.length === 0);
    return same ? [] : [{ key: item.key, boxes: each, points: own && theirs ? subtract(itemPoints(edition, item, theirs), itemPoints(edition, item, own)) : undefined }];
  });
}
