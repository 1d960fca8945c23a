// The demo: what is known of 2563 (its total and group, nothing more), and the application of 2564 begun.
import type { Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { addEvidence } from '../../../../platform/evidence/evidence-links.ts';
import { addFileRecord } from '../../../../platform/files/file-records.ts';
import type { DemoContext } from '../../../../platform/module.ts';
import { orFail } from '../../../../platform/result.ts';
import { clerksOfUnit, headOfUnit, unitsActiveOn } from '../../../organisation/index.ts';
import { edition2563 } from '../../domain/pmqa/edition-2563.ts';
import { scaled } from '../../domain/numbers.ts';
import { demoEvidence, demoItems, demoProfile, demoResults } from './content.ts';
import { evidenceReaders, evidenceSources, evidenceType, noteWith } from '../features/fill-item/evidence.ts';
import { ticksOf } from '../features/fill-item/form.ts';
import { assessorCandidates } from '../features/show-year/load.ts';
import { itemOf } from '../load.ts';
import { saveAnswer, saveProfileText } from '../store/answers.ts';
import { addAssessment, addAssessmentEvent, assessmentOfYear, setAssessmentState, type AssessmentRecord } from '../store/assessments.ts';
import { nameAssessor } from '../store/assessors.ts';
import { addEdition, markEditionUsed } from '../store/editions.ts';
import { addOutcome } from '../store/outcomes.ts';
import { addPlanLine } from '../store/plan.ts';
import { addResultLine } from '../store/results.ts';

const instant = (local: string) => new Date(`${local}:00+07:00`);
const as = (tx: Tx, id: number, name: string, unitId: number): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [1, id, unitId], permissions: new Map([['performance.keep', 'all' as const], ['performance.report', 'all' as const]]) } satisfies Actor }) as Tx;

/** Lays down what the report says of 2563 and a self-assessment of 2564 that has just begun. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  const units = new Map((await unitsActiveOn(tx, '2020-10-22')).map(({ abbreviation, id }) => [abbreviation, id]));
  const unit = (short: string): number => {
    const id = units.get(short);
    if (id === undefined) throw new Error(`demo: no unit ${short}`);
    return id;
  };
  const keeper = unit('กพร.');
  const head = await headOfUnit(tx, keeper, '2020-10-22');
  const [clerk] = await clerksOfUnit(tx, keeper, '2020-10-22');
  if (!head || !clerk) throw new Error('demo: nobody heads กพร.');
  const [byHead, byClerk] = [as(tx, head.personId, head.name, keeper), as(tx, clerk.personId, clerk.name, keeper)];
  const now = () => services.clock.now();

  at(instant('2020-10-16T10:00'));
  const editionId = await addEdition(byHead, edition2563, now()) as number;
  await addOutcome(byHead, {
    year: 2563, kind: 'stated', total: scaled('282.31'), groupName: 'กลุ่มที่ 1', source: 'รายงานการประชุมคณะทำงานพัฒนาระบบบริหาร แจ้งผลของสำนักงาน ก.พ.ร.', dated: '2020-10-15', assessmentId: null, shares: [],
  }, now());

  at(instant('2020-10-20T09:30'));
  const id = await addAssessment(byHead, { year: 2564, editionId, keeperUnitId: keeper, editors: [keeper, unit('สลก.')], closesOn: '2021-01-29' }, now()) as number;
  await markEditionUsed(byHead, editionId, now());
  await addAssessmentEvent(byHead, id, 'made', '', now());
  at(instant('2020-10-21T14:00'));
  for (const { section, text } of demoProfile) await saveProfileText(byClerk, id, section, text, 0, now());
  const record = async () => await assessmentOfYear(tx, 2564) as AssessmentRecord;
  at(instant('2020-10-22T11:00'));
  await setAssessmentState(byHead, await record(), 'applied', now());
  await addAssessmentEvent(byHead, id, 'applied', '', now());
  const [assessor] = await assessorCandidates(tx, '2020-10-22');
  if (assessor) {
    await nameAssessor(byHead, id, assessor, now());
    await addAssessmentEvent(byHead, id, 'assessor-named', assessor.name, now());
  }
  at(instant('2020-10-26T09:00'));
  await setAssessmentState(byHead, await record(), 'self-assessing', now());
  await addAssessmentEvent(byHead, id, 'begun', '', now());

  at(instant('2020-10-29T15:20'));
  const answers = new Map<string, number>();
  for (const { item, boxes, texts } of demoItems) {
    const found = itemOf(edition2563, item);
    const ticks = found && ticksOf(found, boxes);
    if (!ticks) throw new Error(`demo: item ${item} has no such boxes`);
    answers.set(item, await saveAnswer(byClerk, id, { item, ticks, texts: { basic: '', advance: '', significance: '', ...texts }, rev: 0 }, now()) as number);
  }
  for (const line of demoResults) await addResultLine(byClerk, id, line, now());
  const { hash, size } = await services.files.put(demoEvidence.pdf());
  const file = await addFileRecord(byClerk, { hash, size, mediaType: 'application/pdf', name: demoEvidence.name, unitId: keeper, readers: await evidenceReaders(tx, await record()), taken: true });
  orFail(await addEvidence(byClerk, evidenceSources, { for: { type: evidenceType(demoEvidence.level), id: answers.get(demoEvidence.item) as number }, of: { type: 'platform.file', id: file.id }, readers: await evidenceReaders(tx, await record()), note: noteWith(1, demoEvidence.note) }));

  at(instant('2020-10-30T10:40'));
  await addPlanLine(byHead, id, { item: '3.4', what: 'เปิดให้ผู้ร้องเรียนติดตามสถานะเรื่องของตนได้ด้วยตนเอง และกำหนดเวลาตอบของแต่ละขั้น', unitId: unit('สลก.'), dueOn: '2021-02-26', doneOn: null }, now());
}
