/** An edition of the criteria as the rows of a table, and back: what is written out can be brought in again without a change. */
import type { TableColumn, TableRow } from '../../../../platform/tables/table.ts';
import type { Words } from '../../../../platform/words.ts';
import type { Edition } from '../../domain/pmqa/edition.ts';
import { allLevels, type Level } from '../../domain/pmqa/levels.ts';

export const rowKinds = ['edition', 'points', 'category', 'item', 'level', 'box', 'result', 'line', 'factor', 'step', 'standing', 'group'] as const;
export type RowKind = (typeof rowKinds)[number];

export const rowKindWords: Readonly<Record<RowKind, Words>> = {
  edition: { th: 'ฉบับ', en: 'edition' },
  points: { th: 'คะแนนของระดับ', en: 'points of a level' },
  category: { th: 'หมวด', en: 'category' },
  item: { th: 'หัวข้อ', en: 'item' },
  level: { th: 'ระดับของหัวข้อ', en: 'level of an item' },
  box: { th: 'ข้อย่อย', en: 'box' },
  result: { th: 'หัวข้อผลลัพธ์', en: 'result item' },
  line: { th: 'เกณฑ์ 5 ระดับ', en: 'five-level line' },
  factor: { th: 'ตัวคูณร้อยละ', en: 'factor of the percentage' },
  step: { th: 'ขั้นคะแนน', en: 'step of points' },
  standing: { th: 'สถานะ', en: 'standing' },
  group: { th: 'กลุ่ม', en: 'group' },
};

export const levelWords: Readonly<Record<Level, Words>> = {
  basic: { th: 'พื้นฐาน (Basic)', en: 'Basic' },
  advance: { th: 'ก้าวหน้า (Advance)', en: 'Advance' },
  significance: { th: 'พัฒนาจนเกิดผล (Significance)', en: 'Significance' },
};

const column = (code: string, th: string, en: string, kind: TableColumn['kind'], about: Words, more: Partial<TableColumn> = {}): TableColumn => ({ code, head: { th, en }, about, kind, ...more });

export const editionColumns: readonly TableColumn[] = [
  column('kind', 'ชนิดแถว', 'Kind of row', 'choice', { th: 'แถวนี้กำหนดสิ่งใดของเกณฑ์', en: 'What of the criteria this row states' }, { needed: true, choices: rowKindWords, width: 20 }),
  column('under', 'อยู่ใต้', 'Under', 'text', { th: 'รหัสหมวดของหัวข้อ หรือรหัสหัวข้อของระดับและข้อย่อย', en: 'Key of the category of an item, or of the item of a level and box' }, { max: 40, width: 10 }),
  column('level', 'ระดับ', 'Level', 'choice', { th: 'ระดับของแถวชนิดคะแนน ระดับ และข้อย่อย', en: 'Level, for points, levels and boxes' }, { choices: levelWords, width: 24 }),
  column('key', 'รหัส', 'Key', 'text', { th: 'รหัสที่ไม่ซ้ำกันในชนิดเดียวกัน เช่น 1.1, RM8; ของข้อย่อยคือลำดับ', en: 'Unique within its kind: 1.1, RM8; of a box, its number' }, { max: 40, width: 10 }),
  column('name', 'ชื่อ', 'Name', 'text', { th: 'ชื่อภาษาไทย', en: 'Name in Thai' }, { max: 300, width: 40 }),
  column('name_en', 'ชื่อภาษาอังกฤษ', 'Name in English', 'text', { th: 'ชื่อภาษาอังกฤษ', en: 'Name in English' }, { max: 300, width: 30 }),
  column('text', 'ข้อความ', 'Text', 'lines', { th: 'สาระของระดับหรือข้อย่อย; ค่าของระดับ 1 ถึง 5 คั่นด้วยวรรค; ของกลุ่ม: ยืนยันแล้ว หรือ รอยืนยัน', en: 'Gist of a level or box; values of levels 1 to 5 parted by spaces; of a group: confirmed or to confirm' }, { max: 2000, width: 60 }),
  column('number', 'ตัวเลข', 'Number', 'text', { th: 'น้ำหนักของหมวด คะแนนของระดับ จำนวนข้อย่อย หรือค่าเริ่มต้นของสถานะและกลุ่ม', en: 'Weight, points, count of boxes, or where a standing or group begins' }, { max: 40, width: 10 }),
  column('until', 'ถึง', 'Until', 'text', { th: 'ปลายของขั้นคะแนนหรือกลุ่ม เว้นว่างคือไม่มีปลาย', en: 'End of a step or group; empty: none' }, { max: 40, width: 10 }),
];

/** A row with every cell as text, `''` where nothing stands. */
export type EditionRow = Readonly<Record<'under' | 'key' | 'name' | 'name_en' | 'text' | 'number' | 'until', string>> & { readonly kind: RowKind; readonly level: Level | '' };

export const certaintyWords: Readonly<Record<'confirmed' | 'to-confirm', Words>> = { confirmed: { th: 'ยืนยันแล้ว', en: 'confirmed' }, 'to-confirm': { th: 'รอยืนยัน', en: 'to confirm' } };

const row = (kind: RowKind, more: Partial<Omit<EditionRow, 'kind'>>): EditionRow => ({ kind, under: '', level: '', key: '', name: '', name_en: '', text: '', number: '', until: '', ...more });
const named = ({ th, en }: Words) => ({ name: th, name_en: en });

/** The rows of an edition, in the order in which people read criteria. */
export function rowsOfEdition(edition: Edition): EditionRow[] {
  return [
    row('edition', { key: edition.key, ...named(edition.name), number: edition.governmentLevel }),
    ...allLevels.map((level) => row('points', { level, number: edition.points[level] })),
    ...edition.categories.flatMap((category) => [
      row('category', { key: category.key, ...named(category.name), number: category.weight }),
      ...category.items.flatMap((item) => [
        row('item', { under: category.key, key: item.key, ...named(item.name) }),
        ...allLevels.flatMap((level) => [
          row('level', { under: item.key, level, text: item.levels[level].gist, number: String(item.levels[level].boxes) }),
          ...(item.levels[level].texts ?? []).map((text, at) => row('box', { under: item.key, level, key: String(at + 1), text })),
        ]),
      ]),
      ...(category.results ?? []).map((result) => row('result', { under: category.key, key: result.key, ...named(result.name) })),
    ]),
    ...edition.ladders.map(({ key, values }) => row('line', { key, text: values.join(' ') })),
    row('factor', { number: edition.free.factor }),
    ...edition.free.steps.map(({ upTo, points }, at) => row('step', { key: String(at + 1), number: points, until: upTo ?? '' })),
    ...edition.standings.map((standing) => row('standing', { key: standing.key, ...named(standing.name), number: standing.from })),
    ...edition.groups.map((group) => row('group', { key: group.key, ...named(group.name), number: group.from, until: group.below ?? '', text: certaintyWords[group.certainty].th })),
  ];
}

/** Cells as the table writes them. */
export const cellsOfRow = (one: EditionRow): TableRow => ({ ...one, level: one.level === '' ? null : one.level });

/** What a row is about: two rows of one name are doubles, and a row of the base of the same name is what it changes. */
export const rowName = ({ kind, under, level, key }: Pick<EditionRow, 'kind' | 'under' | 'level' | 'key'>): string => (kind === 'edition' ? 'edition' : [kind, kind === 'item' || kind === 'result' ? '' : under, level, key].join('/'));

export const sameRow = (a: EditionRow, b: EditionRow): boolean => (Object.keys(a) as (keyof EditionRow)[]).every((cell) => a[cell] === b[cell]);
