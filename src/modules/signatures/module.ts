import type { KromModule } from '../../platform/module.ts';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { signingInbox } from './inbox.tsx';
import { stampTime } from './jobs.ts';
import { messages } from './messages.ts';
import { signingNews } from './news.ts';
import { remoteActs, remoteNav, remoteNotForPrograms, remotePermissions, remoteRoutes } from './remote-routes.ts';
import { signRemotely } from './remote/jobs.ts';
import { requestApi } from './request-api.ts';
import { requestActs } from './request-acts.ts';
import { requestPermissions } from './request-permissions.ts';
import { requestRoutes } from './request-routes.ts';

/** Electronic signatures: requests and the signer's page, certificates, the public check of a PDF. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  acts: { ...requestActs, ...remoteActs },
  permissions: [...requestPermissions, ...remotePermissions],
  routes: [verifyPdfPage, verifyPdfInspection, ...requestRoutes, ...remoteRoutes],
  nav: remoteNav,
  jobs: [stampTime, signRemotely],
  inbox: [signingInbox],
  news: [signingNews],
  recordPages: { 'signatures.request': '/signing/:id' },
  api: { ...requestApi, none: { ...requestApi.none, '/verify-pdf': 'shown a file by hand; programs check signatures with tools of their own', ...remoteNotForPrograms } },
};
