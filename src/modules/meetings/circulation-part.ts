// The second half of a meeting's life, for module.ts: circulation, answers, decisions, certification.
import { circulationPermissions } from './circulation/access.ts';
import { certificationInbox } from './circulation/inbox.ts';
import { remindWaiting, settleCirculationJob } from './circulation/jobs.ts';
import { certificationMeasures } from './circulation/measures.ts';
import { storeCertifiedPdf, storeDifferencePdf, storeMinutesPdf } from './circulation/paper-jobs.ts';
import { certifiedMinutes } from './circulation/public-document.ts';
import { answerMinutesAction, saveAnswerDraftAction } from './features/answer-minutes/action.ts';
import { certifyAnswerPage, certifyPage } from './features/answer-minutes/page.tsx';
import { answerReceiptPage } from './features/answer-minutes/receipt.tsx';
import { suggestAction, takeOverSuggestionAction, withdrawSuggestionAction } from './features/answer-minutes/suggestion-actions.ts';
import { certifyInMeetingAction } from './features/certify-in-meeting/action.ts';
import { certifyInMeetingPage } from './features/certify-in-meeting/page.tsx';
import { circulateMinutesAction } from './features/circulate-minutes/action.ts';
import { circulateMinutesPage, previewCircularApi } from './features/circulate-minutes/page.tsx';
import { consultAction, takeRemarkAction, withdrawConsultationAction } from './features/consult-officers/ask-actions.ts';
import { consultPage } from './features/consult-officers/ask-page.tsx';
import { officerSuggestAction, officerWithdrawAction, remarkAction } from './features/consult-officers/remark-actions.ts';
import { remarkPage } from './features/consult-officers/remark-page.tsx';
import { decideSuggestionsAction } from './features/decide-suggestions/action.ts';
import { decideSuggestionsPage } from './features/decide-suggestions/page.tsx';
import { paperAnswerAction } from './features/enter-paper-answer/action.ts';
import { paperAnswerPage } from './features/enter-paper-answer/page.tsx';
import { certifiedPdf, differencePdf, filledReplyPdf, replyFormPdf, versionPdf } from './features/print-certification/downloads.ts';
import { recallCirculationAction } from './features/recall-circulation/action.ts';
import { recallCirculationPage } from './features/recall-circulation/page.tsx';
import { circulationCsv, remindAction, showCirculationPage } from './features/show-circulation/page.tsx';
import { showDifferencePage } from './features/show-difference/page.tsx';

export const circulationPart = {
  permissions: circulationPermissions,
  routes: [
    circulateMinutesPage, circulateMinutesAction, previewCircularApi, showCirculationPage, remindAction, circulationCsv,
    recallCirculationPage, recallCirculationAction, paperAnswerPage, paperAnswerAction,
    certifyPage, certifyAnswerPage, answerMinutesAction, saveAnswerDraftAction, answerReceiptPage,
    suggestAction, withdrawSuggestionAction, takeOverSuggestionAction,
    consultPage, consultAction, withdrawConsultationAction, takeRemarkAction, remarkPage, remarkAction, officerSuggestAction, officerWithdrawAction,
    decideSuggestionsPage, decideSuggestionsAction, showDifferencePage, certifyInMeetingPage, certifyInMeetingAction,
    versionPdf, replyFormPdf, filledReplyPdf, differencePdf, certifiedPdf,
  ],
  jobs: [settleCirculationJob, remindWaiting, storeMinutesPdf, storeCertifiedPdf, storeDifferencePdf],
  inbox: [certificationInbox],
  measures: certificationMeasures,
  publicDocuments: [certifiedMinutes],
} as const;
