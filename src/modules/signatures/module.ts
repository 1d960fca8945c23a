import type { KromModule } from '../../platform/module.ts';
import { acts } from './certificates/acts.ts';
import { api } from './certificates/api.ts';
import { certificateInbox } from './certificates/inbox.ts';
import { warnOfEndJob } from './certificates/jobs.ts';
import { m } from './certificates/messages.ts';
import { certificateNews } from './certificates/news.ts';
import { keepPermission } from './certificates/office.ts';
import { warningDays } from './certificates/settings.ts';
import { onHolderChange } from '../organisation/index.ts';
import { demo } from './demo/load.ts';
import { handOverAction, newCertificateAction, receiveAction, refuseAction, replaceAction, revokeAction, sendAction } from './features/keep-certificates/actions.ts';
import { certificatePage, certificatesCsv, certificatesPage, newCertificatePage, requestDownload } from './features/keep-certificates/page.tsx';
import { beginAction, changeAction, makeKeyAction, newKeyAction, p12Action, removeAction, takeAction, testAction, uploadAction } from './features/my-certificates/actions.ts';
import { myCertificatePage, myCertificatesPage, myRequestDownload, newKeyPage, uploadPage } from './features/my-certificates/page.tsx';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { signingInbox } from './requests/inbox.tsx';
import { stampTime } from './requests/jobs.ts';
import { passOnJob, waitingForPostsChange } from './requests/pass-on.ts';
import { messages } from './messages.ts';
import { signingNews } from './requests/news.ts';
import { personalData } from './certificates/personal-data.ts';
import { remoteActs, remoteNav, remoteNotForPrograms, remotePermissions, remoteRoutes } from './remote/routes.ts';
import { signRemotely } from './remote/jobs.ts';
import { requestActs } from './requests/acts.ts';
import { requestApi } from './requests/api.ts';
import { messages as requestMessages } from './requests/messages.ts';
import { requestPermissions } from './requests/permissions.ts';
import { requestRoutes } from './requests/routes.ts';

onHolderChange(waitingForPostsChange);

/** Electronic signatures: requests and the signer's page, certificates of people, services of others, the public check of a PDF. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  // Migration 0600 names the same roles for the keeping of certificates: the wall in the database reads them for itself.
  permissions: [...requestPermissions, { key: keepPermission, words: m.words('perm'), roles: ['system-admin', 'organisation-admin'] }, ...remotePermissions],
  routes: [verifyPdfPage, verifyPdfInspection, ...requestRoutes, ...remoteRoutes,
    certificatesPage, certificatesCsv, newCertificatePage, newCertificateAction, certificatePage, requestDownload, sendAction, receiveAction, handOverAction, refuseAction, revokeAction, replaceAction,
    myCertificatesPage, newKeyPage, newKeyAction, uploadPage, uploadAction, myCertificatePage, myRequestDownload, makeKeyAction, p12Action, takeAction, beginAction, testAction, changeAction, removeAction],
  nav: [
    { group: 'work', order: 20, label: requestMessages.words('list'), href: '/signing', permission: 'signatures.sign' },
    { group: 'account', order: 25, label: m.words('mine'), href: '/account/certificates' },
    { group: 'organisation', order: 80, label: m.words('inboxKind'), href: '/certificates', permission: keepPermission },
    ...remoteNav,
  ],
  jobs: [stampTime, passOnJob, signRemotely, warnOfEndJob],
  recurring: [{ job: passOnJob, when: { dailyAt: '00:05' } }, { job: warnOfEndJob, when: { dailyAt: '07:30' } }],
  settings: [warningDays],
  acts: { ...acts, ...requestActs, ...remoteActs },
  api: {
    reads: [...api.reads, ...requestApi.reads],
    writes: { ...api.writes, ...requestApi.writes },
    files: { ...api.files, ...requestApi.files },
    none: { ...api.none, ...requestApi.none, ...remoteNotForPrograms },
  },
  news: [signingNews, certificateNews],
  inbox: [signingInbox, certificateInbox],
  personalData,
  recordPages: { 'signatures.request': '/signing/:id', 'signatures.certificate': '/certificates/:id' },
  demo,
};
