import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'รายงานการประชุม',
    find: 'ค้นในรายงานนี้',
    search: 'ค้นหา',
    found: 'พบ {n} บรรทัด',
    notFound: 'ไม่พบคำนี้ในรายงาน',
    draft: 'ร่าง',
    draftText: 'ฉบับนี้ยังไม่รับรอง ข้อความเปลี่ยนได้',
    certified: 'รับรองแล้วเมื่อ {date}',
    pdf: 'เปิดเป็น PDF',
    parts: 'ส่วนของรายงาน',
    version: 'ฉบับที่ {n}',
    notYet: 'รายงานการประชุมครั้งนี้ยังไม่ส่งให้ท่านอ่าน',
    all: 'ค้นในรายงานทุกฉบับที่ท่านอ่านได้',
  },
  en: {
    title: 'Minutes',
    find: 'Find in these minutes',
    search: 'Find',
    found: '{n} lines found',
    notFound: 'Not found in these minutes',
    draft: 'Draft',
    draftText: 'Not certified yet; the text can still change',
    certified: 'Certified on {date}',
    pdf: 'Open as PDF',
    parts: 'Parts',
    version: 'Version {n}',
    notYet: 'The minutes of this meeting have not been sent to you yet',
    all: 'Search all minutes that you may read',
  },
});
