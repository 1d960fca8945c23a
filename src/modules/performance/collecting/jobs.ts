// What happens to rounds later: reminders on working days, and measures taken at the end of the reported days.
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import type { MeasureDefinition } from '../../../platform/measures/measures.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { reminderKinds, stillTrue, type ReminderKind } from '../../assignments/index.ts';
import { cycleById } from '../store/cycles.ts';
import { indicatorsOf } from '../store/indicators.ts';
import { roundById, submissionsOf } from '../store/rounds.ts';
import { isLocked, isWanted } from './domain/submission-state.ts';
import { ownersOf } from './find.ts';
import { indicatorType, roundType } from './house.ts';
import { messages } from './messages.ts';
import { collectingDueNews } from './news.ts';
import { headsOf, reportersOf, secretariatOf } from './people.ts';
import { boardHref, daysWords, fill, resultHref, roundWords } from './shown.tsx';
import { addSubmissionEvents } from './store/submissions.ts';
import { takeMeasure } from './take-measure.ts';

const id = z.int().positive();

/** One reminder of one due day. It tells nobody of what was sent, and nothing of a day that was moved. */
export const remindJob = defineJob({
  name: 'performance.remind-owners',
  title: messages.words('jobRemind'),
  payload: z.object({ roundId: id, what: z.enum(reminderKinds as [ReminderKind, ...ReminderKind[]]), dueOn: z.iso.date() }),
  async run({ roundId, what, dueOn }, { services, writeOnce }) {
    const today = services.clock.today();
    await writeOnce(async (tx) => {
      const nothing = { value: undefined, audit: [] };
      const round = await roundById(tx, roundId);
      const cycle = round && await cycleById(tx, round.cycleId);
      if (!round || !cycle || round.closedAt !== null || cycle.state === 'closed' || round.dueOn !== dueOn || !stillTrue(what, dueOn, today)) return nothing;
      const wanted = (await submissionsOf(tx, [roundId])).filter(({ state }) => isWanted(state));
      const indicators = (await indicatorsOf(tx, cycle.id)).filter(({ id: one, state }) => state !== 'cancelled' && wanted.some(({ indicatorId }) => indicatorId === one));
      if (indicators.length === 0) return nothing;
      const words = (keys: readonly string[]) => fill(`news.${what}`, { keys: keys.join(', '), round: roundWords(round), day: daysWords(dueOn) });
      const told: number[] = [];
      // Each unit is told of its own indicators at once; what is late goes to its head, and the whole to the secretariat.
      for (const unitId of new Set(indicators.flatMap(ownersOf))) {
        const own = indicators.filter((one) => ownersOf(one).includes(unitId));
        const people = what === 'late' ? await headsOf(tx, [unitId], today) : await reportersOf(tx, [unitId], today);
        await notify(tx, people, words(own.map(({ key }) => key)), own.length === 1 ? resultHref(cycle, own[0]?.key as string, round) : boardHref(cycle, round), { kind: collectingDueNews });
        told.push(...people);
      }
      if (what === 'late') await notify(tx, (await secretariatOf(tx, cycle, today)).filter((person) => !told.includes(person)), words(indicators.map(({ key }) => key)), boardHref(cycle, round), { kind: collectingDueNews });
      await addSubmissionEvents(tx, wanted.filter(({ indicatorId }) => indicators.some((one) => one.id === indicatorId)).map((one) => one.id), 'reminded', '', services.clock.now());
      return { value: undefined, audit: [{ action: 'performance.owners-reminded', subject: { type: roundType, id: roundId }, unitId: cycle.keeperUnitId, detail: { what, dueOn, keys: indicators.map(({ key }) => key) } }] };
    });
  },
});

let measuresOfHouse: () => readonly MeasureDefinition[] = () => [];

/** Says which measures the house has; the job that takes them is defined once for all. */
export function takeMeasuresFrom(measures: () => readonly MeasureDefinition[]): void {
  measuresOfHouse = measures;
}

/** Takes the bound measures of a round whose days are over; what is approved by then stays, what has no measure is left to people. */
export const takeMeasuresJob = defineJob({
  name: 'performance.take-measures',
  title: messages.words('jobTake'),
  payload: z.object({ roundId: id }),
  async run({ roundId }, { services, writeOnce }) {
    await writeOnce(async (tx) => {
      const round = await roundById(tx, roundId);
      const cycle = round && await cycleById(tx, round.cycleId);
      if (!round || !cycle || round.closedAt !== null || cycle.state === 'closed') return { value: undefined, audit: [] };
      const locked = new Set((await submissionsOf(tx, [roundId])).filter(({ state }) => isLocked(state)).map(({ indicatorId }) => indicatorId));
      const audit = [];
      for (const indicator of await indicatorsOf(tx, cycle.id)) {
        if (indicator.measureName === null || indicator.state === 'cancelled' || locked.has(indicator.id)) continue;
        const taken = await takeMeasure(tx, { cycle, indicator, round, measures: measuresOfHouse(), now: services.clock.now() });
        if (taken.ok) audit.push({ action: 'performance.measure-taken', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { roundId, measure: indicator.measureName, result: taken.value.id } });
        else services.log.info({ indicator: indicator.key, measure: indicator.measureName, code: taken.code }, 'a bound measure gave no value at the end of the round');
      }
      return { value: undefined, audit };
    });
  },
});

export const jobs = [remindJob, takeMeasuresJob];
