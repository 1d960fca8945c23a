// Routes of the first half of a meeting's life: from the plan to the signed minutes.
import { attachPapersAction, addAgendaItemAction, chooseSectionsAction, editAgendaItemAction, moveAgendaItemAction, removeAgendaItemAction, removePaperAction } from './features/edit-agenda/action.ts';
import { editAgendaPage } from './features/edit-agenda/page.tsx';
import { addGuestsAction, refreshGuestsAction, removeGuestAction } from './features/edit-guests/action.ts';
import { editGuestsPage } from './features/edit-guests/page.tsx';
import { cancelMeetingAction, editMeetingAction, postponeMeetingAction } from './features/edit-meeting/action.ts';
import { cancelMeetingPage, editMeetingPage, postponeMeetingPage } from './features/edit-meeting/page.tsx';
import { editItemAction } from './features/edit-minutes/action.ts';
import { askPreview } from './features/edit-minutes/ask.tsx';
import { beginMinutesAction, editMinutesPage } from './features/edit-minutes/overview.tsx';
import { editItemPage } from './features/edit-minutes/page.tsx';
import { repairAction } from './features/check-minutes/action.ts';
import { checkMinutesPage } from './features/check-minutes/page.tsx';
import { listMeetingsPage } from './features/list-meetings/page.tsx';
import { carryPointAction, closePointAction } from './features/open-points/action.ts';
import { carryPointPage, closePointPage, openPointsPage } from './features/open-points/page.tsx';
import { planMeetingAction } from './features/plan-meeting/action.ts';
import { planMeetingPage } from './features/plan-meeting/page.tsx';
import { agendaPdf, calendarFile, minutesPdf, signInPdf } from './features/print-papers/downloads.ts';
import { readMinutesPage } from './features/read-minutes/page.tsx';
import { recordAttendanceAction } from './features/record-attendance/action.ts';
import { askQuorum } from './features/record-attendance/ask.tsx';
import { recordAttendancePage } from './features/record-attendance/page.tsx';
import { replyInvitationAction } from './features/reply-invitation/action.ts';
import { replyInvitationPage } from './features/reply-invitation/page.tsx';
import { sendInvitationAction } from './features/send-invitation/action.ts';
import { sendInvitationPage } from './features/send-invitation/page.tsx';
import { showMeetingPage } from './features/show-meeting/page.tsx';
import { signMinutesAction, undoSignatureAction } from './features/sign-minutes/action.ts';
import { signMinutesPage } from './features/sign-minutes/page.tsx';

export const planningRoutes = [
  listMeetingsPage, planMeetingPage, planMeetingAction, showMeetingPage,
  editMeetingPage, editMeetingAction, postponeMeetingPage, postponeMeetingAction, cancelMeetingPage, cancelMeetingAction,
  editAgendaPage, chooseSectionsAction, addAgendaItemAction, editAgendaItemAction, moveAgendaItemAction, removeAgendaItemAction, attachPapersAction, removePaperAction,
  editGuestsPage, addGuestsAction, removeGuestAction, refreshGuestsAction, sendInvitationPage, sendInvitationAction, replyInvitationPage, replyInvitationAction,
  recordAttendancePage, recordAttendanceAction, askQuorum,
  editMinutesPage, beginMinutesAction, editItemPage, editItemAction, askPreview, checkMinutesPage, repairAction, readMinutesPage, signMinutesPage, signMinutesAction, undoSignatureAction,
  openPointsPage, carryPointPage, carryPointAction, closePointPage, closePointAction,
  agendaPdf, signInPdf, minutesPdf, calendarFile,
] as const;
