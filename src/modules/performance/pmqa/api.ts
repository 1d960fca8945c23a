import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { day, instant, list, oneOf, orNull, shape, words } from '../../../platform/http/api-shapes.ts';
import { scaledText, type Fraction, type Scaled } from '../domain/numbers.ts';
import { allLevels } from '../domain/pmqa/levels.ts';
import { countsOfTicks } from '../domain/pmqa/score.ts';
import { profileSections } from './domain/sections.ts';
import { assessmentStates } from './domain/states.ts';
import { assessItemPage, assessPage } from './features/assess/page.tsx';
import { comparePage } from './features/compare/page.tsx';
import { resultsPage } from './features/enter-results/page.tsx';
import { itemPage } from './features/fill-item/page.tsx';
import { planLinePage, planPage } from './features/improve/page.tsx';
import { editionPage, editionsPage } from './features/keep-editions/page.tsx';
import { yearsPage } from './features/list-years/page.tsx';
import { boxesOfMove, nextPage } from './features/next-tick/page.tsx';
import { yearPage } from './features/show-year/page.tsx';
import { profilePage } from './features/write-profile/page.tsx';
import { pointsText, totalText } from './shown.tsx';
import { eventKinds } from './store/assessments.ts';
import { followUpMonths, followUpStandings } from './store/plan.ts';

const n = z.int();
/** An exact number as text: points with two places, values as they were typed. */
const exact = z.string().regex(/^-?\d+(\.\d+)?$/);
const points = (value: Fraction | undefined): string | null => (value ? pointsText(value) : null);
const value = (one: Scaled | null): string | null => (one === null ? null : scaledText(one));
const state = oneOf(assessmentStates);
const counts = shape({ basic: n, advance: n, significance: n });
const boxes = shape({ basic: list(z.boolean()), advance: list(z.boolean()), significance: list(z.boolean()) });
const numbers = shape({ basic: list(n), advance: list(n), significance: list(n) });
const texts = shape({ basic: z.string(), advance: z.string(), significance: z.string() });
const scoreShape = shape({ points: orNull(exact), least: exact, missing: list(z.string()) });
const categoryShape = shape({ key: z.string(), points: orNull(exact), least: exact, missing: list(z.string()), items: list(shape({ key: z.string(), points: orNull(exact) })) });
const outcomeShape = shape({ kind: oneOf(['stated', 'assessed']), total: exact, group: z.string(), source: z.string(), dated: day, at: instant });
const planShape = shape({ id: n, item: z.string(), what: z.string(), unitId: n, dueOn: day, doneOn: orNull(day) });
const reportShape = shape({ id: n, lineId: n, month: oneOf(followUpMonths.map(String) as ['6', '12']), standing: oneOf(followUpStandings), text: z.string(), at: instant });
const moveShape = shape({ item: z.string(), boxes: numbers, gain: exact });
const editionShape = shape({ id: n, key: z.string(), name: words, state: oneOf(['draft', 'used']) });

const outcomeOf = (one: { kind: 'stated' | 'assessed'; total: Scaled; groupName: string; source: string; dated: string; addedAt: Date }) => ({ kind: one.kind, total: totalText(one.total), group: one.groupName, source: one.source, dated: one.dated, at: one.addedAt });
const scoreOf = (score: { points: Fraction | undefined; least: Fraction; missing: readonly string[] }) => ({ points: points(score.points), least: pointsText(score.least), missing: [...score.missing] });
const reportOf = ({ id, lineId, month, standing, text, at }: { id: number; lineId: number; month: 6 | 12; standing: (typeof followUpStandings)[number]; text: string; at: Date }) => ({ id, lineId, month: String(month) as '6' | '12', standing, text, at });

export const api: ModuleApi = {
  reads: [
    apiOfPage(yearsPage, {
      summary: { th: 'ปีที่มีผลหรือใบสมัคร PMQA 4.0', en: 'Years with a PMQA 4.0 result or application' },
      answer: shape({ items: list(shape({ year: n, outcome: orNull(outcomeShape), state: orNull(state) })) }),
      of: ({ lines }) => ({ items: lines.map(({ year, outcome, record }) => ({ year, outcome: outcome && outcomeOf(outcome), state: record?.state })) }),
    }),
    apiOfPage(yearPage, {
      summary: { th: 'ภาพรวมการประเมินของปี', en: 'The assessment of a year' },
      answer: shape({
        year: n, state, closesOn: day, edition: z.string(), score: scoreShape, categories: list(categoryShape), items: list(shape({ item: z.string(), boxes: counts })), outcome: orNull(outcomeShape),
        assessors: list(shape({ id: n, name: z.string(), submittedAt: orNull(instant), score: orNull(scoreShape) })), events: list(shape({ kind: oneOf(eventKinds), at: instant, person: z.string(), note: z.string() })),
      }),
      of: ({ record, edition, score, answers, outcome, assessors, assessorScores, events }) => ({
        year: record.year, state: record.state, closesOn: record.closesOn, edition: edition.key, score: scoreOf(score),
        categories: score.categories.map((one) => ({ key: one.key, ...scoreOf(one), items: one.items.map((item) => ({ key: item.key, points: points(item.points) })) })),
        items: answers.map(({ item, ticks }) => ({ item, boxes: countsOfTicks(ticks) })), outcome: outcome && outcomeOf(outcome),
        assessors: assessors.map(({ id, personName, submittedAt }) => { const of = assessorScores.find(({ assessor }) => assessor.id === id); return { id, name: personName, submittedAt, score: of && scoreOf(of.score) }; }),
        events: events.map(({ kind, at, personName, note }) => ({ kind, at, person: personName, note })),
      }),
    }),
    apiOfPage(profilePage, {
      summary: { th: 'หมวด 0 ลักษณะสำคัญขององค์การ', en: 'Category 0: profile of the organisation' },
      answer: shape({ items: list(shape({ section: oneOf(profileSections), text: z.string(), rev: n })) }),
      of: ({ texts: all }) => ({ items: all.map(({ section, text, rev }) => ({ section, text, rev })) }),
    }),
    apiOfPage(itemPage, {
      summary: { th: 'หัวข้อหนึ่ง: ข้อที่ทำได้ คำอธิบาย และหลักฐาน', en: 'One item: boxes, explanations and evidence' },
      answer: shape({ item: z.string(), name: words, boxes: orNull(boxes), texts: orNull(texts), rev: n, evidence: list(shape({ id: n, level: oneOf(allLevels), title: orNull(z.string()), pages: n, state: oneOf(['same', 'changed', 'unseen']), date: day })) }),
      of: ({ item, answer, evidence }) => ({
        item: item.key, name: item.name, boxes: answer && { basic: [...answer.ticks.basic], advance: [...answer.ticks.advance], significance: [...answer.ticks.significance] }, texts: answer?.texts, rev: answer?.rev ?? 0,
        evidence: evidence.map(({ id, level, title, pages, state: now, date }) => ({ id, level, title, pages, state: now, date })),
      }),
    }),
    apiOfPage(resultsPage, {
      summary: { th: 'ตัวชี้วัดของหมวดผลลัพธ์', en: 'Indicators of the last category' },
      answer: shape({ items: list(shape({ id: n, item: z.string(), name: z.string(), unitOfMeasure: z.string(), kind: oneOf(['free', 'ladder']), ladder: orNull(z.string()), better: oneOf(['more', 'less']), target: orNull(exact), valueBefore: orNull(exact), valueLast: orNull(exact), value: orNull(exact), rev: n })) }),
      of: ({ lines }) => ({ items: lines.map(({ id, item, name, unitOfMeasure, kind, ladder, better, rev, ...line }) => ({ id, item, name, unitOfMeasure, kind, ladder, better, rev, target: value(line.target), valueBefore: value(line.valueBefore), valueLast: value(line.valueLast), value: value(line.value) })) }),
    }),
    apiOfPage(nextPage, {
      summary: { th: 'ข้อที่ควรทำต่อเพื่อให้ถึงคะแนนที่ต้องการ', en: 'Next best ticks and the fewest to a wished total' },
      answer: shape({ goal: orNull(exact), kind: orNull(oneOf(['reached', 'plan', 'impossible'])), before: orNull(exact), after: orNull(exact), plan: list(moveShape), best: list(moveShape) }),
      of: (data) => {
        const moveOf = (move: (typeof data.best)[number]) => { const of = boxesOfMove(data, move); return { item: move.item, boxes: { basic: [...of.basic], advance: [...of.advance], significance: [...of.significance] }, gain: pointsText(move.gain) }; };
        return { goal: data.goal === undefined ? null : scaledText(data.goal), kind: data.plan?.kind, before: points(data.plan?.before), after: points(data.plan?.after), plan: (data.plan?.moves ?? []).map(moveOf), best: data.best.map(moveOf) };
      },
    }),
    apiOfPage(comparePage, {
      summary: { th: 'ผลต่างระหว่างประเมินตนเองกับผู้ตรวจ', en: 'Self-assessment and assessors compared' },
      answer: shape({ self: scoreShape, assessors: list(shape({ id: n, name: z.string(), score: scoreShape, differing: list(shape({ item: z.string(), points: orNull(exact) })) })) }),
      of: ({ score, compared }) => ({ self: scoreOf(score), assessors: compared.map((one) => ({ id: one.assessor.id, name: one.assessor.personName, score: scoreOf(one.score), differing: one.differences.map(({ key, points: of }) => ({ item: key, points: points(of) })) })) }),
    }),
    apiOfPage(planPage, {
      summary: { th: 'แผนปรับปรุงและความก้าวหน้า', en: 'The improvement plan and its progress' },
      answer: shape({ items: list(planShape), reports: list(reportShape) }),
      of: ({ lines, reports }) => ({ items: lines.map(({ id, item, what, unitId, dueOn, doneOn }) => ({ id, item, what, unitId, dueOn, doneOn })), reports: reports.map(reportOf) }),
    }),
    apiOfPage(planLinePage, {
      summary: { th: 'เรื่องหนึ่งในแผนปรับปรุง', en: 'One line of the improvement plan' },
      answer: shape({ line: planShape, rev: n, reports: list(reportShape) }),
      of: ({ line: { id, item, what, unitId, dueOn, doneOn, rev }, reports }) => ({ line: { id, item, what, unitId, dueOn, doneOn }, rev, reports: reports.filter(({ lineId }) => lineId === id).map(reportOf) }),
    }),
    apiOfPage(editionsPage, {
      summary: { th: 'เกณฑ์การประเมินทุกฉบับ', en: 'All editions of the criteria' },
      answer: shape({ items: list(editionShape) }),
      of: ({ editions }) => ({ items: editions.map(({ id, key, content, state: now }) => ({ id, key, name: content.name, state: now })) }),
    }),
    apiOfPage(editionPage, {
      summary: { th: 'เกณฑ์ฉบับหนึ่ง', en: 'One edition of the criteria' },
      answer: shape({ id: n, key: z.string(), name: words, state: oneOf(['draft', 'used']), categories: list(shape({ key: z.string(), name: words, weight: exact, items: list(shape({ key: z.string(), name: words, boxes: counts })), results: list(shape({ key: z.string(), name: words })) })) }),
      of: ({ id, key, content, state: now }) => ({
        id, key, name: content.name, state: now,
        categories: content.categories.map((one) => ({ key: one.key, name: one.name, weight: one.weight, results: [...(one.results ?? [])], items: one.items.map((item) => ({ key: item.key, name: item.name, boxes: { basic: item.levels.basic.boxes, advance: item.levels.advance.boxes, significance: item.levels.significance.boxes } })) })),
      }),
    }),
    apiOfPage(assessPage, {
      summary: { th: 'งานของผู้ตรวจ', en: 'An assessor’s own work' },
      answer: shape({ score: scoreShape, judged: list(z.string()), submittedAt: orNull(instant) }),
      of: ({ ownScore, own, me }) => ({ score: scoreOf(ownScore), judged: own.map(({ item }) => item), submittedAt: me.submittedAt }),
    }),
    apiOfPage(assessItemPage, {
      summary: { th: 'ความเห็นของผู้ตรวจในหัวข้อหนึ่ง', en: 'An assessor’s view of one item' },
      answer: shape({ item: z.string(), boxes: orNull(boxes), remark: z.string(), rev: n }),
      of: ({ key, own }) => { const mine = own.find(({ item }) => item === key); return { item: key, boxes: mine?.ticks && { basic: [...mine.ticks.basic], advance: [...mine.ticks.advance], significance: [...mine.ticks.significance] }, remark: mine?.remark ?? '', rev: mine?.rev ?? 0 }; },
    }),
  ],
  writes: {
    '/performance/pmqa/outcomes/new': { th: 'บันทึกผลที่ได้รับแจ้ง', en: 'Record a result as told' },
    '/performance/pmqa/new': { th: 'สร้างใบสมัครของปี', en: 'Make the application of a year' },
    '/performance/pmqa/:year/settings': { th: 'เปลี่ยนวันปิดรับและหน่วยงานที่ร่วมกรอก', en: 'Change the last day and the units that help' },
    '/performance/pmqa/:year/apply': { th: 'ส่งใบสมัคร', en: 'Send the application' },
    '/performance/pmqa/:year/begin': { th: 'เริ่มประเมินตนเอง', en: 'Begin the self-assessment' },
    '/performance/pmqa/:year/submit': { th: 'ส่งผลประเมินตนเอง', en: 'Submit the self-assessment' },
    '/performance/pmqa/:year/take-back': { th: 'ถอนกลับมาแก้ไข', en: 'Take it back' },
    '/performance/pmqa/:year/return': { th: 'ส่งคืนให้แก้ไข', en: 'Return for correction' },
    '/performance/pmqa/:year/accept': { th: 'รับผลของผู้ตรวจ', en: 'Take the assessors’ scores as the result' },
    '/performance/pmqa/:year/close': { th: 'ปิดการประเมิน', en: 'Close the assessment' },
    '/performance/pmqa/:year/assessors': { th: 'กำหนดผู้ตรวจ', en: 'Name an assessor' },
    '/performance/pmqa/:year/assessors/:id/release': { th: 'ยกเลิกผู้ตรวจ', en: 'Release an assessor' },
    '/performance/pmqa/:year/profile/:section': { th: 'บันทึกส่วนหนึ่งของหมวด 0', en: 'Save a section of category 0' },
    '/performance/pmqa/:year/items/:item': { th: 'บันทึกหัวข้อ', en: 'Save an item' },
    '/performance/pmqa/:year/items/:item/evidence': { th: 'แนบหลักฐานไม่เกิน 2 หน้า', en: 'Attach evidence of at most 2 pages' },
    '/performance/pmqa/:year/items/:item/evidence/:id/withdraw': { th: 'นำหลักฐานออก', en: 'Take evidence out' },
    '/performance/pmqa/:year/results/new': { th: 'เพิ่มตัวชี้วัดผลลัพธ์', en: 'Add a result' },
    '/performance/pmqa/:year/results/:id': { th: 'แก้ไขตัวชี้วัดผลลัพธ์', en: 'Change a result' },
    '/performance/pmqa/:year/results/:id/remove': { th: 'นำตัวชี้วัดผลลัพธ์ออก', en: 'Take a result out' },
    '/performance/pmqa/:year/assess/:item': { th: 'ผู้ตรวจให้คะแนนหัวข้อ', en: 'Judge an item as an assessor' },
    '/performance/pmqa/:year/assess/submit': { th: 'ผู้ตรวจส่งผล', en: 'Submit the scores as an assessor' },
    '/performance/pmqa/:year/plan/new': { th: 'เพิ่มเรื่องในแผนปรับปรุง', en: 'Add a line to the plan' },
    '/performance/pmqa/:year/plan/:id': { th: 'แก้ไขเรื่องในแผนปรับปรุง', en: 'Change a line of the plan' },
    '/performance/pmqa/:year/plan/:id/remove': { th: 'นำเรื่องออกจากแผนปรับปรุง', en: 'Take a line out of the plan' },
    '/performance/pmqa/:year/plan/:id/follow-up': { th: 'รายงานความก้าวหน้ารอบ 6 หรือ 12 เดือน', en: 'Report progress after 6 or 12 months' },
    '/performance/pmqa/editions/import': { th: 'ตรวจไฟล์เกณฑ์', en: 'Look a file of criteria through' },
    '/performance/pmqa/editions/imports/:id/confirm': { th: 'นำเข้าเกณฑ์ที่ตรวจแล้ว', en: 'Bring in criteria that were looked through' },
  },
  files: {
    '/performance/pmqa/:year/report.pdf': { th: 'แบบประเมินเป็น PDF', en: 'The assessment as PDF' },
    '/performance/pmqa/:year/scores.xlsx': { th: 'คะแนนเป็น Excel', en: 'Scores as Excel' },
    '/performance/pmqa/editions/:id/criteria.xlsx': { th: 'เกณฑ์เป็น Excel', en: 'Criteria as Excel' },
    '/performance/pmqa/editions/:id/criteria.csv': { th: 'เกณฑ์เป็น CSV', en: 'Criteria as CSV' },
  },
  none: {
    'GET /performance/pmqa/outcomes/new': 'an empty form: the call that records says what it takes',
    'GET /performance/pmqa/new': 'an empty form: the call that makes says what it takes',
    'GET /performance/pmqa/:year/settings': 'the assessment itself gives its last day',
    'GET /performance/pmqa/:year/profile/:section': 'category 0 as a whole gives every section',
    'GET /performance/pmqa/:year/results/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/pmqa/:year/results/:id': 'the list of results gives every line',
    'GET /performance/pmqa/:year/plan/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/pmqa/editions/import': 'an empty form: the call that looks a file through says what it takes',
    'GET /performance/pmqa/editions/imports/:id': 'verdicts on a file, for the person who sent it',
  },
};
