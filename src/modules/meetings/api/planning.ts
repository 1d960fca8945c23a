// From planning to signed minutes, as programs read it.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { meetingSteps } from '../domain/meeting-state.ts';
import { checkMinutesPage } from '../features/check-minutes/page.tsx';
import { editAgendaPage } from '../features/edit-agenda/page.tsx';
import { editGuestsPage } from '../features/edit-guests/page.tsx';
import { editItemPage } from '../features/edit-minutes/page.tsx';
import { listMeetingsPage } from '../features/list-meetings/page.tsx';
import { carryPointPage, openPointsPage } from '../features/open-points/page.tsx';
import { planMeetingPage } from '../features/plan-meeting/page.tsx';
import { readMinutesPage } from '../features/read-minutes/page.tsx';
import { recordAttendancePage } from '../features/record-attendance/page.tsx';
import { replyInvitationPage } from '../features/reply-invitation/page.tsx';
import { sendInvitationPage } from '../features/send-invitation/page.tsx';
import { showMeetingPage } from '../features/show-meeting/page.tsx';
import { signMinutesPage } from '../features/sign-minutes/page.tsx';
import { agendaItemSchema } from '../domain/minutes-document.ts';
import { agendaItem, answer, attendance, circulation, finding, id, invitation, meeting, minutes, openPoint, paper, resolution, standing, task, version, versionFacts } from './shapes.ts';

const text = z.string();
const committee = shape({ id, name: text, shortName: text });

export const planningReads = [
  apiOfPage(listMeetingsPage, {
    summary: { th: 'การประชุม', en: 'Meetings' },
    answer: shape({ items: list(meeting), next, committees: list(committee), years: list(id) }),
    of: ({ rows, more, committees, years }, api) => {
      const last = rows.at(-1);
      return { items: rows, next: api.next(more && last ? { after: `${last.heldOn}.${last.id}` } : undefined), committees, years };
    },
  }),
  apiOfPage(showMeetingPage, {
    summary: { th: 'การประชุมหนึ่งครั้ง: วาระ ผู้เข้าประชุม มติ งาน และการรับรองรายงาน', en: 'One meeting: agenda, attendance, resolutions, tasks and certification' },
    answer: shape({
      meeting, agenda: list(agendaItem), papers: list(paper), invitations: list(invitation), attendance: list(attendance), minutes: orNull(minutes), version: orNull(versionFacts),
      resolutions: list(resolution), tasks: list(task), openPoints: list(openPoint), steps: list(oneOf(meetingSteps)).describe('Steps that I can take now.'), next: orNull(oneOf(meetingSteps)).describe('The usual next step.'),
      circulation: orNull(circulation), answers: list(answer),
    }),
    of: (data) => ({ ...data, agenda: data.items, circulation: data.circulation?.circulation, answers: data.circulation?.answers ?? [] }),
  }),
  apiOfPage(planMeetingPage, {
    summary: { th: 'คณะที่ฉันนัดประชุมให้ได้', en: 'Committees for which I can plan a meeting' },
    answer: shape({ committees: list(committee) }),
    of: (data) => data,
  }),
  apiOfPage(editAgendaPage, {
    summary: { th: 'ระเบียบวาระและเอกสารประกอบที่แก้ไขได้', en: 'The agenda and papers that can be changed' },
    answer: shape({ meeting, items: list(agendaItem), papers: list(paper) }),
    of: (data) => data,
  }),
  apiOfPage(editGuestsPage, {
    summary: { th: 'ผู้ที่เชิญ และบุคคลที่ค้นพบเพื่อเชิญเพิ่ม', en: 'Who is invited, and people found to be invited' },
    answer: shape({ meeting, invitations: list(invitation), found: list(shape({ id, name: text })) }),
    of: (data) => data,
  }),
  apiOfPage(sendInvitationPage, {
    summary: { th: 'ผู้ที่ยังไม่ได้รับหนังสือเชิญ และตำแหน่งที่ฉันลงนามได้', en: 'Who has no invitation yet, and in which post I can sign' },
    answer: shape({ meeting, guests: list(invitation), standings: list(standing), hasAgenda: z.boolean() }),
    of: (data) => data,
  }),
  apiOfPage(replyInvitationPage, {
    summary: { th: 'คำเชิญหนึ่งรายการที่ฉันตอบได้', en: 'One invitation that I can answer' },
    answer: shape({ meeting, invitation, forSecretary: z.boolean() }),
    of: (data) => data,
  }),
  apiOfPage(recordAttendancePage, {
    summary: { th: 'ผู้เข้าประชุมตามที่บันทึกหรือคาดไว้', en: 'Attendance as recorded or expected' },
    answer: shape({
      meeting,
      seats: list(shape({ partyId: id, positionId: orNull(id), personId: orNull(id), name: text, position: text, unit: text, role: text })),
      members: list(shape({ party: id, how: text, name: orNull(text), position: orNull(text), reason: orNull(text) })),
      participants: list(shape({ name: text, position: orNull(text), unit: orNull(text) })),
    }),
    of: (data) => data,
  }),
  apiOfPage(readMinutesPage, {
    summary: { th: 'รายงานการประชุมฉบับล่าสุดทั้งฉบับ', en: 'The whole of the latest minutes' },
    answer: shape({ meeting, minutes, version }),
    of: (data) => data,
  }),
  apiOfPage(editItemPage, {
    summary: { th: 'เรื่องหนึ่งในรายงานที่กำลังเขียน', en: 'One item of minutes being written' },
    answer: shape({ meeting, version: versionFacts, item: agendaItemSchema, title: text, next: orNull(text).describe('Id of the following item.') }),
    of: (data) => data,
  }),
  apiOfPage(checkMinutesPage, {
    summary: { th: 'สิ่งที่ตัวตรวจรายงานพบ', en: 'What the checker of minutes finds' },
    answer: shape({ meeting, version: versionFacts, items: list(finding), next, open: z.boolean() }),
    of: ({ findings, only, ...data }) => ({ ...data, items: findings.filter((one) => !only || one.severity === only).map((one) => ({ ...one, key: one.messageKey, fix: one.fix ?? null })), next: null }),
  }),
  apiOfPage(signMinutesPage, {
    summary: { th: 'ใครต้องลงนามรายงานถัดไป และฉันลงนามได้ในตำแหน่งใด', en: 'Whose signature is due on the minutes, and in which post I can give it' },
    answer: shape({
      meeting, minutes, version: versionFacts, due: orNull(z.enum(['drafter', 'checker'])), mine: z.boolean(), mayUndo: z.boolean(), standings: list(standing),
      names: shape({ drafter: text, checker: text }), contradictions: id,
    }),
    of: (data) => data,
  }),
  apiOfPage(openPointsPage, {
    summary: { th: 'เรื่องที่ยังไม่มีข้อยุติ', en: 'Open points' },
    answer: shape({ items: list(openPoint), next }),
    of: ({ points, more }, api) => {
      const last = points.at(-1);
      return { items: points, next: api.next(more && last ? { after: `${last.raisedOn}.${last.id}` } : undefined) };
    },
  }),
  apiOfPage(carryPointPage, {
    summary: { th: 'เรื่องค้างหนึ่งเรื่อง และการประชุมที่นำเข้าวาระได้', en: 'One open point, and meetings to carry it to' },
    answer: shape({ point: openPoint, meetings: list(shape({ id, committeeName: text, number: id, yearBe: id, heldOn: day })) }),
    of: (data) => data,
  }),
] as const;
