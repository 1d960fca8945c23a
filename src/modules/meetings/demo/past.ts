// Lays the meetings of 2563 down: committees, plans, attendance, minutes, signatures, certification, tasks.
import type { Actor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import { bangkokInstant, localDate, localTime, toThaiDigits } from '../../../thai/index.ts';
import { castUnits } from '../../organisation/demo/cast.ts';
import { addCommittee, addCommitteeMember, headPositionOf, peopleOf, seatsOn as positionsOn, unitsActiveOn } from '../../organisation/index.ts';
import { standardSections } from '../domain/agenda-numbering.ts';
import { agendaItemKey } from '../domain/minutes-from-meeting.ts';
import type { MinutesDocument, MinutesLine } from '../domain/minutes-document.ts';
import { withLines } from '../domain/item-form.ts';
import { attendanceRows, expected, quorumOf } from '../features/record-attendance/attendance.ts';
import { planMeeting } from '../features/plan-meeting/plan-meeting.ts';
import { keepContent } from '../features/edit-minutes/editing.ts';
import { beginMinutes } from '../minutes-from-meeting.ts';
import { committeeById, partiesAsWritten, seatsOn } from '../office.ts';
import { indexMeeting, indexMinutes } from '../search.ts';
import { insertAgendaItem } from '../store/agenda.ts';
import { replaceAttendance } from '../store/attendance.ts';
import { addMeetingReaders, findMeeting, setHeld, setMeetingState } from '../store/meetings.ts';
import type { MeetingRow } from '../store/meetings.ts';
import { addVersionReaders, findMinutes, findVersion, lockVersion, setCertified, setMinutesState, signVersion } from '../store/minutes.ts';
import { demoCommittees, pastMeetings } from './past-meetings.ts';
import type { DemoItem, DemoMeeting } from './past-meetings.ts';

/** The same transaction in the name of somebody of the demo: history should carry people's names. */
export const as = (tx: Tx, id: number, name: string): Tx => ({ ...tx, actor: { kind: 'person', id, name, principals: [id], permissions: new Map() } satisfies Actor }) as Tx;

export const instantOf = (day: string, time: string): Date => bangkokInstant(localDate(day), localTime(time));

/** A day in the demo's history, `days` after another. */
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export async function unitIds(tx: Tx, day: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.abbreviation, unit.id]));
}

/** The four bodies besides the working group on indicators; ids by key. */
export async function layCommittees(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const units = await unitIds(tx, '2020-10-22');
  const [deputy] = (await positionsOn(tx, '2020-10-22', { kind: 'executive' })).filter((seat) => seat.abbreviation === 'รปส.' || seat.title.startsWith('รองอธิบดี'));
  const made = new Map<string, number>();
  for (const body of demoCommittees) {
    const id = await addCommittee(tx, {
      kind: body.kind, name: body.name, nameEn: body.nameEn, shortName: body.shortName, orderNumber: body.orderNumber, orderDate: body.orderDate, duties: body.duties, dutiesFileId: null,
      quorum: { kind: 'majority', a: 1, b: 2, needsChair: true, countsRepresentatives: true }, secretariatUnitId: need(units.get(body.secretariat), body.secretariat), validFrom: body.orderDate,
    });
    const seat = async (positionId: number, role: 'chair' | 'member' | 'secretary', sortOrder: number) =>
      orFail(await addCommitteeMember(tx, id, { personId: null, positionId, role, sortOrder, orderNumber: body.orderNumber, orderDate: body.orderDate, validFrom: body.orderDate }));
    await seat(need(deputy, 'a deputy').id, 'chair', 1);
    for (const [index, abbreviation] of [...body.members, body.secretariat].entries()) {
      const head = await headPositionOf(tx, need(units.get(abbreviation), abbreviation), '2020-10-22');
      await seat(need(head, abbreviation).id, abbreviation === body.secretariat ? 'secretary' : 'member', index + 2);
    }
    made.set(body.key, id);
  }
  return made;
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`demo: no ${what}`);
  return value;
}

/** Two people of a unit to write and to check: an officer and the head, or whoever is there. */
async function writers(tx: Tx, unitId: number, day: string): Promise<{ drafter: Writer; checker: Writer }> {
  const people = (await peopleOf(tx, unitId, day)).map((person) => ({ id: person.id, name: person.name, position: person.positionTitle, positionId: person.positionId, head: person.head }));
  const checker = need(people.find((person) => person.head) ?? people[0], 'anybody in the unit');
  return { checker, drafter: people.find((person) => person.id !== checker.id) ?? checker };
}

interface Writer {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly positionId: number;
}

export async function layPastMeetings(tx: Tx, committees: ReadonlyMap<string, number>, at: (instant: Date) => void): Promise<void> {
  const ids: number[] = [];
  for (const past of [...pastMeetings].sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))) ids.push(await layMeeting(tx, need(committees.get(past.committee), past.committee), past, at));
  await certifyPast(tx, ids);
}

async function layMeeting(tx: Tx, committeeId: number, past: DemoMeeting, at: (instant: Date) => void): Promise<number> {
  const plannedAt = instantOf(later(past.heldOn, -14), '09:00');
  at(plannedAt);
  const committee = need(await committeeById(tx, committeeId), 'committee');
  const { drafter, checker } = await writers(tx, committee.secretariatUnitId, past.heldOn);
  const clerk = as(tx, drafter.id, drafter.name);
  const sections = standardSections.filter((kind) => past.items.some((item) => item.section === kind));
  const all = past.items.some((item) => item.section === 'for-information') ? [...sections, 'for-information' as const] : sections;
  const planned = orFail(await planMeeting(clerk, { committeeId, title: past.title, heldOn: past.heldOn, startsAt: past.startsAt, endsAt: past.endsAt, place: past.place, link: null, fiscalYear: null, sections: all }, plannedAt));
  const items: { id: number; item: DemoItem }[] = [];
  for (const item of past.items) if (item.title !== '') items.push({ id: await insertAgendaItem(clerk, planned.id, { section: item.section, title: item.title }, plannedAt), item });
  const heldAt = instantOf(past.heldOn, past.endsAt);
  at(heldAt);
  await attend(clerk, planned.id, past);
  const meeting = need(await findMeeting(tx, planned.id), 'meeting');
  const { minutesId, versionId } = await beginMinutes(clerk, meeting, { drafterId: drafter.id, checkerId: checker.id }, heldAt);
  const version = need(await findVersion(tx, versionId), 'version');
  const content = await written(tx, version.content, past, items);
  const minutes = need(await findMinutes(tx, minutesId), 'minutes');
  const resolved = content.sections.flatMap((section) => section.items.flatMap((item) => item.lines.flatMap((line) => (line.kind === 'resolution' ? [line.id] : []))));
  await keepContent(clerk, { meeting, minutes, version }, content, resolved, { now: heldAt, today: past.heldOn });
  if (past.until !== 'drafted') await sign(tx, meeting, minutesId, versionId, { drafter, checker }, later(past.heldOn, 5));
  await indexMeeting(tx, planned.id);
  return planned.id;
}

/** Everybody came but the one named absent; vacant seats stay empty. */
async function attend(tx: Tx, meetingId: number, past: DemoMeeting): Promise<void> {
  const meeting = need(await findMeeting(tx, meetingId), 'meeting');
  const committee = need(await committeeById(tx, meeting.committeeId), 'committee');
  const seats = await seatsOn(tx, committee.id, past.heldOn);
  const given = seats.map((seat) => (seat.unit === past.absent ? { party: seat.partyId, how: 'absent' as const, name: undefined, position: undefined, reason: 'ติดราชการ' } : expected(seat, undefined)));
  const rows = orFail(await attendanceRows(tx, committee, seats, given, [], past.heldOn));
  const quorum = quorumOf(committee, seats, given);
  const at = instantOf(past.heldOn, past.endsAt);
  await replaceAttendance(tx, meetingId, rows);
  await setHeld(tx, meetingId, { actualStartsAt: past.startsAt, actualEndsAt: past.endsAt, quorumRule: quorum.rule.th, quorumPresent: quorum.present, quorumRequired: quorum.needed, quorumMet: quorum.reached }, at);
  await setMeetingState(tx, meetingId, 'held', at);
  await addMeetingReaders(tx, meetingId, rows.flatMap((row) => row.personId ?? []));
}

/** The lines of the demo under their items. */
async function written(tx: Tx, begun: MinutesDocument, past: DemoMeeting, items: readonly { id: number; item: DemoItem }[]): Promise<MinutesDocument> {
  const parties = await partiesAsWritten(tx, castUnits.flatMap((unit) => [unit.abbreviation, unit.headAbbreviation]), past.heldOn);
  const party = (text: string) => { const id = parties.get(text); return id === undefined ? {} : { partyId: String(id) }; };
  let content = begun;
  for (const item of past.items) {
    const key = item.title === '' ? `item-${item.section}` : agendaItemKey(need(items.find((one) => one.item === item), item.title).id);
    const lines: MinutesLine[] = item.said.map(([unit, text], index) => {
      const head = castUnits.find((one) => one.abbreviation === unit)?.headAbbreviation ?? 'ประธาน';
      return { kind: 'statement', id: `${key}-s${index + 1}`, speaker: { position: head, ...party(head) }, text: toThaiDigits(text) };
    });
    if (item.resolution) {
      lines.push({
        kind: 'resolution', id: `${key}-r`, resolutions: [...item.resolution[0]], text: toThaiDigits(item.resolution[1]),
        assignments: (item.tasks ?? []).map((task, index) => ({
          id: `${key}-t${index + 1}`, owners: task.owners.map((text) => ({ text, ...party(text) })), task: task.task, supportUnits: [],
          due: task.due ? { kind: 'date', date: task.due } : task.event ? { kind: 'event', event: task.event } : { kind: 'none' },
        })),
      });
    }
    if (item.open) lines.push({ kind: 'open-point', id: `${key}-o`, text: item.open });
    content = withLines(content, key, lines);
  }
  return content;
}

async function sign(tx: Tx, meeting: MeetingRow, minutesId: number, versionId: number, people: { drafter: Writer; checker: Writer }, day: string): Promise<void> {
  const at = instantOf(day, '10:00');
  for (const who of ['drafter', 'checker'] as const) {
    const person = people[who];
    await signVersion(as(tx, person.id, person.name), versionId, who, { personId: person.id, name: person.name, position: person.position, authority: { kind: 'own', positionId: person.positionId, words: person.position }, at });
  }
  await setMinutesState(tx, minutesId, 'checked');
  await setMeetingState(tx, meeting.id, 'minutes-checked', at);
}

/** Minutes that the next meeting of the same body adopted; the last of a body in its own meeting. */
async function certifyPast(tx: Tx, ids: readonly number[]): Promise<void> {
  const held = [...pastMeetings].sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1)).map((past, index) => ({ past, id: need(ids[index], 'meeting') }));
  for (const [index, { past, id }] of held.entries()) {
    if (past.until !== 'certified') continue;
    const next = held.slice(index + 1).find((other) => other.past.committee === past.committee);
    const on = next?.past.heldOn ?? past.heldOn;
    const row = await tx.db.selectFrom('meetings.minutes').select(['id', 'current_version_id as versionId']).where('meeting_id', '=', id).executeTakeFirstOrThrow();
    const meeting = need(await findMeeting(tx, id), 'meeting');
    const at = instantOf(on, next?.past.endsAt ?? past.endsAt);
    await addVersionReaders(tx, need(row.versionId ?? undefined, 'version'), meeting.readers);
    await lockVersion(tx, need(row.versionId ?? undefined, 'version'), at);
    await setCertified(tx, row.id, { at, on, how: next ? 'next-meeting' : 'same-meeting', inMeetingId: next?.id ?? id, words: 'ที่ประชุมมีมติรับรองรายงานการประชุมโดยไม่มีการแก้ไข' });
    await setMeetingState(tx, id, 'certified', at);
    await indexMinutes(tx, id);
  }
}
