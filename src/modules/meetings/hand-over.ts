// Minutes under a person's own name, when that person moves or retires.
import { sql } from 'kysely';
import type { HandOverSource } from '../organisation/index.ts';

/** Minutes that still wait for the pen or the check of a person; the successor takes that part over. */
export const minutesHandOver: HandOverSource = {
  key: 'meetings.minutes',
  label: { th: 'รายงานการประชุมที่รอจดหรือรอตรวจ', en: 'Minutes to be written or checked' },
  async count(tx, personId) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from meetings.under_name(${personId})`.execute(tx.db);
    return rows[0]?.n ?? 0;
  },
  async handOver(tx, { fromPersonId, toPersonId, day }) {
    const { rows } = await sql<{ id: number }>`select id from meetings.hand_over(${fromPersonId}, ${toPersonId}) as id`.execute(tx.db);
    return rows.map((row) => ({ action: 'meetings.minutes-handed-over', subject: { type: 'meetings.minutes', id: row.id }, detail: { from: fromPersonId, to: toPersonId, day } }));
  },
};
