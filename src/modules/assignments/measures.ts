import { sql } from 'kysely';
import type { ReadTx } from '../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../platform/measures/measures.ts';
import { messages } from './messages.ts';

interface DueTask {
  readonly id: number;
  readonly title: string;
  readonly onTime: boolean;
}

/** Tasks due in the period, and whether their result (or their closing) came on or before the due day, as of a time. */
async function dueTasks(tx: ReadTx, period: MeasurePeriod, asOf: Date): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    select t.id, t.title, coalesce((
      select min(e.at) from assignments.task_event e
      where e.task_id = t.id and e.at <= ${asOf} and e.kind in ('reported', 'closed')
        and not exists (select 1 from assignments.task_event later where later.task_id = t.id and later.id > e.id and later.at <= ${asOf} and later.kind in ('returned', 'reopened'))
      ) < ((t.falls_due + 1)::timestamp at time zone 'Asia/Bangkok'), false) as "onTime"
    from assignments.task t
    where t.falls_due between ${period.from}::date and ${period.to}::date and t.created_at <= ${asOf}
      and not (t.state = 'cancelled' and t.closed_at <= ${asOf})
    order by t.falls_due, t.id`.execute(tx.db);
  return rows;
}

/** `assignments.closed-on-time`: results that came in time over tasks due in the period. */
export const closedOnTime: MeasureDefinition = {
  name: 'assignments.closed-on-time',
  title: messages.words('measure.onTime'),
  definition: messages.words('measure.onTime.definition'),
  unit: messages.words('measure.tasks'),
  permission: 'assignments.read-measures',
  async value(tx, period, asOf) {
    const tasks = await dueTasks(tx, period, asOf);
    return { numerator: tasks.length === 0 ? null : tasks.filter((task) => task.onTime).length, denominator: tasks.length === 0 ? null : tasks.length, asOf };
  },
  async records(tx, period, asOf) {
    const tasks = await dueTasks(tx, period, asOf);
    return tasks.map((task) => ({ reference: String(task.id), title: task.title, href: `/tasks/${task.id}`, counted: task.onTime }));
  },
};
