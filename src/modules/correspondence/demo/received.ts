// Received letters of the demo: of กพร. and ศสช., in every state from the register to the close. Invented senders.
import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DemoContext } from '../../../platform/module.ts';
import { orFail } from '../../../platform/result.ts';
import { clerksOfUnit, headOfUnit, headPositionOf, unitsActiveOn, type Unit } from '../../organisation/index.ts';
import { order, propose } from '../received/chain.ts';
import type { Secrecy, Urgency } from '../domain/kinds.ts';
import type { Channel, Verdict } from '../domain/received.ts';
import { close } from '../received/matter-ends.ts';
import { registerAssigned, registerLetter } from '../received/receive.ts';
import { assignmentsOf } from '../store/chain.ts';

interface DemoReceived {
  readonly unit: 'กพร.' | 'ศสช.';
  readonly at: string;
  readonly from: string;
  readonly reference: string;
  readonly dated: string;
  readonly subject: string;
  readonly channel?: Channel;
  readonly urgency?: Urgency;
  readonly secrecy?: Secrecy;
  readonly urgentBefore?: string;
  /** How far it got. */
  readonly proposed?: { readonly at: string; readonly note: string };
  readonly ordered?: { readonly at: string; readonly verdict: Verdict; readonly to?: readonly string[]; readonly note: string };
  readonly takenBy?: { readonly at: string; readonly unit: string };
  readonly closed?: { readonly at: string; readonly outcome: string };
}

const letters: readonly DemoReceived[] = [
  { unit: 'กพร.', at: '2020-10-12T09:10', from: 'สำนักงานพัฒนามาตรฐานภาครัฐ (ตัวอย่าง)', reference: 'พม 1203/ว 87', dated: '2020-10-09', subject: 'แนวทางการจัดทำคำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2564', proposed: { at: '2020-10-12T10:05', note: 'เพื่อโปรดทราบ' }, ordered: { at: '2020-10-12T13:20', verdict: 'noted', note: 'ทราบ' } },
  { unit: 'กพร.', at: '2020-10-14T17:40', from: 'สถาบันวิจัยสื่อสาธารณะ (ตัวอย่าง)', reference: 'สวส 0301/455', dated: '2020-10-13', subject: 'ขอข้อมูลระดับความพึงพอใจของผู้รับบริการ', channel: 'e-mail', proposed: { at: '2020-10-15T09:00', note: 'เพื่อโปรดพิจารณา เห็นควรมอบ ศสช.' }, ordered: { at: '2020-10-15T14:30', verdict: 'assign', to: ['ศสช.'], note: 'มอบ ศสช. จัดทำข้อมูล' }, takenBy: { at: '2020-10-16T08:50', unit: 'ศสช.' } },
  { unit: 'กพร.', at: '2020-10-20T10:15', from: 'จังหวัดตัวอย่าง', reference: 'ตย 0017/2291', dated: '2020-10-16', subject: 'เชิญร่วมเป็นวิทยากรการบริหารจัดการภาครัฐ', channel: 'hand', proposed: { at: '2020-10-20T11:00', note: 'เพื่อโปรดพิจารณา' }, ordered: { at: '2020-10-21T09:15', verdict: 'approved', note: 'อนุมัติ' }, closed: { at: '2020-10-22T15:00', outcome: 'ตอบรับทางโทรศัพท์แล้ว' } },
  { unit: 'กพร.', at: '2020-10-26T09:30', from: 'สมาคมนักสื่อสารชุมชน (ตัวอย่าง)', reference: 'สสช 64/2563', dated: '2020-10-22', subject: 'ขอเข้าศึกษาดูงานระบบบริหารคุณภาพ', proposed: { at: '2020-10-26T10:20', note: 'เพื่อโปรดพิจารณา' }, ordered: { at: '2020-10-27T16:00', verdict: 'as-proposed', note: 'ดำเนินการตามเสนอ' } },
  { unit: 'กพร.', at: '2020-10-28T11:25', from: 'สำนักงานตรวจประเมิน (ตัวอย่าง)', reference: 'สตป 0102/310', dated: '2020-10-27', subject: 'แจ้งกำหนดการตรวจติดตามตัวชี้วัดรอบสิบสองเดือน', urgency: 'very-urgent', proposed: { at: '2020-10-28T11:40', note: 'เพื่อโปรดพิจารณาสั่งการ' }, ordered: { at: '2020-10-28T15:10', verdict: 'assign', to: ['สนผ.', 'ศสช.', 'กคส.'], note: 'มอบผู้เกี่ยวข้องเตรียมเอกสาร' } },
  { unit: 'กพร.', at: '2020-10-30T09:05', from: 'กองทุนส่งเสริมสื่อ (ตัวอย่าง)', reference: 'กสส 11/1180', dated: '2020-10-29', subject: 'ขอเชิญประชุมหารือแผนงานร่วม', urgency: 'urgent', proposed: { at: '2020-10-30T09:45', note: 'เพื่อโปรดพิจารณา' } },
  { unit: 'กพร.', at: '2020-11-02T08:55', from: 'สำนักงบบริหาร (ตัวอย่าง)', reference: 'สบห 0705/ว 912', dated: '2020-10-30', subject: 'เร่งรัดการรายงานผลการใช้จ่ายตามตัวชี้วัด', urgency: 'most-urgent', proposed: { at: '2020-11-02T09:05', note: 'เพื่อโปรดพิจารณาสั่งการ' } },
  { unit: 'กพร.', at: '2020-11-02T14:20', from: 'สำนักข่าวกรองตัวอย่าง', reference: 'ขต 0001/15', dated: '2020-11-02', subject: 'ประสานการรักษาความปลอดภัยข้อมูล', secrecy: 'confidential', channel: 'hand' },
  { unit: 'กพร.', at: '2020-11-02T15:35', from: 'มหาวิทยาลัยตัวอย่าง', reference: 'มต 6001/774', dated: '2020-10-28', subject: 'ขอส่งนักศึกษาฝึกประสบการณ์วิชาชีพ' },
  { unit: 'ศสช.', at: '2020-10-19T13:10', from: 'สำนักงานดิจิทัลตัวอย่าง', reference: 'ดต 0204/1021', dated: '2020-10-16', subject: 'แจ้งปรับปรุงโครงข่ายสื่อสารข้อมูล', proposed: { at: '2020-10-19T14:00', note: 'เพื่อโปรดทราบ' }, ordered: { at: '2020-10-20T08:50', verdict: 'file', note: 'เก็บ' } },
  { unit: 'ศสช.', at: '2020-11-02T09:50', from: 'ศูนย์ประสานงานความมั่นคงปลอดภัยไซเบอร์ (ตัวอย่าง)', reference: 'ศปซ 0402/88', dated: '2020-11-02', subject: 'ขอให้ตรวจสอบช่องโหว่ของระบบให้บริการประชาชน', urgency: 'most-urgent', urgentBefore: '2020-11-04T16:00', channel: 'e-mail' },
];

const day = '2020-10-30';
const instant = (local: string) => new Date(`${local}:00+07:00`);

/** Lays the letters down through the module's own use cases, in the names of the clerks and heads of the units. */
export async function layReceived({ tx, services, at }: DemoContext): Promise<void> {
  const units = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.abbreviation, unit]));
  const unitOf = (abbreviation: string): Unit => {
    const unit = units.get(abbreviation);
    if (!unit) throw new Error(`demo: no unit ${abbreviation}`);
    return unit;
  };
  const clerk = async (unit: Unit): Promise<Tx> => {
    const [one] = await clerksOfUnit(tx, unit.id, day);
    return as(tx, one?.personId ?? 0, one?.name ?? '', [unit.id]);
  };
  const head = async (unit: Unit): Promise<{ tx: Tx; seat: number }> => {
    const seat = await headPositionOf(tx, unit.id, day);
    const one = await headOfUnit(tx, unit.id, day);
    return { tx: as(tx, one?.personId ?? 0, one?.name ?? '', [unit.id, seat?.id ?? 0]), seat: seat?.id ?? 0 };
  };
  for (const one of letters.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const unit = unitOf(one.unit);
    const desk = await clerk(unit);
    at(instant(one.at));
    const { id } = orFail(await registerLetter(desk, services, {
      unitId: unit.id, channel: one.channel ?? 'paper', from: one.from, reference: one.reference, letterDate: one.dated, to: 'อธิบดีกรมประชาสัมพันธ์', subject: one.subject, enclosures: '',
      urgency: one.urgency ?? 'ordinary', urgentBefore: one.urgentBefore ? instant(one.urgentBefore) : null, secrecy: one.secrecy ?? 'none', receivedAt: services.clock.now(), fileIds: [], remark: '', confirmed: true,
    }));
    if (!one.proposed) continue;
    const chief = await head(unit);
    at(instant(one.proposed.at));
    orFail(await propose(desk, services, id, { positionId: chief.seat, purpose: 'consider', note: one.proposed.note }));
    if (!one.ordered) continue;
    at(instant(one.ordered.at));
    const assignees = (one.ordered.to ?? []).map((abbreviation) => ({ unitId: unitOf(abbreviation).id, personId: null, label: abbreviation }));
    orFail(await order(chief.tx, services, id, { verdict: one.ordered.verdict, assignees, sequence: false, note: one.ordered.note }));
    if (one.takenBy) {
      const { takenBy } = one;
      at(instant(takenBy.at));
      const given = (await assignmentsOf(tx, id)).find((assignment) => assignment.label === takenBy.unit);
      orFail(await registerAssigned(await clerk(unitOf(takenBy.unit)), services, given?.id ?? 0));
    }
    if (one.closed) {
      at(instant(one.closed.at));
      orFail(await close(desk, services, id, { outcome: one.closed.outcome }));
    }
  }
}

/** The same transaction in the name of somebody of the demo, with a clerk's rights in the given units. */
const as = (tx: Tx, id: number, name: string, parties: readonly number[]): Tx =>
  ({ ...tx, actor: { kind: 'person', id, name, principals: [id, 1, ...parties], permissions: new Map([['correspondence.receive-letters', 'all']]) } satisfies Actor }) as Tx;
