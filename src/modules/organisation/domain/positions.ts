import type { Words } from '../../../platform/words.ts';

export const positionKinds = ['executive', 'head', 'specialist', 'officer', 'records-clerk', 'employee'] as const;
/** What a seat is in the line of command; roles may be granted to all holders of a kind. */
export type PositionKind = (typeof positionKinds)[number];

export const positionKindNames: Readonly<Record<PositionKind, Words>> = {
  executive: { th: 'ผู้บริหารกรม', en: 'Executive of the department' },
  head: { th: 'หัวหน้าหน่วยงาน', en: 'Head of a unit' },
  specialist: { th: 'ผู้เชี่ยวชาญ/ผู้ทรงคุณวุฒิ', en: 'Specialist' },
  officer: { th: 'ข้าราชการ', en: 'Official' },
  'records-clerk': { th: 'เจ้าหน้าที่สารบรรณ', en: 'Records clerk' },
  employee: { th: 'พนักงานราชการ/ลูกจ้าง', en: 'Employee' },
};

/** What is written down of a seat. */
export interface PositionInput {
  readonly unitId: number;
  readonly title: string;
  readonly titleEn: string;
  /** `ผอ.กพร.`; empty where the seat has none. */
  readonly abbreviation: string;
  readonly kind: PositionKind;
  readonly level: string;
  readonly seatNumber: string;
  readonly head: boolean;
  readonly rank: number;
}

/** A seat, and from when to when there is one. */
export interface Position extends PositionInput {
  readonly id: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const leaveReasons = ['retired', 'moved-out', 'resigned', 'dismissed', 'died'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export const leaveReasonNames: Readonly<Record<LeaveReason, Words>> = {
  retired: { th: 'เกษียณอายุราชการ', en: 'Retired' },
  'moved-out': { th: 'โอนไปส่วนราชการอื่น', en: 'Moved to another agency' },
  resigned: { th: 'ลาออก', en: 'Resigned' },
  dismissed: { th: 'ให้ออกจากราชการ', en: 'Dismissed' },
  died: { th: 'ถึงแก่กรรม', en: 'Died' },
};
