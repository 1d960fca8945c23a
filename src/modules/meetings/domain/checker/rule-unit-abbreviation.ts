// Abbreviations of units: unknown ones, variants, and ones not in force on the day of the meeting.
import type { MinutesDocument } from '../minutes-document.ts';
import { textParts } from '../minutes-text.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { abbreviationsIn } from './reading.ts';
import { letters, unitLookup } from './unit-lookup.ts';

/** Texts whose abbreviations are looked at; structured owners repeat what the resolution says. */
export function abbreviationParts(document: MinutesDocument): TextPart[] {
  return textParts(document).filter((p) => !p.ref.field.startsWith('assignment:'));
}

/** Abbreviations that the minutes themselves explain: "ชื่อเต็ม (ตัวย่อ)". */
function explained(parts: readonly TextPart[]): Set<string> {
  return new Set(parts.flatMap((p) => [...p.text.matchAll(/[\p{L}\p{M}]\s*\(((?:[ก-ฮ]{2,6}|(?:[ก-ฮ]\.)+[ก-ฮ])\.)\)/gu)].map((m) => m[1] ?? '')));
}

export const unitAbbreviation: Rule = {
  code: 'unit-abbreviation',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const parts = abbreviationParts(document);
    const own = explained(parts);
    const general = new Set(context.vocabulary.generalAbbreviations);
    const findings: Finding[] = [];
    for (const part of parts) {
      for (const { text, start, end } of abbreviationsIn(part.text)) {
        const matches = lookup.match(text);
        if (matches.some((m) => m.kind === 'official')) continue;
        const span = [start, end] as const;
        const [match, ...more] = matches;
        if (match && match.kind !== 'official') {
          const fix = more.length === 0 ? { fix: { original: text, proposed: match.official, offset: start } } : {};
          const params = { found: text, unit: match.unit.fullName, official: match.official };
          findings.push(findingAt('unit-abbreviation', part, 'warning', match.kind === 'variant' ? 'unit-variant' : 'unit-expired', params, { span, ...fix }));
          continue;
        }
        if (general.has(text) || own.has(text)) continue;
        const near = lookup.near(text).filter((n) => letters(n.official) !== letters(text));
        const [only] = near;
        if (!only) findings.push(findingAt('unit-abbreviation', part, 'warning', 'unit-unknown', { found: text }, { span }));
        else {
          const candidates = near.map((n) => `${n.official} (${n.unit.fullName})`).join(', ');
          const fix = near.length === 1 ? { fix: { original: text, proposed: only.official, offset: start } } : {};
          findings.push(findingAt('unit-abbreviation', part, 'warning', 'unit-near', { found: text, candidates }, { span, ...fix }));
        }
      }
    }
    return findings;
  },
};
