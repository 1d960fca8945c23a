// News of a meeting to the people who are concerned.
import type { Tx } from '../../platform/db/database.ts';
import { notify } from '../../platform/notify/notify.ts';
import type { Words } from '../../platform/words.ts';
import { meetingNews } from './news.ts';
import { meetingHref } from './shown.ts';
import { listInvitations } from './store/invitations.ts';

/** Tells everyone whose invitation has gone out, and who was named in somebody's place. */
export async function tellGuests(tx: Tx, meetingId: number, words: Words): Promise<void> {
  const sent = (await listInvitations(tx, meetingId)).filter((one) => one.sentAt !== null);
  const people = sent.flatMap((one) => [one.personId, one.representativePersonId]).filter((id): id is number => id !== null && id !== tx.actor.id);
  await notify(tx, people, words, meetingHref(meetingId), { kind: meetingNews });
}
