import { sql } from 'kysely';
import type { PersonalDataSource } from '../../../platform/personal-data.ts';

/** Tasks of the person who asks. */
export const personalData: readonly PersonalDataSource[] = [
  {
    name: 'tasks',
    title: { th: 'งานที่มอบหมายแก่ฉัน', en: 'Tasks given to me' },
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select t.title, t.state, t.assigned_on::text, t.due_on::text, t.source_reference, t.reported_at, t.closed_at
        from assignments.task t where exists (select 1 from assignments.task_party p where p.task_id = t.id and p.party_id = ${tx.actor.id}) order by t.id desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
];
