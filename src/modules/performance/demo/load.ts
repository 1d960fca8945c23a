import type { DemoContext } from '../../../platform/module.ts';
import { unitsActiveOn } from '../../organisation/index.ts';
import { scaled } from '../domain/numbers.ts';
import { shippedFrameworks } from '../domain/framework/years/shipped.ts';
import { addFramework, useFramework } from '../frameworks/store/frameworks.ts';
import { addCycle, cycleById, setCycleState, type Cycle } from '../store/cycles.ts';
import { editionsOfYear } from '../store/framework-editions.ts';
import { addIndicator, setStatement, unitRoles, type Indicator } from '../store/indicators.ts';
import { addResult } from '../store/results.ts';
import { openRound } from '../store/rounds.ts';
import { sheet2563, sheet2564, type DemoIndicator } from './sheets.ts';

const instant = (local: string) => new Date(`${local}:00+07:00`);


/** Frameworks, and the sheets of 2563 (closed) and 2564 (being drawn up). */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const units = new Map((await unitsActiveOn(tx, '2020-10-22')).map(({ abbreviation, id }) => [abbreviation, id]));
  const unit = (short: string): number => {
    const id = units.get(short);
    if (id === undefined) throw new Error(`demo: no unit ${short}`);
    return id;
  };
  at(instant('2020-10-01T09:00'));
  const now = () => services.clock.now();
  for (const framework of shippedFrameworks) {
    const added = await addFramework(tx, framework, now(), 'brought-in');
    if (added && framework.fiscalYear <= 2564) await useFramework(tx, added.id, now());
  }
  const begin = async (fiscalYear: number): Promise<Cycle> => {
    const framework = (await editionsOfYear(tx, fiscalYear)).find(({ agency, state }) => agency === 'department' && state === 'used');
    if (!framework) throw new Error(`demo: no framework of ${fiscalYear}`);
    const id = await addCycle(tx, { fiscalYear, frameworkId: framework.id, departmentId: unit('กปส.'), keeperUnitId: unit('กพร.') }, now());
    return await cycleById(tx, id as number) as Cycle;
  };
  const lay = async (cycle: Cycle, sheet: readonly DemoIndicator[]): Promise<Map<string, number>> => {
    const ids = new Map<string, number>();
    for (const { parent, units: held, weight, ...indicator } of sheet) {
      const of = unitRoles.flatMap((role) => (held[role] ?? []).map((short): Indicator['units'][number] => ({ role, unitId: unit(short) })));
      const id = await addIndicator(tx, cycle, { ...indicator, parentId: parent === undefined ? null : (ids.get(parent) ?? null), weight: weight === null ? null : scaled(weight), units: of }, now());
      ids.set(indicator.key, id as number);
    }
    return ids;
  };
  const before = await begin(2563);
  const known = await lay(before, sheet2563);
  const round = await openRound(tx, { cycleId: before.id, kind: 'result', month: 12, dueOn: '2020-10-15', note: '' }, [...known.values()], now());
  for (const { key, result } of sheet2563) {
    await addResult(tx, known.get(key) as number, round as number, { value: scaled(result.value), numerator: null, denominator: null, margin: null, source: 'manual', measureName: null, asOf: instant('2020-09-30T16:30'), note: result.note, detail: result.detail }, now());
  }
  await setCycleState(tx, before, 'closed', now());
  at(instant('2020-10-19T09:30'));
  const cycle = await begin(2564);
  await lay(cycle, sheet2564);
  await setStatement(tx, cycle.id, { component: '1', tag: 'joint', text: 'สำนักงาน ก.พ.ร. ตรวจสอบแล้ว กรมประชาสัมพันธ์ไม่มีภารกิจในตัวชี้วัดร่วม (Joint KPIs)' }, now());
}
