/**
 * An edition of the PMQA 4.0 criteria as data: categories, items with their boxes on three levels, the results of the
 * last category, weights and scales. A new manual is a new edition; texts are replaced without touching a rule.
 */
import type { Words } from '../../../../platform/words.ts';
import { warningAt, errorAt, type Finding } from '../finding.ts';
import { scaled } from '../numbers.ts';
import { allLevels, type Level } from './levels.ts';

export interface Item {
  /** `1.1` */
  readonly key: string;
  readonly name: Words;
  /** What each level asks for, in one line; and how many boxes it has. */
  readonly levels: Readonly<Record<Level, { readonly boxes: number; readonly gist: string; readonly texts?: readonly string[] }>>;
}

/** One of the result items of the last category; its indicators are chosen by the department, or built in (`ladders`). */
export interface ResultItem {
  readonly key: string;
  readonly name: Words;
}

export interface Category {
  readonly key: string;
  readonly name: Words;
  /** Relative to the other categories. */
  readonly weight: string;
  readonly items: readonly Item[];
  readonly results?: readonly ResultItem[];
}

/** A built-in line of results: values of levels 1 to 5. */
export interface ResultLadder {
  readonly key: string;
  readonly values: readonly string[];
}

/** How a free indicator's percentage of success becomes points: `factor` times the percentage up to 100, then steps; a step holds up to and with its end. */
export interface FreeScale {
  readonly factor: string;
  readonly steps: readonly { readonly upTo: string | null; readonly points: string }[];
}

export interface Standing {
  readonly key: string;
  readonly name: Words;
  readonly from: string;
}

export interface Edition {
  readonly key: string;
  readonly name: Words;
  /** Points that the boxes of a level share when all of them are ticked. */
  readonly points: Readonly<Record<Level, string>>;
  readonly categories: readonly Category[];
  readonly ladders: readonly ResultLadder[];
  readonly free: FreeScale;
  /** What a total reaches, lowest first. */
  readonly standings: readonly Standing[];
  /** Groups of departments by their last total, as far as they are known: a total that no group holds has none. */
  readonly groups: readonly (Standing & { readonly below: string | null; readonly certainty: 'confirmed' | 'to-confirm' })[];
  /** The best total in the unit "government 4.0". */
  readonly governmentLevel: string;
}

export const itemsOf = ({ categories }: Pick<Edition, 'categories'>): Item[] => categories.flatMap(({ items }) => items);

/** What keeps an edition from being used; the import of a new manual asks this before anything is written. */
export function checkEdition(edition: Edition): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  edition.categories.forEach((category, at) => {
    if (scaled(category.weight) <= 0n) found.push(errorAt(`categories.${at}.weight`, 'find.weight-negative'));
    for (const { key } of [category, ...category.items, ...(category.results ?? [])]) {
      if (seen.has(key)) found.push(errorAt(`categories.${at}.${key}`, 'find.key-twice', { key }));
      seen.add(key);
    }
    for (const item of category.items) {
      for (const level of allLevels) {
        const { boxes, texts } = item.levels[level];
        if (boxes < 1) found.push(errorAt(`items.${item.key}.${level}`, 'find.boxes-none', { item: item.key, level }));
        else if (texts && texts.length !== boxes) found.push(warningAt(`items.${item.key}.${level}`, 'find.boxes-count', { item: item.key, level, wanted: boxes, got: texts.length }));
      }
    }
  });
  return found;
}
