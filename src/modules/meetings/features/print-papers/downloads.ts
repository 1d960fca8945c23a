// What is printed of a meeting before and while its minutes are written: agenda, sign-in sheet, draft minutes, and its
// entry for calendars.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { defineDownload } from '../../../../platform/http/define.ts';
import type { DownloadBody } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { PaperDocument } from '../../../../paper/index.ts';
import { bangkokInstant, localDate, localTime } from '../../../../thai/index.ts';
import { permissions } from '../../access.ts';
import { numberAgenda } from '../../domain/agenda-numbering.ts';
import { paperOfMinutes, signedLines } from '../../minutes-paper.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, numberText, placeText, referenceText, titleLines } from '../../shown.ts';
import { listAgendaItems, listPapers } from '../../store/agenda.ts';
import { listAttendance } from '../../store/attendance.ts';
import { listInvitations } from '../../store/invitations.ts';
import { findMeeting } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import { messages } from './messages.ts';

async function pdf(services: Services, document: PaperDocument, fileName: string): Promise<Result<DownloadBody>> {
  const rendered = await services.paper.renderPdf(document, { createdAt: services.clock.now() });
  if (!rendered.ok) return rendered;
  return ok({ body: rendered.value.pdf, contentType: 'application/pdf', fileName, disposition: 'inline' });
}

export const agendaPdf = defineDownload({
  path: '/meetings/:id/agenda.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    if (!meeting) return notFound();
    const papers = await listPapers(tx, params.id);
    const sections = numberAgenda(meeting.sections, await listAgendaItems(tx, params.id)).map((section) => ({
      label: `ระเบียบวาระที่ ${section.number}`,
      text: section.title,
      items: section.items.map(({ item, number }) => ({
        label: number ?? '-', text: [item.title, item.body].filter(Boolean).join(' '), ...(item.presenter ? { presenter: item.presenter } : {}),
        papers: papers.filter((paper) => paper.agendaItemId === item.id).map((paper) => paper.title),
      })),
    }));
    return pdf(services, { kind: 'agenda', titleLines: titleLines(meeting), sections }, `ระเบียบวาระ ${numberText(meeting).replace('/', '-')}.pdf`);
  },
});

export const signInPdf = defineDownload({
  path: '/meetings/:id/sign-in-sheet.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    if (!meeting) return notFound();
    const recorded = (await listAttendance(tx, params.id)).filter((row) => row.kind !== 'absent');
    const invited = (await listInvitations(tx, params.id)).filter((one) => one.reply !== 'not-coming');
    const people = recorded.length > 0
      ? recorded.map((row) => ({ name: row.name, position: [row.position, row.unit].filter(Boolean).join(' ') }))
      : invited.map((one) => ({ name: one.representativeName ?? (one.name || one.position), position: one.representativePosition ?? one.position }));
    return pdf(services, { kind: 'sign-in', titleLines: titleLines(meeting), people }, `ใบลงชื่อ ${numberText(meeting).replace('/', '-')}.pdf`);
  },
});

export const minutesPdf = defineDownload({
  path: '/meetings/:id/minutes.pdf',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const minutes = await minutesOf(tx, params.id);
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!version) return notFound(messages.words('noMinutes'));
    const notice = version.lockedAt === null ? messages.th.draft : undefined;
    const { number, year } = version.content.header;
    return pdf(services, paperOfMinutes(version.content, { lineNumbers: true, signed: signedLines(version), ...(notice ? { notice } : {}) }), `รายงานการประชุม ${number}-${year} ฉบับที่ ${version.number}.pdf`);
  },
});

export const calendarFile = defineDownload({
  path: '/meetings/:id/calendar.ics',
  permission: permissions.see,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await findMeeting(tx, params.id);
    if (!meeting) return notFound();
    const cancelled = meeting.state === 'cancelled';
    const day = localDate(meeting.heldOn);
    const calendar = ical({ name: meeting.committeeName, prodId: { company: 'Krom', product: 'Meetings', language: 'TH' }, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `meeting-${meeting.id}@krom`, sequence: meeting.calendarSequence, stamp: services.clock.now(),
      start: bangkokInstant(day, localTime(meeting.startsAt)), end: bangkokInstant(day, localTime(meeting.endsAt)),
      summary: `${meeting.title} ${referenceText(meeting)}`, location: placeText(meeting),
      description: [meeting.committeeName, meeting.link ?? '', meetingHref(meeting.id)].filter(Boolean).join('\n'),
      ...(meeting.link ? { url: meeting.link } : {}), status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    return ok({ body: calendar.toString(), contentType: 'text/calendar; charset=utf-8', fileName: `meeting-${meeting.id}.ics`, disposition: 'attachment' });
  },
});
