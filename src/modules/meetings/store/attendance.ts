// Who was there: one list per meeting, written as a whole.
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export type AttendanceKind = 'member' | 'representative' | 'acting' | 'participant' | 'absent';

export interface AttendanceRow {
  readonly id: number;
  readonly kind: AttendanceKind;
  readonly ordinal: number;
  readonly personId: number | null;
  readonly name: string;
  readonly position: string;
  readonly role: string;
  /** Abbreviation of the unit, as printed. */
  readonly unit: string;
  readonly unitId: number | null;
  readonly actingFor: string | null;
  readonly actingForPositionId: number | null;
  readonly actingId: number | null;
  /** The member whose seat this is. */
  readonly memberPartyId: number | null;
  readonly countsForQuorum: boolean;
  readonly reason: string;
}

export type NewAttendance = Omit<AttendanceRow, 'id' | 'ordinal'>;

/** The list in its order. */
export async function listAttendance(tx: ReadTx, meetingId: number): Promise<AttendanceRow[]> {
  const rows = await tx.db.selectFrom('meetings.attendance').select([
    'id', 'kind', 'ordinal', 'person_id as personId', 'name', 'position', 'role', 'unit', 'unit_id as unitId', 'acting_for as actingFor',
    'acting_for_position_id as actingForPositionId', 'acting_id as actingId', 'member_party_id as memberPartyId',
    'counts_for_quorum as countsForQuorum', 'reason',
  ]).where('meeting_id', '=', meetingId).orderBy('ordinal').orderBy('id').execute();
  return rows as AttendanceRow[];
}

/** Replaces the list of a meeting by `rows`, in their order. */
export async function replaceAttendance(tx: Tx, meetingId: number, rows: readonly NewAttendance[]): Promise<void> {
  await tx.db.deleteFrom('meetings.attendance').where('meeting_id', '=', meetingId).execute();
  if (rows.length === 0) return;
  await tx.db.insertInto('meetings.attendance').values(rows.map((row, index) => ({
    meeting_id: meetingId, kind: row.kind, ordinal: index + 1, person_id: row.personId, name: row.name, position: row.position,
    role: row.role, unit: row.unit, unit_id: row.unitId, acting_for: row.actingFor, acting_for_position_id: row.actingForPositionId,
    acting_id: row.actingId, member_party_id: row.memberPartyId, counts_for_quorum: row.countsForQuorum, reason: row.reason,
  }))).execute();
}
