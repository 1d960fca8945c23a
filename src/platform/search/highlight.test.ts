// Where marks begin and end: at letters always, at words unless the text was asked for as it stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusters, createDictionary, officeWords, segment } from '../../thai/index.ts';
import { fold } from './fold.ts';
import { highlight, snippet, type TextPart } from './highlight.ts';

const marked = (parts: readonly TextPart[]) => parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
const textOf = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');

/** Ends of the marks, as places in the text. */
function edgesOf(parts: readonly TextPart[]): number[] {
  const edges: number[] = [];
  let at = 0;
  for (const { text, hit } of parts) {
    if (hit) edges.push(at, at + text.length);
    at += text.length;
  }
  return edges;
}

function placesBetween(pieces: readonly string[]): Set<number> {
  const places = new Set([0]);
  let at = 0;
  for (const piece of pieces) places.add((at += piece.length));
  return places;
}

const words = ['ประชุม', 'ประชาสัมพันธ์', 'น้ำประปา', 'น้ำ', 'ตัวชี้วัด', 'กำหนด', 'สำนักงาน', 'ก.พ.ร.', 'พ.ศ. ', '๒๕๖๔', '1,250', 'COVID-19', 'ต่าง ๆ', ' ', ' ', '\n', 'เรื่อง', 'ที่', 'ผู้อำนวยการ', 'ยุทธศาสตร์', 'ฯลฯ', 'นร ๐๕๐๓/ว ๑๒'];
const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 }).map((some) => some.join(''));
const strange = fc.array(fc.constantFrom('ก', 'เ', 'ำ', '้', 'ิ', 'ั', 'า', 'ๆ', ' ', 'a', 'é', 'İ', '1', '๑', '😀', '\u200d', '\u0301', '𝒳', '.', 'ฯ'), { minLength: 1, maxLength: 40 }).map((some) => some.join(''));
/** A piece of a text, cut anywhere. */
const pieceOf = (given: fc.Arbitrary<string>) => fc.tuple(given, fc.nat(), fc.integer({ min: 1, max: 12 })).map(([text, at, length]) => ({ text, piece: text.slice(at % text.length, (at % text.length) + length) }));

test('what is found by a part of a word is shown as that word; what stood in quotation marks is shown as it stands', () => {
  expect(marked(highlight('การประชุมใหญ่', [{ text: fold('ะชุ') }]))).toBe('การ[ประชุม]ใหญ่');
  expect(marked(highlight('การประชุมใหญ่', [{ text: fold('ะชุ'), asTyped: true }]))).toBe('การปร[ะชุ]มใหญ่');
  expect(marked(highlight('กำหนดการ', [{ text: fold('กำ'), asTyped: true }]))).toBe('[กำ]หนดการ');
  expect(marked(highlight('หนังสือ กค 0503/12', [{ text: fold('503') }]))).toBe('หนังสือ กค [0503]/12');
});

test('the words are those of the house', () => {
  const house = createDictionary([...officeWords, 'ศูนย์ข่าวด่วนพิเศษ']);
  expect(marked(highlight('แจ้งศูนย์ข่าวด่วนพิเศษทราบ', [{ text: fold('ข่าว') }], { dictionary: house }))).toBe('แจ้ง[ศูนย์ข่าวด่วนพิเศษ]ทราบ');
});

test('no mark begins or ends inside a letter, whatever the text, and nothing of the text is lost', () => {
  fc.assert(fc.property(pieceOf(fc.oneof(texts, strange)), fc.boolean(), fc.boolean(), ({ text, piece }, asTyped, forgiving) => {
    const parts = highlight(text, [{ text: fold(piece), asTyped }], { forgiving });
    expect(textOf(parts)).toBe(text);
    const places = placesBetween(clusters(text));
    for (const edge of edgesOf(parts)) expect([text, piece, edge, places.has(edge)]).toEqual([text, piece, edge, true]);
  }), { numRuns: 1_000 });
});

test('no mark begins or ends inside a word, unless it was asked for as it stands', () => {
  fc.assert(fc.property(pieceOf(texts), ({ text, piece }) => {
    const parts = highlight(text, [{ text: fold(piece) }]);
    const places = placesBetween(segment(text).map((one) => one.text));
    for (const edge of edgesOf(parts)) expect([text, piece, edge, places.has(edge)]).toEqual([text, piece, edge, true]);
  }), { numRuns: 1_000 });
});

test('a piece of a long text holds its marks whole', () => {
  fc.assert(fc.property(pieceOf(texts), fc.integer({ min: 20, max: 90 }), ({ text, piece }, length) => {
    const flat = text.replace(/\s+/g, ' ').trim();
    const parts = snippet(text, [{ text: fold(piece) }], length);
    const plain = textOf(parts);
    const from = plain.startsWith('…') ? 1 : 0;
    const shown = plain.slice(from, plain.endsWith('…') ? -1 : undefined);
    expect(flat).toContain(shown);
    const start = flat.indexOf(shown);
    if (flat.indexOf(shown, start + 1) >= 0) return;
    const places = placesBetween(segment(flat).map((one) => one.text));
    for (const edge of edgesOf(parts)) expect([flat, piece, edge, places.has(start + edge - from)]).toEqual([flat, piece, edge, true]);
  }), { numRuns: 500 });
});

test('a long text without any space costs no more than its shown part', () => {
  const body = 'ประชุมตัวชี้วัดของสำนักงาน'.repeat(2_000);
  const started = performance.now();
  for (let n = 0; n < 20; n += 1) snippet(body, [{ text: fold('ชี้ว') }]);
  expect(performance.now() - started).toBeLessThan(4_000);
});

test('a snippet ends between letters, a vowel before its consonant counted with it', () => {
  fc.assert(fc.property(texts, fc.integer({ min: 10, max: 60 }), (text, length) => {
    const flat = text.replace(/\s+/g, ' ').trim();
    const plain = textOf(snippet(text, [], length));
    const shown = plain.endsWith('…') ? plain.slice(0, -1) : plain;
    expect(flat.startsWith(shown)).toBe(true);
    expect([shown, placesBetween(clusters(flat)).has(shown.length)]).toEqual([shown, true]);
    if (shown !== flat) expect(shown).not.toMatch(/[เ-ไ]$/u);
  }), { numRuns: 500 });
});
