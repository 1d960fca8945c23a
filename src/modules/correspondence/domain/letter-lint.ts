/** The form linter: what of a letter as it is being written is against the regulation, or very likely a slip. Pure. */
import { agencyAddress, closing, enclosures, followingCloses, newMatterStaysOpen, salutation, summaryPhrase } from './lint/rules-letter.ts';
import { datesHold, letterDates, shortDates } from './lint/rules-dates.ts';
import { letterCodes, referenceDates } from './lint/rules-reference.ts';
import { doubledLetters, doubleSpaces, misspelt, mixedDigits, noteAndRetire, spaceBeforeAbbreviation, spaceBeforeRepeat, subjectLine } from './lint/rules-text.ts';
import { fieldText, lintFields } from './lint/finding.ts';
import type { Finding, LintKnowledge, LintLetter, LintRule, LintSeverity } from './lint/finding.ts';

export { lintFields } from './lint/finding.ts';
export type { Finding, LetterCode, LintField, LintKnowledge, LintLetter, LintSeverity, Misspelling } from './lint/finding.ts';

const rules: readonly LintRule[] = [
  subjectLine, agencyAddress, salutation, closing, followingCloses, newMatterStaysOpen, summaryPhrase, enclosures, datesHold, letterDates, shortDates,
  letterCodes, referenceDates, noteAndRetire, misspelt, mixedDigits, doubledLetters, doubleSpaces, spaceBeforeRepeat, spaceBeforeAbbreviation,
];

const weights: Readonly<Record<LintSeverity, number>> = { error: 0, warning: 1, ask: 2 };

/**
 * Everything worth a look, gravest first, then in the order of the sheet. Each finding says where it is and, where a
 * machine can mend it, what would stand there instead.
 */
export function lintLetter(letter: LintLetter, knowledge: LintKnowledge): Finding[] {
  return rules
    .flatMap((rule) => rule(letter, knowledge))
    .toSorted((a, b) => weights[a.severity] - weights[b.severity] || lintFields.indexOf(a.place.field) - lintFields.indexOf(b.place.field) || a.place.start - b.place.start);
}

/** A repair as it comes from a page: where, what stood there, and what shall. */
export interface Repair {
  readonly field: Finding['place']['field'];
  readonly start: number;
  readonly original: string;
  readonly proposed: string;
}

/** The field with the repair in it; undefined when the text at that place is another by now. */
export function applyRepair(letter: LintLetter, repair: Repair): string | undefined {
  const text = fieldText(letter, repair.field);
  const end = repair.start + repair.original.length;
  return text.slice(repair.start, end) === repair.original ? text.slice(0, repair.start) + repair.proposed + text.slice(end) : undefined;
}
