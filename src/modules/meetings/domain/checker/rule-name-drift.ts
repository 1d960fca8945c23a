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

/**
 * Two spellings of one name. What follows a name without a space belongs to the longer text only,
 * so the shorter one is held against the beginnings of the longer.
 */
function nearButNot(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < shortest || long.startsWith(short)) return false;
  const most = short.length >= shortest * 2 ? 3 : 2;
  if (long.length - short.length > most && short.length < shortest * 2) return false;
  for (let length = short.length - most; length <= Math.min(long.length, short.length + most); length += 1) {
    if (oneName(short, long.slice(0, length), most)) return true;
  }
  return false;
}

function oneName(a: string, b: string, most: number): boolean {
  // A difference at the very end is another place or another year, not another spelling.
  if (a.slice(-6) !== b.slice(-6) || a.slice(0, 4) !== b.slice(0, 4)) return false;
  if (a.replaceAll('อนุ', '') === b.replaceAll('อนุ', '') || a.replace(/[0-9]+/gu, '') === b.replace(/[0-9]+/gu, '')) return false;
  const distance = editDistance(a, b);
  return distance > 0 && distance <= most;
}

function report(part: TextPart, found: string, start: number, other: string): Finding {
  return findingAt('name-two-ways', part, 'warning', 'name-two-ways', { found, other }, { span: [start, start + found.length], fix: { original: found, proposed: other, offset: start } });
}
