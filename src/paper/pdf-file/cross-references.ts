/**
 * Where the objects of a PDF stand: cross-reference tables, cross-reference streams, and files that have both
 * (ISO 32000-1 §7.5.4, §7.5.8), through all updates. Read strictly: a file that can only be guessed at is not updated.
 */
import { unpacked } from './streams.ts';
import { entriesOf, itemsOf, nameIn, skipBlank, valueEnd, wholeNumber } from './values.ts';

export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  /** Within an object stream. */
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  /** The newest trailer dictionary, or that of the newest cross-reference stream, as written. */
  readonly trailer: string;
  /** Offset of the newest section. */
  readonly start: number;
  /** The newest section is a stream: so must be that of the next update. */
  readonly streamed: boolean;
  /** Some section says so. */
  readonly encrypted: boolean;
  /** The first number that no section uses. */
  readonly next: number;
}

/** ISO 32000-1, annex C. */
const LARGEST_NUMBER = 8_388_607;
/** In all sections of a file; packed well, a small file could name more than fit into memory. */
const MOST_ENTRIES = 1_000_000;

interface Section { readonly inUse: [number, Place][]; readonly free: number[]; readonly trailer: string; readonly streamed: boolean }

/** @throws Error when a section is broken. */
export function readCrossReferences(bytes: Buffer, text: string): CrossReferences {
  const start = /^startxref\s+(\d{1,12})\s/.exec(text.slice(Math.max(text.lastIndexOf('startxref'), 0)).slice(0, 64))?.[1];
  if (start === undefined) throw new Error('not a PDF: no startxref');
  const places = new Map<number, Place>();
  const add = (entries: Iterable<[number, Place]>): void => {
    for (const [object, place] of entries) if (!places.has(object)) places.set(object, place);
  };
  const seen = new Set<number>();
  let newest: Section | undefined;
  let encrypted = false;
  let entries = 0;
  let next = 0;
  const enter = (at: number): void => {
    if (seen.has(at)) throw new Error('cross-references that run in a circle');
    seen.add(at);
  };
  for (let at: number | undefined = Number(start); at !== undefined; ) {
    enter(at);
    const section = readSection(bytes, text, at);
    const trailer = entriesOf(section.trailer);
    const beside = section.streamed ? undefined : wholeNumber(trailer.get('XRefStm')?.value);
    add(section.inUse);
    // The stream beside a table holds what older readers are not to see; it comes before the sections of earlier states.
    if (beside !== undefined) {
      enter(beside);
      const hidden = readStream(bytes, text, beside).inUse;
      entries += hidden.length;
      add(hidden);
    }
    add(section.free.map((object) => [object, { kind: 'free' }]));
    newest ??= section;
    encrypted ||= trailer.has('Encrypt');
    entries += section.inUse.length + section.free.length;
    if (entries > MOST_ENTRIES) throw new Error('more objects than a document has');
    next = Math.max(next, wholeNumber(trailer.get('Size')?.value) ?? 0);
    at = wholeNumber(trailer.get('Prev')?.value) || undefined;
  }
  for (const object of places.keys()) next = Math.max(next, object + 1);
  if (!newest || next > LARGEST_NUMBER) throw new Error('broken cross-references');
  return { places, trailer: newest.trailer, start: Number(start), streamed: newest.streamed, encrypted, next };
}

function readSection(bytes: Buffer, text: string, at: number): Section {
  return text.startsWith('xref', at) ? readTable(text, at) : readStream(bytes, text, at);
}

function readTable(text: string, at: number): Section {
  const inUse: [number, Place][] = [];
  const free: number[] = [];
  const line = /[\s\0]*(?:(\d{1,10})[ \t]+(\d{1,10})[ \t]*[\r\n]|trailer)/y;
  const row = /[\s\0]*(\d{1,10}) (\d{1,5}) ([nf])/y;
  line.lastIndex = at + 'xref'.length;
  for (;;) {
    const match = line.exec(text);
    if (!match) throw new Error('broken cross-reference table');
    if (match[1] === undefined) break;
    row.lastIndex = line.lastIndex;
    for (let object = Number(match[1]), end = object + Number(match[2]); object < end; object++) {
      const entry = row.exec(text);
      if (!entry || object > LARGEST_NUMBER) throw new Error('broken cross-reference table');
      // Offset 0 is how some producers write what is not there.
      if (entry[3] === 'n' && Number(entry[1]) > 0) inUse.push([object, { kind: 'at', offset: Number(entry[1]), generation: Number(entry[2]) }]);
      else free.push(object);
    }
    line.lastIndex = Math.max(row.lastIndex, line.lastIndex);
  }
  const from = skipBlank(text, line.lastIndex);
  const trailer = text.slice(from, valueEnd(text, from));
  if (!trailer.startsWith('<<')) throw new Error('a table without a trailer');
  return { inUse, free, trailer, streamed: false };
}

/** `12 0 obj` at an offset. */
export function objectHead(text: string, at: number): { object: number; generation: number; body: number } {
  const head = /[\s\0]{0,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}obj/y;
  head.lastIndex = at;
  const match = head.exec(text);
  if (!match) throw new Error(`no object at ${at}`);
  return { object: Number(match[1]), generation: Number(match[2]), body: skipBlank(text, head.lastIndex) };
}

/** Where the data of a stream begin whose dictionary ends at `at`; undefined for an object that is no stream. */
export function dataStart(text: string, at: number): number | undefined {
  const from = skipBlank(text, at);
  if (!text.startsWith('stream', from)) return undefined;
  const end = from + 'stream'.length;
  return text[end] === '\r' ? end + (text[end + 1] === '\n' ? 2 : 1) : text[end] === '\n' ? end + 1 : undefined;
}

function readStream(bytes: Buffer, text: string, at: number): Section {
  const { body } = objectHead(text, at);
  const end = valueEnd(text, body);
  const trailer = text.slice(body, end);
  const entries = entriesOf(trailer);
  const from = dataStart(text, end);
  // Its length stands in it: nobody could look a reference up before it is read.
  const length = wholeNumber(entries.get('Length')?.value);
  if (from === undefined || length === undefined || from + length > bytes.length || nameIn(entries.get('Type')?.value) !== 'XRef') throw new Error('broken cross-reference stream');
  const numbers = (key: string): number[] => itemsOf(entries.get(key)?.value ?? '').map((item) => wholeNumber(item) ?? Number.NaN);
  const widths = numbers('W');
  if (widths.length < 3 || widths.some((width) => !(width <= 8))) throw new Error('broken cross-reference stream');
  const parts = entries.has('Index') ? numbers('Index') : [0, wholeNumber(entries.get('Size')?.value) ?? Number.NaN];
  const size = widths.reduce((sum, width) => sum + width, 0);
  const rows = parts.reduce((sum, count, i) => (i % 2 === 1 ? sum + count : sum), 0);
  if (!(rows <= MOST_ENTRIES) || size === 0) throw new Error('broken cross-reference stream');
  const data = unpacked(trailer, bytes.subarray(from, from + length), 65_536 + 2 * rows * (size + 1));
  return { ...readRows(data, widths, parts, size), trailer, streamed: true };
}

function readRows(data: Buffer, widths: readonly number[], parts: readonly number[], size: number): Pick<Section, 'inUse' | 'free'> {
  const inUse: [number, Place][] = [];
  const free: number[] = [];
  let pos = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + data[pos++]!;
    return value;
  };
  for (let i = 0; i < parts.length; i += 2) {
    const [from = Number.NaN, count = Number.NaN] = parts.slice(i, i + 2);
    if (!(pos + count * size <= data.length) || !(from + count <= LARGEST_NUMBER + 1)) throw new Error('a cross-reference stream that ends too early');
    for (let object = from; object < from + count; object++) {
      const kind = widths[0] === 0 ? 1 : field(widths[0]!);
      const [a, b] = [field(widths[1]!), field(widths[2]!)];
      for (const width of widths.slice(3)) pos += width;
      if (kind === 1) inUse.push([object, { kind: 'at', offset: a, generation: b }]);
      else if (kind === 2) inUse.push([object, { kind: 'in', stream: a, index: b }]);
      else free.push(object);
    }
  }
  return { inUse, free };
}
