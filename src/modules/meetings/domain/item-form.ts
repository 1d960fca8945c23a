// One item of the minutes as rows of a form, and back. Rows are plain texts as a browser sends them; lines keep their
// ids, so that two versions can be compared and a suggestion finds its line again.
import { splitParties } from './people-as-written.ts';
import { speakerLabel } from './minutes-text.ts';
import type { AgendaItem, Assignment, Due, LineKind, MinutesDocument, MinutesLine, PartyRef, ResolutionKind, ResolutionLine, Speaker } from './minutes-document.ts';

export interface LineRow {
  /** Empty for a new line. */
  readonly id: string;
  readonly kind: LineKind;
  readonly speaker: string;
  readonly label: string;
  readonly level: number;
  readonly resolutions: readonly ResolutionKind[];
  /** Cells of a table stand with ` | ` between them, one row a line, the heads first. */
  readonly text: string;
  readonly remove: boolean;
}

export interface TaskRow {
  /** Id of the resolution line. */
  readonly line: string;
  readonly id: string;
  readonly owners: string;
  readonly task: string;
  /** `YYYY-MM-DD` or empty. */
  readonly dueOn: string;
  readonly dueEvent: string;
  readonly support: string;
  readonly evidence: string;
}

/** What the rows need from outside: ids for new lines, and party ids of units, posts and people as written. */
export interface RowContext {
  newId(): string;
  readonly parties: ReadonlyMap<string, number>;
}

export function rowsOf(item: AgendaItem): { lines: LineRow[]; tasks: TaskRow[] } {
  return { lines: item.lines.map(rowOf), tasks: item.lines.flatMap((line) => (line.kind === 'resolution' ? line.assignments.map((one) => taskRow(line.id, one)) : [])) };
}

function rowOf(line: MinutesLine): LineRow {
  const base = { id: line.id, kind: line.kind, speaker: '', label: '', level: 1, resolutions: [], text: '', remove: false };
  switch (line.kind) {
    case 'statement':
      return { ...base, speaker: speakerLabel(line), text: line.text };
    case 'list-item':
      return { ...base, label: line.label ?? '', level: line.level, text: line.text };
    case 'table':
      return { ...base, text: [line.columns, ...line.rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '／')).join(' | ')).join('\n') };
    case 'resolution':
      return { ...base, label: line.label ?? '', resolutions: line.resolutions, text: line.text };
    case 'heading':
    case 'open-point':
      return { ...base, text: line.text };
  }
}

function taskRow(line: string, one: Assignment): TaskRow {
  return {
    line, id: one.id, owners: one.owners.map((owner) => owner.text).join(', '), task: one.task, dueOn: one.due.kind === 'date' ? one.due.date : '',
    dueEvent: one.due.kind === 'event' ? one.due.event : '', support: one.supportUnits.map((unit) => unit.text).join(', '), evidence: one.evidence ?? '',
  };
}

/** Every text of the rows that may name a unit, a post or a person: ask for their party ids before `linesOf`. */
export function namesIn(lines: readonly LineRow[], tasks: readonly TaskRow[]): string[] {
  return [...lines.map((row) => row.speaker.trim()), ...tasks.flatMap((row) => [...splitParties(row.owners), ...splitParties(row.support)])].filter(Boolean);
}

/** The lines that the rows say. What did not change keeps its parts (speaker, spans of due dates); emptied lines go. */
export function linesOf(before: readonly MinutesLine[], lines: readonly LineRow[], tasks: readonly TaskRow[], context: RowContext): MinutesLine[] {
  const old = new Map(before.map((line) => [line.id, line]));
  return lines.flatMap((row): MinutesLine[] => {
    if (row.remove || isEmpty(row)) return [];
    const id = row.id || context.newId();
    return [lineOf({ ...row, id }, old.get(id), tasks.filter((task) => task.line !== '' && task.line === row.id), context)];
  });
}

function isEmpty(row: LineRow): boolean {
  return row.text.trim() === '' && !(row.kind === 'resolution' && row.resolutions.length > 0);
}

function lineOf(row: LineRow, old: MinutesLine | undefined, tasks: readonly TaskRow[], context: RowContext): MinutesLine {
  const text = row.text.trim();
  const label = row.label.trim();
  switch (row.kind) {
    case 'statement': {
      const speaker = speakerOf(row.speaker.trim(), old, context);
      return { kind: 'statement', id: row.id, ...(speaker ? { speaker } : {}), text };
    }
    case 'list-item':
      return { kind: 'list-item', id: row.id, level: row.level, ...(label ? { label } : {}), text };
    case 'table':
      return tableOf(row.id, text);
    case 'resolution': {
      const assignments = tasks.flatMap((task) => assignmentOf(task, text, old?.kind === 'resolution' ? old : undefined, context) ?? []);
      const kinds: readonly ResolutionKind[] = row.resolutions.length > 0 ? row.resolutions : ['other'];
      const resolutions: ResolutionKind[] = assignments.length > 0 && !kinds.includes('assign') ? [...kinds.filter((kind) => kind !== 'other'), 'assign'] : [...kinds];
      return { kind: 'resolution', id: row.id, resolutions, ...(label ? { label } : {}), text, assignments };
    }
    case 'heading':
    case 'open-point':
      return { kind: row.kind, id: row.id, text };
  }
}

function tableOf(id: string, text: string): MinutesLine {
  const cells = text.split('\n').filter((row) => row.trim() !== '').map((row) => row.split('|').map((cell) => cell.trim()));
  const width = Math.max(1, ...cells.map((row) => row.length));
  const filled = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  return { kind: 'table', id, columns: filled[0] ?? [''], rows: filled.slice(1) };
}

const postWords = /^(ประธาน|รองประธาน|ผอ\.|ผู้อำนวยการ|ผู้แทน|เลขานุการ|ลนก\.|อธิบดี|รองอธิบดี|อปส\.|รปส\.|ฝ่ายเลขานุการ|ที่ประชุม)/u;

function speakerOf(text: string, old: MinutesLine | undefined, context: RowContext): Speaker | undefined {
  if (text === '') return undefined;
  if (old?.kind === 'statement' && old.speaker && speakerLabel(old) === text) return old.speaker;
  const id = context.parties.get(text);
  const party = id === undefined ? {} : { partyId: String(id) };
  if (postWords.test(text)) return { position: text, ...party };
  const unit = /\s([ก-ฮ]{2,6}\.)$/u.exec(text)?.[1];
  return unit ? { name: text.slice(0, -unit.length).trim(), unit, ...party } : { name: text, ...party };
}

/** Undefined for a row that says neither who nor what. */
function assignmentOf(row: TaskRow, resolution: string, old: ResolutionLine | undefined, context: RowContext): Assignment | undefined {
  if (row.owners.trim() === '' && row.task.trim() === '') return undefined;
  const before = old?.assignments.find((one) => one.id === row.id);
  const evidence = row.evidence.trim();
  return {
    id: row.id || context.newId(), owners: refs(row.owners, before?.owners ?? [], context), task: row.task.trim() || resolution || 'ดำเนินการตามมติที่ประชุม',
    due: dueOf(row, before?.due), supportUnits: refs(row.support, before?.supportUnits ?? [], context), ...(evidence ? { evidence } : {}),
  };
}

function refs(text: string, before: readonly PartyRef[], context: RowContext): PartyRef[] {
  return splitParties(text).map((name) => {
    const id = context.parties.get(name);
    if (id !== undefined) return { text: name, partyId: String(id) };
    return before.find((one) => one.text === name) ?? { text: name };
  });
}

function dueOf(row: TaskRow, before: Due | undefined): Due {
  if (row.dueOn !== '') return before?.kind === 'date' && before.date === row.dueOn ? before : { kind: 'date', date: row.dueOn };
  return row.dueEvent.trim() === '' ? { kind: 'none' } : { kind: 'event', event: row.dueEvent.trim() };
}

/** The document with the lines of one item replaced. */
export function withLines(document: MinutesDocument, itemId: string, lines: readonly MinutesLine[]): MinutesDocument {
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, items: section.items.map((item) => (item.id === itemId ? { ...item, lines: [...lines] } : item)) })),
  };
}

export function findItem(document: MinutesDocument, itemId: string): AgendaItem | undefined {
  return document.sections.flatMap((section) => section.items).find((item) => item.id === itemId);
}

/** The lines with one moved a place up (-1) or down (1). */
export function movedLine(lines: readonly MinutesLine[], id: string, by: -1 | 1): MinutesLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= lines.length) return [...lines];
  const next = [...lines];
  [next[at], next[to]] = [next[to] as MinutesLine, next[at] as MinutesLine];
  return next;
}
