// A small, correct set of minutes for tests; `sampleMinutes({...})` changes what a test is about.
import { minutesDocumentSchema } from '../minutes-document.ts';
import type { MinutesDocument, MinutesLine } from '../minutes-document.ts';

/** Lines of the one item for consideration can be given; all else is fixed. */
export function sampleMinutes(lines?: MinutesLine[], changes: Partial<MinutesDocument['header']> = {}): MinutesDocument {
  return minutesDocumentSchema.parse({
    header: {
      titleLines: ['คณะทำงานจัดการขยะในสถานที่ราชการ', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ครั้งที่ ๒/๒๕๖๖'],
      committeeName: 'คณะทำงานจัดการขยะในสถานที่ราชการ',
      number: 2,
      year: 2566,
      date: '2023-02-14',
      plannedStart: '09:30',
      plannedEnd: '12:00',
      actualStart: '09:30',
      actualEnd: '12:00',
      place: 'ห้องประชุม ๓ ชั้น ๕',
      fiscalYear: 2566,
      ...changes,
    },
    attendance: {
      members: [
        { id: 'm1', personName: 'นายก้องภพ ใจกล้า', position: 'รองอธิบดีกรมตัวอย่าง', role: 'ประธาน', kind: 'member', unit: 'กตย.' },
        { id: 'm2', personName: 'นางสาวขวัญข้าว นาดี', position: 'ผู้อำนวยการกองกลาง', role: 'คณะทำงานและเลขานุการ', kind: 'member', unit: 'กกล.' },
      ],
      participants: [{ id: 'p1', personName: 'นายคมสัน ทองมา', position: 'นักวิชาการสิ่งแวดล้อมชำนาญการ', unit: 'กสว.' }],
      absent: [],
    },
    sections: [
      { id: 's1', kind: 'chair-informs', items: [{ id: 'i1', title: '', lines: [
        { id: 'l1', kind: 'statement', speaker: { position: 'ประธาน' }, text: 'แจ้งว่า กรมต้องลดปริมาณขยะในปีนี้' },
        { id: 'l2', kind: 'resolution', resolutions: ['acknowledge'], text: 'รับทราบ', assignments: [] },
      ] }] },
      { id: 's2', kind: 'for-consideration', items: [{ id: 'i2', title: 'แผนลดปริมาณขยะ', lines: lines ?? [
        { id: 'l3', kind: 'statement', speaker: { name: 'นายคมสันฯ', unit: 'กสว.' }, text: 'เสนอแผนลดปริมาณขยะต่อที่ประชุม' },
        { id: 'l4', kind: 'table', columns: ['รายการ', 'น้ำหนัก'], rows: [['ลดพลาสติก', '๖๐'], ['คัดแยกขยะ', '๔๐']] },
        { id: 'l5', kind: 'resolution', resolutions: ['agree', 'assign'], text: 'เห็นชอบ และมอบหมายให้ กสว. จัดทำคู่มือ', assignments: [
          { id: 'a1', owners: [{ text: 'กสว.' }], task: 'จัดทำคู่มือ', due: { kind: 'date', date: '2023-03-15' } },
        ] },
      ] }] },
    ],
    signatures: {
      drafter: { personName: 'นายคมสัน ทองมา', position: 'นักวิชาการสิ่งแวดล้อมชำนาญการ', caption: 'ผู้จดรายงานการประชุม' },
      checker: { personName: 'นางสาวขวัญข้าว นาดี', position: 'ผู้อำนวยการกองกลาง', caption: 'ผู้ตรวจรายงานการประชุม' },
    },
  });
}
