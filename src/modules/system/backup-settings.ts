import type { BackupKind, Keep } from '../../platform/backups/backups.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { listSetting, numberSetting, readSetting, type AnySetting } from '../../platform/settings/settings.ts';

/** How an office wants its backups. Where they go is said at the machine (KROM_BACKUPS), not on a page. */

const hour = numberSetting({
  name: 'system.backup-hour',
  title: { th: 'เวลาสำรองข้อมูลทุกคืน (ชั่วโมง)', en: 'Hour of the nightly backup' },
  hint: { th: '0 ถึง 23 ตามเวลากรุงเทพฯ ถ้าเครื่องปิดอยู่จะทำเมื่อเปิด', en: '0 to 23, Bangkok time. Where the machine was off, it is made when it is on again' },
  usual: 2,
  min: 0,
  max: 23,
});

const kept = (name: string, th: string, en: string, usual: number, min: number) =>
  numberSetting({
    name: `system.backups-${name}`,
    title: { th: `ไฟล์สำรอง${th}ที่เก็บไว้ (ชุด)`, en: `${en} backups that stay` },
    hint: { th: 'ของแต่ละชนิด ชุดล่าสุดไม่ถูกลบเสมอ', en: 'Of each kind; the newest always stays' },
    usual,
    min,
    max: 400,
  });
const daily = kept('daily', 'รายวัน', 'Daily', 7, 1);
const weekly = kept('weekly', 'รายสัปดาห์', 'Weekly', 5, 0);
const monthly = kept('monthly', 'รายเดือน', 'Monthly', 12, 0);

const drillDays = numberSetting({
  name: 'system.backup-drill-days',
  title: { th: 'ลองกู้คืนไฟล์สำรองล่าสุดทุกกี่วัน', en: 'Days between drills' },
  hint: { th: '0 คือไม่ลองเอง การลองใช้พื้นที่ชั่วคราวเท่าข้อมูลทั้งหมด', en: '0 is never. A drill takes temporary room for all data' },
  usual: 7,
  min: 0,
  max: 365,
});

const kindNames: readonly (readonly [BackupKind, string])[] = [['physical', 'กายภาพ'], ['logical', 'ตรรกะ']];
const isKind = (value: unknown): value is BackupKind => value === 'physical' || value === 'logical';

const kinds = listSetting<BackupKind>({
  name: 'system.backup-kinds',
  title: { th: 'ชนิดของไฟล์สำรองที่ทำทุกคืน', en: 'Kinds of the nightly backup' },
  hint: {
    th: 'บรรทัดละชนิด: physical (เร็ว กู้คืนได้กับรุ่นเดิมของฐานข้อมูล) หรือ logical (ใช้ข้ามรุ่นและข้ามเซิร์ฟเวอร์ได้) เว้นว่างคือตามที่เหมาะกับฐานข้อมูล',
    en: 'One a line: physical (fast, for the same version of the database) or logical (for any version and server). Empty: as fits the database',
  },
  usual: [],
  read: (line) => kindNames.find(([kind, thai]) => line.toLowerCase() === kind || line === thai)?.[0],
  write: (kind) => kind,
  accept: (stored) => (Array.isArray(stored) && stored.every(isKind) ? [...new Set(stored)] : undefined),
});

export const backupSettings: readonly AnySetting[] = [hour, kinds, daily, weekly, monthly, drillDays];

export interface BackupPlan {
  readonly hour: number;
  /** Empty: as fits the database. */
  readonly kinds: readonly BackupKind[];
  readonly keep: Keep;
  /** 0: never. */
  readonly drillDays: number;
}

export async function readBackupPlan(tx: ReadTx): Promise<BackupPlan> {
  return {
    hour: await readSetting(tx, hour),
    kinds: await readSetting(tx, kinds),
    keep: { daily: await readSetting(tx, daily), weekly: await readSetting(tx, weekly), monthly: await readSetting(tx, monthly) },
    drillDays: await readSetting(tx, drillDays),
  };
}
