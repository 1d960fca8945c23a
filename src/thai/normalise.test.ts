import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAbbreviations } from './abbreviations.ts';
import { normaliseText, searchKey, skeleton } from './normalise.ts';
import { anyText } from '../../tests/support/thai-text.ts';

describe('normaliseText', () => {
  test.each([
    ['สระอำ in pieces', 'น\u0e4d\u0e49า', 'น้ำ'],
    ['สระอำ in pieces, tone first', 'น\u0e49\u0e4dา', 'น้ำ'],
    ['tone after สระอำ', 'น\u0e33\u0e49', 'น้ำ'],
    ['สระอำ without a tone', 'ท\u0e4dางาน', 'ทำงาน'],
    ['สระอำ twice', 'ทำำ', 'ทำ'],
    ['two เ for แ', 'เเผนงาน', 'แผนงาน'],
    ['tone before vowel', 'ท\u0e48\u0e35', 'ที่'],
    ['การันต์ before vowel', 'พันธ\u0e4c\u0e38', 'พันธุ์'],
    ['tone after า', 'กา\u0e48ว', 'ก่าว'],
    ['the same mark twice', 'ที\u0e48\u0e48', 'ที่'],
    ['two tones: the last', 'ที\u0e48\u0e49', 'ที้'],
    ['ๅ for า', 'กๅร', 'การ'],
    ['ๅ after ฤ stays', 'ฤๅษี', 'ฤๅษี'],
    ['ๅ after ฦ stays', 'ฦๅ', 'ฦๅ'],
    ['invisible characters', 'ประ\u200bชุม\ufeff\u00ad\u2060', 'ประชุม'],
    ['a space before a mark', 'ท ี ่', 'ที่'],
    ['a space before ำ', 'ท ำงาน', 'ทำงาน'],
    ['a space before ฯ', 'กรุงเทพ ฯ', 'กรุงเทพฯ'],
    ['ฯลฯ and ฯพณฯ keep their space', 'สื่อ ฯลฯ เรียน ฯพณฯ', 'สื่อ ฯลฯ เรียน ฯพณฯ'],
    ['marks with nothing to sit on', '\u0e48\u0e35กา\n\u0e49ข', 'กา\nข'],
    ['spaces before ๆ', 'ต่าง   ๆ', 'ต่าง ๆ'],
    ['line ends', 'ก\r\nข\rค', 'ก\nข\nค'],
    ['NUL and half a surrogate pair', 'ก\u0000ข\ud800', 'กข\ufffd'],
    ['a reversing mark', 'ก\u202eข', 'กข'],
    ['Latin composed', 'e\u0301', 'é'],
  ])('%s', (_, given, expected) => {
    expect(normaliseText(given)).toBe(expected);
  });

  test.each(['', 'ต่าง ๆ  และ ต่างๆ', 'ฤดู', 'เก็บ', 'พรฺหฺม', 'สิทธิ์', 'ก๊าซ', 'มากกก', '  ย่อหน้า\tค่า\n\n', '👩‍💻', 'ที่ นร 0223/ว ๕๐๓'])(
    'leaves %j alone',
    (text) => {
      expect(normaliseText(text)).toBe(text);
    },
  );

  test('is idempotent, stays NFC, and leaves no stray form', () => {
    fc.assert(
      fc.property(anyText(20), (text) => {
        const once = normaliseText(text);
        return (
          normaliseText(once) === once &&
          once.normalize('NFC') === once &&
          !/[\u200b\ufeff\0]|เเ|\u0e4d[\u0e48-\u0e4b]*า|[\u0e32\u0e33][\u0e48-\u0e4b]/.test(once)
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('searchKey', () => {
  test.each([
    ['ครั้งที่ ๑/๒๕๖๓', 'ครั้งที่ 1/2563'],
    ['นร ๐๒๒๓/ว ๕๐๓', 'นร 0223/ว 503'],
    ['สำนักงาน ก.พ.ร.', 'สำนักงาน กพร'],
    ['สำนักงานก.พ.ร.จะ', 'สำนักงาน กพร จะ'],
    ['ศสช.จะดำเนินการ', 'ศสช จะดำเนินการ'],
    ['น.ส.มาลี', 'นส มาลี'],
    ['3 พ.ย. 63', '3 พย 63'],
    ['พ. ศ. 2563', 'พศ 2563'],
    ['การประชุมฯ ต่าง ๆ ฯลฯ', 'การประชุม ต่าง'],
    ['ต่างๆ', 'ต่าง'],
    ['Open Data (ＯＰＥＮ)', 'open data open'],
    ['งบ 1,250,000.50 บาท', 'งบ 1250000.50 บาท'],
    ['“โควิด-19”, COVID-19!', 'โควิด 19 covid-19'],
    ['ตัวชี้วัดที่ 3.1', 'ตัวชี้วัดที่ 3.1'],
    ['saraban@prd.go.th', 'saraban@prd.go.th'],
    ['น\u0e4d\u0e49า\u00a0\u00a0ใส', 'น้ำ ใส'],
    ['   ', ''],
  ])('%j → %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  test('is idempotent and the same for every spelling of a text', () => {
    fc.assert(
      fc.property(anyText(20), (text) => {
        const key = searchKey(text);
        return searchKey(key) === key && searchKey(normaliseText(text)) === key && skeleton(skeleton(text)) === skeleton(text);
      }),
      { numRuns: 2000 },
    );
  });
});

test('skeleton forgives tones, ไม้ไต่คู้ and การันต์', () => {
  expect(skeleton('น้ำ')).toBe(skeleton('นำ'));
  expect(skeleton('สิทธิ์')).toBe(skeleton('สิทธิ'));
  expect(skeleton('เว็บไซต์')).toBe(skeleton('เวบไซต'));
  expect(skeleton('กา')).not.toBe(skeleton('กี'));
});

describe('findAbbreviations', () => {
  test.each<[string, string[]]>([
    ['สำนักงาน ก.พ.ร. และ สปข. กับ ส.ปชส.เชียงใหม่', ['ก.พ.ร.', 'สปข.', 'ส.ปชส.']],
    ['สำนักงานก.พ.ร.จะ', ['ก.พ.ร.']],
    ['ปีพ.ศ.2563 เดือน เม.ย. มิ.ย.', ['พ.ศ.', 'เม.ย.', 'มิ.ย.']],
    ['ก.พ.ร เห็นชอบ', ['ก.พ.ร']],
    ['ว่าที่ ร.ต.หญิง', ['ร.ต.']],
    ['พล.ต.อ. และ พ. ศ.', ['พล.ต.อ.', 'พ. ศ.']],
    ['เวลา 09.00 น.', ['น.']],
    ['ไม่มี', []],
    ['จบประโยค.', []],
    ['...', []],
  ])('%s', (text, expected) => {
    const found = findAbbreviations(text);
    expect(found.map((each) => each.text)).toEqual(expected);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('work grows with the length only', () => {
  // A quadratic rule would need minutes for one of these and run into the time limit.
  test.each([' ', '่', 'ำ', 'เ', 'ก.', 'ก ', '.', 'ๆ', 'ฯ ', '\u200b', 'า่', 'ก\u00a0\n', '1,'])('%j, 400,000 characters', (piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    expect(skeleton(text).length).toBeLessThanOrEqual(text.length);
    expect(skeleton(`ก${text}ข`).length).toBeGreaterThan(0);
  });
});
