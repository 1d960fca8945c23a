/** What the templates draw (templates/flow.typ), and how blocks of a body become that. */
import type { Block, PaperText, Person, Signatory, TableBlock } from '../text-schemas.ts';
import type { Composer, Word } from './words.ts';

export interface Paragraph {
  kind: 'paragraph';
  i: string;
  w: Word[];
  /** Points above, over single spacing. */
  above: number;
  /** cm before the first line; before the further lines. */
  first?: number;
  hang?: number;
  bold?: true;
  /** Stays on the page of what follows. */
  sticky?: true;
  label?: { w: Word[]; width: number; bold: boolean };
}
export interface Centred { kind: 'centred'; w: Word[]; above: number; bold?: true; size?: number }
/** One line centred on the axis of the signatures, in the right half. */
export interface Axis { kind: 'axis'; w: Word[]; above: number }
export interface People {
  kind: 'people';
  above: number;
  /** Role at the right and position under the name; else the position at the right. */
  roles: boolean;
  rows: { number: Word; name: Word[]; lines: Word[][]; side: Word[] }[];
}
export interface Table {
  kind: 'table';
  above: number;
  cols: { head: Word[]; width: number; align: 'left' | 'centre' | 'right' }[];
  rows: Word[][][];
  /** Cells may break over pages: only when one is longer than a page could hold. */
  breakable?: true;
}
/** A new part on a new page: nothing continues there. */
export interface Part { kind: 'part' }
export type Element = Paragraph | Centred | Axis | People | Table | Part;

export interface SignatureLines {
  id: string;
  signed: Word[][];
  lines: Word[][];
  compact: boolean;
}

/** First-line indent of a paragraph (regulation: 10 keystrokes). */
const INDENT = 2.5;
const LIST_STEP = 0.75;
/** A cell longer than this may not fit one page. */
const LONG_CELL = 1200;
const TEXT_WIDTH = 16;
const CELL_PADDING = 0.35;

export const EMPTY = (text: PaperText): boolean =>
  (typeof text === 'string' ? text : text.map((run) => run.text).join('')).trim() === '';

const lead = (prefix: string, text: PaperText): PaperText =>
  typeof text === 'string' ? prefix + text : [{ text: prefix }, ...text];

export function bold(text: PaperText): PaperText {
  return typeof text === 'string' ? [{ text, bold: true }] : text.map((run) => ({ ...run, bold: true }));
}

export function paragraph(composer: Composer, text: PaperText, more: Partial<Omit<Paragraph, 'kind' | 'i' | 'w'>> = {}): Paragraph {
  const width = TEXT_WIDTH - (more.hang ?? 0);
  return { kind: 'paragraph', i: composer.nextId(), w: composer.words(text, width), above: 6, ...more };
}

export function centred(composer: Composer, text: PaperText, more: Partial<Pick<Centred, 'above' | 'bold' | 'size'>> = {}): Centred {
  const scale = (more.size ?? 16) / 16;
  return { kind: 'centred', w: composer.words(text, TEXT_WIDTH, scale), above: 0, ...more };
}

/** Closing phrase, day of an order: on the axis of the signatures (8.5 cm of room). */
export function axis(composer: Composer, text: PaperText, above: number): Axis {
  return { kind: 'axis', w: composer.words(text, 8.5), above };
}

/** Label in a column, text hanging beside it: เรียน, อ้างถึง, มติที่ประชุม. */
export function labelled(composer: Composer, label: string, text: PaperText, width: number, isBold: boolean): Paragraph {
  return paragraph(composer, text, { first: 0, hang: width, label: { w: composer.whole(label), width, bold: isBold } });
}

/** A labelled list; several entries are numbered: อ้างถึง, สิ่งที่ส่งมาด้วย. */
export function listOf(composer: Composer, label: string, texts: readonly PaperText[], width: number): Paragraph[] {
  const numbered = texts.length > 1 ? texts.map((text, i) => lead(`${i + 1}. `, text)) : texts;
  return numbered.map((text, i) => ({ ...labelled(composer, i === 0 ? label : '', text, width, false), above: i === 0 ? 6 : 0 }));
}

export function table(composer: Composer, block: TableBlock): Table {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const room = block.columns.map((column) => (TEXT_WIDTH * column.width) / total - CELL_PADDING);
  const length = (text: PaperText): number => (typeof text === 'string' ? text : text.map((run) => run.text).join('')).length;
  return {
    kind: 'table',
    above: 6,
    cols: block.columns.map((column, i) => ({
      head: composer.words(column.head, room[i]), width: column.width, align: column.align,
    })),
    rows: block.rows.map((row) => row.map((cell, i) => composer.words(cell, room[i]))),
    ...(block.rows.some((row) => row.some((cell) => length(cell) > LONG_CELL)) ? { breakable: true } : {}),
  };
}

export function blockElement(composer: Composer, block: Block): Element | undefined {
  if (typeof block === 'string' || Array.isArray(block)) return EMPTY(block) ? undefined : paragraph(composer, block);
  switch (block.kind) {
    case 'table':
      return table(composer, block);
    case 'section':
      return paragraph(composer, block.text, { first: 0, bold: true, sticky: true, above: 9 });
    case 'topic':
      return paragraph(composer, block.text, { bold: true, sticky: true, first: INDENT });
    case 'heading':
      return paragraph(composer, block.text, { bold: true, sticky: true, first: INDENT });
    case 'paragraph':
      return EMPTY(block.text) ? undefined : paragraph(composer, block.text);
    case 'statement': {
      const speaker = block.speaker?.trim();
      return paragraph(composer, lead(speaker ? `-\u00a0${speaker} ` : '-\u00a0', block.text));
    }
    case 'item': {
      const label = block.label?.trim();
      const text = lead(label === undefined ? '-\u00a0' : `${label}\u00a0`, block.text);
      return paragraph(composer, text, { first: INDENT + LIST_STEP * (block.level - 1), above: 0 });
    }
    case 'resolution':
      return labelled(composer, block.label, block.text, INDENT, true);
  }
}

export function blockElements(composer: Composer, blocks: readonly Block[]): Element[] {
  return blocks.flatMap((block) => blockElement(composer, block) ?? []);
}

/** A list of people under its own heading; nothing when it is empty. */
export function peopleList(composer: Composer, heading: string, people: readonly Person[]): Element[] {
  if (people.length === 0) return [];
  const roles = people.some((person) => person.role !== '');
  return [
    paragraph(composer, heading, { first: 0, bold: true, sticky: true, above: 9 }),
    {
      kind: 'people',
      above: 3,
      roles,
      rows: people.map((person, i) => {
        const details = [person.position, person.acting].filter((line) => line !== '');
        const side = roles ? [person.role] : details;
        return {
          number: composer.words(`${i + 1}.`)[0] + ' ',
          name: composer.whole(person.name, roles ? 9.2 : 6.2),
          lines: roles ? details.map((line) => composer.words(line, 9.2)) : [],
          side: composer.words([...side, person.reason === '' ? '' : `(${person.reason})`].filter(Boolean).join(' '), roles ? 5.2 : 8),
        };
      }),
    },
  ];
}

/** Lines under the space for a signature: name in brackets, position, the post signed for, and as what. */
export function signatureLines(composer: Composer, signatory: Signatory, fallbackId: string, compact = false): SignatureLines {
  const lines = [composer.whole(`(${signatory.name})`, 8.3)];
  const add = (text: PaperText): void => {
    if (!EMPTY(text)) lines.push(composer.words(text, 8.3));
  };
  add(signatory.position);
  if (signatory.acting) add(`${signatory.acting.phrase}${signatory.acting.principal}`);
  add(signatory.caption ?? '');
  return {
    id: signatory.id ?? fallbackId,
    signed: signatory.signedAs ? [composer.whole(signatory.signedAs, 8.3)] : [],
    lines,
    compact,
  };
}
