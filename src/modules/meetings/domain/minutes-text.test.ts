import { describe, expect, it } from 'vitest';
import { minutesDocumentSchema } from './minutes-document.ts';
import { lineIndex, mapTexts, numberSections, placeLabel, plainLine, readText, refKey, textParts, writeTexts } from './minutes-text.ts';
import { sampleMinutes } from './testing/sample-minutes.ts';

describe('agenda numbers', () => {
  it('count the sections that are present and only titled items', () => {
    const numbered = numberSections(sampleMinutes());
    expect(numbered.map((s) => s.number)).toEqual(['1', '2']);
    expect(numbered[0]?.items[0]?.number).toBeNull();
    expect(numbered[1]?.items[0]?.number).toBe('2.1');
  });

  it('label a line by agenda number and paragraph, in Thai digits or in English', () => {
    const entry = lineIndex(sampleMinutes()).find((e) => e.line.id === 'l4');
    expect(entry?.label).toBe('วาระ ๒.๑ ย่อหน้า ๒');
    expect(entry && placeLabel(entry.place, 'en')).toBe('agenda 2.1, paragraph 2');
  });
});

describe('texts', () => {
  it('have an address each, no two the same, and every address reads back', () => {
    const document = sampleMinutes();
    const parts = textParts(document);
    expect(new Set(parts.map((p) => refKey(p.ref))).size).toBe(parts.length);
    for (const part of parts) expect(readText(document, part.ref)).toBe(part.text);
  });

  it('cover every string that a reader sees: changing all of them leaves no Thai letter behind', () => {
    const blank = mapTexts(sampleMinutes(), () => 'x');
    const visible = JSON.stringify(blank);
    expect(visible).not.toMatch(/[ก-ฮ]/u);
  });

  it('are replaced one at a time', () => {
    const document = sampleMinutes();
    const ref = { lineId: 'l4', field: 'cell:1:1' };
    const next = writeTexts(document, new Map([[refKey(ref), '๓๐']]));
    expect(readText(next, ref)).toBe('๓๐');
    expect(textParts(next).filter((p, i) => p.text !== textParts(document)[i]?.text)).toHaveLength(1);
    expect(minutesDocumentSchema.safeParse(next).success).toBe(true);
  });

  it('print a line with its speaker, label or cells', () => {
    const lines = lineIndex(sampleMinutes()).map((e) => plainLine(e.line));
    expect(lines[2]).toBe('นายคมสันฯ กสว. เสนอแผนลดปริมาณขยะต่อที่ประชุม');
    expect(lines[3]).toBe('รายการ\tน้ำหนัก\nลดพลาสติก\t๖๐\nคัดแยกขยะ\t๔๐');
  });
});
