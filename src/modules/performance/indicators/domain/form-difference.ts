/** Two states of a form compared word by word, and two people's changes of one state put together. */
import { diffArrays } from 'diff';
import { segment } from '../../../../thai/index.ts';
import { fieldCodes, type FieldCode, type FormContent } from './form-content.ts';
import { fieldText } from './field-text.ts';

export interface Run { readonly kind: 'same' | 'ins' | 'del'; readonly text: string }
export interface FieldDifference { readonly code: FieldCode; readonly runs: readonly Run[] }

const words = (text: string): string[] => segment(text).map((piece) => piece.text);

/** Words kept, put in and taken out: `same` + `del` joined give `before`, `same` + `ins` give `after`. */
export function wordRuns(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(words(before), words(after)).map((change) => ({ kind: change.added ? 'ins' : change.removed ? 'del' : 'same', text: change.value.join('') }));
}

/** A row's parts in one order: the database keeps them in its own. */
const plain = (value: FormContent[FieldCode]): string =>
  JSON.stringify(Array.isArray(value) ? value.map((row: string | object) => (typeof row === 'string' ? row : Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))) : value);
const same = (a: FormContent, b: FormContent, code: FieldCode): boolean => plain(a[code]) === plain(b[code]);

/** Fields that the two say differently, in the order of the form. */
export const changedFields = (before: FormContent, after: FormContent): FieldCode[] => fieldCodes.filter((code) => !same(before, after, code));

/** What differs, word by word. */
export const formDifference = (before: FormContent, after: FormContent): FieldDifference[] => changedFields(before, after).map((code) => ({ code, runs: wordRuns(fieldText(before, code), fieldText(after, code)) }));

export interface Together {
  /** Their changes and mine; where both wrote, mine. */
  readonly content: FormContent;
  /** Fields that both changed, each to something else. */
  readonly both: readonly FieldCode[];
  /** Fields that only they changed. */
  readonly theirs: readonly FieldCode[];
}

/** Puts mine and theirs, both written on `base`, together. */
export function together(base: FormContent, theirs: FormContent, mine: FormContent): Together {
  const both: FieldCode[] = [];
  const taken: FieldCode[] = [];
  const content: Record<string, unknown> = { ...mine };
  for (const code of fieldCodes) {
    if (same(base, theirs, code) || same(theirs, mine, code)) continue;
    if (same(base, mine, code)) {
      content[code] = theirs[code];
      taken.push(code);
    } else both.push(code);
  }
  return { content: content as unknown as FormContent, both, theirs: taken };
}
