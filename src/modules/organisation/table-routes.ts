/** Pages and downloads of the tables that are taken out and brought in. */
import { exportDownloads } from './features/export-table/download.ts';
import { confirmImportAction, stageImportAction } from './features/import-table/action.ts';
import { verdictsDownload } from './features/import-table/download.ts';
import { importPage, importsPage } from './features/import-table/page.tsx';

export const tableRoutes = [...exportDownloads, importsPage, stageImportAction, importPage, confirmImportAction, verdictsDownload];
