import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge, lintedLetter } from '../testing/lint-knowledge.ts';
import { applyRepair, lintFields, lintLetter } from './letter-lint.ts';
import type { Finding, LintLetter } from './letter-lint.ts';
import { salutationFor } from './salutation.ts';

const codes = (more: Partial<LintLetter>) => lintLetter(lintedLetter(more), knowledge).map((one) => one.code);
const mended = (letter: LintLetter, finding: Finding): LintLetter => {
  const text = applyRepair(letter, { field: finding.place.field, start: finding.place.start, original: finding.original, proposed: finding.repair ?? '' });
  if (text === undefined) throw new Error('the repair does not fit its own letter');
  return { ...letter, [finding.place.field]: text };
};
const only = (more: Partial<LintLetter>, code: string): Finding => {
  const found = lintLetter(lintedLetter(more), knowledge).filter((one) => one.code === code);
  expect(found).toHaveLength(1);
  return found[0]!;
};

it('finds nothing in a letter that is right', () => {
  expect(codes({})).toEqual([]);
});

it('says nothing of the subject of a form on which nothing is written', () => {
  expect(codes({ subject: '', body: '', enclosures: [] })).not.toContain('SUBJECT_MISSING');
  expect(codes({ subject: '' })).toContain('SUBJECT_MISSING');
});

describe('the matter', () => {
  it('closes ตามที่ with นั้น, and leaves a paragraph with its purpose to a person', () => {
    const body = 'ตามที่กรมได้ขอให้หน่วยงานรายงานผล\n\nในการนี้ กรมขอเชิญประชุม\n\nจึงเรียนมาเพื่อโปรดทราบ';
    const finding = only({ body, enclosures: [] }, 'FOLLOWING_WITHOUT_NAN');
    expect(finding.repair).toBe('ตามที่กรมได้ขอให้หน่วยงานรายงานผล นั้น');
    expect(codes({ body: body.replace('ผล\n', 'ผล นั้น\n'), enclosures: [] })).toEqual([]);
    expect(only({ body: 'ตามหนังสือที่อ้างถึง กรมจึงขอเชิญประชุม', enclosures: [] }, 'FOLLOWING_WITHOUT_NAN').repair).toBeUndefined();
    expect(codes({ body: 'ด้วยมีเรื่อง\n\nตามข้อ ๓ ของระเบียบ ให้รายงาน\n\nจึงเรียนมาเพื่อโปรดทราบ', enclosures: [] })).toEqual([]);
    expect(codes({ body: 'ด้วยกรมจัดประชุม นั้น\n\nจึงเรียนมาเพื่อโปรดทราบ', enclosures: [] })).toEqual(['NAN_AFTER_DUAI']);
  });
  it('asks for the phrase at the end, in the verb of the salutation', () => {
    expect(only({ body: 'ด้วยกรมจัดประชุม', enclosures: [] }, 'SUMMARY_MISSING').repair).toBe('\n\nจึงเรียนมาเพื่อโปรดพิจารณา');
    expect(codes({ toText: 'นายกรัฐมนตรี', salutation: 'กราบเรียน', closing: 'ขอแสดงความนับถืออย่างยิ่ง' })).toEqual(['SUMMARY_UNFIT']);
  });
  it('compares what is enclosed with what is said', () => {
    expect(codes({ enclosures: [] })).toEqual(['ENCLOSURE_NOT_ATTACHED']);
    expect(codes({ body: 'ด้วยกรมจัดประชุม\n\nจึงเรียนมาเพื่อโปรดทราบ' })).toEqual(['ENCLOSURE_NOT_MENTIONED']);
    expect(codes({ body: 'ด้วยกรมจัดประชุม ตามสิ่งที่ส่งมาด้วย ๒\n\nจึงเรียนมาเพื่อโปรดทราบ' })).toEqual(['ENCLOSURE_BEYOND']);
  });
});

describe('salutation and closing', () => {
  it('follows the post of the addressee, as a whole and at the beginning', () => {
    expect(salutationFor(knowledge.salutations, 'นายกรัฐมนตรี')?.salutation).toBe('กราบเรียน');
    expect(salutationFor(knowledge.salutations, 'นายกรัฐมนตรี ผ่านเลขาธิการนายกรัฐมนตรี')?.salutation).toBe('กราบเรียน');
    expect(salutationFor(knowledge.salutations, 'รองนายกรัฐมนตรี')?.salutation).toBe('เรียน');
    expect(salutationFor(knowledge.salutations, 'นายกรัฐมนตรีน้อย')?.salutation).toBe('เรียน');
    expect(salutationFor(knowledge.salutations, 'พระครูตัวอย่าง')?.salutation).toBe('นมัสการ');
  });
  it('compares both with the table', () => {
    const wrong = only({ toText: 'นายกรัฐมนตรี' }, 'SALUTATION_WRONG');
    expect(wrong.repair).toBe('กราบเรียน');
    expect(codes({ salutation: '' })).toContain('SALUTATION_MISSING');
    expect(only({ closing: 'ขอแสดงความนับถืออย่างยิ่ง' }, 'CLOSING_WRONG').repair).toBe('ขอแสดงความนับถือ');
    expect(codes({ toText: 'เรียน อธิบดีกรมตัวอย่าง' })).toEqual(['SALUTATION_TWICE']);
    expect(codes({ subKind: 'memo', body: 'ด้วยจัดประชุม\n\nจึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ', enclosures: [], closing: undefined, letterDate: undefined })).toEqual(['CLOSING_IN_MEMO']);
  });
});

describe('dates and numbers', () => {
  const withDay = (text: string) => ({ body: `ด้วยกรมกำหนดจัดประชุมใน${text} ณ ห้องประชุม\n\nจึงเรียนมาเพื่อโปรดทราบ`, enclosures: [] });
  it('knows the calendar', () => {
    expect(codes(withDay('วันที่ ๓๑ เมษายน ๒๕๖๓'))).toEqual(['DATE_IMPOSSIBLE']);
    expect(only(withDay('วันที่ ๑๘ พฤศจิกายน ๒๐๒๐'), 'DATE_COMMON_ERA').repair).toBe('๒๕๖๓');
    expect(only(withDay('วันจันทร์ที่ ๑๘ พฤศจิกายน ๒๕๖๓'), 'DATE_WEEKDAY').repair).toContain('วันพุธที่');
    expect(codes(withDay('วันพุธที่ 18 พฤศจิกายน 2563'))).toEqual([]);
  });
  it('writes the date of a letter as the regulation does', () => {
    expect(only({ letterDate: '๙ พฤศจิกายน พ.ศ. ๒๕๖๓' }, 'DATE_WITH_ERA').repair).toBe('');
    expect(only({ letterDate: 'วันที่ ๙ พ.ย. ๒๕๖๓' }, 'DATE_SHORT_MONTH').repair?.trim()).toBe('พฤศจิกายน');
    expect(codes({ subKind: 'order', body: 'สั่ง ณ วันที่ ๙ พฤศจิกายน พ.ศ. ๒๕๖๓', enclosures: [], letterDate: '๙ พฤศจิกายน พ.ศ. ๒๕๖๓' })).toEqual([]);
  });
  it('writes out short dates in running text, and leaves tables, numbers of things and what is no day alone', () => {
    const short = (body: string) => new Set(lintLetter({ subKind: 'memo', subject: 'ก', body: `${body}\n\nจึงเรียนมาเพื่อโปรดทราบ`, enclosures: [] }, knowledge).filter((one) => one.code === 'DATE_ABBREVIATED').map((one) => `${one.original} > ${one.repair}`));
    expect(short('ประชุมวันที่ 3 พ.ย. 63 และ ๑๐ พฤศจิกายน ๖๓ กับ 17/11/2563')).toEqual(new Set(['3 พ.ย. 63 > 3 พฤศจิกายน 2563', '๑๐ พฤศจิกายน ๖๓ > ๑๐ พฤศจิกายน ๒๕๖๓', '17/11/2563 > 17 พฤศจิกายน 2563']));
    expect(short('ครั้งที่ 5/2563 เลขคดี 45/13/2563 รับได้ภายใน 5 พฤศจิกายน 60 คน เวลา 5 พฤศจิกายน 09.00 น.\n| วันที่ | 3 พ.ย. 63 |')).toEqual(new Set());
  });
  it('knows the codes of the house and when they held', () => {
    const reference = (text: string) => codes({ references: `หนังสือกรม ที่ ${text}` });
    expect(reference('นร ๐๒๒๓/ว ๕๐๓ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')).toEqual([]);
    expect(reference('นร ๐๒๙๙/๑๒ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')).toEqual(['CODE_UNKNOWN']);
    expect(reference('นร ๐๒๘๘/๑๒ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')).toEqual(['CODE_EXPIRED']);
    expect(reference('นร ๐๒๘๘/๑๒ ลงวันที่ ๓ พฤศจิกายน ๒๕๕๗')).toEqual([]);
    expect(reference('มท ๐๘๐๓/๑๒ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')).toEqual([]);
    expect(reference('นร ๐๒๒๓/ว ๕๐๓')).toEqual(['REFERENCE_NO_DATE']);
    expect(reference('นร. ๐๒๒๓/ว ๕๐๓ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')).toEqual(['CODE_DOTTED']);
  });
  it('asks for one kind of digits', () => {
    expect(only(withDay('วันที่ ๑๘ พฤศจิกายน ๒๕๖๓ เวลา 9.30 น.'), 'DIGITS_MIXED').repair).toBe('๙.๓๐');
    expect(codes(withDay('วันที่ ๑๘ พฤศจิกายน ๒๕๖๓ ผ่าน COVID-19 และ a1@example.go.th'))).toEqual([]);
  });
});

it('tells เกษียน from เกษียณ by the words beside it', () => {
  const text = (words: string) => codes({ body: `ด้วย${words}\n\nจึงเรียนมาเพื่อโปรดทราบ`, enclosures: [] });
  expect(text('ผู้บังคับบัญชาได้เกษียณสั่งการแล้ว')).toEqual(['RETIRE_FOR_NOTE']);
  expect(text('มีข้าราชการเกษียนอายุราชการ')).toEqual(['NOTE_FOR_RETIRE']);
  expect(text('มีผู้เกษียณอายุราชการ และการเกษียนหนังสือ')).toEqual([]);
});

it('knows slips by the list, and not the right word they are part of', () => {
  const text = (words: string) => codes({ body: `ด้วย${words}\n\nจึงเรียนมาเพื่อโปรดทราบ`, enclosures: [] });
  expect(text('ขออนุญาติปฎิบัติงาน')).toEqual(['MISSPELT', 'MISSPELT']);
  expect(text('วัตถุประสงค์ และขออนุญาต')).toEqual([]);
  expect(text('เเละเรื่องอื่นๆ  ของกรม ฯ')).toEqual(['LETTERS_DOUBLED', 'SPACE_REPEAT', 'SPACE_DOUBLE', 'SPACE_ABBREVIATION']);
});

const pieces = ['ตามที่', 'นั้น', 'ด้วย', 'จึงเรียนมาเพื่อโปรด', 'จึงกราบเรียนมาเพื่อ', 'สิ่งที่ส่งมาด้วย ๓', 'วันจันทร์ที่ ', '31 ', '๓๑ ', 'เมษายน', ' พ.ย. ', '2563', '๒๐๒๐', 'พ.ศ. ', 'ลงวันที่ ', 'นร ๐๒๒๓/ว ๕๐๓', 'นร. 0288/1', 'เกษียณ', 'เกษียน', 'อายุ', 'หนังสือ', 'อนุญาติ', 'เเ', 'ํา', 'ๆ', ' ฯ', '  ', '\n', '| ก | ข |', '\t', 'เรียน ', 'เรื่อง ', 'ขอแสดงความนับถือ', 'COVID-19', '\ud800', 'ก', '็'] as const;
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join('')));
const anyLetter: fc.Arbitrary<LintLetter> = fc.record({
  subKind: fc.constantFrom('external', 'memo', 'stamped', 'order', 'certificate'), subject: anyText, salutation: fc.oneof(anyText, fc.constantFrom('เรียน', 'กราบเรียน', '')), toText: fc.oneof(anyText, fc.constantFrom('นายกรัฐมนตรี', 'พระครู ก')),
  references: anyText, body: anyText, closing: fc.oneof(anyText, fc.constant('ขอแสดงความนับถือ')), letterDate: anyText, enclosures: fc.array(fc.constant('เอกสาร'), { maxLength: 3 }),
});

it('never throws, and every place lies inside its text', () => {
  fc.assert(fc.property(anyLetter, (letter) => {
    for (const finding of lintLetter(letter, knowledge)) {
      const text = letter[finding.place.field] ?? '';
      expect(lintFields).toContain(finding.place.field);
      expect(finding.place.start).toBeGreaterThanOrEqual(0);
      expect(finding.place.end).toBeGreaterThanOrEqual(finding.place.start);
      expect(finding.place.end).toBeLessThanOrEqual(text.length);
      expect(finding.original).toBe(text.slice(finding.place.start, finding.place.end));
      expect(finding.words.th).not.toMatch(/\{\w+\}/);
    }
  }), { numRuns: 1500 });
});

it('loses a finding with its repair', () => {
  fc.assert(fc.property(anyLetter, (letter) => {
    const before = lintLetter(letter, knowledge);
    for (const finding of before) {
      if (finding.repair === undefined) continue;
      const count = (list: readonly Finding[]) => list.filter((one) => one.code === finding.code && one.place.field === finding.place.field).length;
      expect({ code: finding.code, original: finding.original, left: count(lintLetter(mended(letter, finding), knowledge)) < count(before) }).toEqual({ code: finding.code, original: finding.original, left: true });
    }
  }), { numRuns: 1000 });
});
