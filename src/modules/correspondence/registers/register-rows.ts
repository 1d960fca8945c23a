// Rows of a year as the tables of a package hold them. What is secret is there with its number and day, without its words.
import type { TableRow } from '../../../platform/tables/table.ts';
import { messages as registerMessages } from '../features/read-register/messages.ts';
import { bangkokDate, formatDate } from '../../../thai/index.ts';
import { printedReference } from '../domain/reference.ts';
import type { YearReceived, YearSent } from '../store/register-year.ts';

/** Stands in the place of the words of a row that is secret. */
export const withheld = '(มีชั้นความลับ ดูที่ทะเบียนหนังสือลับ)';

const words = <T extends { restricted: boolean; from: string; to: string; subject: string; action: string; remark: string }>(row: T) =>
  row.restricted ? { from: '', to: '', subject: withheld, action: '', remark: '' } : { from: row.from, to: row.to, subject: row.subject, action: row.action, remark: row.remark };

export const sentRow = (unit: string) => (row: YearSent): TableRow => ({
  book: row.book, number: row.number, reference: row.reference, letter_date: row.letterDate, ...words(row), state: row.state,
  void_reason: row.restricted && row.voidReason !== null ? withheld : row.voidReason, unit, back_date_reason: row.backDateReason, restricted: row.restricted,
  carried_over: row.carriedOver, registered_at: row.registeredAt.toISOString(), registered_by: row.registeredBy, file_sha256: row.fileHash,
});

export const receivedRow = (unit: string) => (row: YearReceived): TableRow => ({
  book: row.book, number: row.number, reference: row.restricted ? '' : row.reference, letter_date: row.letterDate, ...words(row), received_on: bangkokDate(row.registeredAt), unit,
  restricted: row.restricted, carried_over: row.carriedOver, registered_at: row.registeredAt.toISOString(), registered_by: row.registeredBy,
  file_sha256: row.fileHashes.join(' ') || null,
});

export const voidRow = (row: YearSent): TableRow => ({
  book: row.book, number: row.number, reference: row.reference, letter_date: row.letterDate, subject: words(row).subject,
  void_reason: row.restricted ? withheld : row.voidReason, voided_at: row.voidedAt?.toISOString() ?? null, voided_by: row.voidedBy,
});

/** The remark of a printed row, with what became of its number. */
export function printedRemark(row: YearSent): string {
  const t = registerMessages.in('th');
  const fate = row.voidReason !== null ? t('voided', { reason: row.restricted ? withheld : row.voidReason }) : row.replacedBy ? t('replacedBy', { reference: printedReference(row.replacedBy) }) : '';
  const reserved = row.state === 'reserved' ? t('reservedFor', { reason: row.reserveReason ?? '' }) : '';
  const back = row.backDateReason === null ? '' : t('backDated', { day: formatDate(bangkokDate(row.registeredAt), { style: 'short' }), reason: row.backDateReason });
  return [fate, reserved, back, row.carriedOver ? t('carriedOver') : '', words(row).remark].filter(Boolean).join(' · ');
}

export const printedWords = words;
