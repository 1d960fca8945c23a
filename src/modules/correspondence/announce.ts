// Telling people of a letter: who is told, in which words, and what the search finds of it.
import type { Tx } from '../../platform/db/database.ts';
import { notify } from '../../platform/notify/notify.ts';
import { indexDocument } from '../../platform/search/index-document.ts';
import { withParts } from '../../platform/search/parts.ts';
import type { SearchSource } from '../../platform/search/search-source.ts';
import { wordsOf } from './domain/letter.ts';
import { calendarYear, localDate } from '../../thai/index.ts';
import { printedReference } from './domain/reference.ts';
import { urgencyStamps } from './domain/kinds.ts';
import { letterHref } from './href.ts';
import { messages } from './messages.ts';
import { letterNews } from './news.ts';
import { peopleToTell } from './office.ts';
import { enclosureTexts } from './store/enclosure-text.ts';
import { findLetter, visibleLetters } from './store/letters.ts';
import type { Letter } from './store/letters.ts';
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
  const recipients = await allRecipients(tx, letterId);
  await indexLetter(tx, letter, recipients.map((one) => one.id));
  const people = await peopleToTell(tx, recipients, today);
  const stamp = urgencyStamps[letter.urgency];
  const reference = printedReference(letter.reference);
  await notify(tx, people, messages.words(keys[what], { stamp: stamp ? `(${stamp}) ` : '', reference, subject: letter.subject }), letterHref(letterId), { kind: letterNews, urgency: letter.urgency, secret: letter.secrecy !== 'none' });
  return people.length;
}

/** The number as it is asked for without its code: `ว 503/2563`. */
function numberWithYear({ reference, letterDate }: Letter): string {
  const number = reference.split('/').at(-1) ?? '';
  return reference.includes(' ') ? `${number}/${calendarYear(localDate(letterDate))}` : '';
}

/** Puts an issued letter into the search of the house, with what was read from its enclosures; a recalled one with number and subject only. */
export async function indexLetter(tx: Tx, letter: Letter, recipientIds: readonly number[]): Promise<void> {
  const open = letter.state === 'issued' || letter.state === 'corrected';
  const words = open ? (letter.body?.content.paragraphs ?? []).map(wordsOf) : [];
  const enclosures = open ? (letter.body?.enclosures ?? []).map((one) => one.label) : [];
  const read = open ? (await enclosureTexts(tx, letter.id)).filter((one) => one.text !== '') : [];
  await indexDocument(tx, {
    type: 'correspondence.letter',
    id: letter.id,
    title: letter.subject,
    reference: letter.reference,
    body: withParts([letter.fromText, letter.toText, numberWithYear(letter), ...(open ? [letter.signer.name] : []), ...words, ...enclosures].join('\n'), read),
    href: letterHref(letter.id),
    date: letter.letterDate,
    unitId: letter.unitId,
    readers: letter.secrecy === 'none' ? [letter.unitId, ...recipientIds] : [letter.signer.positionId, ...recipientIds],
  });
}

/** Letters in the search: what is found is read again under row-level security. */
export const letterSearch: SearchSource = {
  type: 'correspondence.letter',
  label: messages.words('inbox'),
  readable: visibleLetters,
  openingLogged: true,
};
