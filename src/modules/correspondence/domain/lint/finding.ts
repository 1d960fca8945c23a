// What a rule of the letter linter gets and what it answers.
import type { LocalDate } from '../../../../thai/index.ts';
import type { Words } from '../../../../platform/words.ts';
import type { SubKind } from '../kinds.ts';
import type { SalutationRow } from '../salutation.ts';
import { messages } from './messages.ts';
import type { LintCode } from './messages.ts';

/** Parts of a letter that are looked through, named as the fields of its form. */
export const lintFields = ['agency', 'subject', 'salutation', 'toText', 'references', 'body', 'closing', 'letterDate'] as const;
export type LintField = (typeof lintFields)[number];

/** A letter as it is being written. Texts as typed; what a kind does not have is left out. */
export interface LintLetter {
  readonly subKind: SubKind;
  /** The agency that owns the letter and its address, one a line. */
  readonly agency?: string;
  readonly subject: string;
  readonly salutation?: string;
  readonly toText?: string;
  /** อ้างถึง, one a line. */
  readonly references?: string;
  /** The plain text form of `body-text.ts`. */
  readonly body: string;
  /** คำลงท้าย */
  readonly closing?: string;
  /** The date as typed for the sheet. */
  readonly letterDate?: string;
  /** Labels of what is sent along, in order. */
  readonly enclosures: readonly string[];
}

/** One entry of the list of frequent slips. `context`: only near one of these words, so that a word with two right spellings stays. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
  readonly context?: readonly string[];
}

/** A letter code of the house and when it holds: `{letters: 'นร', digits: '0223'}`. */
export interface LetterCode {
  readonly letters: string;
  readonly digits: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What the linter may know; all of it is data with screens. */
export interface LintKnowledge {
  readonly today: LocalDate;
  readonly salutations: readonly SalutationRow[];
  readonly misspellings: readonly Misspelling[];
  readonly codes: readonly LetterCode[];
}

/** `error`: against the regulation or contradicting itself. `warning`: very likely a slip. `ask`: a person should look. */
export type LintSeverity = 'error' | 'warning' | 'ask';

export interface Place {
  readonly field: LintField;
  /** UTF-16 offsets in the field; equal where something is missing. */
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly code: LintCode;
  readonly severity: LintSeverity;
  readonly words: Words;
  readonly place: Place;
  /** What stands at the place, so that a text that changed meanwhile is never overwritten. */
  readonly original: string;
  /** The text to stand there instead, where a machine can mend it. */
  readonly repair?: string;
}

export type LintRule = (letter: LintLetter, knowledge: LintKnowledge) => Finding[];

/** The text of a field; empty where the letter has none. */
export function fieldText(letter: LintLetter, field: LintField): string {
  return letter[field] ?? '';
}

/** Fields that hold running text, in the order of the sheet. */
export const textFields = ['subject', 'toText', 'references', 'body'] as const;

/** Makes a finding of a rule. */
export function found(letter: LintLetter, code: LintCode, severity: LintSeverity, place: Place, params: Readonly<Record<string, string | number>> = {}, repair?: string): Finding {
  const original = fieldText(letter, place.field).slice(place.start, place.end);
  return { code, severity, place, original, words: messages.words(code, params), ...(repair === undefined || repair === original ? {} : { repair }) };
}

/** One line of a text with its place in it. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly table: boolean;
}

/** Lines that are not empty, without the spaces around them. Rows of tables are marked. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const inner = match[0].trim();
    if (inner === '') continue;
    lines.push({ text: inner, start: match.index + match[0].indexOf(inner), table: inner.startsWith('|') || inner.includes('\t') });
  }
  return lines;
}
