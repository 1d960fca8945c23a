// Corrections between form, store and sheet: made from what was typed, shown in the text that they concern.
import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { defineMessages, type Words } from '../../../platform/words.ts';
import { toThaiDigits } from '../../../thai/index.ts';
import { wordRuns } from '../domain/difference.ts';
import type { Run } from '../domain/difference.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import { lineIndex, plainLine, readText, refKey, textParts } from '../domain/minutes-text.ts';
import type { TextPart } from '../domain/minutes-text.ts';
import { narrowChange } from '../domain/narrow-change.ts';
import { isDayOrHour, partOfWords, wordsOfPart } from '../domain/part-words.ts';
import { applyCorrections } from '../domain/suggestions.ts';
import type { Suggestion, SuggestionChange } from '../domain/suggestions.ts';
import type { SuggestionRow } from '../store/suggestions.ts';

export const suggestionKinds = ['replace', 'insert', 'remove'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export const suggestionMessages = defineMessages({
  th: {
    noLine: 'ไม่พบบรรทัดนี้ในรายงาน',
    unchanged: 'ข้อความยังเหมือนเดิม แก้ข้อความก่อนแล้วจึงเพิ่มข้อเสนอ',
    empty: 'พิมพ์ข้อความที่จะเพิ่ม',
    badDay: 'พิมพ์วันที่ เช่น 22 ต.ค. 2563',
    badHour: 'พิมพ์เวลา เช่น 09.30',
    onlyAgenda: 'เพิ่มหรือตัดบรรทัดได้เฉพาะในระเบียบวาระ',
    kind: 'ข้อเสนอ',
    replace: 'แก้ข้อความในบรรทัดนี้',
    insert: 'เพิ่มข้อความต่อจากบรรทัดนี้',
    remove: 'ตัดบรรทัดนี้ออก',
    text: 'ข้อความที่ขอแก้เป็น',
    textHint: 'แก้ในช่องนี้ได้เลย ระบบเก็บเฉพาะคำที่ต่างจากเดิม',
    newText: 'ข้อความที่ขอเพิ่ม',
    reason: 'เหตุผล',
    reasonHint: 'เช่น เอกสารประกอบวาระ หน้า 6 ระบุ 3 ชุด',
    add: 'เพิ่มข้อเสนอ',
    saveChange: 'บันทึกข้อเสนอ',
    otherParts: 'แก้ส่วนอื่นของบรรทัดนี้',
    chosen: 'ขอแก้ {place}',
    cancel: 'ไม่แก้บรรทัดนี้',
  },
  en: {
    noLine: 'There is no such line in the minutes',
    unchanged: 'The text is as it was. Change it first, then add the suggestion',
    empty: 'Type the words to add',
    badDay: 'Type a day, for example 22 Oct 2020',
    badHour: 'Type a time, for example 09.30',
    onlyAgenda: 'Lines can be added and taken out on the agenda only',
    kind: 'Suggestion',
    replace: 'Correct the text of this line',
    insert: 'Add words after this line',
    remove: 'Take this line out',
    text: 'The text should read',
    textHint: 'Change it here: only the words that differ are kept',
    newText: 'Words to add',
    reason: 'Reason',
    reasonHint: 'For example: page 6 of the papers names 3 sets',
    add: 'Add the suggestion',
    saveChange: 'Save the suggestion',
    otherParts: 'Correct another part of this line',
    chosen: 'Correct {place}',
    cancel: 'Leave this line',
  },
});

export interface SuggestionTyped {
  readonly lineId: string;
  readonly kind: SuggestionKind;
  readonly field: string;
  readonly text: string | undefined;
}

export interface SuggestionMade {
  readonly change: SuggestionChange;
  readonly original: string;
  readonly proposed: string;
}

type Refuse = (key: 'noLine' | 'unchanged' | 'empty' | 'onlyAgenda' | 'badDay' | 'badHour', at: 'text' | 'kind') => Result<never>;

/** A day or an hour is replaced as a whole; the sentence about it says it in words. */
function dayOrHour({ lineId, field, text = '' }: SuggestionTyped, before: string, refuse: Refuse): Result<SuggestionMade> {
  const proposed = partOfWords(field, text);
  if (proposed === undefined) return refuse(field === 'date' ? 'badDay' : 'badHour', 'text');
  if (proposed === before) return refuse('unchanged', 'text');
  return ok({ change: { kind: 'replace', lineId, field, original: before, proposed }, original: wordsOfPart(field, before), proposed: wordsOfPart(field, proposed) });
}

/** The change that was typed, as small as it can be said. Refusals stand at the field `text` or `kind`. */
export function suggestionFrom(content: MinutesDocument, typed: SuggestionTyped): Result<SuggestionMade> {
  const refuse: Refuse = (key, at) => {
    const words = suggestionMessages.words(key);
    return fail('SUGGESTION', words, { fields: { [at]: words } });
  };
  if (typed.kind === 'replace') {
    const before = readText(content, { lineId: typed.lineId, field: typed.field });
    if (before === undefined) return refuse('noLine', 'text');
    if (isDayOrHour(typed.field)) return dayOrHour(typed, before, refuse);
    const change = narrowChange(before, asDocument(typed.text ?? '', before));
    if (!change) return refuse('unchanged', 'text');
    return ok({ change: { kind: 'replace', lineId: typed.lineId, field: typed.field, ...change }, original: change.original, proposed: change.proposed });
  }
  const line = lineIndex(content).find((entry) => entry.line.id === typed.lineId)?.line;
  if (!line) return refuse('onlyAgenda', 'kind');
  if (typed.kind === 'remove') return ok({ change: { kind: 'remove', lineId: line.id, original: line }, original: plainLine(line), proposed: '' });
  if (!typed.text) return refuse('empty', 'text');
  const text = toThaiDigits(typed.text);
  return ok({ change: { kind: 'insert', lineId: line.id, line: { kind: 'statement', id: `new-${randomUUID().slice(0, 8)}`, text } }, original: '', proposed: text });
}

/** Digits as the line has them: people type Arabic ones where the sheet prints Thai ones. */
function asDocument(text: string, before: string): string {
  return /[0-9]/u.test(before) ? text : toThaiDigits(text);
}

/** Texts of a line that can be corrected, the words themselves first, days and hours last. */
export function partsOfLine(content: MinutesDocument, lineId: string): TextPart[] {
  const parts = textParts(content).filter((part) => part.ref.lineId === lineId);
  const rank = ({ ref }: TextPart) => (ref.field === 'text' || ref.field.startsWith('title:') ? 0 : isDayOrHour(ref.field) ? 2 : 1);
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

const partNames: Readonly<Record<string, Words>> = {
  text: { th: 'ข้อความ', en: 'text' },
  'speaker.name': { th: 'ชื่อผู้พูด', en: 'name of the speaker' },
  'speaker.position': { th: 'ตำแหน่งผู้พูด', en: 'position of the speaker' },
  'speaker.unit': { th: 'หน่วยงานผู้พูด', en: 'unit of the speaker' },
  title: { th: 'ชื่อเรื่อง', en: 'title' },
  personName: { th: 'ชื่อ', en: 'name' },
  position: { th: 'ตำแหน่ง', en: 'position' },
  role: { th: 'หน้าที่', en: 'role' },
  unit: { th: 'หน่วยงาน', en: 'unit' },
  actingFor: { th: 'ตำแหน่งที่แทน', en: 'position stood in for' },
  reason: { th: 'เหตุที่ไม่มา', en: 'reason of absence' },
  caption: { th: 'คำใต้ลายมือชื่อ', en: 'words under the signature' },
  signedAs: { th: 'ลายมือชื่อ', en: 'signature' },
  committeeName: { th: 'ชื่อคณะ', en: 'name of the committee' },
  place: { th: 'สถานที่', en: 'place' },
  date: { th: 'วันประชุม', en: 'day of the meeting' },
  plannedStart: { th: 'เวลานัดเริ่ม', en: 'planned beginning' },
  plannedEnd: { th: 'เวลานัดเลิก', en: 'planned end' },
  actualStart: { th: 'เวลาเริ่ม', en: 'beginning' },
  actualEnd: { th: 'เวลาเลิก', en: 'end' },
};

/** What a part of a line is called: "ชื่อผู้พูด", "แถว 2 ช่อง 3". */
export function partName(field: string): Words {
  const cell = /^cell:(\d+):(\d+)$/u.exec(field);
  if (cell) {
    const [row, column] = [Number(cell[1]) + 1, Number(cell[2]) + 1];
    return { th: `แถว ${row} ช่อง ${column}`, en: `row ${row}, column ${column}` };
  }
  const ordinal = Number(field.slice(field.indexOf(':') + 1)) + 1;
  if (field.startsWith('column:')) return { th: `หัวช่อง ${ordinal}`, en: `head of column ${ordinal}` };
  if (field.startsWith('title:')) return { th: `บรรทัดชื่อที่ ${ordinal}`, en: `line ${ordinal} of the title` };
  if (field.endsWith(':task')) return { th: 'งานที่มอบหมาย', en: 'assignment' };
  if (field.includes(':owner:')) return { th: 'ผู้รับผิดชอบ', en: 'owner' };
  return partNames[field] ?? { th: field, en: field };
}

/** A row as the domain takes it; what was accepted in other words goes in those words. */
export function asSuggestion(row: Pick<SuggestionRow, 'id' | 'change' | 'decidedChange' | 'reason' | 'unit' | 'personName'>): Suggestion {
  return { id: String(row.id), change: row.decidedChange ?? row.change, reason: row.reason, proposedBy: { unit: row.unit, name: row.personName } };
}

/** What the suggestions would make of each text, for showing them in the sheet. */
export function proposedRuns(content: MinutesDocument, rows: readonly SuggestionRow[]): (lineId: string, field: string) => readonly Run[] | undefined {
  const replacing = rows.filter((row) => row.change.kind === 'replace');
  const { document } = applyCorrections(content, replacing.map(asSuggestion));
  const now = new Map(textParts(document).map((part) => [refKey(part.ref), part.text]));
  const touched = new Set(replacing.map((row) => row.lineId));
  const removed = new Set(rows.filter((row) => row.change.kind === 'remove').map((row) => row.lineId));
  return (lineId, field) => {
    const text = readText(content, { lineId, field });
    if (text === undefined) return undefined;
    if (removed.has(lineId)) return [{ kind: 'del', text }];
    return touched.has(lineId) ? wordRuns(text, now.get(refKey({ lineId, field })) ?? text) : undefined;
  };
}

const context = 34;

/** A suggestion in a few words: the change with what stands beside it. */
export function shortRuns(content: MinutesDocument, change: SuggestionChange): Run[] {
  if (change.kind === 'insert') return [{ kind: 'ins', text: plainLine(change.line) }];
  if (change.kind === 'remove') return [{ kind: 'del', text: plainLine(change.original) }];
  if (change.kind === 'assignments') {
    const words = (list: typeof change.proposed) => list.map((one) => `${one.owners.map((owner) => owner.text).join(', ')}: ${one.task}`).join(' · ');
    return wordRuns(words(change.original), words(change.proposed));
  }
  if (isDayOrHour(change.field)) return wordRuns(wordsOfPart(change.field, change.original), wordsOfPart(change.field, change.proposed));
  const text = readText(content, change) ?? change.original;
  const at = change.offset !== undefined && text.startsWith(change.original, change.offset) ? change.offset : Math.max(0, text.indexOf(change.original));
  const before = text.slice(Math.max(0, at - context), at);
  const after = text.slice(at + change.original.length, at + change.original.length + context);
  return [
    ...(before ? [{ kind: 'same' as const, text: `${at > context ? '…' : ''}${cutFront(before, at > context)}` }] : []),
    ...wordRuns(change.original, change.proposed),
    ...(after ? [{ kind: 'same' as const, text: `${cutEnd(after, at + change.original.length + context < text.length)}` }] : []),
  ];
}

/** Cuts at a space, so that no word or mark is torn. */
function cutFront(text: string, cut: boolean): string {
  const space = text.indexOf(' ');
  return cut && space >= 0 && space < text.length - 4 ? text.slice(space + 1) : text.replace(/^\p{M}+/u, '');
}

function cutEnd(text: string, cut: boolean): string {
  if (!cut) return text;
  const space = text.lastIndexOf(' ');
  return `${space > 4 ? text.slice(0, space) : text}…`;
}
