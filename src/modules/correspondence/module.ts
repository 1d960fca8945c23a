import type { KromModule } from '../../platform/module.ts';
import { listReceivedPage } from './features/list-received/page.tsx';
import { announceLetter, storeLetterFile } from './jobs.ts';
import { messages } from './messages.ts';
import { permissions } from './permissions.ts';

export const correspondenceModule: KromModule = {
  name: 'correspondence',
  title: messages.words('module'),
  permissions,
  routes: [listReceivedPage],
  nav: [{ group: 'letters', order: 10, label: messages.words('circulars'), href: '/circulars', permission: 'correspondence.read' }],
  jobs: [storeLetterFile, announceLetter],
};
