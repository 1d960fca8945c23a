/** Finds names in text without knowing them: only their salted hashes are kept. */
import { hash } from 'node:crypto';

/** Names that must not appear, as salted hashes grouped by how they are looked for. */
export interface HashedNames {
  readonly salt: string;
  /** Unusual given and family names: looked for inside any run of Thai letters. */
  readonly anywhere: readonly HashedName[];
  /** Given names that are also ordinary words: only after a title or before ฯ. */
  readonly afterTitle: readonly HashedName[];
  /** Given and family names that are both ordinary words: only side by side. */
  readonly pairs: readonly (HashedName & { readonly given: number })[];
}

export interface HashedName {
  /** Length in UTF-16 units. */
  readonly length: number;
  /** 16 bits that are cheap to compare before the real hash is made. */
  readonly check: number;
  /** First 24 hex digits of SHA-256 over salt and name. */
  readonly hash: string;
}

export interface FoundName {
  readonly line: number;
  /** Column of its first letter, from 1. */
  readonly column: number;
}

function check(salt: string, text: string, from: number, to: number): number {
  let state = 0x811c9dc5 ^ salt.length;
  for (let at = from; at < to; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return ((state >>> 16) ^ state) & 0xffff;
}

/** The kept form of one name. */
export function hashName(salt: string, name: string): HashedName {
  return { length: name.length, check: check(salt, name, 0, name.length), hash: hash('sha256', `${salt}\0${name}`).slice(0, 24) };
}

/** One spelling for text that looks the same: escapes read, invisible break marks out, nikhahit and aa as one letter. */
function plain(text: string): string {
  return text
    .replaceAll(/\\u(0e[0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/[\u00ad\u200b\u200c\u2060\ufeff\u200d]/g, '')
    .replaceAll('\u0e4d\u0e32', '\u0e33');
}

const titles = ['นางสาว', 'นาย', 'นาง', 'น.ส.', 'คุณ', 'ว่าที่ร้อยตรี', 'ดร.'];

/** Where a name of the list stands in the text. */
export function findNames(text: string, names: HashedNames): FoundName[] {
  const found: FoundName[] = [];
  const byCheck = new Map<string, Set<string>>();
  for (const name of names.anywhere) {
    const key = `${name.length}:${name.check}`;
    byCheck.set(key, (byCheck.get(key) ?? new Set()).add(name.hash));
  }
  const lengths = [...new Set(names.anywhere.map((name) => name.length))];
  const isName = (candidate: string, list: readonly HashedName[]) => {
    const made = hashName(names.salt, candidate);
    return list.some((name) => name.length === made.length && name.check === made.check && name.hash === made.hash);
  };
  for (const [index, line] of plain(text).split('\n').entries()) {
    for (const run of line.matchAll(/[\u0e01-\u0e4e]+/g)) {
      const tell = (at: number) => found.push({ line: index + 1, column: run.index + at + 1 });
      for (let from = 0; from < run[0].length; from++) {
        for (const length of lengths) {
          if (from + length > run[0].length) continue;
          const hashes = byCheck.get(`${length}:${check(names.salt, run[0], from, from + length)}`);
          if (hashes?.has(hashName(names.salt, run[0].slice(from, from + length)).hash)) tell(from);
        }
      }
      for (const { length } of names.afterTitle) {
        for (let from = 0; from + length <= run[0].length; from++) {
          const before = line.slice(0, run.index + from).trimEnd();
          const after = line.slice(run.index + from + length);
          const named = titles.some((title) => before.endsWith(title)) || after.startsWith('ฯ');
          if (named && isName(run[0].slice(from, from + length), names.afterTitle)) tell(from);
        }
      }
      const next = /^\s+([\u0e01-\u0e4e]+)/.exec(line.slice(run.index + run[0].length))?.[1];
      for (const pair of next ? names.pairs : []) {
        const candidate = `${run[0].slice(-pair.given)} ${(next as string).slice(0, pair.length - pair.given - 1)}`;
        if (isName(candidate, [pair])) tell(run[0].length - pair.given);
      }
    }
  }
  return found;
}
