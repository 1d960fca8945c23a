// Meetings and minutes in the search of the house, for those who may read them.
import { sql, type ReadTx, type Tx } from '../../platform/db/database.ts';
import { indexDocument } from '../../platform/search/index-document.ts';
import type { SearchSource } from '../../platform/search/search-source.ts';
import { plainLine } from './domain/minutes-text.ts';
import type { MinutesDocument } from './domain/minutes-document.ts';
import { meetingHref, numberText, placeText, referenceText } from './shown.ts';
import { listAgendaItems } from './store/agenda.ts';
import { findMeeting } from './store/meetings.ts';
import { findVersion, minutesOf } from './store/minutes.ts';

export const searchSources: readonly SearchSource[] = [
  { type: 'meetings.meeting', label: { th: 'การประชุม', en: 'Meetings' }, readable: readableMeetings },
  { type: 'meetings.minutes', label: { th: 'รายงานการประชุม', en: 'Minutes' }, readable: readableMinutes, openingLogged: true },
];

async function readableMeetings(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from meetings.meeting where id = any(${[...ids]}::bigint[])`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Minutes are found by those who may read their current version. */
async function readableMinutes(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select m.id from meetings.minutes m join meetings.minutes_version v on v.id = m.current_version_id where m.id = any(${[...ids]}::bigint[])`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Puts a meeting into the search, or renews it. Call after every change of plan, agenda or readers. */
export async function indexMeeting(tx: Tx, id: number): Promise<void> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) return;
  const items = await listAgendaItems(tx, id);
  await indexDocument(tx, {
    type: 'meetings.meeting', id, title: `${meeting.title} ${referenceText(meeting)}`, reference: numberText(meeting),
    body: [meeting.committeeName, placeText(meeting), ...items.flatMap((item) => [item.title, item.body])].filter(Boolean).join('\n'),
    href: meetingHref(id), date: meeting.heldOn, readers: [meeting.ownerUnitId, ...meeting.readers], unitId: meeting.ownerUnitId,
  });
}

/** Puts the current version of a meeting's minutes into the search, for those who may read that version. */
export async function indexMinutes(tx: Tx, meetingId: number): Promise<void> {
  const meeting = await findMeeting(tx, meetingId);
  const minutes = await minutesOf(tx, meetingId);
  const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
  if (!meeting || !minutes || !version) return;
  await indexDocument(tx, {
    type: 'meetings.minutes', id: minutes.id, title: `รายงานการประชุม ${meeting.title} ${referenceText(meeting)}`, reference: numberText(meeting),
    body: minutesText(version.content), href: meetingHref(meetingId, '/minutes'), date: meeting.heldOn, readers: [version.ownerUnitId, ...version.readers], unitId: version.ownerUnitId,
  });
}

/** Everything that was said and resolved, as plain text. */
export function minutesText(content: MinutesDocument): string {
  return content.sections.flatMap((section) => section.items.flatMap((item) => [item.title, ...item.lines.map(plainLine)])).filter(Boolean).join('\n');
}
