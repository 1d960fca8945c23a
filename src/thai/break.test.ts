import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { BREAK, GLUE, insertBreaks } from './break.ts';

/** Readable: | for a break, ~ for a no-break space. */
const show = (text: string, keep: readonly string[] = []): string =>
  insertBreaks(text, { keep }).replaceAll(BREAK, '|').replaceAll(GLUE, '~');

const bare = (text: string): string => text.replaceAll(BREAK, '').replaceAll(GLUE, ' ');

describe('insertBreaks', () => {
  it('breaks between words and only there', () => {
    expect(show('ตามที่ได้มีการประชุม')).toBe('ตาม|ที่|ได้|มี|การ|ประชุม');
    expect(show('เสนอรองอธิบดีเพื่อลงนาม')).toBe('เสนอ|รองอธิบดี|เพื่อ|ลงนาม');
  });

  it.each([
    ['ร้อยละ ๗๐', 'ร้อยละ~๗๐'],
    ['๙ พฤศจิกายน ๒๕๖๓', '๙~พฤศจิกายน~๒๕๖๓'],
    ['ภายในวันที่ ๙ พฤศจิกายน', 'ภายใน|วันที่~๙~พฤศจิกายน'],
    ['9 พ.ย. 2563', '9~พ.ย.~2563'],
    ['ข้อ ๓', 'ข้อ~๓'],
    ['พ.ศ. ๒๕๖๔', 'พ.ศ.~๒๕๖๔'],
    ['เวลา ๑๐.๐๐ - ๑๔.๐๐ น.', 'เวลา~๑๐.๐๐~-~๑๔.๐๐~น.'],
    ['(พ.ศ. ๒๕๖๖ - ๒๕๗๐)', '(พ.ศ.~๒๕๖๖~-~๒๕๗๐)'],
    ['๑,๒๓๔.๕๐ บาท', '๑,๒๓๔.๕๐~บาท'],
    ['๒๐ หน่วยงาน', '๒๐~หน่วยงาน'],
    ['ครั้งที่ ๑/๒๕๖๓ วันพุธ', 'ครั้งที่~๑/๒๕๖๓ วันพุธ'],
    ['โทร. ๐ ๒๐๐๐ ๑๒๓๔ ต่อ ๕๖๗๘', 'โทร.~๐~๒๐๐๐~๑๒๓๔ ต่อ~๕๖๗๘'],
    ['ที่ นร ๐๒๙๙/ว ๔๑', 'ที่ นร~๐๒๙๙/ว~๔๑'],
    ['เรื่องอื่น ๆ', 'เรื่อง|อื่น~ๆ'],
  ])('keeps %s together', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it('never starts a line with a closing mark, ๆ or ฯ and never ends one with an opening mark', () => {
    const text = 'เอกสาร“รายงานการประชุม”ฉบับจริง(ที่แนบมา)ต่างๆของกรุงเทพฯมหานคร ฯลฯ [ตาม]นั้น';
    expect(show(text)).not.toMatch(/\|[)\]}”’»,.:;!?%ๆฯ/]|[([{“‘«]\|/);
    expect(show(text)).toContain('ฯลฯ');
  });

  it('leaves dotted abbreviations and month names whole', () => {
    expect(show('น.ส.ขวัญข้าวจากก.พ.ร.แจ้ง')).not.toMatch(/\.\||\|\./);
    for (const month of ['มกราคม', 'มีนาคม', 'พฤศจิกายน']) expect(show(`ภายใน${month}นี้`)).toContain(month);
  });

  it('keeps listed phrases whole, the spaces in them too', () => {
    const name = 'นางสาวปุณยวีร์ แสงเรืองรอง';
    expect(show(`ที่ประชุมมอบหมายให้${name}ดำเนินการ`, [name])).toContain('นางสาวปุณยวีร์~แสงเรืองรอง');
    expect(show('สำนักงานบริหารนโยบาย', ['สำนักงานบริหารนโยบาย'])).not.toContain('|');
  });

  it('does not break a first name after a title, but does break นายกรัฐมนตรี from what follows', () => {
    expect(show('แจ้งว่า นางสาวกนกวรรณ ลาป่วย')).toContain('นางสาวกนกวรรณ ');
    expect(show('นายกรัฐมนตรีสั่งการ')).toBe('นายกรัฐมนตรี|สั่ง|การ');
  });

  it('does not let an artificial cut make a false break in a long run', () => {
    const word = 'คณะกรรมการ';
    const text = word.repeat(900);
    const pieces = insertBreaks(text).split(BREAK);
    expect(new Set(pieces)).toEqual(new Set(insertBreaks(word.repeat(3)).split(BREAK)));
  });

  const messy = fc.array(
    fc.constantFrom(
      'การประชุม', 'นางสาวกนกวรรณ', ' ', '  ', '“', '”', '(', ')', 'ๆ', 'ฯ', '๑๒', '25', '/', '.', ',', '-', 'มีนาคม', 'ที่', 'ร้อยละ',
      'บาท', 'e-Service', 'พ.ศ.', 'น้ำ', 'เ', '่', 'ะ', '\n', '\t', GLUE, BREAK, '😀', 'กขค', '"', 'ผอ.กพร.', 'ข้อ',
    ),
    { maxLength: 60 },
  ).map((parts) => parts.join(''));

  it('adds nothing but break marks and turns spaces into no-break ones (property)', () => {
    fc.assert(fc.property(fc.oneof(messy, fc.string({ unit: 'binary' })), (text) => {
      expect(bare(insertBreaks(text))).toBe(bare(text));
    }), { numRuns: 500 });
  });

  it('is idempotent (property)', () => {
    fc.assert(fc.property(messy, (text) => {
      const once = insertBreaks(text);
      expect(insertBreaks(once)).toBe(once);
    }), { numRuns: 500 });
  });

  it('puts no break where official typing forbids one (property)', () => {
    fc.assert(fc.property(messy, (text) => {
      const out = insertBreaks(text, { keep: ['การประชุมมีนาคม'] });
      expect(out).not.toMatch(/\u200b[)\]}”’»,.:;!?%ๆฯ/\s\u0e30-\u0e3a\u0e47-\u0e4e\u0e45]/u);
      expect(out).not.toMatch(/[([{“‘«\s/.เ-ไ0-9๐-๙]\u200b/u);
      expect(out).not.toMatch(/\u200b[0-9๐-๙]|\u200b\u200b|^\u200b|\u200b$/u);
      expect(out).not.toMatch(/ [ๆฯ)\]}”’»,.:;!?%]/u);
      expect(out.includes('การ\u200bประชุมมีนาคม')).toBe(false);
    }), { numRuns: 500 });
  });

  it.each([
    ['Thai without a space', 'การประชุมคณะกรรมการพัฒนาระบบราชการครั้งที่'.repeat(24_000)],
    ['one letter over and over', 'ก'.repeat(1_000_000)],
    ['many short runs', '๑ '.repeat(500_000)],
    ['one Latin run', 'a'.repeat(1_000_000)],
    ['titles only', 'นาย'.repeat(333_000)],
    ['spaces only', ' '.repeat(1_000_000)],
  ])('handles 1 MB: %s', (_name, text) => {
    const started = performance.now();
    insertBreaks(text, { keep: ['การประชุมคณะ', 'กขค', 'นายสมชาย'] });
    expect(performance.now() - started).toBeLessThan(8000);
  }, 20_000);
});
