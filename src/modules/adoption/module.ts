import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { addPlanAction, changePlanAction, withdrawPlanAction } from './features/plan-stages/actions.ts';
import { editPlanPage, newPlanPage, planPage } from './features/plan-stages/page.tsx';
import { boardCsv, boardXlsx } from './features/show-board/downloads.ts';
import { boardPage } from './features/show-board/page.tsx';
import { remindAction } from './features/show-unit/action.ts';
import { unitPage } from './features/show-unit/page.tsx';
import { messages } from './messages.ts';
import { adoptionNews } from './news.ts';

/** Who has moved from paper to electronic correspondence, by the plan's stages, and what it saved. */
export const adoptionModule: KromModule = {
  name: 'adoption',
  title: messages.words('module'),
  permissions: [
    { key: 'adoption.read', words: messages.words('permRead'), roles: ['staff'] },
    { key: 'adoption.keep', words: messages.words('permKeep'), roles: ['secretariat', 'system-admin'] },
    { key: 'adoption.remind', words: messages.words('permRemind'), roles: ['secretariat', 'executive'] },
  ],
  routes: [boardPage, boardXlsx, boardCsv, unitPage, remindAction, planPage, newPlanPage, addPlanAction, editPlanPage, changePlanAction, withdrawPlanAction],
  nav: [{ group: 'letters', order: 90, label: messages.words('nav'), href: '/adoption', permission: 'adoption.read' }],
  acts,
  api,
  news: [adoptionNews],
  demo,
};
