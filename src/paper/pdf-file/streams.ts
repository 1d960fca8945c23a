/** Streams unpacked: plain ones and FlateDecode, with the predictors that cross-references are written with (ISO 32000-1 §7.4.4). */
import { inflateSync } from 'node:zlib';
import { entriesOf, itemsOf, nameIn, wholeNumber } from './values.ts';

/** Nothing that is unpacked here is larger: object streams, fonts of the house's own. */
const MOST_UNPACKED = 64 * 1024 * 1024;

const first = (value: string | undefined): string | undefined => (value?.startsWith('[') ? itemsOf(value)[0] : value);

/** @throws Error when the stream is packed in another way, is broken, or is too large. */
export function unpacked(dictionary: string, data: Buffer, most = MOST_UNPACKED): Buffer {
  const entries = entriesOf(dictionary);
  const filter = entries.get('Filter')?.value;
  if (filter === undefined || filter === 'null' || (filter.startsWith('[') && itemsOf(filter).length === 0)) return data;
  if ((filter.startsWith('[') && itemsOf(filter).length > 1) || nameIn(first(filter)) !== 'FlateDecode') throw new Error('a stream packed in a way that is not read here');
  const plain = inflateSync(data, { maxOutputLength: Math.min(most, MOST_UNPACKED) });
  const parameters = first(entries.get('DecodeParms')?.value);
  if (parameters === undefined || !parameters.startsWith('<<')) return plain;
  const told = entriesOf(parameters);
  const setting = (key: string, usual: number): number => wholeNumber(told.get(key)?.value) ?? usual;
  const predictor = setting('Predictor', 1);
  if (predictor === 1) return plain;
  if (predictor < 10 || predictor > 15 || setting('Colors', 1) !== 1 || setting('BitsPerComponent', 8) !== 8) throw new Error('a predictor that is not read here');
  return unpredicted(plain, setting('Columns', 1));
}

/** Rows of PNG, each with its own filter in front. */
function unpredicted(rows: Buffer, columns: number): Buffer {
  if (columns < 1 || columns > rows.length || rows.length % (columns + 1) !== 0) throw new Error('rows of a wrong length');
  const count = rows.length / (columns + 1);
  const out = Buffer.alloc(count * columns);
  for (let row = 0; row < count; row++) {
    const kind = rows[row * (columns + 1)]!;
    if (kind > 4) throw new Error('a filter that PNG does not have');
    const to = row * columns;
    for (let i = 0; i < columns; i++) {
      const left = i > 0 ? out[to + i - 1]! : 0;
      const up = row > 0 ? out[to + i - columns]! : 0;
      const corner = i > 0 && row > 0 ? out[to + i - columns - 1]! : 0;
      const guess = kind === 0 ? 0 : kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : paeth(left, up, corner);
      out[to + i] = rows[row * (columns + 1) + 1 + i]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const base = left + up - corner;
  const [a, b, c] = [Math.abs(base - left), Math.abs(base - up), Math.abs(base - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
