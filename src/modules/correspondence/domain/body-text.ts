// The text of a letter as people type it in one box, and as paragraphs.
import type { Paragraph } from './letter.ts';

const listed = /^((?:[0-9๐-๙]{1,3}[.)]|\([0-9๐-๙]{1,3}\)|[-•]))\s+(.+)$/u;

/**
 * Every line that is not empty is a paragraph; one that begins with "1.", "(๑)" or "-" is an entry of a list. Only
 * spaces at the ends are lost: a second split of the joined text gives the same paragraphs.
 */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, label, rest] = listed.exec(line) ?? [];
      return label !== undefined && rest !== undefined ? { kind: 'item' as const, label, text: rest } : line;
    });
}

/** The paragraphs as lines of one box, an empty line between two that are no list. */
export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((one) => (typeof one === 'string' ? one : `${one.label ?? '-'} ${one.text}`)).join('\n\n');
}
