// A table of weights read as a tree: groups, numbered rows and their sub-rows.
import type { TableLine } from '../minutes-document.ts';
import { arabic, cellNumber, leadingLabel, total } from './reading.ts';

export type WeightRow = {
  readonly row: number;
  readonly label: string;
  /** "ตัวชี้วัด 3" for a row labelled ตัวชี้วัดที่ ๓. */
  readonly key?: string;
  readonly level: number;
  readonly own?: number;
  readonly children: WeightRow[];
};

export type WeightTable = {
  readonly column: number;
  readonly roots: readonly WeightRow[];
  readonly all: readonly WeightRow[];
  /** What a "รวม" row states. */
  readonly stated?: { readonly row: number; readonly value: number };
  /** True when the column is a weight or a share, so that 100 is expected. */
  readonly share: boolean;
};

const weightHead = /น้ำหนัก|ร้อยละ|สัดส่วน|คะแนนเต็ม/u;
const totalLabel = /^(?:รวม|ผลรวม|ยอดรวม|รวมทั้งสิ้น|รวมทั้งหมด)/u;

/** Undefined for a table without a column of weights. */
export function readWeightTable(line: TableLine, classifiers: readonly string[]): WeightTable | undefined {
  const column = line.columns.findIndex((head, index) => weightHead.test(head) && line.rows.some((row) => cellNumber(row[index] ?? '') !== undefined));
  if (column < 0) return undefined;
  const rows = line.rows.map((cells, row) => ({ row, label: (cells.find((c) => /\p{L}/u.test(c)) ?? '').trim(), number: numberLabel(cells), own: cellNumber(cells[column] ?? '') }));
  const totalRow = rows.findLast((r) => totalLabel.test(r.label));
  const body = rows.filter((r) => r !== totalRow);
  const words = [...new Set(body.flatMap((r) => leadingLabel(r.label, classifiers)?.word ?? []))];

  const roots: WeightRow[] = [];
  const all: WeightRow[] = [];
  const path: WeightRow[] = [];
  for (const { row, label, number, own } of body) {
    const lead = leadingLabel(label, classifiers);
    const dots = number?.split('.').length ?? 1;
    const level = lead ? words.indexOf(lead.word) : dots > 1 ? words.length + dots - 1 : words.length;
    const node: WeightRow = { row, label, level, children: [], ...(lead && { key: `${lead.word} ${lead.number}` }), ...(own !== undefined && { own }) };
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    const parent = path.at(-1);
    // Without numbers of their own, rows under a row that carries a weight stand beside it, not below it.
    if (parent && (dots > 1 || lead || parent.own === undefined)) parent.children.push(node);
    else roots.push(node);
    all.push(node);
    path.push(node);
  }
  const stated = totalRow?.own;
  return {
    column,
    roots,
    all,
    share: !/คะแนน/u.test(line.columns[column] ?? ''),
    ...(totalRow && stated !== undefined && { stated: { row: totalRow.row, value: stated } }),
  };
}

function numberLabel(cells: readonly string[]): string | undefined {
  return /^([0-9]{1,2}(?:\.[0-9]{1,2})*)[.)\s]?/u.exec(arabic(cells[0] ?? '').trim())?.[1];
}

/** A row's weight: its own, or else that of the rows below it. */
export function weightOf(row: WeightRow): number | undefined {
  return row.own ?? childrenWeight(row);
}

export function childrenWeight(row: WeightRow): number | undefined {
  const parts = row.children.flatMap((c) => weightOf(c) ?? []);
  return parts.length > 0 ? total(parts) : undefined;
}
