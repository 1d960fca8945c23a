// The chain of a received letter: its steps in order, and who was given something to do.
import { sql } from 'kysely';
import type { Authority } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { AssignmentState, Purpose, StepKind, Verdict } from '../domain/received.ts';

export interface NewStep {
  readonly kind: StepKind;
  readonly purpose?: Purpose;
  readonly verdict?: Verdict;
  readonly note?: string;
  readonly toLabel?: string;
  readonly toPositionId?: number;
  readonly letterId?: number;
  readonly dueAt?: Date | null;
  readonly byTitle?: string;
  readonly authority?: Authority;
}

/** Writes the next step; its number comes from the letter's own count, so two steps never share one. Resolves with its id. */
export async function addStep(tx: Tx, receivedId: number, step: NewStep, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with grown as (update correspondence.received_letter set steps = steps + 1 where id = ${receivedId} returning steps)
    insert into correspondence.chain_step (received_letter_id, ordinal, kind, purpose, verdict, note, to_label, to_position_id, letter_id, due_at,
      by_person, by_name, by_title, authority, at)
    select ${receivedId}::bigint, steps, ${step.kind}, ${step.purpose ?? null}, ${step.verdict ?? null}, ${step.note ?? ''}, ${step.toLabel ?? ''}, ${step.toPositionId ?? null}::int,
      ${step.letterId ?? null}::bigint, ${step.dueAt ?? null}::timestamptz, ${tx.actor.id}::int, ${tx.actor.kind === 'system' ? 'ระบบ' : tx.actor.name}, ${step.byTitle ?? tx.actor.positionName ?? ''},
      ${step.authority ? JSON.stringify(step.authority) : null}::jsonb, ${at}::timestamptz
    from grown returning id`.execute(tx.db);
  if (!rows[0]) throw new Error(`received letter ${receivedId} is not there to take a step`);
  return rows[0].id;
}

export interface Step {
  readonly id: number;
  readonly ordinal: number;
  readonly kind: StepKind;
  readonly purpose: Purpose | null;
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly toLabel: string;
  readonly letterId: number | null;
  readonly letterReference: string | null;
  readonly dueAt: Date | null;
  readonly byPerson: number;
  readonly byName: string;
  readonly byTitle: string;
  readonly authorityKind: Authority['kind'] | null;
  readonly at: Date;
}

export async function stepsOf(tx: ReadTx, receivedId: number): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.id, s.ordinal, s.kind, s.purpose, s.verdict, s.note, s.to_label as "toLabel", s.letter_id as "letterId", l.reference as "letterReference",
      s.due_at as "dueAt", s.by_person as "byPerson", s.by_name as "byName", s.by_title as "byTitle", s.authority ->> 'kind' as "authorityKind", s.at
    from correspondence.chain_step s left join correspondence.letter l on l.id = s.letter_id
    where s.received_letter_id = ${receivedId} order by s.ordinal`.execute(tx.db);
  return rows;
}

export interface Assignee {
  readonly unitId: number | null;
  readonly personId: number | null;
  readonly label: string;
}

export interface Assignment extends Assignee {
  readonly id: number;
  readonly receivedId: number;
  readonly turn: number;
  readonly note: string;
  readonly dueAt: Date | null;
  readonly state: AssignmentState;
  readonly givenAt: Date;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly childId: number | null;
  readonly childNumber: number | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly result: string;
}

/** Gives a matter to units and people: all at once, or one after another. Resolves with the ids of those whose turn it is now. */
export async function addAssignments(tx: Tx, receivedId: number, stepId: number, list: readonly Assignee[], how: { sequence: boolean; note: string; dueAt: Date | null; at: Date }): Promise<number[]> {
  if (list.length === 0) return [];
  const rows = await tx.db
    .insertInto('correspondence.received_assignment')
    .values(list.map((one, at) => ({
      received_letter_id: receivedId, step_id: stepId, turn: how.sequence ? at + 1 : 1, unit_id: one.unitId, person_id: one.personId, label: one.label, note: how.note,
      due_at: how.dueAt, state: how.sequence && at > 0 ? 'queued' : 'open', given_at: how.at,
    })))
    .returning(['id', 'state'])
    .execute();
  return rows.filter((row) => row.state === 'open').map((row) => row.id);
}

const columns = sql`a.id, a.received_letter_id as "receivedId", a.turn, a.unit_id as "unitId", a.person_id as "personId", a.label, a.note, a.due_at as "dueAt", a.state, a.given_at as "givenAt",
  a.opened_at as "openedAt", a.opened_by_name as "openedBy", a.child_id as "childId", c.number as "childNumber", a.ended_at as "endedAt", a.ended_by_name as "endedBy", a.result`;

/** Everybody who was given something to do, in order. */
export async function assignmentsOf(tx: ReadTx, receivedId: number): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`select ${columns} from correspondence.received_assignment a left join correspondence.received_letter c on c.id = a.child_id
    where a.received_letter_id = ${receivedId} order by a.step_id, a.turn, a.id`.execute(tx.db);
  return rows;
}

export async function findAssignment(tx: ReadTx, id: number): Promise<Assignment | undefined> {
  const { rows } = await sql<Assignment>`select ${columns} from correspondence.received_assignment a left join correspondence.received_letter c on c.id = a.child_id
    where a.id = ${id}`.execute(tx.db);
  return rows[0];
}

/** Ends an open assignment. False when somebody ended it before. */
export async function endAssignment(tx: Tx, id: number, state: 'done' | 'returned' | 'recalled', result: string, at: Date): Promise<boolean> {
  const done = await sql`update correspondence.received_assignment set state = ${state}, ended_at = ${at}, ended_by_name = ${tx.actor.name}, result = ${result}
    where id = ${id} and state in ('open', 'queued')`.execute(tx.db);
  return done.numAffectedRows === 1n;
}

/** Opens the next turn of a sequence where nobody of an earlier turn is still at it. Resolves with what was opened. */
export async function openNextTurn(tx: Tx, receivedId: number, at: Date): Promise<Assignment[]> {
  const { rows } = await sql<{ id: number }>`update correspondence.received_assignment a set state = 'open', given_at = ${at}
    where a.received_letter_id = ${receivedId} and a.state = 'queued'
      and not exists (select from correspondence.received_assignment o where o.step_id = a.step_id and o.state = 'open')
      and a.turn = (select min(q.turn) from correspondence.received_assignment q where q.step_id = a.step_id and q.state = 'queued')
    returning a.id`.execute(tx.db);
  const opened = new Set(rows.map((row) => row.id));
  return opened.size === 0 ? [] : (await assignmentsOf(tx, receivedId)).filter((one) => opened.has(one.id));
}

/** Notes the unit's own registration of what was assigned to it; the openings of a letter that is registered are over. */
export async function setChild(tx: Tx, id: number, childId: number): Promise<void> {
  await tx.db.updateTable('correspondence.received_assignment').set({ child_id: childId }).where('id', '=', id).execute();
}
