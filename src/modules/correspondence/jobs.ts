// What happens after the commit: the definitive file is made, recipients are told.
import { z } from 'zod';
import { GiveUpError } from '../../platform/jobs/task-list.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';
import { announce } from './announce.ts';
import { messages } from './messages.ts';
import { askForSignature, printLetter, signerPlace } from './signing.ts';
import { keepFile } from './store/fate.ts';
import { findLetter } from './store/letters.ts';

const letterId = z.int().positive();

/** Makes the definitive PDF of an issued letter, keeps it by its hash and notes the hash. The same letter gives the same bytes. */
export const storeLetterFile = defineJob({
  name: 'correspondence.store-letter-file',
  title: messages.words('jobFile'),
  payload: z.object({ letterId }),
  async run(payload, { services, read, write }) {
    const letter = await read((tx) => findLetter(tx, payload.letterId));
    if (!letter?.body) throw new GiveUpError(`letter ${payload.letterId} is not there`);
    if (letter.fileHash !== null) return;
    const { body } = letter;
    const made = await printLetter(services, { ...letter, body });
    if (!made.ok) {
      // A machine without the typesetter, or a document that it refuses, does not change by trying again.
      const hopeless = made.code === 'RENDERER_UNAVAILABLE' || made.code === 'DOCUMENT_INVALID' || made.code === 'CHARACTER_NOT_PRINTABLE';
      throw hopeless ? new GiveUpError(`${made.code}: ${made.message.en}`) : new Error(`${made.code}: ${made.message.en}`);
    }
    const { hash, size } = await services.files.put(made.value.pdf);
    await write(async (tx) => {
      const kept = await keepFile(tx, letter.id, hash, size);
      // The request stands on these bytes from their first moment on; a letter that was recalled meanwhile asks for none.
      const asked = kept && body.content.certificate && letter.state === 'issued' && letter.signer.positionId > 0
        ? await askForSignature(tx, services, letter, { hash, size, place: signerPlace(made.value.signatures) }, { requestedBy: { id: letter.issuedBy, name: letter.issuedByName } })
        : undefined;
      return {
        value: kept,
        audit: kept ? [...(asked?.ok ? [asked.value.audit] : []), { action: 'correspondence.letter-file-stored', subject: { type: 'correspondence.letter', id: letter.id }, unitId: letter.unitId, detail: { hash, size, pages: made.value.pages } }] : [],
      };
    });
  },
});

/** One job a letter, however many recipients it has. */
export const announceLetter = defineJob({
  name: 'correspondence.announce-letter',
  title: messages.words('jobAnnounce'),
  payload: z.object({ letterId, what: z.enum(['issued', 'recalled', 'corrected']) }),
  async run(payload, { services, writeOnce }) {
    await writeOnce(async (tx) => ({ value: await announce(tx, payload.letterId, payload.what, services.clock.today()), audit: [] }));
  },
});
