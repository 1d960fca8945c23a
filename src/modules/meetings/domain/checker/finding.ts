// What a rule of the minutes checker gets and what it answers.
import type { LocalDate, OfficeCalendar } from '../../../../thai/index.ts';
import type { MinutesDocument } from '../minutes-document.ts';
import type { Place, TextRef } from '../minutes-text.ts';
import type { MessageKey } from './messages.ts';
import type { RuleParameters, Vocabulary } from './vocabulary.ts';

/** One abbreviation of a unit; outside `from`–`to` (ISO dates, inclusive) it is not in force. */
export type KnownAbbreviation = {
  readonly text: string;
  /** `variant`: seen in papers, but not the unit's own abbreviation. */
  readonly standing: 'official' | 'variant';
  readonly from?: string;
  readonly to?: string;
};

/** A unit, a committee or an outside body that minutes may name. */
export type KnownUnit = {
  readonly id: string;
  readonly fullName: string;
  readonly abbreviations: readonly KnownAbbreviation[];
  readonly kind: 'department' | 'unit' | 'committee' | 'outside';
  readonly headPosition?: string;
  readonly headAbbreviation?: string;
};

/** What the checker may know besides the minutes. Only `units` and `calendar` are always there. */
export type CheckContext = {
  readonly units: readonly KnownUnit[];
  readonly calendar: OfficeCalendar;
  /** Register spelling of people, with title: "นางสาวก ข". */
  readonly people?: readonly string[];
  readonly holidayName?: (date: LocalDate) => string | undefined;
  /** When the minutes went out, or will; the covering letter's date serves when this is missing. */
  readonly sendDate?: string;
  readonly vocabulary?: Vocabulary;
  readonly parameters?: Partial<RuleParameters>;
};

/** `error`: the minutes contradict themselves or a register. `warning`: very likely. `ask`: a person should look. */
export type Severity = 'error' | 'warning' | 'ask';

export type QuickFix = { readonly lineId: string; readonly field: string; readonly original: string; readonly proposed: string; readonly offset?: number };

export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly ref: TextRef;
  readonly place: Place;
  /** UTF-16 offsets in the text at `ref`; left out when the whole of it is meant. */
  readonly span?: readonly [number, number];
  readonly messageKey: MessageKey;
  readonly params: Readonly<Record<string, string>>;
  readonly fix?: QuickFix;
};

export type Rule = { readonly code: string; readonly check: (document: MinutesDocument, context: RuleContext) => Finding[] };

/** The context with its defaults filled in; rules get this. */
export type RuleContext = CheckContext & { readonly vocabulary: Vocabulary; readonly parameters: RuleParameters };

/**
 * Same finding in the next version of the text: what a person has dismissed stays dismissed
 * although offsets shift.
 */
export function findingKey(finding: Finding): string {
  const params = Object.entries(finding.params).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([finding.rule, finding.ref.lineId, finding.ref.field, finding.messageKey, params]);
}

/** Builds findings of one rule at one text. */
export function findingAt(
  rule: string,
  part: { readonly ref: TextRef; readonly place: Place },
  severity: Severity,
  messageKey: MessageKey,
  params: Readonly<Record<string, string | number>> = {},
  extra: { readonly span?: readonly [number, number]; readonly fix?: { readonly original: string; readonly proposed: string; readonly offset?: number } } = {},
): Finding {
  return {
    rule,
    severity,
    ref: part.ref,
    place: part.place,
    messageKey,
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
    ...(extra.span && { span: extra.span }),
    ...(extra.fix && { fix: { ...part.ref, ...extra.fix } }),
  };
}
