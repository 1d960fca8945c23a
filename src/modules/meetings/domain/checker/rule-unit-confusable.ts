// Two known units whose abbreviations differ by one letter or by dots only: is the one written the one meant?
// The rule asks where the one written does not keep the company that it keeps elsewhere.
import { findingAt } from './finding.ts';
import type { Finding, KnownUnit, Rule } from './finding.ts';
import type { TextPart } from '../minutes-text.ts';
import { splitWords } from '../words.ts';
import { abbreviationsIn, editDistance } from './reading.ts';
import { abbreviationParts } from './rule-unit-abbreviation.ts';
import { letters, unitLookup } from './unit-lookup.ts';

type Use = { readonly part: TextPart; readonly text: string; readonly start: number; readonly end: number; readonly before: string; readonly after: string; readonly unit: KnownUnit };

export const unitConfusable: Rule = {
  code: 'unit-confusable',
  check(document, context) {
    const lookup = unitLookup(context, document.header.date);
    const general = new Set(context.vocabulary.generalAbbreviations);
    const uses = abbreviationParts(document).flatMap((part) =>
      abbreviationsIn(part.text).flatMap(({ text, start, end }): Use[] => {
        const match = lookup.match(text)[0];
        if (match?.kind !== 'official' || lookup.official(match.unit) !== text) return [];
        if (general.has(text) && !/สำนักงาน\s*$/u.test(part.text.slice(0, start))) return [];
        const before = lastWord(part.text.slice(Math.max(0, start - 24), start));
        const after = firstWord(part.text.slice(end, end + 24));
        return [{ part, text, start, end, before, after, unit: match.unit }];
      }),
    );
    const byText = Map.groupBy(uses, (u) => u.text);
    const findings: Finding[] = [];
    for (const [text, mine] of byText) {
      // The nearest first: abbreviations that differ by dots only are confused before those that differ by a letter.
      const rivals = [...byText]
        .map(([other, theirs]) => ({ other, theirs, distance: editDistance(letters(text), letters(other)) }))
        .filter((r) => r.other !== text && r.distance <= 1)
        .toSorted((a, b) => a.distance - b.distance);
      for (const { other, theirs } of rivals) {
        findings.push(...compare(text, mine, other, theirs, context.parameters.rareFactor, context.vocabulary.departmentBelongings));
      }
    }
    // One question a place is enough.
    const seen = new Set<string>();
    return findings.filter((f) => {
      const key = `${f.ref.lineId} ${f.ref.field} ${f.span?.[0]}`;
      return seen.has(key) ? false : seen.add(key);
    });
  },
};

function compare(text: string, mine: readonly Use[], other: string, theirs: readonly Use[], factor: number, belongings: readonly string[]): Finding[] {
  const ask = (use: Use, key: 'unit-rare' | 'unit-collocation' | 'unit-prefix' | 'unit-belonging', params: Record<string, string | number>) =>
    findingAt('unit-confusable', use.part, 'ask', key, { found: text, other, ...params }, { span: [use.start, use.end], fix: { original: text, proposed: other, offset: use.start } });
  const findings: Finding[] = [];
  const unit = mine[0]?.unit;
  if (!unit) return findings;

  const [single] = mine;
  const likewise = theirs.filter((u) => u.before === single?.before).length;
  if (mine.length === 1 && single && single.part.kind !== 'other' && theirs.length >= factor && likewise >= factor / 2) {
    findings.push(ask(single, 'unit-rare', { unit: unit.fullName, count: theirs.length }));
  }
  for (const use of mine) {
    const context = belongings.find((b) => use.part.text.slice(0, use.start).trimEnd().endsWith(b));
    if (unit.kind === 'committee' && context && theirs[0]?.unit.kind !== 'committee') {
      findings.push(ask(use, 'unit-belonging', { context, unit: unit.fullName }));
    }
    // "สำนักงาน X" nearly everywhere, "X" alone once: the bare one may be the other unit.
    const withPrefix = mine.filter((u) => u.before === 'สำนักงาน').length;
    if (use.before !== 'สำนักงาน' && withPrefix >= factor && mine.length - withPrefix <= Math.max(1, withPrefix / factor)) {
      findings.push(ask(use, 'unit-prefix', { other: `สำนักงาน ${text}`, near: other, count: withPrefix }));
    }
    // "X กำหนด" once, "Y กำหนด" again and again.
    if (use.after.length >= 3 && use.part.kind !== 'other') {
      const same = mine.filter((u) => u.after === use.after).length;
      const rival = theirs.filter((u) => u.after === use.after).length;
      if (same === 1 && rival >= factor) findings.push(ask(use, 'unit-collocation', { context: use.after, count: rival }));
    }
  }
  return findings;
}

function lastWord(text: string): string {
  return splitWords(text.trimEnd()).findLast((w) => /\p{L}/u.test(w)) ?? '';
}

function firstWord(text: string): string {
  return splitWords(text.trimStart()).find((w) => /\p{L}/u.test(w)) ?? '';
}
