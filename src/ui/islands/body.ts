/**
 * Help in the box of a letter's text: `[data-body-tools="name"]` beside it brings buttons for a numbered entry, an entry
 * below it, a table and undo. Pasting from Word or a spreadsheet keeps paragraphs, numbering and tables; Enter goes on
 * with the numbering, and once more ends it. Without script the box is enough.
 */
import { on, ready } from './ready.ts';
import { typeInto } from './typing.ts';
import { linesFromHtml } from './word-paste.ts';

const label = /^(\s*)((?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,3}\.?|\([0-9๐-๙]{1,3}\)|[0-9๐-๙]{1,3}\)|[-•]))\s/u;

const arabic = (text: string): string => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50));
const likeIn = (number: number, like: string): string => (/[0-9]/.test(like) ? String(number) : String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(0xe50 + Number(digit))));

/** The label after this one: `๑.` → `๒.`, `1.3` → `1.4`, `(๒)` → `(๓)`. */
function following(one: string): string {
  const numbers = [...one.matchAll(/[0-9๐-๙]+/gu)];
  const last = numbers.at(-1);
  if (!last) return one;
  return one.slice(0, last.index) + likeIn(Number(arabic(last[0])) + 1, last[0]) + one.slice(last.index + last[0].length);
}

/** The first label below this one: `๑.` → `๑.๑`, `1.2` → `1.2.1`, `(๑)` and a dash → a dash further in. */
function below(indent: string, one: string): string {
  if (/^[0-9๐-๙]+(?:\.[0-9๐-๙]+){0,2}\.?$/u.test(one) && !one.includes('(')) return `${one.replace(/\.$/, '')}.${likeIn(1, one)}`;
  return `${indent}  -`;
}

interface Here {
  readonly start: number;
  readonly end: number;
  readonly line: string;
}

function lineAt(area: HTMLTextAreaElement, at: number): Here {
  const start = area.value.lastIndexOf('\n', at - 1) + 1;
  const found = area.value.indexOf('\n', at);
  const end = found < 0 ? area.value.length : found;
  return { start, end, line: area.value.slice(start, end) };
}

/** The last label above a place, looking over empty lines and text. */
function labelAbove(area: HTMLTextAreaElement, at: number): { indent: string; one: string } | undefined {
  for (const line of area.value.slice(0, at).split('\n').toReversed()) {
    const found = label.exec(line);
    if (found) return { indent: found[1] ?? '', one: found[2] ?? '' };
  }
  return undefined;
}

/** A new line after the present one, or the present one where it is empty. */
function openLine(area: HTMLTextAreaElement, text: string): void {
  const { start, end, line } = lineAt(area, area.selectionEnd);
  if (line.trim() === '') typeInto(area, start, end, text);
  else typeInto(area, end, end, `\n${text}`);
}

function addEntry(area: HTMLTextAreaElement, lower: boolean): void {
  const above = labelAbove(area, lineAt(area, area.selectionEnd).end);
  const first = /[0-9]/.test(area.value) && !/[๐-๙]/.test(area.value) ? '1.' : '๑.';
  const next = above === undefined ? first : lower ? below(above.indent, above.one) : `${above.indent}${following(above.one)}`;
  openLine(area, `${next} `);
}

function addTable(area: HTMLTextAreaElement, words: string): void {
  const { line } = lineAt(area, area.selectionEnd);
  openLine(area, `${line.trim() === '' ? '' : '\n'}${words}\n`);
}

const acts: Readonly<Record<string, (area: HTMLTextAreaElement, button: HTMLElement) => void>> = {
  entry: (area) => addEntry(area, false),
  lower: (area) => addEntry(area, true),
  table: (area, button) => addTable(area, button.dataset['bodyTable'] ?? ''),
  undo: (area) => {
    area.focus();
    // oxlint-disable-next-line typescript/no-deprecated -- the only way to the browser's own history of a box
    document.execCommand('undo');
  },
};

function areaOf(tools: Element | null): HTMLTextAreaElement | undefined {
  const name = tools instanceof HTMLElement ? tools.dataset['bodyTools'] : undefined;
  const found = name === undefined ? undefined : tools?.closest('form')?.elements.namedItem(name);
  return found instanceof HTMLTextAreaElement ? found : undefined;
}

function goOn(event: KeyboardEvent, area: HTMLTextAreaElement): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || area.selectionStart !== area.selectionEnd) return;
  const { start, end, line } = lineAt(area, area.selectionEnd);
  const found = label.exec(`${line} `);
  if (!found || area.selectionEnd < start + found[0].trimEnd().length) return;
  event.preventDefault();
  const [, indent = '', one = ''] = found;
  // A label with nothing after it: the list ends here.
  if (line.trim() === one) typeInto(area, start, end, '');
  else typeInto(area, area.selectionEnd, area.selectionEnd, `\n${indent}${following(one)} `);
}

function paste(event: ClipboardEvent, area: HTMLTextAreaElement): void {
  const html = event.clipboardData?.getData('text/html') ?? '';
  // What has no structure of its own comes in as plain text, spaces and all.
  if (!/<(?:p|li|table|div|h[1-6]|br)\b/i.test(html)) return;
  const text = linesFromHtml(html);
  if (text === '') return;
  event.preventDefault();
  const { selectionStart, selectionEnd, value } = area;
  const several = text.includes('\n');
  const before = several && selectionStart > 0 && value[selectionStart - 1] !== '\n' ? '\n\n' : '';
  const after = several && selectionEnd < value.length && value[selectionEnd] !== '\n' ? '\n\n' : '';
  typeInto(area, selectionStart, selectionEnd, `${before}${text}${after}`);
}

function begin(tools: HTMLElement): void {
  const area = areaOf(tools);
  if (!area) return;
  tools.hidden = false;
  area.addEventListener('paste', (event) => paste(event, area));
  area.addEventListener('keydown', (event) => goOn(event, area));
}

export function startBody(): void {
  ready('[data-body-tools]', begin);
  on('click', '[data-body-act]', (_event, button) => {
    const area = areaOf(button.closest('[data-body-tools]'));
    if (area) acts[button.dataset['bodyAct'] ?? '']?.(area, button);
  });
}
