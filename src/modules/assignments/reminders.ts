import type { Tx } from '../../platform/db/database.ts';
import { cancelTimers, setTimers } from '../../platform/jobs/jobs.ts';
import { localDate } from '../../thai/index.ts';
import { officeCalendar } from '../organisation/index.ts';
import { reminderKinds, reminderMoments, type ReminderKind } from './domain/reminders.ts';
import { remindJob } from './jobs.ts';

const keyOf = (id: number, what: ReminderKind) => `assignments.remind:${id}:${what}`;

/**
 * Sets the reminders of tasks anew after their due day became another, on the legal clock; moments that are over are
 * not made up for, and a task without a day has none.
 */
export async function planReminders(tx: Tx, tasks: readonly { id: number; due: string | null }[], now: Date): Promise<void> {
  if (tasks.length === 0) return;
  const calendar = await officeCalendar(tx);
  const timers = tasks.flatMap(({ id, due }) =>
    due === null ? [] : reminderMoments(calendar, localDate(due)).filter(({ at }) => at > now).map(({ what, at }) => ({ key: keyOf(id, what), dueAt: at, payload: { taskId: id, what, dueOn: due } })));
  const set = new Set(timers.map((timer) => timer.key));
  await cancelTimers(tx, tasks.flatMap(({ id }) => reminderKinds.map((what) => keyOf(id, what))).filter((key) => !set.has(key)));
  await setTimers(tx, remindJob, timers);
}
