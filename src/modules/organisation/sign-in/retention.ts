import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { historyDays } from './settings.ts';

/** Sign-ins are erased by the upkeep of sign-ins, together with what else of them has run out. */
export const signInRetention: RetentionRule = {
  name: 'sign-ins',
  title: { th: 'ประวัติการเข้าสู่ระบบ', en: 'History of sign-ins' },
  holds: { th: 'เวลา วิธี ผล ที่อยู่ IP และเบราว์เซอร์ของการเข้าสู่ระบบแต่ละครั้ง', en: 'Time, way, outcome, IP address and browser of each sign-in' },
  basis: { th: 'ข้อมูลจราจรไม่น้อยกว่า 90 วัน (พ.ร.บ. ว่าด้วยการก\u2060ระทำความผิดเกี่ยวกับคอมพิวเตอร์ พ.ศ. 2550 มาตรา 26)', en: 'Traffic data of at least 90 days (Act on Computer-related Crime B.E. 2550, section 26)' },
  days: historyDays,
};
