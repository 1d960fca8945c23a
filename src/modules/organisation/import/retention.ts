/** How long files that were checked and rows that were brought in are kept. The nightly erasure of the house forgets them. */
import { sql } from '../../../platform/db/database.ts';
import type { RetentionRule, RetentionState } from '../../../platform/retention/retention.ts';
import { numberSetting } from '../../../platform/settings/settings.ts';

/** A week: long enough for whoever waits for an answer before confirming; after it the house has changed, and the check with it. */
export const stagedImportDays = numberSetting({
  name: 'organisation.keep-staged-import-days',
  title: { th: 'เก็บไฟล์นำเข้าที่ยังไม่ยืนยันไว้กี่วัน', en: 'Days for which a checked file waits to be confirmed' },
  hint: { th: 'นับจากวันที่ตรวจไฟล์ครั้งล่าสุด พ้นแล้วระบบลบไฟล์และผลการตรวจ ต้องส่งไฟล์ใหม่', en: 'Counted from the last check. After that the file and its verdicts are erased; it must be sent again' },
  usual: 7, min: 1, max: 90,
});

export const importRowDays = numberSetting({
  name: 'organisation.keep-import-row-days',
  title: { th: 'เก็บรายละเอียดแต่ละแถวของไฟล์ที่นำเข้าแล้วไว้กี่วัน', en: 'Days for which rows of an imported file are kept' },
  hint: { th: 'ใช้ย้อนดูว่าไฟล์เปลี่ยนข้อมูลใดไปบ้าง รายการนำเข้าและบันทึกการดำเนินการยังอยู่', en: 'To look back at what a file changed. The import itself and the trail stay' },
  usual: 30, min: 1, max: 365,
});

function forgotten(what: 'staged' | 'rows'): Required<Pick<RetentionRule, 'state' | 'erase'>> {
  return {
    async state(tx) {
      const { rows } = await sql<RetentionState>`select held::int, oldest from organisation.table_imports_held(${what}::text)`.execute(tx.db);
      return rows[0] ?? { held: 0, oldest: null };
    },
    async erase(tx, before, atMost) {
      const { rows } = await sql<{ gone: number }>`select organisation.forget_table_imports(${what}::text, ${before}::timestamptz, ${atMost}::int) as gone`.execute(tx.db);
      return rows[0]?.gone ?? 0;
    },
  };
}

export const importRetention: readonly RetentionRule[] = [
  {
    name: 'staged-imports',
    title: { th: 'ไฟล์นำเข้าที่ยังไม่ยืนยัน', en: 'Files checked and not confirmed' },
    holds: { th: 'ข้อมูลบุคลากรและหน่วยงานในไฟล์ พร้อมผลการตรวจแต่ละแถว', en: 'Data of people and units in the file, with the verdict on each row' },
    basis: { th: 'หมดความจำเป็นเมื่อไม่มีผู้ยืนยัน', en: 'No longer needed once nobody confirms it' },
    days: stagedImportDays,
    ...forgotten('staged'),
  },
  {
    name: 'import-rows',
    title: { th: 'รายละเอียดของไฟล์ที่นำเข้าแล้ว', en: 'Rows of imported files' },
    holds: { th: 'ข้อมูลแต่ละแถวของไฟล์ ก่อนและหลังแก้ไข', en: 'Each row of the file, before and after the change' },
    basis: { th: 'ใช้ตรวจทานหลังนำเข้า', en: 'To look it over after the import' },
    days: importRowDays,
    ...forgotten('rows'),
  },
];

export const importSettings = [stagedImportDays, importRowDays];
