import type { Authority } from '../../../platform/access/actor.ts';
import type { Words } from '../../../platform/words.ts';

export const actingKinds = ['rakkha', 'patibat', 'representative'] as const;
/**
 * rakkha (รักษาราชการแทน): full powers of an absent holder or a vacant seat. patibat (ปฏิบัติราชการแทน): named powers
 * handed down by a delegating order. representative (ผู้แทน): sits in a meeting for the holder and signs nothing.
 */
export type ActingKind = (typeof actingKinds)[number];

export const actingNames: Readonly<Record<ActingKind, Words>> = {
  rakkha: { th: 'รักษาราชการแทน', en: 'Acting for' },
  patibat: { th: 'ปฏิบัติราชการแทน', en: 'By delegation of' },
  representative: { th: 'ผู้แทน', en: 'Representing' },
};

const authorityKinds = { rakkha: 'acting', patibat: 'delegated', representative: 'representative' } as const;

/** The line printed under a signature: `รักษาราชการแทนผู้อำนวยการสำนักข่าว`. */
export function actingLine(kind: ActingKind, positionTitle: string): string {
  return `${actingNames[kind].th}${kind === 'representative' ? ' ' : ''}${positionTitle}`.trim();
}

/** The authority that an acting record gives, to be kept with what was decided on it. */
export function actingAuthority(acting: { id: number; kind: ActingKind; positionId: number; positionTitle: string }): Authority {
  return { kind: authorityKinds[acting.kind], positionId: acting.positionId, actingId: acting.id, words: actingLine(acting.kind, acting.positionTitle) };
}

/** The authority of one's own seat. */
export function ownAuthority(positionId: number, positionTitle: string): Authority {
  return { kind: 'own', positionId, words: positionTitle };
}

/** Which record is relied on where several would do: full powers before delegated ones, the newer before the older. */
export function strongest<T extends { kind: ActingKind; validFrom: string; id: number }>(records: readonly T[]): T | undefined {
  return records.toSorted((x, y) => actingKinds.indexOf(x.kind) - actingKinds.indexOf(y.kind) || (x.validFrom < y.validFrom ? 1 : -1) || y.id - x.id)[0];
}
