// Reserved and void numbers as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, instant, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { books, urgencies } from '../domain/kinds.ts';
import { exportPage, exportsPage } from '../features/export-register/page.tsx';
import { importRegisterPage, registerImportPage } from '../features/import-register/page.tsx';
import { voidsPage } from '../features/list-voids/page.tsx';
import { reservedPage, unitReservedPage, useReservedPage } from '../features/reserve-numbers/page.tsx';

const id = z.int();
const text = z.string();
const choice = shape({ id, label: text });
const reserved = shape({ entryId: id, unitId: id, book: oneOf(books), year: id, number: id, reference: text, letterDate: day, reason: text, until: instant, by: text });
const held = shape({ units: list(choice), unit: orNull(choice), items: list(reserved), next });
const draft = shape({ id, subject: text, toText: text, urgency: oneOf(urgencies), draftedByName: text, changedAt: instant, forSignatureAt: orNull(instant) });

const madePackage = shape({
  id, unitId: id, unitLabel: text, year: id, state: z.enum(['waiting', 'working', 'done', 'failed']), askedAt: instant, askedBy: text, doneParts: id, allParts: id, finishedAt: orNull(instant),
  failure: orNull(text), fileHash: orNull(text), fileSize: orNull(id), sentRows: orNull(id), receivedRows: orNull(id), voidRows: orNull(id), letterFiles: orNull(id), signedBy: orNull(text),
});

const verdictCounts = shape({ new: id, unchanged: id, taken: id, duplicate: id, refused: id });
const broughtIn = shape({
  id, unitId: id, form: z.enum(['sent', 'received']), year: id, fileHash: text, fileName: text, counts: verdictCounts, columns: list(text), unknownHeads: list(text), madeAt: instant, madeBy: text,
  checkedAt: instant, rechecks: id, appliedAt: orNull(instant), appliedBy: orNull(text), undoneAt: orNull(instant), undoneBy: orNull(text), undoReason: orNull(text),
});
const judged = shape({ row: id, verdict: z.enum(['new', 'unchanged', 'taken', 'duplicate', 'refused']), label: text, problems: list(shape({ th: text, en: text, warns: z.boolean() })) });

export const numbersApi = {
  reads: [
    apiOfPage(reservedPage, {
      summary: { th: 'เลขที่หน่วยงานจองไว้', en: 'Numbers that a unit holds' },
      answer: held,
      of: ({ rows, unit, units }) => ({ units, unit: unit ?? null, items: rows, next: null }),
    }),
    apiOfPage(unitReservedPage, {
      summary: { th: 'เลขที่หน่วยงานหนึ่งจองไว้', en: 'Numbers that one unit holds' },
      answer: held,
      of: ({ rows, unit, units }) => ({ units, unit: unit ?? null, items: rows, next: null }),
    }),
    apiOfPage(useReservedPage, {
      summary: { th: 'เลขที่จองไว้หนึ่งเลข และร่างที่รอลงนาม', en: 'One reserved number, and the drafts that wait' },
      answer: shape({ number: reserved, drafts: list(draft) }),
      of: (data) => data,
    }),
    apiOfPage(voidsPage, {
      summary: { th: 'บัญชีเลขที่ยกเลิก', en: 'The list of void numbers' },
      answer: shape({
        units: list(choice), unit: orNull(choice), year: id,
        items: list(shape({ id, book: oneOf(books), reference: text, letterDate: day, subject: text, reason: text, at: instant, by: text })),
        next,
      }),
      of: ({ rows, more, unit, units, year }, api) => ({ units, unit: unit ?? null, year, items: rows, next: api.next(more ? { after: rows.at(-1)?.id ?? 0 } : undefined) }),
    }),
    apiOfPage(exportsPage, {
      summary: { th: 'ชุดทะเบียนประจำปีที่จัดทำไว้', en: 'Packages of registers that were made' },
      answer: shape({ units: list(choice), unit: orNull(choice), items: list(madePackage), next }),
      of: ({ rows, more, unit, units }, api) => ({ units, unit: unit ?? null, items: rows, next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
    }),
    apiOfPage(exportPage, { summary: { th: 'ชุดทะเบียนหนึ่งชุด', en: 'One package of registers' }, answer: madePackage, of: (data) => data }),
    apiOfPage(importRegisterPage, {
      summary: { th: 'ไฟล์ทะเบียนเดิมที่ตรวจหรือนำเข้า', en: 'Files of old registers, checked or imported' },
      answer: shape({ units: list(choice), unit: orNull(choice), items: list(broughtIn), next }),
      of: ({ mine, unit, units }) => ({ units, unit: unit ?? null, items: mine, next: null }),
    }),
    apiOfPage(registerImportPage, {
      summary: { th: 'ผลตรวจทะเบียนเดิมหนึ่งไฟล์', en: 'The verdicts on one old register' },
      answer: shape({ import: broughtIn, uses: id, nextNumbers: list(shape({ book: text, next: id })), items: list(judged), next }),
      of: ({ staged, uses, next: numbers, rows, more }, api) => ({
        import: staged, uses, nextNumbers: numbers,
        items: rows.map((row) => ({ row: row.row, verdict: row.verdict, label: row.label, problems: row.problems.map((one) => ({ th: one.th, en: one.en, warns: one.warns === true })) })),
        next: api.next(more ? { after: rows.at(-1)?.row ?? 0 } : undefined),
      }),
    }),
  ],
  writes: {
    '/register/imports': { th: 'ตรวจไฟล์ทะเบียนเดิม', en: 'Check a file of an old register' },
    '/register/imports/:id/confirm': { th: 'นำเข้าแถวที่รับได้', en: 'Import the accepted rows' },
    '/register/imports/:id/undo': { th: 'ถอนการนำเข้า', en: 'Take an import back' },
    '/register/exports': { th: 'สั่งจัดทำชุดทะเบียนประจำปี', en: 'Ask for the registers of a year' },
    '/reserved-numbers/of/:id': { th: 'จองเลขในนามหน่วยงาน', en: 'Reserve numbers for a unit' },
    '/reserved-numbers/:id/enter': { th: 'ลงทะเบียนหนังสือที่ใช้เลขที่จอง', en: 'Register the letter of a reserved number' },
    '/reserved-numbers/:id/issue': { th: 'ออกร่างด้วยเลขที่จอง', en: 'Issue a draft with a reserved number' },
    '/reserved-numbers/:id/give-up': { th: 'คืนเลขที่จอง', en: 'Give a reserved number up' },
    '/register/enter/:id': { th: 'ลงทะเบียนหนังสือที่ออกนอกระบบ', en: 'Register a letter that was made outside' },
  },
  files: { '/register/imports/:id/verdicts.xlsx': { th: 'ผลตรวจทะเบียนเดิมเป็นไฟล์ Excel', en: 'Verdicts on an old register as Excel' }, '/register/exports/:id/file': { th: 'ชุดทะเบียนประจำปีเป็นไฟล์ ZIP', en: 'The registers of a year as ZIP' }, '/void-numbers.csv': { th: 'บัญชีเลขที่ยกเลิกเป็นไฟล์ CSV', en: 'Void numbers as CSV' } },
  none: {
    'GET /register/enter': 'a blank form: its units are those of /register',
    'GET /register/enter/:id': 'a blank form: its units are those of /register',
    '/void-numbers/print': 'the list laid out for a printer: the same rows as /void-numbers',
  },
} as const;
