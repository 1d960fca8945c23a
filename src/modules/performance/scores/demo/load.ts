// Examples of the secretariat: what the year would come to at the standard targets, and the sheet as it was drawn up. Nothing is laid down as a result.
import type { Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { headOfUnit, unitsActiveOn } from '../../../organisation/index.ts';
import { cycleOfYear } from '../../store/cycles.ts';
import { indicatorsOf, ladderOfIndicator, scoredLines } from '../../store/indicators.ts';
import { targetRung } from '../domain/standing.ts';
import { freezeYear } from '../freeze.ts';
import { addScenario } from '../store/scenarios.ts';

export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  at(new Date('2020-10-28T10:30:00+07:00'));
  const cycle = await cycleOfYear(tx, 2564);
  const unit = (await unitsActiveOn(tx, '2020-10-28')).find(({ abbreviation }) => abbreviation === 'กพร.');
  const head = unit && await headOfUnit(tx, unit.id, '2020-10-28');
  if (!cycle || !unit || !head) return;
  const values = new Map(scoredLines(await indicatorsOf(tx, cycle.id)).flatMap((indicator) => {
    const ladder = ladderOfIndicator(indicator);
    return ladder ? [[indicator.key, targetRung(ladder).value] as const] : [];
  }));
  const actor: Actor = { kind: 'person', id: head.personId, name: head.name, principals: [1, head.personId, unit.id], permissions: new Map() };
  const by = { ...tx, actor } as Tx;
  await addScenario(by, { cycleId: cycle.id, unitId: unit.id, name: 'ถ้าได้ตามเป้ามาตรฐาน', values }, services.clock.now());
  await freezeYear(by, cycle, { month: 12, kind: 'asked', reason: 'ใบตั้งต้นก่อนรวบรวมแบบรายละเอียดตัวชี้วัด' }, { now: services.clock.now(), today: '2020-10-28' });
}
