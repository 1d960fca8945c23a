// Pages, actions and files of certificates.
import { handOverAction, newCertificateAction, receiveAction, refuseAction, replaceAction, revokeAction, sendAction } from './features/keep-certificates/actions.ts';
import { certificatePage, certificatesCsv, certificatesPage, newCertificatePage, requestDownload } from './features/keep-certificates/page.tsx';
import { beginAction, changeAction, makeKeyAction, newKeyAction, p12Action, removeAction, takeAction, testAction, uploadAction } from './features/my-certificates/actions.ts';
import { myCertificatePage, myCertificatesPage, myRequestDownload, newKeyPage, uploadPage } from './features/my-certificates/page.tsx';

export const certificateRoutes = [
  certificatesPage, certificatesCsv, newCertificatePage, newCertificateAction, certificatePage, requestDownload, sendAction, receiveAction, handOverAction, refuseAction, revokeAction, replaceAction,
  myCertificatesPage, newKeyPage, newKeyAction, uploadPage, uploadAction, myCertificatePage, myRequestDownload, makeKeyAction, p12Action, takeAction, beginAction, testAction, changeAction, removeAction,
];
