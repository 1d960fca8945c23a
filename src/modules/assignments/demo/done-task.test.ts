import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';

const house = useApp();

test('the demo has tasks that were done, with minutes as evidence that still say what they said', async () => {
  const { rows } = await house.db.owner.query(`select t.id::int, t.state, e.of_type, e.dated::text as dated, e.added_by from assignments.task t join platform.evidence e on e.for_type = 'assignments.task' and e.for_id = t.id order by t.id`);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatchObject({ state: 'closed', of_type: 'meetings.minutes' });
    const events = await house.db.owner.query(`select kind from assignments.task_event where task_id = $1 and kind in ('reported', 'closed') order by id`, [row.id]);
    expect(events.rows.map((event) => event.kind)).toEqual(['reported', 'closed']);
  }
});

test('tasks of the committee that meets next are due on its day', async () => {
  const { rows } = await house.db.owner.query(`select t.event_due_on::text as day, m.held_on::text as meeting from assignments.task t
    join assignments.committee_meeting c on c.committee_id = (t.due_event ->> 'committeeId')::int and c.held_on = t.event_due_on
    join meetings.meeting m on m.committee_id = c.committee_id and m.held_on = c.held_on where t.due_event ->> 'kind' = 'committee-meeting'`);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.day).toBe(row.meeting);
});

test('every meeting of the demo was told to the tasks', async () => {
  const { rows } = await house.db.owner.query(`select (select count(*) from meetings.meeting)::int as held, (select count(*) from assignments.committee_meeting)::int as noted`);
  expect(rows[0].noted).toBe(rows[0].held);
});
