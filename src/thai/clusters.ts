/**
 * What a reader counts as one letter: a consonant with everything above, below and
 * the สระอำ behind it; an emoji with its parts. Cut by pattern, in linear time,
 * because Intl's own segmenter is quadratic on some runtimes.
 */

const cluster =
  /\r\n|(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*|[^])[\p{M}\u0e33\u200c\u200d]*/gu;

/** The clusters of a text in order; joined they are the text again. */
export function clusters(text: string): string[] {
  return text.match(cluster) ?? [];
}

/** Number of clusters: what a limit on "letters" should count. */
export function clusterCount(text: string): number {
  return clusters(text).length;
}
