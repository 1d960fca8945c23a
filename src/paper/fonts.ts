/**
 * The fonts of the sheet: Laksaman, metric twin of TH Sarabun New (16 pt TH Sarabun New = 10.648 pt Laksaman).
 *
 * The typesetter always looks at the machine's own fonts as well. So the vendored files are given to it under a family
 * name that no machine has: what is printed never depends on what happens to be installed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAdvances, readCmap, readSfnt } from './tounicode/sfnt.ts';

/** Family name under which templates ask for the font. Same length as the real one, so that the table keeps its size. */
export const PAPER_FAMILY = 'KromPapr';
const REAL_FAMILY = 'Laksaman';

const FILES = ['Laksaman.ttf', 'Laksaman-Bold.ttf'] as const;

export interface PaperFonts {
  /** The files as they are. */
  readonly originals: readonly Uint8Array[];
  /** The same under PAPER_FAMILY. */
  readonly renamed: readonly Uint8Array[];
  /** True when the font has a glyph for the character. */
  prints(codePoint: number): boolean;
  /** Width in points of a text at 1 pt, unshaped: marks above and below take no room of their own. */
  width(text: string, bold: boolean): number;
}

/** The font with its family name (name ids 1 and 16) replaced; nothing else is touched. */
export function renameFamily(input: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new RangeError('the new family name must be as long as the old one');
  const font = readSfnt(Buffer.from(input));
  const name = font.tables.get('name')?.offset;
  if (name === undefined) throw new RangeError('font has no name table');
  const { bytes } = font;
  const strings = name + bytes.readUInt16BE(name + 4);
  for (let i = 0; i < bytes.readUInt16BE(name + 2); i++) {
    const record = name + 6 + 12 * i;
    const id = bytes.readUInt16BE(record + 6);
    if (id !== 1 && id !== 16) continue;
    const wide = bytes.readUInt16BE(record) !== 1; // platform 1 (Macintosh) is one byte a letter, the others UTF-16BE
    const at = strings + bytes.readUInt16BE(record + 10);
    for (let c = 0; c < to.length; c++) {
      if (wide) bytes.writeUInt16BE(to.charCodeAt(c), at + 2 * c);
      else bytes.writeUInt8(to.charCodeAt(c), at + c);
    }
  }
  return bytes;
}

export function loadFonts(folder: string): PaperFonts {
  const originals = FILES.map((file) => new Uint8Array(readFileSync(join(folder, file))));
  const faces = originals.map((bytes) => {
    const font = readSfnt(bytes);
    return { cmap: readCmap(font), advance: readAdvances(font), unitsPerEm: font.unitsPerEm };
  });
  const [regular, heavy] = faces;
  if (!regular || !heavy) throw new Error('the regular and the bold font are both needed');
  return {
    originals,
    renamed: originals.map((bytes) => renameFamily(bytes, REAL_FAMILY, PAPER_FAMILY)),
    prints: (codePoint) => regular.cmap.has(codePoint),
    width(text, bold) {
      const face = bold ? heavy : regular;
      let units = 0;
      for (const char of text) units += face.advance(face.cmap.get(char.codePointAt(0) ?? 0) ?? 0);
      return units / face.unitsPerEm;
    },
  };
}
