/** Comma-separated values that spreadsheets open rightly: UTF-8 with a byte-order mark, CRLF, quoted where needed. */

type Cell = string | number | null | undefined;

/**
 * A text cell that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves do
 * for text; numbers stay numbers.
 */
function quoted(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of cells, the heads first, as one text. */
export function toCsv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[heads, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
