// The demo's plan as the meeting was told it (agenda 4.1), invented trainings, and letters of the later stages.
import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { orFail } from '../../../platform/result.ts';
import { addressedUnits, issueLetter } from '../../correspondence/index.ts';
import { headOfUnit, headPositionOf, unitsActiveOn, type Unit } from '../../organisation/index.ts';
import { addPlanLine } from '../store/plan.ts';
import { demoLetters, demoPlan, demoTrainings } from './content.ts';

const day = '2020-11-03';
const instant = (local: string) => new Date(`${local}:00+07:00`);

const as = (tx: Tx, id: number, name: string, unitId: number): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [1, id, unitId], permissions: new Map() } satisfies Actor }) as Tx;

export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const units = await unitsActiveOn(tx, day);
  const unitOf = (short: string): Unit => {
    const unit = units.find((one) => one.abbreviation === short);
    if (!unit) throw new Error(`demo: no unit ${short}`);
    return unit;
  };
  at(instant('2020-10-30T10:00'));
  for (const { stage, month, support, note } of demoPlan) {
    await addPlanLine(tx, { stage, unitId: null, dueMonth: month, leadUnitId: unitOf('สลก.').id, supportingUnitIds: support.map((one) => unitOf(one).id), note }, services.clock.now());
  }
  for (const letter of demoLetters) {
    const from = unitOf(letter.from);
    const seat = await headPositionOf(tx, from.id, letter.at.slice(0, 10));
    const head = await headOfUnit(tx, from.id, letter.at.slice(0, 10));
    if (!seat || !head) continue;
    const to = letter.to === 'inside' ? units.filter((unit) => unit.parentId === from.id) : letter.to.map(unitOf);
    at(instant(letter.at));
    orFail(await issueLetter(as(tx, head.personId, head.name, from.id), services, {
      fromUnitId: from.id, signerPositionId: seat.id, subject: letter.subject, paragraphs: letter.paragraphs,
      addressees: to.map((unit) => ({ kind: 'unit' as const, targetId: unit.id, label: unit.abbreviation || unit.name })),
    }));
  }
  await layTrainings(tx, await addressedUnits(tx, day));
}

/** One or two people of most units, in two rounds; offices that are not in have none. */
async function layTrainings(tx: Tx, units: readonly Unit[]): Promise<void> {
  const { courses, given, family } = demoTrainings;
  const entries = units.flatMap((unit, at) => {
    if (unit.kind === 'provincial-office' && at % 4 === 0) return [];
    const people = unit.kind === 'provincial-office' ? 1 : 2;
    return Array.from({ length: people }, (_, n) => ({
      unitId: unit.id, person: `${given[(at * 3 + n) % given.length]} ${family[(at * 7 + n * 5) % family.length]}`,
      course: courses[n % courses.length]?.name ?? '', day: courses[n % courses.length]?.day ?? day,
    }));
  });
  await sql`insert into adoption.training (unit_id, person_name, course, trained_on, remark, added_by, added_at)
    select g.unit_id, g.person, g.course, g.day, '', 0, ${instant('2020-10-30T10:00')}::timestamptz
    from unnest(${entries.map((one) => one.unitId)}::int[], ${entries.map((one) => one.person)}::text[], ${entries.map((one) => one.course)}::text[], ${entries.map((one) => one.day)}::date[]) as g (unit_id, person, course, day)
    on conflict do nothing`.execute(tx.db);
}
