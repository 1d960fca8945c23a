import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'วิธีคิดค่าและแหล่งค่าวัด', sub: 'กำหนดว่าค่าของตัวชี้วัดได้มาอย่างไร การเปลี่ยนมีผลกับค่าที่บันทึกครั้งต่อไป',
    f_measure: 'ค่าวัดของระบบงาน', f_measureHint: 'เลือกแล้วดึงค่าได้เองเมื่อสิ้นรอบ', f_reserved: 'ชื่อค่าวัดที่จองไว้', f_reservedHint: 'สำหรับระบบงานที่ยังไม่มี เช่น catalogue.milestones ระหว่างนี้กรอกค่าพร้อมหลักฐาน', noMeasure: 'ไม่ผูก (กรอกค่าพร้อมหลักฐาน)',
    f_share: 'ค่าที่ใช้', 'share.percent': 'ร้อยละ (ตัวตั้ง ÷ ตัวหาร × 100)', 'share.count': 'จำนวน (ตัวตั้ง)', f_rule: 'การนับขั้น', 'rule.cumulative': 'นับต่อเนื่องจากขั้นแรก', 'rule.counted': 'นับทุกขั้นที่แล้วเสร็จ',
    f_levels: 'ระดับที่สำรวจ', f_levelsHint: 'หนึ่งบรรทัดต่อหนึ่งระดับ เช่น รับรู้ เข้าใจ เชื่อมั่น นำไปใช้ประโยชน์', f_formula: 'สูตร', 'formula.mean': 'ค่าเฉลี่ยของทุกระดับ', 'formula.lowest': 'ระดับที่ต่ำที่สุด', 'formula.level': 'ระดับเดียว', f_level: 'ระดับที่ใช้',
    f_beforeScore: 'คะแนนปีที่ผ่านมา', f_beforeGroup: 'กลุ่มปีที่ผ่านมา', save: 'บันทึกวิธีคิด', saved: 'บันทึกวิธีคิดแล้ว', stale: 'มีผู้แก้พร้อมกับท่าน สิ่งที่ท่านพิมพ์ยังอยู่ ตรวจแล้วบันทึกอีกครั้ง', levelNeeded: 'ระบุระดับที่ใช้ ให้ตรงกับรายการข้างบน', nameBad: 'ชื่อค่าวัดเป็นแบบ module.name ตัวอักษรอังกฤษพิมพ์เล็ก', bothNames: 'เลือกค่าวัดแล้ว ไม่ต้องกรอกชื่อที่จองไว้', scoreBad: 'คะแนนต้องเป็นตัวเลข', readOnly: 'เฉพาะฝ่ายเลขานุการแก้ไขได้', now: 'ขณะนี้',
  },
  en: {
    title: 'How the value is made, and its measure', sub: 'Where the value of the indicator comes from. A change counts for values from now on.',
    f_measure: 'Measure of a working system', f_measureHint: 'Its value can then be taken, and is taken at the end of a round', f_reserved: 'Reserved name', f_reservedHint: 'For a system that does not exist yet, for instance catalogue.milestones: values are typed with evidence meanwhile', noMeasure: 'None (typed, with evidence)',
    f_share: 'What is used', 'share.percent': 'Per cent (numerator ÷ denominator × 100)', 'share.count': 'Count (numerator)', f_rule: 'How steps count', 'rule.cumulative': 'Without a gap from the first', 'rule.counted': 'Every step that is done',
    f_levels: 'Levels of the survey', f_levelsHint: 'One to a line', f_formula: 'Formula', 'formula.mean': 'Mean of all levels', 'formula.lowest': 'The lowest level', 'formula.level': 'One level', f_level: 'Level used',
    f_beforeScore: 'Score of the year before', f_beforeGroup: 'Group of the year before', save: 'Save', saved: 'Saved', stale: 'Somebody else changed this at the same time. What you typed is still here: look and save again.', levelNeeded: 'Name one of the levels above', nameBad: 'A measure is named module.name, in small letters', bothNames: 'A measure is chosen: leave the reserved name empty', scoreBad: 'A score is a number', readOnly: 'Only the secretariat changes this', now: 'Now',
  },
});
