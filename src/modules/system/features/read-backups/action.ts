import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type AnyPage } from '../../../../platform/http/define.ts';
import { enqueue, type AnyJob } from '../../../../platform/jobs/jobs.ts';
import { ok } from '../../../../platform/result.ts';
import { backupsAddress } from './address.ts';
import { messages } from './messages.ts';

/** Asks for a backup now: a worker makes it. Asked twice while it waits, it is one. */
export function backUpNowAction(page: AnyPage, job: AnyJob) {
  return defineAction({
    path: `${backupsAddress}/now`,
    permission: 'system.keep-backups',
    form: emptyForm,
    page,
    async run(tx) {
      await enqueue(tx, job, { asked: true }, { key: 'system.back-up:asked' });
      return ok({ audit: { action: 'system.backup-asked', subject: { type: 'platform.backup', id: null } }, goTo: backupsAddress, flash: messages.words('asked') });
    },
  });
}
