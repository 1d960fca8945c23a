import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { clusterCount, clusters } from './clusters.ts';
import { createDictionary } from './dictionary.ts';
import { bigrams, searchWords, segment } from './segment.ts';
import { anyText } from '../../tests/support/thai-text.ts';

const cut = (text: string, ...own: string[]): string[] =>
  segment(text, own.length > 0 ? createDictionary(own) : undefined).filter((each) => each.isWord).map((each) => each.text);

describe('segment', () => {
  test.each<[string, string[]]>([
    ['กระทรวงดิจิทัลฯ', ['กระทรวง', 'ดิจิทัล']],
    ['รักษาราชการแทนผู้อำนวยการกองคลัง', ['รักษา', 'ราชการ', 'แทน', 'ผู้อำนวยการ', 'กองคลัง']],
    ['ธรรมาภิบาลข้อมูล', ['ธรรมาภิบาล', 'ข้อมูล']],
    ['จะเป็นกลุ่มเป้าหมาย', ['จะ', 'เป็น', 'กลุ่ม', 'เป้า', 'หมาย']],
    ['การประชาสัมพันธ์ฯ', ['การ', 'ประชาสัมพันธ์']],
    ['คณะอนุกรรมการฯ', ['คณะอนุกรรมการ']],
    ['ศสช.จะดำเนินการ', ['ศสช.', 'จะ', 'ดำเนิน', 'การ']],
    ['สำนักงาน ก.พ.ร.', ['สำนักงาน', 'ก.พ.ร.']],
    ['ปี พ.ศ. 2563', ['ปี', 'พ.ศ.', '2563']],
    ['ต่าง ๆ และต่างๆ', ['ต่าง', 'และ', 'ต่าง']],
    ['COVID-19', ['COVID', '19']],
    ['', []],
  ])('%s', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  test('the longest of the own words comes first, and only where it is whole', () => {
    expect(cut('นายมะลิวันพบนายมะลิ', 'มะลิ', 'มะลิวัน')).toEqual(['นาย', 'มะลิวัน', 'พบ', 'นาย', 'มะลิ']);
    expect(cut('กรรมการ', 'กรร', 'กร', 'ก')).not.toContain('กร');
    expect(cut('ระบบ e-Saraban ใหม่', 'e-Saraban')).toEqual(['ระบบ', 'e-Saraban', 'ใหม่']);
    expect(cut('mainly domain', 'main')).toEqual(['mainly', 'domain']);
    expect(cut('แกมล', 'กมล')).not.toContain('กมล');
    expect(cut('แผนแม่บท ฉบับที่ 6', 'แผนแม่บท')).toContain('แผนแม่บท');
  });

  test('loses nothing, whatever the text', () => {
    const own = createDictionary(['กรม', 'น้ำ', 'ก.พ.ร.', 'กร']);
    fc.assert(
      fc.property(anyText(60), (text) => {
        let at = 0;
        for (const each of segment(text, own)) {
          if (each.start !== at || each.text === '' || !text.startsWith(each.text, at)) return false;
          at += each.text.length;
        }
        return at === text.length;
      }),
      { numRuns: 1000 },
    );
  });

  test('search words are keys: one for every spelling', () => {
    expect(searchWords('สำนักงาน ก.พ.ร. พ.ศ. ๒๕๖๓ OPEN Data')).toEqual(['สำนักงาน', 'กพร', 'พศ', '2563', 'open', 'data']);
    expect(searchWords('น\u0e4d\u0e49า')).toEqual(['น้ำ']);
  });
});

describe('the work of segment', () => {
  afterEach(() => void vi.restoreAllMocks());

  const running = 'การประชาสัมพันธ์เชิงรุกเพื่อสร้างความเข้าใจอันดีระหว่างหน่วยงานกับประชาชนทุกภาคส่วน';
  test.each([
    ['running text without a space', running],
    ['text with spaces', `${running} `],
    ['one letter', 'ก'],
    ['marks without end', '่'],
    ['lead vowels', 'เ'],
    ['Latin', 'word'],
    ['abbreviations', 'ก.พ.'],
    ['own words', 'ประชาสัมพันธ์'],
  ])('is linear for 1 MB of %s: Intl sees every letter about once, never more than 1,000 together', (_, piece) => {
    const lengths: number[] = [];
    const original = Intl.Segmenter.prototype.segment;
    vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function spied(this: Intl.Segmenter, text: string) {
      lengths.push(text.length);
      return original.call(this, text);
    });
    const text = piece.repeat(Math.ceil(350_000 / piece.length)); // 1 MB of UTF-8 where it is Thai
    const segments = segment(text);
    expect(segments.at(-1)?.start).toBeLessThan(text.length);
    expect(lengths.reduce((longest, each) => Math.max(longest, each), 0)).toBeLessThanOrEqual(1000);
    expect(lengths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(text.length * 1.25);
  });

  test('a cut inside running text does not change its words', () => {
    const plain = 'ข้าราชการทุกคนควรอ่านหนังสือเวียนให้เข้าใจก่อนลงมือทำงาน'; // no word of the dictionary cuts it short
    const expected = segment(plain).map((each) => each.text);
    const got = segment(plain.repeat(60)).map((each) => each.text);
    expect(got).toEqual(Array.from({ length: 60 }, () => expected).flat());
  });
});

describe('clusters', () => {
  test('a consonant with all its marks and สระอำ is one', () => {
    expect(clusters('น้ำที่เก็บ')).toEqual(['น้ำ', 'ที่', 'เ', 'ก็', 'บ']);
    expect(clusters('👩‍💻🇹🇭é')).toEqual(['👩‍💻', '🇹🇭', 'é']);
    expect(clusterCount('สิทธิ์')).toBe(3);
    expect(clusters('')).toEqual([]);
  });

  test('joined they are the text; on Thai they agree with Intl', () => {
    const grapheme = new Intl.Segmenter('th', { granularity: 'grapheme' });
    const thai = fc.string({ unit: fc.constantFrom(...Array.from('กขนมรเแโาะๆฯ๑ิีุู่้์ำ ')), maxLength: 30 });
    fc.assert(fc.property(anyText(), (text) => clusters(text).join('') === text));
    fc.assert(
      fc.property(thai, (text) => {
        const expected = [...grapheme.segment(text)].map((each) => each.segment);
        expect(clusters(text)).toEqual(expected);
      }),
    );
  });
});

describe('bigrams', () => {
  test('pairs of clusters within a run, each once', () => {
    expect(bigrams('น้ำใจ น้ำใจ')).toEqual(['น้ำใ', 'ใจ']);
    expect(bigrams('ก')).toEqual(['ก']);
    expect(bigrams('รถ ๒๕')).toEqual(['รถ', '25']);
    expect(bigrams('  ')).toEqual([]);
  });

  test('a part of a text has no pair that the text has not', () => {
    const letters = fc.array(fc.constantFrom('ก', 'ข้', 'น้ำ', 'ที่', 'แล', 'ร', 'ม'), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (all, a, b) => {
        const start = a % (all.length - 1);
        const end = start + 2 + (b % (all.length - start - 1));
        const pairs = new Set(bigrams(all.join('')));
        const part = all.slice(start, end).join('');
        return clusterCount(part) < 2 || bigrams(part).every((pair) => pairs.has(pair));
      }),
    );
  });
});
