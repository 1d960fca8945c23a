// Tasks as programs read them.
import { z } from 'zod';
import { apiOfPage, pageAt, type ModuleApi } from '../../platform/http/api-contract.ts';
import { day, href, instant, list, next, orNull, shape, words } from '../../platform/http/api-shapes.ts';
import type { PartyName } from '../organisation/index.ts';
import { createTaskPage } from './features/create-task/page.tsx';
import { tasksPage } from './features/list-tasks/page.tsx';
import type { TaskPage } from './features/work-on-task/page.tsx';

const id = z.int();
const party = shape({ id, name: z.string(), abbreviation: z.string() });
const state = z.enum(['open', 'reported', 'closed', 'cancelled']);
const task = { id, title: z.string(), state, dueOn: orNull(day), fallsDue: orNull(day), owners: list(party), followUpUnitId: id, sourceReference: z.string(), sourceHref: href };

const named = (ids: readonly number[], names: ReadonlyMap<number, PartyName>) => ids.map((one) => ({ id: one, name: names.get(one)?.name ?? '', abbreviation: names.get(one)?.abbreviation ?? '' }));

const reads = [
  apiOfPage(tasksPage, {
    summary: { th: 'งานที่ฉันรับผิดชอบ สนับสนุน หรือติดตาม', en: 'Tasks that I answer for, support or follow up' },
    answer: shape({ items: list(shape(task)), next, counts: shape({ mine: id, helping: id, followed: id, overdue: id }) }),
    of: ({ rows, names, counts, next: after }, api) => ({ items: rows.map((row) => ({ ...row, owners: named(row.ownerPartyIds, names) })), next: api.next(after === undefined ? undefined : { after }), counts }),
  }),
  apiOfPage(createTaskPage, {
    summary: { th: 'ตัวเลือกสำหรับมอบหมายงาน: หน่วยงานและคณะ', en: 'Choices for a new task: units and committees' },
    answer: shape({ units: list(shape({ id, name: z.string(), abbreviation: orNull(z.string()) })), committees: list(shape({ id, name: z.string() })) }),
    of: (data) => data,
  }),
  apiOfPage(pageAt<TaskPage>('/tasks/:id'), {
    summary: { th: 'งานหนึ่งรายการพร้อมประวัติ หลักฐาน และสิ่งที่ฉันทำได้', en: 'One task with history, evidence and what I can do' },
    answer: shape({
      task: shape({ ...task, detail: z.string(), assignedOn: day, support: list(party), officers: list(party), reportedAt: orNull(instant), closedAt: orNull(instant), reopened: id, rev: id }),
      steps: list(z.string()).describe('Steps that I can take now: each is POST /tasks/{id}/{step}.'),
      events: list(shape({ id, kind: z.string(), at: instant, personName: z.string(), note: z.string() })),
      evidence: list(shape({
        id, kind: words, type: z.string(), state: z.enum(['same', 'changed', 'unseen']), title: orNull(z.string()), href: orNull(href), date: day, contentHash: z.string(), note: z.string(), givenBy: z.string(), addedAt: instant,
      })),
      officers: list(shape({ id, name: z.string(), positionTitle: z.string() })).describe('Whom it can be passed on to.'),
    }),
    of: ({ task: one, names, steps, evidence, officers }) => ({
      task: { ...one, owners: named(one.ownerPartyIds, names), support: named(one.supportPartyIds, names), officers: named(one.officerIds, names) },
      steps, events: one.events, officers,
      evidence: evidence.map((line) => ({ ...line, type: line.of.type, title: line.title ?? null, href: line.href ?? null })),
    }),
  }),
] as const;

export const api: ModuleApi = {
  reads,
  writes: {
    '/tasks/new': { th: 'มอบหมายงาน', en: 'Give a task' },
    '/tasks/:id/progress': { th: 'แจ้งความคืบหน้า', en: 'Report progress' },
    '/tasks/:id/report': { th: 'รายงานผลพร้อมหลักฐาน', en: 'Report the result with evidence' },
    '/tasks/:id/take-back': { th: 'ถอนรายงานกลับมาแก้ไข', en: 'Take a report back' },
    '/tasks/:id/pass-on': { th: 'มอบให้เจ้าหน้าที่ดำเนินการ', en: 'Pass on to officers' },
    '/tasks/:id/close': { th: 'ตรวจรับและปิดงาน', en: 'Accept and close' },
    '/tasks/:id/return': { th: 'ส่งคืนให้แก้ไข', en: 'Return for correction' },
    '/tasks/:id/change-due': { th: 'เปลี่ยนวันครบกำหนด', en: 'Change the due day' },
    '/tasks/:id/cancel': { th: 'ยกเลิกงาน', en: 'Cancel the task' },
    '/tasks/:id/reopen': { th: 'เปิดงานอีกครั้ง', en: 'Open the task again' },
    '/tasks/:id/evidence/:evidenceId/withdraw': { th: 'ถอนหลักฐาน', en: 'Withdraw evidence' },
  },
  files: { '/tasks.csv': { th: 'งานเป็นไฟล์ CSV', en: 'Tasks as CSV' } },
};
