import type { KromModule } from '../../platform/module.ts';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { signingInbox } from './inbox.tsx';
import { stampTime } from './jobs.ts';
import { messages } from './messages.ts';
import { signingNews } from './news.ts';
import { requestActs } from './request-acts.ts';
import { requestPermissions } from './request-permissions.ts';
import { requestRoutes } from './request-routes.ts';

/** Electronic signatures: requests and the signer's page, certificates, the public check of a PDF. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  acts: requestActs,
  permissions: requestPermissions,
  routes: [verifyPdfPage, verifyPdfInspection, ...requestRoutes],
  jobs: [stampTime],
  inbox: [signingInbox],
  news: [signingNews],
  recordPages: { 'signatures.request': '/signing/:id' },
  api: { reads: [], none: { '/verify-pdf': 'shown a file by hand; programs check signatures with tools of their own' } },
};
