// Corrections proposed to a version of the minutes, and what becomes of them.
// All suggestions of a round are made against the same version; the accepted ones together make the next.
import { z } from 'zod';
import { assignmentSchema, headerSchema, lineSchema } from './minutes-document.ts';
import type { MinutesDocument, MinutesLine } from './minutes-document.ts';
import { lineIndex, refKey, textParts, writeTexts } from './minutes-text.ts';
import type { TextRef } from './minutes-text.ts';

export const suggestionChangeSchema = z.discriminatedUnion('kind', [
  /** `original` is the whole text at the address or a part of it; `offset` (UTF-16) tells equal parts apart. */
  z.object({
    kind: z.literal('replace'),
    lineId: z.string().min(1),
    field: z.string().min(1).default('text'),
    original: z.string(),
    proposed: z.string(),
    offset: z.int().nonnegative().optional(),
  }),
  /** A new line after `lineId`; an agenda item's id puts it first in that item. */
  z.object({ kind: z.literal('insert'), lineId: z.string().min(1), line: lineSchema }),
  z.object({ kind: z.literal('remove'), lineId: z.string().min(1), original: lineSchema }),
  /** Owners, tasks and due dates of a resolution line. */
  z.object({
    kind: z.literal('assignments'),
    lineId: z.string().min(1),
    original: z.array(assignmentSchema),
    proposed: z.array(assignmentSchema),
  }),
]);
export type SuggestionChange = z.infer<typeof suggestionChangeSchema>;

export const suggestionSchema = z.object({
  id: z.string().min(1),
  change: suggestionChangeSchema,
  /** Why; shown to whoever decides. */
  reason: z.string(),
  /** Unit that asks for it; the checker's own finds carry none. */
  proposedBy: z.object({ unit: z.string(), name: z.string().optional() }).optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const decisionSchema = z
  .object({ suggestionId: z.string().min(1), outcome: z.enum(['accept', 'decline']), reason: z.string().default('') })
  .refine((d) => d.outcome === 'accept' || d.reason.trim() !== '', { path: ['reason'], message: 'decline-needs-reason' });
export type Decision = z.infer<typeof decisionSchema>;

/** What an accepted suggestion did. Spans are UTF-16 offsets in the old and the new text at `ref`. */
export type AppliedChange =
  | {
      readonly kind: 'replace'
      readonly suggestionId: string
      readonly ref: TextRef
      readonly oldSpan: readonly [number, number]
      readonly newSpan: readonly [number, number]
    }
  | { readonly kind: 'insert' | 'remove' | 'assignments'; readonly suggestionId: string; readonly lineId: string };

/**
 * Why a suggestion could not be applied: the line or the field is no longer there, its text is no
 * longer what the suggestion was made on, `original` stands there more than once, it overlaps
 * another accepted one, or the result would not be valid minutes.
 */
export type ConflictCode =
  | 'line-gone'
  | 'field-gone'
  | 'original-changed'
  | 'original-ambiguous'
  | 'overlaps-accepted'
  | 'invalid-result';
export type Conflict = { readonly suggestionId: string; readonly code: ConflictCode; readonly found?: string };

export type Applied = {
  readonly document: MinutesDocument
  readonly changes: readonly AppliedChange[]
  readonly conflicts: readonly Conflict[]
};

type Located = { readonly suggestion: Suggestion; readonly ref: TextRef; readonly start: number; readonly end: number; readonly proposed: string };
type Step<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly conflict: Conflict };

/** One suggestion alone. */
export function applySuggestion(
  document: MinutesDocument,
  suggestion: Suggestion,
): { readonly ok: true; readonly document: MinutesDocument; readonly change: AppliedChange } | { readonly ok: false; readonly conflict: Conflict } {
  const applied = applyCorrections(document, [suggestion]);
  const [change] = applied.changes;
  const [conflict] = applied.conflicts;
  if (change) return { ok: true, document: applied.document, change };
  return { ok: false, conflict: conflict ?? { suggestionId: suggestion.id, code: 'original-changed' } };
}

/** The suggestions decided with `accept`, applied together; undecided and declined ones change nothing. */
export function applyDecisions(document: MinutesDocument, suggestions: readonly Suggestion[], decisions: readonly Decision[]): Applied {
  const accepted = new Set(decisions.filter((d) => d.outcome === 'accept').map((d) => d.suggestionId));
  return applyCorrections(document, suggestions.filter((s) => accepted.has(s.id)));
}

/**
 * Applies suggestions that were all made on `document`. Each one that fits is in `changes`, each one
 * that does not in `conflicts`; of two that overlap the earlier in the list wins. `document` is not changed.
 */
export function applyCorrections(document: MinutesDocument, suggestions: readonly Suggestion[]): Applied {
  const changes: AppliedChange[] = [];
  const conflicts: Conflict[] = [];
  const texts = new Map(textParts(document).map((part) => [refKey(part.ref), part.text]));
  const lineIds = new Set(lineIndex(document).map((entry) => entry.line.id));
  const located: Located[] = [];
  let result = document;

  for (const suggestion of suggestions) {
    if (suggestion.change.kind !== 'replace') continue;
    const step = locate(suggestion, texts, lineIds);
    if (!step.ok) conflicts.push(step.conflict);
    else if (located.some((other) => overlaps(other, step.value))) conflicts.push({ suggestionId: suggestion.id, code: 'overlaps-accepted' });
    else located.push(step.value);
  }
  for (const group of Map.groupBy(located, (l) => refKey(l.ref)).values()) {
    const replaced = replaceSpans(texts.get(refKey(group[0]!.ref)) ?? '', group);
    const next = writeTexts(result, new Map([[refKey(group[0]!.ref), replaced.text]]));
    if (headerSchema.safeParse(next.header).success) {
      result = next;
      changes.push(...replaced.changes);
    } else conflicts.push(...group.map((l): Conflict => ({ suggestionId: l.suggestion.id, code: 'invalid-result' })));
  }
  // Several lines put in at one place stand there in the order of the suggestions.
  const lastAfter = new Map<string, string>();
  for (const suggestion of suggestions) {
    if (suggestion.change.kind === 'replace') continue;
    const step = applyStructure(result, document, suggestion, lastAfter.get(suggestion.change.lineId));
    if (step.ok) {
      result = step.value;
      if (suggestion.change.kind === 'insert') lastAfter.set(suggestion.change.lineId, suggestion.change.line.id);
      changes.push({ kind: suggestion.change.kind, suggestionId: suggestion.id, lineId: changedLine(suggestion) });
    } else conflicts.push(step.conflict);
  }
  return { document: result, changes, conflicts };
}

function changedLine({ change }: Suggestion): string {
  return change.kind === 'insert' ? change.line.id : change.lineId;
}

function locate(suggestion: Suggestion, texts: ReadonlyMap<string, string>, lineIds: ReadonlySet<string>): Step<Located> {
  const { change } = suggestion;
  if (change.kind !== 'replace') throw new Error('only replacements have a span');
  const ref = { lineId: change.lineId, field: change.field };
  const text = texts.get(refKey(ref));
  const fail = (code: ConflictCode, found?: string): Step<Located> => ({ ok: false, conflict: { suggestionId: suggestion.id, code, found } });
  if (text === undefined) {
    const known = lineIds.has(change.lineId) || [...texts.keys()].some((key) => key.startsWith(`${change.lineId} `));
    return fail(known ? 'field-gone' : 'line-gone');
  }
  const { original, proposed, offset } = change;
  const found = (start: number): Step<Located> => ({
    ok: true,
    value: { suggestion, ref, start, end: start + original.length, proposed },
  });
  if (text === original) return found(0);
  if (original === '') return fail('original-changed', text);
  if (offset !== undefined && text.startsWith(original, offset)) return found(offset);
  const first = text.indexOf(original);
  if (first < 0) return fail('original-changed', text);
  return text.indexOf(original, first + 1) < 0 ? found(first) : fail('original-ambiguous', text);
}

function overlaps(a: Located, b: Located): boolean {
  if (refKey(a.ref) !== refKey(b.ref)) return false;
  return a.start < b.end && b.start < a.end;
}

function replaceSpans(text: string, group: readonly Located[]): { text: string; changes: AppliedChange[] } {
  let result = '';
  let from = 0;
  const changes: AppliedChange[] = [];
  for (const { suggestion, ref, start, end, proposed } of group.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, start);
    changes.push({
      kind: 'replace',
      suggestionId: suggestion.id,
      ref,
      oldSpan: [start, end],
      newSpan: [result.length, result.length + proposed.length],
    });
    result += proposed;
    from = end;
  }
  return { text: result + text.slice(from), changes };
}

function applyStructure(document: MinutesDocument, base: MinutesDocument, suggestion: Suggestion, behind?: string): Step<MinutesDocument> {
  const { change, id } = suggestion;
  const fail = (code: ConflictCode): Step<MinutesDocument> => ({ ok: false, conflict: { suggestionId: id, code } });
  const before = lineIndex(base).find((entry) => entry.line.id === change.lineId)?.line;
  const now = lineIndex(document).find((entry) => entry.line.id === change.lineId)?.line;
  if (change.kind === 'insert') {
    const isItem = document.sections.some((s) => s.items.some((item) => item.id === change.lineId));
    if (!now && !isItem) return fail('line-gone');
    if (lineIndex(document).some((entry) => entry.line.id === change.line.id)) return fail('invalid-result');
    return { ok: true, value: mapLines(document, (lines, itemId) => {
      if (itemId === change.lineId && behind === undefined) return [change.line, ...lines];
      return lines.flatMap((line) => (line.id === (behind ?? change.lineId) ? [line, change.line] : [line]));
    }) };
  }
  if (!now || !before) return fail('line-gone');
  if (change.kind === 'remove') {
    if (!same(before, change.original)) return fail('original-changed');
    if (!same(now, before)) return fail('overlaps-accepted');
    return { ok: true, value: mapLines(document, (lines) => lines.filter((line) => line.id !== change.lineId)) };
  }
  if (change.kind !== 'assignments' || before.kind !== 'resolution') return fail('field-gone');
  if (!same(before.assignments, change.original)) return fail('original-changed');
  if (now.kind !== 'resolution' || !same(now.assignments, before.assignments)) return fail('overlaps-accepted');
  return { ok: true, value: mapLines(document, (lines) =>
    lines.map((line) => (line.id === change.lineId && line.kind === 'resolution' ? { ...line, assignments: change.proposed } : line)),
  ) };
}

function mapLines(document: MinutesDocument, change: (lines: readonly MinutesLine[], itemId: string) => MinutesLine[]): MinutesDocument {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, lines: change(item.lines, item.id) })),
    })),
  };
}

/** Equal as data, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
