import type { Room } from '../room.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { demo } from './demo/load.ts';
import { indicatorEvidence } from './evidence.ts';
import { beginAction, beginPage } from './features/begin-year/feature.tsx';
import { versionsPage } from './features/compare-versions/page.tsx';
import { copyPage } from './features/copy-fields/page.tsx';
import { copyYearAction, copyYearPage } from './features/copy-year/feature.tsx';
import { moveAction, repairWeightAction, statementsAction, weightsAction } from './features/draw-sheet/actions.ts';
import { sheetPage } from './features/draw-sheet/page.tsx';
import { addIndicatorAction, cancelIndicatorAction, changeIndicatorAction } from './features/edit-indicator/actions.ts';
import { editIndicatorPage, newIndicatorPage } from './features/edit-indicator/page.tsx';
import { formsXlsx } from './features/export-forms/download.ts';
import { fillAction } from './features/fill-form/action.ts';
import { fillPage } from './features/fill-form/page.tsx';
import { confirmFormsAction, formImportPage, importFormsPage, stageFormsAction } from './features/import-forms/feature.tsx';
import { addLinkAction, addResolutionAction, linksPage, removeLinkAction } from './features/keep-links/feature.tsx';
import { notesActions } from './features/keep-notes/actions.ts';
import { notesPage } from './features/keep-notes/page.tsx';
import { addProjectAction, changeProjectAction, newProjectPage, projectPage, projectsPage, withdrawProjectAction } from './features/keep-projects/feature.tsx';
import { reformReportsPage } from './features/list-reform-reports/page.tsx';
import { evidenceZip, formDocxDownload, formPdfDownload } from './features/pack-evidence/downloads.ts';
import { indicatorPage, indicatorRecordPage } from './features/show-indicator/page.tsx';
import type { IndicatorsHouse } from './house.ts';
import { formsInbox } from './inbox.ts';
import { indicatorNews } from './news.ts';
import { indicatorSearch } from './search.ts';

/** The year's sheet, the official forms, and what stands beside them. `house`: what can be evidence. */
export function indicatorsRoom(house: IndicatorsHouse): Room {
  const notes = notesPage(house);
  return {
    demo,
    acts,
    api,
    routes: [
      beginPage, beginAction, sheetPage, weightsAction, statementsAction, copyYearPage, copyYearAction, newIndicatorPage, addIndicatorAction, editIndicatorPage, changeIndicatorAction, cancelIndicatorAction, repairWeightAction, moveAction,
      indicatorPage, indicatorRecordPage, fillPage, fillAction, versionsPage, copyPage, linksPage, addLinkAction, addResolutionAction, removeLinkAction, notes, ...notesActions(notes, house),
      projectsPage, newProjectPage, addProjectAction, projectPage, changeProjectAction, withdrawProjectAction, reformReportsPage,
      formsXlsx, importFormsPage, stageFormsAction, formImportPage, confirmFormsAction, formPdfDownload, formDocxDownload, evidenceZip(house),
    ],
    recordPages: { 'performance.indicator': '/performance/indicators/:id' },
    inbox: [formsInbox],
    news: [indicatorNews],
    search: [indicatorSearch],
    evidence: [indicatorEvidence],
  };
}
