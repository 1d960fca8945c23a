import { defineMessages } from '../../platform/words.ts';

/** Words that several rooms of the module share; each screen has its own beside it. */
export const messages = defineMessages({
  th: {
    module: 'ผลการปฏิบัติราชการ',
    permRead: 'ดูตัวชี้วัด ผล และคะแนน',
    permReport: 'กรอกแบบและรายงานผลตัวชี้วัดของหน่วยงานตน',
    permKeep: 'ดูแลกรอบ ตัวชี้วัด และรอบการรายงาน',
    permApprove: 'เห็นชอบค่าเป้าหมายและผลของกรม',
    permAssess: 'ประเมินสถานะ PMQA 4.0 ในฐานะผู้ตรวจ',
    noYear: 'ยังไม่ได้เริ่มปีการประเมิน',
    noYearText: 'เมื่อฝ่ายเลขานุการเริ่มปี ตัวชี้วัดของปีจะแสดงที่นี่',
    noYearKeeper: 'เลือกกรอบการประเมินแล้วเริ่มปี จากนั้นเพิ่มตัวชี้วัดได้ทันที',
    beginYear: 'เริ่มปีการประเมิน',
    'find.error': 'ต้องแก้ไข',
    'find.warning': 'ควรตรวจสอบ',
    'find.none': 'ไม่พบข้อที่ต้องแก้ไข',
    'find.errors': 'ต้องแก้ไข {n} จุด',
    'find.warnings': 'ควรตรวจสอบ {n} จุด',
  },
  en: {
    module: 'Performance',
    permRead: 'See indicators, results and scores',
    permReport: 'Fill in forms and report results of one’s own unit’s indicators',
    permKeep: 'Keep frameworks, indicators and rounds of reporting',
    permApprove: 'Approve targets and results of the department',
    permAssess: 'Assess PMQA 4.0 as an assessor',
    noYear: 'No year has been begun yet',
    noYearText: 'Once the secretariat begins a year, its indicators stand here.',
    noYearKeeper: 'Choose a framework and begin the year; indicators can be added at once.',
    beginYear: 'Begin a year',
    'find.error': 'Correct',
    'find.warning': 'Check',
    'find.none': 'Nothing to correct was found',
    'find.errors': '{n} to correct',
    'find.warnings': '{n} to check',
  },
});
