import { numberSetting, type AnySetting } from '../../platform/settings/settings.ts';
import { platformLog, type PlatformLog, type RetentionRule } from '../../platform/retention/retention.ts';
import type { Words } from '../../platform/words.ts';

interface LogOfTheHouse {
  readonly log: PlatformLog;
  readonly title: Words;
  readonly holds: Words;
  readonly basis: Words;
  readonly usual: number;
  readonly min: number;
}

const logs: readonly LogOfTheHouse[] = [
  {
    log: 'access-log', usual: 730, min: 90,
    title: { th: 'บันทึกการเปิดดู', en: 'Access log' },
    holds: { th: 'ใครเปิดหนังสือ รายงาน หรือข้อมูลบุคคลใด เมื่อใด', en: 'Who opened which letter, minutes or personal record, and when' },
    basis: { th: 'ข้อมูลจราจรไม่น้อยกว่า 90 วัน (พ.ร.บ. ว่าด้วยการก\u2060ระทำความผิดเกี่ยวกับคอมพิวเตอร์ พ.ศ. 2550 มาตรา 26)', en: 'Traffic data of at least 90 days (Act on Computer-related Crime B.E. 2550, section 26)' },
  },
  {
    log: 'notifications', usual: 365, min: 30,
    title: { th: 'การแจ้งเตือนที่อ่านแล้ว', en: 'News that were read' },
    holds: { th: 'ข้อความแจ้งเตือนถึงแต่ละคน', en: 'What each person was told' },
    basis: { th: 'หมดความจำเป็นเมื่ออ่านแล้ว เก็บไว้ให้ย้อนดู', en: 'No longer needed once read; kept to look back' },
  },
  {
    log: 'mail', usual: 180, min: 30,
    title: { th: 'จดหมายที่ส่งแล้ว', en: 'Mail that was sent' },
    holds: { th: 'อีเมลผู้รับและข้อความที่ระบบส่ง', en: 'Addresses and words of mail sent by the system' },
    basis: { th: 'ใช้ตรวจว่าส่งถึงหรือไม่', en: 'To find out whether it arrived' },
  },
  {
    log: 'answers', usual: 30, min: 2,
    title: { th: 'คำตอบของแบบฟอร์มที่ส่งแล้ว', en: 'Answers of forms already sent' },
    holds: { th: 'ผลของการส่งครั้งแรก เพื่อให้ส่งซ้ำแล้วไม่ทำซ้ำ', en: 'The first outcome, so that sending twice does not act twice' },
    basis: { th: 'ใช้เฉพาะช่วงที่แบบฟอร์มยังอาจถูกส่งซ้ำ', en: 'Needed only while a form may come again' },
  },
  {
    log: 'timers', usual: 365, min: 30,
    title: { th: 'กำหนดเวลาที่ผ่านไปแล้ว', en: 'Timers that have run' },
    holds: { th: 'กำหนดเตือนและกำหนดปิดของระเบียน', en: 'Reminders and deadlines of records' },
    basis: { th: 'ใช้ตรวจว่าระบบเตือนตามกำหนดหรือไม่', en: 'To find out whether reminders went out' },
  },
];

/** Logs of the platform itself; other modules declare theirs. */
export const houseRules: readonly RetentionRule[] = logs.map(({ log, title, holds, basis, usual, min }) => ({
  name: log,
  title,
  holds,
  basis,
  days: numberSetting({
    name: `privacy.keep-${log}-days`,
    title: { th: `${title.th}: เก็บไว้กี่วัน`, en: `${title.en}: days kept` },
    hint: { th: `ไม่น้อยกว่า ${min} วัน ระบบลบส่วนที่เก่ากว่านี้ทุกคืน`, en: `At least ${min} days. What is older is erased every night` },
    usual, min, max: 36_500,
  }),
  ...platformLog(log),
}));

export const settings: readonly AnySetting[] = houseRules.map((rule) => rule.days);
