// The routes of received letters.
import { bulkAssignAction, bulkNotedAction, bulkProposeAction } from '../features/list-incoming/actions.ts';
import { listIncomingPage } from '../features/list-incoming/page.tsx';
import { giveDraftAction, rerouteAction, rerouteAssignmentAction } from '../features/park-incoming/actions.ts';
import { parkedPage } from '../features/park-incoming/page.tsx';
import { incomingRegisterCsv, incomingRegisterExcel, incomingRegisterPage, incomingRegisterPdf, incomingRegisterPrint } from '../features/read-incoming-register/page.tsx';
import { registerIncomingAction, scanAction } from '../features/register-incoming/action.ts';
import { registerIncomingPage } from '../features/register-incoming/page.tsx';
import {
  closeAction, forwardAction, orderAction, passUpAction, proposeAction, registerAssignedAction, reopenAction, reportAction, returnAction, sendBackAction, takeBackAction,
  takeBackAssignmentAction,
} from '../features/work-on-incoming/actions.ts';
import { incomingFile, incomingPicture, incomingStamped } from '../features/work-on-incoming/downloads.ts';
import { incomingPage } from '../features/work-on-incoming/page.tsx';
import { replyAction } from '../features/work-on-incoming/reply-action.ts';

export const receivedRoutes = [
  listIncomingPage, bulkProposeAction, bulkAssignAction, bulkNotedAction, registerIncomingPage, registerIncomingAction, scanAction,
  incomingRegisterPage, incomingRegisterPrint, incomingRegisterCsv, incomingRegisterExcel, incomingRegisterPdf, parkedPage, rerouteAction, rerouteAssignmentAction, giveDraftAction,
  incomingPage, incomingFile, incomingPicture, incomingStamped, proposeAction, passUpAction, orderAction, forwardAction, returnAction, takeBackAction, closeAction, reopenAction, replyAction,
  registerAssignedAction, reportAction, sendBackAction, takeBackAssignmentAction,
];
