/** How a certificate comes to a person and goes: its states, the steps between them, and what it is called on a day. */

export const certificateStates = ['requested', 'sent', 'received', 'active', 'refused', 'revoked', 'replaced', 'removed'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** As shown: one in use ends, or begins, by itself. */
export type ShownState = CertificateState | 'expired' | 'not-yet';

/** Steps and the states from which each leads on. `take-in` brings a certificate file, `hand-over` puts it into use. */
export const certificateSteps = {
  'make-key': ['requested'],
  send: ['requested'],
  'take-in': ['requested', 'sent'],
  'hand-over': ['received'],
  refuse: ['requested', 'sent'],
  revoke: ['received', 'active'],
  replace: ['active'],
  remove: ['requested', 'sent', 'received', 'active'],
} as const satisfies Record<string, readonly CertificateState[]>;
export type CertificateStep = keyof typeof certificateSteps;

export function mayTake(step: CertificateStep, state: CertificateState): boolean {
  return (certificateSteps[step] as readonly CertificateState[]).includes(state);
}

/** What a certificate is at a moment. */
export function shownState(row: { readonly state: CertificateState; readonly validFrom: Date | null; readonly validTo: Date | null }, now: Date): ShownState {
  if (row.state !== 'active' || row.validFrom === null || row.validTo === null) return row.state;
  return now > row.validTo ? 'expired' : now < row.validFrom ? 'not-yet' : 'active';
}

/** Whole days until the end; negative afterwards. */
export function daysLeft(validTo: Date, now: Date): number {
  return Math.floor((validTo.getTime() - now.getTime()) / 86_400_000);
}

/**
 * The warning that is due: the fewest of `days` that the rest has come down to, where nothing as near was said before.
 * Undefined where nothing is due, or the certificate has ended.
 * @param days so many days before the end, in any order
 * @param said of the last warning
 */
export function warningDue(validTo: Date, now: Date, days: readonly number[], said: number | null): number | undefined {
  const left = daysLeft(validTo, now);
  if (left < 0) return undefined;
  const reached = days.filter((day) => left <= day);
  if (reached.length === 0) return undefined;
  const nearest = Math.min(...reached);
  return said === null || nearest < said ? nearest : undefined;
}
