import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { confirmTrainingAction, stageTrainingAction } from './features/keep-training/actions.ts';
import { importTrainingPage, trainingCsv, trainingImportPage, trainingPage, trainingXlsx } from './features/keep-training/page.tsx';
import { reportPage, reportPdf, reportXlsx } from './features/make-report/page.tsx';
import { addPlanAction, changePlanAction, withdrawPlanAction } from './features/plan-stages/actions.ts';
import { editPlanPage, newPlanPage, planPage } from './features/plan-stages/page.tsx';
import { addParameterAction } from './features/show-savings/action.ts';
import { savingsPage, savingsXlsx } from './features/show-savings/page.tsx';
import { chainLettersPage, chainTimesXlsx } from './features/show-chain-times/page.tsx';
import { timesPage, timesXlsx } from './features/show-times/page.tsx';
import { boardCsv, boardXlsx } from './features/show-board/downloads.ts';
import { boardPage } from './features/show-board/page.tsx';
import { remindAction } from './features/show-unit/action.ts';
import { unitPage } from './features/show-unit/page.tsx';
import { countPages } from './jobs.ts';
import { measures } from './measures.ts';
import { messages } from './messages.ts';
import { adoptionNews } from './news.ts';

/** Who has moved from paper to electronic correspondence, by the plan's stages, and what it saved. */
export const adoptionModule: KromModule = {
  name: 'adoption',
  title: messages.words('module'),
  permissions: [
    { key: 'adoption.read', words: messages.words('permRead'), roles: ['staff'] },
    { key: 'adoption.keep', words: messages.words('permKeep'), roles: ['clerk', 'system-admin'] },
    { key: 'adoption.remind', words: messages.words('permRemind'), roles: ['clerk', 'executive'] },
  ],
  routes: [boardPage, boardXlsx, boardCsv, unitPage, remindAction, planPage, newPlanPage, addPlanAction, editPlanPage, changePlanAction, withdrawPlanAction, timesPage, timesXlsx, chainLettersPage, chainTimesXlsx, savingsPage, savingsXlsx, addParameterAction,
    reportPage, reportPdf, reportXlsx, trainingPage, trainingXlsx, trainingCsv, importTrainingPage, stageTrainingAction, trainingImportPage, confirmTrainingAction],
  nav: [{ group: 'letters', order: 90, label: messages.words('nav'), href: '/adoption', permission: 'adoption.read' }],
  acts,
  api,
  measures,
  jobs: [countPages],
  recurring: [{ job: countPages, when: { cron: '*/15 * * * *' } }],
  news: [adoptionNews],
  demo,
};
