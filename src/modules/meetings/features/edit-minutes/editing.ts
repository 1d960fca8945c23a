// The minutes that an actor may write in now, and what saving one item does.
import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import type { When } from '../../../assignments/index.ts';
import { meetingForPage, meetingForStep, permissions } from '../../access.ts';
import { findItem, linesOf, movedLine, namesIn, withLines } from '../../domain/item-form.ts';
import type { LineRow, TaskRow } from '../../domain/item-form.ts';
import { mergeLines } from '../../domain/merge-lines.ts';
import type { LineConflict } from '../../domain/merge-lines.ts';
import type { AgendaItem, MinutesLine } from '../../domain/minutes-document.ts';
import { partiesAsWritten } from '../../office.ts';
import { indexMinutes } from '../../search.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findRevision, findVersion, lockVersionRow, minutesOf, saveContent } from '../../store/minutes.ts';
import type { MinutesRow, VersionRow } from '../../store/minutes.ts';
import { materialiseOpenPoints } from '../../store/open-points.ts';
import { materialiseResolutions } from '../../store/resolutions.ts';
import { messages } from './messages.ts';
import { startAssignments } from './start-assignments.ts';

export interface Writable {
  readonly meeting: MeetingRow;
  readonly minutes: MinutesRow;
  readonly version: VersionRow;
}

export async function writableForPage(tx: ReadTx, meetingId: number): Promise<Result<Writable>> {
  const meeting = await meetingForPage(tx, meetingId, 'write-minutes', permissions.write);
  if (!meeting.ok) return meeting;
  const minutes = await minutesOf(tx, meetingId);
  const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
  return minutes && version ? ok({ meeting: meeting.value, minutes, version }) : notFound(messages.words('gone'));
}

/** For an action: the version is locked, so that savers follow each other. */
export async function writableForStep(tx: Tx, meetingId: number): Promise<Result<Writable>> {
  const meeting = await meetingForStep(tx, meetingId, 'write-minutes', permissions.write);
  if (!meeting.ok) return meeting;
  const minutes = await minutesOf(tx, meetingId);
  const version = minutes?.currentVersionId ? await lockVersionRow(tx, minutes.currentVersionId) : undefined;
  if (!minutes || !version) return notFound(messages.words('gone'));
  if (version.drafted || version.lockedAt) return fail('SIGNED', messages.words('locked'), { status: 409 });
  return ok({ meeting: meeting.value, minutes, version });
}

/** The lines that rows say, with units and people tied to the register as of the day of the meeting. */
export async function linesFromRows(tx: ReadTx, item: AgendaItem, typed: { lines: readonly LineRow[]; tasks: readonly TaskRow[] }, day: string, newId: () => string): Promise<MinutesLine[]> {
  const parties = await partiesAsWritten(tx, namesIn(typed.lines, typed.tasks), day);
  return linesOf(item.lines, typed.lines, typed.tasks, { parties, newId });
}

export interface Combined {
  readonly lines: readonly MinutesLine[];
  readonly conflicts: readonly LineConflict[];
  /** Who saved in between; undefined when nobody did. */
  readonly other: string | undefined;
}

/** My lines on what is kept now: as they are when nobody saved this item since `rev`, put together with theirs when somebody did. */
export async function combine(tx: ReadTx, version: VersionRow, itemId: string, rev: number, mine: readonly MinutesLine[]): Promise<Combined> {
  if (rev === version.rev) return { lines: mine, conflicts: [], other: undefined };
  const base = await findRevision(tx, version.id, rev);
  const theirs = findItem(version.content, itemId)?.lines ?? [];
  const merged = mergeLines((base && findItem(base.content, itemId)?.lines) ?? theirs, theirs, mine);
  return { ...merged, other: version.updatedName };
}

/** Writes a content that was agreed on, with everything that grows out of it. */
export async function keepContent(tx: Tx, { meeting, minutes, version }: Writable, content: VersionRow['content'], announce: readonly string[], when: When): Promise<{ rev: number; audit: AuditEntry[] }> {
  const rev = await saveContent(tx, version.id, version.rev, content, when.now);
  if (rev === undefined) throw new Error(`minutes version ${version.id} was locked for saving and could not be saved`);
  const place = { meetingId: meeting.id, minutesId: minutes.id, ownerUnitId: meeting.ownerUnitId, committeeId: meeting.committeeId, heldOn: meeting.heldOn };
  await materialiseResolutions(tx, place, content, when.now);
  await materialiseOpenPoints(tx, place, content, meeting.readers, when.now);
  const audit = await startAssignments(tx, meeting, minutes.id, announce, when);
  await indexMinutes(tx, meeting.id);
  return { rev, audit };
}

/** The content with one item's lines replaced and, if asked, one line moved. */
export function contentWith(version: VersionRow, itemId: string, lines: readonly MinutesLine[], step: string | undefined): VersionRow['content'] {
  const [what, lineId = ''] = step?.split(/:(.*)/su) ?? [];
  const next = what === 'up' || what === 'down' ? movedLine(lines, lineId, what === 'up' ? -1 : 1) : lines;
  return withLines(version.content, itemId, next);
}
