import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { FailureError, fail, orFail } from '../../../platform/result.ts';
import type { LeaveReason } from '../domain/positions.ts';
import { isTaken } from '../domain/tables/plan.ts';
import { problem, type RowPlan } from '../domain/tables/rows.ts';
import { handOverPreview } from '../hand-over.ts';
import { indexPeople } from '../search.ts';
import { addPeople, editPeople, putIntoSeats } from '../store/people-at-once.ts';
import type { PersonInput } from '../domain/people.ts';
import { leaveService } from '../store/people-changes.ts';
import { entry, has, textOf, told } from './apply.ts';
import type { Applying } from './kinds.ts';
import { personRecords } from './records.ts';

/** Who leaves with work in his name is handed over on the person's own page, where somebody can be chosen to take it. */
export async function checkHandOver(tx: ReadTx, plans: RowPlan[]): Promise<RowPlan[]> {
  const judged: RowPlan[] = [];
  for (const plan of plans) {
    const leaves = isTaken(plan) && plan.recordId !== null && has(plan, 'left_on');
    const waiting = leaves ? (await handOverPreview(tx, plan.recordId as number)).reduce((sum, line) => sum + line.count, 0) : 0;
    judged.push(waiting === 0 ? plan : {
      ...plan, verdict: 'refused', changes: [],
      problems: [problem('left_on', `มีงานในชื่อของบุคลากรท่านนี้ ${waiting} เรื่อง บันทึกการพ้นราชการที่หน้าของบุคลากร แล้วเลือกผู้รับงานต่อ`, `${waiting} matters wait in this person's name. Record the leaving on the person's page and choose who takes them over.`)],
    });
  }
  return judged;
}

const personCells = ['title', 'given', 'family', 'given_en', 'family_en', 'email', 'phone'];
const emptyPerson: PersonInput = { title: '', given: '', family: '', givenEn: '', familyEn: '', email: null, phone: null };

function personOf(plan: RowPlan, kept: PersonInput): PersonInput {
  const text = (column: string, old: string) => String(told(plan, column, old) ?? '');
  return {
    title: text('title', kept.title), given: text('given', kept.given), family: text('family', kept.family), givenEn: text('given_en', kept.givenEn), familyEn: text('family_en', kept.familyEn),
    email: told(plan, 'email', kept.email), phone: told(plan, 'phone', kept.phone),
  };
}

/** Carries the rows of people out: everybody new, everybody changed and every move in one statement each. */
export async function applyPeople(tx: Tx, plans: readonly RowPlan[], { day, importId }: Applying): Promise<AuditEntry[]> {
  const taken = plans.filter(isTaken);
  const fresh = taken.filter((plan) => plan.recordId === null);
  const edited = taken.filter((plan) => plan.recordId !== null && has(plan, ...personCells));
  const moved = taken.filter((plan) => has(plan, 'position'));
  const leaving = taken.filter((plan) => plan.recordId !== null && has(plan, 'left_on'));
  const kept = new Map(edited.length === 0 ? [] : (await personRecords(tx)).map((person) => [person.id, person]));
  const ids = new Map<RowPlan, number>(taken.flatMap((plan) => (plan.recordId === null ? [] : [[plan, plan.recordId] as const])));
  if (fresh.length > 0) for (const [at, id] of (await addPeople(tx, fresh.map((plan) => personOf(plan, emptyPerson)))).entries()) ids.set(fresh[at] as RowPlan, id);
  const idOf = (plan: RowPlan) => ids.get(plan) as number;
  if (edited.length > 0) {
    // An address that goes from one person to another in the same file is free before it is given.
    const giving = edited.filter((plan) => has(plan, 'email'));
    if (giving.length > 1) await editPeople(tx, giving.map((plan) => ({ ...(kept.get(idOf(plan)) as PersonInput), email: null, id: idOf(plan) })));
    await editPeople(tx, edited.map((plan) => ({ ...personOf(plan, kept.get(idOf(plan)) as PersonInput), id: idOf(plan) })));
  }
  // Whoever leaves makes room for who comes.
  for (const plan of leaving) orFail(await leaveService(tx, idOf(plan), textOf(plan, 'left_on'), textOf(plan, 'left_reason') as LeaveReason));
  if (moved.length > 0) {
    await putIntoSeats(tx, moved.map((plan) => ({
      personId: idOf(plan), positionId: plan.refs['position'] as number, main: true, from: textOf(plan, 'position_from'), orderNumber: textOf(plan, 'order_number'), orderDate: told(plan, 'order_date', null as string | null),
    })));
  }
  if (taken.length > 0) await indexPeople(tx, day, [...ids.values()]);
  const note = (action: string) => (plan: RowPlan) => entry(action, 'organisation.person', idOf(plan), plan, importId);
  return [
    ...fresh.map(note('organisation.person-added')), ...edited.map(note('organisation.person-changed')),
    ...moved.map((plan) => entry('organisation.person-moved', 'organisation.person', idOf(plan), plan, importId, { detail: { position: plan.refs['position'], from: textOf(plan, 'position_from'), order: textOf(plan, 'order_number') } })),
    ...leaving.map((plan) => entry('organisation.person-left', 'organisation.person', idOf(plan), plan, importId, { detail: { lastDay: textOf(plan, 'left_on'), reason: textOf(plan, 'left_reason') } })),
  ];
}

/** What the database refused because somebody was faster, as words. */
export function asFailure(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code !== '23505' && code !== '23P01') return error;
  return new FailureError(fail('CHANGED_MEANWHILE', {
    th: 'ข้อมูลบางรายการขัดกับข้อมูลที่มีอยู่ (อีเมล ตัวย่อ รหัส หรือตำแหน่งซ้ำ) จึงยังไม่ได้นำเข้าแม้แต่แถวเดียว กรุณาตรวจไฟล์แล้วส่งใหม่',
    en: 'Some rows clash with what is there (an e-mail address, abbreviation, code or seat is taken), so nothing was brought in. Please check the file and send it again.',
  }, { status: 409 }));
}
