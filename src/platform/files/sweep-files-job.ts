import { z } from 'zod';
import { defineJob } from '../jobs/jobs.ts';
import { sweepUntakenFiles } from './file-records.ts';

/** Uploads of forms that were never finished: a week is left for work that was interrupted. */
const keepDays = 7;

/** Clears uploads that no record took up. */
export const sweepFilesJob = defineJob({
  name: 'platform.sweep-files',
  title: { th: 'ลบไฟล์ที่อัปโหลดค้างไว้', en: 'Clear uploads that nothing uses' },
  payload: z.object({}),
  async run(_payload, context) {
    await context.write(async (tx) => {
      const swept = await sweepUntakenFiles(tx, keepDays);
      const audit = swept > 0 ? [{ action: 'platform.files-swept', subject: { type: 'platform.file', id: null }, detail: { swept } }] : [];
      return { value: swept, audit };
    });
  },
});
