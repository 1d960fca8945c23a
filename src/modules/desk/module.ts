import { preferencesAction } from '../../platform/http/preferences-action.ts';
import { createMeasureRegistry } from '../../platform/measures/registry.ts';
import type { KromModule } from '../../platform/module.ts';
import { api } from './api.ts';
import { inboxPage } from './features/read-inbox/page.tsx';
import { openFile } from './features/open-file/download.ts';
import { measurePages } from './features/read-measures/page.tsx';
import { notificationsPage, readAllNotifications } from './features/read-notifications/page.tsx';
import { searchExport } from './features/search-records/export.ts';
import { searchPage } from './features/search-records/page.tsx';
import { similarPage } from './features/similar-records/page.tsx';
import { verifyPages } from './features/verify-document/page.tsx';
import { messages } from './messages.ts';

/** The desk of everyone who works here: what waits, what can be found, what is new. Reads the ports of all modules. */
export function deskModule(others: readonly KromModule[]): KromModule {
  const sources = others.flatMap((module) => module.inbox ?? []);
  const inbox = inboxPage(() => sources);
  const measures = createMeasureRegistry(others.flatMap((module) => module.measures ?? []));
  const found = others.flatMap((module) => module.search ?? []);
  const names = others.flatMap((module) => module.searchNames ?? []);
  const documents = others.flatMap((module) => module.publicDocuments ?? []);
  return {
    name: 'desk',
    title: { th: 'โต๊ะทำงาน', en: 'Desk' },
    api,
    routes: [inbox, searchPage(found, names), similarPage(found), searchExport(found, names), preferencesAction(() => inbox), notificationsPage, readAllNotifications, openFile, ...measurePages(() => measures), ...verifyPages(() => documents)],
    nav: [
      { group: 'work', order: 10, label: messages.words('inbox.title'), href: '/' },
      { group: 'performance', order: 90, label: messages.words('measures.title'), href: '/measures' },
    ],
  };
}
