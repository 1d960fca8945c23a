// Full names of units that are nearly, but not quite, those of the register.
import { textParts } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { editDistance } from './reading.ts';

/** A near miss may lack or have in addition this many letters, at most a quarter of the name. */
const mostLetters = 4;

export const unitName: Rule = {
  code: 'unit-name',
  check(document, context) {
    const names = context.units.flatMap((u) => [u.fullName, ...(u.headPosition ? [u.headPosition] : [])]).filter((n) => n.length >= 10);
    const findings: Finding[] = [];
    for (const part of textParts(document)) {
      for (const official of names) {
        const found = nearMiss(part.text, official, names);
        if (!found) continue;
        const [start, end] = found;
        const text = part.text.slice(start, end);
        findings.push(
          findingAt('unit-name', part, 'warning', 'unit-full-name', { found: text, official }, { span: [start, end], fix: { original: text, proposed: official, offset: start } }),
        );
      }
    }
    // A head's title contains the unit's name: keep the shorter name of two finds that overlap.
    return findings.filter((f) => !findings.some((g) => g !== f && g.ref.lineId === f.ref.lineId && g.ref.field === f.ref.field && overlaps(f, g) && (g.params['official']?.length ?? 0) < (f.params['official']?.length ?? 0)));
  },
};

function overlaps(a: Finding, b: Finding): boolean {
  return (a.span?.[0] ?? 0) < (b.span?.[1] ?? 0) && (b.span?.[0] ?? 0) < (a.span?.[1] ?? 0);
}

/**
 * A stretch that begins and ends like the official name but differs in the middle by a few letters
 * put in or left out. Substituted words are another unit ("สำนักงานจังหวัดก" / "สำนักงานจังหวัดข").
 */
function nearMiss(text: string, official: string, names: readonly string[]): readonly [number, number] | undefined {
  const headLength = 4;
  const head = official.slice(0, headLength);
  const tail = official.slice(-4);
  for (let start = text.indexOf(head); start >= 0; start = text.indexOf(head, start + 1)) {
    const rest = text.slice(start);
    if (names.some((n) => rest.startsWith(n))) continue;
    const longest = official.length + mostLetters;
    for (let at = rest.indexOf(tail); at >= 0 && at + tail.length <= longest; at = rest.indexOf(tail, at + 1)) {
      const end = at + tail.length;
      const difference = Math.abs(end - official.length);
      const candidate = rest.slice(0, end);
      if (difference === 0 || difference > Math.min(mostLetters, official.length / 4)) continue;
      // Only letters put in or only letters left out: then the distance is the difference in length.
      if (editDistance(candidate, official) === difference) return [start, start + end];
    }
  }
  return undefined;
}
