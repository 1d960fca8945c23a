import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { paperDocumentSchema } from '../documents.ts';
import { exampleDifference, exampleMinutes } from '../examples.ts';
import { loadFonts } from '../fonts.ts';
import { fontsFolder, repositoryRoot } from '../root.ts';
import { compose } from './compose.ts';
import { paperDigits } from './numerals.ts';
import { Composer, sheetText } from './words.ts';
import type { Word } from './words.ts';

const fonts = loadFonts(fontsFolder(repositoryRoot()));
const composer = (keep: string[] = []): Composer => new Composer(fonts, keep);
const flat = (words: readonly Word[]): string =>
  words.map((word) => (typeof word === 'string' ? word : word.p.map((p) => p.t).join('') + (word.s ? ' ' : ''))).join('');

describe('digits', () => {
  it.each([
    ['ครั้งที่ 1/2569 เวลา 10.00 น.', 'ครั้งที่ ๑/๒๕๖๙ เวลา ๑๐.๐๐ น.'],
    ['ห้อง 211A ชั้น 2', 'ห้อง ๒๑๑A ชั้น ๒'],
    ['PMQA 4.0 และ ISO 9001', 'PMQA ๔.๐ และ ISO ๙๐๐๑'],
    ['COVID-19 ขนาด A4', 'COVID-19 ขนาด A4'],
    ['https://krom.example.go.th/2569/x1?y=2#z3 ข้อ 4', 'https://krom.example.go.th/2569/x1?y=2#z3 ข้อ ๔'],
    ['user2@example.go.th โทร. 0 2000 1234', 'user2@example.go.th โทร. ๐ ๒๐๐๐ ๑๒๓๔'],
  ])('%s', (from, to) => {
    expect(paperDigits(from)).toBe(to);
  });

  it('keeps the length and changes nothing twice (property)', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789 .-/@:?aAzZกขค๑๒่')) }), (text) => {
      const once = paperDigits(text);
      expect(once).toHaveLength(text.length);
      expect(paperDigits(once)).toBe(once);
    }));
  });
});

describe('words', () => {
  it('carry the whole text and nothing else (property)', () => {
    const piece = fc.constantFrom('การประชุม', ' ', '  ', '\n', '๑', '12', '(', ')', 'ๆ', 'บาท', 'https://a.example/x', 'ผอ.กพร.', '\u200b', '\u00a0', 'น้ำ');
    const run = fc.record({ text: fc.array(piece, { maxLength: 12 }).map((p) => p.join('')), bold: fc.boolean(), mark: fc.constantFrom('ins' as const, 'del' as const, undefined) });
    fc.assert(fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
      const words = composer().words(runs);
      expect(flat(words).replaceAll('\u00a0', ' ')).toBe(sheetText(runs).replaceAll('\u00a0', ' '));
      for (const word of words) expect(typeof word === 'string' ? word.length : word.p.length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });

  it('keep styles through word breaks and put a note once', () => {
    const words = composer().words([{ text: 'ก่อน ' }, { text: 'เพิ่มเติมข้อความ', mark: 'ins', note: '3' }, { text: 'หลัง' }]);
    expect(words[0]).toBe('ก่อน ');
    const pieces = words.flatMap((word) => (typeof word === 'string' ? [] : word.p));
    expect(pieces.filter((p) => p.m === 'ins').map((p) => p.t).join('')).toBe('เพิ่มเติมข้อความ');
    expect(pieces.filter((p) => p.n !== undefined)).toEqual([expect.objectContaining({ n: '๓', m: 'ins' })]);
  });

  it('part what was deleted from what replaced it, once', () => {
    const pieces = composer().words([{ text: 'อย่างเคร่งครัด', mark: 'del' }, { text: 'ตามสมควร', mark: 'ins' }])
      .flatMap((word) => (typeof word === 'string' ? [] : word.p));
    expect(pieces.filter((p) => p.g)).toEqual([expect.objectContaining({ t: 'เคร่งครัด', m: 'del' })]);
  });

  it('leave digits alone where told to', () => {
    expect(flat(composer().words([{ text: 'รหัส ' }, { text: '12-34', asWritten: true }, { text: ' 5' }]))).toBe('รหัส 12-34 ๕');
  });

  it('cut what is wider than the room, and only that', () => {
    const url = `https://krom.example.go.th/${'path/'.repeat(40)}`;
    const words = composer().words(url, 5);
    expect(words.length).toBeGreaterThan(5);
    expect(flat(words)).toBe(url);
    for (const word of words) expect(fonts.width(String(word), false) * 10.648).toBeLessThanOrEqual((5 * 72) / 2.54);
    expect(composer().words('https://krom.example.go.th/a', 16)).toHaveLength(1);
  });

  it('tell what cannot be printed', () => {
    const one = composer();
    one.words('ประชุม 會議');
    one.whole('☑');
    expect([...one.unprintable].sort()).toEqual(['☑', '會', '議'].sort());
  });

  it('drop control characters and direction marks', () => {
    expect(flat(composer().words('ก\u0000ข\u202e\tค\r\nง'))).toBe('กข คง'.replace('คง', 'ค ง'));
  });
});

describe('documents', () => {
  it('keep the names of those present whole in the text, and their short form', () => {
    const { data } = compose(paperDocumentSchema.parse({
      ...exampleMinutes(1), body: ['ที่ประชุมมอบหมายนางอรวรรยา พิทักษ์ธรรมและนางอรวรรยาฯรับไปดำเนินการ'],
    }), fonts);
    const text = JSON.stringify(data.body);
    expect(text).toContain('นางอรวรรยา\u00a0พิทักษ์ธรรม');
    expect(text).toContain('นางอรวรรยาฯ');
  });

  it('give each paragraph a number of its own', () => {
    const ids = [...JSON.stringify(compose(paperDocumentSchema.parse(exampleMinutes(4)), fonts).data).matchAll(/"i":"(\d+)"/g)].map((m) => m[1]);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('take the time with a colon or a point', () => {
    const { data } = compose(paperDocumentSchema.parse({ ...exampleMinutes(1), startTime: '9:30', endTime: '12.05' }), fonts);
    expect(JSON.stringify(data)).toContain('๐๙.๓๐\u00a0น.');
    expect(JSON.stringify(data.closing)).toContain('๑๒.๐๕\u00a0น.');
  });

  it('list every change of a difference', () => {
    const { data } = compose(paperDocumentSchema.parse(exampleDifference), fonts);
    for (const change of exampleDifference.changes) expect(JSON.stringify(data.after)).toContain(paperDigits(change.ref));
  });
});
