// Reading the words of received files, for search and for proposals that a person confirms. The files stay as they came.
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { readText } from './file-reader.ts';
import { messages } from './messages.ts';
import { indexReceived } from './search.ts';
import { keepReadText, receivedFiles } from '../store/received-files.ts';

export const readFilesJob = defineJob({
  name: 'correspondence.read-received-files',
  title: messages.words('jobRead'),
  payload: z.object({ receivedId: z.int().positive() }),
  attempts: 5,
  queue: 'correspondence.read-received-files',
  async run({ receivedId }, { services, read, write, lastAttempt }) {
    const waiting = (await read((tx) => receivedFiles(tx, receivedId))).filter((file) => file.readState === 'waiting');
    for (const file of waiting) {
      const found = await readText(await services.files.get(file.hash), file.mediaType).catch((error: unknown) => {
        if (!lastAttempt) throw error;
        return { state: 'failed' as const, text: '' };
      });
      await write(async (tx) => {
        await keepReadText(tx, receivedId, file.ordinal, found.state, found.text, services.clock.now());
        return { value: null, audit: [{ action: 'correspondence.received-file-read', subject: { type: 'correspondence.received-letter', id: receivedId }, detail: { file: file.ordinal, state: found.state, characters: found.text.length } }] };
      });
    }
    if (waiting.length === 0) return;
    await write(async (tx) => {
      await indexReceived(tx, receivedId);
      return { value: null, audit: [] };
    });
  },
});
