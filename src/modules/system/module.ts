import type { Backups } from '../../platform/backups/backups.ts';
import type { KromModule } from '../../platform/module.ts';
import { acts } from './acts.ts';
import { api } from './api.ts';
import { backupParts } from './backup-parts.ts';
import { settingsActions } from './features/edit-settings/action.ts';
import { settingsAddress, settingsPage } from './features/edit-settings/page.tsx';
import { addSame, addWord, changeWords, importWords, removeWords } from './features/keep-search-words/actions.ts';
import { checkWordsFile, takeWordsFile } from './features/keep-search-words/file-actions.ts';
import { wordsFilePage } from './features/keep-search-words/file-page.tsx';
import { messages as wordMessages } from './features/keep-search-words/messages.ts';
import { editWordsPage, wordsAddress, wordsExport, wordsPage, wordsPermission } from './features/keep-search-words/page.tsx';
import { clockPage, moveClockAction } from './features/move-clock/page.tsx';
import { discardJob, jobsPage, retryJob } from './features/mend-jobs/page.tsx';
import { auditExport, auditPage } from './features/read-audit/page.tsx';
import { outboxPage } from './features/read-outbox/page.tsx';
import { removeEmblemAction, replaceEmblemAction } from './features/replace-emblem/action.ts';
import { emblemPage, emblemPicture } from './features/replace-emblem/page.tsx';
import { apiPage, openApiFile } from './features/read-api/page.tsx';
import { componentsPage } from './features/show-components/page.tsx';
import { messages } from './messages.ts';

/**
 * What keeps the house running: the trail, the queue, the mail, the settings of all modules, backups, the clock of a demo.
 * @param backups the room that makes backups
 */
export function systemModule(modules: () => readonly KromModule[], backups: Backups): KromModule {
  const kept = backupParts(backups);
  const settings = settingsPage(modules);
  const audit = auditPage(modules);
  return {
    name: 'system',
    title: { th: 'ดูแลระบบ', en: 'Administration' },
    permissions: [
      { key: 'system.read-audit', words: { th: 'อ่านบันทึกการดำเนินการทั้งหมด', en: 'Read the whole audit log' }, roles: ['auditor', 'system-admin'] },
      { key: 'system.mend-jobs', words: { th: 'ดูแลงานเบื้องหลังที่ค้าง', en: 'Mend parked jobs' }, roles: ['system-admin'] },
      { key: 'system.edit-settings', words: { th: 'กำหนดค่าของระบบและตราบนเอกสาร', en: 'Set what an office may set, and the emblem' }, roles: ['system-admin'] },
      { key: 'system.read-mail', words: { th: 'ดูจดหมายที่ระบบส่ง', en: 'See the mail that the system sent' }, roles: ['system-admin'] },
      { key: wordsPermission, words: { th: 'ดูแลคำสำหรับค้นหา', en: 'Keep the search words' }, roles: ['system-admin'] },
      ...kept.permissions,
    ],
    routes: [...kept.routes, apiPage(modules), openApiFile(modules), outboxPage, audit, auditExport, jobsPage, retryJob, discardJob, clockPage, moveClockAction, componentsPage, settings, ...settingsActions(modules, settings), emblemPage, emblemPicture, replaceEmblemAction, removeEmblemAction, wordsPage, wordsExport, addSame, addWord, importWords, checkWordsFile, wordsFilePage, takeWordsFile, editWordsPage, changeWords, removeWords],
    jobs: kept.jobs,
    recurring: kept.recurring,
    settings: kept.settings,
    news: kept.news,
    acts,
    api,
    nav: [
      { group: 'system', order: 905, label: messages.words('settings.title'), href: settingsAddress, permission: 'system.edit-settings' },
      { group: 'system', order: 907, label: wordMessages.words('title'), href: wordsAddress, permission: wordsPermission },
      { group: 'system', order: 910, label: messages.words('audit.title'), href: '/system/audit', permission: 'system.read-audit' },
      { group: 'system', order: 920, label: messages.words('outbox.title'), href: '/system/mail', permission: 'system.read-mail' },
      { group: 'system', order: 930, label: messages.words('jobs.title'), href: '/system/jobs', permission: 'system.mend-jobs' },
      ...kept.nav,
    ],
  };
}
