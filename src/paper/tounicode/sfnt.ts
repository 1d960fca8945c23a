/**
 * Reading a TrueType font: just what is needed to know which characters it can print, how wide they are, and which
 * glyph has which outline. (OpenType 1.9 spec, tables cmap 4, hmtx, glyf, loca, post 2.)
 */
import { createHash } from 'node:crypto';

export interface Sfnt {
  readonly bytes: Buffer;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
  readonly glyphCount: number;
  readonly unitsPerEm: number;
}

/** @throws RangeError when the bytes are not a font. */
export function readSfnt(input: Uint8Array): Sfnt {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const tables = new Map<string, { offset: number; length: number }>();
  const count = bytes.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    tables.set(bytes.toString('latin1', at, at + 4), { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) });
  }
  const base = { bytes, tables, glyphCount: 0, unitsPerEm: 0 };
  return {
    ...base,
    glyphCount: bytes.readUInt16BE(offsetOf(base, 'maxp') + 4),
    unitsPerEm: bytes.readUInt16BE(offsetOf(base, 'head') + 18),
  };
}

function offsetOf(font: Pick<Sfnt, 'tables'>, name: string): number {
  const table = font.tables.get(name);
  if (!table) throw new RangeError(`font has no table ${name}`);
  return table.offset;
}

/** Character code → glyph, from the Unicode subtable of format 4. */
export function readCmap(font: Sfnt): Map<number, number> {
  const { bytes } = font;
  const cmap = offsetOf(font, 'cmap');
  let sub = -1;
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const platform = bytes.readUInt16BE(cmap + 4 + 8 * i);
    const at = cmap + bytes.readUInt32BE(cmap + 8 + 8 * i);
    if (bytes.readUInt16BE(at) === 4 && (platform === 3 || platform === 0)) sub = at;
  }
  const map = new Map<number, number>();
  if (sub < 0) return map;
  const segments = bytes.readUInt16BE(sub + 6) / 2;
  for (let s = 0; s < segments; s++) {
    const end = bytes.readUInt16BE(sub + 14 + 2 * s);
    const start = bytes.readUInt16BE(sub + 16 + 2 * segments + 2 * s);
    const delta = bytes.readInt16BE(sub + 16 + 4 * segments + 2 * s);
    const rangeAt = sub + 16 + 6 * segments + 2 * s;
    const range = bytes.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + 2 * (code - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
  return map;
}

/** Width of each glyph in font units. */
export function readAdvances(font: Sfnt): (glyph: number) => number {
  const metrics = font.bytes.readUInt16BE(offsetOf(font, 'hhea') + 34);
  const hmtx = offsetOf(font, 'hmtx');
  return (glyph) => font.bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1));
}

/** PostScript names by glyph; an empty list when the font keeps none (post other than format 2). */
export function readGlyphNames(font: Sfnt): (string | undefined)[] {
  const { bytes } = font;
  const post = font.tables.get('post');
  if (!post || bytes.readUInt32BE(post.offset) !== 0x20000) return [];
  const count = bytes.readUInt16BE(post.offset + 32);
  let at = post.offset + 34 + 2 * count;
  const own: string[] = [];
  while (at < post.offset + post.length) {
    const length = bytes.readUInt8(at);
    own.push(bytes.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const MACINTOSH = 258;
  return Array.from({ length: count }, (_, i) => {
    const index = bytes.readUInt16BE(post.offset + 34 + 2 * i);
    return index < MACINTOSH ? undefined : own[index - MACINTOSH];
  });
}

/** End of the coordinates of a simple glyph that start at `at`, after `points` flags. */
function simpleGlyphEnd(glyph: Buffer, at: number, points: number): number {
  let read = at;
  let coordinates = 0;
  for (let seen = 0; seen < points; ) {
    const flag = glyph.readUInt8(read++);
    const repeat = flag & 8 ? 1 + glyph.readUInt8(read++) : 1;
    seen += repeat;
    const wide = (short: number, same: number): number => (flag & short ? 1 : flag & same ? 0 : 2);
    coordinates += repeat * (wide(2, 16) + wide(4, 32));
  }
  return read + coordinates;
}

/**
 * A key for the outline of each glyph: equal keys mean equal ink. Hinting is left out and composites are followed, so
 * that a glyph keeps its key when a subset renumbers it. Empty for glyphs without ink.
 */
export function outlineKeys(font: Sfnt): (glyph: number) => string {
  const { bytes } = font;
  const loca = offsetOf(font, 'loca');
  const glyf = offsetOf(font, 'glyf');
  const long = bytes.readInt16BE(offsetOf(font, 'head') + 50) !== 0;
  const start = (i: number): number => (long ? bytes.readUInt32BE(loca + 4 * i) : bytes.readUInt16BE(loca + 2 * i) * 2);
  const known = new Map<number, string>();

  const simple = (glyph: Buffer, contours: number): string => {
    const header = 10 + 2 * contours;
    const flags = header + 2 + glyph.readUInt16BE(header);
    const points = contours === 0 ? 0 : glyph.readUInt16BE(header - 2) + 1;
    return createHash('sha1').update(glyph.subarray(0, header)).update(glyph.subarray(flags, simpleGlyphEnd(glyph, flags, points))).digest('hex');
  };
  const composite = (glyph: Buffer): string => {
    let at = 10;
    let key = 'composite';
    let flags: number;
    do {
      flags = glyph.readUInt16BE(at);
      const part = glyph.readUInt16BE(at + 2);
      at += 4;
      const size = (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
      key += `|${keyOf(part)}${glyph.toString('hex', at, at + size)}`;
      at += size;
    } while (flags & 0x20);
    return key;
  };
  const keyOf = (i: number): string => {
    const before = known.get(i);
    if (before !== undefined) return before;
    known.set(i, ''); // a composite that contains itself ends here instead of never
    const glyph = bytes.subarray(glyf + start(i), glyf + start(i + 1));
    let key = '';
    if (glyph.length > 0) {
      const contours = glyph.readInt16BE(0);
      key = contours >= 0 ? simple(glyph, contours) : composite(glyph);
    }
    known.set(i, key);
    return key;
  };
  return keyOf;
}
