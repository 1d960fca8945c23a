// The year's sheet and the forms as programs read them.
import { z } from 'zod';
import { apiOfPage, pageAt, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { day, href, instant, list, orNull, shape, words } from '../../../platform/http/api-shapes.ts';
import { scaledText, type Scaled } from '../domain/numbers.ts';
import type { Indicator } from '../store/indicators.ts';
import { fieldCodes } from './domain/form-content.ts';
import { fieldText } from './domain/field-text.ts';
import { versionsPage } from './features/compare-versions/page.tsx';
import { copyPage } from './features/copy-fields/page.tsx';
import { sheetPage } from './features/draw-sheet/page.tsx';
import { linksPage } from './features/keep-links/feature.tsx';
import type { NotesPage } from './features/keep-notes/page.tsx';
import { projectsPage } from './features/keep-projects/feature.tsx';
import { reformReportsPage } from './features/list-reform-reports/page.tsx';
import { indicatorPage } from './features/show-indicator/page.tsx';
import { indicatorHref } from './place.ts';

const id = z.int();
const number = z.string().describe('Exact number in plain digits');
const indicator = shape({
  id, key: z.string(), parentId: orNull(id), name: z.string(), component: z.string(), tags: list(z.string()), kind: z.string(), measuring: z.string(), better: z.string(), unitOfMeasure: z.string(), weight: orNull(number), state: z.string(), cancelledOn: orNull(day),
  ladder: orNull(shape({ values: list(number), scores: list(number), below: z.string() })), measureName: orNull(z.string()), units: list(shape({ unitId: id, role: z.enum(['owner', 'doer', 'support']) })), rev: id,
});
const weight = (value: Scaled | null): string | null => (value === null ? null : scaledText(value));
const told = (one: Indicator) => ({ ...one, tags: [...one.tags], units: [...one.units], weight: weight(one.weight), ladder: one.ladder && { values: [...one.ladder.values], scores: [...one.ladder.scores], below: one.ladder.below } });

const reads = [
  apiOfPage(sheetPage, {
    summary: { th: 'ตารางตัวชี้วัดของปีพร้อมผลตรวจตามกรอบ', en: 'The sheet of a year with what the framework finds in it' },
    answer: shape({ fiscalYear: id, state: z.string(), indicators: list(indicator), findings: list(shape({ code: z.string(), severity: z.string(), field: z.string(), words, repair: orNull(z.string()) })), statements: list(shape({ component: z.string(), tag: z.string(), text: z.string() })) }),
    of: ({ cycle, all, findings, statements }) => ({ fiscalYear: cycle.fiscalYear, state: cycle.state, indicators: all.map(told), findings: findings.map((one) => ({ ...one, repair: one.repair ?? null })), statements: [...statements] }),
  }),
  apiOfPage(indicatorPage, {
    summary: { th: 'ตัวชี้วัดหนึ่งตัวกับแบบรายละเอียด', en: 'One indicator with its official form' },
    answer: shape({ indicator, href, form: shape({ rev: id, changedAt: orNull(instant), changedBy: orNull(z.string()), fields: list(shape({ code: z.string(), text: z.string() })) }), links: list(shape({ id, kind: z.string(), title: z.string(), href: orNull(href) })), budget: orNull(number), openRisks: id }),
    of: ({ indicator: one, cycle, form, links, budget, openRisks }) => ({
      indicator: told(one), href: indicatorHref(cycle.fiscalYear, one.key), form: { rev: form.rev, changedAt: form.changedAt ?? null, changedBy: form.changedBy ?? null, fields: fieldCodes.map((code) => ({ code, text: fieldText(form.content, code) })) },
      links: links.map((link) => ({ id: link.id, kind: link.kind, title: link.title, href: link.href || null })), budget: budget ?? null, openRisks,
    }),
  }),
  apiOfPage(versionsPage, {
    summary: { th: 'ฉบับที่บันทึกของแบบและความต่าง', en: 'Saved versions of a form, and the difference of two' },
    answer: shape({ versions: list(shape({ rev: id, personName: z.string(), at: instant })), compared: orNull(shape({ from: id, to: id, fields: list(shape({ code: z.string(), runs: list(shape({ kind: z.string(), text: z.string() })) })) })) }),
    of: ({ versions, compared }) => ({ versions: [...versions], compared: compared ? { ...compared, fields: compared.fields.map(({ code, runs }) => ({ code, runs: [...runs] })) } : null }),
  }),
  apiOfPage(copyPage, {
    summary: { th: 'แบบรายช่องสำหรับระบบของสำนักงาน ก.พ.ร.', en: 'The form by field, for the OPDC’s own site' },
    answer: shape({ fields: list(shape({ code: z.string(), name: words, text: z.string() })) }),
    of: ({ fields }) => ({ fields: [...fields] }),
  }),
  apiOfPage(linksPage, {
    summary: { th: 'ยุทธศาสตร์ แผน และมติที่ตัวชี้วัดรองรับ', en: 'What an indicator serves' },
    answer: shape({ links: list(shape({ id, kind: z.string(), title: z.string(), href: orNull(href), recordType: orNull(z.string()), recordId: orNull(id) })) }),
    of: ({ links }) => ({ links: links.map((link) => ({ ...link, href: link.href || null })) }),
  }),
  apiOfPage(pageAt<NotesPage>('/performance/:year/indicators/:key/notes'), {
    summary: { th: 'ความเสี่ยง รายงาน สิ่งที่ทำไม่ได้ และหลักฐานของตัวชี้วัด', en: 'Risks, reports, what cannot be done, and evidence of an indicator' },
    answer: shape({
      risks: list(shape({ id, risk: z.string(), chance: id, effect: id, answer: z.string(), ownerUnitId: orNull(id), state: z.string(), rev: id })),
      reports: list(shape({ id, title: z.string(), reference: z.string(), sentOn: day, reported: z.string() })),
      cannotDo: list(shape({ id, unitId: id, what: z.string(), reason: z.string(), saidOn: day, answer: orNull(z.string()), answeredOn: orNull(day) })),
      evidence: list(shape({ id, type: z.string(), title: orNull(z.string()), href: orNull(href), date: day, contentHash: z.string(), state: z.string() })),
    }),
    of: ({ risks, reports, flags, evidence }) => ({ risks: [...risks], reports: [...reports], cannotDo: [...flags], evidence: evidence.map((line) => ({ ...line, type: line.of.type, title: line.title ?? null, href: line.href ?? null })) }),
  }),
  apiOfPage(projectsPage, {
    summary: { th: 'โครงการของปีกับงบประมาณ', en: 'Projects of a year with their budget' },
    answer: shape({ projects: list(shape({ id, name: z.string(), unitId: id, budget: number, source: z.string(), note: z.string(), indicatorIds: list(id), rev: id })), byIndicator: list(shape({ indicatorId: id, budget: number })) }),
    of: ({ projects, budgets }) => ({ projects: projects.map((one) => ({ ...one, indicatorIds: [...one.indicatorIds] })), byIndicator: [...budgets].map(([indicatorId, budget]) => ({ indicatorId, budget })) }),
  }),
  apiOfPage(reformReportsPage, {
    summary: { th: 'รายงานแผนการปฏิรูปประเทศของปี', en: 'Reports on the reform plan in a year' },
    answer: shape({ reports: list(shape({ id, indicatorId: id, title: z.string(), reference: z.string(), sentOn: day, reported: z.string(), personName: z.string() })) }),
    of: ({ reports }) => ({ reports: [...reports] }),
  }),
] as const;

const at = '/performance/:year/indicators/:key';

export const api: ModuleApi = {
  reads,
  writes: {
    '/performance/cycles/new': { th: 'เริ่มปีงบประมาณใหม่', en: 'Begin a fiscal year' },
    '/performance/:year/sheet/weights': { th: 'กำหนดน้ำหนัก', en: 'Set weights' },
    '/performance/:year/sheet/statements': { th: 'บันทึกคำชี้แจง', en: 'Write statements' },
    '/performance/:year/sheet/copy': { th: 'คัดลอกตัวชี้วัดจากปีก่อน', en: 'Copy indicators of the year before' },
    '/performance/:year/indicators/new': { th: 'เพิ่มตัวชี้วัด', en: 'Add an indicator' },
    [`${at}/edit`]: { th: 'แก้ไขตัวชี้วัด', en: 'Change an indicator' },
    [`${at}/cancel`]: { th: 'ยกเลิกตัวชี้วัดระหว่างปี', en: 'Cancel an indicator in mid-year' },
    [`${at}/weight`]: { th: 'แก้น้ำหนักตามที่ตรวจพบ', en: 'Put a weight right' },
    [`${at}/move`]: { th: 'เลื่อนลำดับตัวชี้วัด', en: 'Change the order' },
    [`${at}/form`]: { th: 'บันทึกแบบรายละเอียดตัวชี้วัด', en: 'Save the form' },
    [`${at}/links`]: { th: 'เพิ่มความเชื่อมโยง', en: 'Add what it serves' },
    [`${at}/links/resolution`]: { th: 'เชื่อมกับมติที่ประชุม', en: 'Link to a resolution of a meeting' },
    [`${at}/links/:id/remove`]: { th: 'นำความเชื่อมโยงออก', en: 'Take a link out' },
    [`${at}/notes/risks`]: { th: 'เพิ่มความเสี่ยง', en: 'Note a risk' },
    [`${at}/notes/risks/:id`]: { th: 'แก้ไขความเสี่ยง', en: 'Change a risk' },
    [`${at}/notes/reports`]: { th: 'บันทึกรายงานแผนการปฏิรูปประเทศ', en: 'Keep a report on the reform plan' },
    [`${at}/notes/reports/:id/withdraw`]: { th: 'ถอนรายงาน', en: 'Withdraw a report' },
    [`${at}/notes/cannot`]: { th: 'แจ้งว่าทำไม่ได้', en: 'Say that it cannot be done' },
    [`${at}/notes/cannot/:id/answer`]: { th: 'ตอบหน่วยงานที่แจ้งว่าทำไม่ได้', en: 'Answer a unit that cannot' },
    [`${at}/notes/evidence`]: { th: 'แนบหลักฐาน', en: 'Add evidence' },
    [`${at}/notes/evidence/:id/withdraw`]: { th: 'ถอนหลักฐาน', en: 'Take evidence back' },
    '/performance/:year/projects/new': { th: 'เพิ่มโครงการ', en: 'Add a project' },
    '/performance/:year/projects/:id': { th: 'แก้ไขโครงการ', en: 'Change a project' },
    '/performance/:year/projects/:id/withdraw': { th: 'นำโครงการออก', en: 'Take a project out' },
    '/performance/:year/forms/import': { th: 'ตรวจไฟล์แบบตัวชี้วัด', en: 'Look a file of forms through' },
    '/performance/:year/forms/imports/:id/confirm': { th: 'บันทึกแบบจากไฟล์ที่ตรวจแล้ว', en: 'Bring in forms that were looked through' },
  },
  files: {
    '/performance/:year/forms.xlsx': { th: 'แบบทุกตัวของปีเป็น Excel', en: 'All forms of a year as Excel' },
    [`${at}/form.pdf`]: { th: 'แบบรายละเอียดตัวชี้วัดเป็น PDF', en: 'The form as PDF' },
    [`${at}/form.docx`]: { th: 'แบบรายละเอียดตัวชี้วัดเป็น Word', en: 'The form as Word' },
    [`${at}/evidence.zip`]: { th: 'ชุดหลักฐานของตัวชี้วัด', en: 'Evidence of an indicator as a package' },
  },
  none: {
    'GET /performance/cycles/new': 'choices of a form: the call that begins a year says what it takes',
    'GET /performance/:year/sheet/copy': 'choices of a form: the sheet of the year before gives the lines',
    'GET /performance/:year/indicators/new': 'an empty form: the call that adds says what it takes',
    [`GET ${at}/edit`]: 'the indicator itself gives every value',
    [`GET ${at}/form`]: 'the indicator itself gives the form and its version',
    'GET /performance/indicators/:id': 'the same page as by year and number',
    'GET /performance/:year/projects/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/:year/projects/:id': 'the list gives every project',
    'GET /performance/:year/forms/import': 'an empty form: the call that looks a file through says what it takes',
    'GET /performance/:year/forms/imports/:id': 'verdicts on a file, for the person who sent it',
  },
};
