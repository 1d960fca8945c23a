// One thing named two ways: numbered items between heading and table, long official names by a letter or two.
import { textParts } from '../minutes-text.ts';
import type { TextPart } from '../minutes-text.ts';
import { findingAt } from './finding.ts';
import type { Finding, Rule } from './finding.ts';
import { bare, editDistance, itemViews, leadingLabel } from './reading.ts';

/** The name behind a label, up to what is said about it. */
function nameAfter(text: string, end: number): string {
  return text.slice(end).replace(/^\s*[:：]?\s*/u, '').replace(/\s*(?:\(?(?:น้ำหนัก|ร้อยละ)\s*[0-9๐-๙].*|น้ำหนัก.*|ประกอบด้วย.*|จำนวน\s.*|ดังนี้.*)$/u, '').trim();
}

export const itemName: Rule = {
  code: 'item-name',
  check(document, context) {
    const { classifiers } = context.vocabulary;
    return itemViews(document).flatMap((view) => {
      const named = view.parts.flatMap((part) => {
        if (part.kind !== 'heading' && part.kind !== 'table') return [];
        const label = leadingLabel(part.text, classifiers);
        const name = label && nameAfter(part.text, label.end);
        return label && name ? [{ part, key: `${label.word}ที่ ${label.number}`, name }] : [];
      });
      return named.flatMap((one) => {
        if (one.part.kind !== 'heading') return [];
        const other = named.find((n) => n.part.kind === 'table' && n.key === one.key);
        if (!other || bare(other.name) === bare(one.name)) return [];
        const fix = { original: one.name, proposed: other.name };
        return [findingAt('item-name', one.part, 'warning', 'item-name', { label: one.key, other: other.name }, { fix })];
      });
    });
  },
};

/** Shortest name compared, and how many letters two spellings may differ by at that and at twice that length. */
const shortest = 14;

export const nameTwoWays: Rule = {
  code: 'name-two-ways',
  check(document, context) {
    const beginnings = context.vocabulary.nameBeginnings.join('|');
    const pattern = new RegExp(`(?:${beginnings})[\\u0E00-\\u0E2E\\u0E30-\\u0E4E]{6,}`, 'gu');
    const known = new Set(context.units.map((u) => bare(u.fullName)));
    const names = textParts(document).flatMap((part) =>
      [...part.text.matchAll(pattern)].map((m) => {
        const text = m[0].replace(/(?<=.{10})(?:และ|หรือ|ซึ่ง|ที่เกี่ยวข้อง|ได้|โดย|เพื่อ|ต่อ|ตาม).*$/u, '');
        return { part, text, start: m.index, key: bare(text) };
      }),
    );
    const byKey = Map.groupBy(names, (n) => n.key);
    const findings: Finding[] = [];
    for (const [key, uses] of byKey) {
      for (const [other, theirs] of byKey) {
        const rarer = uses.length < theirs.length || (uses.length === theirs.length && names.indexOf(uses[0]!) > names.indexOf(theirs[0]!));
        if (!rarer || known.has(key) || !nearButNot(key, other)) continue;
        for (const use of uses) findings.push(report(use.part, use.text, use.start, theirs[0]?.text ?? ''));
      }
    }
    return findings;
  },
};

function nearButNot(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (a === b || length < shortest || Math.abs(a.length - b.length) > 3) return false;
  if (a.replaceAll('อนุ', '') === b.replaceAll('อนุ', '')) return false;
  if (a.replace(/[0-9]+$/u, '') === b.replace(/[0-9]+$/u, '')) return false;
  const most = length >= shortest * 2 ? 3 : 2;
  // A difference at the very end is another place or another year, not another spelling.
  return a.slice(-6) === b.slice(-6) && a.slice(0, 4) === b.slice(0, 4) && editDistance(a, b) <= most;
}

function report(part: TextPart, found: string, start: number, other: string): Finding {
  return findingAt('name-two-ways', part, 'warning', 'name-two-ways', { found, other }, { span: [start, start + found.length], fix: { original: found, proposed: other, offset: start } });
}
