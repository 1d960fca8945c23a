// Thai text cut into words for comparing; joined again the pieces give the text exactly.
import { segment } from '../../../thai/segment.ts';

/** Texts cut lately: while a person writes, all lines but one are the same as a moment ago. */
const recent = new Map<string, readonly string[]>();
const mostRecent = 2000;

export function splitWords(text: string): readonly string[] {
  const known = recent.get(text);
  if (known) return known;
  const words = segment(text).map((piece) => piece.text);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(text, words);
  return words;
}
