import type { Tx } from '../../../../platform/db/database.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { headOfUnit, positionHolder, requireAuthority, unitsActiveOn } from '../../../organisation/index.ts';
import { scaled } from '../../domain/numbers.ts';
import { cycleOfYear } from '../../store/cycles.ts';
import { indicatorByKey } from '../../store/indicators.ts';
import { levelScores } from '../domain/card.ts';
import { topicLines } from '../features/begin-scorecard/feature.tsx';
import { contentFor, executiveSeats, readCard, staffOf, type CardView } from '../load.ts';
import { addReaders, agreementsOf, proposeAgreement, signAgreement, takeNote, type SigningRole } from '../store/agreements.ts';
import { addCard, addLine, addMasterpiece, addResult, setCannot, setCascadeRule } from '../store/cards.ts';
import { demoCards, demoRules } from './content.ts';

const instant = (local: string) => new Date(`${local}:00+07:00`);

/** Scorecards of 2564: one signed by both and half read, one proposed, one being drawn up. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const cycle = await cycleOfYear(tx, 2564);
  if (!cycle) throw new Error('demo: no year 2564');
  const units = new Map((await unitsActiveOn(tx, '2020-10-26')).map(({ abbreviation, id }) => [abbreviation, id]));
  const now = () => services.clock.now();
  const deputy = (await executiveSeats(tx, cycle.departmentId, '2020-10-26')).find(({ title, holderId }) => title.startsWith('รอง') && holderId !== null);
  if (!deputy) throw new Error('demo: no deputy');
  /** The transaction in the name of whoever acts. */
  const as = (person: { personId: number; name: string }): Tx => ({ ...tx, actor: { kind: 'person', id: person.personId, name: person.name, principals: [1, person.personId], permissions: new Map() } }) as Tx;

  at(instant('2020-10-26T11:00'));
  for (const [key, rule] of demoRules) {
    const indicator = await indicatorByKey(tx, cycle.id, key);
    if (indicator) await setCascadeRule(tx, indicator.id, rule, now());
  }
  for (const { unit, at: begun, stage, lines, pieces } of demoCards) {
    at(instant(begun));
    const day = begun.slice(0, 10);
    const unitId = units.get(unit) as number;
    const head = await headOfUnit(tx, unitId, day);
    const own = head ? as(head) : tx;
    const id = await addCard(own, cycle, { unitId, weightSum: 100, executivePositionId: deputy.id }, now()) as number;
    for (const line of lines) {
      const indicator = line.indicator === undefined ? undefined : await indicatorByKey(tx, cycle.id, line.indicator.key);
      const lineId = await addLine(own, id, {
        kind: indicator ? 'cascaded' : 'own', indicatorId: indicator?.id ?? null, indicatorKey: indicator?.key ?? null, contribution: line.indicator ? scaled(line.indicator.share) : null, topic: null, title: line.title,
        unitOfMeasure: line.unitOfMeasure, better: 'more', weight: scaled(line.weight), ladder: { values: line.values, scores: levelScores, below: 'lowest' }, measureName: null,
      }, now()) as number;
      if (line.cannot) await setCannot(own, lineId, { reason: line.cannot, on: day }, now());
      if (line.result) await addResult(own, { lineId, month: 6, value: scaled(line.result.value), source: 'manual', measureName: null, asOf: now(), evidence: line.result.evidence }, now());
    }
    for (const topic of topicLines(false)) await addLine(own, id, topic, now());
    for (const piece of pieces) await addMasterpiece(own, id, piece, now());
    if (stage === 'draft') continue;
    const view = await readCard(tx, id, day) as CardView;
    const { head: seat, executive, content } = await contentFor(tx, view, day);
    if (!seat || !executive || !head) throw new Error(`demo: ${unit} has nobody to sign`);
    await proposeAgreement(own, id, content, { headPositionId: seat.id, executivePositionId: executive.id }, now());
    if (stage === 'proposed') continue;
    const sign = async (role: SigningRole, positionId: number, on: string): Promise<void> => {
      at(instant(on));
      const holder = await positionHolder(tx, positionId, on.slice(0, 10));
      const authority = holder && await requireAuthority(tx, holder.personId, positionId, on.slice(0, 10));
      const [agreement] = await agreementsOf(tx, [id]);
      if (!holder || !authority?.ok || !agreement) throw new Error(`demo: nobody signs for ${unit}`);
      await signAgreement(as(holder), agreement, { role, personId: holder.personId, personName: holder.name, positionTitle: role === 'head' ? content.headTitle : content.executiveTitle, authority: authority.value, signedOn: on.slice(0, 10) }, now());
    };
    await sign('head', seat.id, '2020-10-29T10:20');
    await sign('executive', executive.id, '2020-10-30T14:05');
    const [agreement] = await agreementsOf(tx, [id]);
    const staff = await staffOf(tx, unitId, '2020-10-30');
    await addReaders(tx, agreement?.id as number, staff);
    at(instant('2020-11-02T09:15'));
    for (const reader of staff.slice(0, Math.floor(staff.length / 2))) await takeNote(as(reader), agreement?.id as number, now());
  }
}
