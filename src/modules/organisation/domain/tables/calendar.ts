/** The table of the office calendar: one row for each day that is not ordinary. Pure. */
import type { TableRow } from '../../../../platform/tables/table.ts';
import type { UnitBook } from './books.ts';
import { idColumn, problem, refuse, text, type Draft, type OfficeColumn, type TableRules } from './rows.ts';

export interface DayRecord {
  readonly id: number;
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly source: string;
  readonly announcedOn: string | null;
  readonly uncertain: boolean;
  readonly unitId: number | null;
  readonly withdrawn: boolean;
}

export interface CalendarHouse {
  readonly units: UnitBook;
  readonly days: readonly DayRecord[];
}

const kinds = {
  holiday: { th: 'วันหยุดราชการ', en: 'Holiday' }, substitute: { th: 'วันหยุดชดเชย', en: 'Substitute' },
  special: { th: 'วันหยุดพิเศษ', en: 'Special holiday' }, worked: { th: 'วันทำการพิเศษ', en: 'Worked although off' },
};
const states = { announced: { th: 'ประกาศแล้ว', en: 'Announced' }, expected: { th: 'รอประกาศ', en: 'Not yet announced' }, withdrawn: { th: 'ถอน', en: 'Withdrawn' } };

export const calendarColumns: readonly OfficeColumn[] = [
  idColumn,
  { code: 'day', kind: 'date', needed: true, filled: true, aliases: ['วัน เดือน ปี'], head: { th: 'วันที่', en: 'Day' }, about: { th: 'วันที่หยุดหรือวันที่ให้ทำการ', en: 'The day off, or worked' } },
  { code: 'kind', kind: 'choice', choices: kinds, filled: true, emptyKeeps: true, aliases: ['ประเภท'], head: { th: 'ชนิด', en: 'Kind' }, about: { th: 'วันหยุดราชการ วันหยุดชดเชย วันหยุดพิเศษ หรือวันทำการพิเศษ', en: 'Holiday, substitute, special holiday, or a day worked although off' } },
  { code: 'name', kind: 'text', min: 2, needed: true, filled: true, width: 44, aliases: ['วันหยุด', 'รายการ'], head: { th: 'ชื่อวัน', en: 'Name' }, about: { th: 'ชื่อวันหยุด', en: 'Name of the day' } },
  { code: 'state', kind: 'choice', choices: states, emptyKeeps: true, head: { th: 'สถานะ', en: 'State' }, about: { th: 'เว้นว่างคือประกาศแล้ว พิมพ์ “ถอน” เพื่อถอนวันออก', en: 'Empty means announced; type “withdrawn” to take the day out' } },
  { code: 'source', kind: 'text', width: 40, aliases: ['มติคณะรัฐมนตรี'], head: { th: 'ที่มา', en: 'Source' }, about: { th: 'มติคณะรัฐมนตรีหรือประกาศ', en: 'Cabinet resolution or announcement' } },
  { code: 'announced_on', kind: 'date', head: { th: 'ประกาศเมื่อ', en: 'Announced on' }, about: { th: 'วันที่ประกาศ', en: 'Date of the announcement' } },
  { code: 'unit', kind: 'text', width: 24, head: { th: 'ใช้กับหน่วยงาน', en: 'For the unit' }, about: { th: 'เว้นว่างคือทั้งกรม ใช้กับวันหยุดเฉพาะภูมิภาค', en: 'Empty means the whole department; for holidays of single regions' } },
];

const unitOf = (draft: Draft<DayRecord>): number | null => draft.refs['unit'] ?? null;

export const calendarRules: TableRules<DayRecord, CalendarHouse> = {
  columns: calendarColumns,
  idOf: (day) => day.id,
  cellsOf: (one, { units }): TableRow => ({
    id: String(one.id), day: one.day, kind: one.kind, name: one.name, state: one.withdrawn ? 'withdrawn' : one.uncertain ? 'expected' : 'announced', source: one.source, announced_on: one.announcedOn, unit: units.text(one.unitId),
  }),
  label: (draft) => text(draft, 'name'),
  refine(draft, { units, days }) {
    const typed = text(draft, 'unit');
    if (typed !== '') {
      const found = units.find(typed, 'unit');
      if ('id' in found) {
        draft.refs['unit'] = found.id;
        draft.cells['unit'] = units.text(found.id);
      } else draft.problems.push(found);
    }
    // A row whose day was withdrawn and entered anew means the new entry.
    const id = Number(draft.cells['id'] ?? 0);
    if (draft.cells['state'] !== 'withdrawn' && days.some((one) => one.id === id && one.withdrawn)) draft.cells['id'] = null;
  },
  byId: (id, { days }) => days.find((one) => one.id === id),
  match(draft, { days }) {
    const there = days.filter((one) => !one.withdrawn && one.day === draft.cells['day'] && one.unitId === unitOf(draft));
    const kind = draft.cells['kind'];
    const name = text(draft, 'name');
    const same = there.filter((one) => (kind ? one.kind === kind : true) && one.name === name);
    const near = same.length > 0 ? same : there.filter((one) => (kind ? one.kind === kind : true));
    if (near.length === 1) return { record: near[0] as DayRecord };
    return near.length === 0 ? 'new' : problem('name', 'มีหลายรายการในวันเดียวกัน กรอกเลขในระบบเพื่อระบุ', 'There are several entries on this day. Fill in the number in the system.', { ambiguous: true });
  },
  key: (draft) => (draft.cells['day'] ? [draft.cells['day'], draft.cells['kind'] ?? '', unitOf(draft) ?? '', text(draft, 'name')].join('|') : null),
  check(draft) {
    if (!draft.record && draft.cells['state'] === 'withdrawn') refuse(draft, 'state', 'ไม่มีวันนี้ในปฏิทิน จึงถอนไม่ได้', 'The day is not in the calendar, so it cannot be withdrawn.');
    if (draft.record?.withdrawn && draft.cells['state'] === 'withdrawn') draft.changes.length = 0;
  },
};
