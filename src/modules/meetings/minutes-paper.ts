// Minutes as documents for the printer: the plain version, the certified one with its record, and the difference.
import { bangkokDate, formatDate, formatTime, localDate, localTime, toThaiDigits } from '../../thai/index.ts';
import type { Block, PaperDocument, PaperText, Person } from '../../paper/index.ts';
import { sectionTitles } from './domain/minutes-document.ts';
import type { Assignment, MinutesDocument, MinutesLine, Signature } from './domain/minutes-document.ts';
import { numberSections, refKey, speakerLabel } from './domain/minutes-text.ts';
import { runsInWords } from './domain/part-words.ts';
import type { Run } from './domain/difference.ts';
import type { EarlierSignature, VersionRow } from './store/minutes.ts';

export type MinutesPaper = Extract<PaperDocument, { kind: 'minutes' }>;
export type DifferencePaper = Extract<PaperDocument, { kind: 'difference' }>;

/** Gives the runs of a text that changed, by its address (`refKey`); undefined where it did not. */
export type RunsOf = (lineId: string, field: string) => readonly Run[] | undefined;

/** What stands in the place of each signature: the name as signed, or under which version that line was signed. */
export interface SignedLines {
  readonly drafter?: string;
  readonly checker?: string;
}

/** The signature lines of a version, for the sheet on screen and on paper. */
export function signedLines(version: Pick<VersionRow, 'drafted' | 'checked' | 'signedBefore'>): SignedLines {
  const line = (given: { readonly name: string } | null, before: EarlierSignature | null) => {
    if (given) return withoutTitle(given.name);
    return before ? `ลงนามในฉบับที่ ${before.number} เมื่อ ${formatDate(localDate(bangkokDate(before.at)), { style: 'short' })}` : undefined;
  };
  const drafter = line(version.drafted, version.signedBefore.drafter);
  const checker = line(version.checked, version.signedBefore.checker);
  return { ...(drafter ? { drafter } : {}), ...(checker ? { checker } : {}) };
}

export interface MinutesPaperOptions {
  readonly signed?: SignedLines;
  /** A line above the title: "(ร่าง)". */
  readonly notice?: string;
  readonly lineNumbers?: boolean;
  readonly adoption?: MinutesPaper['adoption'];
}

/** Minutes as a paper document. Digits become Thai on the sheet. */
export function paperOfMinutes(content: MinutesDocument, options: MinutesPaperOptions = {}): MinutesPaper {
  return { kind: 'minutes', ...fieldsOf(content, options, () => undefined) };
}

export interface PrintedChange {
  /** Number of the change as printed beside its runs. */
  readonly ref: string;
  readonly by: string;
  readonly suggestion: PaperText;
  readonly decision: string;
  readonly reason: string;
}

/** Minutes with what was put in and taken out, and the table of suggestions with what became of them. `refs`: suggestion id → printed number. */
export function paperOfDifference(content: MinutesDocument, runs: RunsOf, refs: ReadonlyMap<string, string>, changes: readonly PrintedChange[], options: MinutesPaperOptions = {}): DifferencePaper {
  return { kind: 'difference', ...fieldsOf(content, options, runs, refs), changes: changes.map((change) => ({ ...change })) };
}

function fieldsOf(content: MinutesDocument, options: MinutesPaperOptions, runs: RunsOf, refs: ReadonlyMap<string, string> = new Map()) {
  const { header, attendance, signatures } = content;
  const text = (lineId: string, field: string, plain: string): PaperText => paperRuns(runs(lineId, field), refs) ?? plain;
  const when = (field: 'date' | 'plannedStart' | 'plannedEnd', words: (text: string) => string) => {
    const changed = runs('header', field);
    return (changed && paperRuns(runsInWords(changed, words), refs)) ?? [{ text: words(header[field]) }];
  };
  return {
    titleLines: [
      ...header.titleLines.map((line, index) => text('header', `title:${index}`, line)),
      [...when('date', (day) => formatDate(localDate(day), { style: 'weekday' })), { text: ' เวลา ' }, ...when('plannedStart', (hour) => formatTime(localTime(hour)).replace(/ น\.$/u, '')), { text: ' - ' }, ...when('plannedEnd', (hour) => formatTime(localTime(hour)))],
      [{ text: 'ณ ' }, ...asRuns(text('header', 'place', header.place))],
    ],
    ...(options.notice ? { notice: options.notice } : {}),
    present: attendance.members.map((m): Person => ({ name: m.personName, position: m.position, acting: actingLine(m), role: m.role, reason: '' })),
    attending: attendance.participants.map((p): Person => ({ name: p.personName, position: [p.position, p.unit].filter(Boolean).join(' '), acting: '', role: '', reason: '' })),
    absent: attendance.absent.map((a): Person => ({ name: a.personName, position: a.position, acting: '', role: a.role, reason: a.reason })),
    startTime: header.actualStart,
    endTime: header.actualEnd,
    body: bodyOf(content, text),
    drafter: signatory(signatures.drafter, 'drafter', options.signed?.drafter),
    checker: signatory(signatures.checker, 'checker', options.signed?.checker),
    ...(options.lineNumbers ? { lineNumbers: true } : {}),
    ...(options.adoption ? { adoption: options.adoption } : {}),
  };
}

/** The post stood for, on a line of its own, unless the position says it already. */
function actingLine(member: MinutesDocument['attendance']['members'][number]): string {
  if (!member.actingFor || member.position.includes(member.actingFor)) return '';
  return `${member.kind === 'acting' ? 'รักษาราชการแทน' : 'ผู้แทน'}${member.actingFor}`;
}

function signatory(signature: Signature, id: string, signed: string | undefined) {
  const signedAs = signed ?? (signature.signedAs && withoutTitle(signature.signedAs));
  return { id, name: signature.personName, position: signature.position, caption: signature.caption, ...(signedAs ? { signedAs } : {}) };
}

const withoutTitle = (name: string) => name.replace(/^(นางสาว|นาง|นาย)/u, '');

type TextOf = (lineId: string, field: string, plain: string) => PaperText;

function bodyOf(content: MinutesDocument, text: TextOf): Block[] {
  return numberSections(content).flatMap(({ section, number, items }): Block[] => [
    { kind: 'section', text: `ระเบียบวาระที่ ${number} ${sectionTitles[section.kind]}` },
    ...items.flatMap(({ item, number: itemNumber }): Block[] => [
      ...(itemNumber ? [{ kind: 'topic' as const, text: [{ text: `${itemNumber} ` }, ...asRuns(text(item.id, 'title', item.title))] }] : []),
      ...linesOf(item.lines, text),
    ]),
  ]);
}

function linesOf(lines: readonly MinutesLine[], text: TextOf): Block[] {
  let resolved = false;
  return lines.flatMap((line): Block[] => {
    const words = (field: string, plain: string) => text(line.id, field, plain);
    switch (line.kind) {
      case 'heading':
        return [{ kind: 'heading', text: words('text', line.text) }];
      case 'statement':
        return line.speaker ? [statement(line, words)] : [{ kind: 'paragraph', text: words('text', line.text) }];
      case 'list-item':
        return [{ kind: 'item', level: line.level, ...(line.label ? { label: line.label } : {}), text: words('text', line.text) }];
      case 'open-point':
        return [{ kind: 'item', level: 1, label: 'ประเด็นที่ยังไม่ได้ข้อยุติ', text: words('text', line.text) }];
      case 'table':
        return [tableOf(line, words)];
      case 'resolution': {
        const first = !resolved;
        resolved = true;
        const said = line.label ? [{ text: `${line.label} ` }, ...asRuns(words('text', line.text))] : words('text', line.text);
        const block: Block = first ? { kind: 'resolution', label: 'มติที่ประชุม', text: said } : { kind: 'item', level: 1, label: line.label ?? '', text: words('text', line.text) };
        return [block, ...line.assignments.map((one) => assignment(one, words))];
      }
    }
  });
}

function statement(line: Extract<MinutesLine, { kind: 'statement' }>, words: (field: string, plain: string) => PaperText): Block {
  const { speaker } = line;
  const parts = (['name', 'position', 'unit'] as const).flatMap((part) => (speaker?.[part] ? [words(`speaker.${part}`, speaker[part])] : []));
  if (parts.every((part) => typeof part === 'string')) return { kind: 'statement', speaker: speakerLabel(line), text: words('text', line.text) };
  return { kind: 'statement', text: [...parts.flatMap((part) => [...asRuns(part), { text: ' ' }]), ...asRuns(words('text', line.text))] };
}

function tableOf(line: Extract<MinutesLine, { kind: 'table' }>, words: (field: string, plain: string) => PaperText): Block {
  const widest = line.columns.map((head, c) => Math.max(head.length, ...line.rows.map((row) => row[c]?.length ?? 0)));
  return {
    kind: 'table',
    columns: line.columns.map((head, c) => ({ head: words(`column:${c}`, head), width: Math.min(60, Math.max(8, widest[c] ?? 8)), align: (widest[c] ?? 0) < 12 ? 'centre' as const : 'left' as const })),
    rows: line.rows.map((row, r) => line.columns.map((_, c) => words(`cell:${r}:${c}`, row[c] ?? ''))),
  };
}

/** Who does what by when, under its resolution. */
function assignment(one: Assignment, words: (field: string, plain: string) => PaperText): Block {
  const owners = one.owners.flatMap((owner, n) => [...(n > 0 ? [{ text: ', ' }] : []), ...asRuns(words(`assignment:${one.id}:owner:${n}`, owner.text))]);
  const due = dueWords(one);
  return {
    kind: 'item', level: 2,
    text: [
      { text: 'ผู้รับผิดชอบ ' }, ...owners, { text: ' : ' }, ...asRuns(words(`assignment:${one.id}:task`, one.task)),
      ...(one.supportUnits.length > 0 ? [{ text: ` (หน่วยสนับสนุน ${one.supportUnits.map((unit) => unit.text).join(', ')})` }] : []),
      ...(due ? [{ text: ` กำหนด ${due}` }] : []),
    ],
  };
}

export function dueWords(one: Pick<Assignment, 'due'>): string {
  if (one.due.kind === 'event') return one.due.event;
  return one.due.kind === 'date' ? formatDate(localDate(one.due.date), { style: 'long' }) : '';
}

type PaperRun = Exclude<PaperText, string>[number];

function asRuns(text: PaperText): PaperRun[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** Runs of a difference as the printer takes them; the number of the suggestion stands at the last run of each change. */
function paperRuns(runs: readonly Run[] | undefined, refs: ReadonlyMap<string, string>): PaperRun[] | undefined {
  if (!runs?.some((run) => run.kind !== 'same')) return undefined;
  return runs.map((run, index) => {
    if (run.kind === 'same') return { text: run.text };
    const next = runs[index + 1];
    const ref = run.suggestionId === undefined || (next && next.kind !== 'same' && next.suggestionId === run.suggestionId) ? undefined : refs.get(run.suggestionId);
    return { text: run.text, mark: run.kind, ...(ref ? { note: toThaiDigits(ref) } : {}) };
  });
}

/** Texts that changed, by address, for `RunsOf`. */
export function runsByAddress(parts: readonly { readonly ref: { readonly lineId: string; readonly field: string }; readonly runs: readonly Run[]; readonly changed: boolean }[]): RunsOf {
  const changed = new Map(parts.filter((part) => part.changed).map((part) => [refKey(part.ref), part.runs]));
  return (lineId, field) => changed.get(refKey({ lineId, field }));
}
