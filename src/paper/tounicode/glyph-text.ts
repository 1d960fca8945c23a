/** Which text each glyph outline of the paper's fonts stands for. */
import { outlineKeys, readCmap, readGlyphNames, readSfnt } from './sfnt.ts';

/** Outline key → text. */
export type GlyphText = ReadonlyMap<string, string>;

const PRIVATE_USE = 0xe000;

/** Alternate shapes that carry a name but no character of their own: ญ and ฐ without foot, ฎ ฏ ฬ with another tail. */
const ALTERNATES: Readonly<Record<string, string>> = {
  yoYingthai: 'ญ', doChadathai: 'ฎ', toPatakthai: 'ฏ', thoThanthai: 'ฐ', loChulathai: 'ฬ',
};

function textOf(code: number | undefined, name: string | undefined): string | undefined {
  const isPrivate = code === undefined || code >= PRIVATE_USE;
  const byName = name === undefined ? null : /^uni((?:0E[0-9A-F]{2})+)/.exec(name);
  if (isPrivate && byName?.[1]) {
    return (byName[1].match(/.{4}/g) ?? []).map((hex) => String.fromCharCode(parseInt(hex, 16))).join('');
  }
  if (code === undefined) return name === undefined ? undefined : ALTERNATES[name.split('.')[0] ?? ''];
  return String.fromCodePoint(code);
}

/**
 * The text of every outline in the given fonts. Where several characters share one outline, the lowest code wins
 * (hyphen before soft hyphen); raised or shifted tone marks map to the plain mark by their names.
 */
export function readGlyphText(fonts: readonly Uint8Array[]): GlyphText {
  const map = new Map<string, string>();
  for (const bytes of fonts) {
    const font = readSfnt(bytes);
    const key = outlineKeys(font);
    const names = readGlyphNames(font);
    const codes = new Map<number, number>();
    for (const [code, glyph] of [...readCmap(font)].sort(([a], [b]) => a - b)) if (!codes.has(glyph)) codes.set(glyph, code);
    for (let glyph = 1; glyph < font.glyphCount; glyph++) {
      const text = textOf(codes.get(glyph), names[glyph]);
      const outline = key(glyph);
      if (text !== undefined && outline !== '' && !map.has(outline)) map.set(outline, text);
    }
  }
  return map;
}
