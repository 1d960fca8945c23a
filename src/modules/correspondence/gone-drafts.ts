// Drafts of a unit that is no longer there: nobody stands for the unit, so nobody would see them. They are opened to the
// keepers of routes, who give each to another unit. Restricted ones stay with the persons who wrote and sign them.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { notify } from '../../platform/notify/notify.ts';
import { actsFor, can, isTakenOver } from '../../platform/access/actor.ts';
import type { AuditEntry } from '../../platform/audit/audit.ts';
import { fail, ok, type Result } from '../../platform/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { answersFor, unitsActiveOn } from '../organisation/index.ts';
import { senderOn } from './office.ts';
import { findDraft } from './store/drafts.ts';
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

/** Drafts that are not of one of these units. */
const notOf = (units: readonly number[]) => sql<boolean>`l.state = 'draft' and not l.restricted and not (l.owner_unit_id = any(${[...units]}::int[]))`;
const gone = async (tx: ReadTx, day: string) => notOf((await unitsActiveOn(tx, day)).map((unit) => unit.id));

/** Drafts of units that are no longer there, as far as the actor may see them; those that changed last first. */
export async function goneDrafts(tx: ReadTx, day: string, limit: number): Promise<GoneDraft[]> {
  return (await sql<GoneDraft>`select l.id, l.subject, l.owner_unit_id as "unitId", l.from_text as "fromText", l.drafted_by_name as "draftedBy", l.changed_at as "changedAt"
    from correspondence.letter l where ${await gone(tx, day)} order by l.changed_at desc, l.id limit ${limit}`.execute(tx.db)).rows;
}

/** Opens such drafts to these people, and tells them; not those of a unit that was taken over, whose successor sees them. As the system. */
export async function openGoneDrafts(tx: Tx, people: readonly number[], { there, heirs }: { readonly there: ReadonlySet<number>; readonly heirs: ReadonlyMap<number, number> }): Promise<AuditEntry[]> {
  const { rows } = await sql<{ id: number; unit: number; subject: string }>`update correspondence.letter l set readers = array(select distinct unnest(l.readers || ${[...people]}::int[]))
    where ${notOf([...there, ...heirs.keys()])} and not l.readers @> ${[...people]}::int[] returning l.id, l.owner_unit_id as unit, l.subject`.execute(tx.db);
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
  if (!can(tx.actor, 'correspondence.reroute')) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  return give(tx, id, unitId, services);
}

/** The unit for which the actor can take over a draft of a unit that is gone; undefined where it is not his to take. */
export async function heirOfDraft(tx: ReadTx, draft: { readonly fromUnitId: number; readonly secrecy: string }, day: string): Promise<number | undefined> {
  if (!isTakenOver(tx.actor, draft.fromUnitId) || draft.secrecy !== 'none') return undefined;
  const heir = await answersFor(tx, draft.fromUnitId, day);
  return actsFor(tx.actor, 'correspondence.draft', heir) ? heir : undefined;
}

/** Takes such a draft over as one of the successor's own. Failures: NOT_FOUND. */
export async function takeOverDraft(tx: Tx, services: { readonly clock: Clock }, id: number): Promise<Result<AuditEntry>> {
  const draft = await findDraft(tx, id, true);
  const heir = draft && (await heirOfDraft(tx, draft, services.clock.today()));
  if (heir === undefined) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  const done = await give(tx, id, heir, services);
  return done.ok ? ok({ ...done.value, action: 'correspondence.draft-taken-over', detail: { from: draft?.fromUnitId, unit: heir } }) : done;
}

async function give(tx: Tx, id: number, unitId: number, services: { readonly clock: Clock }): Promise<Result<AuditEntry>> {
  const day = services.clock.today();
  const sender = (await unitsActiveOn(tx, day)).some((unit) => unit.id === unitId) ? await senderOn(tx, unitId, day) : undefined;
  if (!sender) return fail('NOT_OFFERED', messages.words('notOffered'), { fields: { unit: messages.words('notOffered') } });
  const { rows } = await sql<{ id: number }>`select l.id from correspondence.letter l where l.id = ${id} and ${await gone(tx, day)} for update`.execute(tx.db);
  if (rows.length === 0) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  await sql`update correspondence.letter_body set owner_unit_id = ${unitId} where letter_id = ${id}`.execute(tx.db);
  await sql`update correspondence.letter set owner_unit_id = ${unitId}, from_text = ${sender.fromText}, from_short = ${sender.abbreviation}, signer_position_id = null, for_signature_at = null, changed_at = ${services.clock.now()}
    where id = ${id}`.execute(tx.db);
  return ok({ action: 'correspondence.draft-given', subject: { type: 'correspondence.letter', id }, unitId, detail: { unit: unitId } });
}
