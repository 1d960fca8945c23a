/** From a parsed document to the data of its template. */
import { letterSchemas } from '../documents.ts';
import type { Agenda, Difference, LetterDocument, Memo, Minutes, ParsedDocument, ReplyForm, SignatureStamp, SignIn } from '../documents.ts';
import type { PaperFonts } from '../fonts.ts';
import type { PaperText } from '../text-schemas.ts';
import { blockElements, bold, centred, EMPTY, labelled, listOf, paragraph, peopleList, signatureLines, table } from './elements.ts';
import type { Element, SignatureLines } from './elements.ts';
import { letter, letterNames, letterTitle } from './letters.ts';
import { envelope, receiptSlip, receiveStamp, tableReport } from './lists.ts';
import { indicatorForm, performanceBook, performanceNames, performanceTitle, sarCard } from './performance.ts';
import { paperDigits } from './numerals.ts';
import { Composer, sheetText } from './words.ts';
import type { Word } from './words.ts';

export type TemplateName = 'memo' | 'reply' | 'sheet' | 'signin' | 'emblem' | 'list' | 'envelope' | 'receive-stamp' | 'stamp' | 'receipt-slip' | 'form' | 'performance-book';

const letterKinds: ReadonlySet<string> = new Set(letterSchemas.map((schema) => schema.shape.kind.value));
const isLetter = (document: ParsedDocument): document is LetterDocument => letterKinds.has(document.kind);

export interface Composed {
  template: TemplateName;
  data: Record<string, unknown>;
  /** Characters that the font cannot print; the document must not be made when there are any. */
  unprintable: string[];
}

/** Names that appear on lists and under signatures must not be broken in the text either, nor their short form "นายก.ฯ". */
function namesIn(document: ParsedDocument): string[] {
  const names: string[] = [];
  if (document.kind === 'memo') names.push(...document.signers.map((s) => s.name));
  if (isLetter(document)) names.push(...letterNames(document));
  if (document.kind === 'minutes' || document.kind === 'difference') {
    names.push(...[...document.present, ...document.absent, ...document.attending].map((p) => p.name));
    names.push(document.drafter.name, ...(document.checker ? [document.checker.name] : []));
  }
  if (document.kind === 'signature-stamp') names.push(document.name);
  if (document.kind === 'reply-form' && document.name !== '') names.push(document.name);
  if (document.kind === 'sign-in') names.push(...document.people.map((p) => p.name));
  if (document.kind === 'indicator-form' || document.kind === 'sar-card' || document.kind === 'performance-book') names.push(...performanceNames(document));
  return names.flatMap((name) => [name, name.split(/\s+/)[0] ?? name]);
}

export function compose(document: ParsedDocument, fonts: PaperFonts): Composed {
  const composer = new Composer(fonts, [...document.keep, ...namesIn(document)]);
  const { template, data } = composeKind(document, composer);
  const title = sheetText(document.title ?? titleOf(document));
  const common = {
    title,
    justify: document.justify,
    catchword: 'catchword' in document && document.catchword,
    lineNumbers: 'lineNumbers' in document && document.lineNumbers,
    ...(document.secrecy === undefined ? {} : { secrecy: paperDigits(document.secrecy) }),
  };
  for (const extra of [title, document.secrecy ?? '']) composer.words(extra); // only to see whether they can be printed
  return { template, data: { ...common, ...data }, unprintable: [...composer.unprintable].sort() };
}

function titleOf(document: ParsedDocument): PaperText {
  if (document.kind === 'memo') return document.subject;
  if (isLetter(document)) return letterTitle(document);
  if (document.kind === 'envelope') return document.to;
  if (document.kind === 'receive-stamp') return document.agency;
  if (document.kind === 'signature-stamp') return `${document.heading} ${document.name}`;
  if (document.kind === 'receipt-slip') return `ใบรับหนังสือ ${document.number}`;
  if (document.kind === 'indicator-form' || document.kind === 'sar-card' || document.kind === 'performance-book') return performanceTitle(document);
  return `${document.heading} ${document.titleLines.map(sheetText).join(' ')}`;
}

function composeKind(document: ParsedDocument, composer: Composer): Omit<Composed, 'unprintable'> {
  if (isLetter(document)) return { template: 'emblem', data: letter(document, composer) };
  switch (document.kind) {
    case 'memo': return { template: 'memo', data: memo(document, composer) };
    case 'reply-form': return { template: 'reply', data: reply(document, composer) };
    case 'minutes': return { template: 'sheet', data: minutes(document, composer) };
    case 'difference': return { template: 'sheet', data: difference(document, composer) };
    case 'agenda': return { template: 'sheet', data: agenda(document, composer) };
    case 'signature-stamp': return { template: 'stamp', data: stamp(document, composer) };
    case 'sign-in': return { template: 'signin', data: signIn(document, composer) };
    case 'table-report': return { template: 'list', data: tableReport(document, composer) };
    case 'envelope': return { template: 'envelope', data: envelope(document, composer) };
    case 'receive-stamp': return { template: 'receive-stamp', data: receiveStamp(document, composer) };
    case 'indicator-form': return { template: 'form', data: indicatorForm(document, composer) };
    case 'sar-card': return { template: 'form', data: sarCard(document, composer) };
    case 'performance-book': return { template: 'performance-book', data: performanceBook(document, composer) };
    case 'receipt-slip': return { template: 'receipt-slip', data: receiptSlip(document, composer) };
  }
}

function memo(document: Memo, composer: Composer): Record<string, unknown> {
  composer.words(document.urgency ?? '');
  return {
    ...(document.urgency === undefined ? {} : { urgency: paperDigits(document.urgency) }),
    unit: composer.words(document.unit, 12.5),
    number: composer.words(document.number, 6.5),
    date: composer.words(document.date, 6),
    subject: composer.words(document.subject, 14),
    lead: [
      labelled(composer, document.salutation, document.to, 1.2, false),
      ...listOf(composer, 'อ้างถึง', document.references, 1.6),
      ...listOf(composer, 'สิ่งที่ส่งมาด้วย', document.enclosures, 2.8),
    ],
    body: blockElements(composer, document.body),
    signatures: document.signers.map((signer, i) => signatureLines(composer, signer, `signer-${i + 1}`)),
  };
}

/** Title in bold, the lines under it in bold too, as reports are typed. */
function head(composer: Composer, heading: string, lines: readonly PaperText[], notice?: PaperText): Element[] {
  return [
    ...(notice === undefined || EMPTY(notice) ? [] : [centred(composer, notice, { bold: true })]),
    centred(composer, heading, { bold: true, size: 18 }),
    ...lines.map((line) => centred(composer, line, { bold: true })),
  ];
}

function reply(document: ReplyForm, composer: Composer): Record<string, unknown> {
  const optional = (text: PaperText | undefined): Word[] => (text === undefined ? [] : composer.words(text, 15.5));
  return {
    head: head(composer, document.heading, document.titleLines),
    body: [labelled(composer, 'เรียน', document.to, 1.2, false), paragraph(composer, document.statement)],
    choices: document.choices.map((choice) => composer.words(choice, 12)),
    answer: document.answer ?? null,
    corrections: optional(document.corrections),
    remarksLabel: composer.words(document.remarksLabel),
    remarks: optional(document.remarks),
    signed: composer.whole(document.signedAs, 5.8),
    name: composer.whole(document.name, 6.1),
    position: composer.words(document.position, 8.5),
    date: composer.whole(document.date),
  };
}

const clock = (time: string): string => `${time.replace(':', '.').padStart(5, '0')}\u00a0น.`;

function signatures(document: Minutes | Difference, composer: Composer): SignatureLines[] {
  const drafter = { caption: 'ผู้จดรายงานการประชุม', ...document.drafter };
  const checker = document.checker && { caption: 'ผู้ตรวจรายงานการประชุม', ...document.checker };
  return [
    signatureLines(composer, drafter, 'drafter', true),
    ...(checker ? [signatureLines(composer, checker, 'checker', true)] : []),
  ];
}

function minutes(document: Minutes | Difference, composer: Composer): Record<string, unknown> {
  return {
    head: head(composer, document.heading, document.titleLines, document.notice),
    body: [
      ...peopleList(composer, 'ผู้มาประชุม', document.present),
      ...peopleList(composer, 'ผู้ไม่มาประชุม', document.absent),
      ...peopleList(composer, 'ผู้เข้าร่วมประชุม', document.attending),
      labelled(composer, 'เริ่มประชุมเวลา', clock(document.startTime), 2.75, true),
      ...blockElements(composer, document.body),
    ],
    closing: [labelled(composer, 'เลิกประชุมเวลา', clock(document.endTime), 2.75, true)],
    signatures: signatures(document, composer),
    after: adoption(document, composer),
  };
}

function adoption(document: Minutes | Difference, composer: Composer): Element[] {
  const record = document.adoption;
  if (!record) return [];
  return [
    { kind: 'part' },
    centred(composer, record.heading, { bold: true }),
    ...blockElements(composer, record.paragraphs),
    table(composer, {
      kind: 'table',
      columns: [
        { head: 'ลำดับ', width: 1.3, align: 'centre' },
        { head: 'ผู้รับรอง', width: 3.4, align: 'left' },
        { head: 'ผลการพิจารณา', width: 4.2, align: 'left' },
        { head: 'วันที่ตอบ', width: 2.9, align: 'centre' },
        { head: 'หมายเหตุ', width: 4.2, align: 'left' },
      ],
      rows: record.rows.map((row, i) => [String(i + 1), row.who, row.answer, row.answeredOn, row.note]),
    }),
    ...blockElements(composer, record.conclusion),
  ];
}

function difference(document: Difference, composer: Composer): Record<string, unknown> {
  const base = minutes({ ...document, notice: document.notice ?? 'ฉบับแสดงการแก้ไข' }, composer);
  const changes: Element[] = document.changes.length === 0 ? [] : [
    { kind: 'part' },
    centred(composer, 'รายการแก้ไขรายงานการประชุม', { bold: true }),
    paragraph(composer, [
      { text: 'ข้อความที่เพิ่ม', mark: 'ins' }, { text: ' และ ' }, { text: 'ข้อความที่ตัดออก', mark: 'del' },
      { text: ' แสดงไว้ในรายงาน เลขในวงเล็บเหลี่ยมอ้างถึงข้อเสนอในตารางนี้' },
    ]),
    table(composer, {
      kind: 'table',
      columns: [
        { head: 'ข้อเสนอที่', width: 1.8, align: 'centre' },
        { head: 'ผู้เสนอ', width: 2.6, align: 'left' },
        { head: 'ข้อเสนอ', width: 5, align: 'left' },
        { head: 'ผลการพิจารณา', width: 2.6, align: 'left' },
        { head: 'เหตุผล', width: 4, align: 'left' },
      ],
      rows: document.changes.map((change) => [change.ref, change.by, change.suggestion, change.decision, change.reason]),
    }),
  ];
  return { ...base, after: [...adoption(document, composer), ...changes] };
}

function agenda(document: Agenda, composer: Composer): Record<string, unknown> {
  return {
    head: head(composer, document.heading, document.titleLines),
    body: document.sections.flatMap((section) => [
      labelled(composer, section.label, bold(section.text), 3, true),
      ...section.items.flatMap((item): Element[] => [
        paragraph(composer, item.text, { first: 3, hang: 3.9, above: 2, label: { w: composer.whole(item.label), width: 0.9, bold: false } }),
        ...(item.presenter === undefined ? [] : [paragraph(composer, `(ผู้นำเสนอ: ${item.presenter})`, { first: 3.9, hang: 3.9, above: 0 })]),
        ...item.papers.map((paper) => paragraph(composer, `เอกสารประกอบ: ${paper}`, { first: 3.9, hang: 3.9, above: 0 })),
      ]),
    ]),
    closing: [],
    signatures: [],
    after: [],
  };
}

function signIn(document: SignIn, composer: Composer): Record<string, unknown> {
  const row = (index: number, name: string, position: string): Record<string, unknown> => ({
    id: `row-${index + 1}`, number: composer.words(String(index + 1)), name: composer.words(name, 4.6), position: composer.words(position, 6),
  });
  const rows = [
    ...document.people.map((person, i) => row(i, person.name, person.position)),
    ...Array.from({ length: document.blankRows }, (_, i) => row(document.people.length + i, '', '')),
  ];
  return {
    head: head(composer, document.heading, document.titleLines),
    columns: ['ลำดับ', 'ชื่อ - นามสกุล', 'ตำแหน่ง/สังกัด', 'ลายมือชื่อ'].map((column) => composer.words(column)),
    rows,
    after: document.note === undefined ? [] : [paragraph(composer, document.note, { first: 0 })],
  };
}

/** cm: as wide as the block of the printed signature that it stands over. */
const STAMP_WIDTH = 8.2;

function stamp(document: SignatureStamp, composer: Composer): Record<string, unknown> {
  const scale = 11 / 16;
  return {
    heading: composer.words(document.heading, STAMP_WIDTH, scale),
    name: composer.whole(document.name, STAMP_WIDTH),
    lines: [document.position, document.acting ? `${document.acting.phrase}${document.acting.principal}` : '', document.date]
      .filter((line) => line !== '').map((line) => composer.words(line, STAMP_WIDTH, scale)),
  };
}
