import { listSetting } from '../../../platform/settings/settings.ts';

/** Under which licence scores are published: a line of name, a line of its address. Laws and wishes differ, so it is data. */
export const openDataLicence = listSetting<string>({
  name: 'performance.open-data-licence',
  title: { th: 'สัญญาอนุญาตของข้อมูลเปิดคะแนนตัวชี้วัด', en: 'Licence of the open data of scores' },
  hint: { th: 'บรรทัดแรกเป็นชื่อสัญญาอนุญาต บรรทัดต่อไปเป็นเงื่อนไขหรือที่อยู่เว็บ (ถ้ามี)', en: 'Name of the licence in the first line; conditions or an address in the next ones' },
  usual: ['ใช้ ทำซ้ำ และเผยแพร่ต่อได้โดยอ้างอิงแหล่งที่มา'],
  read: (line) => (line.length >= 2 && line.length <= 300 ? line : undefined),
  write: (line) => line,
  accept: (stored) => (Array.isArray(stored) && stored.every((line) => typeof line === 'string') ? stored as string[] : undefined),
});
