/**
 * A letter as an editable Word file, in the layout of its form: A4, margins 3 and 2 cm, TH SarabunPSK 16 pt, the head of a
 * memo in 29 and 20 pt (regulation on correspondence, chapter 4, and the notes on typing by computer).
 */
import { AlignmentType, BorderStyle, Document, HorizontalPositionRelativeFrom, ImageRun, LeaderType, LineRuleType, Packer, Paragraph, Tab, TabStopType, Table, TableCell, TableRow, TextRun, TextWrappingType, VerticalPositionRelativeFrom, WidthType, convertMillimetersToTwip } from 'docx';
import type { IParagraphOptions } from 'docx';
import { toThaiDigits } from '../../../thai/index.ts';
import type { LetterTable, Paragraph as LetterParagraph, Signature } from '../domain/letter.ts';

/** What stands on the sheet. Digits of either kind; the file has Thai ones, as the sheet does. */
export interface WordLetter {
  /**
   * A memo (form 2) has the small emblem at the left, a note none, every other form the large one in the middle: a letter
   * outside (1), a stamped letter (3), a form with a title (orders to news, 4-9), a certificate (10).
   */
  readonly form: 'memo' | 'note' | 'emblem-paper' | 'stamped' | 'titled' | 'certificate';
  /** Lines in the middle under the emblem: what it is and whose, its number, what it is about. */
  readonly title: readonly string[];
  /** สั่ง ณ วันที่ …, above the signature. */
  readonly day: string;
  /** What stands in the place of a signature, or below it on its axis. */
  readonly seal: readonly string[];
  /** Lines at the left at the very end. */
  readonly below: readonly string[];
  /** สำเนาส่ง */
  readonly copies: readonly string[];
  readonly urgency: string;
  /** A circular looks like a memo until it has its number: the file's keywords say so. */
  readonly circular?: boolean;
  /** ส่วนราชการ of a memo; the agency and its place at the right of a letter outside, one line each. */
  readonly from: readonly string[];
  readonly reference: string;
  /** As printed: `๙ พฤศจิกายน ๒๕๖๓`. */
  readonly date: string;
  readonly subject: string;
  readonly salutation: string;
  readonly to: string;
  readonly references: readonly string[];
  readonly enclosures: readonly string[];
  readonly paragraphs: readonly LetterParagraph[];
  readonly closing: string;
  readonly signer: Pick<Signature, 'name' | 'title' | 'acting'> | null;
  /** Unit that owns the matter and its telephone, below a letter outside. */
  readonly owner: readonly string[];
  readonly emblem: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml' };
}

/** Among the keywords of a file that was a circular. */
export const circularKeyword = 'หนังสือเวียน';

const font = 'TH SarabunPSK';
const mm = convertMillimetersToTwip;
const textWidth = mm(160);
const bodySize = 32;
/** One transparent dot: what a program shows that cannot draw an SVG. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const run = (text: string, more: { bold?: boolean; size?: number; color?: string } = {}): TextRun => new TextRun({ text: toThaiDigits(text), ...more });
const line = (text: string, more: IParagraphOptions = {}): Paragraph => new Paragraph({ ...more, children: [run(text)] });

function emblem(letter: WordLetter, size: number, middle: boolean): ImageRun {
  const pixels = Math.round((size / 25.4) * 96);
  const transformation = { width: pixels, height: pixels };
  const offset = (millimetres: number) => millimetres * 36_000;
  const floating = middle ? {} : {
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: offset(-3) },
      wrap: { type: TextWrappingType.NONE },
    },
  };
  const data = Buffer.from(letter.emblem.bytes);
  if (letter.emblem.type === 'image/svg+xml') return new ImageRun({ type: 'svg', data, transformation, fallback: { type: 'png', data: dot }, ...floating });
  return new ImageRun({ type: letter.emblem.type === 'image/png' ? 'png' : 'jpg', data, transformation, ...floating });
}

/** A label of the head in 20 pt bold and its value over dots that fill the width. */
const labelled = (pairs: readonly (readonly [label: string, value: string])[]): Paragraph => new Paragraph({
  tabStops: pairs.map((_pair, i) => ({ type: i === pairs.length - 1 ? TabStopType.RIGHT : TabStopType.LEFT, position: (textWidth / pairs.length) * (i + 1), leader: LeaderType.DOT })),
  children: pairs.flatMap(([label, value]) => [run(label, { bold: true, size: 40 }), run(`  ${value}`), new TextRun({ children: [new Tab()] })]),
});

function memoHead(letter: WordLetter): Paragraph[] {
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT }, children: [emblem(letter, 15, false), run('บันทึกข้อความ', { bold: true, size: 58 })] }),
    ...(letter.urgency ? [new Paragraph({ children: [run(letter.urgency, { bold: true, size: 64, color: 'C00000' })] })] : []),
    labelled([['ส่วนราชการ', letter.from.join(' ')]]),
    labelled([['ที่', letter.reference], ['วันที่', letter.date]]),
    labelled([['เรื่อง', letter.subject]]),
  ];
}

const emblemAbove = (letter: WordLetter): Paragraph[] => [
  new Paragraph({ alignment: AlignmentType.CENTER, children: [emblem(letter, 30, true)] }),
  ...(letter.urgency ? [new Paragraph({ children: [run(letter.urgency, { bold: true, size: 64, color: 'C00000' })] })] : []),
];

/** The number, and the agency with its address at the right of it. */
function numberAndAgency(letter: WordLetter, label: string): Paragraph[] {
  const [first = '', ...rest] = letter.from;
  return [
    new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: textWidth }], children: [run(`${label} ${letter.reference}`), new TextRun({ children: [new Tab()] }), run(first)] }),
    ...rest.map((text) => line(text, { alignment: AlignmentType.RIGHT })),
  ];
}

const titleLines = (letter: WordLetter): Paragraph[] => letter.title.map((text, i) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: i === 0 ? 120 : 0, after: i === letter.title.length - 1 ? 120 : 0 }, children: [run(text, { bold: true })] }));

function headOf(letter: WordLetter): Paragraph[] {
  switch (letter.form) {
    case 'memo': return memoHead(letter);
    case 'note': return titleLines(letter);
    case 'emblem-paper': return [...emblemAbove(letter), ...letterHead(letter)];
    case 'stamped': return [...emblemAbove(letter), line(`ที่ ${letter.reference}`), line(`ถึง  ${letter.to}`, { spacing: { before: 120 } })];
    case 'titled': return [...emblemAbove(letter), ...titleLines(letter)];
    case 'certificate': return [...emblemAbove(letter), ...numberAndAgency(letter, 'เลขที่')];
  }
}

function letterHead(letter: WordLetter): Paragraph[] {
  return [
    ...numberAndAgency(letter, 'ที่'),
    line(letter.date, { indent: { left: mm(80) }, spacing: { before: 120 } }),
    ...(letter.subject ? [line(`เรื่อง  ${letter.subject}`, { spacing: { before: 120 } })] : []),
  ];
}

/** Hanging indents of entries by level, in millimetres from the margin. */
const entryIndent = [25, 32, 39, 46] as const;

const cellBorder = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function tableOf({ columns, rows }: LetterTable): Table {
  const whole = columns.reduce((sum, column) => sum + (column.share ?? 1), 0);
  const widths = columns.map((column) => Math.floor((textWidth * (column.share ?? 1)) / whole));
  const cell = (text: string, i: number, head: boolean): TableCell => new TableCell({
    width: { size: widths[i] ?? 0, type: WidthType.DXA },
    children: [new Paragraph({ alignment: head ? AlignmentType.CENTER : alignments[columns[i]?.align ?? 'left'], children: [run(text, { bold: head })] })],
  });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA }, columnWidths: widths,
    borders: { top: cellBorder, bottom: cellBorder, left: cellBorder, right: cellBorder, insideHorizontal: cellBorder, insideVertical: cellBorder },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column, i) => cell(column.title, i, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) })),
    ],
  });
}

function blocks(paragraphs: readonly LetterParagraph[]): (Paragraph | Table)[] {
  return paragraphs.flatMap((one): (Paragraph | Table)[] => {
    if (typeof one === 'string') return [line(one, { alignment: AlignmentType.THAI_DISTRIBUTE, indent: { firstLine: mm(25) }, spacing: { before: 120 } })];
    if (one.kind === 'table') return [line('', { spacing: { line: 120, lineRule: LineRuleType.EXACT } }), tableOf(one), line('', { spacing: { line: 120, lineRule: LineRuleType.EXACT } })];
    return [line(`${one.label ?? '-'} ${one.text}`, { alignment: AlignmentType.THAI_DISTRIBUTE, indent: { firstLine: mm(entryIndent[(one.level ?? 1) - 1] ?? 25) } })];
  });
}

function signature(letter: WordLetter): Paragraph[] {
  const axis = { alignment: AlignmentType.CENTER, indent: { left: mm(80) } };
  const { signer } = letter;
  const blank = line('', axis);
  const signs = letter.seal.length === 0 || letter.form === 'note';
  const names = signer ? [`(${signer.name})`, signer.title, ...(signer.acting ? [`${signer.acting.phrase}${signer.acting.principal}`] : [])].filter(Boolean) : [`(${'.'.repeat(40)})`];
  return [
    ...(letter.closing ? [line(letter.closing, { ...axis, spacing: { before: 240 } })] : []),
    ...(letter.day ? [line(letter.day, { alignment: AlignmentType.CENTER, spacing: { before: 240 } })] : []),
    ...(signs ? [blank, blank, blank, ...names.map((text) => line(text, axis))] : []),
    ...letter.seal.map((text, i) => line(text, { ...axis, spacing: { before: i === 0 ? 240 : 0 } })),
    ...(letter.owner.length + letter.copies.length > 0 ? [blank, blank] : []),
    ...letter.owner.map((text) => line(text)),
    ...numbered('สำเนาส่ง', letter.copies),
    ...(letter.below.length > 0 ? [blank, ...letter.below.map((text) => line(text))] : []),
  ];
}

function numbered(label: string, entries: readonly string[]): Paragraph[] {
  return entries.map((text, i) => line(i === 0 ? `${label}  ${entries.length > 1 ? '1. ' : ''}${text}` : `${i + 1}. ${text}`, { spacing: { before: i === 0 ? 120 : 0 }, ...(i === 0 ? {} : { indent: { left: mm(27) } }) }));
}

/** The bytes of the .docx file. */
export function letterDocx(letter: WordLetter): Promise<Buffer> {
  const greeted = letter.form !== 'stamped' && (letter.to !== '' || letter.salutation !== '');
  return Packer.toBuffer(new Document({
    title: letter.subject, creator: 'Krom', description: '', ...(letter.circular ? { keywords: circularKeyword } : {}),
    styles: { default: { document: { run: { font, size: bodySize, language: { value: 'th-TH', bidirectional: 'th-TH' } }, paragraph: { spacing: { after: 0, line: 240 } } } } },
    sections: [{
      properties: { page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(15), left: mm(30), right: mm(20), bottom: mm(20) } } },
      children: [
        ...headOf(letter),
        ...(letter.form === 'note' && letter.subject ? [line(`เรื่อง  ${letter.subject}`)] : []),
        ...(greeted ? [line(`${letter.salutation}  ${letter.to}`.trim(), { spacing: { before: 120 } })] : []),
        ...numbered('อ้างถึง', letter.references),
        ...numbered('สิ่งที่ส่งมาด้วย', letter.enclosures),
        ...blocks(letter.paragraphs),
        ...signature(letter),
      ],
    }],
  }));
}
