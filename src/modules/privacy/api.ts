// Personal data of staff, as programs read it.
import { z } from 'zod';
import { apiOfPage, pageAt, type ModuleApi } from '../../platform/http/api-contract.ts';
import { day, instant, list, next, orNull, shape, words } from '../../platform/http/api-shapes.ts';
import { bases } from './domain/basis.ts';
import { activitiesPage } from './features/keep-activities/page.tsx';
import { noticePage } from './features/read-notice/page.tsx';
import type { retentionPage } from './features/read-retention/page.tsx';
import type { whoLookedPage } from './features/who-looked/page.tsx';

const id = z.int();
const text = z.string();

const reads = [
  apiOfPage(noticePage, {
    summary: { th: 'ประกาศความเป็นส่วนตัวที่มีผล และทุกฉบับ', en: 'The privacy notice in force, and all versions' },
    answer: shape({
      shown: orNull(shape({ id, textTh: text, textEn: text, changes: text, validFrom: day })),
      versions: list(shape({ id, validFrom: day, changes: text })),
    }),
    of: ({ shown, versions }) => ({ shown: shown ?? null, versions }),
  }),
  apiOfPage(activitiesPage, {
    summary: { th: 'บันทึกกิจกรรมการประมวลผล', en: 'The record of processing activities' },
    answer: shape({
      items: list(shape({
        id, name: text, purpose: text, people: text, dataKinds: text, basis: z.enum(bases), recipients: text, retention: text, measures: text,
        english: z.record(z.string(), text), validFrom: day, validTo: orNull(day), changedAt: instant,
      })),
    }),
    of: ({ activities }) => ({ items: activities.map((one) => ({ ...one, english: { ...one.english } })) }),
  }),
  apiOfPage(pageAt<ReturnType<typeof whoLookedPage>>('/account/privacy'), {
    summary: { th: 'ใครเปิดดูและแก้ไขข้อมูลของฉัน และระบบเก็บอะไรไว้', en: 'Who looked at my data, who changed it, and what is kept' },
    answer: shape({
      items: list(shape({ id, at: instant, actorName: text, type: text })), next,
      changes: list(shape({ id, at: instant, actorName: text, action: text })),
      held: list(shape({ name: text, title: words, count: id })),
    }),
    of: ({ looks, more, changes, held }, api) => ({
      items: looks, next: api.next(more ? { before: looks.at(-1)?.id ?? 0 } : undefined), changes, held: held.map(({ source, count }) => ({ name: source.name, title: source.title, count })),
    }),
  }),
  apiOfPage(pageAt<ReturnType<typeof retentionPage>>('/system/retention'), {
    summary: { th: 'ระยะเวลาเก็บรักษาบันทึก', en: 'How long logs are kept' },
    answer: shape({ items: list(shape({ name: text, title: words, days: id, held: orNull(id), oldest: orNull(instant), erasedAt: orNull(instant) })) }),
    of: ({ lines }) => ({
      items: lines.map(({ rule, days, state, last }) => ({ name: rule.name, title: rule.title, days, held: state?.held ?? null, oldest: state?.oldest ?? null, erasedAt: last?.at ?? null })),
    }),
  }),
] as const;

export const api: ModuleApi = {
  reads,
  writes: {
    '/privacy/notices': { th: 'ออกประกาศความเป็นส่วนตัวฉบับใหม่', en: 'Publish a new privacy notice' },
    '/privacy/activities/new': { th: 'เพิ่มกิจกรรมการประมวลผล', en: 'Add an activity' },
    '/privacy/activities/:id': { th: 'แก้ไขกิจกรรมการประมวลผล', en: 'Change an activity' },
    '/privacy/activities/:id/end': { th: 'สิ้นสุดกิจกรรมการประมวลผล', en: 'End an activity' },
  },
  files: {
    '/privacy/activities.csv': { th: 'บันทึกกิจกรรมการประมวลผลเป็น CSV', en: 'The record of processing as CSV' },
    '/account/privacy/my-data.json': { th: 'สำเนาข้อมูลของฉัน', en: 'A copy of my data' },
  },
  none: {
    'GET /privacy/notices/new': 'an empty form: the call that publishes says what it takes',
    'GET /privacy/activities/new': 'an empty form: the call that adds says what it takes',
    'GET /privacy/activities/:id': 'the record itself gives every activity',
  },
};
