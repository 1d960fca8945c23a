import { sql } from 'kysely';
import type { PersonalDataSource } from '../../../platform/personal-data.ts';

/** Letters that the person who asks has opened or acknowledged: by whom is kept with the receipt. */
export const personalData: readonly PersonalDataSource[] = [
  {
    name: 'letters-opened',
    title: { th: 'หนังสือที่ฉันเปิดอ่านหรือรับทราบ', en: 'Letters that I opened or acknowledged' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select l.subject, r.label as received_as,
          case when r.first_opened_by = ${tx.actor.id} then r.first_opened_at end as opened_at, case when r.acknowledged_by = ${tx.actor.id} then r.acknowledged_at end as acknowledged_at
        from correspondence.letter_recipient r join correspondence.letter l on l.id = r.letter_id
        where r.first_opened_by = ${tx.actor.id} or r.acknowledged_by = ${tx.actor.id} order by r.letter_id desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
];
