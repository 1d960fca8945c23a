import type { CollectingHouse } from './house.ts';
import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { apiOf } from './api.ts';
import { demoOf } from './demo/load.ts';
import { rulesAction, rulesPage } from './features/choose-measure/page.tsx';
import { confirmAction, importPage, resultsXlsx, stageAction, stagedPage } from './features/import-results/page.tsx';
import { collectPage, newRoundPage, openRoundAction, yearCollectPage } from './features/open-round/page.tsx';
import { stepActions } from './features/plan-steps/actions.ts';
import { stepPage, stepsPage } from './features/plan-steps/page.tsx';
import { reportActions } from './features/report-result/actions.ts';
import { reportPages } from './features/report-result/page.tsx';
import { previewValue } from './features/report-result/preview.tsx';
import { boardActions } from './features/show-board/actions.ts';
import { boardCsv, boardXlsx } from './features/show-board/downloads.ts';
import { boardPage } from './features/show-board/page.tsx';
import { collectingInbox } from './inbox.ts';
import { jobs, takeMeasuresFrom } from './jobs.ts';
import { messages } from './messages.ts';
import { collectingDueNews, collectingNews } from './news.ts';

/** Rounds in which owners send forms and results, how values come about, and who has not sent. */
export function collectingRoom(house: CollectingHouse): Room {
  takeMeasuresFrom(house.measures);
  const { usual, ofRound } = reportPages(house);
  const step = stepPage(house);
  const rules = rulesPage(house);
  return {
    routes: [
      collectPage, yearCollectPage, newRoundPage, openRoundAction, boardPage, boardXlsx, boardCsv, ...boardActions, importPage, stageAction, stagedPage, confirmAction, resultsXlsx,
      usual, ofRound, previewValue, ...reportActions(ofRound, house), stepsPage, step, ...stepActions(stepsPage, step, house), rules, rulesAction(rules, house),
    ],
    nav: [{ group: 'performance', order: 40, label: messages.words('nav'), href: '/performance/collect', covers: /^\/performance\/\d+\/(?:collect|results)\b/u, permission: 'performance.read' }],
    acts,
    api: apiOf({ usual, ofRound, step, rules }),
    inbox: [collectingInbox],
    jobs,
    news: [collectingNews, collectingDueNews],
    demo: demoOf(),
  };
}

