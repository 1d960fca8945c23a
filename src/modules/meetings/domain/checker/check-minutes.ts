// The minutes checker: all rules over one document.
import type { MinutesDocument } from '../minutes-document.ts';
import { refKey, textParts } from '../minutes-text.ts';
import type { CheckContext, Finding, Rule, RuleContext } from './finding.ts';
import { assignment } from './rule-assignment.ts';
import { assignmentTrace } from './rule-assignment-trace.ts';
import { rangeOrder, stepOrder, weekdayDate } from './rule-calendar.ts';
import { composition } from './rule-composition.ts';
import { annualFigure, negatedThenDone, plannedAndDone } from './rule-contradiction.ts';
import { countAttendance, countList } from './rule-count-list.ts';
import { dueDate } from './rule-due-date.ts';
import { itemName, nameTwoWays } from './rule-name-drift.ts';
import { numbering } from './rule-numbering.ts';
import { personName } from './rule-person-name.ts';
import { speakerUnit } from './rule-speaker-unit.ts';
import { meetingTime } from './rule-time.ts';
import { titleDrift, titleForm } from './rule-title.ts';
import { undecided } from './rule-undecided.ts';
import { unitAbbreviation } from './rule-unit-abbreviation.ts';
import { unitConfusable } from './rule-unit-confusable.ts';
import { unitName } from './rule-unit-name.ts';
import { weightStatement, weightSum } from './rule-weights.ts';
import { misspelling, mixedDigits, officialWords, wordRepeat } from './rule-writing.ts';
import { yearContradiction } from './rule-year-contradiction.ts';
import { defaultParameters, defaultVocabulary } from './vocabulary.ts';

/** Every rule, in the order in which a person would look. */
export const rules: readonly Rule[] = [
  yearContradiction, titleForm, titleDrift, meetingTime, countAttendance, composition, weightSum, weightStatement, countList, numbering,
  itemName, nameTwoWays, unitAbbreviation, unitConfusable, unitName, personName, speakerUnit, dueDate, assignment, assignmentTrace,
  undecided, weekdayDate, rangeOrder, stepOrder, negatedThenDone, plannedAndDone, annualFigure, mixedDigits, wordRepeat, misspelling, officialWords,
];

/**
 * Everything the rules find, in reading order. Pure: the same document and context give the same
 * findings. Some tens of milliseconds for minutes of ten pages, so it can run as one writes.
 */
export function checkMinutes(document: MinutesDocument, context: CheckContext, only: readonly Rule[] = rules): Finding[] {
  const full: RuleContext = {
    ...context,
    vocabulary: context.vocabulary ?? defaultVocabulary,
    parameters: { ...defaultParameters, ...context.parameters },
  };
  const order = new Map(textParts(document).map((part, index) => [refKey(part.ref), index]));
  const position = (f: Finding) => order.get(refKey(f.ref)) ?? Number.MAX_SAFE_INTEGER;
  const found = only.flatMap((rule) => rule.check(document, full));
  return withoutDoubles(found).toSorted((a, b) => position(a) - position(b) || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
}

/** One slip can break several rules; where two would make the same change, the first in rule order stays. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = f.fix ? JSON.stringify([f.fix.lineId, f.fix.field, f.fix.original, f.fix.proposed, f.fix.offset ?? 0]) : JSON.stringify([f.rule, f.ref, f.span, f.messageKey, f.params]);
    return seen.has(key) ? false : seen.add(key);
  });
}
