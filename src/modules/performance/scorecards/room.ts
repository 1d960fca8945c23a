import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { beginAction, beginPage, settingsAction, settingsPage } from './features/begin-scorecard/feature.tsx';
import { addLineAction, changeLineAction, linePage, newLinePage, removeLineAction } from './features/edit-line/page.tsx';
import { addPieceAction, piecesPage, piecesPdf, removePieceAction } from './features/keep-masterpieces/feature.tsx';
import { listCsv, listPage, listXlsx } from './features/list-scorecards/page.tsx';
import { cannotAction, resultAction, resultPage } from './features/report-result/feature.tsx';
import { cascadePage, ruleAction } from './features/show-cascade/feature.tsx';
import { cardPage } from './features/show-scorecard/page.tsx';
import { agreementPage, agreementPdf, proposeAction, returnAction, signAction } from './features/sign-agreement/feature.tsx';
import { noteAction, readersPage, remindAction } from './features/take-note/feature.tsx';
import { scorecardInbox } from './inbox.ts';
import { messages } from './messages.ts';
import { scorecardNews } from './news.ts';

/** Scorecards of bureaus: lines, results, the signed agreement, receipts of the staff, masterpieces. */
export const scorecardsRoom: Room = {
  demo,
  acts,
  api,
  routes: [
    listPage, listXlsx, listCsv, beginPage, beginAction, cascadePage, ruleAction, cardPage, settingsPage, settingsAction, newLinePage, addLineAction, linePage, changeLineAction, removeLineAction,
    resultPage, resultAction, cannotAction, agreementPage, agreementPdf, proposeAction, signAction, returnAction, readersPage, noteAction, remindAction, piecesPage, piecesPdf, addPieceAction, removePieceAction,
  ],
  nav: [{ group: 'performance', order: 50, label: messages.words('nav'), href: '/performance/scorecards', permission: 'performance.read' }],
  recordPages: { 'performance.scorecard': '/performance/scorecards/:id' },
  inbox: [scorecardInbox],
  news: [scorecardNews],
};
