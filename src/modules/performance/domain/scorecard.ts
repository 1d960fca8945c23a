/**
 * Scorecards of bureaus (Organizational Scorecard): indicators cascaded from the department with a stated contribution,
 * results on levels 1 to 5, each parent by its own rule.
 */
import type { Words } from '../../../platform/words.ts';
import { errorAt, type Finding } from './finding.ts';
import { totalOf, type Line, type LineState, type Total, type TotalRules } from './ladder/total.ts';
import { compare, divide, hundred, scaledText, sum, times, whole, type Fraction, type Scaled } from './numbers.ts';

/** `own`: what the parent itself achieved, whatever its parts. `contribution`: the mean by contribution. `lowest`: the weakest part. */
export type ParentRule = 'own' | 'contribution' | 'lowest';

export interface CascadeNode {
  readonly key: string;
  readonly rule: ParentRule;
  /** Its own result, on the levels; asked for under rule `own`. */
  readonly own: LineState;
  /** Indicators of bureaus that stand under it, in per cent of the whole. */
  readonly parts: readonly { readonly key: string; readonly contribution: Scaled }[];
}

/** The ends of the levels: what a missing result can be. */
export interface Levels {
  readonly least: Scaled;
  readonly most: Scaled;
}

export interface NodeScore {
  /** Undefined while something is missing under it. */
  readonly score: Fraction | undefined;
  readonly least: Fraction;
  readonly most: Fraction;
  readonly missing: readonly string[];
  readonly cancelled: boolean;
}

/** Contributions that do not come to 100, parts that are not there, circles: told at the node. */
export function checkCascade(nodes: readonly CascadeNode[]): Finding[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const reaches = (from: CascadeNode, to: string, seen: Set<string>): boolean =>
    from.parts.some(({ key }) => {
      if (key === to) return true;
      const part = byKey.get(key);
      if (!part || seen.has(key)) return false;
      seen.add(key);
      return reaches(part, to, seen);
    });
  return nodes.flatMap((node, at): Finding[] => {
    const found: Finding[] = [];
    if (nodes.findIndex(({ key }) => key === node.key) < at) found.push(errorAt(`nodes.${at}.key`, 'find.key-twice', { key: node.key }));
    node.parts.forEach(({ key, contribution }, part) => {
      if (!byKey.has(key)) found.push(errorAt(`nodes.${at}.parts.${part}.key`, 'find.node-unknown', { key }));
      if (contribution <= 0n) found.push(errorAt(`nodes.${at}.parts.${part}.contribution`, 'find.contribution-negative'));
    });
    const got = node.parts.reduce((total, { contribution }) => total + contribution, 0n);
    if (node.parts.length > 0 && got !== hundred) found.push(errorAt(`nodes.${at}.parts`, 'find.contribution-sum', { got: scaledText(got) }));
    if (reaches(node, node.key, new Set())) found.push(errorAt(`nodes.${at}.parts`, 'find.node-circle', { key: node.key }));
    return found;
  });
}

/** The score of a node under its own rule. Cancelled parts leave their contribution to the others. Throws on a circle, which `checkCascade` refuses. */
export function scoreNode(nodes: readonly CascadeNode[], key: string, levels: Levels): NodeScore {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const open = new Set<string>();
  const scoreOfKey = (wanted: string): NodeScore => {
    const node = byKey.get(wanted);
    if (!node || open.has(wanted)) throw new Error(node ? `Circle at ${wanted}` : `No indicator ${wanted}`);
    if (node.rule === 'own' || node.parts.length === 0) {
      const { own } = node;
      if (own.state === 'scored') return { score: own.score, least: own.score, most: own.score, missing: [], cancelled: false };
      return { score: undefined, least: whole(levels.least), most: whole(levels.most), missing: own.state === 'missing' ? [wanted] : [], cancelled: own.state === 'cancelled' };
    }
    open.add(wanted);
    const parts = node.parts.map((part) => ({ ...part, ...scoreOfKey(part.key) })).filter(({ cancelled }) => !cancelled);
    open.delete(wanted);
    if (parts.length === 0) return { score: undefined, least: whole(levels.least), most: whole(levels.most), missing: [], cancelled: true };
    const joined = (pick: (part: (typeof parts)[number]) => Fraction): Fraction => {
      if (node.rule === 'lowest') return parts.map(pick).reduce((lowest, score) => (compare(score, lowest) < 0 ? score : lowest));
      const all = parts.reduce((total, { contribution }) => total + contribution, 0n);
      return divide(sum(parts.map((part) => times(pick(part), whole(part.contribution)))), whole(all));
    };
    const missing = parts.flatMap((part) => part.missing);
    const [least, most] = [joined((part) => part.least), joined((part) => part.most)];
    return { score: missing.length === 0 ? least : undefined, least, most, missing, cancelled: false };
  };
  return scoreOfKey(key);
}

/** The scorecard of a bureau: Σ(weight × level) ÷ Σ weights. */
export const scorecardTotal = (lines: readonly Line[], rules: Omit<TotalRules, 'weightSum'>): Total =>
  totalOf(lines, { ...rules, weightSum: lines.reduce((total, { weight, result }) => total + (result.state === 'cancelled' && rules.cancelled === 'drop' ? 0n : weight), 0n) || hundred });

/** A topic that the head adds to every scorecard, with the measure that it will be fed by. */
export interface AddedTopic {
  readonly key: string;
  readonly name: Words;
  /** The named measure of the working system; reserved where the system is not there yet. */
  readonly measure: string;
}

/** The three that the head of the meeting added for 2564. */
export const addedTopics2564: readonly AddedTopic[] = [
  { key: 'masterpiece', name: { th: 'ชิ้นงานสื่อที่เป็นผลงานเด่น (Masterpiece)', en: 'Masterpieces to show to the budget committees' }, measure: 'showcase.masterpieces' },
  { key: 'e-saraban', name: { th: 'ระบบสารบรรณอิเล็กทรอนิกส์', en: 'Electronic correspondence' }, measure: 'correspondence.units-active' },
  { key: 'foreign-press-card', name: { th: 'การจัดทำบัตรประจำตัวสื่อมวลชนต่างประเทศผ่านระบบออนไลน์', en: 'Foreign press cards online' }, measure: 'press-card.foreign-applications-online' },
];
