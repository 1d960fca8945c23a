// Whole letters: ones that nothing is wrong with, and the same with one fault put in. Says how much the linter finds.
import { expect, it } from 'vitest';
import { knowledge } from '../../testing/lint-knowledge.ts';
import { lintLetter } from '../letter-lint.ts';
import type { LintLetter } from '../letter-lint.ts';
import type { LintCode } from './messages.ts';

const external = (letter: Partial<LintLetter> & Pick<LintLetter, 'subject' | 'body'>): LintLetter => ({
  subKind: 'external', salutation: 'เรียน', toText: 'ผู้ว่าราชการจังหวัดตัวอย่าง', closing: 'ขอแสดงความนับถือ', letterDate: '๙ พฤศจิกายน ๒๕๖๓', enclosures: [], ...letter,
});
const memo = (letter: Partial<LintLetter> & Pick<LintLetter, 'subject' | 'body'>): LintLetter => ({ subKind: 'memo', salutation: 'เรียน', toText: 'ผู้อำนวยการสำนักตัวอย่าง', enclosures: [], ...letter });

const clean: readonly LintLetter[] = [
  external({ subject: 'ขอความอนุเคราะห์วิทยากร', references: 'หนังสือกรมตัวอย่าง ที่ นร ๐๒๒๓/ว ๕๐๓ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓', enclosures: ['กำหนดการ จำนวน ๑ ฉบับ'], body: 'ตามหนังสือที่อ้างถึง กรมได้แจ้งกำหนดการอบรมการเขียนหนังสือราชการให้ทราบแล้ว นั้น\n\nในการนี้ กรมพิจารณาแล้วเห็นว่าเจ้าหน้าที่ของท่านเป็นผู้มีความรู้ความสามารถ จึงขอความอนุเคราะห์วิทยากรในวันพุธที่ ๑๘ พฤศจิกายน ๒๕๖๓ เวลา ๐๙.๐๐ - ๑๒.๐๐ น. รายละเอียดตามสิ่งที่ส่งมาด้วย\n\nจึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์ด้วย จะขอบคุณยิ่ง' }),
  external({ subject: 'รายงานผลการดำเนินงาน', toText: 'นายกรัฐมนตรี', salutation: 'กราบเรียน', closing: 'ขอแสดงความนับถืออย่างยิ่ง', body: 'ตามที่นายกรัฐมนตรีได้มีข้อสั่งการให้ส่วนราชการรายงานผลการดำเนินงานทุกไตรมาส นั้น\n\nกรมขอรายงานผลการดำเนินงานไตรมาสที่ ๔ ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ดังนี้\n\n๑. ผลการเบิกจ่าย ร้อยละ ๙๖.๕\n๒. ตัวชี้วัดที่บรรลุเป้าหมาย ๑๘ ตัวชี้วัด\n\nจึงกราบเรียนมาเพื่อโปรดทราบ' }),
  external({ subject: 'ตอบข้อหารือ', body: 'ตามที่ท่านได้หารือการใช้บังคับระเบียบ ความแจ้งแล้ว นั้น\n\nกรมขอเรียนว่า ตามข้อ ๓๒ ของระเบียบดังกล่าว ส่วนราชการเลือกใช้เลขหนังสือเวียนได้สองวิธี และข้าราชการที่เกษียณอายุราชการแล้วไม่อยู่ในบังคับ\n\nจึงเรียนมาเพื่อโปรดทราบ' }),
  external({ subject: 'ขอเชิญร่วมพิธีทำบุญ', toText: 'พระครูตัวอย่าง', salutation: 'นมัสการ', closing: 'ขอนมัสการด้วยความเคารพ', body: 'ด้วยกรมกำหนดจัดพิธีทำบุญเนื่องในวันคล้ายวันสถาปนากรม ในวันศุกร์ที่ ๒๐ พฤศจิกายน ๒๕๖๓ จึงขอนิมนต์พระคุณเจ้าเจริญพระพุทธมนต์\n\nจึงนมัสการมาเพื่อโปรดพิจารณา' }),
  external({ subject: 'ส่งแบบสำรวจ', enclosures: ['แบบสำรวจ', 'คำชี้แจง'], body: 'ด้วยกรมจะสำรวจความต้องการใช้ระบบอิเล็กทรอนิกส์ จึงขอส่งแบบสำรวจ (สิ่งที่ส่งมาด้วย ๑) และคำชี้แจง (สิ่งที่ส่งมาด้วย ๒) มาเพื่อโปรดตอบกลับภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๓\n\nจึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป' }),
  memo({ subject: 'ขออนุมัติจัดประชุม', body: 'ด้วยกลุ่มงานมีกำหนดจัดประชุมคณะทำงาน ครั้งที่ 5/2563 ในวันอังคารที่ 17 พฤศจิกายน 2563 เวลา 13.30 น. ณ ห้องประชุม 2\n\nจึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ' }),
  memo({ subject: 'ซักซ้อมแนวทางการเกษียนหนังสือ', body: 'เนื่องด้วยมีการเกษียนหนังสือในระบบไม่เป็นแนวทางเดียวกัน จึงขอซักซ้อมดังนี้\n\n(๑) เกษียนสั่งการให้ลงชื่อและวันที่ทุกครั้ง\n(๒) ข้อความให้กระชับ\n\nจึงเรียนมาเพื่อทราบและถือปฏิบัติ' }),
  memo({ subject: 'แจ้งเวียนผลการประชุม', enclosures: ['รายงานการประชุม'], body: 'ตามที่ได้มีการประชุมเมื่อวันอังคารที่ 3 พฤศจิกายน 2563 นั้น บัดนี้ ฝ่ายเลขานุการได้จัดทำรายงานการประชุมเรียบร้อยแล้ว รายละเอียดตามเอกสารแนบ\n\nจึงเรียนมาเพื่อโปรดพิจารณารับรอง' }),
  memo({ subject: 'รายงานการเดินทางไปราชการ', body: 'ตามคำสั่งกรม ที่ 125/2563 ลงวันที่ 1 ตุลาคม 2563 ให้ข้าพเจ้าเดินทางไปราชการ นั้น\n\nบัดนี้ การเดินทางเสร็จสิ้นแล้ว ค่าใช้จ่ายดังตาราง\n\n| รายการ | บาท |\n| ค่าพาหนะ | 1,200 |\n\nจึงเรียนมาเพื่อโปรดทราบ' }),
  memo({ subject: 'สรุปข่าวประจำสัปดาห์', body: 'ด้วยงานติดตามข่าวได้สรุปข่าวประจำสัปดาห์ ฯลฯ เผยแพร่ที่ https://example.go.th/news/2563 และสื่ออื่น ๆ แล้ว\n\nจึงเรียนมาเพื่อโปรดทราบ' }),
  { subKind: 'order', subject: 'แต่งตั้งคณะทำงาน', body: 'เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะทำงาน ดังนี้\n๑. ผู้อำนวยการ ประธาน\n๒. เจ้าหน้าที่ เลขานุการ\nทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป\nสั่ง ณ วันที่ ๙ พฤศจิกายน พ.ศ. ๒๕๖๓', enclosures: [] },
  { subKind: 'announcement', subject: 'รับสมัครบุคคล', body: 'ด้วยกรมประสงค์จะรับสมัครบุคคลเพื่อจ้างเป็นพนักงาน รายละเอียดท้ายประกาศนี้\nประกาศ ณ วันที่ ๙ พฤศจิกายน พ.ศ. ๒๕๖๓', enclosures: [] },
];

type Fault = readonly [code: LintCode, letter: number, change: (letter: LintLetter) => Partial<LintLetter>];
const body = (from: string | RegExp, to: string) => (letter: LintLetter) => ({ body: letter.body.replace(from, to) });
const faults: readonly Fault[] = [
  ['FOLLOWING_WITHOUT_NAN', 0, body('แล้ว นั้น', 'แล้ว')], ['FOLLOWING_WITHOUT_NAN', 1, body(' นั้น', '')], ['FOLLOWING_WITHOUT_NAN', 8, body(' นั้น', '')], ['FOLLOWING_WITHOUT_NAN', 7, body(' นั้น', '')],
  ['NAN_AFTER_DUAI', 5, body('ห้องประชุม 2', 'ห้องประชุม 2 นั้น')],
  ['SALUTATION_WRONG', 1, () => ({ salutation: 'เรียน' })], ['SALUTATION_WRONG', 0, () => ({ salutation: 'กราบเรียน' })], ['SALUTATION_WRONG', 3, () => ({ salutation: 'เรียน' })], ['SALUTATION_MISSING', 2, () => ({ salutation: '' })],
  ['SALUTATION_TWICE', 5, (letter) => ({ toText: `เรียน ${letter.toText}` })],
  ['CLOSING_WRONG', 1, () => ({ closing: 'ขอแสดงความนับถือ' })], ['CLOSING_WRONG', 2, () => ({ closing: 'ขอแสดงความนับถืออย่างยิ่ง' })], ['CLOSING_MISSING', 4, () => ({ closing: '' })], ['CLOSING_IN_MEMO', 5, (letter) => ({ body: `${letter.body}\n\nขอแสดงความนับถือ` })],
  ['SUMMARY_UNFIT', 1, body('จึงกราบเรียน', 'จึงเรียน')], ['SUMMARY_UNFIT', 2, body('จึงเรียน', 'จึงกราบเรียน')], ['SUMMARY_MISSING', 5, body('\n\nจึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ', '')], ['SUMMARY_MISSING', 9, body(/\n\nจึง.*$/u, '')],
  ['DATE_IMPOSSIBLE', 4, body('๓๐ พฤศจิกายน', '๓๑ พฤศจิกายน')], ['DATE_COMMON_ERA', 5, body('พฤศจิกายน 2563', 'พฤศจิกายน 2020')], ['DATE_WEEKDAY', 3, body('วันศุกร์ที่', 'วันเสาร์ที่')], ['DATE_WEEKDAY', 7, body('วันอังคารที่', 'วันพุธที่')],
  ['DATE_WITH_ERA', 0, () => ({ letterDate: '๙ พฤศจิกายน พ.ศ. ๒๕๖๓' })], ['DATE_WITH_ERA', 0, (letter) => ({ references: letter.references?.replace('น ๒๕๖๓', 'น พ.ศ. ๒๕๖๓') ?? '' })], ['DATE_SHORT_MONTH', 8, body('1 ตุลาคม', '1 ต.ค.')], ['DATE_WITH_WORD', 2, () => ({ letterDate: 'วันที่ ๙ พฤศจิกายน ๒๕๖๓' })], ['DATE_YEAR_MISSING', 0, () => ({ letterDate: '๙ พฤศจิกายน' })],
  ['DATE_ABBREVIATED', 7, body('3 พฤศจิกายน 2563', '3 พ.ย. 63')], ['DATE_ABBREVIATED', 7, body('3 พฤศจิกายน 2563', '3/11/2563')], ['DATE_ABBREVIATED', 0, body('๑๘ พฤศจิกายน ๒๕๖๓', '๑๘ พฤศจิกายน ๖๓')], ['DATE_MONTH_ABBREVIATED', 5, body('พฤศจิกายน 2563', 'พ.ย. 2563')], ['SUMMARY_UNFIT', 1, (letter) => ({ salutation: '', body: letter.body.replace('จึงกราบเรียน', 'จึงเรียน') })], ['AGENCY_ADDRESS_MISSING', 4, () => ({ agency: 'กรมตัวอย่าง' })],
  ['DIGITS_MIXED', 0, body('๐๙.๐๐', '09.00')], ['DIGITS_MIXED', 5, body('2563 เวลา', '๒๕๖๓ เวลา')], ['DIGITS_MIXED', 1, body('๙๖.๕', '๙6.5')],
  ['ENCLOSURE_NOT_ATTACHED', 0, () => ({ enclosures: [] })], ['ENCLOSURE_NOT_ATTACHED', 7, () => ({ enclosures: [] })], ['ENCLOSURE_NOT_MENTIONED', 2, () => ({ enclosures: ['สำเนา'] })], ['ENCLOSURE_BEYOND', 4, () => ({ enclosures: ['แบบสำรวจ'] })],
  ['CODE_UNKNOWN', 0, (letter) => ({ references: letter.references?.replace('๐๒๒๓', '๐๒๓๒') ?? '' })], ['CODE_EXPIRED', 0, (letter) => ({ references: letter.references?.replace('๐๒๒๓', '๐๒๘๘') ?? '' })], ['CODE_DOTTED', 0, (letter) => ({ references: letter.references?.replace('นร ', 'นร. ') ?? '' })], ['REFERENCE_NO_DATE', 0, (letter) => ({ references: letter.references?.replace(/ ลง.*$/u, '') ?? '' })],
  ['RETIRE_FOR_NOTE', 6, body('เกษียนสั่งการ', 'เกษียณสั่งการ')], ['RETIRE_FOR_NOTE', 6, body('การเกษียนหนังสือ', 'การเกษียณหนังสือ')], ['NOTE_FOR_RETIRE', 2, body('เกษียณอายุ', 'เกษียนอายุ')],
  ['MISSPELT', 6, body('ถือปฏิบัติ', 'ถือปฎิบัติ')], ['MISSPELT', 5, body('อนุมัติ', 'อนุญาติ')], ['LETTERS_DOUBLED', 0, body('แล้ว', 'เเล้ว')], ['LETTERS_DOUBLED', 7, body('จัดทำ', 'จัดทํา')], ['LETTERS_DOUBLED', 9, body('แล้ว', 'เเล้ว')],
  ['SPACE_DOUBLE', 2, body('กรมขอเรียนว่า ', 'กรมขอเรียนว่า  ')], ['SPACE_REPEAT', 9, body('อื่น ๆ', 'อื่นๆ')], ['SUBJECT_WITH_WORD', 2, (letter) => ({ subject: `เรื่อง ${letter.subject}` })], ['SUBJECT_MISSING', 2, () => ({ subject: '' })],
  // Slips that no rule can be sure of: they keep the figure honest.
  ['MISSPELT', 0, body('ความสามารถ', 'ความสามารท')], ['NOTE_FOR_RETIRE', 2, body('เกษียณอายุราชการแล้ว', 'เกษียนไปแล้ว')],
];

it('raises at most one false alarm in ten letters that are right', () => {
  const alarms = clean.map((letter) => lintLetter(letter, knowledge).map((one) => `${one.code} ${one.original}`));
  expect(alarms.filter((list) => list.length > 0).length / clean.length, JSON.stringify(alarms.flat())).toBeLessThanOrEqual(0.1);
});

it('finds at least nine of ten faults that were put in', () => {
  const missed = faults.filter(([code, index, change]) => {
    const before = clean[index] as LintLetter;
    const letter = { ...before, ...change(before) };
    expect(letter, `${code} changes letter ${index}`).not.toEqual(before);
    return !lintLetter(letter, knowledge).some((one) => one.code === code);
  });
  expect(1 - missed.length / faults.length, missed.map(([code, index]) => `${code} ${index}`).join(', ')).toBeGreaterThanOrEqual(0.9);
});
