// What happens after the commit: the definitive file is made, recipients are told.
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';
import { messages } from './messages.ts';

const letterId = z.int().positive();

/** Makes the definitive PDF of an issued letter and notes its hash. */
export const storeLetterFile = defineJob({
  name: 'correspondence.store-letter-file',
  title: messages.words('jobFile'),
  payload: z.object({ letterId }),
  async run(payload, { services }) {
    services.log.debug({ letterId: payload.letterId }, 'letter file');
  },
});

/** One job a letter, however many recipients it has. */
export const announceLetter = defineJob({
  name: 'correspondence.announce-letter',
  title: messages.words('jobAnnounce'),
  payload: z.object({ letterId, what: z.enum(['issued', 'recalled', 'corrected']) }),
  async run(payload, { services }) {
    services.log.debug({ letterId: payload.letterId }, 'letter announced');
  },
});
