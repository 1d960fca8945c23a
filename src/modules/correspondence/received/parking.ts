// Letters that nobody can go on with: the post is empty (an acting order ended), or the unit is no longer there. Each day
// they are found and set aside where the department's clerks see them; nothing waits unseen.
import { z } from 'zod';
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { together } from '../../../platform/db/together.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { can } from '../../../platform/access/actor.ts';
import { clerksOfUnit, holdersOf, peopleInRole, unitsActiveOn } from '../../organisation/index.ts';
import { tell, tellGiven } from './follow-up.ts';
import { openGoneDrafts } from '../gone-drafts.ts';
import { comingBack, handOn, standingOn, tellHeirs, type Standing } from './hand-on.ts';
import { readersFor, taken, type Taken } from './matter.ts';
import type { ReceiveServices } from './receive.ts';
import { messages } from './messages.ts';
import { addAssignments, addStep, assignmentsOf, endAssignment, type Assignee } from '../store/chain.ts';
import { findReceived, lockReceived, moveReceived, type Received } from '../store/received.ts';
import { positionById } from '../../organisation/index.ts';

/** Posts before which something stands and for which somebody answers on a day. */
async function answeredPosts(tx: ReadTx, day: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select distinct holder_position_id as id from correspondence.received_letter where state <> 'closed' and holder_position_id is not null`.execute(tx.db);
  return new Set((await holdersOf(tx, rows.map((row) => row.id), day)).map((holder) => holder.positionId));
}

/** Ids and reasons of open letters that nobody can go on with on a day. */
async function stranded(tx: ReadTx, { there, heirs }: Standing, answered: ReadonlySet<number>): Promise<{ id: number; reason: string }[]> {
  const { rows } = await sql<{ id: number; unit: number; position: number | null; label: string; restricted: boolean }>`
    select id, owner_unit_id as unit, holder_position_id as position, holder_label as label, restricted from correspondence.received_letter where state <> 'closed' and parked_at is null`.execute(tx.db);
  const { rows: given } = await sql<{ id: number; unit: number; label: string }>`
    select received_letter_id as id, unit_id as unit, label from correspondence.received_assignment where state = 'open' and unit_id is not null and child_id is null`.execute(tx.db);
  // What a unit registered is found by its own registration. A matter whose unit is gone goes on while somebody still works on it.
  const { rows: worked } = await sql<{ id: number; unit: number | null }>`
    select received_letter_id as id, unit_id as unit from correspondence.received_assignment where state in ('open', 'queued')`.execute(tx.db);
  // A unit that was taken over is answered for, except where persons are named: what is classified is not inherited.
  const classified = new Set(rows.filter((row) => row.restricted).map((row) => row.id));
  const answers = (unit: number, letter: number) => there.has(unit) || (heirs.has(unit) && !classified.has(letter));
  const busy = new Set(worked.filter((one) => one.unit === null || answers(one.unit, one.id)).map((one) => one.id));
  const found = new Map<number, string>();
  const waiting = new Set(rows.map((row) => row.id));
  for (const row of rows) {
    if (row.position !== null && !answered.has(row.position)) {
      if (there.has(row.unit) || !answers(row.unit, row.id)) found.set(row.id, messages.words('parkNobody', { post: row.label }).th);
    } else if (!answers(row.unit, row.id) && row.position === null && !busy.has(row.id)) found.set(row.id, messages.words('parkUnit', { unit: await unitWords(tx, row.unit, row.label) }).th);
  }
  for (const row of given) if (waiting.has(row.id) && !answers(row.unit, row.id)) found.set(row.id, messages.words('parkUnit', { unit: row.label }).th);
  return [...found].map(([id, reason]) => ({ id, reason }));
}

async function unitWords(tx: ReadTx, unitId: number, fallback: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select text from organisation.unit_abbreviation where unit_id = ${unitId} and kind = 'preferred' order by valid_from desc limit 1`.execute(tx.db);
  return rows[0]?.text ?? (fallback || String(unitId));
}

/** Who sees what is set aside: the department's own records clerks, and the keepers of units. */
async function keepersOfRoutes(tx: ReadTx, day: string): Promise<number[]> {
  const roots = (await unitsActiveOn(tx, day)).filter((unit) => unit.parentId === null || unit.kind === 'executive-office');
  const clerks = (await together(roots.map((unit) => clerksOfUnit(tx, unit.id, day)))).flat().map((one) => one.personId);
  return [...new Set([...clerks, ...(await peopleInRole(tx, 'organisation-admin', day))])];
}

export const parkLettersJob = defineJob({
  name: 'correspondence.park-letters',
  title: messages.words('jobPark'),
  payload: z.object({}),
  async run(_payload, { services, read, write }) {
    const today = services.clock.today();
    const { standing, answered, back } = await read(async (tx) => {
      const [at, posts] = [await standingOn(tx, today), await answeredPosts(tx, today)];
      return { standing: at, answered: posts, back: await comingBack(tx, at, posts) };
    });
    await write(async (tx) => ({ value: null, audit: await tellHeirs(tx, standing, today, services.clock.now()) }));
    for (const one of back) await write(async (tx) => ({ value: null, audit: await handOn(tx, one, answered, today, services.clock.now()) }));
    const found = await read((tx) => stranded(tx, standing, answered));
    await write(async (tx) => ({ value: null, audit: await openGoneDrafts(tx, await keepersOfRoutes(tx, today), standing) }));
    for (const { id, reason } of found) {
      await write(async (tx) => {
        const letter = await lockReceived(tx, id);
        if (!letter || letter.parkedAt !== null || letter.state === 'closed') return { value: null, audit: [] };
        const people = await keepersOfRoutes(tx, today);
        await addStep(tx, id, { kind: 'park', note: reason }, services.clock.now());
        await moveReceived(tx, letter, { parked: reason, readers: people }, services.clock.now());
        await openOrigins(tx, letter, people, services.clock.now());
        await tell(tx, letter, people, 'tellParked');
        return { value: null, audit: [taken(letter, 'parked', { reason }).audit] };
      });
    }
  },
});

async function openParked(tx: Tx, id: number): Promise<Result<Received>> {
  const letter = await lockReceived(tx, id);
  if (!letter || !can(tx.actor, 'correspondence.reroute')) return fail('NOT_FOUND', messages.words('notParked'), { status: 404 });
  return letter.parkedAt === null ? fail('NOT_PARKED', messages.words('notParked'), { status: 409 }) : ok(letter);
}

/** Puts what is set aside before a post that somebody answers for. */
export async function reroute(tx: Tx, services: ReceiveServices, id: number, positionId: number): Promise<Result<Taken>> {
  const opened = await openParked(tx, id);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const today = services.clock.today();
  const [holder] = await holdersOf(tx, [positionId], today);
  const seat = await positionById(tx, positionId);
  if (!holder || !seat) return fail('NOBODY_ANSWERS', messages.words('nobodyAnswers'), { fields: { position: messages.words('nobodyAnswers') } });
  const label = seat.abbreviation || seat.title;
  const at = services.clock.now();
  await recallGone(tx, letter, today, at);
  await addStep(tx, id, { kind: 'reroute', toLabel: label, toPositionId: positionId, note: letter.parkedReason ?? '' }, at);
  await moveReceived(tx, letter, { state: 'proposed', holder: { positionId, label, sentBy: tx.actor.id }, parked: null, readers: [positionId] }, at);
  await openOrigins(tx, letter, [positionId], at);
  await tell(tx, letter, [holder.personId], 'tellProposed', { purpose: messages.words('purpose.order') });
  return ok(taken(letter, 'rerouted', { position: positionId }));
}

/** Gives what is set aside to another unit to register and do. */
export async function rerouteToUnit(tx: Tx, services: ReceiveServices, id: number, to: Assignee): Promise<Result<Taken>> {
  const opened = await openParked(tx, id);
  if (!opened.ok) return opened;
  const letter = opened.value;
  const at = services.clock.now();
  const today = services.clock.today();
  await recallGone(tx, letter, today, at);
  const stepId = await addStep(tx, id, { kind: 'reroute', toLabel: to.label, note: letter.parkedReason ?? '' }, at);
  const readers = await readersFor(tx, letter, [to], today);
  await moveReceived(tx, letter, { state: 'working', holder: null, parked: null, readers }, at);
  await openOrigins(tx, letter, readers, at);
  const ids = await addAssignments(tx, id, stepId, [to], { sequence: false, note: '', dueAt: letter.dueAt, at });
  await tellGiven(tx, services, letter, (await assignmentsOf(tx, id)).filter((one) => ids.includes(one.id)));
  return ok(taken(letter, 'rerouted', { unit: to.unitId }));
}

/** Who ends a matter ends with it what another unit had assigned: that unit's matter must be seen for it. */
async function openOrigins(tx: Tx, letter: Received, readers: readonly number[], at: Date): Promise<void> {
  const origin = letter.originId === null ? undefined : await lockReceived(tx, letter.originId);
  if (!origin) return;
  await moveReceived(tx, origin, { readers }, at);
  await openOrigins(tx, origin, readers, at);
}

/** Ends what was given to units that are gone, so that it does not keep the matter open. */
async function recallGone(tx: Tx, letter: Received, day: string, at: Date): Promise<void> {
  const units = new Set((await unitsActiveOn(tx, day)).map((unit) => unit.id));
  for (const one of await assignmentsOf(tx, letter.id)) if (one.state === 'open' && one.unitId !== null && !units.has(one.unitId)) await endAssignment(tx, one.id, 'recalled', letter.parkedReason ?? '', at);
}

/** Letters set aside that the actor may see, oldest first. */
export async function parkedLetters(tx: ReadTx, limit: number): Promise<Received[]> {
  const { rows } = await sql<{ id: number }>`select id from correspondence.received_letter where parked_at is not null order by parked_at, id limit ${limit}`.execute(tx.db);
  const letters = await together(rows.map((row) => findReceived(tx, row.id)));
  return letters.flatMap((one) => (one ? [one] : []));
}
