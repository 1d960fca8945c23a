import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'นำเข้ากรอบการประเมินจากไฟล์',
    sub: 'รับไฟล์ JSON ที่ส่งออกจากหน้ากรอบการประเมิน นำเข้าแล้วเป็นร่างฉบับถัดไปของปีนั้น',
    file: 'ไฟล์ JSON',
    fileHint: 'ระบบตรวจทั้งไฟล์ก่อน หากไม่ถูกต้องจะบอกตำแหน่งและไม่นำเข้าส่วนใดเลย',
    bring: 'ตรวจและนำเข้า',
    brought: 'นำเข้าแล้วเป็นร่าง กรุณาตรวจสอบ',
    same: 'ไฟล์นี้ตรงกับฉบับที่ {edition} ของปี {year} ทุกประการ จึงไม่ได้นำเข้าซ้ำ',
    taken: 'มีผู้ทำฉบับใหม่ของปีนี้ในเวลาเดียวกัน กรุณากดอีกครั้ง',
    act: 'นำเข้ากรอบการประเมินจากไฟล์',
  },
  en: {
    title: 'Bring in a framework from a file',
    sub: 'Takes the JSON file that a framework’s page gives. It comes in as a draft, the next edition of its year',
    file: 'JSON file',
    fileHint: 'The whole file is looked through first. If something is wrong the place is told and nothing comes in',
    bring: 'Look through and bring in',
    brought: 'It came in as a draft. Please look it through',
    same: 'The file is the same as edition {edition} of {year} in everything, so nothing was brought in',
    taken: 'Somebody made an edition of this year at the same time. Please press again',
    act: 'Framework brought in from a file',
  },
});
