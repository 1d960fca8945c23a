/**
 * Thai order: by consonant first, the vowel before it read after it, tones last;
 * numbers by value, in Thai or Arabic digits; Thai before Latin. The database sorts
 * the same way with `COLLATE "th-x-icu"`, but for numbers, which it takes digit by digit.
 */
import { splitName } from './names.ts';

const collator = new Intl.Collator('th', { numeric: true });

/** Comparator for `Array#sort`; ties that differ only in form (๑ and 1) are settled by code units, so the order is total. */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The items in Thai order of a text of each; stable, the list given stays as it was. */
export function sortThai<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, text: textOf(item) }))
    .sort((a, b) => compareThai(a.text, b.text))
    .map(({ item }) => item);
}

/**
 * What a person is sorted by: given name, then family name, without title or rank.
 * A text that is no name is its own key.
 */
export function nameSortKey(name: string): string {
  const parts = splitName(name);
  return parts.ok ? `${parts.value.given} ${parts.value.family}`.trim() : name.trim();
}

/** Comparator for full names as written, titles ignored (`นางสาวกล้วย` before `นายขิง`). */
export function compareNamesForSort(a: string, b: string): number {
  return compareThai(nameSortKey(a), nameSortKey(b)) || compareThai(a, b);
}
