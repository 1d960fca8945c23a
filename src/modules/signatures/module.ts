import type { KromModule } from '../../platform/module.ts';
import { verifyPdfInspection, verifyPdfPage } from './features/verify-pdf/page.tsx';
import { messages } from './messages.ts';

/** Electronic signatures: so far their public check. */
export const signaturesModule: KromModule = {
  name: 'signatures',
  title: messages.words('module'),
  routes: [verifyPdfPage, verifyPdfInspection],
  api: { reads: [], none: { '/verify-pdf': 'shown a file by hand; programs check signatures with tools of their own' } },
};
