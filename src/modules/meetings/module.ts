import type { KromModule } from '../../platform/module.ts';
import { onHandOver } from '../organisation/index.ts';
import { acts } from './acts.ts';
import { api } from './api/index.ts';
import { circulationPart } from './circulation-part.ts';
import { demo } from './demo/load.ts';
import { evidence } from './evidence.ts';
import { minutesHandOver } from './hand-over.ts';
import { meetingInbox } from './inbox.ts';
import { measures } from './measures.ts';
import { messages } from './messages.ts';
import { permissions } from './access.ts';
import { certificationNews, meetingNews } from './news.ts';
import { planningPermissions } from './permissions.ts';
import { planningRoutes } from './planning-routes.ts';
import { searchSources } from './search.ts';
import { settings } from './settings.ts';
import { personalData } from './store/personal-data.ts';

onHandOver(minutesHandOver);

/** Meetings of committees: plan, invitation, attendance, minutes, circulation for certification. */
export const meetingsModule: KromModule = {
  name: 'meetings',
  title: messages.words('meetings'),
  permissions: [...planningPermissions, ...circulationPart.permissions],
  routes: [...planningRoutes, ...circulationPart.routes],
  nav: [
    { group: 'meetings', order: 10, label: messages.words('meetings'), href: '/meetings', permission: permissions.see },
    { group: 'meetings', order: 30, label: messages.words('openPoints'), href: '/open-points', permission: permissions.see },
  ],
  acts,
  api,
  jobs: circulationPart.jobs,
  inbox: [meetingInbox, ...circulationPart.inbox],
  news: [meetingNews, certificationNews],
  recordPages: { 'meetings.meeting': '/meetings/:id' },
  measures: [...measures, ...circulationPart.measures],
  publicDocuments: circulationPart.publicDocuments,
  settings,
  search: searchSources,
  personalData,
  evidence,
  demo,
};
