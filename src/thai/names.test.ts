import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, formatName, mentionName, spellingDistance, splitName } from './names.ts';
import { anyText } from '../../tests/support/thai-text.ts';
import { fullTitles, TITLES } from './titles.ts';

// All names here are invented.
describe('splitName', () => {
  test.each([
    ['นายขิง ตัวอย่าง', 'นาย', 'ขิง', 'ตัวอย่าง'],
    ['นางสาวมะลิ ทดสอบ', 'นางสาว', 'มะลิ', 'ทดสอบ'],
    ['นาง มะลิ  ทดสอบ', 'นาง', 'มะลิ', 'ทดสอบ'],
    ['น.ส.มะลิ ทดสอบ', 'น.ส.', 'มะลิ', 'ทดสอบ'],
    ['น. ส. มะลิ ทดสอบ', 'น. ส.', 'มะลิ', 'ทดสอบ'],
    ['นส.มะลิ ทดสอบ', 'นส.', 'มะลิ', 'ทดสอบ'],
    ['น.ส มะลิ ทดสอบ', 'น.ส', 'มะลิ', 'ทดสอบ'],
    ['มะลิ ทดสอบ', '', 'มะลิ', 'ทดสอบ'],
    ['ว่าที่ ร.ต. กล้า ทดสอบ', 'ว่าที่ ร.ต.', 'กล้า', 'ทดสอบ'],
    ['ว่าที่ร้อยตรีหญิง ลำดวน แสนสุข', 'ว่าที่ร้อยตรีหญิง', 'ลำดวน', 'แสนสุข'],
    ['ว่าที่ ร.ต.หญิง ลำดวน แสนสุข', 'ว่าที่ ร.ต.หญิง', 'ลำดวน', 'แสนสุข'],
    ['ผศ.ดร.ลำดวน แสนสุข', 'ผศ.ดร.', 'ลำดวน', 'แสนสุข'],
    ['ผศ. ดร. ลำดวน แสนสุข', 'ผศ. ดร.', 'ลำดวน', 'แสนสุข'],
    ['พล.ต.อ. กล้า แสนสุข', 'พล.ต.อ.', 'กล้า', 'แสนสุข'],
    ['พลตำรวจเอก กล้า แสนสุข', 'พลตำรวจเอก', 'กล้า', 'แสนสุข'],
    ['พ.อ.(พิเศษ) กล้า แสนสุข', 'พ.อ.(พิเศษ)', 'กล้า', 'แสนสุข'],
    ['ม.ล.บัว แสนสุข', 'ม.ล.', 'บัว', 'แสนสุข'],
    ['นพ.กล้า ณ สมมุติ', 'นพ.', 'กล้า', 'ณ สมมุติ'],
    ['นายิกา ทดสอบ', '', 'นายิกา', 'ทดสอบ'],
    ['คุณากร ทดสอบ', '', 'คุณากร', 'ทดสอบ'],
    ['คุณ มะลิ ทดสอบ', 'คุณ', 'มะลิ', 'ทดสอบ'],
    ['นางสาวมะลิฯ', 'นางสาว', 'มะลิ', ''],
    ['นายขิง', 'นาย', 'ขิง', ''],
    ['Mr. Alex Sample', 'Mr.', 'Alex', 'Sample'],
    ['Mrtha Sample', '', 'Mrtha', 'Sample'],
    ['นายน\u0e4d\u0e49าใส ทดสอบ', 'นาย', 'น้ำใส', 'ทดสอบ'],
  ])('%s', (typed, title, given, family) => {
    expect(splitName(typed)).toEqual({ ok: true, value: { title, given, family } });
  });

  test.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['นาย', 'no-given-name'],
    ['นางสาว ฯ', 'no-given-name'],
    ['นายขิง1 ทดสอบ', 'unreadable'],
    ['<b>', 'unreadable'],
    ['ก'.repeat(201), 'too-long'],
  ])('refuses %j as %s', (typed, code) => {
    expect(splitName(typed)).toEqual({ ok: false, code });
  });

  test('never throws, and what it writes it reads again', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const name = splitName(text);
        return !name.ok || splitName(formatName(name.value)).ok;
      }),
    );
    const given = fc.constantFrom('มะลิ', 'กล้า', 'ลำดวน', 'น้ำใส', 'เอก');
    const titles = fc.constantFrom('', 'ว่าที่ร้อยตรี', ...TITLES.flatMap(({ full, short }) => [full, ...short]).filter((each) => !/^(Mr|Mrs|Ms|Dr)$/.test(each)));
    fc.assert(
      fc.property(titles, given, fc.constantFrom('', 'ทดสอบ', 'ณ สมมุติ'), (title, first, family) => {
        expect(splitName(formatName({ title, given: first, family }))).toEqual({ ok: true, value: { title, given: first, family } });
      }),
      { numRuns: 500 },
    );
  });
});

describe('writing a name', () => {
  test('full and mentioned', () => {
    expect(formatName({ title: 'นางสาว', given: 'มะลิ', family: 'ทดสอบ' })).toBe('นางสาวมะลิ ทดสอบ');
    expect(formatName({ title: 'พลตรี', given: 'กล้า', family: 'ทดสอบ' })).toBe('พลตรี กล้า ทดสอบ');
    expect(formatName({ title: 'ดร.', given: 'มะลิ', family: '' })).toBe('ดร.มะลิ');
    expect(mentionName({ title: 'นางสาว', given: 'มะลิ', family: 'ทดสอบ' })).toBe('นางสาวมะลิฯ');
    expect(mentionName({ title: 'พ.ต.ท.หญิง', given: 'บัว', family: 'ทดสอบ' })).toBe('พ.ต.ท.หญิง บัวฯ');
  });

  test('the full form of a title, where there is one', () => {
    expect(fullTitles('น.ส.')).toEqual(['นางสาว']);
    expect(fullTitles('พล.ต.ต.')).toEqual(['พลตำรวจตรี']);
    expect(fullTitles('ร.อ.')).toEqual(['ร้อยเอก', 'เรือเอก', 'เรืออากาศเอก']);
    expect(fullTitles('ขุน')).toEqual([]);
  });
});

describe('one name spelt in two ways', () => {
  test.each([
    ['นางมะลิ ทดสอบ', 'นางสาวมะลิ ทดสอบ', 'same'],
    ['นายขิง ตัวอย่าง', 'ขิง  ตัวอย่าง', 'same'],
    ['นางมะลิฯ', 'นางมะลิ ทดสอบ', 'same'],
    ['นายน\u0e4d\u0e49าใส ทดสอบ', 'นายน้ำใส ทดสอบ', 'same'],
    ['นางสาวสุกัญชลา ทดสอบ', 'นางสาวสุกัณชลา ทดสอบ', 'spelt-two-ways'],
    ['นายขิง แสนสุขใจ', 'นายขิง แสนศุขใจ', 'spelt-two-ways'],
    ['นายพลิศ แสนสุข', 'นายพลิส แสนสุข', 'spelt-two-ways'],
    ['นายสิทธิ์ ทดสอบ', 'นายสิทธิ ทดสอบ', 'spelt-two-ways'],
    ['นางลำดวนศรี แสนสุขใจดี', 'นางลำดวลศรี แสนสุกใจดี', 'spelt-two-ways'],
    ['นายขิง ตัวอย่าง', 'นายข่า ตัวอย่าง', 'different'],
    ['นายขิง ตัวอย่าง', 'นายขิง แสนสุข', 'different'],
    ['นางบัว', 'นางบุญ', 'different'],
    ['123', '124', 'different'],
    ['123', ' 123', 'same'],
  ])('%s / %s: %s', (a, b, verdict) => {
    expect(compareNames(a, b)).toBe(verdict);
    expect(compareNames(b, a)).toBe(verdict);
  });

  test('the distance is a distance', () => {
    expect(spellingDistance('น้อง', 'นอง')).toBe(0.5);
    expect(spellingDistance('กา', 'กี')).toBe(2);
    expect(spellingDistance('', 'กข')).toBe(2);
    expect(spellingDistance('ก'.repeat(5000), 'ข'.repeat(5000))).toBe(5000);
    const text = anyText(6);
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const ab = spellingDistance(a, b);
        return spellingDistance(a, a) === 0 && ab === spellingDistance(b, a) && ab <= spellingDistance(a, c) + spellingDistance(c, b);
      }),
    );
  });
});
