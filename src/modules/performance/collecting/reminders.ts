import type { Tx } from '../../../platform/db/database.ts';
import { cancelTimers, setTimers } from '../../../platform/jobs/jobs.ts';
import { bangkokInstant, localDate } from '../../../thai/index.ts';
import { reminderKinds, reminderMoments, type ReminderKind } from '../../assignments/index.ts';
import { officeCalendar } from '../../organisation/index.ts';
import type { Round } from '../store/rounds.ts';
import { periodOf } from './domain/rounds.ts';
import { remindJob, takeMeasuresJob } from './jobs.ts';

const keyOf = (roundId: number, what: ReminderKind): string => `performance.remind:${roundId}:${what}`;

/** Sets the reminders of a round anew after it was opened or its due day moved; moments that are over are not made up for. */
export async function planReminders(tx: Tx, round: Pick<Round, 'id' | 'dueOn'>, now: Date): Promise<void> {
  const timers = reminderMoments(await officeCalendar(tx), localDate(round.dueOn)).filter(({ at }) => at > now)
    .map(({ what, at }) => ({ key: keyOf(round.id, what), dueAt: at, payload: { roundId: round.id, what, dueOn: round.dueOn } }));
  const set = new Set(timers.map(({ key }) => key));
  await cancelTimers(tx, reminderKinds.map((what) => keyOf(round.id, what)).filter((key) => !set.has(key)));
  await setTimers(tx, remindJob, timers);
}

/** Lets bound measures be taken when the last day that the round reports is over; at once where it is. */
export async function planTaking(tx: Tx, fiscalYear: number, round: Pick<Round, 'id' | 'month'>): Promise<void> {
  if (round.month === null) return;
  const after = new Date(bangkokInstant(periodOf(fiscalYear, round.month).to).getTime() + 24 * 3_600_000 + 5 * 60_000);
  await setTimers(tx, takeMeasuresJob, [{ key: `performance.take:${round.id}`, dueAt: after, payload: { roundId: round.id } }]);
}
