// Telling people of a letter: who is told, and in which words.
import type { Tx } from '../../platform/db/database.ts';
import { notify } from '../../platform/notify/notify.ts';
import { printedReference } from './domain/reference.ts';
import { urgencyStamps } from './domain/kinds.ts';
import { letterHref } from './href.ts';
import { messages } from './messages.ts';
import { peopleToTell } from './office.ts';
import { findLetter } from './store/letters.ts';
import { allRecipients } from './store/recipients.ts';

export type Announcement = 'issued' | 'recalled' | 'corrected';

const keys = { issued: 'tellIssued', recalled: 'tellRecalled', corrected: 'tellCorrected' } as const;

/**
 * Tells everyone whom a letter reached: persons, who answers for a post, and head and clerks of a unit. One pass over
 * the recipients, two statements for the news. Resolves with how many people were told.
 */
export async function announce(tx: Tx, letterId: number, what: Announcement, today: string): Promise<number> {
  const letter = await findLetter(tx, letterId);
  if (!letter) return 0;
  const people = await peopleToTell(tx, await allRecipients(tx, letterId), today);
  const stamp = urgencyStamps[letter.urgency];
  const reference = printedReference(letter.reference);
  await notify(tx, people, messages.words(keys[what], { stamp: stamp ? `(${stamp}) ` : '', reference, subject: letter.subject }), letterHref(letterId));
  return people.length;
}
