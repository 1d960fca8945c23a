// Drafts of a unit that is no longer there: nobody stands for the unit, so nobody would see them. They are opened to the
// keepers of routes, who give each to another unit. Restricted ones stay with the persons who wrote and sign them.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { notify } from '../../platform/notify/notify.ts';
import { can } from '../../platform/access/actor.ts';
import type { AuditEntry } from '../../platform/audit/audit.ts';
import { fail, ok, type Result } from '../../platform/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { unitsActiveOn } from '../organisation/index.ts';
import { senderOn } from './office.ts';
import { receivedNews } from './received/news.ts';
import { messages } from './received/messages.ts';

export interface GoneDraft {
  readonly id: number;
  readonly subject: string;
  readonly unitId: number;
  readonly fromText: string;
  readonly draftedBy: string;
  readonly changedAt: Date;
}

const gone = async (tx: ReadTx, day: string) => sql<boolean>`l.state = 'draft' and not l.restricted and not (l.owner_unit_id = any(${(await unitsActiveOn(tx, day)).map((unit) => unit.id)}::int[]))`;

/** Drafts of units that are no longer there, as far as the actor may see them; those that changed last first. */
export async function goneDrafts(tx: ReadTx, day: string, limit: number): Promise<GoneDraft[]> {
  return (await sql<GoneDraft>`select l.id, l.subject, l.owner_unit_id as "unitId", l.from_text as "fromText", l.drafted_by_name as "draftedBy", l.changed_at as "changedAt"
    from correspondence.letter l where ${await gone(tx, day)} order by l.changed_at desc, l.id limit ${limit}`.execute(tx.db)).rows;
}

/** Opens such drafts to these people, and tells them. As the system. */
export async function openGoneDrafts(tx: Tx, people: readonly number[], day: string): Promise<AuditEntry[]> {
  const { rows } = await sql<{ id: number; unit: number; subject: string }>`update correspondence.letter l set readers = array(select distinct unnest(l.readers || ${[...people]}::int[]))
    where ${await gone(tx, day)} and not l.readers @> ${[...people]}::int[] returning l.id, l.owner_unit_id as unit, l.subject`.execute(tx.db);
  if (rows.length === 0) return [];
  await sql`update correspondence.letter_body b set readers = array(select distinct unnest(b.readers || ${[...people]}::int[])) where b.letter_id = any(${rows.map((row) => row.id)}::bigint[])`.execute(tx.db);
  await notify(tx, [...people], messages.words('tellGoneDrafts', { count: rows.length }), '/incoming/parked', { kind: receivedNews });
  return rows.map((row) => ({ action: 'correspondence.draft-parked', subject: { type: 'correspondence.letter', id: Number(row.id) }, unitId: row.unit, detail: {} }));
}

/**
 * Gives such a draft to a unit, which goes on with it as its own: words, versions and remarks stay, the signer is chosen anew.
 * Failures: NOT_FOUND, NOT_OFFERED.
 */
export async function giveGoneDraft(tx: Tx, services: { readonly clock: Clock }, id: number, unitId: number): Promise<Result<AuditEntry>> {
  const day = services.clock.today();
  if (!can(tx.actor, 'correspondence.reroute')) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  const sender = (await unitsActiveOn(tx, day)).some((unit) => unit.id === unitId) ? await senderOn(tx, unitId, day) : undefined;
  if (!sender) return fail('NOT_OFFERED', messages.words('notOffered'), { fields: { unit: messages.words('notOffered') } });
  const { rows } = await sql<{ id: number }>`select l.id from correspondence.letter l where l.id = ${id} and ${await gone(tx, day)} for update`.execute(tx.db);
  if (rows.length === 0) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  await sql`update correspondence.letter_body set owner_unit_id = ${unitId} where letter_id = ${id}`.execute(tx.db);
  await sql`update correspondence.letter set owner_unit_id = ${unitId}, from_text = ${sender.fromText}, from_short = ${sender.abbreviation}, signer_position_id = null, for_signature_at = null, changed_at = ${services.clock.now()}
    where id = ${id}`.execute(tx.db);
  return ok({ action: 'correspondence.draft-given', subject: { type: 'correspondence.letter', id }, unitId, detail: { unit: unitId } });
}
