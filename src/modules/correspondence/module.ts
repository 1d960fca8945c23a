import type { KromModule } from '../../platform/module.ts';
import { onHandOver } from '../organisation/index.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { letterSearch } from './announce.ts';
import { demo } from './demo/load.ts';
import { letterEvidence } from './evidence.ts';
import { discardDraftAction, editDraftAction, issueDraftAction, issueOnPaperAction, newDraftAction, submitDraftAction } from './features/compose-circular/actions.ts';
import { checkDraftPage, draftPdf } from './features/compose-circular/check-page.tsx';
import { editDraftPage, newDraftPage } from './features/compose-circular/page.tsx';
import { previewDraft } from './features/compose-circular/preview.tsx';
import { editGroupAction, newGroupAction } from './features/keep-groups/actions.ts';
import { editGroupPage, listGroupsPage, newGroupPage } from './features/keep-groups/page.tsx';
import { listReceivedPage } from './features/list-received/page.tsx';
import { listSentPage } from './features/list-sent/page.tsx';
import { acknowledgeAction, passOnAction } from './features/read-letter/actions.ts';
import { letterEnclosure, letterFile } from './features/read-letter/downloads.ts';
import { readLetterPage } from './features/read-letter/page.tsx';
import { registerCsv, registerPage, registerPrintPage } from './features/read-register/page.tsx';
import { correctAction, recallAction, voidAction } from './features/recall-letter/actions.ts';
import { recallPage } from './features/recall-letter/page.tsx';
import { circularSeriesAction, startSeriesAction } from './features/set-series/actions.ts';
import { seriesPage, unitSeriesPage } from './features/set-series/page.tsx';
import { receiptsCsv, receiptsPage } from './features/show-receipts/page.tsx';
import { draftsHandOver } from './hand-over.ts';
import { letterInbox } from './inbox.tsx';
import { announceLetter, storeLetterFile } from './jobs.ts';
import { measures } from './measures.ts';
import { messages } from './messages.ts';
import { letterNews } from './news.ts';
import { numberMessages } from './number-messages.ts';
import { numberRoutes } from './number-routes.ts';
import { permissions } from './permissions.ts';
import { publicLetters } from './public-documents.ts';
import { expireNumbers } from './reserve.ts';
import { longestReservationDays, reservationDays } from './settings-numbers.ts';
import { personalData } from './store/personal-data.ts';

onHandOver(draftsHandOver);

/** Correspondence, its core: registers and number series, circulars with receipts, recall and correction. */
export const correspondenceModule: KromModule = {
  name: 'correspondence',
  title: messages.words('module'),
  acts,
  api,
  permissions,
  routes: [
    listReceivedPage, readLetterPage, acknowledgeAction, passOnAction, letterFile, letterEnclosure,
    receiptsPage, receiptsCsv, recallPage, recallAction, correctAction, voidAction,
    listSentPage, newDraftPage, newDraftAction, editDraftPage, editDraftAction, previewDraft, checkDraftPage, draftPdf,
    submitDraftAction, discardDraftAction, issueDraftAction, issueOnPaperAction,
    registerPage, registerPrintPage, registerCsv,
    listGroupsPage, newGroupPage, newGroupAction, editGroupPage, editGroupAction,
    seriesPage, unitSeriesPage, circularSeriesAction, startSeriesAction,
    ...numberRoutes,
  ],
  nav: [
    { group: 'letters', order: 10, label: messages.words('circulars'), href: '/circulars', permission: 'correspondence.read' },
    { group: 'letters', order: 20, label: messages.words('sentLetters'), href: '/sent-letters', permission: 'correspondence.read-register' },
    { group: 'letters', order: 30, label: messages.words('register'), href: '/register', permission: 'correspondence.read-register' },
    { group: 'letters', order: 31, label: numberMessages.words('title'), href: '/reserved-numbers', permission: 'correspondence.reserve' },
    { group: 'letters', order: 32, label: numberMessages.words('enterTitle'), href: '/register/enter', permission: 'correspondence.reserve' },
    { group: 'letters', order: 33, label: numberMessages.words('voids'), href: '/void-numbers', permission: 'correspondence.read-register' },
    { group: 'letters', order: 40, label: messages.words('groups'), href: '/recipient-groups', permission: 'correspondence.keep-groups' },
    { group: 'letters', order: 50, label: messages.words('series'), href: '/number-series', permission: 'correspondence.set-series' },
  ],
  jobs: [storeLetterFile, announceLetter, expireNumbers],
  measures,
  settings: [reservationDays, longestReservationDays],
  news: [letterNews],
  recordPages: { 'correspondence.letter': '/letters/:id' },
  inbox: [letterInbox],
  search: [letterSearch],
  personalData,
  evidence: [letterEvidence],
  publicDocuments: [publicLetters],
  demo,
};
