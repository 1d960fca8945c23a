// Received letters in the search of the house: sender, number, subject, remarks and what was read from their files.
import type { Tx } from '../../../platform/db/database.ts';
import { indexDocument } from '../../../platform/search/index-document.ts';
import { withParts } from '../../../platform/search/parts.ts';
import type { SearchSource } from '../../../platform/search/search-source.ts';
import { incomingHref } from '../href.ts';
import { messages } from './messages.ts';
import { stepsOf } from '../store/chain.ts';
import { receivedFiles } from '../store/received-files.ts';
import { findReceived, visibleReceived } from '../store/received.ts';

export const receivedType = 'correspondence.received-letter';

export const receivedSearch: SearchSource = {
  type: receivedType,
  label: messages.words('incoming'),
  readable: visibleReceived,
  openingLogged: true,
};

/** Puts a received letter into the search, or renews it: call after its words or readers changed. */
export async function indexReceived(tx: Tx, id: number): Promise<void> {
  const letter = await findReceived(tx, id);
  if (!letter) return;
  const notes = (await stepsOf(tx, id)).map((step) => step.note);
  const read = (await receivedFiles(tx, id)).filter((file) => file.readText !== '').map((file) => ({ name: file.name, text: file.readText }));
  const restricted = letter.secrecy !== 'none';
  await indexDocument(tx, {
    type: receivedType,
    id,
    title: letter.subject,
    reference: letter.reference || `${letter.number}/${letter.year}`,
    body: withParts([letter.from, letter.to, `${messages.th.number} ${letter.number}/${letter.year}`, letter.remark, ...notes].filter(Boolean).join('\n'), read),
    href: incomingHref(id),
    date: letter.letterDate ?? letter.registeredAt.toISOString().slice(0, 10),
    unitId: letter.unitId,
    readers: restricted ? letter.readers : [letter.unitId, ...letter.readers],
  });
}
