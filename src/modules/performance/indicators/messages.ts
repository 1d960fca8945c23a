import { defineMessages } from '../../../platform/words.ts';

/** Words that several screens of the room share. */
export const messages = defineMessages({
  th: {
    sheet: 'ตัวชี้วัดปีงบประมาณ พ.ศ. {year}', sheetShort: 'ตัวชี้วัด', indicatorN: 'ตัวชี้วัดที่ {key}', indicator: 'ตัวชี้วัด',
    'state.draft': 'กำลังจัดทำ', 'state.final': 'กำหนดแล้ว', 'state.cancelled': 'ยกเลิก',
    tabForm: 'แบบรายละเอียด', tabCopy: 'คัดลอกรายช่อง', tabLinks: 'ความเชื่อมโยง', tabNotes: 'โครงการ ความเสี่ยง และหลักฐาน', tabVersions: 'ฉบับที่บันทึก',
    tabSheet: 'ตารางตัวชี้วัด', tabProjects: 'โครงการและงบประมาณ', tabReports: 'รายงานแผนการปฏิรูปประเทศ',
    savedBy: 'บันทึกล่าสุดโดย {name} เมื่อ {at}', neverSaved: 'ยังไม่มีผู้กรอกแบบ',
    key: 'ลำดับ', name: 'ชื่อตัวชี้วัด', component: 'องค์ประกอบ', tags: 'แนวทาง', weight: 'น้ำหนัก', parent: 'อยู่ใต้ตัวชี้วัด', measuring: 'วิธีวัดผล', measureName: 'ชื่อค่าในระบบงาน',
    owners: 'หน่วยงานกำกับ', doers: 'หน่วยงานดำเนินการ', supports: 'หน่วยงานสนับสนุน', ladder: 'เกณฑ์การให้คะแนน', scoreOf: '{score} คะแนน', noLadder: 'ยังไม่กำหนดค่าเป้าหมาย', phone: 'โทร. {phone}',
    'measuring.milestones': 'ขั้นตอนตามแผน 12 เดือน', 'measuring.staged-approval': 'ความเห็นชอบตามลำดับชั้น', 'measuring.survey': 'ร้อยละจากการสำรวจ', 'measuring.service-level': 'ระดับ e-Service', 'measuring.assessment': 'คะแนนการประเมิน', 'measuring.manual': 'กรอกค่าพร้อมหลักฐาน',
    'link.national-strategy': 'ยุทธศาสตร์ชาติ', 'link.master-plan': 'แผนแม่บทภายใต้ยุทธศาสตร์ชาติ', 'link.reform-plan': 'แผนการปฏิรูปประเทศ', 'link.cabinet-resolution': 'มติคณะรัฐมนตรี', 'link.meeting-resolution': 'มติที่ประชุม', 'link.sdg': 'เป้าหมายการพัฒนาที่ยั่งยืน (SDGs)', 'link.other': 'อื่น ๆ',
    save: 'บันทึก', cancel: 'ไม่บันทึก', add: 'เพิ่ม', edit: 'แก้ไข', saved: 'บันทึกแล้ว', stale: 'มีผู้แก้ไขรายการนี้ไปก่อนแล้ว กรุณาตรวจค่าล่าสุดแล้วบันทึกอีกครั้ง', none: '–',
    closedYear: 'ปีนี้ปิดแล้ว แก้ไขไม่ได้', pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel', zip: 'ชุดหลักฐาน (ZIP)',
  },
  en: {
    sheet: 'Indicators of fiscal year {year}', sheetShort: 'Indicators', indicatorN: 'Indicator {key}', indicator: 'Indicator',
    'state.draft': 'Being drawn up', 'state.final': 'Settled', 'state.cancelled': 'Cancelled',
    tabForm: 'The form', tabCopy: 'Copy by field', tabLinks: 'What it serves', tabNotes: 'Projects, risks and evidence', tabVersions: 'Saved versions',
    tabSheet: 'The sheet', tabProjects: 'Projects and budget', tabReports: 'Reports on the reform plan',
    savedBy: 'Last saved by {name}, {at}', neverSaved: 'Nobody has filled in the form yet',
    key: 'No.', name: 'Name of the indicator', component: 'Component', tags: 'Guideline', weight: 'Weight', parent: 'Stands under', measuring: 'How it is measured', measureName: 'Name of the measure',
    owners: 'Owning units', doers: 'Doing units', supports: 'Supporting units', ladder: 'Scoring', scoreOf: '{score} points', noLadder: 'No target yet', phone: 'Tel. {phone}',
    'measuring.milestones': 'Milestones over 12 months', 'measuring.staged-approval': 'Staged approval', 'measuring.survey': 'Percentage of a survey', 'measuring.service-level': 'Level of an e-service', 'measuring.assessment': 'Score of an assessment', 'measuring.manual': 'Typed with evidence',
    'link.national-strategy': 'National strategy', 'link.master-plan': 'Master plan', 'link.reform-plan': 'National reform plan', 'link.cabinet-resolution': 'Cabinet resolution', 'link.meeting-resolution': 'Resolution of a meeting', 'link.sdg': 'Sustainable development goal', 'link.other': 'Other',
    save: 'Save', cancel: 'Do not save', add: 'Add', edit: 'Change', saved: 'Saved', stale: 'Somebody changed this before you. Look at what it says now and save again.', none: '–',
    closedYear: 'This year is closed', pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel', zip: 'Evidence (ZIP)',
  },
});
