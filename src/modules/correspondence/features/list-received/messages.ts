import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    sub: 'หนังสือเวียนที่ส่งถึงท่าน ตำแหน่งของท่าน หรือหน่วยงานของท่าน',
    all: 'ทั้งหมด',
    unread: 'ยังไม่ได้อ่าน',
    none: 'ไม่มีหนังสือเวียน',
    noneText: 'เมื่อมีหนังสือเวียนส่งถึงท่านหรือหน่วยงาน จะปรากฏที่นี่',
    noneFound: 'ไม่พบหนังสือเวียนตามเงื่อนไขนี้',
    noneFoundText: 'ลองเปลี่ยนปีหรือคำค้น',
    compose: 'ร่างหนังสือเวียน',
    recalled: 'ถูกเรียกคืน',
  },
  en: {
    sub: 'Circulars addressed to you, to your post or to your unit',
    all: 'All',
    unread: 'Unread',
    none: 'No circulars',
    noneText: 'Circulars addressed to you or your unit appear here.',
    noneFound: 'No circular matches',
    noneFoundText: 'Try another year or other words.',
    compose: 'Draft a circular',
    recalled: 'Recalled',
  },
});
