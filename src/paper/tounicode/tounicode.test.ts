import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFonts, renameFamily } from '../fonts.ts';
import { fontsFolder, repositoryRoot } from '../root.ts';
import { readGlyphText } from './glyph-text.ts';
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { repairToUnicode } from './repair.ts';
import { outlineKeys, readAdvances, readCmap, readGlyphNames, readSfnt } from './sfnt.ts';

const folder = fontsFolder(repositoryRoot());
const regular = readFileSync(join(folder, 'Laksaman.ttf'));
const bold = readFileSync(join(folder, 'Laksaman-Bold.ttf'));
const font = readSfnt(regular);
const cmap = readCmap(font);
const glyph = (char: string): number => cmap.get(char.codePointAt(0) ?? 0) ?? 0;

describe('reading a font', () => {
  it('finds Thai, Latin and signs, and nothing that is not there', () => {
    for (const char of 'กฮ่๙ำAz“”–…') expect(glyph(char), char).toBeGreaterThan(0);
    expect(glyph('會')).toBe(0);
    expect(font.unitsPerEm).toBe(1000);
  });

  it('gives marks no width and letters some', () => {
    const advance = readAdvances(font);
    expect(advance(glyph('่'))).toBe(0);
    expect(advance(glyph('ก'))).toBeGreaterThan(300);
  });

  it('tells outlines apart, and knows the empty ones', () => {
    const key = outlineKeys(font);
    expect(key(glyph(' '))).toBe('');
    expect(new Set(Array.from('กขคงจฉชซญฎฏฐ๐๑๒', (c) => key(glyph(c)))).size).toBe(15);
    expect(outlineKeys(readSfnt(bold))(glyph('ก'))).not.toBe(key(glyph('ก')));
  });

  it('reads names', () => {
    expect(readGlyphNames(font)).toHaveLength(font.glyphCount);
  });

  it('refuses what is not a font', () => {
    expect(() => readSfnt(new Uint8Array(4))).toThrow(RangeError);
    expect(() => readSfnt(new Uint8Array(200))).toThrow(/no table/);
  });
});

describe('text of outlines', () => {
  const text = readGlyphText([regular, bold]);
  it('knows plain, raised and footless shapes in both weights', () => {
    const byText = new Map<string, number>();
    for (const value of text.values()) byText.set(value, (byText.get(value) ?? 0) + 1);
    for (const char of 'ญฐ่้ิี') expect(byText.get(char), char).toBeGreaterThanOrEqual(4); // two shapes, two weights
    expect(byText.get('ก')).toBe(2);
  });

  it('has no private code and prefers the hyphen to the soft hyphen', () => {
    for (const value of text.values()) expect(value).not.toMatch(/[\ue000-\uf8ff\u00ad]/);
  });
});

describe('renaming a family', () => {
  it('changes the names by which a font is asked for, and no outline', () => {
    const renamed = readSfnt(renameFamily(regular, 'Laksaman', 'KromPapr'));
    expect(Buffer.from(renamed.bytes).includes('KromPapr')).toBe(true);
    expect(outlineKeys(renamed)(glyph('ก'))).toBe(outlineKeys(font)(glyph('ก')));
    expect(regular.includes('KromPapr')).toBe(false); // the file itself is not touched
    expect(() => renameFamily(regular, 'Laksaman', 'Krom')).toThrow(RangeError);
  });

  it('measures text for lines', () => {
    const fonts = loadFonts(folder);
    expect(fonts.width('ก่', false)).toBe(fonts.width('ก', false));
    expect(fonts.width('กก', false)).toBeCloseTo(2 * fonts.width('ก', false));
    expect(fonts.prints('๙'.codePointAt(0) ?? 0)).toBe(true);
    expect(fonts.prints(0x1f389)).toBe(false);
  });
});

/** A PDF of the given objects, with a classic cross-reference table. */
function pdfOf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

describe('incremental update', () => {
  const packed = deflateSync(Buffer.from('old')).toString('latin1');
  const pdf = pdfOf([
    '<< /Type /Catalog >>', `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`, '<< /Length 5 >>\nstream\nplain\nendstream',
  ], '/ID [<01> <02>] ');

  it('reads dictionaries and streams', () => {
    const update = new PdfUpdate(pdf);
    expect(update.objectNumbers()).toEqual([1, 2, 3]);
    expect(update.dictionary(1)).toBe('<< /Type /Catalog >>');
    expect(update.stream(2).toString()).toBe('old');
    expect(update.stream(3).toString()).toBe('plain');
  });

  it('appends, never changes what is there, and reads its own result', () => {
    const update = new PdfUpdate(pdf);
    update.replaceStream(2, '/Kind /New', Buffer.from('new'));
    const result = Buffer.from(update.finish());
    expect(result.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const again = new PdfUpdate(result);
    expect(again.stream(2).toString()).toBe('new');
    expect(again.dictionary(2)).toContain('/Kind /New');
    expect(again.stream(3).toString()).toBe('plain');
    expect(result.subarray(pdf.length).toString('latin1')).toContain('/ID [<01> <02>]');
    again.replaceStream(3, '', Buffer.from('third'));
    const third = new PdfUpdate(again.finish());
    expect([third.stream(2).toString(), third.stream(3).toString()]).toEqual(['new', 'third']);
  });

  it('gives the same bytes back when nothing changed', () => {
    expect(Buffer.from(new PdfUpdate(pdf).finish()).equals(pdf)).toBe(true);
  });

  it('refuses what it cannot read', () => {
    expect(() => new PdfUpdate(Buffer.from('hello'))).toThrow(/not a PDF/);
    expect(() => new PdfUpdate(Buffer.from('%PDF\n1 0 obj\nendobj\nstartxref\n5\n%%EOF'))).toThrow(/broken cross-reference/);
    expect(() => new PdfUpdate(pdf).dictionary(9)).toThrow(/does not exist/);
    expect(() => new PdfUpdate(pdf).stream(1)).toThrow(/not a stream/);
  });

  it('leaves a PDF without fonts alone', () => {
    const repair = repairToUnicode(pdf, new Map());
    expect(repair).toMatchObject({ fonts: 0, matched: 0, kept: 0 });
    expect(Buffer.from(repair.pdf).equals(pdf)).toBe(true);
  });
});
