/**
 * Names of persons: cutting what was typed into title, given and family name,
 * writing it again, and noticing one name spelt in two ways.
 */
import { clusters } from './clusters.ts';
import { FOLLOW_VOWEL, MARK } from './letters.ts';
import { normaliseText, skeleton } from './normalise.ts';
import type { Parsed } from './parsed.ts';
import { TITLES } from './titles.ts';

export interface PersonName {
  /** All titles as written, in order (`ว่าที่ ร.ต.หญิง`, `ผศ.ดร.`); empty when none. */
  readonly title: string;
  readonly given: string;
  /** Everything after the given name (`ณ สมมุติ` belongs to it); empty when none. */
  readonly family: string;
}

/** `empty` · `too-long` over 200 characters · `no-given-name` only a title · `unreadable` digits or signs in the name. */
export interface NameFailure {
  readonly code: 'empty' | 'too-long' | 'no-given-name' | 'unreadable';
}

const LONGEST = 200;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** `น.ส.` also as `น. ส.`; the last dot may be forgotten before a space. */
const shortPattern = (short: string): string => escape(short).replace(/\\\.(?=.)/g, '\\. ?').replace(/\\\.$/, '(?:\\.|(?= ))');
const spelled = TITLES.flatMap(({ full, short, kind }) => [
  // A word that runs on with a vowel or mark is no title: นายิกา.
  { length: full.length, pattern: kind === 'english' ? `${escape(full)}(?= )` : `${escape(full)}(?![${MARK}${FOLLOW_VOWEL}])` },
  ...short.map((each) => ({ length: each.length, pattern: kind === 'english' ? `${escape(each)}(?= )` : shortPattern(each) })),
]);
const anyTitle = [...spelled].sort((a, b) => b.length - a.length).map(({ pattern }) => pattern).join('|');
const leadingTitle = new RegExp(`^(?:ว่าที่ ?)?(?:คุณ(?= )|${anyTitle})(?: ?หญิง(?= ))?(?:\\(พิเศษ\\))? ?`);

/**
 * Cuts a typed full name. Spaces may be missing or doubled, titles may be stacked
 * and abbreviated; a ฯ at the end (a name mentioned without its family name) is
 * dropped. Thai or Latin letters.
 */
export function splitName(text: string): Parsed<PersonName, NameFailure> {
  if (text.length > LONGEST) return { ok: false, code: 'too-long' };
  const typed = normaliseText(text).replace(/\s+/g, ' ').trim();
  if (typed === '') return { ok: false, code: 'empty' };
  let rest = typed;
  for (let found = leadingTitle.exec(rest); found !== null; found = leadingTitle.exec(rest)) {
    rest = rest.slice(found[0].length);
  }
  const title = typed.slice(0, typed.length - rest.length).trim();
  const [given = '', ...family] = rest.replace(/ ?ฯ$/, '').split(' ');
  if (given === '') return { ok: false, code: 'no-given-name' };
  if (!/^[\p{L}\p{M}][\p{L}\p{M} .'’()-]*$/u.test([given, ...family].join(' '))) return { ok: false, code: 'unreadable' };
  return { ok: true, value: { title, given, family: family.join(' ') } };
}

/** `นางสาวมะลิ ตัวอย่าง`, `พลตรี กล้า ตัวอย่าง`, `ดร.มะลิ ตัวอย่าง`. */
export function formatName(name: PersonName): string {
  return `${withTitle(name)} ${name.family}`.trim();
}

/** The short form for a person named in full before: `นางสาวมะลิฯ`. */
export function mentionName(name: PersonName): string {
  return `${withTitle(name)}ฯ`;
}

/** Ranks and academic titles written in full, and Latin titles, stand apart from the name; all others touch it. */
function withTitle({ title, given }: PersonName): string {
  const apart = TITLES.some(
    ({ full, kind }) => title.endsWith(full) && (kind === 'rank' || kind === 'academic' || kind === 'english'),
  );
  return `${title}${apart || /หญิง$|[A-Za-z]$/.test(title) ? ' ' : ''}${given}`;
}

/**
 * Number of clusters that must be changed, added or left out to make one text the
 * other; a change of tone or silent mark only (น้อง, นอง) counts half. Texts over
 * 200 clusters are not compared: the answer is the longer's length.
 */
export function spellingDistance(a: string, b: string): number {
  const from = clusters(normaliseText(a));
  const to = clusters(normaliseText(b));
  if (Math.max(from.length, to.length) > LONGEST) return Math.max(from.length, to.length);
  const bareFrom = from.map(bare);
  const bareTo = to.map(bare);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = from[i - 1] === to[j - 1] ? 0 : bareFrom[i - 1] === bareTo[j - 1] ? 0.5 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

const bare = (cluster: string): string => skeleton(cluster) || cluster;

/**
 * `same` one spelling (titles may differ) · `spelt-two-ways` so near that it is
 * probably one person · `different`.
 */
export type NameVerdict = 'same' | 'spelt-two-ways' | 'different';

/**
 * Compares two names as written, titles aside. When one part agrees, the other may
 * differ by a third of its clusters, and by one at least; when both differ, by a
 * quarter. Where one has no family name (a mention), only given names count. Near
 * names of siblings are found too: show the verdict as a question, never act on it.
 */
export function compareNames(a: string, b: string): NameVerdict {
  const first = splitName(a);
  const second = splitName(b);
  if (!first.ok || !second.ok) return normaliseText(a).trim() === normaliseText(b).trim() ? 'same' : 'different';
  const given = part(first.value.given, second.value.given);
  const bothFamilies = first.value.family !== '' && second.value.family !== '';
  const family = bothFamilies ? part(first.value.family, second.value.family) : { distance: 0, length: 0 };
  if (given.distance === 0 && family.distance === 0) return 'same';
  const share = given.distance === 0 || family.distance === 0 ? 3 : 4;
  const near = ({ distance, length }: { distance: number; length: number }): boolean =>
    distance <= Math.max(length > 1 ? 1 : 0.5, Math.floor(length / share));
  // Short given names alone (นก, นิด) are near to too many others.
  if (!bothFamilies && given.length < 4 && given.distance > 0.5) return 'different';
  return (given.distance === 0 || near(given)) && (family.distance === 0 || near(family)) ? 'spelt-two-ways' : 'different';
}

function part(a: string, b: string): { distance: number; length: number } {
  return { distance: spellingDistance(a, b), length: Math.max(clusters(a).length, clusters(b).length) };
}
