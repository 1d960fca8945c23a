import type { Tx } from '../../../../platform/db/database.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { headOfUnit, listPeople, unitsActiveOn } from '../../../organisation/index.ts';
import { scaled } from '../../domain/numbers.ts';
import { cycleOfYear } from '../../store/cycles.ts';
import { indicatorByKey, type Indicator } from '../../store/indicators.ts';
import { cutOffOf } from '../domain/calendar.ts';
import { addCalendarDay } from '../store/calendar.ts';
import { addChange } from '../store/changes.ts';
import { addQuestion } from '../store/questions.ts';
import { addWord, nameCounting } from '../store/targets.ts';
import { setContinuation, setYearPlan } from '../store/years.ts';
import { demoCalendar, demoChange, demoCounting, demoQuestions, demoWords, demoYears } from './content.ts';

const meeting = '2020-10-22';
const instant = (local: string) => new Date(`${local}:00+07:00`);

/** What was said of the targets of 2564, what was left open, and the calendar of its year. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const cycle = await cycleOfYear(tx, 2564);
  const before = await cycleOfYear(tx, 2563);
  if (!cycle || !before) throw new Error('demo: no years of evaluation');
  const units = new Map((await unitsActiveOn(tx, meeting)).map(({ abbreviation, id }) => [abbreviation, id]));
  const now = () => services.clock.now();
  const line = async (key: string, cycleId = cycle.id): Promise<Indicator> => {
    const found = await indicatorByKey(tx, cycleId, key);
    if (!found) throw new Error(`demo: no indicator ${key}`);
    return found;
  };
  const deputy = (await listPeople(tx, meeting, { limit: 10_000 })).find(({ positionTitle }) => positionTitle === 'รองอธิบดีกรมประชาสัมพันธ์');
  /** The transaction in the name of whoever spoke. */
  const as = async (short: string): Promise<Tx> => {
    const unitId = units.get(short);
    const head = short === 'deputy' ? deputy && { personId: deputy.id, name: deputy.name } : unitId === undefined ? undefined : await headOfUnit(tx, unitId, meeting);
    return head ? ({ ...tx, actor: { kind: 'person', id: head.personId, name: head.name, principals: [1, head.personId], permissions: new Map() } }) as Tx : tx;
  };

  at(instant('2020-10-19T10:00'));
  for (const { key, earlier, note } of demoYears.continues) await setContinuation(tx, (await line(key)).id, { id: (await line(earlier, before.id)).id, note }, now());
  for (const { key, ...plan } of demoYears.plans) await setYearPlan(tx, (await line(key)).id, { ...plan, rev: 0 }, now());
  for (const day of demoCalendar) await addCalendarDay(tx, cycle.id, day, now());

  for (const { key, by, at: when, ...said } of demoWords) {
    at(instant(when));
    await addWord(await as(by), await line(key), {
      authority: said.authority ?? 'opdc', stage: said.stage, ladder: said.ladder ?? null, weight: said.weight === undefined ? null : scaled(said.weight), weightGround: said.ground ?? null, reason: said.reason,
      decidedOn: when.slice(0, 10), reference: said.reference ?? '', letterId: null, yearSaid: said.yearSaid ?? null,
    }, now());
  }
  const keeper = await as('กพร.');
  for (const key of demoCounting.keys) await nameCounting(keeper, await line(key), { authority: demoCounting.authority, reason: demoCounting.reason, reference: demoCounting.reference, decidedOn: meeting }, now());
  for (const { keys, answers, ...question } of demoQuestions) {
    const about: number[] = [];
    for (const key of keys) about.push((await line(key)).id);
    await addQuestion(keeper, cycle.id, {
      ...question, indicatorIds: about, askedOn: meeting,
      answers: answers.map(({ text, saidBy, ladder, weight }) => ({ text, saidBy, ladder: ladder ?? null, weight: weight === undefined ? null : scaled(weight) })),
    }, now());
  }

  at(instant(demoChange.at));
  const asked = await line(demoChange.key);
  await addChange(await as(demoChange.by), cycle.id, {
    indicatorId: asked.id, kind: 'target', ground: 'force-majeure', reason: demoChange.reason, before: { ladder: asked.ladder }, wanted: { ladder: demoChange.ladder }, evidence: demoChange.evidence,
    letterId: null, letterReference: '', roundId: null, askedOn: demoChange.at.slice(0, 10), cutOffOn: cutOffOf(demoCalendar), lateReason: null, unitId: units.get(demoChange.by) as number,
  }, now());
}
