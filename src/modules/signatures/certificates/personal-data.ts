import { sql } from '../../../platform/db/database.ts';
import type { PersonalDataSource } from '../../../platform/personal-data.ts';
import { m } from './messages.ts';

/** Certificates of the person who asks; of the key only that it is kept. */
export const personalData: readonly PersonalDataSource[] = [
  {
    name: 'certificates',
    title: m.words('title'),
    async read(tx, atMost) {
      const { rows } = await sql<Record<string, unknown>>`select c.kind, c.state, c.requested_name, c.requested_post, c.requested_email, c.requested_at, c.subject, c.issuer, c.serial, c.valid_from, c.valid_to,
          c.handed_by_name, c.handed_at, c.identity_check, c.ended_on::text, c.ended_reason, k.kept_at as key_kept_since
        from signatures.certificate c left join signatures.certificate_key k on k.certificate_id = c.id where c.person_id = ${tx.actor.id} order by c.id desc limit ${atMost}`.execute(tx.db);
      return rows;
    },
  },
];
