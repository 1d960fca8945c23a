import type { KromModule } from '../../platform/module.ts';
import type { RetentionRule } from '../../platform/retention/retention.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { addActivityAction, changeActivityAction, endActivityAction } from './features/keep-activities/actions.ts';
import { activitiesCsv, activitiesPage, editActivityPage, newActivityPage } from './features/keep-activities/page.tsx';
import { noticePage } from './features/read-notice/page.tsx';
import { retentionPage } from './features/read-retention/page.tsx';
import { myDataDownload, whoLookedPage } from './features/who-looked/page.tsx';
import { writeNoticeAction } from './features/write-notice/action.ts';
import { writeNoticePage } from './features/write-notice/page.tsx';
import { eraseExpiredJob } from './jobs.ts';
import { messages } from './messages.ts';
import { houseRules, settings } from './settings.ts';

/** Personal data of staff: the notice, the record of processing, who looked at my data, how long logs are kept. */
export function privacyModule(modules: () => readonly KromModule[]): KromModule {
  const rules = (): readonly RetentionRule[] => [...houseRules, ...modules().flatMap((module) => module.retention ?? [])];
  const sources = () => modules().flatMap((module) => module.personalData ?? []);
  const erase = eraseExpiredJob(rules);
  return {
    name: 'privacy',
    title: messages.words('module'),
    permissions: [{ key: 'privacy.keep', words: messages.words('keep'), roles: ['system-admin', 'organisation-admin'] }],
    routes: [
      noticePage, writeNoticePage, writeNoticeAction, activitiesPage, activitiesCsv, newActivityPage, addActivityAction, editActivityPage, changeActivityAction, endActivityAction,
      whoLookedPage(modules, sources), myDataDownload(sources), retentionPage(rules),
    ],
    jobs: [erase],
    recurring: [{ job: erase, when: { dailyAt: '03:10' } }],
    settings,
    acts,
    api,
    nav: [
      { group: 'account', order: 30, label: messages.words('me.title'), href: '/account/privacy' },
      { group: 'system', order: 880, label: messages.words('act.title'), href: '/privacy/activities', permission: 'privacy.keep' },
      { group: 'system', order: 890, label: messages.words('keep.title'), href: '/system/retention', permission: 'privacy.keep' },
    ],
  };
}
