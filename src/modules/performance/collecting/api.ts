import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { day, href, instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { scaledText, type Scaled } from '../domain/numbers.ts';
import { submissionStates, type Round } from '../store/rounds.ts';
import type { StoredResult } from '../store/results.ts';
import { cardFields, emptyCard } from './domain/merge-card.ts';
import { isLate, stepStates } from './domain/plan-steps.ts';
import type { RulesPage } from './features/choose-measure/page.tsx';
import { collectPage, yearCollectPage, type CollectData } from './features/open-round/page.tsx';
import { stepsPage, type StepPage } from './features/plan-steps/page.tsx';
import type { ReportPage, reportPages } from './features/report-result/page.tsx';
import { boardPage } from './features/show-board/page.tsx';
import { ownersOf } from './find.ts';
import type { ReportData } from './report-data.ts';
import { resultHref } from './shown.tsx';
import type { Step } from './store/steps.ts';

const n = z.int();
/** Exact numbers are text in plain digits. */
const exact = z.string();
const text = (value: Scaled | null | undefined): string | null => (value === null || value === undefined ? null : scaledText(value));

const roundShape = shape({ id: n, kind: oneOf(['form', 'result']), month: orNull(n), dueOn: day, openedAt: instant, closedAt: orNull(instant) });
const roundOf = ({ id, kind, month, dueOn, openedAt, closedAt }: Round) => ({ id, kind, month, dueOn, openedAt, closedAt });
const state = oneOf(submissionStates);

const resultShape = shape({
  id: n, month: n, value: orNull(exact), numerator: orNull(exact), denominator: orNull(exact), margin: orNull(exact), source: oneOf(['manual', 'measure']), measureName: orNull(z.string()),
  asOf: instant, note: z.string(), personName: z.string(), at: instant,
});
const resultOf = ({ id, month, value, numerator, denominator, margin, source, measureName, asOf, note, personName, at }: StoredResult) =>
  ({ id, month, value: text(value), numerator: text(numerator), denominator: text(denominator), margin: text(margin), source, measureName, asOf, note, personName, at });

const stepShape = shape({
  id: n, place: n, title: z.string(), byWhom: z.string(), fromMonth: orNull(n), toMonth: orNull(n), plannedOn: orNull(day), weight: orNull(exact), state: oneOf(stepStates), doneOn: orNull(day), reference: z.string(), proof: z.string(), note: z.string(), rev: n,
});
const stepOf = ({ id, place, title, byWhom, fromMonth, toMonth, plannedOn, weight, state: stands, doneOn, reference, proof, note, rev }: Step) =>
  ({ id, place, title, byWhom, fromMonth, toMonth, plannedOn, weight, state: stands, doneOn, reference, proof, note, rev });

const collectAnswer = shape({ year: orNull(n), keeps: z.boolean(), rounds: list(shape({ ...roundShape.shape, indicators: list(shape({ indicatorId: n, state })) })) });
const collectOf = (data: CollectData | undefined) => ({
  year: data?.cycle.fiscalYear ?? null, keeps: data?.keeps ?? false, rounds: (data?.rounds ?? []).map((round) => ({ ...roundOf(round), indicators: (data?.submissions ?? []).filter(({ roundId }) => roundId === round.id).map(({ indicatorId, state: stands }) => ({ indicatorId, state: stands })) })),
});

const reportAnswer = shape({
  year: n, key: z.string(), name: z.string(), measuring: z.string(), unitOfMeasure: z.string(), measureName: orNull(z.string()), round: orNull(roundShape), state: orNull(state), steps: list(z.string()), current: orNull(resultShape), score: orNull(exact),
  cardRev: n, card: shape(Object.fromEntries(cardFields.map((field) => [field, z.string()])) as Record<(typeof cardFields)[number], z.ZodString>), results: list(resultShape), plan: list(stepShape),
  evidence: list(shape({ id: n, type: z.string(), recordId: n, title: orNull(z.string()), href: orNull(href), state: oneOf(['same', 'changed', 'unseen']), stepId: orNull(n) })),
  events: list(shape({ kind: z.string(), at: instant, personName: z.string(), note: z.string() })),
});
const reportOf = (data: ReportData) => ({
  year: data.cycle.fiscalYear, key: data.indicator.key, name: data.indicator.name, measuring: data.indicator.measuring, unitOfMeasure: data.indicator.unitOfMeasure, measureName: data.indicator.measureName,
  round: data.at ? roundOf(data.at.round) : null, state: data.at?.submission.state ?? null, steps: [...data.steps], current: data.current ? resultOf(data.current) : null, score: data.score ? scaledText(data.score.explanation.shown, { places: data.rounding.places }) : null,
  cardRev: data.card?.rev ?? 0, card: data.card?.content ?? emptyCard, results: data.results.map(resultOf), plan: data.plan.map(stepOf),
  evidence: data.evidence.map((line) => ({ id: line.id, type: line.of.type, recordId: line.of.id, title: line.title ?? null, href: line.href ?? null, state: line.state, stepId: line.step?.id ?? null })), events: data.events,
});

interface Pages {
  readonly usual: ReturnType<typeof reportPages>['usual'];
  readonly ofRound: ReportPage;
  readonly step: StepPage;
  readonly rules: RulesPage;
}

export const apiOf = ({ usual, ofRound, step, rules }: Pages): ModuleApi => ({
  reads: [
    apiOfPage(collectPage, { summary: { th: 'รอบเก็บผลตัวชี้วัดของปีที่ดำเนินอยู่', en: 'Rounds of collecting of the running year' }, answer: collectAnswer, of: collectOf }),
    apiOfPage(yearCollectPage, { summary: { th: 'รอบเก็บผลตัวชี้วัดของปี', en: 'Rounds of collecting of a year' }, answer: collectAnswer, of: collectOf }),
    apiOfPage(boardPage, {
      summary: { th: 'สถานะการส่งของทุกตัวชี้วัดในรอบ', en: 'Who has sent in a round' },
      answer: shape({ year: n, round: roundShape, workingDays: n, items: list(shape({ indicatorId: n, key: z.string(), name: z.string(), ownerUnitIds: list(n), submissionId: n, state, sentAt: orNull(instant), late: z.boolean(), remark: z.string(), reminded: n, value: orNull(exact), href })) }),
      of: ({ cycle, round, workingDays, shown }) => ({
        year: cycle.fiscalYear, round: roundOf(round), workingDays,
        items: shown.map(({ indicator, submission, sentAt, late, remark, reminded, result }) => ({ indicatorId: indicator.id, key: indicator.key, name: indicator.name, ownerUnitIds: ownersOf(indicator), submissionId: submission.id, state: submission.state, sentAt, late, remark, reminded, value: text(result?.value), href: resultHref(cycle, indicator.key, round) })),
      }),
    }),
    apiOfPage(usual, { summary: { th: 'รายงานผลของตัวชี้วัดในรอบปัจจุบัน', en: 'Report of an indicator in the present round' }, answer: reportAnswer, of: reportOf }),
    apiOfPage(ofRound, { summary: { th: 'รายงานผลของตัวชี้วัดในรอบหนึ่ง', en: 'Report of an indicator in a round' }, answer: reportAnswer, of: reportOf }),
    apiOfPage(stepsPage, {
      summary: { th: 'ขั้นตามแผนของตัวชี้วัด', en: 'Steps of an indicator' },
      answer: shape({ rule: oneOf(['cumulative', 'counted']), items: list(shape({ ...stepShape.shape, late: z.boolean() })) }),
      of: ({ plan, rules: set, cycle, today }) => ({ rule: set.rule, items: plan.map((one) => ({ ...stepOf(one), late: isLate(one, cycle.fiscalYear, today) })) }),
    }),
    apiOfPage(step, { summary: { th: 'ขั้นหนึ่งของตัวชี้วัด', en: 'One step of an indicator' }, answer: shape({ year: n, key: z.string(), step: stepShape }), of: ({ cycle, indicator, step: one }) => ({ year: cycle.fiscalYear, key: indicator.key, step: stepOf(one) }) }),
    apiOfPage(rules, {
      summary: { th: 'วิธีคิดค่าและแหล่งค่าวัดของตัวชี้วัด', en: 'How the value of an indicator is made' },
      answer: shape({ year: n, key: z.string(), measure: orNull(z.string()), bound: z.boolean(), rule: oneOf(['cumulative', 'counted']), share: oneOf(['percent', 'count']), levels: list(z.string()), formula: oneOf(['mean', 'lowest', 'level']), rev: n }),
      of: ({ cycle, indicator, rules: set, binding, rev }) => ({ year: cycle.fiscalYear, key: indicator.key, measure: indicator.measureName, bound: binding.kind === 'bound', rule: set.rule, share: set.share, levels: set.levels, formula: set.formula.kind, rev }),
    }),
  ],
  writes: {
    '/performance/:year/collect/new': { th: 'เปิดรอบ', en: 'Open a round' },
    '/performance/:year/collect/:round/remind': { th: 'เตือนตัวชี้วัดที่เลือก', en: 'Remind the owners of some indicators' },
    '/performance/:year/collect/:round/remind-all': { th: 'เตือนทุกหน่วยที่ยังไม่ส่ง', en: 'Remind all who have not sent' },
    '/performance/:year/collect/:round/approve': { th: 'ตรวจและล็อกตัวชี้วัดที่เลือก', en: 'Check and lock some indicators' },
    '/performance/:year/collect/:round/confirm': { th: 'ยืนยันทั้งรอบ', en: 'Confirm a round' },
    '/performance/:year/collect/:round/move-due-day': { th: 'เลื่อนวันครบกำหนด', en: 'Move the due day of a round' },
    '/performance/:year/collect/:round/join': { th: 'นำตัวชี้วัดที่เพิ่มภายหลังเข้ารอบ', en: 'Take later indicators into a round' },
    '/performance/:year/results/:key/:round/value': { th: 'บันทึกผล', en: 'Enter a result' },
    '/performance/:year/results/:key/:round/withdraw-value': { th: 'ถอนค่ากลับ', en: 'Take a value back' },
    '/performance/:year/results/:key/:round/take-measure': { th: 'ดึงค่าวัด', en: 'Take the measure' },
    '/performance/:year/results/:key/:round/card': { th: 'บันทึกรายงานผลการดำเนินงาน', en: 'Save the report card' },
    '/performance/:year/results/:key/:round/evidence': { th: 'แนบหลักฐาน', en: 'Add evidence' },
    '/performance/:year/results/:key/:round/evidence/:evidence/withdraw': { th: 'ถอนหลักฐาน', en: 'Withdraw evidence' },
    '/performance/:year/results/:key/:round/submit': { th: 'ส่ง', en: 'Send' },
    '/performance/:year/results/:key/:round/take-back': { th: 'ขอคืนไปแก้ไข', en: 'Take back' },
    '/performance/:year/results/:key/:round/return': { th: 'ส่งคืนให้แก้ไข', en: 'Return for correction' },
    '/performance/:year/results/:key/:round/approve': { th: 'ตรวจและล็อก', en: 'Check and lock' },
    '/performance/:year/results/:key/:round/reopen': { th: 'เปิดอีกครั้ง', en: 'Open again' },
    '/performance/:year/results/:key/:round/reopen-confirmed': { th: 'เปิดรายงานที่ยืนยันแล้วอีกครั้ง', en: 'Open a confirmed report again' },
    '/performance/:year/results/:key/steps/new': { th: 'เพิ่มขั้น', en: 'Add a step' },
    '/performance/:year/results/:key/steps/:step': { th: 'แก้ไขขั้น', en: 'Change a step' },
    '/performance/:year/results/:key/steps/:step/remove': { th: 'นำขั้นออก', en: 'Take a step out' },
    '/performance/:year/results/:key/rules': { th: 'กำหนดวิธีคิดค่าและแหล่งค่าวัด', en: 'Set how a value is made' },
    '/performance/:year/collect/:round/import': { th: 'ตรวจไฟล์ผล', en: 'Look through a file of results' },
    '/performance/:year/collect/:round/imports/:import/confirm': { th: 'นำเข้าผลจากไฟล์', en: 'Bring results in' },
  },
  files: {
    '/performance/:year/collect/:round/board.xlsx': { th: 'สถานะการส่งเป็น Excel', en: 'Who has sent, as Excel' },
    '/performance/:year/collect/:round/board.csv': { th: 'สถานะการส่งเป็น CSV', en: 'Who has sent, as CSV' },
    '/performance/:year/collect/:round/results.xlsx': { th: 'ผลของรอบเป็น Excel', en: 'Results of a round as Excel' },
  },
  none: {
    'GET /performance/:year/collect/new': 'an empty form: the call itself says what it takes',
    'GET /performance/:year/collect/:round/import': 'an empty form: the call itself says what it takes',
    'GET /performance/:year/collect/:round/imports/:import': 'verdicts on a file that its sender is about to confirm on the page',
  },
});
