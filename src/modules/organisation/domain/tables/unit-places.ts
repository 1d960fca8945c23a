/** Rules between the units of a file and of the house: where units stand once all is done, and which may close. Pure. */
import { addDays, localDate } from '../../../../thai/index.ts';
import { factOn, type SeatRecord, type UnitBook, type UnitRecord } from './books.ts';
import { daySaid, refuse, type Draft } from './rows.ts';

interface Places {
  readonly units: UnitBook;
  readonly seats: readonly SeatRecord[];
}

const good = (draft: Draft<UnitRecord> | undefined): draft is Draft<UnitRecord> => draft !== undefined && draft.problems.length === 0;
const changed = (draft: Draft<UnitRecord>, column: string) => draft.changes.find((one) => one.column === column);
const byUnit = (drafts: readonly Draft<UnitRecord>[]) => new Map(drafts.flatMap((draft) => (draft.record ? [[draft.record.id, draft] as const] : [])));

/** No two rows put their units below each other. */
export function checkPlaces(drafts: readonly Draft<UnitRecord>[], { units }: Places): void {
  const moving = drafts.filter((draft) => good(draft) && draft.record && changed(draft, 'parent'));
  const moved = new Map(moving.map((draft) => [(draft.record as UnitRecord).id, draft.refs['parent'] ?? null]));
  const above = (id: number): number | null => {
    const given = moved.get(id);
    const unit = units.byId.get(id);
    return given !== undefined ? given : unit ? units.parentOf(unit) : null;
  };
  for (const draft of moving) {
    const { id } = draft.record as UnitRecord;
    let at = above(id);
    for (let steps = 0; at !== null && at !== id && steps < 40; steps += 1) at = above(at);
    if (at === id) refuse(draft, 'parent', 'แถวอื่นในไฟล์ย้ายหน่วยงานต้นสังกัดนี้มาอยู่ใต้หน่วยงานนี้', 'Another row of the file puts the unit above below this one.');
  }
}

/** A unit closes when no unit and nobody is left in it after its last day, counting what the file closes and moves. */
export function checkClosings(drafts: readonly Draft<UnitRecord>[], { units, seats }: Places): void {
  const rows = byUnit(drafts);
  const lastDayOf = (unit: UnitRecord): string | null => {
    const draft = rows.get(unit.id);
    return (good(draft) ? (changed(draft, 'closed_on')?.to as string | undefined) : undefined) ?? unit.closedOn;
  };
  const aboveOn = (unit: UnitRecord, day: string): number | null => {
    const draft = rows.get(unit.id);
    const moves = good(draft) && changed(draft, 'parent') && String(draft.cells['parent_from']) <= day;
    return moves ? (draft.refs['parent'] ?? null) : (factOn(unit.placements, day)?.parentId ?? null);
  };
  const left = (unit: UnitRecord, last: string): string[] => {
    const after = addDays(localDate(last), 1);
    const below = [...units.byId.values()].filter((one) => one.id !== unit.id && aboveOn(one, after) === unit.id && (lastDayOf(one) ?? '9999') > last);
    const fresh = drafts.filter((draft) => good(draft) && !draft.record && draft.refs['parent'] === unit.id);
    return [...below.map((one) => units.text(one.id) ?? units.nameOf(one)), ...fresh.map((draft) => String(draft.cells['name']))];
  };
  // A unit that may not close keeps the one above it open as well.
  for (let again = true; again; ) {
    again = false;
    for (const draft of drafts) {
      const last = changed(draft, 'closed_on')?.to;
      if (typeof last !== 'string' || !draft.record || !good(draft)) continue;
      const { id } = draft.record;
      const below = left(draft.record, last);
      const people = seats.filter((seat) => seat.unitId === id).flatMap((seat) => seat.holders).filter((one) => one.to === null || one.to > last);
      const some = (names: readonly string[]) => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`;
      const names = some(people.map((one) => one.name));
      if (below.length > 0) refuse(draft, 'closed_on', `หลังวันที่ ${daySaid(last).th} ยังมีหน่วยงานย่อย ${below.length} หน่วย (${some(below)}) ยุบหรือย้ายก่อน หรือใส่ไว้ในไฟล์เดียวกัน`, `After ${daySaid(last).en} there are still ${below.length} units below it (${some(below)}). Close or move them first, or in the same file.`);
      if (people.length > 0) refuse(draft, 'closed_on', `หลังวันที่ ${daySaid(last).th} ยังมีบุคลากร ${people.length} คน (${names}) ย้ายออกก่อน`, `After ${daySaid(last).en} there are still ${people.length} people in it (${names}). Move them first.`);
      again ||= draft.problems.length > 0;
    }
  }
}
