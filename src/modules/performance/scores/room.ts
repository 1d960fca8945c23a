import type { Room } from '../room.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { removeScenarioAction, scenariosPage } from './features/keep-scenarios/page.tsx';
import { messages as scenarios } from './features/keep-scenarios/messages.ts';
import { freezeAction, publishAction } from './features/keep-snapshots/actions.ts';
import { messages as snapshots } from './features/keep-snapshots/messages.ts';
import { snapshotPage, snapshotsPage } from './features/keep-snapshots/pages.tsx';
import { openCsv, openDataPage, openJson } from './features/open-data/page.tsx';
import { currentPage, headPage } from './features/show-head/page.tsx';
import { scoresCsv, scoresXlsx } from './features/show-scores/downloads.ts';
import { scoresPage } from './features/show-scores/page.tsx';
import { unitPage } from './features/show-unit/page.tsx';
import { saveScenarioAction } from './features/try-values/action.ts';
import { messages as trying } from './features/try-values/messages.ts';
import { tryPage } from './features/try-values/page.tsx';
import { messages } from './messages.ts';
import { openDataLicence } from './settings.ts';

/** Scores: the head's screen, the sheet, what if, frozen sheets and open data. */
export const scoresRoom: Room = {
  routes: [currentPage, headPage, scoresPage, scoresXlsx, scoresCsv, tryPage, saveScenarioAction, scenariosPage, removeScenarioAction, snapshotsPage, freezeAction, snapshotPage, publishAction, unitPage, openDataPage, openCsv, openJson],
  nav: [{ group: 'performance', order: 10, label: messages.words('nav'), href: '/performance', permission: 'performance.read' }],
  settings: [openDataLicence],
  acts: {
    'performance.scenario-saved': trying.words('act.saved'),
    'performance.scenario-removed': scenarios.words('act.removed'),
    'performance.score-frozen': snapshots.words('act.taken'),
    'performance.score-published': snapshots.words('act.published'),
  },
  api,
  demo,
};
