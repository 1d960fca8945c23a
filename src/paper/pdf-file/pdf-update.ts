/**
 * Reading a PDF object by object, and updating it by appending (ISO 32000-1 §7.5.6). Bytes already there are never
 * changed, so signatures and hashes over them stay true. The update speaks as the file does: with a table after a table,
 * with a cross-reference stream after a stream.
 */
import { deflateSync } from 'node:zlib';
import { dataStart, objectHead, readCrossReferences } from './cross-references.ts';
import type { CrossReferences } from './cross-references.ts';
import { unpacked } from './streams.ts';
import { entriesOf, nameIn, referenceOf, skipBlank, valueEnd, wholeNumber } from './values.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** An object as it stands in the file: its value as written, and where the data begin if it is a stream. */
interface Standing { readonly value: string; readonly data?: number }

/** What a newest trailer says of its own section, and no update may say after it. */
const OF_ITS_SECTION = new Set(['Size', 'Prev', 'XRefStm', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'F', 'FFilter', 'FDecodeParms', 'DL']);
/** All object streams of a file, unpacked. */
const MOST_PACKED = 128 * 1024 * 1024;

export class PdfUpdate {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #file: CrossReferences;
  readonly #standing = new Map<number, Standing>();
  readonly #packed = new Map<number, { text: string; starts: ReadonlyMap<number, number> }>();
  readonly #changed = new Map<number, Buffer>();
  readonly #written = new Map<number, number>();
  /** Objects that are written into each other would be read over and over. */
  #mayRead: number;
  #mayUnpack = MOST_PACKED;
  #next: number;

  /** @throws Error when the file is not a PDF, or its cross-references are broken. */
  constructor(pdf: Uint8Array) {
    this.#bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    this.#text = this.#bytes.toString('latin1');
    this.#file = readCrossReferences(this.#bytes, this.#text);
    this.#next = this.#file.next;
    this.#mayRead = 16 * this.#text.length;
  }

  /** The newest trailer dictionary as written. */
  get trailer(): string {
    return this.#file.trailer;
  }

  get encrypted(): boolean {
    return this.#file.encrypted;
  }

  /** Object number of the catalogue. @throws Error when the trailer names none. */
  get root(): number {
    const root = referenceOf(entriesOf(this.trailer).get('Root')?.value);
    if (root === undefined) throw new Error('the trailer names no catalogue');
    return root;
  }

  /** Numbers of all objects in use, ascending. */
  objectNumbers(): number[] {
    return [...this.#file.places].filter(([, place]) => place.kind !== 'free').map(([object]) => object).sort((a, b) => a - b);
  }

  /** `12 0 R`, with the generation that the object has. */
  reference(object: number): string {
    return `${object} ${this.#generation(object)} R`;
  }

  /** The value of an object as written, without its stream. */
  dictionary(object: number): string {
    const changed = this.#changed.get(object)?.toString('latin1');
    return changed === undefined ? this.#read(object).value : changed.slice(skipBlank(changed, 0), valueEnd(changed, 0));
  }

  /** A value, or the value of the object that it refers to. Undefined for a reference to nothing. */
  resolved(value: string | undefined): string | undefined {
    const object = referenceOf(value);
    if (object === undefined) return value;
    const place = this.#file.places.get(object);
    return this.#changed.has(object) || (place && place.kind !== 'free') ? this.dictionary(object) : undefined;
  }

  /** The decoded bytes of a stream object. Only FlateDecode and plain streams are read. */
  stream(object: number): Buffer {
    return unpacked(this.dictionary(object), this.packedStream(object));
  }

  /** Whether an object is a stream, as it stands in the file. */
  isStream(object: number): boolean {
    return this.#read(object).data !== undefined;
  }

  /** The bytes of a stream object as they stand in the file. */
  packedStream(object: number): Buffer {
    const { value, data } = this.#read(object);
    const length = this.#length(entriesOf(value).get('Length')?.value);
    if (length === undefined || data === undefined || data + length > this.#bytes.length) throw new Error(`object ${object} is not a stream of a known length`);
    return this.#bytes.subarray(data, data + length);
  }

  /** A length may stand elsewhere, but never in an object stream: that one's own length might be asked for. */
  #length(value: string | undefined): number | undefined {
    const object = referenceOf(value);
    if (object === undefined) return wholeNumber(value);
    return this.#file.places.get(object)?.kind === 'at' ? wholeNumber(this.#read(object).value) : undefined;
  }

  #generation(object: number): number {
    const place = this.#file.places.get(object);
    return place?.kind === 'at' ? place.generation : 0;
  }

  #read(object: number): Standing {
    const known = this.#standing.get(object);
    if (known) return known;
    const place = this.#file.places.get(object);
    if (!place || place.kind === 'free') throw new Error(`object ${object} does not exist`);
    const standing = place.kind === 'at' ? this.#readAt(object, place.offset, place.generation) : this.#readIn(object, place.stream, place.index);
    this.#standing.set(object, standing);
    this.#mayRead -= standing.value.length;
    if (this.#mayRead < 0) throw new Error('objects that are written into each other');
    return standing;
  }

  #readAt(object: number, offset: number, generation: number): Standing {
    const head = objectHead(this.#text, offset);
    if (head.object !== object || head.generation !== generation) throw new Error(`object ${object} is not where it should be`);
    const end = valueEnd(this.#text, head.body);
    const value = this.#text.slice(head.body, end);
    const data = value.startsWith('<<') ? dataStart(this.#text, end) : undefined;
    return data === undefined ? { value } : { value, data };
  }

  #readIn(object: number, stream: number, index: number): Standing {
    const { text, starts } = this.#unpack(stream);
    const from = starts.get(object);
    if (from === undefined) throw new Error(`object ${object} is not in stream ${stream} at ${index}`);
    return { value: text.slice(skipBlank(text, from), valueEnd(text, from)) };
  }

  /** An object stream (§7.5.7): pairs of number and offset, then the values. */
  #unpack(stream: number): { text: string; starts: ReadonlyMap<number, number> } {
    const known = this.#packed.get(stream);
    if (known) return known;
    const place = this.#file.places.get(stream);
    if (place?.kind !== 'at') throw new Error(`object stream ${stream} does not exist`);
    const entries = entriesOf(this.#read(stream).value);
    const first = wholeNumber(entries.get('First')?.value);
    const count = wholeNumber(entries.get('N')?.value);
    if (nameIn(entries.get('Type')?.value) !== 'ObjStm' || first === undefined || count === undefined) throw new Error(`object ${stream} is no object stream`);
    const text = this.stream(stream).toString('latin1');
    this.#mayUnpack -= text.length;
    this.#mayRead += 16 * text.length;
    if (this.#mayUnpack < 0) throw new Error('object streams that are too large');
    const numbers = text.slice(0, first).trim().split(/[\s\0]+/).map((word) => wholeNumber(word));
    const starts = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      const [object, offset] = [numbers[2 * i], numbers[2 * i + 1]];
      if (object === undefined || offset === undefined) throw new Error(`object stream ${stream} is broken`);
      // A number that stands twice is read by each program in its own way.
      if (starts.has(object)) throw new Error(`object stream ${stream} has object ${object} twice`);
      starts.set(object, first + offset);
    }
    const unpackedStream = { text, starts };
    this.#packed.set(stream, unpackedStream);
    return unpackedStream;
  }

  /** Whether the object streams of the file stay within the limits, for programs that have none. @throws Error when they do not. */
  unpackAll(): void {
    for (const place of this.#file.places.values()) if (place.kind === 'in') this.#unpack(place.stream);
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
    for (const [object, body] of [...this.#changed].sort(([a], [b]) => a - b)) {
      this.#written.set(object, length);
      push(latin1(`${object} ${this.#generation(object)} obj\n`));
      push(body);
      push(latin1('\nendobj\n'));
    }
    const xref = length;
    push(this.#file.streamed ? this.#asStream(xref) : this.#asTable());
    push(latin1(`startxref\n${xref}\n%%EOF\n`));
    return Buffer.concat(parts);
  }

  #asTable(): Buffer {
    const rows = [...this.#written].map(([object, offset]) =>
      `${object} 1\n${String(offset).padStart(10, '0')} ${String(this.#generation(object)).padStart(5, '0')} n \n`);
    return latin1(`xref\n${rows.join('')}trailer\n<< /Size ${this.#next} ${this.#carried()} >>\n`);
  }

  /** The stream names itself as well, as the last of its objects. */
  #asStream(offset: number): Buffer {
    const own = this.#next++;
    const written = [...this.#written, [own, offset] as const];
    const rows = Buffer.alloc(written.length * 8);
    written.forEach(([object, at], i) => {
      rows[i * 8] = 1;
      rows.writeUIntBE(at, i * 8 + 1, 5);
      rows.writeUIntBE(this.#generation(object), i * 8 + 6, 2);
    });
    const index: number[] = [];
    for (const [object] of written) {
      if (index.at(-2)! + index.at(-1)! === object) index[index.length - 1]!++;
      else index.push(object, 1);
    }
    return Buffer.concat([
      latin1(`${own} 0 obj\n<< /Type /XRef /Size ${this.#next} /W [1 5 2] /Index [${index.join(' ')}] ${this.#carried()} /Length ${rows.length} >>\nstream\n`),
      rows, latin1('\nendstream\nendobj\n'),
    ]);
  }

  /** Entries of the newest trailer that stay true (§7.5.6), and where that trailer is. */
  #carried(): string {
    const entries = [...entriesOf(this.trailer)].filter(([key]) => !OF_ITS_SECTION.has(key));
    const written = (wanted: (key: string) => boolean): string[] => entries.filter(([key]) => wanted(key)).map(([key, { value }]) => `${asName(key)} ${value}`);
    const leading = (key: string): boolean => key === 'Root' || key === 'Info';
    return [...written(leading), `/Prev ${this.#file.start}`, ...written((key) => !leading(key))].join(' ');
  }
}

const asName = (key: string): string => `/${key.replace(/[^!-~]|[#()<>[\]{}/%]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
