// How long a checked file of an old register waits for somebody to confirm it. The nightly erasure of the house forgets it.
import { sql } from '../../../platform/db/database.ts';
import type { RetentionRule, RetentionState } from '../../../platform/retention/retention.ts';
import { numberSetting } from '../../../platform/settings/settings.ts';

/** A month: an old register is looked over row by row before anybody confirms it. */
export const stagedRegisterDays = numberSetting({
  name: 'correspondence.keep-staged-register-days',
  title: { th: 'เก็บไฟล์ทะเบียนเดิมที่ยังไม่ยืนยันไว้กี่วัน', en: 'Days for which a checked file of an old register waits' },
  hint: { th: 'นับจากวันที่ตรวจไฟล์ครั้งล่าสุด พ้นแล้วระบบลบไฟล์และผลการตรวจ ต้องส่งไฟล์ใหม่', en: 'Counted from the last check. After that the file and its verdicts are erased; it must be sent again' },
  usual: 30, min: 1, max: 180,
});

export const registerImportRetention: RetentionRule = {
  name: 'staged-registers',
  title: { th: 'ไฟล์ทะเบียนเดิมที่ยังไม่ยืนยัน', en: 'Old registers checked and not confirmed' },
  holds: { th: 'เรื่องและชื่อผู้เกี่ยวข้องในทะเบียน พร้อมผลการตรวจแต่ละแถว', en: 'Subjects and names in the register, with the verdict on each row' },
  basis: { th: 'หมดความจำเป็นเมื่อไม่มีผู้ยืนยัน', en: 'No longer needed once nobody confirms it' },
  days: stagedRegisterDays,
  async state(tx) {
    const { rows } = await sql<RetentionState>`select held::int, oldest from correspondence.register_imports_held()`.execute(tx.db);
    return rows[0] ?? { held: 0, oldest: null };
  },
  async erase(tx, before, atMost) {
    const { rows } = await sql<{ gone: number }>`select correspondence.forget_register_imports(${before}::timestamptz, ${atMost}::int) as gone`.execute(tx.db);
    return rows[0]?.gone ?? 0;
  },
};
