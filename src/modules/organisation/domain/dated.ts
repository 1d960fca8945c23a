/** A row that holds from one legal day to another, both included; `validTo` null while it is open. */
export interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether the row holds on a day `YYYY-MM-DD`. */
export function holdsOn(row: Dated, day: string): boolean {
  return row.validFrom <= day && (row.validTo === null || row.validTo >= day);
}

/** past, current or future, as seen from a day: for the marks beside dated rows. */
export function standing(row: Dated, day: string): 'past' | 'current' | 'future' {
  if (row.validFrom > day) return 'future';
  return holdsOn(row, day) ? 'current' : 'past';
}
