// Upkeep of sign-ins, by the machine's time as they are.
import { z } from 'zod';
import { sql } from '../../platform/db/database.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';
import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { historyDays } from './sign-in/settings.ts';

/** Deletes sign-ins that are older than the office keeps them, with steps, counters and browsers of long ago. */
export const sweepSignInsJob = defineJob({
  name: 'organisation.sweep-sign-ins',
  title: { th: 'ลบประวัติการเข้าสู่ระบบที่พ้นกำหนดเก็บ', en: 'Delete sign-ins past their time' },
  payload: z.object({}),
  async run(_payload, { write }) {
    await write(async (tx) => {
      const days = await readSetting(tx, historyDays);
      const { rows } = await sql<{ gone: number }>`select organisation.sweep_sign_ins(${days}::int) as gone`.execute(tx.db);
      const gone = rows[0]?.gone ?? 0;
      return { value: null, audit: gone > 0 ? [{ action: 'organisation.sign-ins-swept', subject: { type: 'organisation.sign-in', id: null }, detail: { gone, days } }] : [] };
    });
  },
});

export const recurring: readonly RecurringJob[] = [{ job: sweepSignInsJob, when: { cron: '20 19 * * *' } }];
