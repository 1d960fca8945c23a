// Reading the words of files sent with letters, so that the search finds a letter by what stands in its enclosures.
import { z } from 'zod';
import { readFileRecords } from '../../platform/files/file-records.ts';
import { defineJob, enqueue } from '../../platform/jobs/jobs.ts';
import { indexLetter } from './announce.ts';
import { canReadScans, readText } from './received/file-reader.ts';
import { messages } from './received/messages.ts';
import { enclosureTexts, keepEnclosureText, lettersToRead } from './store/enclosure-text.ts';
import { findLetter } from './store/letters.ts';
import { allRecipients } from './store/recipients.ts';

/** Larger files are left to the eyes of people. */
const mostBytes = 40 * 1_048_576;
/** Files of one letter that are read. */
const mostFiles = 30;

export const readEnclosuresJob = defineJob({
  name: 'correspondence.read-enclosures',
  title: messages.words('jobReadEnclosures'),
  payload: z.object({ letterId: z.int().positive() }),
  attempts: 5,
  queue: 'correspondence.read-received-files',
  async run({ letterId }, { services, read, write, lastAttempt }) {
    const { letter, files, known } = await read(async (tx) => {
      const found = await findLetter(tx, letterId);
      const sent = (found?.body?.enclosures ?? []).filter((one) => one.type === 'platform.file').slice(0, mostFiles);
      return { letter: found, files: (await readFileRecords(tx, sent.map((one) => one.id))).map((file) => ({ file, name: sent.find((one) => one.id === file.id)?.label ?? file.name })), known: await enclosureTexts(tx, letterId) };
    });
    if (!letter) return;
    const waiting = files.filter(({ file }) => !known.some((one) => one.fileId === file.id && one.state !== 'no-reader'));
    for (const { file, name } of waiting) {
      const found = file.size > mostBytes ? { state: 'nothing' as const, text: '' } : await readText(await services.files.get(file.hash), file.mediaType).catch((error: unknown) => {
        if (!lastAttempt) throw error;
        return { state: 'failed' as const, text: '' };
      });
      await write(async (tx) => {
        await keepEnclosureText(tx, letterId, { fileId: file.id, hash: file.hash, name, ...found }, services.clock.now());
        return { value: null, audit: [{ action: 'correspondence.enclosure-read', subject: { type: 'correspondence.letter', id: letterId }, unitId: letter.unitId, detail: { file: file.id, state: found.state, characters: found.text.length } }] };
      });
    }
    if (waiting.length === 0) return;
    await write(async (tx) => {
      // Read again: it may have been recalled meanwhile.
      const now = await findLetter(tx, letterId);
      if (now) await indexLetter(tx, now, (await allRecipients(tx, letterId)).map((one) => one.id));
      return { value: null, audit: [] };
    });
  },
});

/** Letters a night: a house with many old ones is through after some nights, and nobody waits for it. */
const aNight = 2000;

export const readOldEnclosuresJob = defineJob({
  name: 'correspondence.read-old-enclosures',
  title: messages.words('jobReadOldEnclosures'),
  payload: z.object({}),
  async run(_payload, { read, writeOnce }) {
    const ids = await read(async (tx) => lettersToRead(tx, await canReadScans(), aNight));
    await writeOnce(async (tx) => {
      for (const letterId of ids) await enqueue(tx, readEnclosuresJob, { letterId }, { key: `correspondence.read-enclosures:${letterId}` });
      return { value: ids.length, audit: [] };
    });
  },
});
