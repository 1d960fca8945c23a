// The tree of a Word document as lines of the plain text form: paragraphs, counted entries, tables.

/** What is looked at of a node of the reader's tree. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a paragraph: `center`, `right`, `both`… */
  readonly alignment?: string | null;
}

function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textOf).join('');
}

const cellText = (cell: WordNode): string => textOfBlocks(cell).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
const textOfBlocks = (node: WordNode): string => (node.children ?? []).map(textOf).join(' ');

function tableLines(table: WordNode): string {
  const reaching = new Map<number, number>();
  const rows: string[][] = [];
  for (const node of table.children ?? []) {
    const row: string[] = [];
    const skip = (): void => {
      for (let left = reaching.get(row.length) ?? 0; left > 0; left = reaching.get(row.length) ?? 0) {
        reaching.set(row.length, left - 1);
        row.push('');
      }
    };
    for (const cell of node.children ?? []) {
      skip();
      for (let i = 0; i < Math.min(50, cell.colSpan ?? 1); i += 1) {
        if ((cell.rowSpan ?? 1) > 1) reaching.set(row.length, (cell.rowSpan ?? 1) - 1);
        row.push(i === 0 ? cellText(cell) : '');
      }
    }
    skip();
    if (row.some((text) => text !== '')) rows.push(row);
  }
  // A table of one column, or of one row, is how people set words side by side: they are lines.
  if (rows.every((row) => row.length <= 1)) return rows.map((row) => row[0] ?? '').join('\n\n');
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Numbers that Word counts by itself, written out: `1.`, `1.1`, `1.1.1`; dashes for bullets. */
class Counter {
  readonly #counts: number[] = [];

  label(level: number, ordered: boolean): string {
    if (!ordered) return `${'  '.repeat(level)}-`;
    this.#counts.length = level + 1;
    this.#counts[level] = (this.#counts[level] ?? 0) + 1;
    const parts = Array.from({ length: level + 1 }, (_, i) => this.#counts[i] ?? 1);
    return parts.length === 1 ? `${parts[0]}.` : parts.join('.');
  }

  /** A list that is broken off by a paragraph begins anew. */
  stop(): void {
    this.#counts.length = 0;
  }
}

/** Where a line stands on the sheet: what tells the parts of a form apart where the words do not. */
export type LineAlign = 'left' | 'center' | 'right';

const alignOf = (node: WordNode): LineAlign => (node.alignment === 'center' || node.alignment === 'right' ? node.alignment : 'left');

/** Lines in order, without empty ones, with where each stands; `numbers` tells whether Word's own numbering was written out. */
export function linesOfWord(document: WordNode): { readonly lines: readonly string[]; readonly aligns: readonly LineAlign[]; readonly numbers: boolean } {
  const found: { text: string; align: LineAlign }[] = [];
  const put = (texts: readonly string[], align: LineAlign): void => { found.push(...texts.map((text) => ({ text, align }))); };
  const counter = new Counter();
  let numbers = false;
  for (const node of document.children ?? []) {
    if (node.type === 'table') {
      counter.stop();
      put([tableLines(node)], 'left');
      continue;
    }
    const text = textOf(node);
    if (text.trim() === '') continue;
    if (node.numbering) {
      const level = Math.min(3, Math.max(0, Number(node.numbering.level) || 0));
      numbers ||= node.numbering.isOrdered;
      put([`${counter.label(level, node.numbering.isOrdered)} ${text.replace(/\s+/g, ' ').trim()}`], 'left');
    } else {
      counter.stop();
      put(text.split('\n').map((one) => one.trim()).filter(Boolean), alignOf(node));
    }
  }
  const kept = found.filter(({ text }) => text.trim() !== '');
  return { lines: kept.map(({ text }) => text), aligns: kept.map(({ align }) => align), numbers };
}
