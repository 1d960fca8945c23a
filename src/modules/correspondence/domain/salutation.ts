/** How a letter addresses whom (annex 2 of the regulation on correspondence): rows of a table with dates, never constants. */

/** One class of addressees: the words that go with it on the days it holds. */
export interface SalutationRow {
  readonly id: number;
  /** "นายกรัฐมนตรี และตำแหน่งที่กำหนด", "บุคคลทั่วไป" */
  readonly addresseeClass: string;
  /** Posts as they stand after the salutation; one that ends in … is the beginning of a name. Empty: the row of everyone whom no other row names. */
  readonly posts: readonly string[];
  readonly salutation: string;
  readonly readerPronoun: string;
  readonly writerPronoun: string;
  readonly closing: string;
  readonly envelope: string;
  /** Seeded from memory or an older list: to be checked against the source before use. */
  readonly uncertain: boolean;
}

/** The rows that name no post speak for everyone else; the first one is taken. */
const everyone = (rows: readonly SalutationRow[]): SalutationRow | undefined => rows.find((row) => row.posts.length === 0);

/** How many letters of an addressee a post takes; 0 where it does not fit. A post that ends in … is the beginning of a name: พระครู…. */
function fit(post: string, to: string): number {
  const open = post.endsWith('…');
  const words = open ? post.slice(0, -1) : post;
  if (words === '' || !to.startsWith(words)) return 0;
  return open || !/^[\p{L}\p{M}]/u.test(to.slice(words.length)) ? words.length : 0;
}

/**
 * The row for an addressee as written after the salutation. A post must stand at the beginning and as a whole:
 * รองนายกรัฐมนตรี is not นายกรัฐมนตรี. The longest post that fits wins.
 */
export function salutationFor(rows: readonly SalutationRow[], toText: string): SalutationRow | undefined {
  const to = toText.trim().replace(/\s+/g, ' ');
  if (to === '') return undefined;
  let best: { row: SalutationRow; length: number } | undefined;
  for (const row of rows) {
    for (const post of row.posts) {
      const length = fit(post, to);
      if (length > (best?.length ?? 0)) best = { row, length };
    }
  }
  return best?.row ?? everyone(rows);
}

/** Every salutation that some row knows, longest first. */
export function knownSalutations(rows: readonly SalutationRow[]): readonly string[] {
  return [...new Set(rows.map((row) => row.salutation).filter((text) => text !== ''))].toSorted((a, b) => b.length - a.length);
}
