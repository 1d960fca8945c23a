/**
 * Rows as CSV that spreadsheet programs open rightly: UTF-8 with byte order mark, CRLF, quotes where needed. A cell
 * that a spreadsheet would take for a formula gets a leading apostrophe, which reading takes off again (tables/read-csv).
 */
export function csvOf(rows: readonly (readonly unknown[])[]): string {
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    const text = value instanceof Date ? value.toISOString() : String(value);
    const safe = typeof value !== 'number' && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
