// What keeps the house running, as programs read it.
import { z } from 'zod';
import { apiOfPage, pageAt, type ModuleApi } from '../../platform/http/api-contract.ts';
import { instant, list, next, orNull, shape, words } from '../../platform/http/api-shapes.ts';
import type { PageDefinition } from '../../platform/http/define.ts';
import type { SettingsData } from './features/edit-settings/page.tsx';
import { jobsPage } from './features/mend-jobs/page.tsx';
import type { AuditData } from './features/read-audit/page.tsx';
import { outboxPage } from './features/read-outbox/page.tsx';
import type { backupsPage } from './features/read-backups/page.tsx';
import { editWordsPage, wordsPage } from './features/keep-search-words/page.tsx';
import { emblemPage } from './features/replace-emblem/page.tsx';

const id = z.int();
const term = shape({ id, kind: z.enum(['word', 'same']), words: list(z.string()), note: z.string(), changedAt: instant, changedByName: z.string() });
const facts = z.record(z.string(), z.unknown());

const reads = [
  apiOfPage(pageAt<PageDefinition<unknown, unknown, AuditData>>('/system/audit'), {
    summary: { th: 'บันทึกการดำเนินการ', en: 'The audit log' },
    answer: shape({
      items: list(shape({ id, at: instant, actorId: id, actorName: z.string(), action: z.string(), subjectType: z.string(), subjectId: orNull(id), authority: facts, detail: facts, sealed: z.boolean() })),
      next,
    }),
    of: ({ lines, more }, api) => ({ items: lines.map((line) => ({ ...line, authority: { ...line.authority } })), next: api.next(more ? { before: lines.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(jobsPage, {
    summary: { th: 'งานเบื้องหลังที่ค้างและสภาพของคิว', en: 'Parked jobs and the state of the queue' },
    answer: shape({
      items: list(shape({ id, job: z.string(), attempts: id, lastError: z.string(), createdAt: instant, failedAt: instant })), next,
      queue: shape({ waiting: id, running: id, parked: id, oldestWaiting: orNull(instant), lastHeartBeat: orNull(instant) }),
    }),
    of: ({ parked, more, queue }, api) => ({ items: parked, next: api.next(more ? { before: parked.at(-1)?.id ?? 0 } : undefined), queue }),
  }),
  apiOfPage(outboxPage, {
    summary: { th: 'จดหมายที่ระบบส่ง', en: 'Mail that the system sent' },
    answer: shape({
      items: list(shape({ id: z.string(), to: z.string(), subject: z.string(), state: z.enum(['waiting', 'sent', 'kept', 'failed']), attempts: id, lastError: orNull(z.string()), createdAt: instant, sentAt: orNull(instant) })),
      next, hasServer: z.boolean(),
    }),
    of: ({ mail, more, hasServer }, api) => {
      const last = mail.at(-1);
      return { items: mail, next: api.next(more && last ? { at: last.at, id: last.id } : undefined), hasServer };
    },
  }),
  apiOfPage(pageAt<PageDefinition<unknown, unknown, SettingsData>>('/system/settings'), {
    summary: { th: 'ค่าที่หน่วยงานกำหนดได้', en: 'What an office may set' },
    answer: shape({ items: list(shape({ name: z.string(), module: z.string(), title: words, hint: words, kind: z.string(), text: z.string(), changedAt: orNull(instant) })), next }),
    of: ({ groups }) => ({ items: groups.flatMap(({ module, lines }) => lines.map(({ setting, text, changedAt }) => ({ name: setting.name, module: module.name, title: setting.title, hint: setting.hint, kind: setting.kind, text, changedAt: changedAt ?? null }))), next: null }),
  }),
  apiOfPage(pageAt<ReturnType<typeof backupsPage>>('/system/backups'), {
    summary: { th: 'การสำรองข้อมูล: ล่าสุดเมื่อใด ผลการซ้อมกู้คืน', en: 'Backups: how old the last is, and how its drill went' },
    answer: shape({
      state: shape({ newestWholeHours: orNull(z.number()), newestDrillHours: orNull(z.number()), newestDrillOk: orNull(z.boolean()), failed: orNull(words), runningSince: orNull(instant) }),
      items: list(shape({
        id, startedAt: instant, finishedAt: orNull(instant), cause: z.string(), kind: z.string(), file: z.string(), state: z.enum(['running', 'whole', 'failed']), size: orNull(z.number()), sha256: orNull(z.string()),
        error: orNull(words), removedAt: orNull(instant), drilledAt: orNull(instant), drillOk: orNull(z.boolean()), drillWords: orNull(words),
      })),
      next,
    }),
    of: ({ state, records, more }, api) => ({ state, items: records, next: api.next(more ? { before: records.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(wordsPage, {
    summary: { th: 'คำสำหรับค้นหา: คำที่ใช้แทนกันและคำที่ไม่ให้ตัด', en: 'Search words: names that mean the same, words never cut' },
    answer: shape({
      items: list(term), next,
      runs: list(shape({ id, words: orNull(list(z.string())), total: id, done: id, startedAt: instant, finishedAt: orNull(instant), askedByName: z.string() })),
    }),
    of: ({ terms, more, runs }, api) => ({ items: terms, next: api.next(more ? { after: terms.at(-1)?.id ?? 0 } : undefined), runs }),
  }),
  apiOfPage(editWordsPage, {
    summary: { th: 'คำสำหรับค้นหาหนึ่งรายการ', en: 'One entry of the search words' },
    answer: term,
    of: (data) => data.term,
  }),
  apiOfPage(emblemPage, {
    summary: { th: 'ใช้ตราของหน่วยงานแทนตราครุฑตั้งต้นหรือไม่', en: 'Whether the emblem was replaced' },
    answer: shape({ replaced: z.boolean() }),
    of: (data) => data,
  }),
] as const;

export const api: ModuleApi = {
  reads,
  writes: {
    '/system/jobs/retry': { th: 'สั่งให้งานที่ค้างทำอีกครั้ง', en: 'Try a parked job again' },
    '/system/jobs/discard': { th: 'ทิ้งงานที่ค้าง', en: 'Discard a parked job' },
    '/system/backups/now': { th: 'สำรองข้อมูลเดี๋ยวนี้', en: 'Make a backup now' },
    '/system/search-words/same': { th: 'เพิ่มคำที่ใช้แทนกัน', en: 'Add names that mean the same' },
    '/system/search-words/word': { th: 'เพิ่มคำที่ไม่ให้ตัด', en: 'Add a word that is never cut' },
    '/system/search-words/import': { th: 'นำเข้ารายการคำ', en: 'Import a list of words' },
    '/system/search-words/:id': { th: 'แก้ไขคำ', en: 'Change an entry' },
    '/system/search-words/:id/remove': { th: 'ลบคำ', en: 'Remove an entry' },
    '/system/clock': { th: 'เลื่อนเวลาของระบบสาธิต', en: 'Move the clock of a demo' },
    '/system/settings/number/:name': { th: 'กำหนดค่าที่เป็นตัวเลข', en: 'Set a number' },
    '/system/settings/list/:name': { th: 'กำหนดค่าที่เป็นรายการ', en: 'Set a list' },
    '/system/emblem': { th: 'เปลี่ยนตราบนเอกสาร', en: 'Replace the emblem' },
    '/system/emblem/remove': { th: 'กลับไปใช้ตราตั้งต้น', en: 'Take the usual emblem again' },
  },
  files: {
    '/system/audit.csv': { th: 'บันทึกการดำเนินการเป็นไฟล์ CSV', en: 'The audit log as CSV' },
    '/system/search-words/list.csv': { th: 'รายการคำเป็นไฟล์ CSV', en: 'The words as CSV' },
    '/emblem': { th: 'ตราบนเอกสาร', en: 'The emblem' },
  },
  none: {
    '/api/*': 'the description of the API itself: /api for people, /api/openapi.json for programs',
    '/components': 'parts of screens with invented words, for those who build the house',
    '/system/search-words/file': 'a file is looked at by a person before it is taken: programs send the rows to POST /system/search-words/import',
    '/system/search-words/file/*': 'the verdicts on such a file',
    'GET /system/clock': 'a form to fill in: its fields stand with POST /system/clock',
  },
};
