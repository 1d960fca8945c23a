import type { Backups } from '../../platform/backups/backups.ts';
import type { KromModule } from '../../platform/module.ts';
import { backupSettings } from './backup-settings.ts';
import { backUpNowAction } from './features/read-backups/action.ts';
import { backupsAddress } from './features/read-backups/address.ts';
import { messages } from './features/read-backups/messages.ts';
import { backupsPage } from './features/read-backups/page.tsx';
import { backUpJob, upkeepNews } from './jobs.ts';

/** What the module gives to the house for its backups, made over the room that makes them. */
export function backupParts(backups: Backups) {
  const page = backupsPage(backups);
  const job = backUpJob(backups);
  return {
    permissions: [{ key: 'system.keep-backups', words: { th: 'ดูและสั่งสำรองข้อมูล', en: 'See backups and ask for one' }, roles: ['system-admin'] }],
    routes: [page, backUpNowAction(page, job)],
    jobs: [job],
    // Seven minutes past each hour: the job itself knows whether the night's backup is still to be made.
    recurring: [{ job, when: { cron: '7 * * * *' } }],
    settings: backupSettings,
    news: [upkeepNews],
    nav: [{ group: 'system', order: 940, label: messages.words('title'), href: backupsAddress, permission: 'system.keep-backups' }],
  } satisfies Partial<KromModule>;
}
