// Which unit takes over one that was ended: named with its day and order, corrected or taken back with a reason.
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { Unit } from '../domain/units.ts';
import { first } from './dated.ts';
import { unitById } from './units.ts';

/** A unit that is ended or will be: as it was on its last day. */
export interface EndedUnit extends Unit {
  /** Last day, `YYYY-MM-DD`. */
  readonly closedOn: string;
}

/** Who takes over whom. Days are `YYYY-MM-DD`. */
export interface Succession {
  readonly id: number;
  readonly unitId: number;
  readonly successorId: number;
  readonly fromDay: string;
  readonly order: string;
  readonly enteredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
  /** As the unit was called on its last day: `กพร. กลุ่มพัฒนาระบบบริหาร`. */
  readonly unitName: string;
  readonly successorName: string;
}

const called = (id: string, day: string) => sql.raw(`(select coalesce((select a.text || ' ' from organisation.unit_abbreviation a where a.unit_id = ${id} and a.kind = 'preferred'
      and a.valid_from <= ${day} order by a.valid_from desc limit 1), '') || n.th from organisation.unit_name n where n.unit_id = ${id} and n.valid_from <= ${day} order by n.valid_from desc limit 1)`);
const columns = sql`s.id, s.unit_id as "unitId", s.successor_id as "successorId", s.from_day as "fromDay", s.order_text as "order", s.entered_at as "enteredAt",
  s.withdrawn_at as "withdrawnAt", s.withdraw_reason as "withdrawReason", coalesce(${called('s.unit_id', 's.from_day')}, '') as "unitName", coalesce(${called('s.successor_id', 's.from_day')}, '') as "successorName"`;

/** What was ever said about who takes over a unit, the entry in force first. */
export async function successionsOf(tx: ReadTx, unitId: number): Promise<Succession[]> {
  return (await sql<Succession>`select ${columns} from organisation.unit_succession s where s.unit_id = ${unitId} order by s.withdrawn_at desc nulls first, s.id desc`.execute(tx.db)).rows;
}

/** Units that a unit takes over itself, the latest first. What those had taken over comes with them. */
export async function takenOverBy(tx: ReadTx, unitId: number): Promise<Succession[]> {
  return (await sql<Succession>`select ${columns} from organisation.unit_succession s where s.successor_id = ${unitId} and s.withdrawn_at is null order by s.from_day desc, s.id desc`.execute(tx.db)).rows;
}

/** Units that are gone on a day, those that ended last first; who takes each over, where that is said. */
export async function endedUnits(tx: ReadTx, day: string): Promise<{ id: number; name: string; closedOn: string; successorId: number | null; successorName: string | null }[]> {
  return (await sql<{ id: number; name: string; closedOn: string; successorId: number | null; successorName: string | null }>`
    select u.id, coalesce(${called('u.id', 'u.closed_on')}, '') as name, u.closed_on as "closedOn", s.successor_id as "successorId", ${called('s.successor_id', 's.from_day')} as "successorName"
    from organisation.unit u left join organisation.unit_succession s on s.unit_id = u.id and s.withdrawn_at is null
    where u.closed_on < ${day}::date order by u.closed_on desc, u.id`.execute(tx.db)).rows;
}

/** A unit that was ended, as it was on its last day; also while that day is still to come. */
export async function endedUnit(tx: ReadTx, unitId: number): Promise<EndedUnit | undefined> {
  const row = await first(tx, sql<{ closedOn: string }>`select closed_on as "closedOn" from organisation.unit where id = ${unitId} and closed_on is not null`);
  const unit = row && (await unitById(tx, unitId, row.closedOn));
  return unit && row && { ...unit, closedOn: row.closedOn };
}

/** The unit that answers for another on a day: the last of the chain that took it over; itself where nobody did. */
export async function answersFor(tx: ReadTx, unitId: number, day: string): Promise<number> {
  return (await first(tx, sql<{ id: number }>`select organisation.answers_for(${unitId}, ${day}::date) as id`))?.id ?? unitId;
}

export interface NewSuccession {
  readonly unitId: number;
  readonly successorId: number;
  /** Left out: the day after the unit's last day. */
  readonly fromDay?: string | undefined;
  readonly order: string;
  /** Why the entry before it is wrong; needed where there is one. */
  readonly reason?: string | undefined;
}

const words = {
  notEnded: { th: 'ระบุหน่วยงานที่รับช่วงได้เมื่อกำหนดวันยุบหน่วยงานแล้ว', en: 'A successor can be named once the unit has its last day.' },
  tooEarly: { th: 'วันเริ่มรับช่วงต้องอยู่หลังวันสุดท้ายของหน่วยงาน', en: 'The successor takes over after the last day of the unit.' },
  notThere: { th: 'หน่วยงานที่รับช่วงต้องมีอยู่ในวันนั้น และต้องไม่ใช่หน่วยงานนี้เอง', en: 'The successor must exist on that day, and cannot be the unit itself.' },
  needReason: { th: 'มีหน่วยงานที่รับช่วงอยู่แล้ว กรุณาระบุเหตุที่แก้ไข', en: 'A successor is named already: say why that is corrected.' },
};
const atField = (code: string, field: string, said: { th: string; en: string }) => fail(code, said, { fields: { [field]: said } });

/**
 * Names the unit that takes over; an entry before it is withdrawn with the reason. Failures: NOT_ENDED, TOO_EARLY,
 * NO_SUCH_SUCCESSOR, NEEDS_REASON. Resolves with the entry that was corrected, if any.
 */
export async function nameSuccessor(tx: Tx, one: NewSuccession, now: Date): Promise<Result<Succession | undefined>> {
  const row = await first(tx, sql<{ closedOn: string | null; next: string | null }>`select closed_on as "closedOn", closed_on + 1 as next from organisation.unit where id = ${one.unitId} for update`);
  if (!row) return notFound();
  const fromDay = one.fromDay ?? row.next;
  if (row.closedOn === null || fromDay === null) return fail('NOT_ENDED', words.notEnded, { status: 409 });
  if (fromDay <= row.closedOn) return atField('TOO_EARLY', 'fromDay', words.tooEarly);
  if (one.successorId === one.unitId || !(await unitById(tx, one.successorId, fromDay))) return atField('NO_SUCH_SUCCESSOR', 'successor', words.notThere);
  const before = (await successionsOf(tx, one.unitId)).find((entry) => entry.withdrawnAt === null);
  if (before) {
    if (!one.reason) return atField('NEEDS_REASON', 'reason', words.needReason);
    await withdraw(tx, before.id, one.reason, now);
  }
  await tx.db.insertInto('organisation.unit_succession').values({ unit_id: one.unitId, successor_id: one.successorId, from_day: fromDay, order_text: one.order, entered_at: now }).execute();
  return ok(before);
}

/** Takes the entry in force back: from now on nobody takes the unit over. Resolves with it. */
export async function removeSuccessor(tx: Tx, unitId: number, reason: string, now: Date): Promise<Result<Succession>> {
  const before = (await successionsOf(tx, unitId)).find((entry) => entry.withdrawnAt === null);
  if (!before || !(await withdraw(tx, before.id, reason, now))) return notFound();
  return ok(before);
}

async function withdraw(tx: Tx, id: number, reason: string, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('organisation.unit_succession').set({ withdrawn_at: now, withdraw_reason: reason }).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
