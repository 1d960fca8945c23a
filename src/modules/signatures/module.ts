import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { m } from './certificate-messages.ts';
import { demo } from './demo/load.ts';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { certificateInbox } from './inbox.ts';
import { signingInbox } from './inbox.tsx';
import { stampTime, warnOfEndJob } from './jobs.ts';
import { messages } from './messages.ts';
import { certificateNews, signingNews } from './news.ts';
import { keepPermission } from './office.ts';
import { personalData } from './personal-data.ts';
import { remoteActs, remoteNav, remoteNotForPrograms, remotePermissions, remoteRoutes } from './remote-routes.ts';
import { signRemotely } from './remote/jobs.ts';
import { requestApi } from './request-api.ts';
import { requestActs } from './request-acts.ts';
import { messages as requestMessages } from './request-messages.ts';
import { requestPermissions } from './request-permissions.ts';
import { requestRoutes } from './request-routes.ts';
import { warningDays } from './settings.ts';

/** Electronic signatures: requests and the signer's page, the certificates of people, the public check of a PDF. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  acts: { ...acts, ...requestActs, ...remoteActs },
  // Migration 0600 names the roles of keepers as well: the wall in the database reads them for itself.
  permissions: [{ key: keepPermission, words: m.words('perm'), roles: ['system-admin', 'organisation-admin'] }, ...requestPermissions, ...remotePermissions],
  routes: [verifyPdfPage, verifyPdfInspection, ...certificateRoutes, ...requestRoutes, ...remoteRoutes],
  nav: [
    { group: 'work', order: 20, label: requestMessages.words('list'), href: '/signing', permission: 'signatures.sign' },
    { group: 'account', order: 25, label: m.words('mine'), href: '/account/certificates' },
    { group: 'organisation', order: 80, label: m.words('inboxKind'), href: '/certificates', permission: keepPermission },
    ...remoteNav,
  ],
  jobs: [stampTime, warnOfEndJob, signRemotely],
  recurring: [{ job: warnOfEndJob, when: { dailyAt: '07:30' } }],
  settings: [warningDays],
  inbox: [certificateInbox, signingInbox],
  news: [certificateNews, signingNews],
  personalData,
  recordPages: { 'signatures.request': '/signing/:id', 'signatures.certificate': '/certificates/:id' },
  api: {
    writes: { ...api.writes, ...requestApi.writes }, files: { ...api.files, ...requestApi.files }, reads: [...api.reads, ...requestApi.reads], none: { ...api.none, ...requestApi.none, ...remoteNotForPrograms },
  },
  demo,
};
