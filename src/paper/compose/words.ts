/**
 * Texts as the templates take them: a list of words, each of which the typesetter sets as one unbreakable box.
 *
 * A word is a string when it has one plain style, else a list of pieces; a trailing space (or `s`) says that a space
 * follows at which a line may end.
 */
import { BREAK, insertBreaks } from '../../thai/break.ts';
import type { PaperFonts } from '../fonts.ts';
import type { PaperText, Run } from '../text-schemas.ts';
import { paperDigits } from './numerals.ts';

export interface Piece {
  /** text */
  t: string;
  /** bold */
  b?: true;
  /** inserted or deleted */
  m?: 'ins' | 'del';
  /** note */
  n?: string;
  /** a hair of space after what was deleted, before what was put in its place */
  g?: true;
}
export type Word = string | { p: Piece[]; s?: true };

/** Point size of body text in the real font; see templates/base.typ. */
const BODY_POINTS = 10.648;
const POINTS_PER_CM = 72 / 2.54;

/** Characters that steer software and print nothing. Line breaks and tabs become spaces. */
const INVISIBLE = /(?![\t-\r])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]/gu;
const BLANKS = /[^\S\u00a0]+/g;

/** Looks the same, and the font has it. */
const SAME: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2212': '–', '\u00a0': '\u00a0' };

interface Letters {
  text: string;
  /** Index of the run of each UTF-16 unit. */
  owner: number[];
}

function toRuns(text: PaperText): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** All runs as one text without control characters, blanks collapsed, digits Thai. */
function join(runs: readonly Run[]): Letters {
  let text = '';
  const owner: number[] = [];
  runs.forEach((run, index) => {
    const clean = run.text.replace(INVISIBLE, '').replace(BLANKS, ' ').replace(/[\u2010-\u2012\u2212]/g, (c) => SAME[c] ?? c);
    const written = run.asWritten ? clean : paperDigits(clean);
    for (let i = 0; i < written.length; i++) {
      if (written[i] === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += written[i];
      owner.push(index);
    }
  });
  if (text.endsWith(' ')) {
    text = text.slice(0, -1);
    owner.pop();
  }
  return { text, owner };
}

/** The plain text as it will stand on the sheet, without break marks: for titles and for tests. */
export function sheetText(text: PaperText): string {
  return join(toRuns(text)).text;
}

export class Composer {
  readonly #fonts: PaperFonts;
  readonly #keep: readonly string[];
  /** Characters met for which the font has no glyph. */
  readonly unprintable = new Set<string>();
  #paragraphs = 0;

  constructor(fonts: PaperFonts, keep: readonly string[]) {
    this.#fonts = fonts;
    this.#keep = keep.map((phrase) => sheetText(phrase)).filter((phrase) => phrase.length > 1);
  }

  /** A number for each paragraph, by which the template finds its first and last page. */
  nextId(): string {
    return String(++this.#paragraphs);
  }

  /**
   * The words of a text.
   * @param widthCm room of the line; a word wider than that (an address, an unbroken code) is cut to fit.
   */
  words(text: PaperText, widthCm = 16, scale = 1): Word[] {
    const runs = toRuns(text);
    const { text: letters, owner } = join(runs);
    this.#check(letters);
    const room = (widthCm * POINTS_PER_CM) / (BODY_POINTS * scale);
    const words: Word[] = [];
    let at = 0;
    for (const spaced of insertBreaks(letters, { keep: this.#keep }).split(' ')) {
      const parts = spaced.split(BREAK);
      parts.forEach((part, index) => {
        const slices = this.#fit(part, room, owner[at] !== undefined && runs[owner[at] ?? 0]?.bold === true);
        slices.forEach((slice, s) => {
          const space = index === parts.length - 1 && s === slices.length - 1 && at + slice.length < letters.length;
          words.push(toWord(slice, owner, at, runs, space));
          at += slice.length;
        });
      });
      at += 1; // the space
    }
    return words.filter((word) => word !== '');
  }

  /** One unbreakable box, for names; only what is wider than its room is broken after all. */
  whole(text: string, widthCm = 16): Word[] {
    const { text: letters } = join(toRuns(text));
    this.#check(letters);
    if (letters === '') return [];
    const width = this.#fonts.width(letters, false) * BODY_POINTS;
    return width > widthCm * POINTS_PER_CM ? this.words(text, widthCm) : [letters.replaceAll(' ', '\u00a0')];
  }

  #check(text: string): void {
    for (const char of text) {
      if (char !== ' ' && char !== '\u00a0' && !this.#fonts.prints(char.codePointAt(0) ?? 0)) this.unprintable.add(char);
    }
  }

  /** Cuts a word that is wider than the line, after a sign of an address if there is one, else between letters. */
  #fit(word: string, room: number, bold: boolean): string[] {
    if (word.length < 12 || this.#fonts.width(word, bold) <= room) return [word];
    const out: string[] = [];
    let line = '';
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && this.#fonts.width(line + segment, bold) > room * 0.96) {
        const cut = Math.max(...['/', '-', '_', '.', '?', '&', '=', '\u00a0'].map((sign) => line.lastIndexOf(sign))) + 1;
        const at = cut > line.length / 3 ? cut : line.length;
        out.push(line.slice(0, at));
        line = line.slice(at);
      }
      line += segment;
    }
    out.push(line);
    return out;
  }
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

function toWord(slice: string, owner: readonly number[], from: number, runs: readonly Run[], space: boolean): Word {
  const pieces: Piece[] = [];
  let previous = -1;
  for (let i = 0; i < slice.length; i++) {
    const index = owner[from + i] ?? 0;
    const last = pieces.at(-1);
    if (last && index === previous) last.t += slice.charAt(i);
    else pieces.push(styleOf(runs[index], slice.charAt(i)));
    previous = index;
    // the note stands once, after the last letter of its run
    const note = runs[index]?.note;
    const piece = pieces.at(-1);
    const next = owner[from + i + 1];
    if (!piece || next === index) continue;
    if (note !== undefined) piece.n = paperDigits(note);
    if (piece.m === 'del' && next !== undefined && runs[next]?.mark === 'ins') piece.g = true;
  }
  const plain = pieces.every((piece) => piece.b === undefined && piece.m === undefined && piece.n === undefined);
  if (plain) return slice + (space && slice !== '' ? ' ' : '');
  return space ? { p: pieces, s: true } : { p: pieces };
}

function styleOf(run: Run | undefined, t: string): Piece {
  const piece: Piece = { t };
  if (run?.bold) piece.b = true;
  if (run?.mark) piece.m = run.mark;
  return piece;
}
