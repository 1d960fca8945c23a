import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import type { PositionInput, PositionKind } from '../domain/positions.ts';
import type { SeatRecord } from '../domain/tables/books.ts';
import { isTaken } from '../domain/tables/plan.ts';
import type { RowPlan } from '../domain/tables/rows.ts';
import { addPositions, closePosition, editPositions } from '../store/positions.ts';
import { entry, has, textOf, told } from './apply.ts';
import type { Applying } from './kinds.ts';
import { seatRecords } from './records.ts';

const newSeat = { title: '', titleEn: '', abbreviation: '', level: '', seatNumber: '', head: false, rank: 100 };

function seatOf(plan: RowPlan, kept: SeatRecord | undefined): PositionInput {
  const old = kept ?? newSeat;
  const text = (column: string, value: string) => String(told(plan, column, value) ?? '');
  return {
    unitId: kept?.unitId ?? (plan.refs['unit'] as number), title: text('title', old.title), titleEn: text('title_en', old.titleEn), abbreviation: text('abbreviation', old.abbreviation),
    kind: (plan.cells['kind'] ?? kept?.kind) as PositionKind, level: text('level', old.level), seatNumber: text('seat_number', old.seatNumber), head: told(plan, 'head', old.head), rank: Number(plan.cells['rank'] ?? old.rank),
  };
}

/** Carries the rows of positions out. Seats that give the head's place up are written before those that take it. */
export async function applyPositions(tx: Tx, plans: readonly RowPlan[], { importId }: Applying): Promise<AuditEntry[]> {
  const taken = plans.filter(isTaken);
  const kept = new Map((await seatRecords(tx)).map((seat) => [seat.id, seat]));
  const closed = taken.filter((plan) => has(plan, 'valid_to'));
  const edited = taken.filter((plan) => plan.recordId !== null && plan.changes.some((change) => change.column !== 'valid_to'));
  const fresh = taken.filter((plan) => plan.recordId === null);
  for (const plan of closed) orFail(await closePosition(tx, plan.recordId as number, textOf(plan, 'valid_to')));
  const seats = edited.map((plan) => ({ ...seatOf(plan, kept.get(plan.recordId as number)), id: plan.recordId as number }));
  for (const some of [seats.filter((seat) => !seat.head), seats.filter((seat) => seat.head)]) if (some.length > 0) await editPositions(tx, some);
  const ids = fresh.length === 0 ? [] : await addPositions(tx, fresh.map((plan) => ({ ...seatOf(plan, undefined), from: textOf(plan, 'valid_from') })));
  const note = (action: string, plan: RowPlan, id: number, detail: Record<string, unknown> = {}) => {
    const unitId = kept.get(id)?.unitId ?? plan.refs['unit'];
    return entry(`organisation.${action}`, 'organisation.position', id, plan, importId, typeof unitId === 'number' ? { unitId, detail } : { detail });
  };
  return [
    ...closed.map((plan) => note('position-closed', plan, plan.recordId as number, { lastDay: textOf(plan, 'valid_to') })),
    ...edited.map((plan) => note('position-changed', plan, plan.recordId as number)),
    ...fresh.map((plan, at) => note('position-added', plan, ids[at] as number)),
  ];
}
