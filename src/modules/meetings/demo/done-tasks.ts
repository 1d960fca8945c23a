// Tasks of past meetings that were done: reported to a later meeting of the same body, whose minutes are the evidence.
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { layDoneTask } from '../../assignments/index.ts';
import { headOfUnit } from '../../organisation/index.ts';
import { evidence } from '../evidence.ts';
import { as, instantOf } from './past.ts';

/** How many of the tasks that a later certified meeting could hear of are done. */
const done = 3;

interface Candidate {
  readonly id: number;
  readonly ownerId: number;
  readonly followUpUnitId: number;
  readonly minutesId: number;
  readonly heardOn: string;
}

/** The earliest tasks of units whose next meeting of the same body has certified minutes. */
export async function layDoneTasks(tx: Tx, at: (instant: Date) => void): Promise<void> {
  const { rows } = await sql<Candidate>`
    select distinct on (m.held_on, t.id) t.id::int, p.party_id as "ownerId", t.follow_up_unit_id as "followUpUnitId", n.id as "minutesId", later.held_on::text as "heardOn"
    from assignments.task t
    join assignments.task_party p on p.task_id = t.id and p.role = 'owner'
    join organisation.unit u on u.id = p.party_id
    join meetings.resolution r on t.source_type = 'meetings.resolution' and r.id = t.source_id
    join meetings.meeting m on m.id = r.meeting_id
    join meetings.meeting later on later.committee_id = m.committee_id and later.held_on > m.held_on and later.state = 'certified'
    join meetings.minutes n on n.meeting_id = later.id
    where t.state = 'open' order by m.held_on, t.id, later.held_on limit ${done}`.execute(tx.db);
  for (const { id, ownerId, followUpUnitId, minutesId, heardOn } of rows) {
    const owner = await headOfUnit(tx, ownerId, heardOn);
    const follower = await headOfUnit(tx, followUpUnitId, heardOn);
    if (!owner || !follower) continue;
    const reportedAt = instantOf(heardOn, '16:00');
    const closedAt = instantOf(heardOn, '16:20');
    at(closedAt);
    await layDoneTask(as(tx, owner.personId, owner.name), as(tx, follower.personId, follower.name), evidence, id, {
      note: 'ดำเนินการแล้วเสร็จ และรายงานผลต่อที่ประชุมแล้ว', evidence: { type: 'meetings.minutes', id: minutesId }, reportedAt, closedAt,
    });
  }
}
