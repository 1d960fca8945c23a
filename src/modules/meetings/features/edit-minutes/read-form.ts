// What was typed into the form of an item, as rows: from parsed values, or from the raw body when it is shown again.
import { rows } from '../../../../platform/forms/fields.ts';
import type { FormValues, RawBody } from '../../../../platform/forms/form.ts';
import { parseThaiDate } from '../../../../thai/index.ts';
import type { LineRow, TaskRow } from '../../domain/item-form.ts';
import { resolutionKinds } from '../../domain/minutes-document.ts';
import type { LineKind } from '../../domain/minutes-document.ts';
import { lineFields, lineKinds, taskFields } from './form.ts';
import type { itemForm } from './form.ts';
import { messages } from './messages.ts';

type Values = FormValues<typeof itemForm>;

export function typedRows(values: Pick<Values, 'lines' | 'tasks'>): { lines: LineRow[]; tasks: TaskRow[] } {
  return {
    lines: values.lines.map((row) => ({
      id: row.id ?? '', kind: row.kind ?? 'statement', speaker: row.speaker ?? '', label: row.label ?? '', level: row.level ?? 1, resolutions: row.resolutions, text: row.text ?? '', remove: row.remove,
    })),
    tasks: values.tasks.map((row) => ({
      line: row.line ?? '', id: row.id ?? '', owners: row.owners ?? '', task: row.task ?? '', dueOn: row.dueOn ?? '', dueEvent: row.dueEvent ?? '', support: row.support ?? '', evidence: row.evidence ?? '',
    })),
  };
}

const lineRows = rows(lineFields, { label: messages.words('lines'), optional: true });
const taskRows = rows(taskFields, { label: messages.words('tasks'), optional: true });

/** The rows of a raw body, whatever is wrong with them: nothing typed is lost when the form is shown again. */
export function rawRows(body: RawBody): { lines: LineRow[]; tasks: TaskRow[] } {
  const one = (row: RawBody, name: string): string => {
    const value = row[name];
    return typeof value === 'string' ? value : value?.[0] ?? '';
  };
  const many = (row: RawBody, name: string): readonly string[] => {
    const value = row[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  };
  const lines = (lineRows.read(body, 'lines') ?? []) as readonly RawBody[];
  const tasks = (taskRows.read(body, 'tasks') ?? []) as readonly RawBody[];
  return {
    lines: lines.map((row) => ({
      id: one(row, 'id'), kind: lineKinds.find((kind) => kind === one(row, 'kind')) ?? ('statement' satisfies LineKind), speaker: one(row, 'speaker'), label: one(row, 'label'),
      level: Number(one(row, 'level')) || 1, resolutions: resolutionKinds.filter((kind) => many(row, 'resolutions').includes(kind)), text: one(row, 'text').replaceAll('\r\n', '\n'), remove: one(row, 'remove') !== '',
    })),
    tasks: tasks.map((row) => ({
      line: one(row, 'line'), id: one(row, 'id'), owners: one(row, 'owners'), task: one(row, 'task'), dueOn: isoDay(one(row, 'dueOn')), dueEvent: one(row, 'dueEvent'), support: one(row, 'support'), evidence: one(row, 'evidence'),
    })),
  };
}

/** A day as typed, as ISO where it is one; as typed where it is not, so that it can be corrected. */
function isoDay(text: string): string {
  const parsed = parseThaiDate(text);
  return text !== '' && parsed.ok ? parsed.value : text;
}
