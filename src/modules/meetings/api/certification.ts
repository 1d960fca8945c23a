// Circulation, answers, corrections and certification, as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, list, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { certifyAnswerPage } from '../features/answer-minutes/page.tsx';
import { answerReceiptPage } from '../features/answer-minutes/receipt.tsx';
import { certifyInMeetingPage } from '../features/certify-in-meeting/page.tsx';
import { circulateMinutesPage } from '../features/circulate-minutes/page.tsx';
import { consultPage } from '../features/consult-officers/ask-page.tsx';
import { remarkPage } from '../features/consult-officers/remark-page.tsx';
import { decideSuggestionsPage } from '../features/decide-suggestions/page.tsx';
import { paperAnswerPage } from '../features/enter-paper-answer/page.tsx';
import { recallCirculationPage } from '../features/recall-circulation/page.tsx';
import { showCirculationPage } from '../features/show-circulation/page.tsx';
import { showDifferencePage } from '../features/show-difference/page.tsx';
import { answer, circulation, consultation, id, meeting, standing, suggestion, versionFacts } from './shapes.ts';

const text = z.string();
const run = shape({ kind: z.enum(['same', 'ins', 'del']), text });

export const certificationReads = [
  apiOfPage(circulateMinutesPage, {
    summary: { th: 'ตัวเลือกสำหรับเวียนรายงาน: ผู้รับ ผู้ลงนาม และวันครบกำหนด', en: 'Choices for circulating minutes: addressees, signers and the last day' },
    answer: shape({
      meeting, fromText: text, heads: list(shape({ positionId: id, label: text, title: text, unitId: id, unit: text })), standings: list(standing), signer: orNull(text), respondBy: day, workingDays: id, replaces: orNull(text),
    }),
    of: (data) => data,
  }),
  apiOfPage(showCirculationPage, {
    summary: { th: 'การเวียนรับรอง: ใครตอบแล้ว', en: 'The circulation: who has answered' },
    answer: shape({ meeting, circulation, answers: list(shape({ ...answer.shape, suggestions: id })), open: id, daysLeft: orNull(id), over: z.boolean() }),
    of: ({ answers, counts, ...data }) => ({ ...data, answers: answers.map((one) => ({ ...one, suggestions: counts.get(one.id) ?? 0 })) }),
  }),
  apiOfPage(recallCirculationPage, {
    summary: { th: 'การเวียนที่จะเรียกกลับ และมีผู้ตอบแล้วเท่าใด', en: 'A circulation to be recalled, and how many answered already' },
    answer: shape({ meeting, circulation, answered: id }),
    of: (data) => data,
  }),
  apiOfPage(paperAnswerPage, {
    summary: { th: 'คำตอบที่จะบันทึกจากกระดาษ', en: 'An answer to be entered from paper' },
    answer: shape({ meeting, circulation, answer, version: versionFacts, post: text }),
    of: (data) => data,
  }),
  apiOfPage(certifyAnswerPage, {
    summary: { th: 'คำตอบการรับรองของหน่วยงานฉัน พร้อมข้อแก้ไข', en: 'My unit’s answer on minutes, with its corrections' },
    answer: shape({
      meetingId: id,
      screen: orNull(shape({
        circulation, answer, version: versionFacts, suggestions: list(suggestion), offered: list(suggestion), consultations: list(consultation),
        draft: orNull(shape({ answer: orNull(z.enum(['certified', 'certified-with-corrections'])), remarks: text, savedName: text })), post: text, daysLeft: orNull(id), over: z.boolean(),
      })),
    }),
    of: (data) => data,
  }),
  apiOfPage(answerReceiptPage, {
    summary: { th: 'คำตอบที่ส่งแล้ว', en: 'An answer that was sent' },
    answer: shape({ meeting, circulation, answer, version: versionFacts, suggestions: list(suggestion) }),
    of: (data) => data,
  }),
  apiOfPage(consultPage, {
    summary: { th: 'เจ้าหน้าที่ที่ขอความเห็นได้ และที่ขอไปแล้ว', en: 'Officers who can be asked, and those who were' },
    answer: shape({ answer, people: list(shape({ id, name: text, positionTitle: orNull(text) })), asked: list(consultation) }),
    of: (data) => data,
  }),
  apiOfPage(remarkPage, {
    summary: { th: 'รายงานที่มีผู้ขอความเห็นจากฉัน', en: 'Minutes on which I was asked' },
    answer: shape({ meeting, asked: consultation, version: versionFacts, suggestions: list(suggestion) }),
    of: (data) => data,
  }),
  apiOfPage(decideSuggestionsPage, {
    summary: { th: 'ข้อแก้ไขที่รอตัดสิน', en: 'Corrections that wait for a decision' },
    answer: shape({ meeting, circulation, version: versionFacts, suggestions: list(shape({ ...suggestion.shape, conflicting: z.boolean() })), answers: list(answer) }),
    of: ({ suggestions, conflicting, ...data }) => ({ ...data, suggestions: suggestions.map((one) => ({ ...one, conflicting: conflicting.has(one.id) })) }),
  }),
  apiOfPage(showDifferencePage, {
    summary: { th: 'สิ่งที่ต่างจากรายงานฉบับก่อน', en: 'What differs from the version before' },
    answer: shape({
      meeting,
      difference: orNull(shape({
        before: versionFacts, after: versionFacts,
        blocks: list(shape({ lineId: text, status: z.enum(['same', 'changed', 'added', 'removed']), moved: z.boolean(), parts: list(shape({ ref: shape({ lineId: text, field: text }), runs: list(run), changed: z.boolean() })) })),
      })),
    }),
    of: ({ difference, all, ...data }) => ({ ...data, difference: difference && { ...difference, blocks: difference.blocks.filter((block) => all || block.status !== 'same' || block.moved) } }),
  }),
  apiOfPage(certifyInMeetingPage, {
    summary: { th: 'การประชุมที่รับรองรายงานนี้ได้', en: 'Meetings that can certify these minutes' },
    answer: shape({ meeting, later: list(shape({ id, number: id, yearBe: id, heldOn: day })), running: z.boolean() }),
    of: (data) => data,
  }),
] as const;

