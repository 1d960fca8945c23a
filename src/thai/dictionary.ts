/**
 * A department's own words (units, programmes, people) for segmentation: longest
 * match from a trie, so its cost does not depend on the number of words.
 */
import { clusterCount } from './clusters.ts';
import { FOLLOW_VOWEL, LEAD_VOWEL, MARK } from './letters.ts';
import { normaliseText } from './normalise.ts';

/** Entries longer than this many UTF-16 units are left out; it bounds the work at each place. */
const LONGEST_ENTRY = 100;

export interface Dictionary {
  /** End of the longest entry that starts at `index` of the text and is whole there; undefined when none. */
  readonly endOfEntryAt: (text: string, index: number) => number | undefined;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  isEntry: boolean;
}

const leansBack = new RegExp(`^[${MARK}${FOLLOW_VOWEL}]$`);
const leansForward = new RegExp(`^[${LEAD_VOWEL}]$`);
const latin = /^[0-9A-Za-z]$/;

/**
 * Builds a dictionary. Entries are normalised; those of one cluster are left out,
 * for they would match inside almost every word. Put in names and terms that come
 * out wrong, not whole word lists: compounds in a large list make search miss.
 */
export function createDictionary(entries: Iterable<string>): Dictionary {
  const root: TrieNode = { next: new Map(), isEntry: false };
  for (const entry of entries) {
    const word = normaliseText(entry).trim();
    if (word.length > LONGEST_ENTRY || clusterCount(word) < 2) continue;
    let node = root;
    for (let index = 0; index < word.length; index += 1) {
      const char = word.charAt(index);
      let child = node.next.get(char);
      if (child === undefined) {
        child = { next: new Map(), isEntry: false };
        node.next.set(char, child);
      }
      node = child;
    }
    node.isEntry = true;
  }

  return {
    endOfEntryAt(text, index) {
      // Most letters begin no entry: asked first, it spares the look at the boundary.
      let node = root.next.get(text.charAt(index));
      if (node === undefined || !isBoundary(text, index)) return undefined;
      let end: number | undefined;
      for (let at = index + 1; at < text.length; ) {
        node = node.next.get(text.charAt(at));
        if (node === undefined) break;
        at += 1;
        if (node.isEntry && isBoundary(text, at)) end = at;
      }
      return end;
    },
  };
}

/** True where a word may begin or end: not inside a cluster, a syllable's vowels, or a Latin word or number. */
function isBoundary(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  return !leansBack.test(after) && !leansForward.test(before) && !(latin.test(before) && latin.test(after));
}

/** Words of official Thai that the dictionary of Intl (ICU) cuts wrongly. */
export const officeWords: readonly string[] = [
  'กองคลัง', 'กลุ่ม', 'การคลัง', 'คณะกรรมการ', 'คณะอนุกรรมการ', 'คณะทำงาน', 'ธรรมาภิบาล', 'บริกร', 'นำเสนอ', 'ผู้อำนวยการ',
  'ประชาสัมพันธ์', 'สารบรรณ', 'ตัวชี้วัด', 'โควิด', 'ดิจิทัล', 'กระทรวง', 'ประชุม',
];

/** They alone: the default of `segment`. */
export const officeDictionary: Dictionary = createDictionary(officeWords);
