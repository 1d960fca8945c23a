/** Lists, envelopes and the receive stamp: to the data of `templates/list.typ`, `envelope.typ` and `receive-stamp.typ`. */
import { envelopeSizes } from '../list-documents.ts';
import type { Envelope, ReceiptSlip, ReceiveStamp, TableReport } from '../list-documents.ts';
import type { PaperText } from '../text-schemas.ts';
import { centred, paragraph } from './elements.ts';
import { paperDigits } from './numerals.ts';
import type { Composer } from './words.ts';

/** Text width in cm of A4 with margins of 3 and 2 cm upright, of 1.5 cm on its side. */
const WIDTH = { portrait: 16, landscape: 26.7 } as const;
const CELL_PADDING = 0.35;
const LIST_SCALE = 14 / 16;

export function tableReport(document: TableReport, composer: Composer): Record<string, unknown> {
  const width = WIDTH[document.orientation];
  const total = document.columns.reduce((sum, column) => sum + column.width, 0);
  const cell = (text: PaperText, i: number) => composer.words(text, (width * (document.columns[i]?.width ?? 1)) / total - CELL_PADDING, LIST_SCALE);
  return {
    landscape: document.orientation === 'landscape',
    head: [centred(composer, document.heading, { bold: true, size: 18 }), ...document.titleLines.map((line) => centred(composer, line))],
    cols: document.columns.map((column, i) => ({ head: cell(column.head, i), width: column.width, align: column.align })),
    rows: document.rows.map((row) => (Array.isArray(row) ? { cells: row.map(cell) } : { across: composer.words(row.across, width - CELL_PADDING, LIST_SCALE) })),
    totals: document.totals?.map(cell) ?? [],
    notes: document.notes.map((line) => paragraph(composer, line, { first: 0, above: 2 })),
  };
}

export function envelope(document: Envelope, composer: Composer): Record<string, unknown> {
  const [height, width] = envelopeSizes[document.size];
  composer.words(document.urgency ?? '');
  return {
    ...(document.urgency === undefined ? {} : { urgency: paperDigits(document.urgency) }),
    width, height,
    agency: document.agencyLines.map((line) => composer.words(line, 8)),
    number: composer.words(document.number === '' ? '' : `ที่ ${document.number}`, 8),
    to: [composer.words(`${document.salutation} ${typeof document.to === 'string' ? document.to : document.to.map((run) => run.text).join('')}`, 10), ...document.addressLines.map((line) => composer.words(line, 10))],
  };
}

export function receiveStamp(document: ReceiveStamp, composer: Composer): Record<string, unknown> {
  const line = (label: string, value: string) => ({ label: composer.whole(label), value: composer.whole(value, 3.4) });
  return { agency: composer.words(document.agency, 4.6), lines: [line('เลขรับ', document.number), line('วันที่', document.date), line('เวลา', document.time)] };
}

export function receiptSlip(document: ReceiptSlip, composer: Composer): Record<string, unknown> {
  const line = (label: string, value: PaperText, more: { sign?: true } = {}) => ({ label: composer.whole(label), value: composer.words(value, 13.5), ...more });
  return {
    heading: composer.words('ใบรับหนังสือ'), agency: composer.words(document.agency, 15.5),
    lines: [
      line('ที่', document.number), line('ถึง', document.to), line('เรื่อง', document.subject), line('รับวันที่', document.receivedOn),
      line('เวลา', document.time), line('ผู้รับ', document.receiver, { sign: true }),
    ],
  };
}
