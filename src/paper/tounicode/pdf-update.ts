/**
 * Reading and incrementally updating a PDF with a classic cross-reference table (ISO 32000-1 §7.5.4, §7.5.6), which is
 * what Typst writes. Bytes already there are never changed, so signatures and hashes over them stay true.
 */
import { deflateSync, inflateSync } from 'node:zlib';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

function one(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[1];
}

export class PdfUpdate {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #offsets = new Map<number, number>();
  readonly #changed = new Map<number, Buffer>();
  readonly #lastXref: number;
  readonly #written = new Map<number, number>();
  #trailer = '';
  #next: number;

  /** @throws Error when the file is not a PDF with classic cross-reference tables. */
  constructor(pdf: Uint8Array) {
    this.#bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    this.#text = this.#bytes.toString('latin1');
    const start = one(/startxref\s+(\d+)/, this.#text.slice(this.#text.lastIndexOf('startxref')));
    if (start === undefined) throw new Error('not a PDF: no startxref');
    this.#lastXref = Number(start);
    const seen = new Set<number>();
    for (let at: number | undefined = this.#lastXref; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      at = this.#readSection(at);
    }
    this.#next = Number(one(/\/Size\s+(\d+)/, this.#trailer) ?? 0);
  }

  /** The newest trailer dictionary as written. */
  get trailer(): string {
    return this.#trailer;
  }

  /** Object number of the catalogue. @throws Error when the trailer names none. */
  get root(): number {
    const root = one(/\/Root\s+(\d+)\s+\d+\s+R/, this.#trailer);
    if (root === undefined) throw new Error('the trailer names no catalogue');
    return Number(root);
  }

  /** Reads one table and its trailer; returns the offset of the previous one. Newer entries win. */
  #readSection(at: number): number | undefined {
    if (!this.#text.startsWith('xref', at)) throw new Error('cross-reference streams are not supported');
    const line = /\s*(?:(\d+) (\d+)[ ]*\r?\n|trailer)/y;
    line.lastIndex = at + 4;
    for (;;) {
      const match = line.exec(this.#text);
      if (!match) throw new Error('broken cross-reference table');
      if (match[1] === undefined) break;
      const first = Number(match[1]);
      const count = Number(match[2]);
      for (let i = 0; i < count; i++) {
        const entry = this.#text.slice(line.lastIndex + i * 20, line.lastIndex + i * 20 + 20);
        if (entry[17] === 'n' && !this.#offsets.has(first + i)) this.#offsets.set(first + i, Number(entry.slice(0, 10)));
      }
      line.lastIndex += count * 20;
    }
    const trailer = this.#text.slice(line.lastIndex, this.#text.indexOf('startxref', line.lastIndex));
    if (this.#trailer === '') this.#trailer = trailer;
    const previous = one(/\/Prev\s+(\d+)/, trailer);
    return previous === undefined ? undefined : Number(previous);
  }

  /** Numbers of all objects in use, ascending. */
  objectNumbers(): number[] {
    return [...this.#offsets.keys()].sort((a, b) => a - b);
  }

  /** The dictionary (or other value) of an object as written, without its stream. */
  dictionary(object: number): string {
    const changed = this.#changed.get(object)?.toString('latin1');
    if (changed !== undefined) return changed.split(/(?<=>>)\s*stream\r?\n/)[0]!.trim();
    const start = this.#bodyStart(object);
    const stop = /\bendobj\b|>>\s*stream\r?\n/g;
    stop.lastIndex = start;
    const match = stop.exec(this.#text);
    if (!match) throw new Error(`object ${object} has no end`);
    return this.#text.slice(start, match.index + (match[0].startsWith('>>') ? 2 : 0)).trim();
  }

  /** The decoded bytes of a stream object. Only FlateDecode and plain streams are read. */
  stream(object: number): Buffer {
    const data = this.packedStream(object);
    return this.dictionary(object).includes('/FlateDecode') ? inflateSync(data) : data;
  }

  /** Whether an object is a stream, as it stands in the file. */
  isStream(object: number): boolean {
    const dictionary = this.dictionary(object);
    const after = this.#text.indexOf(dictionary, this.#bodyStart(object)) + dictionary.length;
    return /^\s*stream\r?\n/.test(this.#text.slice(after, after + 20));
  }

  /** The bytes of a stream object as they stand in the file. */
  packedStream(object: number): Buffer {
    const dictionary = this.dictionary(object);
    const length = one(/\/Length\s+(\d+)(?!\s+\d+\s+R)/, dictionary);
    const opening = /stream\r?\n/g;
    opening.lastIndex = this.#text.indexOf(dictionary, this.#bodyStart(object)) + dictionary.length;
    if (length === undefined || !opening.exec(this.#text)) throw new Error(`object ${object} is not a stream of direct length`);
    return this.#bytes.subarray(opening.lastIndex, opening.lastIndex + Number(length));
  }

  #bodyStart(object: number): number {
    const offset = this.#offsets.get(object);
    if (offset === undefined) throw new Error(`object ${object} does not exist`);
    return this.#text.indexOf('obj', offset) + 3;
  }

  /** Puts a new compressed stream in place of an object. `entries` are the other dictionary entries. */
  replaceStream(object: number, entries: string, data: Buffer): void {
    const packed = deflateSync(data, { level: 9 });
    this.#changed.set(object, Buffer.concat([
      latin1(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed, latin1('\nendstream'),
    ]));
  }

  /** A number for a new object; give it a body by `replace` before `finish`. */
  reserve(): number {
    return this.#next++;
  }

  /** Puts a new body in place of an object: a dictionary, or a whole stream as written. */
  replace(object: number, body: string | Buffer): void {
    this.#changed.set(object, typeof body === 'string' ? latin1(body) : body);
  }

  /** Where an object of this update begins in what `finish` gave. */
  offsetOf(object: number): number {
    const offset = this.#written.get(object);
    if (offset === undefined) throw new Error(`object ${object} was not written`);
    return offset;
  }

  /** The file with the changes appended; the file itself when there are none. */
  finish(): Uint8Array {
    if (this.#changed.size === 0) return this.#bytes;
    const parts: Buffer[] = [this.#bytes];
    let length = this.#bytes.length;
    const push = (part: Buffer): void => {
      parts.push(part);
      length += part.length;
    };
    if (this.#bytes.at(-1) !== 0x0a) push(latin1('\n'));
    const written = [...this.#changed].sort(([a], [b]) => a - b).map(([object, body]) => {
      const offset = length;
      push(latin1(`${object} 0 obj\n`));
      push(body);
      push(latin1('\nendobj\n'));
      this.#written.set(object, offset);
      return { object, offset };
    });
    const xref = length;
    const table = written.map(({ object, offset }) => `${object} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const keep = (pattern: RegExp): string => one(pattern, this.#trailer) ?? '';
    push(latin1(
      `xref\n${table}trailer\n<< /Size ${this.#next} ${keep(/(\/Root\s+\d+\s+\d+\s+R)/)} ${keep(/(\/Info\s+\d+\s+\d+\s+R)/)} ` +
      `/Prev ${this.#lastXref} ${keep(/(\/ID\s*\[[^\]]*\])/)} >>\nstartxref\n${xref}\n%%EOF\n`,
    ));
    return Buffer.concat(parts);
  }
}
