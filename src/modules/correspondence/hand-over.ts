// Drafts of letters under a person's own name, when that person moves or retires.
import { sql } from 'kysely';
import { personName, type HandOverSource } from '../organisation/index.ts';

/** Drafts that a person keeps; the successor goes on with them. They stay with the unit whose letters they are. */
export const draftsHandOver: HandOverSource = {
  key: 'correspondence.drafts',
  label: { th: 'ร่างหนังสือ', en: 'Drafts of letters' },
  async count(tx, personId) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from correspondence.drafts_under_name(${personId})`.execute(tx.db);
    return rows[0]?.n ?? 0;
  },
  async handOver(tx, { fromPersonId, toPersonId, day }) {
    const name = await personName(tx, toPersonId);
    const { rows } = await sql<{ id: number }>`select id from correspondence.hand_over_drafts(${fromPersonId}, ${toPersonId}, ${name ?? ''}) as id`.execute(tx.db);
    return rows.map((row) => ({ action: 'correspondence.draft-handed-over', subject: { type: 'correspondence.letter', id: row.id }, detail: { from: fromPersonId, to: toPersonId, day } }));
  },
};
