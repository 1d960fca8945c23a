import { readConfig } from '../platform/config.ts';
import type { Command } from './command.ts';
import { withKrom } from './house.ts';

async function bringUpToDate(): Promise<number> {
  return withKrom(readConfig(), async ({ migrated }) => {
    console.log(migrated.length === 0 ? 'ฐานข้อมูลเป็นรุ่นปัจจุบันแล้ว / The database is up to date' : `ปรับปรุงแล้ว / Brought up to date: ${migrated.join(', ')}`);
    return 0;
  });
}

export const migrateCommand: Command = {
  name: 'migrate',
  purpose: { th: 'ปรับปรุงฐานข้อมูลให้ตรงกับโปรแกรมรุ่นนี้ โดยไม่เปิดให้บริการ', en: 'bring the database up to date with this program, without opening the house' },
  run: bringUpToDate,
};
