/** CSV as offices write it: UTF-8 with and without mark, UTF-16, the Thai code page of older spreadsheets; comma, semicolon or tab. */
import { fail, ok, type Result } from '../result.ts';
import { tableLimits, type RawSheet } from './table.ts';

const notText = () => fail('NOT_A_TABLE', { th: 'ไฟล์นี้ไม่ใช่ตาราง กรุณาส่งไฟล์ .xlsx หรือ .csv', en: 'This file is not a table. Please send an .xlsx or .csv file.' });

/** The text of a file; undefined where it is no text. */
export function decodeText(content: Buffer): string | undefined {
  const as = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      return undefined;
    }
  };
  const [first, second] = content;
  let text: string | undefined;
  if (first === 0xff && second === 0xfe) text = as('utf-16le');
  else if (first === 0xfe && second === 0xff) text = as('utf-16be');
  else text = as('utf-8') ?? as('windows-874');
  // Control characters other than tab, line ends and form feed are not text.
  return text === undefined || /(?![\t\n\f\r])\p{Cc}/u.test(text.replaceAll('\u0085', '')) ? undefined : text;
}

/** The sign that most often parts the cells of the first filled line, outside quotes. */
function separatorOf(text: string): string {
  const line = (/[^\r\n]*[^\s,;][^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => line.split(sign).length - 1;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** A leading apostrophe keeps a spreadsheet from taking a cell for a formula (`csvOf` puts it there); it is not part of the value. */
const withoutGuard = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Rows of a CSV text. A quote that is never closed is told with its line. */
export function readCsv(content: Buffer): Result<RawSheet[]> {
  const decoded = decodeText(content);
  if (decoded === undefined) return notText();
  let text = decoded.replace(/^\uFEFF/, '');
  const told = /^sep=(.)\r?\n/i.exec(text);
  if (told) text = text.slice(told[0].length);
  const separator = told?.[1] ?? separatorOf(text);
  // The line that names the separator is a line all the same: numbers stay those that people see.
  const rows: string[][] = told ? [[]] : [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const from = at;
      for (at += 1; ; at += 2) {
        const end = text.indexOf('"', at);
        if (end < 0) {
          const line = text.slice(0, from).split('\n').length;
          return fail('TABLE_DAMAGED', { th: `เครื่องหมายคำพูด (") ที่บรรทัด ${line} ไม่มีตัวปิด กรุณาแก้แล้วส่งอีกครั้ง`, en: `A quotation mark (") on line ${line} is never closed. Please mend it and send the file again.` });
        }
        cell += text.slice(at, end);
        at = end;
        if (text[end + 1] !== '"') break;
        cell += '"';
      }
      at += 1;
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    row.push(withoutGuard(cell + text.slice(from, at)));
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    if (row.length > tableLimits.columns || rows.length > tableLimits.rows + 50) {
      return fail('TABLE_TOO_LARGE', { th: `ตารางมีเกิน ${tableLimits.rows.toLocaleString('en')} แถวหรือ ${tableLimits.columns} คอลัมน์ กรุณาแบ่งเป็นหลายไฟล์`, en: `The table has more than ${tableLimits.rows.toLocaleString('en')} rows or ${tableLimits.columns} columns. Please send it in parts.` });
    }
    rows.push(row);
    row = [];
  }
  return ok([{ name: '', rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) }]);
}
