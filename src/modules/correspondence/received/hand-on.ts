// What a unit that is gone had under way goes on with the unit that took it over: its clerks and head are told once, what was
// put before posts that ended with it comes back to the clerks, what was set aside is set aside no longer. Classified
// letters are not inherited: they take the way of what nobody answers for, and come to the persons named there.
import { sql } from 'kysely';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { answersFor, unitsActiveOn } from '../../organisation/index.ts';
import { peopleToTell, unitCalled, unitNames } from '../office.ts';
import { addStep } from '../store/chain.ts';
import { lockReceived, moveReceived } from '../store/received.ts';
import { taken } from './matter.ts';
import { messages } from './messages.ts';
import { receivedNews } from './news.ts';

/** Units on a day: which are there, and which of the others came to one that is. */
export interface Standing {
  readonly there: ReadonlySet<number>;
  /** Unit that is gone → the one that answers for it. */
  readonly heirs: ReadonlyMap<number, number>;
}

/** Of the units that still have something under way. */
export async function standingOn(tx: ReadTx, day: string): Promise<Standing> {
  const there = new Set((await unitsActiveOn(tx, day)).map((unit) => unit.id));
  const { rows } = await sql<{ id: number }>`select distinct id from (
      select owner_unit_id as id from correspondence.received_letter where state <> 'closed'
      union all select unit_id from correspondence.received_assignment where state in ('open', 'queued') and unit_id is not null
      union all select owner_unit_id from correspondence.letter where state = 'draft') x`.execute(tx.db);
  const heirs = new Map<number, number>();
  for (const { id } of rows) {
    if (there.has(id)) continue;
    const heir = await answersFor(tx, id, day);
    if (there.has(heir)) heirs.set(id, heir);
  }
  return { there, heirs };
}

/** Open letters, not classified, that a successor goes on with and that stand before a post that is gone, or are set aside. */
export async function comingBack(tx: ReadTx, { heirs }: Standing, answered: ReadonlySet<number>): Promise<{ id: number; heir: number }[]> {
  const gone = [...heirs.keys()];
  const { rows } = await sql<{ id: number; unit: number; position: number | null; parked: boolean; given: number | null }>`
    select r.id, r.owner_unit_id as unit, r.holder_position_id as position, r.parked_at is not null as parked,
      (select a.unit_id from correspondence.received_assignment a where a.received_letter_id = r.id and a.state = 'open' and a.child_id is null and a.unit_id = any(${gone}::int[]) limit 1) as given
    from correspondence.received_letter r where r.state <> 'closed' and not r.restricted`.execute(tx.db);
  return rows.flatMap(({ id, unit, position, parked, given }) => {
    const heir = heirs.get(unit);
    if (heir !== undefined && (parked || (position !== null && !answered.has(position)))) return [{ id, heir }];
    const other = given === null || !parked || (position !== null && !answered.has(position)) ? undefined : heirs.get(given);
    return other === undefined ? [] : [{ id, heir: other }];
  });
}

/** One of them, in its own transaction: back to the clerks where its post is gone, and no longer set aside. */
export async function handOn(tx: Tx, { id, heir }: { id: number; heir: number }, answered: ReadonlySet<number>, day: string, at: Date): Promise<AuditEntry[]> {
  const letter = await lockReceived(tx, id);
  if (!letter || letter.state === 'closed') return [];
  const lost = letter.state === 'proposed' && letter.holderPositionId !== null && !answered.has(letter.holderPositionId);
  if (!lost && letter.parkedAt === null) return [];
  const label = (await unitNames(tx, [heir], day)).get(heir) ?? '';
  await addStep(tx, id, { kind: 'reroute', toLabel: label, note: messages.words('handedOn', { unit: label }).th }, at);
  await moveReceived(tx, letter, { ...(lost ? { state: 'waiting' as const, holder: null } : {}), parked: null }, at);
  return [taken(letter, 'handed-on', { successor: heir }).audit];
}

/** Tells head and clerks of each successor what came to them, once. */
export async function tellHeirs(tx: Tx, { heirs }: Standing, day: string, at: Date): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = [];
  for (const [unit, heir] of heirs) {
    const { rows } = await sql<{ letters: number; drafts: number }>`insert into correspondence.handed_on (unit_id, successor_id, letters, drafts, told_at)
      values (${unit}, ${heir},
        (select count(*)::int from correspondence.received_letter where owner_unit_id = ${unit} and state <> 'closed' and not restricted)
          + (select count(*)::int from correspondence.received_assignment a join correspondence.received_letter r on r.id = a.received_letter_id
             where a.unit_id = ${unit} and a.state = 'open' and a.child_id is null and not r.restricted),
        (select count(*)::int from correspondence.letter where owner_unit_id = ${unit} and state = 'draft' and not restricted), ${at})
      on conflict do nothing returning letters, drafts`.execute(tx.db);
    const [count] = rows;
    if (!count || count.letters + count.drafts === 0) continue;
    const name = await unitCalled(tx, unit, day);
    const people = await peopleToTell(tx, [{ id: heir, kind: 'unit', label: '' }], day);
    await notify(tx, people, messages.words('tellHandedOn', { unit: name, letters: count.letters, drafts: count.drafts }), count.letters > 0 ? `/incoming?unit=${unit}` : '/drafts?list=taken', { kind: receivedNews });
    audit.push({ action: 'correspondence.handed-on', subject: { type: 'organisation.unit', id: unit }, unitId: heir, detail: { ...count, successor: heir } });
  }
  return audit;
}
