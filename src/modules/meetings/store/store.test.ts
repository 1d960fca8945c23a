import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { sampleMinutes } from '../domain/testing/sample-minutes.ts';
import { person, smallOffice } from '../testing/office.ts';
import type { SmallOffice } from '../testing/office.ts';
import { deemWaiting, findAnswerDraft, insertAddressees, insertCirculation, listAnswers, recordAnswer, saveAnswerDraft } from './circulations.ts';
import { insertInvitations, recordReply } from './invitations.ts';
import { findMeeting, insertMeeting, listMeetings, takeNumber } from './meetings.ts';
import { findVersion, insertMinutes, lockVersion, minutesOf, saveContent } from './minutes.ts';
import { listOpenPoints, materialiseOpenPoints } from './open-points.ts';
import { announceResolutions, listResolutions, materialiseResolutions } from './resolutions.ts';
import { insertConsultation, insertSuggestion, listSuggestions, submitSuggestions } from './suggestions.ts';

const test = useDatabase();
const at = new Date('2020-10-22T06:00:00Z');
let office: SmallOffice;
let secretary: Actor;
let member: Actor;
let stranger: Actor;

beforeAll(async () => {
  office = await smallOffice(test.owner);
  secretary = person(office.secretary, 'เลขา', [office.unit]);
  member = person(office.member, 'กรรมการ', [office.otherUnit, office.committee]);
  stranger = person(office.stranger, 'คนนอก');
});

async function planned(): Promise<number> {
  return test.database.write(secretary, async (tx) => {
    const number = await takeNumber(tx, office.committee, 2563);
    return insertMeeting(tx, {
      committeeId: office.committee, committeeName: 'คณะทำงานทดสอบ', number, yearBe: 2563, title: 'ประชุมคณะทำงานทดสอบ', fiscalYear: 2564,
      heldOn: '2020-10-22', startsAt: '10:00', endsAt: '12:00', place: 'ห้อง 1', link: null, sections: ['chair-informs', 'other'],
      ownerUnitId: office.unit, readers: [office.committee],
    }, at);
  });
}

async function withMinutes() {
  const meetingId = await planned();
  const made = await test.database.write(secretary, (tx) =>
    insertMinutes(tx, { meetingId, ownerUnitId: office.unit, drafterId: office.secretary, checkerId: null }, sampleMinutes(), at));
  return { meetingId, ...made };
}

describe('numbers', () => {
  it('are gapless under parallel planning and when one planner fails', async () => {
    const tries = Array.from({ length: 6 }, (_, index) => test.database.write(secretary, async (tx) => {
      const number = await takeNumber(tx, office.committee, 2562);
      if (index % 3 === 0) throw new Error('given up');
      return number;
    }));
    const settled = await Promise.allSettled(tries);
    const numbers = settled.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : [])).toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });
});

describe('the list', () => {
  it('pages by key, newest first, and filters', async () => {
    const ids = [await planned(), await planned(), await planned()];
    const read = (limit: number, after?: { heldOn: string; id: number }) =>
      test.database.read(secretary, (tx) => listMeetings(tx, { committeeId: office.committee, yearBe: 2563 }, limit, after));
    const first = await read(2);
    expect(first.map((m) => m.id)).toEqual([ids[2], ids[1]]);
    const rest = await read(100, { heldOn: first[1]!.heldOn, id: first[1]!.id });
    expect(rest.map((m) => m.id)).toContain(ids[0]);
    expect(rest.map((m) => m.id)).not.toContain(ids[1]);
    expect(await test.database.read(secretary, (tx) => listMeetings(tx, { state: 'certified' }, 100))).toEqual([]);
  });
});

describe('the second wall', () => {
  it('shows a meeting to its secretariat and readers, to nobody else', async () => {
    const id = await planned();
    expect(await test.database.read(secretary, (tx) => findMeeting(tx, id))).toMatchObject({ id });
    expect(await test.database.read(member, (tx) => findMeeting(tx, id))).toMatchObject({ id });
    expect(await test.database.read(stranger, (tx) => findMeeting(tx, id))).toBeUndefined();
  });

  it('keeps a draft from the members until they are made its readers', async () => {
    const { meetingId, versionId } = await withMinutes();
    expect(await test.database.read(member, (tx) => minutesOf(tx, meetingId))).toMatchObject({ state: 'drafting' });
    expect(await test.database.read(member, (tx) => findVersion(tx, versionId))).toBeUndefined();
    expect(await test.database.write(member, (tx) => saveContent(tx, versionId, 1, sampleMinutes(), at))).toBeUndefined();
  });

  it('lets members answer their own invitation only', async () => {
    const id = await planned();
    const ids = await test.database.write(secretary, async (tx) => {
      await insertInvitations(tx, id, [
        { kind: 'member', partyId: office.member, personId: office.member, name: 'กรรมการ', answerers: [office.member] },
        { kind: 'member', partyId: office.secretary, personId: office.secretary, name: 'เลขา', answerers: [office.secretary] },
      ]);
      return (await tx.db.selectFrom('meetings.invitation').select(['id', 'party_id']).where('meeting_id', '=', id).orderBy('ordinal').execute()).map((r) => r.id);
    });
    await test.database.write(member, (tx) => recordReply(tx, ids[0]!, { reply: 'representative', representative: { personId: office.stranger, name: 'คนนอก', position: '' }, via: 'online' }, at));
    await test.database.write(member, (tx) => recordReply(tx, ids[1]!, { reply: 'coming', via: 'online' }, at));
    const { rows } = await test.owner.query('select reply from meetings.invitation where meeting_id = $1 order by ordinal', [id]);
    expect(rows.map((r: { reply: string }) => r.reply)).toEqual(['representative', 'none']);
    expect(await test.database.read(stranger, (tx) => findMeeting(tx, id))).toMatchObject({ id });
  });

  it('shows resolutions to readers only once announced', async () => {
    const { meetingId, minutesId } = await withMinutes();
    const place = { meetingId, minutesId, ownerUnitId: office.unit, committeeId: office.committee, heldOn: '2020-10-22' };
    await test.database.write(secretary, (tx) => materialiseResolutions(tx, place, sampleMinutes(), at));
    expect(await test.database.read(member, (tx) => listResolutions(tx, meetingId))).toEqual([]);
    const [first] = await test.database.read(secretary, (tx) => listResolutions(tx, meetingId));
    await test.database.write(secretary, (tx) => announceResolutions(tx, minutesId, [first!.lineId], [office.committee], at));
    expect(await test.database.read(member, (tx) => listResolutions(tx, meetingId))).toHaveLength(1);
  });
});

describe('minutes', () => {
  it('stop the second of two savers', async () => {
    const { versionId } = await withMinutes();
    const save = (rev: number) => test.database.write(secretary, (tx) => saveContent(tx, versionId, rev, sampleMinutes(), at));
    expect(await save(1)).toBe(2);
    expect(await save(1)).toBeUndefined();
    expect(await save(2)).toBe(3);
  });

  it('cannot be changed once locked, not even past the store', async () => {
    const { versionId } = await withMinutes();
    await test.database.write(secretary, (tx) => lockVersion(tx, versionId, at));
    expect(await test.database.write(secretary, (tx) => saveContent(tx, versionId, 1, sampleMinutes(), at))).toBeUndefined();
    await expect(test.owner.query(`update meetings.minutes_version set content = '{}' where id = $1`, [versionId])).rejects.toThrow('is locked');
  });

  it('mark an open point removed when its line goes, and bring it back with it', async () => {
    const { meetingId, minutesId } = await withMinutes();
    const place = { meetingId, minutesId, ownerUnitId: office.unit, committeeId: office.committee, heldOn: '2020-10-22' };
    const document = sampleMinutes();
    const point = { kind: 'open-point' as const, id: 'point-1', text: 'ยังไม่ได้ข้อยุติ' };
    const first = document.sections[0]!.items[0]!;
    const withPoint = { ...document, sections: [{ ...document.sections[0]!, items: [{ ...first, lines: [...first.lines, point] }] }, ...document.sections.slice(1)] };
    const points = () => test.database.read(member, (tx) => listOpenPoints(tx, { meetingId }, 10)).then((list) => list.map((p) => p.lineId));
    const write = (content: typeof document) => test.database.write(secretary, (tx) => materialiseOpenPoints(tx, place, content, [office.committee], at));
    await write(withPoint);
    expect(await points()).toContain('point-1');
    await write({ ...document, sections: [] });
    expect(await points()).toEqual([]);
    await write(withPoint);
    expect(await points()).toContain('point-1');
  });
});

describe('answers to a circulation', () => {
  async function circulated() {
    const made = await withMinutes();
    return test.database.write(secretary, async (tx) => {
      const circulationId = await insertCirculation(tx, {
        meetingId: made.meetingId, minutesId: made.minutesId, versionId: made.versionId, letterId: null, letterNumber: null, urgency: 'most-urgent',
        circulatedOn: '2020-11-03', respondBy: '2020-11-09', deadlineAt: new Date('2020-11-09T17:00:00Z'), ruleWords: 'หากพ้นกำหนดนี้แล้ว ถือว่าท่านให้การรับรอง',
        ownerUnitId: office.unit, readers: [office.otherUnit],
      }, at);
      await insertAddressees(tx, circulationId, [{ partyId: office.otherUnit, name: 'ผอ.ทดสอบ', unitId: office.otherUnit, unit: 'ทดสอบ', answerers: [] }]);
      const [answer] = await listAnswers(tx, circulationId);
      return { ...made, circulationId, answerId: answer!.id };
    });
  }
  const given = { answer: 'certified', remarks: '', answeredOn: '2020-11-05', personId: 1, name: 'ก', position: 'ข', authority: { kind: 'own' }, via: 'online' } as const;

  it('are never deemed after an answer, and a late answer stands beside the deeming', async () => {
    const job = systemActor('meetings.deem');
    const inTime = await circulated();
    expect(await test.database.write(member, (tx) => recordAnswer(tx, inTime.answerId, given, at))).toBe(true);
    expect(await test.database.write(job, (tx) => deemWaiting(tx, inTime.circulationId, 'กติกา', at))).toEqual([]);
    await expect(test.owner.query(`update meetings.circulation_answer set state = 'deemed', deemed_at = now(), deemed_rule = 'x' where id = $1`, [inTime.answerId])).rejects.toThrow('check');
    const tooLate = await circulated();
    expect(await test.database.write(job, (tx) => deemWaiting(tx, tooLate.circulationId, 'กติกา', at))).toHaveLength(1);
    expect(await test.database.write(member, (tx) => recordAnswer(tx, tooLate.answerId, given, at))).toBe(true);
    const [row] = await test.database.read(secretary, (tx) => listAnswers(tx, tooLate.circulationId));
    expect(row).toMatchObject({ state: 'deemed', answer: 'certified', late: true, deemedRule: 'กติกา' });
  });

  it('keep drafts and unsent suggestions to the addressee, and open the minutes to an officer asked', async () => {
    const { circulationId, answerId, versionId } = await circulated();
    await test.database.write(member, async (tx) => {
      await saveAnswerDraft(tx, answerId, { answer: 'certified', remarks: 'ร่าง' }, at);
      await insertConsultation(tx, answerId, { personId: office.stranger, name: 'คนนอก' }, 'ช่วยดู', at);
      await insertSuggestion(tx, {
        circulationId, answerId, versionId, original: 'ก', proposed: 'ข', reason: 'เพราะ', unit: 'ทดสอบ',
        change: { kind: 'replace', lineId: 'x', field: 'text', original: 'ก', proposed: 'ข' },
      }, at);
    });
    expect(await test.database.read(secretary, (tx) => findAnswerDraft(tx, answerId))).toBeUndefined();
    expect(await test.database.read(secretary, (tx) => listSuggestions(tx, { circulationId }))).toEqual([]);
    expect(await test.database.read(stranger, (tx) => findVersion(tx, versionId))).toMatchObject({ id: versionId });
    await test.database.write(member, (tx) => submitSuggestions(tx, answerId, false, at));
    expect(await test.database.read(secretary, (tx) => listSuggestions(tx, { circulationId }))).toHaveLength(1);
    await expect(test.database.write(stranger, (tx) => insertConsultation(tx, answerId, { personId: office.member, name: '' }, '', at))).rejects.toThrow();
  });
});
