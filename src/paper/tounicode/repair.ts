/**
 * Typst's ToUnicode tables are wrong for shaped Thai (krilla issues 411 and 425): readers that honour /ActualText get
 * the text right, the others (pdf.js and so Firefox, MuPDF, Preview) get garbage. Here each glyph of an embedded subset
 * is recognised by its outline and the tables are rewritten, glyph by glyph, in an incremental update.
 */
import type { GlyphText } from './glyph-text.ts';
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { outlineKeys, readSfnt } from './sfnt.ts';

export interface Repair {
  readonly pdf: Uint8Array;
  readonly fonts: number;
  /** Glyphs recognised by outline. */
  readonly matched: number;
  /** Glyphs that keep what the typesetter said: spaces, and shapes of other fonts. */
  readonly kept: number;
}

const reference = (key: string, dictionary: string): number | undefined => {
  const match = new RegExp(`/${key}\\s*\\[?\\s*(\\d+)\\s+\\d+\\s+R`).exec(dictionary);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('');

/** Single mappings of a CMap, code → UTF-16BE hex. */
function readMappings(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, to] of cmap.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g)) {
    if (from !== undefined && to !== undefined) map.set(parseInt(from, 16), to);
  }
  return map;
}

/** The CMap with all its mappings replaced; blocks of at most 100, as the format demands. */
function writeMappings(cmap: string, entries: readonly (readonly [number, string])[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.map(([code, to]) => `<${hex4(code)}> <${to}>`).join('\n')}\nendbfchar\n`);
  }
  return cmap.replace(/\d+ beginbf(?:char|range)[\s\S]*endbf(?:char|range)\n?/, blocks.join(''));
}

/** @throws Error when the file is not one that Typst writes (see PdfUpdate). */
export function repairToUnicode(pdf: Uint8Array, glyphText: GlyphText): Repair {
  const update = new PdfUpdate(pdf);
  let fonts = 0;
  let matched = 0;
  let kept = 0;
  for (const object of update.objectNumbers()) {
    const font = update.dictionary(object);
    if (!/\/Subtype\s*\/Type0\b/.test(font)) continue;
    const toUnicode = reference('ToUnicode', font);
    const descendant = reference('DescendantFonts', font);
    if (toUnicode === undefined || descendant === undefined) continue;
    const descriptor = reference('FontDescriptor', update.dictionary(descendant));
    const file = descriptor === undefined ? undefined : reference('FontFile2', update.dictionary(descriptor));
    if (file === undefined) continue;
    fonts++;
    const subset = readSfnt(update.stream(file));
    const key = outlineKeys(subset);
    const cmap = update.stream(toUnicode).toString('latin1');
    const said = readMappings(cmap);
    const entries: [number, string][] = [];
    for (let glyph = 1; glyph < subset.glyphCount; glyph++) {
      const text = glyphText.get(key(glyph));
      const before = said.get(glyph);
      if (text !== undefined) {
        matched++;
        entries.push([glyph, utf16(text)]);
      } else if (before !== undefined) {
        kept++;
        entries.push([glyph, before]);
      }
    }
    update.replaceStream(
      toUnicode,
      '/Type /CMap /CMapName /Custom /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
      Buffer.from(writeMappings(cmap, entries), 'latin1'),
    );
  }
  return { pdf: update.finish(), fonts, matched, kept };
}
