import type { Words } from '../../platform/words.ts';
import { messages } from './messages.ts';

/** Acts that this module writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'help.topic-written': messages.words('act.written'),
  'help.topic-withdrawn': messages.words('act.withdrawn'),
};
