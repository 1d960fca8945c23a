// What a person asks for, read from what was typed.
import { BUDDHIST_ERA, clusterCount, searchWords, toArabicDigits } from '../../thai/index.ts';
import { bonesOf, fold, gramsAsked, hash32, keyOf } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One way in which a term may stand in a document. */
export interface Alternative {
  readonly text: string;
  /** How it got there: as typed, as another name or spelling, as the year of the other era. */
  readonly via: 'typed' | 'synonym' | 'year';
  /** How people write it, for telling why something was found. */
  readonly shown: string;
}

export interface Term {
  /** As typed, for telling. */
  readonly shown: string;
  /** The typed one first; one of them must occur. */
  readonly alternatives: readonly Alternative[];
  /** In quotation marks: as it stands, nothing else. */
  readonly phrase: boolean;
}

export interface Question {
  /** The whole question folded: for an exact reference, and for telling what stands together. */
  readonly whole: string;
  /** All must occur. */
  readonly terms: readonly Term[];
  /** Words of the terms as numbers. */
  readonly words: readonly number[];
  /** The words of the terms, for a wider question; undefined when it would be the same or quotation marks forbid it. */
  readonly wider: readonly string[] | undefined;
}

const maxChars = 200;
const maxTerms = 12;
const maxAlternatives = 8;
/** Shorter names are taken only where they stand alone: กค is in many words. */
const innerLetters = 4;

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
const quoteMarks = /["“”„«»]/gu;
const eraMark = /^(?:พศ|คศ)$/;
const yearTerm = /^(พศ|คศ)?(\d{4})$/;

/** A year of either era as the other writes it: 2564 → 2021, พศ2564 → คศ2021; undefined for other numbers. */
function otherYear(text: string): string | undefined {
  const [, mark, digits] = yearTerm.exec(text) ?? [];
  const year = Number(digits);
  if (mark !== 'คศ' && year >= 2440 && year <= 2700) return `${mark ? 'คศ' : ''}${year - BUDDHIST_ERA}`;
  if (mark !== 'พศ' && year >= 1900 && year <= 2150) return `${mark ? 'พศ' : ''}${year + BUDDHIST_ERA}`;
  return undefined;
}

function alternativesOf(term: string, shown: string, vocabulary: Vocabulary | undefined): Alternative[] {
  const found: Alternative[] = [{ text: term, via: 'typed', shown }];
  const add = (text: string, via: Alternative['via'], words: string) => {
    if (found.length < maxAlternatives && gramsAsked(text).length > 0 && !found.some((one) => one.text === text)) found.push({ text, via, shown: words });
  };
  if (!vocabulary) return found;
  for (const { text, shown: name } of vocabulary.namesFor(term)) add(text, 'synonym', name);
  for (const { from, others } of vocabulary.namesWithin(term, innerLetters)) for (const other of others) add(term.replace(from, other.text), 'synonym', other.shown);
  const year = otherYear(term);
  if (year) add(year, 'year', year.replace('พศ', 'พ.ศ. ').replace('คศ', 'ค.ศ. '));
  return found;
}

/** As much as is read of a question, not ending inside a word where it has spaces. */
function cutShort(text: string): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars);
  const end = cut.lastIndexOf(' ');
  return end > maxChars / 2 ? cut.slice(0, end) : cut;
}

/** Parts that stand apart; one of a single character ("ข้อ 5") goes with its neighbour, an era with its year. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const part of keyOf(text).split(' ').filter(Boolean)) {
    const last = parts.at(-1);
    const joins = last !== undefined && (part.length < 2 || last.length < 2 || (eraMark.test(last) && /^\d{4}$/.test(part)));
    if (joins) parts[parts.length - 1] = `${last} ${part}`;
    else parts.push(part);
  }
  return parts;
}

/** Neighbouring parts that together are one known name ("กรม ประชาสัมพันธ์") stay together. */
function joinNames(parts: readonly string[], vocabulary: Vocabulary | undefined): string[] {
  const out: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    let length = 1;
    for (let more = Math.min(5, parts.length - at); vocabulary && more > 1; more -= 1) {
      if (vocabulary.namesFor(fold(parts.slice(at, at + more).join(' '))).length === 0) continue;
      length = more;
      break;
    }
    out.push(parts.slice(at, at + length).join(' '));
    at += length - 1;
  }
  return out;
}

/**
 * Reads a question: parts set apart by spaces must all occur, wherever they stand; what stands in quotation marks
 * occurs as it is. With a vocabulary each part may also occur under another of its names or spellings, and a year in
 * the other era. Undefined when nothing of two letters is left to look for.
 */
export function readQuestion(text: string, vocabulary?: Vocabulary): Question | undefined {
  const asked = cutShort(text).replaceAll('\u0000', ' ');
  const phrases = [...asked.matchAll(quoted)].map((found) => (found[1] as string).trim());
  const loose = asked.replace(quoted, ' ').replace(quoteMarks, ' ');
  const terms: Term[] = [];
  const put = (part: string, shown: string, phrase: boolean) => {
    const term = fold(part);
    if (gramsAsked(term).length === 0 || terms.some((one) => one.alternatives[0]?.text === term) || terms.length >= maxTerms) return;
    terms.push({ shown, phrase, alternatives: phrase ? [{ text: term, via: 'typed', shown }] : alternativesOf(term, shown, vocabulary) });
  };
  for (const phrase of phrases) put(phrase, phrase, true);
  for (const part of joinNames(partsOf(loose), vocabulary)) put(part, part, false);
  if (terms.length === 0) return undefined;
  const typed = terms.map((term) => (term.alternatives[0] as Alternative).text);
  const free = terms.filter((term) => !term.phrase);
  const cut = (term: string) => searchWords(term, vocabulary?.dictionary).map(fold);
  const words = [...new Set(free.flatMap((term) => cut((term.alternatives[0] as Alternative).text)))].filter((word) => gramsAsked(word).length > 0).slice(0, maxTerms);
  return {
    whole: fold(toArabicDigits(asked.replace(quoteMarks, ' '))),
    terms,
    words: [...new Set(typed.flatMap(cut))].map(hash32),
    wider: phrases.length === 0 && words.some((word) => !typed.includes(word)) ? words : undefined,
  };
}

/** The question with its words one by one. */
export function widen(question: Question): Question | undefined {
  if (!question.wider) return undefined;
  return { ...question, wider: undefined, terms: question.wider.map((word) => ({ shown: word, phrase: false, alternatives: [{ text: word, via: 'typed', shown: word }] })) };
}

/** The question as PostgreSQL's function reads it. `bones`: without tones on either side. */
export function askedOf(question: Question, bones = false): string {
  const form = (text: string) => (bones ? bonesOf(text) : text);
  return JSON.stringify({
    whole: form(question.whole),
    words: question.words,
    bones,
    terms: question.terms.map((term) => term.alternatives.map(({ text }) => ({ text: form(text), grams: gramsAsked(text), title_grams: gramsAsked(text, 'title') }))),
  });
}

/** Letters that a term needs before a slip in it may be forgiven: in short words a tone makes another word. */
export function mayForgive(question: Question): boolean {
  return question.terms.every((term) => !term.phrase) && question.terms.some((term) => clusterCount((term.alternatives[0] as Alternative).text) >= 4);
}
