// Minutes as the paper they will be: from the document to what the printer takes. Digits become Thai on the sheet.
import type { Block, PaperDocument, Signatory } from '../../paper/index.ts';
import { formatTimeRange, localTime, toThaiDigits } from '../../thai/index.ts';
import { resolutionWords, sectionTitles } from './domain/minutes-document.ts';
import type { MinutesDocument, MinutesLine, ResolutionLine, Signature } from './domain/minutes-document.ts';
import { numberSections, speakerLabel } from './domain/minutes-text.ts';
import { printedDay } from './shown.ts';

type MinutesPaper = Extract<PaperDocument, { kind: 'minutes' }>;

/** Centred lines under the title of minutes. */
export function minutesTitleLines(document: MinutesDocument): string[] {
  const { header } = document;
  const hours = formatTimeRange(localTime(header.plannedStart), localTime(header.plannedEnd), 'thai');
  return [...header.titleLines, `${printedDay(header.date)} เวลา ${hours}`, `ณ ${header.place}`];
}

const standsFor = { representative: 'ผู้แทน', acting: 'รักษาราชการแทน' } as const;

/** The whole of it; what goes out certified adds its `adoption`. */
export function minutesPaper(document: MinutesDocument, options: { notice?: string; lineNumbers?: boolean } = {}): MinutesPaper {
  const { attendance, header, signatures } = document;
  return {
    kind: 'minutes',
    titleLines: minutesTitleLines(document),
    ...(options.notice ? { notice: options.notice } : {}),
    ...(options.lineNumbers ? { lineNumbers: true } : {}),
    present: attendance.members.map((member) => {
      const stands = member.kind === 'member' ? '' : standsFor[member.kind];
      const printed = stands !== '' && member.position.startsWith(stands);
      return { name: member.personName, position: printed ? '' : member.position, acting: printed ? member.position : '', role: member.role };
    }),
    attending: attendance.participants.map((one) => ({ name: one.personName, position: [one.position, one.unit].filter(Boolean).join(' ') })),
    absent: attendance.absent.map((one) => ({ name: one.personName, position: one.position, role: one.role, reason: one.reason })),
    startTime: header.actualStart,
    endTime: header.actualEnd,
    body: minutesBody(document),
    drafter: signatory(signatures.drafter),
    checker: signatory(signatures.checker),
    keep: [...attendance.members, ...attendance.participants].map((one) => one.personName),
  };
}

function signatory(signature: Signature): Signatory {
  return { name: signature.personName, position: signature.position, caption: signature.caption, ...(signature.signedAs ? { signedAs: signature.signedAs } : {}) };
}

/** Sections, matters and lines in their order. */
export function minutesBody(document: MinutesDocument): Block[] {
  return numberSections(document).flatMap(({ section, number, items }): Block[] => [
    { kind: 'section', text: `ระเบียบวาระที่ ${number} ${sectionTitles[section.kind]}` },
    ...items.flatMap(({ item, number: itemNumber }): Block[] => [
      ...(itemNumber === null ? [] : [{ kind: 'topic' as const, text: `${itemNumber} ${item.title}` }]),
      ...item.lines.map((line, index) => block(line, item.lines[index - 1])),
    ]),
  ]);
}

function block(line: MinutesLine, before: MinutesLine | undefined): Block {
  switch (line.kind) {
    case 'statement': {
      const speaker = speakerLabel(line);
      return speaker === '' ? { kind: 'paragraph', text: line.text } : { kind: 'statement', speaker, text: line.text };
    }
    case 'heading':
      return { kind: 'heading', text: line.text };
    case 'list-item':
      return { kind: 'item', level: line.level, text: line.text, ...(line.label ? { label: line.label } : {}) };
    case 'table':
      return { kind: 'table', columns: line.columns.map((head, index) => ({ head, width: index === 0 ? 3 : 1, align: index === 0 ? 'left' : 'centre' })), rows: line.rows };
    case 'resolution':
      return resolutionBlock(line, before?.kind === 'resolution' || before?.kind === 'table');
    case 'open-point':
      return { kind: 'paragraph', text: [{ text: 'ประเด็นที่ยังไม่ได้ข้อยุติ ', bold: true }, { text: line.text }] };
  }
}

/** The first resolution of a row of them carries the words มติที่ประชุม; the others are its numbered points. */
function resolutionBlock(line: ResolutionLine, follows: boolean): Block {
  const text = resolutionText(line);
  if (line.label && follows) return { kind: 'item', label: line.label, level: 1, text };
  return { kind: 'resolution', text: line.label ? `${line.label} ${text}` : text };
}

/** What was resolved, in words; the words of the kinds where nothing was written. */
export function resolutionText(line: ResolutionLine): string {
  return line.text.trim() || line.resolutions.map((kind) => resolutionWords[kind]).filter(Boolean).join(' และ');
}

/** A file name that says what it is. */
export function minutesFileName(document: MinutesDocument, version: number): string {
  return `รายงานการประชุม ${toThaiDigits(`${document.header.number}-${document.header.year}`)} ฉบับที่ ${toThaiDigits(String(version))}.pdf`;
}
