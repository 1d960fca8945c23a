import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../platform/http/api-contract.ts';
import { day, instant, list, next, oneOf, orNull, shape } from '../../platform/http/api-shapes.ts';
import { parts, yearKinds } from './domain/periods.ts';
import { isIn, stages, standingOf, type Stage } from './domain/stages.ts';
import { boardPage } from './features/show-board/page.tsx';
import { planPage } from './features/plan-stages/page.tsx';
import { trainingPage } from './features/keep-training/page.tsx';
import { factsOf, stageLines } from './features/make-report/load.ts';
import { reportPage } from './features/make-report/page.tsx';
import { savingsPage } from './features/show-savings/page.tsx';
import { chainLettersPage } from './features/show-chain-times/page.tsx';
import { timesPage } from './features/show-times/page.tsx';
import { unitPage } from './features/show-unit/page.tsx';
import { allDone, type UnitActivity } from './store/activity.ts';

const n = z.int();
const period = shape({ kind: oneOf(yearKinds), year: n, part: oneOf(parts) });
const stageShape = shape({ stage: n, standing: oneOf(['moved', 'reads', 'missing', 'idle']), sent: n, received: n, opened: n, acknowledged: n });
const unitShape = shape({ id: n, name: z.string(), abbreviation: z.string(), provinceCode: orNull(z.string()), isIn: z.boolean(), stages: list(stageShape) });

const stageOf = ({ done }: UnitActivity, stage: Stage) => ({ stage, standing: standingOf(stage, done[stage]), ...done[stage] });
const unitOf = (one: UnitActivity) => ({
  id: one.unit.id, name: one.unit.name, abbreviation: one.unit.abbreviation, provinceCode: one.unit.provinceCode, isIn: isIn(allDone(one)), stages: stages.map((stage) => stageOf(one, stage)),
});

const urgency = oneOf(['ordinary', 'urgent', 'very-urgent', 'most-urgent']);
const chainShape = shape({
  unitId: orNull(n), urgency: orNull(urgency), received: n, proposed: n, ordered: n, assigned: n, closed: n, waiting: n, overdue: n, restricted: n,
  proposeMinutes: orNull(n), orderMinutes: orNull(n), assignMinutes: orNull(n), closeMinutes: orNull(n),
});

export const api: ModuleApi = {
  reads: [
    apiOfPage(boardPage, {
      summary: { th: 'หน่วยงานใดใช้สารบรรณอิเล็กทรอนิกส์ถึงขั้นตอนใด', en: 'Which unit uses electronic correspondence at which stage' },
      answer: shape({ period, items: list(unitShape) }),
      of: (board) => ({ period: board.period, items: board.shown.map(unitOf) }),
    }),
    apiOfPage(unitPage, {
      summary: { th: 'ผลของหน่วยงานหนึ่ง และสิ่งที่ยังขาด', en: 'One unit, and what is missing' },
      answer: shape({ period, unit: unitShape, missing: list(shape({ stage: n, dueMonth: orNull(day), overdue: z.boolean() })) }),
      of: ({ one, period: asked, missing }) => ({ period: asked, unit: unitOf(one), missing: missing.map(({ stage, line, overdue }) => ({ stage, dueMonth: line?.dueMonth ?? null, overdue })) }),
    }),
    apiOfPage(planPage, {
      summary: { th: 'แผนการเปลี่ยนผ่าน', en: 'The roll-out plan' },
      answer: shape({ items: list(shape({ id: n, stage: n, unitId: orNull(n), dueMonth: day, leadUnitId: n, supportingUnitIds: list(n), note: z.string() })) }),
      of: ({ plan }) => ({ items: plan }),
    }),
    apiOfPage(timesPage, {
      summary: { th: 'ระยะเวลาและเรื่องค้างตามหน่วยงานผู้รับ', en: 'Times and overdue letters by receiving unit' },
      answer: shape({ period, items: list(shape({ unitId: n, received: n, opened: n, acknowledged: n, openMinutes: orNull(n), acknowledgeMinutes: orNull(n), unopenedLate: n, replyLate: n })), chain: list(chainShape) }),
      of: ({ period: asked, lines, chain }) => ({ period: asked, items: lines, chain: [...(chain.all ? [chain.all] : []), ...chain.urgencies, ...chain.units] }),
    }),
    apiOfPage(chainLettersPage, {
      summary: { th: 'หนังสือรับที่นับในค่าเวลา', en: 'The received letters behind a figure of their times' },
      answer: shape({ period, items: list(shape({ receivedId: n, unitId: n, urgency, reference: z.string(), receivedAt: instant, at: orNull(instant), minutes: n })), next }),
      of: ({ period: asked, rows, more }, api) => ({ period: asked, items: rows, next: api.next(more ? { after: rows.at(-1)?.receivedId ?? 0 } : undefined) }),
    }),
    apiOfPage(savingsPage, {
      summary: { th: 'กระดาษและเงินที่ประหยัด พร้อมค่าที่ใช้คำนวณ', en: 'Paper and money saved, with the values used' },
      answer: shape({
        period, letters: n, recipients: n, sheets: n, satang: n, uncountedLetters: n, planBahtPerYear: n,
        parameters: list(shape({ name: z.string(), value: n, validFrom: day, source: z.string() })),
        items: list(shape({ unitId: n, letters: n, recipients: n, sheets: n, satang: n })),
      }),
      of: ({ period: asked, all, uncounted, planBaht, parameters, lines }) => ({ period: asked, ...all, uncountedLetters: uncounted, planBahtPerYear: planBaht, parameters, items: lines }),
    }),
    apiOfPage(trainingPage, {
      summary: { th: 'รายชื่อผู้ผ่านการอบรม', en: 'The training list' },
      answer: shape({ items: list(shape({ id: n, unitId: n, person: z.string(), course: z.string(), day, remark: z.string() })), next }),
      of: ({ rows, more }, api) => ({ items: rows, next: api.next(more ? { before: rows.at(-1)?.id ?? 0 } : undefined) }),
    }),
    apiOfPage(reportPage, {
      summary: { th: 'รายงานรอบ 6 เดือนหรือประจำปี', en: 'The six-month or yearly report' },
      answer: shape({
        period, facts: list(shape({ term: z.string(), value: z.string() })), stages: list(shape({ stage: n, name: z.string(), due: z.string(), moved: n, all: n, sent: n })), notIn: list(z.string()),
      }),
      of: (report) => ({ period: report.period, facts: factsOf(report, { lang: 'th' }), stages: stageLines(report, { lang: 'th' }), notIn: report.board.late.map(({ unit }) => unit.name) }),
    }),
  ],
  writes: {
    '/adoption/training/import': { th: 'ตรวจไฟล์รายชื่อผู้ผ่านการอบรม', en: 'Look a file of trainings through' },
    '/adoption/training/imports/:id/confirm': { th: 'นำเข้ารายชื่อที่ตรวจแล้ว', en: 'Bring in trainings that were looked through' },
    '/adoption/savings/parameters': { th: 'เพิ่มค่าที่ใช้คำนวณการประหยัด', en: 'Add a value for the calculation of savings' },
    '/adoption/units/:id/remind': { th: 'แจ้งเตือนเจ้าหน้าที่สารบรรณของหน่วยงาน', en: 'Remind the records clerk of a unit' },
    '/adoption/plan/new': { th: 'เพิ่มบรรทัดในแผน', en: 'Add a line to the plan' },
    '/adoption/plan/:id': { th: 'แก้ไขบรรทัดในแผน', en: 'Change a line of the plan' },
    '/adoption/plan/:id/withdraw': { th: 'นำบรรทัดออกจากแผน', en: 'Take a line out of the plan' },
  },
  files: {
    '/adoption/report.pdf': { th: 'รายงานเป็น PDF', en: 'The report as PDF' },
    '/adoption/report.xlsx': { th: 'รายงานเป็น Excel', en: 'The report as Excel' },
    '/adoption/training.xlsx': { th: 'รายชื่อผู้ผ่านการอบรมเป็น Excel', en: 'The training list as Excel' },
    '/adoption/training.csv': { th: 'รายชื่อผู้ผ่านการอบรมเป็น CSV', en: 'The training list as CSV' },
    '/adoption/times.xlsx': { th: 'ระยะเวลาเป็น Excel', en: 'Times as Excel' },
    '/adoption/times/chain.xlsx': { th: 'ระยะเวลาหนังสือรับเป็นไฟล์ Excel', en: 'Times of received letters as Excel' },
    '/adoption/savings.xlsx': { th: 'การประหยัดรายฉบับเป็น Excel', en: 'Savings letter by letter as Excel' },
    '/adoption/units.xlsx': { th: 'ภาพรวมเป็น Excel', en: 'The overview as Excel' },
    '/adoption/units.csv': { th: 'ภาพรวมเป็น CSV', en: 'The overview as CSV' },
  },
  none: {
    'GET /adoption/training/import': 'an empty form: the call that looks a file through says what it takes',
    'GET /adoption/training/imports/:id': 'verdicts on a file, for the person who sent it',
    'GET /adoption/plan/new': 'an empty form: the call that adds says what it takes',
    'GET /adoption/plan/:id': 'the plan itself gives every line',
  },
};
