// The smallest replacement that says what a person changed: two units that correct different words of one line do
// not stand in each other's way.
import { splitWords } from './words.ts';

export interface NarrowChange {
  /** A stretch of whole words of the text; never empty unless the text is. */
  readonly original: string;
  readonly proposed: string;
  /** Where the stretch begins in the text (UTF-16). */
  readonly offset: number;
}

/**
 * Cuts equal words off both ends of a correction. A pure insertion keeps one word beside it, so that it stays tied to
 * words that stand there. Undefined when nothing was changed.
 */
export function narrowChange(before: string, after: string): NarrowChange | undefined {
  if (before === after) return undefined;
  const old = splitWords(before);
  const now = splitWords(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  if (old.length - tail === head && old.length > 0) {
    if (head > 0) head -= 1;
    else tail -= 1;
  }
  return {
    original: old.slice(head, old.length - tail).join(''),
    proposed: now.slice(head, now.length - tail).join(''),
    offset: old.slice(0, head).join('').length,
  };
}
