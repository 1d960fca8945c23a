// Search, earlier matters and the tables of words as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../platform/http/api-contract.ts';
import { day, instant, list, next, oneOf, orNull, shape } from '../../platform/http/api-shapes.ts';
import { letterKinds, letterStates, urgencies } from './domain/kinds.ts';
import { editMisspellingPage, misspellingsPage } from './features/keep-misspellings/page.tsx';
import { editSalutationPage, salutationsPage } from './features/keep-salutations/page.tsx';
import { relatedLettersPage } from './features/related-letters/page.tsx';
import { relations } from './features/related-letters/related.ts';
import { searchLettersPage } from './features/search-letters/page.tsx';

const id = z.int();
const text = z.string();
const found = shape({
  id, reference: text, subject: text, from: text, to: text, kind: oneOf(letterKinds), circular: z.boolean(), urgency: oneOf(urgencies),
  state: oneOf(letterStates.filter((state) => state !== 'draft')), letterDate: day,
});
const salutation = shape({
  id, addresseeClass: text, posts: list(text), salutation: text, readerPronoun: text, writerPronoun: text, closing: text, envelope: text, uncertain: z.boolean(),
  source: text, validFrom: day, validTo: orNull(day), changedAt: instant, changedByName: text,
});
const misspelling = shape({ id, wrong: text, right: text, context: list(text), note: text, active: z.boolean() });

export const wordsApi = {
  reads: [
    apiOfPage(searchLettersPage, {
      summary: { th: 'ค้นหนังสือด้วยเลขที่ในรูปใดก็ได้หรือด้วยคำ', en: 'Letters by a number in any spelling or by words' },
      answer: shape({ units: list(shape({ id, label: text })), asNumber: z.boolean(), capped: z.boolean(), items: list(found), next }),
      of: ({ units, found: hits }) => ({ units, asNumber: hits?.asNumber ?? false, capped: hits?.capped ?? false, items: hits?.letters ?? [], next: null }),
    }),
    apiOfPage(relatedLettersPage, {
      summary: { th: 'เรื่องเดิมของหนังสือหนึ่งฉบับ', en: 'Earlier matters of a letter' },
      answer: shape({ items: list(shape({ relation: oneOf(relations), letter: found })), next }),
      of: ({ related }) => ({ items: relations.flatMap((relation) => related[relation].map((letter) => ({ relation, letter }))), next: null }),
    }),
    apiOfPage(salutationsPage, {
      summary: { th: 'คำขึ้นต้น สรรพนาม และคำลงท้ายที่ใช้วันนี้', en: 'Salutations and closings that hold today' },
      answer: shape({ items: list(salutation), others: list(salutation), next }),
      of: ({ rows, others }) => ({ items: rows, others, next: null }),
    }),
    apiOfPage(editSalutationPage, {
      summary: { th: 'คำขึ้นต้นหนึ่งรายการ', en: 'One salutation' },
      answer: shape({ row: orNull(salutation) }),
      of: ({ row }) => ({ row: row ?? null }),
    }),
    apiOfPage(misspellingsPage, {
      summary: { th: 'คำที่มักเขียนผิด', en: 'Frequent misspellings' },
      answer: shape({ items: list(misspelling), next }),
      of: ({ rows }) => ({ items: rows, next: null }),
    }),
    apiOfPage(editMisspellingPage, {
      summary: { th: 'คำที่มักเขียนผิดหนึ่งรายการ', en: 'One misspelling' },
      answer: shape({ row: misspelling }),
      of: ({ row }) => ({ row }),
    }),
  ],
  writes: {
    '/drafts/:id/repair': { th: 'แก้ร่างตามตัวตรวจแบบหนังสือ', en: 'Repair a draft as the linter proposes' },
    '/drafts/import': { th: 'ทำร่างจากไฟล์ Word', en: 'Make a draft of a Word file' },
    '/salutations/new': { th: 'เพิ่มคำขึ้นต้นและคำลงท้าย', en: 'Add a salutation' },
    '/salutations/:id': { th: 'แก้คำขึ้นต้นและคำลงท้าย', en: 'Change a salutation' },
    '/misspellings/new': { th: 'เพิ่มคำที่มักเขียนผิด', en: 'Add a misspelling' },
    '/misspellings/:id': { th: 'แก้คำที่มักเขียนผิด', en: 'Change a misspelling' },
  },
  files: {
    '/find-letters.csv': { th: 'หนังสือที่ค้นพบเป็นไฟล์ CSV', en: 'Letters found, as CSV' },
    '/drafts/:id/docx': { th: 'ร่างเป็นไฟล์ Word', en: 'The draft as Word' },
    '/letters/:id/docx': { th: 'หนังสือเป็นไฟล์ Word', en: 'The letter as Word' },
    '/salutations.csv': { th: 'คำขึ้นต้นและคำลงท้ายเป็นไฟล์ CSV', en: 'Salutations as CSV' },
    '/misspellings.csv': { th: 'คำที่มักเขียนผิดเป็นไฟล์ CSV', en: 'Misspellings as CSV' },
  },
  none: {
    'GET /salutations/new': 'a blank form',
    'GET /drafts/import': 'a blank form: its units are those of /drafts/new',
  },
} as const;
