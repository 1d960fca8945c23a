/**
 * Thai text cut into words, safely.
 *
 * Words come from `Intl.Segmenter('th')`, made usable on a server: it never sees
 * more than `PIECE` characters at once (its time grows with the square of the
 * length on some runtimes, so one long field could stall a process), and what its
 * dictionary is known to cut wrongly is taken out before it looks: dotted
 * abbreviations, ฯ, ๆ and the words of a caller's dictionary.
 *
 * Word boundaries are good for indexes and hints; about one in five is debatable,
 * so search backs them with `bigrams`, which need no dictionary.
 */
import { findAbbreviations } from './abbreviations.ts';
import { clusters } from './clusters.ts';
import { officeDictionary } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { normaliseText, searchKey } from './normalise.ts';

export interface Segment {
  readonly text: string;
  /** Offset in UTF-16 units. */
  readonly start: number;
  /** False for spaces, punctuation, ฯ and ๆ. */
  readonly isWord: boolean;
}

/** Most UTF-16 units given to Intl at once. */
const PIECE = 1000;
/** After a cut inside running text this much of the piece's end is cut again with what follows. */
const OVERLAP = 120;

const intl = new Intl.Segmenter('th', { granularity: 'word' });
const sign = /ฯลฯ|ฯพณฯ|[ฯๆ]|\s+/gu;

/**
 * Cuts a text completely: the segments in order, joined, are the text again. Give
 * it normalised text (`normaliseText`), or words with odd marks come out in pieces.
 */
export function segment(text: string, dictionary: Dictionary = officeDictionary): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (const { start, end, isWord } of fixedSpans(text)) {
    segmentRun(text, from, start, dictionary, found);
    found.push({ text: text.slice(start, end), start, isWord });
    from = end;
  }
  segmentRun(text, from, text.length, dictionary, found);
  return found;
}

/** The words of a text as an index keeps them and a query asks for them: `segment`, each word a `searchKey`. */
export function searchWords(text: string, dictionary: Dictionary = officeDictionary): string[] {
  return segment(normaliseText(text), dictionary)
    .filter((each) => each.isWord)
    .flatMap((each) => searchKey(each.text).split(' '))
    .filter((word) => word !== '');
}

/**
 * The distinct pairs of neighbouring clusters of a text's `searchKey`, within each
 * run without spaces; a run of one cluster stands for itself. Any text that occurs
 * inside another (within a run) has only pairs that the other has too, so an index
 * of bigrams misses nothing; hits are then checked against the text itself.
 */
export function bigrams(text: string): string[] {
  const pairs = new Set<string>();
  for (const run of searchKey(text).split(' ')) {
    const letters = clusters(run);
    if (letters.length === 1) pairs.add(run);
    for (let index = 1; index < letters.length; index += 1) pairs.add(`${letters[index - 1]}${letters[index]}`);
  }
  return [...pairs];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** Abbreviations and signs, which no dictionary may look into. */
function fixedSpans(text: string): Span[] {
  const spans: Span[] = findAbbreviations(text).map(({ start, end }) => ({ start, end, isWord: true }));
  let next = 0;
  const signs: Span[] = [];
  for (const found of text.matchAll(sign)) {
    while ((spans[next]?.end ?? Infinity) <= found.index) next += 1;
    if (found.index < (spans[next]?.start ?? Infinity)) {
      signs.push({ start: found.index, end: found.index + found[0].length, isWord: found[0] === 'ฯพณฯ' });
    }
  }
  return [...spans, ...signs].sort((a, b) => a.start - b.start);
}

/** Text between fixed spans: the dictionary's words first, Intl for the rest. */
function segmentRun(text: string, start: number, end: number, dictionary: Dictionary, found: Segment[]): void {
  const run = text.slice(start, end);
  let from = 0;
  for (let at = 0; at < run.length; ) {
    const entryEnd = dictionary.endOfEntryAt(run, at);
    if (entryEnd === undefined) {
      at += 1;
      continue;
    }
    segmentPieces(run.slice(from, at), start + from, found);
    found.push({ text: run.slice(at, entryEnd), start: start + at, isWord: true });
    at = entryEnd;
    from = entryEnd;
  }
  segmentPieces(run.slice(from), start + from, found);
}

/** Runs Intl over pieces of at most `PIECE` units. */
function segmentPieces(run: string, offset: number, found: Segment[]): void {
  let from = 0;
  while (from < run.length) {
    const whole = run.length - from <= PIECE;
    const piece = whole ? run.slice(from) : run.slice(from, clusterBoundaryBefore(run, from, from + PIECE));
    // The last words of a piece that was cut anywhere are not trusted.
    const trusted = whole ? piece.length : piece.length - OVERLAP;
    let done = 0;
    for (const each of intl.segment(piece)) {
      if (each.index >= trusted && done > 0) break;
      found.push({ text: each.segment, start: offset + from + each.index, isWord: each.isWordLike === true });
      done = each.index + each.segment.length;
    }
    from += done;
  }
}

/** The last place before `at` that does not part a cluster; `at` itself when marks are piled without end. */
function clusterBoundaryBefore(run: string, from: number, at: number): number {
  const last = clusters(run.slice(at - OVERLAP, at + 1)).at(-1) ?? '';
  const boundary = at + 1 - last.length;
  return boundary > from && last.length < OVERLAP ? boundary : at;
}
