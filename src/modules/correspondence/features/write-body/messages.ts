import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    label: 'เครื่องมือเขียนข้อความ',
    entry: 'เพิ่มข้อ',
    lower: 'เพิ่มข้อย่อย',
    table: 'เพิ่มตาราง',
    undo: 'เลิกทำ',
    paste: 'วางจาก Word หรือ Excel ได้ ย่อหน้า เลขข้อ และตารางยังอยู่',
    tableWords: '| ลำดับ | รายการ | จำนวน |\n| 1 |  |  |\n| 2 |  |  |',
  },
  en: {
    label: 'Tools for the text',
    entry: 'Numbered item',
    lower: 'Item below',
    table: 'Table',
    undo: 'Undo',
    paste: 'Paste from Word or Excel: paragraphs, numbering and tables are kept',
    tableWords: '| ลำดับ | รายการ | จำนวน |\n| 1 |  |  |\n| 2 |  |  |',
  },
});
