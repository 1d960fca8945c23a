import type { Words } from '../../../platform/words.ts';

/** How many members make a meeting valid. Set by the order or the law that made the committee, so it is data. */
export interface QuorumRule {
  /**
   * majority: at least half of all members (Administrative Procedure Act B.E. 2539, s. 79, where nothing else is said);
   * fraction: at least `a` of `b`; number: at least `a` members.
   */
  readonly kind: 'majority' | 'fraction' | 'number';
  readonly a: number;
  readonly b: number;
  readonly needsChair: boolean;
  readonly countsRepresentatives: boolean;
}

/** One seat of a committee and whether it was filled at a meeting. */
export interface SeatAttendance {
  readonly role: CommitteeRole;
  readonly present: boolean;
  /** Somebody else sat for the member. An acting head is the member, not a representative. */
  readonly byRepresentative?: boolean;
}

export const committeeRoles = ['chair', 'vice-chair', 'member', 'secretary', 'assistant-secretary'] as const;
export type CommitteeRole = (typeof committeeRoles)[number];

export interface Quorum {
  readonly members: number;
  readonly needed: number;
  readonly present: number;
  readonly chairPresent: boolean;
  readonly reached: boolean;
}

/** Fewest members that satisfy a rule in a committee of this size. */
export function seatsNeeded(rule: Pick<QuorumRule, 'kind' | 'a' | 'b'>, members: number): number {
  switch (rule.kind) {
    case 'majority':
      return Math.ceil(members / 2);
    case 'fraction':
      return Math.ceil((members * rule.a) / rule.b);
    case 'number':
      return rule.a;
  }
}

/** Whether the meeting could decide. A vice-chair takes the chair where the chair is absent. */
export function quorum(rule: QuorumRule, seats: readonly SeatAttendance[]): Quorum {
  const counted = seats.filter((seat) => seat.present && (rule.countsRepresentatives || !seat.byRepresentative));
  const chairPresent = seats.some((seat) => seat.present && !seat.byRepresentative && (seat.role === 'chair' || seat.role === 'vice-chair'));
  const needed = seatsNeeded(rule, seats.length);
  return {
    members: seats.length,
    needed,
    present: counted.length,
    chairPresent,
    reached: seats.length > 0 && counted.length >= needed && (!rule.needsChair || chairPresent),
  };
}

/** The rule in words: `ไม่น้อยกว่ากึ่งหนึ่งของกรรมการทั้งหมด (6 จาก 11 คน)`. */
export function quorumWords(rule: QuorumRule, members: number): Words {
  const needed = seatsNeeded(rule, members);
  const th = { majority: 'ไม่น้อยกว่ากึ่งหนึ่งของทั้งหมด', fraction: `ไม่น้อยกว่า ${rule.a} ใน ${rule.b} ของทั้งหมด`, number: `ไม่น้อยกว่า ${rule.a} คน` }[rule.kind];
  const en = { majority: 'at least half of all members', fraction: `at least ${rule.a} of ${rule.b} of all members`, number: `at least ${rule.a} members` }[rule.kind];
  const chairTh = rule.needsChair ? ' และต้องมีประธานหรือรองประธาน' : '';
  const chairEn = rule.needsChair ? ', the chair or vice-chair among them' : '';
  return { th: `${th} (${needed} จาก ${members} คน)${chairTh}`, en: `${en} (${needed} of ${members})${chairEn}` };
}
