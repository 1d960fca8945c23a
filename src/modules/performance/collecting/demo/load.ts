// Demo of collecting: the round of forms of 2564 as it stood on 3 November 2563, and the plans behind the values.
import type { Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { orFail } from '../../../../platform/result.ts';
import { headOfUnit, unitsActiveOn } from '../../../organisation/index.ts';
import { cycleOfYear, type Cycle } from '../../store/cycles.ts';
import { indicatorByKey, type Indicator } from '../../store/indicators.ts';
import { roundById, roundsOf, setRoundClosed, submissionsOf } from '../../store/rounds.ts';
import { demoCards, demoFile, demoFormSteps, demoRules, demoSteps } from './content.ts';
import { isWanted } from '../domain/submission-state.ts';
import { planReminders } from '../reminders.ts';
import { saveCard } from '../store/cards.ts';
import { markBroughtIn, stageResults } from '../store/imports.ts';
import { setMeasuring } from '../store/measuring.ts';
import { addStep } from '../store/steps.ts';
import { addSubmissionEvents, moveSubmissions, submissionOf } from '../store/submissions.ts';
import { beginRound, move } from '../transitions.ts';

const day = '2020-10-22';
const instant = (local: string) => new Date(`${local}:00+07:00`);
const everyone = { owner: true, keeper: true, executive: true };

const as = (tx: Tx, id: number, name: string, unitId: number): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [1, id, unitId], permissions: new Map() } satisfies Actor }) as Tx;

export function demoOf() {
  return async ({ tx, services, at }: DemoContext): Promise<void> => {
    const units = new Map((await unitsActiveOn(tx, day)).map(({ abbreviation, id }) => [abbreviation, id]));
    const headOf = async (short: string): Promise<Tx> => {
      const unitId = units.get(short) as number;
      const head = await headOfUnit(tx, unitId, day);
      if (!head) throw new Error(`demo: nobody heads ${short}`);
      return as(tx, head.personId, head.name, unitId);
    };
    await confirmYearBefore(tx, at, () => services.clock.now(), await headOf('กพร.'), await headOf('กปส.'));
    const cycle = await cycleOfYear(tx, 2564);
    if (!cycle) throw new Error('demo: no year 2564');
    const keeper = await headOf('กพร.');
    at(instant('2020-10-22T14:30'));
    await layPlans(keeper, cycle, services.clock.now());
    const roundId = await beginRound(keeper, cycle, { kind: 'form', month: null, dueOn: '2020-10-26', note: 'รายละเอียด ค่าเป้าหมาย น้ำหนัก และเกณฑ์ตามแบบของสำนักงาน ก.พ.ร. ตามมติที่ประชุมวันที่ 22 ตุลาคม 2563' }, services.clock.now(), day);
    const round = roundId === undefined ? undefined : await roundById(tx, roundId);
    if (!round) throw new Error('demo: the round of forms is there already');
    for (const { at: when, key, unit, step, note } of demoFormSteps) {
      at(instant(when));
      const indicator = await indicatorByKey(tx, cycle.id, key) as Indicator;
      const submission = await submissionOf(tx, round.id, indicator.id);
      if (!submission) throw new Error(`demo: ${key} is in no round`);
      orFail(await move(await headOf(unit), { cycle, round, indicator, submission, standing: everyone }, step, note, services.clock.now(), when.slice(0, 10)));
    }
    at(instant('2020-11-02T09:00'));
    await addSubmissionEvents(keeper, (await submissionsOf(tx, [round.id])).filter(({ state }) => isWanted(state)).map(({ id }) => id), 'reminded', '', services.clock.now());
    // The moments of its reminders are over by the day on which the demo opens.
    await planReminders(tx, round, instant('2020-11-03T08:30'));
  };
}

async function layPlans(tx: Tx, cycle: Cycle, now: Date): Promise<void> {
  for (const [key, rules] of Object.entries(demoRules)) {
    const indicator = await indicatorByKey(tx, cycle.id, key);
    if (!indicator) throw new Error(`demo: no indicator ${key}`);
    await setMeasuring(tx, indicator.id, 0, rules, now);
    for (const step of demoSteps[key] ?? []) await addStep(tx, indicator.id, step, now);
  }
}

/** The results of 2563 have their report cards, were looked through as a file, and are confirmed and locked. */
async function confirmYearBefore(tx: Tx, at: DemoContext['at'], now: () => Date, keeper: Tx, director: Tx): Promise<void> {
  const before = await cycleOfYear(tx, 2563);
  const round = before && (await roundsOf(tx, before.id))[0];
  if (!round) return;
  const ids = (await submissionsOf(tx, [round.id])).map(({ id }) => id);
  at(instant('2020-10-15T14:00'));
  for (const [key, content] of Object.entries(demoCards)) {
    const indicator = await indicatorByKey(tx, before.id, key);
    if (indicator) await saveCard(keeper, indicator.id, round.id, 0, content, now());
  }
  const looked = await stageResults(keeper, round.id, demoFile.name, demoFile.rows.map(([key, value], n) => ({ row: n + 3, verdict: 'same', why: null, cells: { key, value, asOf: '', note: '' }, entry: null })), now());
  await markBroughtIn(keeper, looked, 0, now());
  at(instant('2020-10-16T15:00'));
  await moveSubmissions(director, ids, 'confirmed', 'confirmed', '', now());
  await setRoundClosed(tx, round.id, now());
}
