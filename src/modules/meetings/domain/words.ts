// Thai text cut into words for comparing; joined again the pieces give the text exactly.

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

export function splitWords(text: string): string[] {
  return Array.from(segmenter.segment(text), (piece) => piece.segment);
}
