/** What a saved sheet is worth on a day. Money in satang, so that sums are exact. */
export interface Rates {
  readonly satangPerPage: number;
  readonly copiesPerRecipient: number;
  readonly satangPerDelivery: number;
}

/** What is known of one letter. `pages` is null while its definitive PDF is not made or not read. */
export interface SentLetter {
  readonly recipients: number;
  readonly pages: number | null;
}

export interface Saving {
  /** Sheets of paper that were not printed. */
  readonly sheets: number;
  readonly satang: number;
}

/**
 * pages × recipients × copies × price of a page + recipients × price of a delivery. A letter whose pages are not known
 * counts as one page, the least that a letter has. The file copy of the sender is not counted: it was printed on paper too.
 */
export function savingOf({ recipients, pages }: SentLetter, { satangPerPage, copiesPerRecipient, satangPerDelivery }: Rates): Saving {
  const sheets = (pages ?? 1) * recipients * copiesPerRecipient;
  return { sheets, satang: sheets * satangPerPage + recipients * satangPerDelivery };
}

export const sumSavings = (savings: readonly Saving[]): Saving =>
  savings.reduce<Saving>((sum, one) => ({ sheets: sum.sheets + one.sheets, satang: sum.satang + one.satang }), { sheets: 0, satang: 0 });

/** Satang as baht: 123450 → `1,234.50`. */
export const bahtText = (satang: number): string => (satang / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
