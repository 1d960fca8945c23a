// Pages and actions of numbers and registers.
import { enterNumberRoutes } from '../features/enter-number/page.tsx';
import { exportFile, exportRegisterAction } from '../features/export-register/action.ts';
import { exportPage, exportsPage } from '../features/export-register/page.tsx';
import { confirmRegisterAction, registerVerdicts, stageRegisterAction, undoRegisterAction } from '../features/import-register/actions.ts';
import { importRegisterPage, registerImportPage } from '../features/import-register/page.tsx';
import { voidsRoutes } from '../features/list-voids/page.tsx';
import { giveUpAction, reserveAction, useByHandAction, useForDraftAction } from '../features/reserve-numbers/actions.ts';
import { reservedPage, unitReservedPage, useReservedPage } from '../features/reserve-numbers/page.tsx';

export const numberRoutes = [
  reservedPage, unitReservedPage, useReservedPage, reserveAction, useByHandAction, useForDraftAction, giveUpAction,
  ...enterNumberRoutes, ...voidsRoutes, exportsPage, exportPage, exportRegisterAction, exportFile,
  importRegisterPage, registerImportPage, stageRegisterAction, confirmRegisterAction, undoRegisterAction, registerVerdicts,
];
