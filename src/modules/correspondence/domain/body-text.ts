/**
 * The text of a letter as people type it in one box, and as paragraphs, numbered entries and tables.
 *
 * Lines are paragraphs. A line that begins with a number or a dash is an entry of a list: `๑.` `1.` first level, `๑.๑`
 * second, `๑.๑.๑`, `(๑)`, `1)` third, `ก.` `(ก)` fourth. Lines `| … | … |` that follow each other are a table, the
 * first one its heads; a line `| :-- | :-: | --: 2 |` below it says how the columns stand and how wide they are beside
 * each other. Rows with tabs, as a spreadsheet copies them, are a table too.
 */
import type { LetterTable, Paragraph } from './letter.ts';

const number = '[0-9๐-๙]{1,3}';
const listed = new RegExp(String.raw`^(?<label>${number}(?:\.${number}){1,3}\.?|${number}[.)]|\(${number}\)|\([ก-ฮ]\)|[ก-ฮ]\.|[-•])\s+(?<text>.+)$`, 'u');
/** Decimals, hours and sums at the beginning of a sentence are no labels: 10.30 น., 3.5 ล้านบาท. */
const measure = /^(?:น\.|นาฬิกา|ล้าน|พัน|หมื่น|แสน|บาท|สตางค์|%|ร้อยละ|เปอร์เซ็นต์|กิโล|เมตร|เซนติ|มิลลิ|ตาราง|ไร่|ตัน|กรัม|ชั่วโมง|คะแนน|เท่า)/u;
const letters = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
const mostColumns = 12;
const mostRows = 2000;

type Item = Extract<Paragraph, { kind: 'item' }>;

function levelOf(label: string): 1 | 2 | 3 | 4 {
  if (/^\(?[ก-ฮ]/u.test(label)) return 4;
  if (/[()]/.test(label)) return 3;
  const parts = label.split('.').filter((part) => part !== '').length;
  return parts <= 1 ? 1 : parts === 2 ? 2 : parts === 3 ? 3 : 4;
}

/** Whether a letter with a stop goes on a list: จ. ฉ. are also words of their own (จังหวัด), so ก. must have come before. */
function goesOn(label: string, lettersSoFar: number): boolean {
  const at = letters.indexOf(label[0] ?? '');
  return at <= lettersSoFar;
}

function itemOf(line: string, lettersSoFar: number): Item | undefined {
  const { label, text } = listed.exec(line.trim())?.groups ?? {};
  if (label === undefined || text === undefined) return undefined;
  if (/^[ก-ฮ]\.$/u.test(label) && !goesOn(label, lettersSoFar)) return undefined;
  if (/^[0-9๐-๙]+\.[0-9๐-๙]/.test(label) && measure.test(text)) return undefined;
  // A dash says its level by the spaces before it.
  const indent = Math.min(4, 1 + Math.floor((line.length - line.trimStart().length) / 2));
  const level = /^[-•]$/.test(label) ? indent : levelOf(label);
  return { kind: 'item', label, ...(level > 1 ? { level } : {}), text };
}

const isRow = (line: string): boolean => line.trim().startsWith('|');
const isTabbed = (line: string): boolean => {
  const inner = line.trim();
  return inner.includes('\t') && !(listed.exec(inner)?.groups?.['text']?.includes('\t') === false);
};

/** Cells of a line between strokes; `\|` is a stroke inside a cell. */
function strokeCells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
}

const plainCell = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
const tabCells = (line: string): string[] => line.replace(/^\n+|\r$/g, '').split('\t').map((cell) => cell.trim());

/** Brings every row to the same number of cells; what stands beyond the last column is joined into it. */
function evenRows(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.min(mostColumns, Math.max(1, ...rows.map((row) => row.length)));
  return rows.map((row) => {
    const cells = row.slice(0, width - 1).map(plainCell);
    const last = plainCell(row.slice(width - 1).join(' '));
    return [...cells, ...Array.from({ length: width - 1 - cells.length }, () => ''), last].slice(0, width);
  });
}

const rule = /^(?<left>:)?-+(?<right>:)?(?:\s+(?<share>[0-9]{1,2}(?:\.[0-9]{1,2})?))?$/;

/** A table of lines; undefined when nothing stands in them. */
function tableOf(lines: readonly (readonly string[])[]): LetterTable | undefined {
  const rules = lines[1]?.map((cell) => rule.exec(cell)?.groups);
  const styled = rules !== undefined && rules.length > 0 && rules.every((one) => one !== undefined);
  const [heads = [], ...rows] = evenRows(styled ? [lines[0] ?? [], ...lines.slice(2)] : lines);
  if ([heads, ...rows].every((row) => row.every((cell) => cell === ''))) return undefined;
  const columns = heads.map((title, i) => {
    const one = styled ? rules[i] : undefined;
    const align = one?.['right'] ? (one['left'] ? 'centre' as const : 'right' as const) : undefined;
    const share = Number(one?.['share'] ?? 0);
    return { title, ...(align ? { align } : {}), ...(share > 0 && share !== 1 ? { share } : {}) };
  });
  return { kind: 'table', columns, rows: rows.slice(0, mostRows) };
}

/**
 * Every line that is not empty is a paragraph, an entry or a row. Only spaces at the ends are lost: a second reading of
 * `textOf` gives the same.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(/\r?\n/);
  const out: Paragraph[] = [];
  let lettersSoFar = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const kind = isRow(line) ? isRow : isTabbed(line) && isTabbed(lines[at + 1] ?? '') ? isTabbed : undefined;
    if (kind) {
      let end = at;
      while (end < lines.length && kind(lines[end] ?? '') && !(kind === isTabbed && isRow(lines[end] ?? ''))) end += 1;
      const table = tableOf(lines.slice(at, end).map(kind === isRow ? strokeCells : tabCells));
      if (table) out.push(table);
      at = end - 1;
      continue;
    }
    const plain = line.replaceAll('\t', ' ');
    const item = itemOf(plain, lettersSoFar);
    if (item?.label !== undefined && /^[ก-ฮ]\.$/u.test(item.label)) lettersSoFar = letters.indexOf(item.label[0] ?? '') + 1;
    out.push(item ?? plain.trim());
  }
  return out;
}

const cellText = (cell: string): string => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const rowText = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;

function tableText({ columns, rows }: LetterTable): string {
  const styled = columns.some((column) => column.align !== undefined || column.share !== undefined) || looksLikeRule(rows[0]);
  const rules = columns.map(({ align, share }) => `${align === 'centre' ? ':-:' : align === 'right' ? '--:' : '---'}${share === undefined ? '' : ` ${share}`}`);
  return [rowText(columns.map((column) => column.title)), ...(styled ? [rowText(rules)] : []), ...rows.map(rowText)].join('\n');
}

/** A row of dashes would be read as the style of the columns, unless that stands there already. */
const looksLikeRule = (row: readonly string[] | undefined): boolean => row !== undefined && row.length > 0 && row.every((cell) => rule.test(cell.trim()));

function blockText(one: Paragraph): string {
  if (typeof one === 'string') return one;
  if (one.kind === 'table') return tableText(one);
  const label = one.label ?? '-';
  return `${/^[-•]$/.test(label) ? '  '.repeat((one.level ?? 1) - 1) : ''}${label} ${one.text}`;
}

/** The paragraphs as lines of one box, an empty line between two. */
export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(blockText).join('\n\n');
}
