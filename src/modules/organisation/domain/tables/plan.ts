/** Judges the rows of a file against the house: one verdict for each row, before anything is written. Pure. */
import { readCell, sameCell } from '../../../../platform/tables/cells.ts';
import type { FileRow } from '../../../../platform/tables/table.ts';
import { toArabicDigits } from '../../../../thai/index.ts';
import { problem, readId, refuse, type Draft, type OfficeColumn, type RowPlan, type TableRules, type Verdict } from './rows.ts';

function read<R>(row: FileRow, columns: readonly OfficeColumn[]): Draft<R> {
  const draft: Draft<R> = { row: row.number, cells: {}, problems: [], changes: [], refs: {}, record: undefined };
  for (const column of columns) {
    if (!(column.code in row.cells) || column.readOnly) continue;
    const value = readCell(column, row.cells[column.code]);
    if (value.ok) draft.cells[column.code] = value.value;
    else draft.problems.push({ column: column.code, ...value.message });
  }
  return draft;
}

/** Finds the record that a row is about, by its number, else by what the table matches by. */
function find<R, H>(draft: Draft<R>, rules: TableRules<R, H>, house: H): void {
  const typed = draft.cells['id'];
  const id = readId(typeof typed === 'string' ? toArabicDigits(typed) : (typed ?? null));
  if (!id.ok) {
    draft.problems.push({ column: 'id', ...id.message });
    return;
  }
  if (id.value === 'new') return;
  if (id.value === null) {
    const matched = rules.match(draft, house);
    if (matched === 'new') return;
    if ('record' in matched) draft.record = matched.record;
    else draft.problems.push(matched);
    return;
  }
  draft.record = rules.byId(id.value, house);
  if (!draft.record) refuse(draft, 'id', `ไม่มีเลขในระบบ ${id.value} ถ้าเป็นรายการใหม่ให้เว้นว่างช่องนี้`, `There is no record ${id.value}. Leave this cell empty if the row is new.`);
}

/** What the row would change, cell by cell. */
function compare<R, H>(draft: Draft<R>, rules: TableRules<R, H>, house: H): void {
  const before = draft.record === undefined ? undefined : rules.cellsOf(draft.record, house);
  for (const column of rules.columns) {
    const { code } = column;
    if (column.readOnly || column.inputOnly) continue;
    const given = draft.cells[code];
    const there = given !== undefined && given !== null;
    if (column.filled && !there && (before === undefined || (given === null && !column.emptyKeeps)) && !draft.problems.some((one) => one.column === code)) {
      refuse(draft, code, `กรุณากรอก${column.head.th}`, `Please fill in: ${column.head.en}`);
    }
    if (column.own || given === undefined || (column.emptyKeeps && !there)) continue;
    const old = before?.[code] ?? null;
    if (before === undefined ? there && given !== false : !sameCell(column, old, given)) draft.changes.push({ column: code, from: old, to: given });
  }
}

/** Rows that mean one record, or would make it twice. Equal ones count once; of different ones none is taken. */
function findDoubles<R, H>(drafts: readonly Draft<R>[], rules: TableRules<R, H>): Set<Draft<R>> {
  const doubles = new Set<Draft<R>>();
  const groups = new Map<string, Draft<R>[]>();
  for (const draft of drafts) {
    const key = draft.record === undefined ? rules.key(draft) : `#${rules.idOf(draft.record)}`;
    if (key !== null && key !== '') groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  for (const [first, ...others] of groups.values()) {
    if (!first || others.length === 0) continue;
    const said = JSON.stringify(first.cells);
    const alike = others.every((one) => JSON.stringify(one.cells) === said);
    for (const draft of alike ? others : [first, ...others]) {
      const other = (draft === first ? others[0] : first) as Draft<R>;
      doubles.add(draft);
      draft.problems.unshift(alike
        ? problem(null, `เหมือนแถว ${other.row} ทุกช่อง นับเพียงครั้งเดียว`, `The same as row ${other.row}, counted once`)
        : problem(null, `ซ้ำกับแถว ${other.row} แต่ข้อมูลต่างกัน เหลือไว้แถวเดียวแล้วส่งใหม่`, `It tells of the same as row ${other.row}, but differs. Keep one of them and send the file again.`));
    }
  }
  return doubles;
}

/** Every row of a file with its verdict. */
export function planRows<R, H>(rows: readonly FileRow[], rules: TableRules<R, H>, house: H): RowPlan[] {
  const drafts: Draft<R>[] = [];
  for (const row of rows) {
    const draft = read<R>(row, rules.columns);
    rules.refine?.(draft, house, drafts.at(-1));
    find(draft, rules, house);
    drafts.push(draft);
  }
  const doubles = findDoubles(drafts, rules);
  for (const draft of drafts) {
    if (draft.problems.some((one) => one.ambiguous)) continue;
    compare(draft, rules, house);
    rules.check(draft, house);
  }
  rules.across?.(drafts.filter((draft) => !doubles.has(draft)), house);
  return drafts.map((draft) => finish(draft, rules, house, doubles.has(draft)));
}

function verdictOf<R>(draft: Draft<R>, double: boolean): Verdict {
  if (double) return 'duplicate';
  if (draft.problems.length > 0) return draft.problems.some((one) => one.ambiguous) ? 'ambiguous' : 'refused';
  if (draft.record === undefined) return 'new';
  return draft.changes.length > 0 ? 'changed' : 'unchanged';
}

function finish<R, H>(draft: Draft<R>, rules: TableRules<R, H>, house: H, double: boolean): RowPlan {
  const verdict = verdictOf(draft, double);
  return {
    row: draft.row,
    verdict,
    recordId: draft.record === undefined ? null : rules.idOf(draft.record),
    label: rules.label(draft, house),
    changes: verdict === 'new' || verdict === 'changed' ? draft.changes : [],
    problems: draft.problems,
    cells: draft.cells,
    refs: draft.refs,
  };
}

/** A row that is carried out once the import is confirmed. */
export const isTaken = (plan: Pick<RowPlan, 'verdict'>): boolean => plan.verdict === 'new' || plan.verdict === 'changed';

/** How many rows of each verdict. */
export function countVerdicts(plans: readonly Pick<RowPlan, 'verdict'>[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { new: 0, changed: 0, unchanged: 0, refused: 0, duplicate: 0, ambiguous: 0 };
  for (const { verdict } of plans) counts[verdict] += 1;
  return counts;
}
