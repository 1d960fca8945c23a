import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { applyAction, settingsAction } from './features/apply/actions.ts';
import { applyPage, settingsPage } from './features/apply/page.tsx';
import { assessItemAction, submitScoresAction } from './features/assess/actions.ts';
import { assessItemPage, assessPage } from './features/assess/page.tsx';
import { comparePage } from './features/compare/page.tsx';
import { addResultAction, changeResultAction, removeResultAction } from './features/enter-results/actions.ts';
import { editResultPage, newResultPage, resultsPage } from './features/enter-results/page.tsx';
import { attachEvidenceAction, saveItemAction, withdrawEvidenceAction } from './features/fill-item/actions.ts';
import { itemPage } from './features/fill-item/page.tsx';
import { addPlanAction, changePlanAction, followUpAction, removePlanAction } from './features/improve/actions.ts';
import { newPlanPage, planLinePage, planPage } from './features/improve/page.tsx';
import { confirmEditionAction, stageEditionAction } from './features/keep-editions/actions.ts';
import { editionCsv, editionImportPage, editionPage, editionsPage, editionXlsx, importEditionPage } from './features/keep-editions/page.tsx';
import { recordOutcomeAction } from './features/list-years/action.ts';
import { newOutcomePage, yearsPage } from './features/list-years/page.tsx';
import { nextPage } from './features/next-tick/page.tsx';
import { assessmentPdf, scoresXlsx } from './features/print/downloads.ts';
import { yearPage } from './features/show-year/page.tsx';
import { nameAssessorAction, releaseAssessorAction, stepActions } from './features/take-step/actions.ts';
import { saveSectionAction } from './features/write-profile/action.ts';
import { profilePage, sectionPage } from './features/write-profile/page.tsx';
import { pmqaTotal } from './measures.ts';
import { messages } from './messages.ts';

/** PMQA 4.0: the department assesses itself by the criteria of an edition, assessors judge it apart, and a plan follows. */
export const pmqaRoom: Room = {
  routes: [
    yearsPage, newOutcomePage, recordOutcomeAction, applyPage, applyAction, settingsPage, settingsAction, yearPage, ...stepActions, nameAssessorAction, releaseAssessorAction,
    profilePage, sectionPage, saveSectionAction, itemPage, saveItemAction, attachEvidenceAction, withdrawEvidenceAction, resultsPage, newResultPage, addResultAction, editResultPage, changeResultAction, removeResultAction,
    assessPage, assessItemPage, assessItemAction, submitScoresAction, comparePage, nextPage, planPage, newPlanPage, addPlanAction, planLinePage, changePlanAction, removePlanAction, followUpAction,
    editionsPage, editionPage, editionXlsx, editionCsv, importEditionPage, stageEditionAction, editionImportPage, confirmEditionAction, assessmentPdf, scoresXlsx,
  ],
  nav: [{ group: 'performance', order: 50, label: messages.words('nav'), href: '/performance/pmqa', permission: 'performance.read' }],
  acts,
  api,
  measures: [pmqaTotal],
  demo,
};
