import type { KromModule } from '../../platform/module.ts';
import { onHandOver, onOrders } from '../organisation/index.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { letterSearch } from './announce.ts';
import { demo } from './demo/load.ts';
import { letterEvidence, registerEvidence } from './evidence.ts';
import { discardDraftAction, editDraftAction, issueDraftAction, issueOnPaperAction, newDraftAction, submitDraftAction, takeOverDraftAction } from './features/compose-letter/actions.ts';
import { exportRegister } from './registers/export-register-job.ts';
import { checkDraftPage, draftPdf } from './features/compose-letter/check-page.tsx';
import { editDraftPage, newDraftPage } from './features/compose-letter/page.tsx';
import { previewDraft } from './features/compose-letter/preview.tsx';
import { commentDraftAction, lookedAtAction, resolveCommentAction, restoreVersionAction, shareDraftAction } from './features/draft-together/actions.ts';
import { togetherPage } from './features/draft-together/page.tsx';
import { retireTemplateAction, saveTemplateAction } from './features/keep-templates/actions.ts';
import { listTemplatesPage } from './features/keep-templates/page.tsx';
import { editGroupAction, newGroupAction } from './features/keep-groups/actions.ts';
import { editGroupPage, groupsCsv, listGroupsPage, newGroupPage } from './features/keep-groups/page.tsx';
import { importWordAction } from './features/import-word/action.ts';
import { draftWord, letterWord } from './features/import-word/downloads.ts';
import { importWordPage } from './features/import-word/page.tsx';
import { editMisspellingAction, newMisspellingAction } from './features/keep-misspellings/actions.ts';
import { editMisspellingPage, misspellingsCsv, misspellingsPage } from './features/keep-misspellings/page.tsx';
import { editSalutationAction, newSalutationAction } from './features/keep-salutations/actions.ts';
import { editSalutationPage, newSalutationPage, salutationsCsv, salutationsPage } from './features/keep-salutations/page.tsx';
import { repairDraftAction } from './features/lint-letter/actions.ts';
import { askLint } from './features/lint-letter/ask.tsx';
import { listDraftsPage } from './features/list-drafts/page.tsx';
import { listReceivedPage } from './features/list-received/page.tsx';
import { listSentPage } from './features/list-sent/page.tsx';
import { acknowledgeAction, passOnAction } from './features/read-letter/actions.ts';
import { letterEnclosure, letterFile, letterUnsignedFile } from './features/read-letter/downloads.ts';
import { readLetterPage } from './features/read-letter/page.tsx';
import { registerCsv, registerExcel, registerPdf } from './features/read-register/downloads.ts';
import { registerPage, registerPrintPage } from './features/read-register/page.tsx';
import { correctAction, recallAction, voidAction } from './features/recall-letter/actions.ts';
import { recallPage } from './features/recall-letter/page.tsx';
import { relatedLettersPage } from './features/related-letters/page.tsx';
import { searchLettersCsv, searchLettersPage } from './features/search-letters/page.tsx';
import { signLetterAction } from './features/sign-letter/action.ts';
import { signLetterPage } from './features/sign-letter/page.tsx';
import { circularSeriesAction, startSeriesAction } from './features/set-series/actions.ts';
import { seriesPage, unitSeriesPage } from './features/set-series/page.tsx';
import { remindUnreadAction } from './features/show-receipts/action.ts';
import { receiptsCsv, receiptsPage } from './features/show-receipts/page.tsx';
import { draftsHandOver } from './hand-over.ts';
import { letterInbox } from './inbox.tsx';
import { announceLetter, storeLetterFile } from './jobs.ts';
import { measures } from './measures.ts';
import { messages } from './messages.ts';
import { draftNews, letterNews } from './news.ts';
import { numberMessages } from './registers/messages.ts';
import { numberRoutes } from './registers/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { ordersToOpen } from './orders/views.tsx';
import { permissions } from './permissions.ts';
import { parkLettersJob } from './received/parking.ts';
import { publicLetters } from './public-documents.ts';
import { followUpJob } from './received/follow-up.ts';
import { readEnclosuresJob, readOldEnclosuresJob } from './read-enclosures-job.ts';
import { readFilesJob } from './received/read-files-job.ts';
import { receivedInbox } from './received/inbox.tsx';
import { hoursToOrder } from './received/measures.ts';
import { messages as received } from './received/messages.ts';
import { receivedNews } from './received/news.ts';
import { receivedRoutes } from './received/routes.ts';
import { receivedSearch } from './received/search.ts';
import { receivedSettings } from './received/settings.ts';
import { carriedSearch, indexOldRows } from './registers/register-import.ts';
import { expireNumbers } from './registers/reserve.ts';
import { registerImportRetention, stagedRegisterDays } from './registers/retention.ts';
import { longestReservationDays, reservationDays } from './registers/settings.ts';
import { personalData } from './store/personal-data.ts';

onHandOver(draftsHandOver);
onOrders(ordersToOpen);

/** Correspondence, its core: registers and number series, circulars with receipts, recall and correction. */
export const correspondenceModule: KromModule = {
  name: 'correspondence',
  title: messages.words('module'),
  acts,
  api,
  permissions,
  routes: [
    listReceivedPage, readLetterPage, acknowledgeAction, passOnAction, letterFile, letterUnsignedFile, letterEnclosure, signLetterPage, signLetterAction,
    receiptsPage, remindUnreadAction, receiptsCsv, recallPage, recallAction, correctAction, voidAction,
    listSentPage, newDraftPage, newDraftAction, editDraftPage, editDraftAction, previewDraft, checkDraftPage, draftPdf,
    listDraftsPage, togetherPage, shareDraftAction, lookedAtAction, commentDraftAction, resolveCommentAction, restoreVersionAction,
    listTemplatesPage, saveTemplateAction, retireTemplateAction,
    submitDraftAction, takeOverDraftAction, discardDraftAction, issueDraftAction, issueOnPaperAction,
    registerPage, registerPrintPage, registerCsv, registerExcel, registerPdf,
    listGroupsPage, groupsCsv, newGroupPage, newGroupAction, editGroupPage, editGroupAction,
    seriesPage, unitSeriesPage, circularSeriesAction, startSeriesAction,
    searchLettersPage, searchLettersCsv, relatedLettersPage,
    askLint, repairDraftAction, importWordPage, importWordAction, draftWord, letterWord,
    salutationsPage, salutationsCsv, newSalutationPage, newSalutationAction, editSalutationPage, editSalutationAction,
    misspellingsPage, misspellingsCsv, newMisspellingAction, editMisspellingPage, editMisspellingAction,
    ...receivedRoutes,
    ...numberRoutes,
    ...orderRoutes,
  ],
  nav: [
    { group: 'letters', order: 5, label: received.words('incoming'), href: '/incoming', permission: 'correspondence.read-incoming' },
    { group: 'letters', order: 29, label: received.words('incomingRegister'), href: '/incoming/register', permission: 'correspondence.receive-letters' },
    { group: 'letters', order: 10, label: messages.words('circulars'), href: '/circulars', permission: 'correspondence.read' },
    { group: 'letters', order: 15, label: messages.words('searchLetters'), href: '/find-letters', permission: 'correspondence.read' },
    { group: 'letters', order: 20, label: messages.words('sentLetters'), href: '/sent-letters', permission: 'correspondence.read-register' },
    { group: 'letters', order: 30, label: messages.words('register'), href: '/register', permission: 'correspondence.read-register' },
    { group: 'letters', order: 31, label: numberMessages.words('title'), href: '/reserved-numbers', permission: 'correspondence.reserve' },
    { group: 'letters', order: 40, label: messages.words('groups'), href: '/recipient-groups', permission: 'correspondence.keep-groups' },
    { group: 'letters', order: 50, label: messages.words('series'), href: '/number-series', permission: 'correspondence.set-series' },
    { group: 'letters', order: 60, label: messages.words('salutations'), href: '/salutations', permission: 'correspondence.set-words' },
    { group: 'letters', order: 61, label: messages.words('misspellings'), href: '/misspellings', permission: 'correspondence.set-words' },
  ],
  jobs: [storeLetterFile, announceLetter, followUpJob, readFilesJob, readEnclosuresJob, readOldEnclosuresJob, parkLettersJob, expireNumbers, exportRegister, indexOldRows],
  recurring: [{ job: parkLettersJob, when: { dailyAt: '07:00' } }, { job: readOldEnclosuresJob, when: { dailyAt: '02:20' } }],
  settings: [...receivedSettings, reservationDays, longestReservationDays, stagedRegisterDays],
  retention: [registerImportRetention],
  measures: [...measures, hoursToOrder],
  news: [letterNews, draftNews, receivedNews],
  recordPages: { 'correspondence.letter': '/letters/:id', 'correspondence.received-letter': '/incoming/:id' },
  inbox: [letterInbox, receivedInbox],
  search: [letterSearch, receivedSearch, carriedSearch],
  personalData,
  evidence: [letterEvidence, registerEvidence],
  publicDocuments: [publicLetters],
  demo,
};
