import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { day, instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { scaledText, type Scaled } from '../domain/numbers.ts';
import { authorities, grounds, stages } from './domain/stages.ts';
import { changesPage } from './features/ask-change/ask-page.tsx';
import { changePage } from './features/ask-change/pages.tsx';
import { calendarPage } from './features/keep-calendar/pages.tsx';
import { questionPage, questionsPage } from './features/keep-questions/pages.tsx';
import { boardPage } from './features/show-board/page.tsx';
import { storyPage } from './features/show-story/page.tsx';
import { lineOf } from './score.ts';
import { dayKinds } from './store/calendar.ts';
import { changeGrounds, changeKinds, type ChangeRequest } from './store/changes.ts';
import type { Question } from './store/questions.ts';
import type { Sheet } from '../sheet.ts';

const n = z.int();
const text = z.string();
const number = orNull(text.meta({ description: 'A number in plain digits, exact.' }));
const ladderShape = shape({ values: list(text), scores: list(text), below: oneOf(['zero', 'slope', 'lowest']) });
const digits = (value: Scaled | null | undefined) => (value === null || value === undefined ? null : scaledText(value));
const wordShape = shape({
  id: n, authority: oneOf(authorities), stage: oneOf(stages), ladder: orNull(ladderShape), weight: number, weightGround: orNull(oneOf(grounds)), reason: text, decidedOn: day, reference: text,
  letterId: orNull(n), yearSaid: orNull(n), personName: text, at: instant, score: number,
});
const questionShape = shape({
  id: n, question: text, detail: text, indicatorIds: list(n), decider: text, askedOn: day, state: oneOf(['open', 'decided', 'withdrawn']), chosen: orNull(n), decision: orNull(text), decisionReference: text,
  decidedOn: orNull(day), answers: list(shape({ place: n, text, saidBy: text, ladder: orNull(ladderShape), weight: number })),
});
const questionOf = (one: Question) => ({ ...one, answers: one.answers.map((answer) => ({ ...answer, weight: digits(answer.weight) })) });
const changedShape = shape({ ladder: orNull(ladderShape), weight: number, name: orNull(text), value: number });
const changeShape = shape({
  id: n, indicatorId: n, kind: oneOf(changeKinds), ground: oneOf(changeGrounds), reason: text, before: changedShape, wanted: changedShape, evidence: text, letterId: orNull(n), askedOn: day, cutOffOn: orNull(day),
  lateReason: orNull(text), unitId: n, personName: text, state: oneOf(['asked', 'accepted', 'refused', 'withdrawn']), decision: orNull(text), decisionReference: text, decidedOn: orNull(day), targetId: orNull(n),
});
const changed = ({ ladder, weight, name, value }: ChangeRequest['before']) => ({ ladder: ladder ?? null, weight: weight ?? null, name: name ?? null, value: value ?? null });
const changeOf = (one: ChangeRequest) => ({ ...one, before: changed(one.before), wanted: changed(one.wanted) });
const score = (sheet: Sheet | undefined, id: number) => digits(sheet && lineOf(sheet, id)?.explanation?.shown);

export const api: ModuleApi = {
  reads: [
    apiOfPage(boardPage, {
      summary: { th: 'ค่าเป้าหมายทุกตัวชี้วัดของปี และสิ่งที่ยังค้าง', en: 'Targets of every indicator of a year, and what is open' },
      answer: shape({ fiscalYear: orNull(n), items: list(shape({ id: n, key: text, name: text, ladder: orNull(ladderShape), weight: number, counting: oneOf(authorities), stages: list(shape({ stage: oneOf(stages), ladder: orNull(ladderShape), weight: number })), budgetBureau: orNull(ladderShape), open: list(text), belowLastYear: z.boolean() })), openQuestions: list(n) }),
      of: (board) => ({
        fiscalYear: board?.sheet.cycle.fiscalYear ?? null, openQuestions: (board?.questions ?? []).map(({ id }) => id),
        items: (board?.lines ?? []).map(({ indicator, counting, at, budget, open, lower }) => ({
          id: indicator.id, key: indicator.key, name: indicator.name, ladder: indicator.ladder, weight: digits(indicator.weight), counting, budgetBureau: budget?.ladder ?? null, open, belowLastYear: lower,
          stages: stages.flatMap((stage) => { const word = at[stage]; return word ? [{ stage, ladder: word.ladder, weight: digits(word.weight) }] : []; }),
        })),
      }),
    }),
    apiOfPage(storyPage, {
      summary: { th: 'ลำดับการพิจารณาค่าเป้าหมายของตัวชี้วัด พร้อมคะแนนตามแต่ละค่า', en: 'What was said of an indicator’s targets, with the score under each' },
      answer: shape({ id: n, key: text, name: text, state: oneOf(['draft', 'final', 'cancelled']), counting: oneOf(authorities), ladder: orNull(ladderShape), weight: number, score: number, open: list(text), words: list(wordShape),
        years: list(shape({ fiscalYear: n, key: text, name: text, ladder: orNull(ladderShape), value: number })) }),
      of: ({ indicator, counting, sheet, words, open, years }) => ({
        id: indicator.id, key: indicator.key, name: indicator.name, state: indicator.state, counting, ladder: indicator.ladder, weight: digits(indicator.weight), score: score(sheet, indicator.id), open,
        words: words.map((word) => ({ ...word, weight: digits(word.weight), score: score(word.sheet, indicator.id) })),
        years: years.map((year) => ({ ...year, value: digits(year.value) })),
      }),
    }),
    apiOfPage(questionsPage, {
      summary: { th: 'ประเด็นที่ยังไม่ยุติของปี', en: 'Questions of a year that were left open' },
      answer: shape({ items: list(questionShape) }),
      of: ({ questions }) => ({ items: questions.map(questionOf) }),
    }),
    apiOfPage(questionPage, {
      summary: { th: 'ประเด็นหนึ่งเรื่องพร้อมคำตอบของแต่ละฝ่าย', en: 'One question with its answers' },
      answer: questionShape,
      of: ({ question }) => questionOf(question),
    }),
    apiOfPage(changesPage, {
      summary: { th: 'คำขอเปลี่ยนแปลงและอุทธรณ์ของปี', en: 'Requests to change and appeals of a year' },
      answer: shape({ items: list(changeShape) }),
      of: ({ changes }) => ({ items: changes.map(changeOf) }),
    }),
    apiOfPage(changePage, {
      summary: { th: 'คำขอหนึ่งเรื่อง', en: 'One request' },
      answer: changeShape,
      of: ({ change }) => changeOf(change),
    }),
    apiOfPage(calendarPage, {
      summary: { th: 'ปฏิทินการประเมินของปี', en: 'The calendar of the evaluation of a year' },
      answer: shape({ items: list(shape({ id: n, kind: oneOf(dayKinds), month: orNull(n), title: text, beginsOn: orNull(day), endsOn: day, certainty: oneOf(['confirmed', 'to-confirm']), source: text, note: text })) }),
      of: ({ days }) => ({ items: days }),
    }),
  ],
  writes: {
    '/performance/:year/targets/:key/new': { th: 'เสนอหรือบันทึกค่าเป้าหมายและน้ำหนัก', en: 'Propose or record targets and a weight' },
    '/performance/:year/targets/:key/authority': { th: 'กำหนดหน่วยงานที่ใช้ค่าเป้าหมาย', en: 'Name the authority whose targets count' },
    '/performance/:year/targets/:key/years': { th: 'เชื่อมตัวชี้วัดกับปีก่อน', en: 'Link an indicator with the year before' },
    '/performance/:year/targets/:key/years/plan': { th: 'บันทึกแผนของตัวชี้วัดรายปี', en: 'Say what a year is for an indicator' },
    '/performance/:year/questions/new': { th: 'บันทึกประเด็นที่ยังไม่ยุติ', en: 'Write down an open question' },
    '/performance/:year/questions/:id/decide': { th: 'บันทึกข้อยุติของประเด็น', en: 'Record the decision of a question' },
    '/performance/:year/questions/:id/withdraw': { th: 'ถอนประเด็น', en: 'Withdraw a question' },
    '/performance/:year/changes/new': { th: 'ยื่นคำขอเปลี่ยนแปลงหรืออุทธรณ์', en: 'Ask for a change, or appeal' },
    '/performance/:year/changes/:id/decide': { th: 'บันทึกผลการพิจารณาคำขอ', en: 'Record the decision of a request' },
    '/performance/:year/changes/:id/withdraw': { th: 'ถอนคำขอ', en: 'Withdraw a request' },
    '/performance/:year/calendar/new': { th: 'เพิ่มวันในปฏิทินการประเมิน', en: 'Add a day to the calendar' },
    '/performance/:year/calendar/:id': { th: 'แก้ไขวันในปฏิทินการประเมิน', en: 'Change a day of the calendar' },
    '/performance/:year/calendar/:id/withdraw': { th: 'นำวันออกจากปฏิทินการประเมิน', en: 'Take a day out of the calendar' },
    '/performance/:year/calendar/copy': { th: 'คัดลอกปฏิทินจากปีก่อน', en: 'Copy the calendar of the year before' },
  },
  files: {
    '/performance/:year/targets.xlsx': { th: 'ค่าเป้าหมายทุกตัวชี้วัดเป็น Excel', en: 'Targets of every indicator as Excel' },
    '/performance/:year/calendar.ics': { th: 'ปฏิทินการประเมินเป็นไฟล์ปฏิทิน', en: 'The calendar of the evaluation as a calendar file' },
  },
  none: {
    'GET /performance/targets': 'the newest year’s board, which has its own address',
    'GET /performance/:year/targets/:key/new': 'a form: the targets themselves give every word',
    'GET /performance/:year/targets/:key/authority': 'a form: the targets themselves say whose count',
    'GET /performance/:year/targets/:key/years': 'a form: the targets themselves give the years',
    'GET /performance/:year/questions/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/:year/changes/new': 'an empty form: the call that asks says what it takes',
    'GET /performance/:year/calendar/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/:year/calendar/:id': 'the calendar itself gives every day',
  },
};
