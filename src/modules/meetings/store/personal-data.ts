import { sql } from 'kysely';
import type { PersonalDataSource } from '../../../platform/personal-data.ts';

/** Invitations of the person who asks, with the reply. */
export const personalData: readonly PersonalDataSource[] = [
  {
    name: 'invitations',
    title: { th: 'คำเชิญประชุมและคำตอบ', en: 'Invitations to meetings and replies' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select m.title as meeting, m.held_on::text, i.role, i.reply, i.reason, i.representative_name, i.sent_at, i.opened_at
        from meetings.invitation i join meetings.meeting m on m.id = i.meeting_id where i.person_id = ${tx.actor.id} order by m.held_on desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
];
