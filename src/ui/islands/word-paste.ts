/**
 * What Word, a spreadsheet or a page puts on the clipboard as HTML, as the plain text form of a letter: paragraphs as
 * lines, numbering with its labels, tables between strokes. Everything else (fonts, colours, pictures) is left out.
 */

type Token = { readonly open: string; readonly attributes: string } | { readonly close: string } | { readonly text: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', middot: '·', bull: '•', shy: '' };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,8}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.hasOwn(entities, name.toLowerCase()) ? entities[name.toLowerCase()] ?? whole : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

const unseen = /<(style|script|xml|head|title|svg|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

function* tokens(html: string): Generator<Token> {
  const plain = html.replace(/<!--[\s\S]*?-->/g, '').replace(unseen, '').replace(/<[!?][^>]*>/g, '');
  for (const match of plain.matchAll(/<(\/?)([a-z][a-z0-9:]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)|</gi)) {
    const [whole, slash, name, attributes = '', text] = match;
    if (text !== undefined) yield { text: decoded(text) };
    else if (name === undefined) yield { text: whole };
    else if (slash) yield { close: name.toLowerCase() };
    else yield { open: name.toLowerCase(), attributes };
  }
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))`, 'i').exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

interface List {
  readonly ordered: boolean;
  count: number;
}

interface Table {
  readonly rows: string[][];
  row: string[];
  /** Cells of rows to come that one from above reaches into, by column. */
  readonly reaching: Map<number, number>;
  cell: { text: string; columns: number; rows: number } | undefined;
}

const blocks = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'header', 'footer', 'dt', 'dd', 'pre', 'center']);
const span = (attributes: string, name: string): number => Math.min(50, Math.max(1, Number(attribute(attributes, name)) || 1));
const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
const bullet = /^(?:[·•§o‣▪◦\uf0b7\uf0a7\uf0d8-]|\u00b7)\s+(?=\S)/u;

/** Walks the tokens and gathers lines. */
class Lines {
  readonly out: string[] = [];
  #line = '';
  #lists: List[] = [];
  readonly #tables: Table[] = [];
  #label = '';
  #wordLevel = 0;

  text(text: string): void {
    const table = this.#tables.at(-1);
    if (table) {
      if (table.cell) table.cell.text += text;
    } else this.#line += text;
  }

  /** Ends the line that is being gathered. */
  end(): void {
    const table = this.#tables.at(-1);
    if (table) {
      if (table.cell) table.cell.text += ' ';
      return;
    }
    const words = squeezed(this.#line);
    this.#line = '';
    if (words === '') return;
    const inWord = this.#wordLevel > 0 && bullet.test(words);
    const plain = inWord ? `${'  '.repeat(this.#wordLevel - 1)}- ${words.replace(bullet, '')}` : words;
    this.out.push(this.#label === '' ? plain : `${this.#label} ${words}`);
    this.#label = '';
    this.#wordLevel = 0;
  }

  open(name: string, attributes: string): void {
    if (name === 'br') this.end();
    else if (name === 'ol' || name === 'ul') {
      this.end();
      this.#lists.push({ ordered: name === 'ol', count: Math.max(0, (Number(attribute(attributes, 'start')) || 1) - 1) });
    } else if (name === 'table') {
      this.end();
      this.#tables.push({ rows: [], row: [], reaching: new Map(), cell: undefined });
    } else if (name === 'tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (blocks.has(name)) {
      this.end();
      if (name === 'li') this.#openEntry();
      this.#wordLevel = Number(/mso-list:[^;"']*level(\d)/i.exec(attributes)?.[1] ?? 0);
    }
  }

  close(name: string): void {
    if (name === 'ol' || name === 'ul') {
      this.end();
      this.#lists.pop();
    } else if (name === 'table') this.#closeTable();
    else if (name === 'tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#closeCell();
    else if (blocks.has(name)) this.end();
  }

  #openEntry(): void {
    const list = this.#lists.at(-1);
    if (!list || this.#tables.length > 0) return;
    list.count += 1;
    const above = this.#lists.filter((one) => one.ordered).map((one) => one.count);
    const depth = this.#lists.length - 1;
    this.#label = list.ordered ? (above.length > 1 ? above.join('.') : `${list.count}.`) : `${'  '.repeat(Math.min(3, depth))}-`;
  }

  #openCell(attributes: string): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (!table) return;
    for (let left = table.reaching.get(table.row.length) ?? 0; left > 0; left = table.reaching.get(table.row.length) ?? 0) {
      table.reaching.set(table.row.length, left - 1);
      table.row.push('');
    }
    table.cell = { text: '', columns: span(attributes, 'colspan'), rows: span(attributes, 'rowspan') };
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    const { text, columns, rows } = table.cell;
    table.cell = undefined;
    for (let i = 0; i < columns; i += 1) {
      if (rows > 1) table.reaching.set(table.row.length, rows - 1);
      table.row.push(i === 0 ? squeezed(text) : '');
    }
  }

  #closeRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (!table) return;
    if (table.row.some((cell) => cell !== '')) table.rows.push(table.row);
    table.row = [];
  }

  #closeTable(): void {
    this.#closeRow();
    const table = this.#tables.pop();
    if (!table || table.rows.length === 0) return;
    const outer = this.#tables.at(-1);
    // A table inside a cell becomes words of that cell.
    if (outer) this.text(table.rows.map((row) => row.join(' ')).join(' '));
    else if (Math.max(...table.rows.map((row) => row.length)) === 1) this.out.push(...table.rows.map((row) => row[0] ?? ''));
    else this.out.push(table.rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n'));
  }
}

/** The plain text form of a piece of HTML; empty where there are no words in it. */
export function linesFromHtml(html: string): string {
  const lines = new Lines();
  for (const token of tokens(html)) {
    if ('text' in token) lines.text(token.text);
    else if ('open' in token) lines.open(token.open, token.attributes);
    else lines.close(token.close);
  }
  lines.end();
  return lines.out.join('\n\n');
}
