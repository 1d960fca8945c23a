// What the linter knows in tests without a database: some rows as they stand in the tables.
import { localDate } from '../../../thai/index.ts';
import type { LintKnowledge, LintLetter } from '../domain/letter-lint.ts';

const row = (id: number, addresseeClass: string, posts: readonly string[], salutation: string, closing: string) => ({
  id, addresseeClass, posts, salutation, closing, readerPronoun: 'ท่าน', writerPronoun: 'ข้าพเจ้า', envelope: salutation, uncertain: false,
});

export const knowledge: LintKnowledge = {
  today: localDate('2020-11-09'),
  salutations: [
    row(1, 'ตำแหน่งที่กำหนด', ['นายกรัฐมนตรี', 'ประธานรัฐสภา', 'ประธานศาลฎีกา'], 'กราบเรียน', 'ขอแสดงความนับถืออย่างยิ่ง'),
    row(2, 'บุคคลทั่วไป', [], 'เรียน', 'ขอแสดงความนับถือ'),
    row(3, 'พระภิกษุทั่วไป', ['พระ…', 'พระครู…'], 'นมัสการ', 'ขอนมัสการด้วยความเคารพ'),
  ],
  misspellings: [
    { wrong: 'อนุญาติ', right: 'อนุญาต' }, { wrong: 'ลายเซ็นต์', right: 'ลายเซ็น' }, { wrong: 'สังเกตุ', right: 'สังเกต' }, { wrong: 'ปฎิบัติ', right: 'ปฏิบัติ' },
    { wrong: 'บุคคลากร', right: 'บุคลากร' }, { wrong: 'วัตถุประสงค', right: 'วัตถุประสงค์' }, { wrong: 'ภาระกิจ', right: 'ภารกิจ' }, { wrong: 'เงินทดลองจ่าย', right: 'เงินทดรองจ่าย' },
  ],
  codes: [
    { letters: 'นร', digits: '0223', validFrom: '2010-10-01', validTo: null },
    { letters: 'นร', digits: '0288', validFrom: '2000-10-01', validTo: '2015-09-30' },
  ],
};

/** A letter outside that nothing is wrong with, and changes to it. */
export function lintedLetter(more: Partial<LintLetter> = {}): LintLetter {
  return {
    subKind: 'external', subject: 'ขอเชิญเป็นวิทยากร', salutation: 'เรียน', toText: 'อธิบดีกรมตัวอย่าง', references: '', closing: 'ขอแสดงความนับถือ', letterDate: '๙ พฤศจิกายน ๒๕๖๓',
    body: 'ด้วยกรมกำหนดจัดอบรมในวันพุธที่ ๑๘ พฤศจิกายน ๒๕๖๓ ณ ห้องประชุมใหญ่ รายละเอียดตามสิ่งที่ส่งมาด้วย\n\nจึงเรียนมาเพื่อโปรดพิจารณา', enclosures: ['กำหนดการ'], ...more,
  };
}
