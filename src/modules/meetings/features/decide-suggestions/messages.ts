import { defineMessages } from '../../../../platform/words.ts';
import type { Words } from '../../../../platform/words.ts';
import type { ConflictCode } from '../../domain/suggestions.ts';

export const messages = defineMessages({
  th: {
    title: 'พิจารณาข้อเสนอแก้ไข',
    sub: '{n} ข้อ จาก {units} หน่วยงาน',
    outcome: 'ผลการพิจารณา',
    accept: 'รับ',
    decline: 'ไม่รับ',
    reason: 'เหตุผล',
    reasonHint: 'ต้องมีเมื่อไม่รับ',
    wording: 'ข้อความที่จะใช้แทนข้อเสนอ',
    wordingSummary: 'รับโดยปรับถ้อยคำ',
    submit: 'บันทึกผลและรับรองรายงาน',
    busy: 'กำลังจัดทำฉบับแก้ไข',
    acceptAll: 'เลือกรับทุกข้อที่ไม่ขัดกัน',
    conflict: 'ขัดกับข้อเสนออื่นในข้อความเดียวกัน รับได้ข้อเดียว',
    late: 'เสนอหลังพ้นกำหนด',
    remarks: 'ข้อสังเกตจากหน่วยงาน',
    decided: 'รับ {accepted} ข้อ ไม่รับ {declined} ข้อ รายงานได้รับการรับรองแล้ว',
    choose: 'เลือกรับหรือไม่รับ',
    whyNot: 'บอกเหตุผลที่ไม่รับ',
    notAll: 'ยังไม่ได้พิจารณา {n} ข้อ',
    nothing: 'ไม่มีข้อเสนอที่รอพิจารณา',
    nothingText: 'ข้อเสนอจะเปิดให้พิจารณาเมื่อทุกหน่วยงานตอบหรือครบกำหนด',
    running: 'การเวียนยังไม่ครบกำหนด มีข้อเสนอที่ส่งแล้ว {n} ข้อ',
    progress: 'ดูความคืบหน้าการเวียน',
    changed: 'มีข้อเสนอเปลี่ยนไประหว่างพิจารณา ตรวจอีกครั้ง',
    note: 'เมื่อบันทึก ระบบจัดทำฉบับแก้ไข ผูกทุกคำที่เปลี่ยนกับข้อเสนอและผลการพิจารณา แจ้งทุกหน่วยงาน และล็อกรายงาน',
    gone: 'บรรทัดนี้ไม่มีแล้ว',
    originalChanged: 'ข้อความเดิมไม่ตรงกับที่เสนอ',
    ambiguous: 'คำเดิมปรากฏหลายแห่งในบรรทัด ระบุไม่ได้ว่าแห่งใด',
    overlaps: 'ทับกับข้อเสนออื่นที่รับแล้ว',
    invalid: 'ผลที่ได้ไม่เป็นรายงานที่สมบูรณ์ เช่น เวลาผิดรูปแบบ',
  },
  en: {
    title: 'Decide the suggestions',
    sub: '{n}, from {units} units',
    outcome: 'Decision',
    accept: 'Accept',
    decline: 'Decline',
    reason: 'Reason',
    reasonHint: 'Needed to decline',
    wording: 'Words to use instead',
    wordingSummary: 'Accept in other words',
    submit: 'Record and certify',
    busy: 'Making the corrected version',
    acceptAll: 'Choose accept wherever nothing conflicts',
    conflict: 'Conflicts with another suggestion on the same words: only one can be accepted',
    late: 'Late suggestion',
    remarks: 'Remarks of units',
    decided: '{accepted} accepted, {declined} declined, the minutes are certified',
    choose: 'Accept or decline',
    whyNot: 'Say why it is declined',
    notAll: '{n} are not decided',
    nothing: 'No suggestions wait',
    nothingText: 'They can be decided when every unit has answered or the time is over',
    running: 'The circulation still runs, {n} suggestions are in',
    progress: 'See the progress',
    changed: 'A suggestion has changed meanwhile. Please look again',
    note: 'The corrected version is made, every changed word tied to its suggestion and decision; all units are told and the minutes are locked',
    gone: 'That line is gone',
    originalChanged: 'The words are not as they were when it was made',
    ambiguous: 'The words stand more than once in the line',
    overlaps: 'Overlaps an accepted suggestion',
    invalid: 'The result would not be valid minutes',
  },
});

const conflicts: Readonly<Record<ConflictCode, Parameters<typeof messages.words>[0]>> = {
  'line-gone': 'gone', 'field-gone': 'gone', 'original-changed': 'originalChanged', 'original-ambiguous': 'ambiguous', 'overlaps-accepted': 'overlaps', 'invalid-result': 'invalid',
};

export function conflictWords(code: ConflictCode): Words {
  return messages.words(conflicts[code]);
}
