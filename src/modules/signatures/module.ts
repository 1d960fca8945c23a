import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { m } from './certificate-messages.ts';
import { demo } from './demo/load.ts';
import { handOverAction, newCertificateAction, receiveAction, refuseAction, replaceAction, revokeAction, sendAction } from './features/keep-certificates/actions.ts';
import { certificatePage, certificatesCsv, certificatesPage, newCertificatePage, requestDownload } from './features/keep-certificates/page.tsx';
import { beginAction, changeAction, makeKeyAction, newKeyAction, p12Action, removeAction, takeAction, testAction, uploadAction } from './features/my-certificates/actions.ts';
import { myCertificatePage, myCertificatesPage, myRequestDownload, newKeyPage, uploadPage } from './features/my-certificates/page.tsx';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { certificateInbox } from './inbox.ts';
import { warnOfEndJob } from './jobs.ts';
import { messages } from './messages.ts';
import { certificateNews } from './news.ts';
import { keepPermission } from './office.ts';
import { personalData } from './personal-data.ts';
import { warningDays } from './settings.ts';

/** Electronic signatures: their public check, and the certificates of people. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  // Migration 0600 names the same roles: the wall in the database reads them for itself.
  permissions: [{ key: keepPermission, words: m.words('perm'), roles: ['system-admin', 'organisation-admin'] }],
  routes: [verifyPdfPage, verifyPdfInspection,
    certificatesPage, certificatesCsv, newCertificatePage, newCertificateAction, certificatePage, requestDownload, sendAction, receiveAction, handOverAction, refuseAction, revokeAction, replaceAction,
    myCertificatesPage, newKeyPage, newKeyAction, uploadPage, uploadAction, myCertificatePage, myRequestDownload, makeKeyAction, p12Action, takeAction, beginAction, testAction, changeAction, removeAction],
  nav: [
    { group: 'account', order: 25, label: m.words('mine'), href: '/account/certificates' },
    { group: 'organisation', order: 80, label: m.words('inboxKind'), href: '/certificates', permission: keepPermission },
  ],
  jobs: [warnOfEndJob],
  recurring: [{ job: warnOfEndJob, when: { dailyAt: '07:30' } }],
  settings: [warningDays],
  acts,
  api,
  news: [certificateNews],
  inbox: [certificateInbox],
  personalData,
  recordPages: { 'signatures.certificate': '/certificates/:id' },
  demo,
};
