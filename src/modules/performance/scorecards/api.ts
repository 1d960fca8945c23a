import { z } from 'zod';
import { apiOfPage, type ModuleApi } from '../../../platform/http/api-contract.ts';
import { list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { scaledText } from '../domain/numbers.ts';
import { cardPage } from './features/show-scorecard/page.tsx';
import { listPage } from './features/list-scorecards/page.tsx';
import { cascadePage } from './features/show-cascade/feature.tsx';
import { agreementPage } from './features/sign-agreement/feature.tsx';
import { readersPage } from './features/take-note/feature.tsx';
import { piecesPage } from './features/keep-masterpieces/feature.tsx';
import { cardStates, type CardView } from './load.ts';
import { signingRoles } from './store/agreements.ts';

const n = z.int();
const number = (value: bigint | undefined) => (value === undefined ? null : scaledText(value));
const cardShape = shape({ id: n, unitId: n, year: n, state: oneOf(cardStates), score: orNull(z.string()), least: z.string(), most: z.string(), missing: n, read: n, readers: n });
const cardOf = ({ card, state, score: { total, lines }, readers }: CardView) => ({
  id: card.id, unitId: card.unitId, year: card.fiscalYear, state, score: lines.length === 0 ? null : number(total.shown), least: scaledText(total.least), most: scaledText(total.most), missing: total.missing.length,
  read: readers.filter(({ readAt }) => readAt !== null).length, readers: readers.length,
});

export const api: ModuleApi = {
  reads: [
    apiOfPage(listPage, { summary: { th: 'ตัวชี้วัดระดับสำนักของปี', en: 'Scorecards of a year' }, answer: shape({ items: list(cardShape) }), of: ({ shown }) => ({ items: shown.map(cardOf) }) }),
    apiOfPage(cardPage, {
      summary: { th: 'ตัวชี้วัดของหน่วยงานหนึ่ง พร้อมผลและระดับ', en: 'One scorecard with results and levels' },
      answer: shape({ card: cardShape, month: n, items: list(shape({ id: n, title: z.string(), kind: oneOf(['cascaded', 'own', 'added']), indicatorKey: orNull(z.string()), contribution: orNull(z.string()), weight: z.string(), levels: list(z.string()), value: orNull(z.string()), level: orNull(z.string()), cannot: orNull(z.string()) })) }),
      of: (view) => ({
        card: cardOf(view), month: view.month,
        items: view.score.lines.map(({ line, result, explanation }) => ({
          id: line.id, title: line.title, kind: line.kind, indicatorKey: line.indicatorKey, contribution: number(line.contribution ?? undefined), weight: scaledText(line.weight), levels: [...line.ladder.values],
          value: number(result?.value ?? undefined), level: number(explanation?.shown), cannot: line.cannotReason,
        })),
      }),
    }),
    apiOfPage(cascadePage, {
      summary: { th: 'ตัวชี้วัดของกรมที่ถ่ายทอดสู่สำนัก', en: 'Indicators of the department as bureaus carry them' },
      answer: shape({ items: list(shape({ key: z.string(), rule: oneOf(['own', 'contribution', 'lowest']), contributions: z.string(), parts: list(shape({ unitId: n, lineId: n, contribution: z.string(), level: orNull(z.string()) })) })) }),
      of: ({ lines }) => ({
        items: lines.map(({ indicator, rule, sum, parts }) => ({
          key: indicator.key, rule, contributions: scaledText(sum), parts: parts.map(({ view, scored }) => ({ unitId: view.card.unitId, lineId: scored.line.id, contribution: scaledText(scored.line.contribution ?? 0n), level: number(scored.explanation?.shown) })),
        })),
      }),
    }),
    apiOfPage(agreementPage, {
      summary: { th: 'คำรับรองของหน่วยงาน ทุกฉบับ', en: 'Every version of a unit’s agreement' },
      answer: shape({ items: list(shape({ version: n, state: oneOf(['proposed', 'head-signed', 'signed', 'returned']), contentHash: z.string(), signed: list(oneOf(signingRoles)) })) }),
      of: ({ view }) => ({ items: view.agreements.map(({ version, state, contentHash, signatures }) => ({ version, state, contentHash, signed: signatures.map(({ role }) => role) })) }),
    }),
    apiOfPage(readersPage, {
      summary: { th: 'ผู้รับทราบคำรับรอง', en: 'Who has taken note of the agreement' },
      answer: shape({ items: list(shape({ personId: n, unitId: n, read: z.boolean() })) }),
      of: ({ view }) => ({ items: view.readers.map(({ personId, unitId, readAt }) => ({ personId, unitId, read: readAt !== null })) }),
    }),
    apiOfPage(piecesPage, {
      summary: { th: 'ผลงานเด่นของหน่วยงาน', en: 'Masterpieces of a unit' },
      answer: shape({ items: list(shape({ id: n, title: z.string(), story: z.string(), clip: z.string(), picture: z.string(), area: z.string() })) }),
      of: ({ pieces }) => ({ items: pieces.map(({ id, title, story, clipHref, pictureHref, area }) => ({ id, title, story, clip: clipHref, picture: pictureHref, area })) }),
    }),
  ],
  writes: {
    '/performance/scorecards/new': { th: 'เริ่มจัดทำตัวชี้วัดระดับสำนัก', en: 'Begin a scorecard' },
    '/performance/scorecards/:id/settings': { th: 'แก้น้ำหนักรวมและผู้ลงนาม', en: 'Change the sum of weights and the signer' },
    '/performance/scorecards/:id/lines/new': { th: 'เพิ่มรายการ', en: 'Add a line' },
    '/performance/scorecards/:id/lines/:line': { th: 'แก้ไขรายการ', en: 'Change a line' },
    '/performance/scorecards/:id/lines/:line/remove': { th: 'นำรายการออก', en: 'Take a line out' },
    '/performance/scorecards/:id/lines/:line/result': { th: 'รายงานผลของรายการ', en: 'Report a result of a line' },
    '/performance/scorecards/:id/lines/:line/cannot': { th: 'แจ้งว่ารายการดำเนินการไม่ได้', en: 'Say that a line cannot be done' },
    '/performance/scorecards/:id/agreement/propose': { th: 'เสนอคำรับรอง', en: 'Propose the agreement' },
    '/performance/scorecards/:id/agreement/sign': { th: 'ลงนามคำรับรอง', en: 'Sign the agreement' },
    '/performance/scorecards/:id/agreement/return': { th: 'ส่งคืนคำรับรอง', en: 'Send the agreement back' },
    '/performance/scorecards/:id/readers/note': { th: 'รับทราบคำรับรอง', en: 'Take note of the agreement' },
    '/performance/scorecards/:id/readers/remind': { th: 'แจ้งเตือนผู้ที่ยังไม่รับทราบ', en: 'Remind those who have not taken note' },
    '/performance/scorecards/:id/masterpieces': { th: 'เพิ่มผลงานเด่น', en: 'Add a masterpiece' },
    '/performance/scorecards/:id/masterpieces/:piece/remove': { th: 'นำผลงานเด่นออก', en: 'Take a masterpiece out' },
    '/performance/scorecards/cascade/:indicator': { th: 'กำหนดกฎการรวมของตัวชี้วัด', en: 'Set the rule of an indicator’s cascade' },
  },
  files: {
    '/performance/scorecards/units.xlsx': { th: 'ตัวชี้วัดระดับสำนักเป็น Excel', en: 'Scorecards as Excel' },
    '/performance/scorecards/units.csv': { th: 'ตัวชี้วัดระดับสำนักเป็น CSV', en: 'Scorecards as CSV' },
    '/performance/scorecards/:id/agreement.pdf': { th: 'คำรับรองเป็น PDF', en: 'The agreement as PDF' },
    '/performance/scorecards/:id/masterpieces.pdf': { th: 'ผลงานเด่นเป็น PDF', en: 'Masterpieces as PDF' },
  },
  none: {
    'GET /performance/scorecards/new': 'an empty form: the call that begins says what it takes',
    'GET /performance/scorecards/:id/settings': 'the scorecard itself gives what stands there',
    'GET /performance/scorecards/:id/lines/new': 'an empty form: the call that adds says what it takes',
    'GET /performance/scorecards/:id/lines/:line': 'the scorecard gives every line',
    'GET /performance/scorecards/:id/lines/:line/result': 'the scorecard gives every line with its counting result',
  },
};
