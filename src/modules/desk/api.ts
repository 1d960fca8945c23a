// What waits, what can be found, what is counted: the desk as programs read it.
import { z } from 'zod';
import { apiOfPage, pageAt, type ModuleApi } from '../../platform/http/api-contract.ts';
import { day, href, instant, list, next, orNull, shape, words } from '../../platform/http/api-shapes.ts';
import type { inboxPage } from './features/read-inbox/page.tsx';
import type { measurePages } from './features/read-measures/page.tsx';
import { notificationsPage } from './features/read-notifications/page.tsx';
import type { searchPage } from './features/search-records/page.tsx';
import type { similarPage } from './features/similar-records/page.tsx';
import type { verifyPages } from './features/verify-document/page.tsx';

const id = z.int();
const count = orNull(z.number());
const measure = { name: z.string(), title: words, definition: words, unit: words, numerator: count, denominator: count, figure: orNull(words), asOf: instant };
const parts = list(shape({ text: z.string(), hit: z.boolean() }));
type Verify = ReturnType<typeof verifyPages>[number];
type Measures = ReturnType<typeof measurePages>;

const verified = {
  summary: { th: 'ตรวจว่าเอกสารที่ถืออยู่เป็นของจริง', en: 'Check that a document in hand is real' },
  answer: shape({
    document: orNull(shape({
      kind: words, number: z.string(), date: day, unit: z.string(), subject: orNull(z.string()), state: z.enum(['valid', 'recalled', 'replaced', 'draft']), contentHash: orNull(z.string()),
    })),
  }),
};

const reads = [
  apiOfPage(pageAt<ReturnType<typeof inboxPage>>('/'), {
    path: '/inbox',
    summary: { th: 'เรื่องที่รอฉันดำเนินการ', en: 'What waits for me' },
    answer: shape({
      items: list(shape({
        key: z.string(), kind: z.string(), reference: z.string(), subject: z.string(), from: z.string(), href, dueOn: orNull(day), arrivedAt: instant,
        urgency: orNull(z.string()), secrecy: orNull(z.string()), read: z.boolean(), step: orNull(words).describe('The usual next step.'),
      })),
      next, total: id, counts: list(shape({ kind: z.string(), label: words, count: id })),
    }),
    of: ({ inbox, sources }, api) => {
      const steps = new Map(sources.map((source) => [source.kind, source.steps]));
      return {
        items: inbox.rows.map((row) => ({ ...row, dueOn: row.due_on, arrivedAt: row.arrived_at, step: steps.get(row.kind)?.[row.step] ?? null })),
        next: api.next(inbox.next === undefined ? undefined : { after: inbox.next }),
        total: inbox.total,
        counts: sources.map((source) => ({ kind: source.kind, label: source.label, count: inbox.counts.get(source.kind) ?? 0 })),
      };
    },
  }),
  apiOfPage(pageAt<ReturnType<typeof searchPage>>('/search'), {
    summary: { th: 'ค้นทุกอย่างที่ฉันเห็นได้', en: 'Search everything that I may see' },
    answer: shape({
      items: list(shape({ type: z.string(), id, title: z.string(), reference: orNull(z.string()), snippet: parts, href, date: orNull(day), foundIn: z.enum(['reference', 'title', 'body']) })),
      next, total: id, capped: z.boolean().describe('The total is “at least”.'), wider: z.boolean(), tooShort: z.boolean(),
      types: list(shape({ type: z.string(), label: words })),
    }),
    of: ({ found, sources }, api) => ({
      items: (found?.hits ?? []).map((hit) => ({ ...hit, title: textOf(hit.title), reference: hit.reference ? textOf(hit.reference) : null })),
      next: api.next(found?.next === undefined ? undefined : { after: found.next }),
      total: found?.total ?? 0, capped: found?.capped ?? false, wider: found?.wider ?? false, tooShort: found?.tooShort ?? false,
      types: sources.map(({ type, label }) => ({ type, label })),
    }),
  }),
  apiOfPage(pageAt<ReturnType<typeof similarPage>>('/search/similar'), {
    summary: { th: 'เรื่องที่คล้ายกับเรื่องหนึ่ง', en: 'Records like one' },
    answer: shape({ items: list(shape({ type: z.string(), id, title: z.string(), reference: orNull(z.string()), href, date: orNull(day) })), next }),
    of: ({ hits }) => ({ items: hits.map((hit) => ({ ...hit, title: textOf(hit.title), reference: hit.reference ? textOf(hit.reference) : null })), next: null }),
  }),
  apiOfPage(notificationsPage, {
    summary: { th: 'การแจ้งเตือนถึงฉัน', en: 'My news' },
    answer: shape({ items: list(shape({ id, words, href, createdAt: instant, readAt: orNull(instant) })), next }),
    of: ({ rows, more }, api) => ({ items: rows, next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(pageAt<Measures[0]>('/measures'), {
    summary: { th: 'ค่าวัดทั้งหมดของปีงบประมาณ', en: 'All measures of a fiscal year' },
    answer: shape({ year: id, items: list(shape(measure)), next }),
    of: ({ year, lines }) => ({ year, items: lines.map(({ measure: one, value }) => ({ ...one, ...value, figure: value.figure ?? null })), next: null }),
  }),
  apiOfPage(pageAt<Measures[1]>('/measures/:name'), {
    summary: { th: 'ค่าวัดหนึ่งค่าพร้อมรายการที่นับ', en: 'One measure with the records that it counts' },
    answer: shape({ year: id, measure: shape(measure), records: list(shape({ reference: z.string(), title: z.string(), href: orNull(href), counted: z.boolean() })) }),
    of: ({ year, measure: one, value, records }) => ({ year, measure: { ...one, ...value, figure: value.figure ?? null }, records }),
  }),
  apiOfPage(pageAt<Verify>('/verify'), { ...verified, of: ({ document }) => ({ document: document ? { ...document, subject: document.subject ?? null, contentHash: document.contentHash ?? null } : null }) }),
  apiOfPage(pageAt<Verify>('/verify/:code'), { ...verified, of: ({ document }) => ({ document: document ? { ...document, subject: document.subject ?? null, contentHash: document.contentHash ?? null } : null }) }),
] as const;

const textOf = (found: readonly { readonly text: string }[]) => found.map((part) => part.text).join('');

export const api: ModuleApi = {
  reads,
  writes: { '/notifications/read': { th: 'ทำเครื่องหมายว่าอ่านการแจ้งเตือนแล้ว', en: 'Mark my news as read' } },
  files: {
    '/search/hits.csv': { th: 'ผลการค้นหาเป็นไฟล์ CSV', en: 'What was found as CSV' },
    '/files/:id': { th: 'ไฟล์ที่แนบกับเรื่อง', en: 'A file of a record' },
    '/measures/:name/records.csv': { th: 'รายการที่นับเป็นไฟล์ CSV', en: 'The counted records as CSV' },
  },
  none: { '/preferences': 'language and colours of a browser' },
};
