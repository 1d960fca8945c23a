// Pages, actions and files of requests for signatures.
import { listSigningPage } from '../features/list-signing/page.tsx';
import { requestSigningAction } from '../features/request-signing/action.ts';
import { requestSigningPage } from '../features/request-signing/page.tsx';
import { approveAction, goOnAction, refuseAction, signAction, withdrawAction } from '../features/sign-document/actions.ts';
import { signingFile, signingPicture, signingVersion } from '../features/sign-document/downloads.ts';
import { signDocumentPage } from '../features/sign-document/page.tsx';

export const requestRoutes = [
  listSigningPage, requestSigningPage, requestSigningAction, signDocumentPage, signAction, approveAction, refuseAction, withdrawAction, goOnAction,
  signingFile, signingVersion, signingPicture,
];
