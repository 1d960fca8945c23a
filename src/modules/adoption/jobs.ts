// Pages of definitive PDFs, read from the stored files.
import { PDF } from '@libpdf/core';
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';
import { messages } from './messages.ts';
import { keepPages, lettersToCount } from './store/savings.ts';

const atOnce = 500;

/** Counts the pages of letters whose definitive PDF was made since the last run; a file that cannot be read is left for the next one. */
export const countPages = defineJob({
  name: 'adoption.count-pages',
  title: messages.words('jobPages'),
  payload: z.object({}),
  async run(_payload, { services, read, write }) {
    for (const { id, hash } of await read((tx) => lettersToCount(tx, atOnce))) {
      const pages = await pagesOf(await services.files.get(hash));
      if (pages === undefined) {
        services.log.warn({ letterId: id }, 'pages of a stored letter cannot be counted');
        continue;
      }
      await write(async (tx) => {
        await keepPages(tx, id, hash, pages, services.clock.now());
        return { value: undefined, audit: [] };
      });
    }
  },
});

/** Pages of a PDF; undefined where it cannot be read or has none. */
export async function pagesOf(pdf: Uint8Array): Promise<number | undefined> {
  try {
    const count = (await PDF.load(pdf)).getPageCount();
    return count > 0 ? count : undefined;
  } catch {
    return undefined;
  }
}
