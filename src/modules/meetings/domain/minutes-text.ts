// Every correctable text of the minutes, one by one: where it stands, how to read it, how to replace it.
// One walk (`mapTexts`) serves reading, writing, checking and comparing, so that none of them can
// know of a text that another does not.
import { toThaiDigits } from '../../../thai/digits.ts';
import type { AgendaItem, AgendaSection, MinutesDocument, MinutesLine } from './minutes-document.ts';

/**
 * Address of one text: the id of what holds it and the field inside.
 * Ids: line, agenda item and attendance ids; the reserved `header`, `signature:drafter`,
 * `signature:checker` and `covering`.
 * Fields: `text` · table `cell:<row>:<column>`, `column:<n>` · `speaker.name|position|unit` ·
 * `assignment:<id>:task`, `assignment:<id>:owner:<n>` · item `title` · `personName`, `position`,
 * `role`, `unit`, `actingFor`, `reason`, `signedAs`, `caption` · header `title:<n>`, `committeeName`,
 * `place`, `date`, `plannedStart|plannedEnd|actualStart|actualEnd` · covering `subject`, `replyReference`, `addressee:<n>`. Rows and columns count from 0.
 */
export type TextRef = { readonly lineId: string; readonly field: string };

/** Where a text stands in words that a person can follow; page and line come from the renderer. */
export type Place =
  | { readonly area: 'title' | 'committee' | 'place' | 'time' | 'covering' | 'drafter' | 'checker'; readonly index: number }
  | { readonly area: 'member' | 'participant' | 'absent'; readonly index: number }
  | { readonly area: 'agenda'; readonly number: string; readonly paragraph: number; readonly row?: number };

export type TextPart = { readonly ref: TextRef; readonly text: string; readonly place: Place; readonly kind: MinutesLine['kind'] | 'other' };

export type NumberedItem = { readonly item: AgendaItem; readonly number: string | null };
export type NumberedSection = { readonly section: AgendaSection; readonly number: string; readonly items: readonly NumberedItem[] };

/** One key for a TextRef, for maps. */
export function refKey(ref: TextRef): string {
  return `${ref.lineId} ${ref.field}`;
}

/**
 * Agenda numbers: sections count 1, 2, 3 … over those that are present; titled items 3.1, 3.2 …;
 * an untitled item has none. Arabic digits; the sheet prints `toThaiDigits` of them.
 */
export function numberSections(document: MinutesDocument): NumberedSection[] {
  return document.sections.map((section, s) => {
    let count = 0;
    const items = section.items.map((item): NumberedItem => {
      if (item.title === '') return { item, number: null };
      count += 1;
      return { item, number: `${s + 1}.${count}` };
    });
    return { section, number: String(s + 1), items };
  });
}

const areaWords = {
  title: ['ชื่อการประชุม บรรทัดที่', 'title, line'],
  committee: ['ชื่อคณะ', 'committee name'],
  place: ['สถานที่ประชุม', 'place'],
  time: ['วันและเวลาประชุม', 'date and time'],
  covering: ['หนังสือนำส่ง ส่วนที่', 'covering letter, part'],
  drafter: ['ผู้จดรายงานการประชุม', 'drafter'],
  checker: ['ผู้ตรวจรายงานการประชุม', 'checker'],
  member: ['ผู้มาประชุม ลำดับที่', 'present, no.'],
  participant: ['ผู้เข้าร่วมประชุม ลำดับที่', 'attending, no.'],
  absent: ['ผู้ไม่มาประชุม ลำดับที่', 'absent, no.'],
} as const;
const areasWithoutNumber: ReadonlySet<string> = new Set(['committee', 'place', 'time', 'drafter', 'checker']);

/** "วาระ ๓.๑ ย่อหน้า ๒" / "agenda 3.1, paragraph 2". */
export function placeLabel(place: Place, locale: 'th' | 'en' = 'th'): string {
  const thai = locale === 'th';
  const digits = (n: number | string) => (thai ? toThaiDigits(String(n)) : String(n));
  if (place.area !== 'agenda') {
    const words = areaWords[place.area][thai ? 0 : 1];
    return areasWithoutNumber.has(place.area) ? words : `${words} ${digits(place.index + 1)}`;
  }
  const agenda = thai ? `วาระ ${digits(place.number)}` : `agenda ${place.number}`;
  if (place.paragraph === 0) return agenda;
  const paragraph = thai ? `${agenda} ย่อหน้า ${digits(place.paragraph)}` : `${agenda}, paragraph ${place.paragraph}`;
  if (place.row === undefined) return paragraph;
  return thai ? `${paragraph} แถว ${digits(place.row + 1)}` : `${paragraph}, row ${place.row + 1}`;
}

/** Answers the new text of one part; the same text leaves it as it is. */
export type TextMapper = (text: string, ref: TextRef, place: Place, kind: TextPart['kind']) => string;

/** Rebuilds the document with every text passed through `mapper`, in reading order. */
export function mapTexts(document: MinutesDocument, mapper: TextMapper): MinutesDocument {
  const at = (lineId: string, place: Place, kind: TextPart['kind'] = 'other') => (field: string, text: string) =>
    mapper(text, { lineId, field }, place, kind);
  const fields = <T extends Record<string, unknown>>(holder: T, names: readonly (keyof T & string)[], change: (field: string, text: string) => string): T => {
    const copy: Record<string, unknown> = { ...holder };
    for (const name of names) {
      const value = holder[name];
      if (typeof value === 'string') copy[name] = change(name, value);
    }
    return copy as T;
  };
  const { header, attendance, signatures, covering } = document;
  return {
    ...document,
    header: {
      ...fields(header, ['date', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'], at('header', { area: 'time', index: 0 })),
      titleLines: header.titleLines.map((text, index) => at('header', { area: 'title', index })(`title:${index}`, text)),
      committeeName: at('header', { area: 'committee', index: 0 })('committeeName', header.committeeName),
      place: at('header', { area: 'place', index: 0 })('place', header.place),
    },
    attendance: {
      members: attendance.members.map((m, index) =>
        fields(m, ['personName', 'position', 'role', 'unit', 'actingFor'], at(m.id, { area: 'member', index })),
      ),
      participants: attendance.participants.map((p, index) =>
        fields(p, ['personName', 'position', 'unit'], at(p.id, { area: 'participant', index })),
      ),
      absent: attendance.absent.map((a, index) =>
        fields(a, ['personName', 'position', 'role', 'unit', 'reason'], at(a.id, { area: 'absent', index })),
      ),
    },
    sections: numberSections(document).map((numbered) => ({
      ...numbered.section,
      items: numbered.items.map(({ item, number }) => mapItem(item, number ?? numbered.number, mapper)),
    })),
    signatures: {
      drafter: fields(signatures.drafter, ['signedAs', 'personName', 'position', 'caption'], at('signature:drafter', { area: 'drafter', index: 0 })),
      checker: fields(signatures.checker, ['signedAs', 'personName', 'position', 'caption'], at('signature:checker', { area: 'checker', index: 0 })),
    },
    ...(covering && {
      covering: {
        ...covering,
        subject: at('covering', { area: 'covering', index: 0 })('subject', covering.subject),
        addressees: covering.addressees.map((text, n) => at('covering', { area: 'covering', index: 1 })(`addressee:${n}`, text)),
        replyReference: at('covering', { area: 'covering', index: 2 })('replyReference', covering.replyReference),
      },
    }),
  };
}

function mapItem(item: AgendaItem, number: string, mapper: TextMapper): AgendaItem {
  return {
    ...item,
    title: item.title === '' ? '' : mapper(item.title, { lineId: item.id, field: 'title' }, { area: 'agenda', number, paragraph: 0 }, 'other'),
    lines: item.lines.map((line, index) => mapLine(line, { area: 'agenda', number, paragraph: index + 1 }, mapper)),
  };
}

function mapLine(line: MinutesLine, place: Extract<Place, { area: 'agenda' }>, mapper: TextMapper): MinutesLine {
  const change = (field: string, text: string, row?: number) =>
    mapper(text, { lineId: line.id, field }, row === undefined ? place : { ...place, row }, line.kind);
  if (line.kind === 'table') {
    return {
      ...line,
      columns: line.columns.map((cell, c) => change(`column:${c}`, cell)),
      rows: line.rows.map((row, r) => row.map((cell, c) => change(`cell:${r}:${c}`, cell, r))),
    };
  }
  if (line.kind === 'statement' && line.speaker) {
    const speaker = { ...line.speaker };
    for (const part of ['name', 'position', 'unit'] as const) {
      const value = speaker[part];
      if (value !== undefined) speaker[part] = change(`speaker.${part}`, value);
    }
    return { ...line, speaker, text: change('text', line.text) };
  }
  if (line.kind === 'resolution') {
    return {
      ...line,
      text: change('text', line.text),
      assignments: line.assignments.map((a) => ({
        ...a,
        owners: a.owners.map((owner, n) => ({ ...owner, text: change(`assignment:${a.id}:owner:${n}`, owner.text) })),
        task: change(`assignment:${a.id}:task`, a.task),
      })),
    };
  }
  return { ...line, text: change('text', line.text) };
}

/** Documents are never changed in place, so their parts are read once. */
const partsOf = new WeakMap<MinutesDocument, readonly TextPart[]>();

/** All texts in reading order with their addresses and places. */
export function textParts(document: MinutesDocument): readonly TextPart[] {
  const known = partsOf.get(document);
  if (known) return known;
  const parts: TextPart[] = [];
  mapTexts(document, (text, ref, place, kind) => {
    parts.push({ ref, text, place, kind });
    return text;
  });
  partsOf.set(document, parts);
  return parts;
}

/** The text at an address, or undefined when the document has no such address. */
export function readText(document: MinutesDocument, ref: TextRef): string | undefined {
  return textParts(document).find((part) => refKey(part.ref) === refKey(ref))?.text;
}

/** A copy with the texts at the given addresses (by `refKey`) replaced; unknown addresses are left out. */
export function writeTexts(document: MinutesDocument, texts: ReadonlyMap<string, string>): MinutesDocument {
  return mapTexts(document, (text, ref) => texts.get(refKey(ref)) ?? text);
}

export type LineEntry = {
  readonly line: MinutesLine
  readonly section: AgendaSection
  readonly item: AgendaItem
  /** Agenda number of the item, or of the section for an untitled item. */
  readonly number: string
  readonly place: Place
  /** Thai label of the place. */
  readonly label: string
};

/** Flat walk over the agenda's lines, in order. */
export function lineIndex(document: MinutesDocument): LineEntry[] {
  return numberSections(document).flatMap((numbered) =>
    numbered.items.flatMap(({ item, number }) =>
      item.lines.map((line, index): LineEntry => {
        const place: Place = { area: 'agenda', number: number ?? numbered.number, paragraph: index + 1 };
        return { line, section: numbered.section, item, number: number ?? numbered.number, place, label: placeLabel(place) };
      }),
    ),
  );
}

/** "นางสาวก.ฯ กพร." — the speaker as printed before what was said; empty when nobody is named. */
export function speakerLabel(line: MinutesLine): string {
  if (line.kind !== 'statement' || !line.speaker) return '';
  const { name, position, unit } = line.speaker;
  return [name, position, unit].filter(Boolean).join(' ');
}

/** The whole line as plain text: speaker, list label, cells by tab and newline. */
export function plainLine(line: MinutesLine): string {
  if (line.kind === 'table') return [line.columns, ...line.rows].map((row) => row.join('\t')).join('\n');
  if (line.kind === 'statement') return [speakerLabel(line), line.text].filter(Boolean).join(' ');
  if (line.kind === 'list-item' || line.kind === 'resolution') return [line.label, line.text].filter(Boolean).join(' ');
  return line.text;
}
